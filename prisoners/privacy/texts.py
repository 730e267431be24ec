"""The texts of rows on their way out: read together, and with care where one may tell too much."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from prisoners.dates.stored import stored_date
from prisoners.privacy.one_word import tells_the_name
from prisoners.privacy.policy import LEADS_TO_THEM
from prisoners.privacy.quiet import Known
from prisoners.privacy.retold import FREE_TEXTS, Phrase, retells
from prisoners.privacy.watch import NAMES_SOMEBODY, Watch
from prisoners.privacy.ways import Keys, own_names
from prisoners.privacy.withheld import Withheld

_NO_NAME = re.compile(r"[\d@%]")
"""Signs that stand in no name."""


class Texts:
    """The texts of one passage through the gate, and what those of each person may tell."""

    def __init__(self, watch: Watch, withheld: Withheld) -> None:
        self.called: dict[int, Sequence[Mapping[str, Any]]] = {}
        """The names of those who are named in full."""
        self.telling: dict[int, frozenset[str]] = {}
        """Of those who are not, the words that alone tell the name."""
        self.kept_back: dict[int, frozenset[Phrase]] = {}
        """Of those under cover, what no text may say again."""
        self._watch, self._withheld = watch, withheld
        self._own: dict[int | None, frozenset[Keys]] = {}
        self._known = Known(set(), {})
        self.doubtful: set[str] = set()
        """Texts that may tell something, of those that were looked at last."""

    def look_at(self, texts: set[str]) -> None:
        """Read some texts together, and note those that may tell something, whoever they are about."""
        dates = {text: _words_of(text) for text in texts if "|" in text}
        others = texts - dates.keys()
        self._known = self._watch.read_together(others.union(dates.values()))
        self.doubtful = others - self._known.nothing
        self.doubtful.update(text for text, words in dates.items() if words not in self._known.nothing)

    def is_a_name(self, name: Mapping[str, Any]) -> bool:
        """Whether a name holds nothing but a name; one with a telephone number in it does not leave."""
        text = str(name["text"])
        why = self._watch.found_in(text) if _NO_NAME.search(text) else ""
        if why in ("", NAMES_SOMEBODY):
            return True
        self._withheld.hold_text("names", name["id"], "text", why)
        return False

    def as_they_may_leave(
        self, table: str, row: Mapping[str, Any], columns: Iterable[str], person: int | None
    ) -> dict[str, str | None]:
        """The texts of a row that have to be read with care, as they may leave."""
        under_cover = person in self.telling
        return {
            column: self._read(table, row, column, person)
            for column in columns
            if isinstance(row[column], str) and (under_cover or row[column] in self.doubtful)
        }

    def _read(self, table: str, row: Mapping[str, Any], column: str, person: int | None) -> str | None:
        """A text as it may leave: one that tells too much is left out, a date loses only its words."""
        value = row[column]
        words = _words_of(value)
        why = self._found_in(words, person)
        if not why and tells_the_name(words, self.telling.get(person or 0, frozenset())):
            why = NAMES_SOMEBODY
        if not why and (table, column) in FREE_TEXTS and retells(words, self.kept_back.get(person or 0, ())):
            why = LEADS_TO_THEM
        if not why:
            return str(value)
        about = (table, row["id"]) if "id" in row else ("prisoners", row["prisoner_id"])
        self._withheld.hold_text(*about, column, why)
        date = stored_date(value)
        return replace(date, words=date.edtf).stored if date and date.edtf else None

    def _found_in(self, words: str, person: int | None) -> str:
        """Why a text may not leave, as far as the watch tells; what was read with others is read for names alone."""
        if words in self._known.nothing:
            return ""
        own = self._own_names(person)
        if (named := self._known.named.get(words)) is None:
            return self._watch.found_in(words, own=own)
        tells = any(map(own.isdisjoint, named)) and self._watch.names_another(words, own)
        return NAMES_SOMEBODY if tells else ""

    def _own_names(self, person: int | None) -> frozenset[Keys]:
        """Every way in which the names of somebody are written who is named in full."""
        if person not in self._own:
            self._own[person] = own_names(name["text"] for name in self.called.get(person or 0, ()))
        return self._own[person]


def _words_of(value: str) -> str:
    """What there is to read in a stored text: of a date the words in which it was given."""
    date = stored_date(value)
    return date.words if date else value
