"""A table of a report: what it says, what it counts, of whom, and as known when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from prisoners.privacy.policy import Columns, level_of, may_see
from prisoners.reports.speech import Speech
from prisoners.sheets.columns import Column, Sheet
from prisoners.vocabulary import Audience

Cell = str | int


class Count(int):
    """How many, and which: what is told of them in several tables can be compared."""

    who: frozenset[int]
    kind: str

    def __new__(cls, who: Iterable[int], kind: str = "persons") -> Self:
        """Count these, which are the numbers of rows of one kind."""
        members = frozenset(who)
        count = super().__new__(cls, len(members))
        count.who, count.kind = members, kind
        return count


ALLOWED_BY: dict[str, Columns] = {
    "gender": ("prisoners", "gender"), "born": ("prisoners", "born"), "age": ("prisoners", "born"),
    "age_at_arrest": ("prisoners", "born"), "age_group": ("prisoners", "born"), "age_at_act": ("prisoners", "born"),
    "ethnicity": ("prisoners", "ethnicity"), "religion": ("prisoners", "religion"),
    "nationality": ("prisoners", "nationality"), "other_nationality": ("prisoners", "other_nationality"),
    "occupation": ("prisoners", "occupation"), "summary": ("prisoners", "summary"),
    "grade": ("citations", "credibility"), "status_grade": ("citations", "credibility"),
    "sentence_grade": ("citations", "credibility"),
    "enforceable": ("sentences", "years"), "projected": ("sentences", "years"),
    "verified_on": ("prisoners", "verified_on"), "recorded_on": ("changes", "update_id"),
    "asked": ("interventions", "addressee"), "answered": ("beneficiaries", "answer"),
    "kind": ("interventions", "kind"), "title": ("interventions", "title"),
    "addressee": ("interventions", "addressee"), "made_on": ("interventions", "made_on"),
    "response": ("interventions", "response"), "responded_on": ("interventions", "responded_on"),
    "response_words": ("interventions", "response_words"), "impact": ("interventions", "impact"),
    "answered_acts": ("interventions", "response"), "unanswered": ("interventions", "response"),
    "last_made": ("interventions", "made_on"), "last_answer": ("interventions", "response"),
    "followed": ("interventions", "made_on"), "signers": ("interventions", "signers"),
    "export": ("exports", "id"), "sent_on": ("exports", "made_at"), "file_name": ("exports", "file_name"),
    "audience": ("exports", "audience"), "address": ("headlines", "prison_id"),
    "address_persian": ("headlines", "prison_id"),
}  # fmt: skip
"""The column of the registry whose level decides whether an audience gets a column of a report; silence: always."""


@dataclass(frozen=True)
class Scope:
    """What a table is about."""

    unit: str
    """persons, cases, judgments, charges, statements, events …: a key of the phrases."""
    population: str
    """Of whom, in words."""
    known: str
    """As known on which day, after which update."""
    apart: str = ""
    """Of persons: that they are recorded one by one, and how many estimates of groups are told apart."""


@dataclass(frozen=True)
class Table:
    """Rows with their headings and everything that must be known to read them."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    scope: Scope
    notes: tuple[str, ...] = ()
    adds_up: bool = False
    """Whether the last row, and the last of several columns of counts, is the total of the others."""

    def about(self, speech: Speech) -> list[str]:
        """Unit, population, known-on, named and estimated, then the notes."""
        unit, scope = speech.said(self.scope.unit), self.scope
        return [
            speech.said("unit", unit=unit),
            speech.said("population", population=scope.population),
            speech.said("known", known=scope.known),
            *filter(None, [self.apart]),
            *self.notes,
        ]

    @property
    def apart(self) -> str:
        """That estimates are told apart from what is counted; nothing where people stand one by one."""
        return "" if any(column.key == "reference" for column in self.columns) else self.scope.apart

    @property
    def lists_people(self) -> bool:
        """Whether somebody stands in it one by one."""
        return bool(self.rows) and any(column.key == "reference" for column in self.columns)

    def numbers(self) -> list[int]:
        """The columns that hold numbers."""
        return [
            place
            for place in range(len(self.columns))
            if any(isinstance(row[place], int) for row in self.rows)
        ]

    def sheet(self, speech: Speech) -> Sheet:
        """The table as a sheet of a file."""
        rows = [tuple(speech.text(cell) for cell in row) for row in self.rows]
        counted = set(self.numbers())
        columns = tuple(replace(column, counts=place in counted) for place, column in enumerate(self.columns))
        name = "".join(char for char in self.title if char not in "[]:*?/\\")[:31].strip()
        return Sheet(
            name,
            self.key,
            columns,
            rows,
            notes=(self.title, *self.about(speech)),
            rightwards=speech.is_persian,
        )

    def as_json(self) -> dict[str, Any]:
        """The table for programs: codes in words, numbers as numbers, an empty cell left out."""
        keys = [column.key for column in self.columns]
        return {
            "key": self.key,
            "title": self.title,
            "unit": self.scope.unit,
            "population": self.scope.population,
            "as_known_on": self.scope.known,
            **({"named_and_estimated": self.apart} if self.apart else {}),
            "notes": list(self.notes),
            "rows": [
                {key: cell for key, cell in zip(keys, row, strict=True) if cell != ""} for row in self.rows
            ],
        }


def columns_for(audience: Audience, speech: Speech, keys: Sequence[str]) -> tuple[Column, ...]:
    """These columns with their headings, without those that this audience may not see."""
    return tuple(
        Column(key, speech.heading(key), ALLOWED_BY.get(key))
        for key in keys
        if key not in ALLOWED_BY or may_see(audience, level_of(*ALLOWED_BY[key]))
    )


def filled(columns: Sequence[Column], rows: Sequence[Mapping[str, Any]]) -> tuple[tuple[Cell, ...], ...]:
    """The cells of these rows under these columns; nothing where a row has none."""
    return tuple(
        tuple("" if row.get(column.key) is None else row[column.key] for column in columns) for row in rows
    )
