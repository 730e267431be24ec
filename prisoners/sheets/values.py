"""What a cell says, read by the kind of the field it goes to; nothing is guessed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from prisoners.actions.facts import column_of, read_count, read_flag
from prisoners.dates.ages import born_from_age
from prisoners.dates.partial import PartialDate
from prisoners.dates.read import is_sentinel, read_date
from prisoners.errors import DateNotRead
from prisoners.names.script import fold
from prisoners.records.columns import Choice, Count, Day, Flag
from prisoners.vocabulary import read_code

OLDEST = 130
_AGE = re.compile(
    r"(?P<about>(?:about|around|approx\.?|circa|c\.|ca\.|~|حدود|حدودا|تقریبا)\s*)?(?P<years>\d{1,3})"
    r"\s*(?:years? old|years?|yrs?\.?|y\.?o?\.?|سال|ساله)?"
)
Target = tuple[str, str]
"""A slot of a row (`event`, `name_fa`) and a field of its table."""

# A slot is called after its table, `event` or, where a row makes several, `event_sentenced`.
TABLES: dict[str, str] = {
    "prisoner": "prisoners",
    "name": "names",
    "activity": "activities",
    "case": "cases",
    "charge": "charges",
    "judgment": "judgments",
    "sentence": "sentences",
    "event": "events",
    "contact": "contacts",
    "relation": "relations",
    "health": "health",
    "source": "sources",
    "citation": "citations",
}


def table_of(slot: str) -> str:
    """The table of a slot; raises KeyError."""
    return TABLES[slot.split("_", 1)[0]]


NOTHING = frozenset({"nan", "null", "undefined", "n/a", "-", "–", "—", "?", "؟"})
"""What programs and people write into a cell of words where they know nothing."""


def says_nothing(table: str, field: str, text: str) -> bool:
    """Whether lists write this where nothing is known: an empty cell, `nan`, and 0000-00-00 where a day belongs."""
    if not text.strip():
        return True
    kind: object = column_of(table, field).type
    if isinstance(kind, Day):
        return is_sentinel(text)
    return not isinstance(kind, Choice | Flag | Count) and text.strip().casefold() in NOTHING


def read_value(table: str, field: str, text: str, *, year: int | None = None) -> Any:
    """The value of a field as its column holds it; `year` completes "4 Mordad". Raises why it was not read."""
    kind: object = column_of(table, field).type
    if isinstance(kind, Day):
        return read_date(text, year=year)
    if isinstance(kind, Choice):
        return read_code(kind.choices, text)
    if isinstance(kind, Flag):
        return read_flag(field, text)
    if isinstance(kind, Count):
        return read_count(field, text)
    return text.strip()


def read_age(text: str, counted_on: PartialDate) -> PartialDate:
    """When somebody was born who had this age, or about this age, on the day of counting; raises DateNotRead."""
    said = _AGE.fullmatch(fold(text))
    if said is None:
        raise DateNotRead(text, "it is no age in years", "Write an age such as 34, 34 years or about 34.")
    age, words = int(said["years"]), f"{text.strip()} on {counted_on.words}"
    born = born_from_age(age, counted_on, words) if age <= OLDEST else None
    if born is None:
        raise DateNotRead(text, "nobody can have been of this age on that day")
    return replace(born, edtf=f"{born.earliest}~/{born.latest}~") if said["about"] else born


def stored(value: Any) -> Any:
    """A value as its column stores it."""
    if isinstance(value, PartialDate):
        return value.stored
    if isinstance(value, bool):
        return int(value)
    return None if value is None else (value if isinstance(value, int) else str(value))


def shown(value: Any) -> str:
    """A stored value as a person reads it in a plan."""
    if value is None:
        return "—"
    text = str(value)
    return text.split("|", 2)[2] if text[4:5] == "-" and text.count("|") > 1 and text[10:11] == " " else text


def same(one: Any, other: Any) -> bool:
    """Whether two stored values say the same: two dates do when they mean the same days."""
    if one == other:
        return True
    days = [str(value).split("|", 1)[0] for value in (one, other)]
    return days[0] == days[1] and len(days[0]) > 21 and days[0][4:5] == days[0][7:8] == "-"  # noqa: PLR2004
