"""A registry in which every field of every table holds a word that stands nowhere else, made from the records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from prisoners.dates.partial import Calendar, PartialDate
from prisoners.privacy.policy import Columns, level_of, may_see
from prisoners.records.columns import Choice, Count, Day, Flag, Line
from prisoners.records.tables import RECORDED
from prisoners.store.unit import Unit, form_of
from prisoners.vocabulary import Audience

LATIN, PERSIAN, NUMBER = "Qanari", "قناری", "7310"
"""With what every canary begins: its Latin word, its Persian word, and its number of twelve digits."""
_LATIN_LETTERS, _PERSIAN_LETTERS = "bcdfghjklmnpqrstvwxz", "بتجدرزسشصطعغفقلمنوخح"

FIXED: dict[Columns, Any] = {
    ("names", "script"): "latin",
    ("sources", "kind"): "independent_media",
    ("sources", "confidentiality"): "public",
    ("citations", "about_table"): "prisoners",
    ("consents", "scope"): "send_to_un",
    ("consents", "subject"): "person",
    ("files", "level"): "public",
    ("health", "level"): "internal",
    ("prisoners", "basis"): "already_public",
    ("prisoners", "naming"): "full",
    ("exports", "people"): '{"full": "1"}',
}
"""What the gate itself asks about, what two fields must agree on, and what is no text for people."""
SPARED = {"withdrawn", "withdrawn_on", "refused", "merged_into"}
"""What would take the row out of the registry."""
REFERENCE_LISTS = {"prisons", "courts", "officials", "postings", "offences"}
COLUMNS = {
    (str(record.__tablename__), name): record.__table__.columns[name]
    for record in RECORDED
    for name in form_of(record).model_fields
}
OTHERWISE = 10_000
"""Added to the number of a field whose canary is another one in the second registry of a pair."""


class Canary(NamedTuple):
    """What stands in one field: two words and a number, which stand in no other."""

    latin: str
    persian: str
    number: str

    def __str__(self) -> str:
        return " ".join(self)


def canary(number: int) -> Canary:
    """The canary of this number."""
    latin, persian, rest = LATIN, PERSIAN, number
    for _ in range(4):
        rest, letter = divmod(rest, len(_LATIN_LETTERS))
        latin, persian = latin + _LATIN_LETTERS[letter], persian + _PERSIAN_LETTERS[letter]
    return Canary(latin, persian, f"{NUMBER}{number:08}")


CANARIES: dict[Columns, Canary] = {column: canary(place) for place, column in enumerate(COLUMNS, start=1)}
"""The canary of every field, whether or not it takes words."""


class Canaries:
    """Fills a registry through a unit, and remembers which words stand in which field of which person.

    `again`: how many people were filled in before; `unlike`: an audience, from whom everything hidden is otherwise
    than in a registry made without it. A column that is named in `columns` holds what is said there.
    """

    def __init__(self, unit: Unit, *, again: int = 0, unlike: Audience | None = None, **columns: Any) -> None:
        self.unit, self.columns, self.unlike = unit, columns, unlike
        self.first = again * len(COLUMNS)
        self.words: dict[Columns, tuple[str, ...]] = {}
        self.rows: dict[str, int] = {}
        for record in RECORDED:
            self._add(record)

    def _add(self, record: Any) -> None:
        table = str(record.__tablename__)
        facts = {name: self._fact(table, name) for name in form_of(record).model_fields}
        facts = {name: value for name, value in facts.items() if value is not None}
        if table == "names":
            facts |= self._name("latin")
        if table == "not_the_same":
            facts["other_id"] = self._somebody_else()
        self.rows[table] = self.unit.add(record, facts).id or 0
        if table == "names":
            self.unit.add(record, facts | self._name("persian"))

    def _fact(self, table: str, column: str) -> Any:
        if column in self.columns:
            return self.columns[column]
        if (table, column) in FIXED:
            return FIXED[table, column]
        if column in SPARED:
            return None
        if column == "about_row":
            return self.rows["prisoners"]
        for key in COLUMNS[table, column].foreign_keys:
            return self.rows.get(key.column.table.name)
        return self._typed(table, column, COLUMNS[table, column].type)

    def _typed(self, table: str, column: str, kind: Any) -> Any:
        otherwise = self._is_otherwise((table, column))
        if isinstance(kind, Choice):
            return list(kind.choices)[-1 if otherwise else 0]
        if isinstance(kind, Count):
            return 3 if otherwise else 2
        if isinstance(kind, Flag):
            return 1
        if column.endswith("_at") and table == "exports":
            return "2024-03-20T08:15:01Z" if otherwise else "2024-03-20T08:15:00Z"
        words = self._put((table, column))
        if isinstance(kind, Day):
            day = PartialDate.from_stored("2022-09-16 2022-09-16 2022-09-16|gregorian|")
            return PartialDate(day.earliest, day.latest, day.edtf, Calendar.GREGORIAN, " ".join(words))
        assert isinstance(kind, Line)
        return f"https://example.org/{'-'.join(words)}" if column.endswith("url") else " ".join(words)

    def _put(self, column: Columns) -> tuple[str, ...]:
        """The words of a field; a name takes no number."""
        number = int(CANARIES[column].number[len(NUMBER) :]) + self.first
        found = canary(number + OTHERWISE * self._is_otherwise(column))
        self.words[column] = tuple(found) if column[0] != "names" else (found.latin, found.persian)
        return self.words[column]

    def _name(self, script: str) -> dict[str, Any]:
        """A name of two words in one script, the second of them the family name."""
        given, family = (self.words["names", part][script == "persian"] for part in ("text", "family"))
        return {"text": f"{given} {family}", "family": family, "script": script, "is_primary": True}

    def _is_otherwise(self, column: Columns) -> bool:
        return self.unlike is not None and not may_see(self.unlike, level_of(*column))

    def _somebody_else(self) -> int:
        from prisoners.records.prisoners import Prisoner

        return self.unit.add(Prisoner, {}).id or 0

    def parts(self) -> Iterator[tuple[Columns, str]]:
        """Every single word with the field in which it stands."""
        for field, words in self.words.items():
            for part in words:
                yield field, part
