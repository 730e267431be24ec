"""From the words of a list to the prison, court, judge or offence they name; what names none stays words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from prisoners.store.reader import Reader
from prisoners.vocabulary.catalogue import called
from prisoners.vocabulary.reading import folded

WORDS_OF_LINKS: dict[tuple[str, str], str] = {
    ("events", "prison"): "place",
    ("charges", "offence"): "quoted",
    ("judgments", "court"): "branch",
    ("judgments", "judge"): "note",
}
"""What a mapping calls a link → the field in which the words of the list are kept as they were written."""

LINKS: dict[tuple[str, str], tuple[str, str]] = {
    ("events", "place"): ("prison_id", "prisons"),
    ("charges", "quoted"): ("offence_id", "offences"),
    ("judgments", "branch"): ("court_id", "courts"),
    ("judgments", "note"): ("judge_id", "officials"),
}
"""The field with the words → the link beside it, and the reference list to which it leads."""

ALWAYS_NAMES: frozenset[tuple[str, str]] = frozenset({("charges", "quoted")})
"""Fields whose words name an entry of a list whatever the mapping says; a place may be a town."""

_PRISON_WORD = re.compile(r"\b(?:central )?prison\b|زندان(?: مرکزی)?(?!\w)", re.IGNORECASE)
_SAYS_PRISON = ("prison", "detention cent", "زندان", "بازداشتگاه", "ندامتگاه")


@dataclass(frozen=True)
class Link:
    """What became of one text that may name an entry."""

    catalogue: str
    text: str
    number: int | None
    """The entry; None where the text names none, or more than one."""


class Catalogues:
    """The reference lists of a registry, by everything that their entries are called."""

    def __init__(self, reader: Reader | None = None) -> None:
        self._reader = reader
        self._names: dict[str, dict[str, set[int]]] = {}

    def link(self, table: str, field: str, text: str, *, named: bool) -> Link | None:
        """To which entry a text leads; None where no link is meant, as for a place that is a town.

        `named`: the mapping says that the text names an entry.
        """
        meant = named or (table == "events" and _says_prison(text))
        if (table, field) not in LINKS or not meant:
            return None
        catalogue = LINKS[table, field][1]
        names = self.names(catalogue)
        found = next((names[key] for way in _ways(text) if (key := folded(way)) in names), set())
        return Link(catalogue, text, next(iter(found)) if len(found) == 1 else None)

    def names(self, catalogue: str) -> dict[str, set[int]]:
        """Folded name → the entries called so: exactly what `catalogue.resolve` finds, for a whole list at once."""
        if catalogue not in self._names:
            names: dict[str, set[int]] = defaultdict(set)
            if self._reader is not None:
                for row in self._reader.each(f"SELECT * FROM {catalogue} WHERE withdrawn = 0 ORDER BY id"):
                    for word in called(dict(row)):
                        names[folded(word)].add(row["id"])
            self._names[catalogue] = dict(names)
        return self._names[catalogue]


def _ways(text: str) -> Iterator[str]:
    """A text, the same without the town or province behind it, and without the word prison: “Evin Prison, Tehran”."""
    yield text
    bare = re.split("[,،(]", text, maxsplit=1)[0]
    yield bare
    if (short := _PRISON_WORD.sub(" ", bare)).strip():
        yield short


def _says_prison(text: str) -> bool:
    lowered = text.casefold()
    return any(word in lowered for word in _SAYS_PRISON)
