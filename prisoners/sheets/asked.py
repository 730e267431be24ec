"""How people were asked for: what of a filter may be told, and which columns standing in its answer would tell."""

from __future__ import annotations

import datetime as dt
import re

from prisoners.privacy.policy import Columns, level_of, may_see
from prisoners.privacy.watch import Watch
from prisoners.queries.fields import Field, event_field, known_fields
from prisoners.queries.language import read_filter
from prisoners.queries.meaning import selection
from prisoners.store.reader import Reader
from prisoners.store.references import is_reference
from prisoners.vocabulary import Audience

NOT_TOLD = "a choice that is not told"
"""What stands for a filter that would itself tell who somebody is, or what the audience may not know."""

_OF_A_PERSON = re.compile(r"\bP-\d", re.IGNORECASE)
_VIEWS = {
    "charge_sheet": "charges",
    "judgment_sheet": "judgments",
    "sentence_sheet": "sentences",
    "timeline": "events",
}
_STANDS_IN: dict[str, Columns] = {
    "name": ("headlines", "name_latin"), "province": ("prisons", "province"), "law": ("charges", "offence_id"),
    "arrested": ("cases", "arrested_on"), "arrested_by": ("cases", "arrested_by"), "years": ("sentences", "years"),
    "source": ("citations", "source_id"), "source_kind": ("sources", "kind"), "reliability": ("sources", "reliability"),
    "intervention": ("interventions", "kind"), "by": ("updates", "by_whom"), "entered": ("updates", "at"),
    "updated": ("updates", "at"), "due": ("follow_ups", "due_on"),
}  # fmt: skip
"""Fields of a filter that stand elsewhere than their SQL says."""


def listed_by(reader: Reader, text: str, today: dt.date) -> frozenset[Columns]:
    """The columns by which people are chosen: whoever gets the answer knows them of everybody in it."""
    words = text.replace(",", " ").split()
    if all(is_reference(word, "prisoners") for word in words):
        return frozenset()
    fields = known_fields()
    asked = selection(reader, read_filter(text), today).asked
    return frozenset(column_of(fields.get(name) or event_field(name)) for name in asked)


def column_of(field: Field | None) -> Columns:
    """The column of the registry that a field of a filter asks about; one that nobody knows is sealed."""
    if field is None:
        return "", ""
    if field.name in _STANDS_IN:
        return _STANDS_IN[field.name]
    column = field.value.removeprefix("people.").removesuffix(" IS NOT NULL")
    if field.many:
        return _VIEWS.get(field.rows, field.rows), column
    own = "headlines" if column in _OF_A_HEADLINE else "prisoners"
    return own, column


_OF_A_HEADLINE = frozenset(
    {
        "name_latin",
        "name_persian",
        "status",
        "since",
        "held_since",
        "prison_id",
        "ward",
        "place",
        "order_uncertain",
    }
)


def told(text: str, columns: frozenset[Columns], audience: Audience, watch: Watch) -> str:
    """The filter as the file may tell it."""
    if audience is Audience.INTERNAL:
        return NOT_TOLD if watch.found_in(text) else text
    hidden = not all(may_see(audience, level_of(*column)) for column in columns)
    return NOT_TOLD if hidden or _OF_A_PERSON.search(text) or watch.found_in(text) else text
