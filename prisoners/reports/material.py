"""What a report is made from: the people who may be shown, the day it speaks of, and what was asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from prisoners.dates.partial import Calendar
from prisoners.privacy.policy import Columns
from prisoners.privacy.redact import Leaving
from prisoners.privacy.watch import Watch
from prisoners.queries.as_of import Known, known_at, looking_back
from prisoners.queries.selected import selected
from prisoners.reports.apart import Estimates, gathered
from prisoners.reports.grades import COLUMNS as GRADES
from prisoners.reports.people import People
from prisoners.reports.population import Population, entered, held_between, of_today
from prisoners.reports.speech import Speech
from prisoners.reports.table import Scope, Table, columns_for, filled
from prisoners.sheets.asked import listed_by
from prisoners.sheets.gather import AT_ONCE, everybody, let_out, rows_of
from prisoners.sheets.manifest import known_when
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference
from prisoners.vocabulary import Audience

Whom = Callable[[Reader, dt.date], Sequence[int]]
"""Whom a report is about, on a day."""
Rows = dict[str, list[dict[str, Any]]]

_EFFORTS = {
    "beneficiaries": "SELECT * FROM beneficiaries WHERE prisoner_id IN ({})",
    "interventions": "SELECT * FROM interventions WHERE withdrawn = 0 AND id IN"
    " (SELECT intervention_id FROM beneficiaries WHERE withdrawn = 0 AND prisoner_id IN ({}))",
}
_LEVELS = {"sources": "confidentiality", "files": "level", "health": "level"}


@dataclass(frozen=True)
class Options:
    """How a report was asked for; the same for all of them, and each takes what it needs."""

    argument: str = ""
    """The day or the export that some reports are about."""
    selection: str = ""
    """The filter, as typed."""
    population: Population | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    by: tuple[str, ...] = ()
    unit: str = "persons"
    suppress: int = 0
    calendar: Calendar = Calendar.JALALI


@dataclass(frozen=True)
class Material:
    """Everything a report may look at."""

    reader: Reader
    """The registry as it stands: it decides who may be shown."""
    then: Reader
    """The registry and the situation that were asked about."""
    audience: Audience
    today: dt.date
    on: dt.date
    """The day of the situation."""
    known: tuple[int, str]
    """The last update that the report knows of, and its day."""
    options: Options
    speech: Speech
    people: People
    asked: int
    """How many people were asked for, shown or not."""
    watch: Watch
    """What no text of this report may hold."""
    remarks: list[str] = field(default_factory=list)
    """What only the researcher is told."""

    @property
    def leaving(self) -> Leaving:
        """What left the gate."""
        return self.people.leaving

    @cached_property
    def estimates(self) -> Estimates:
        """What is known of groups, apart from everybody who is counted."""
        return gathered(self.reader, self.then, self.audience, self.watch)

    def scope(self, unit: str, population: str) -> Scope:
        """What a table counts, of whom."""
        number, day = self.known
        update = write_reference("updates", number)
        said = (
            self.speech.words("{day} ({update})", day=self.speech.day(day), update=update) if number else day
        )
        return Scope(unit, population, said, self._apart() if unit == "persons" else "")

    def _apart(self) -> str:
        """How many estimates are told apart from the persons of a table."""
        number = len(self.estimates.rows)
        return self.speech.said("apart" if number else "none_apart", number=self.speech.number(number))

    def population(self, which: Population) -> str:
        """A population in words."""
        since, until = self.period()
        day = self.speech.day
        return self.speech.said(which.value, on=day(self.on), since=day(since), until=day(until))

    def period(self) -> tuple[dt.date, dt.date]:
        """From when to when, where a report is about a time; a year where nobody said."""
        until = self.options.until or self.on
        return self.options.since or until.replace(year=until.year - 1, day=min(until.day, 28)), until

    def persons(self, which: Population) -> list[int]:
        """The people of a population, in the order in which they are shown."""
        if which is Population.PERIOD:
            told, period = entered(self.then), self.period()
            return [one for one in self.people.shown if held_between(self.people, one, period, told)]
        return [one for one in self.people.shown if of_today(self.people, one, which)]

    def table(
        self, key: str, keys: Sequence[str], rows: Sequence[Mapping[str, Any]], unit: str, population: str,
        notes: Sequence[str] = (), title: str = "",
    ) -> Table:  # fmt: skip
        """A table of rows under these columns, as far as the audience may see them."""
        columns = columns_for(self.audience, self.speech, keys)
        cells = filled(columns, rows)
        graded = rows and not GRADES.isdisjoint(column.key for column in columns)
        told = (*notes, self.speech.said("grades")) if graded else tuple(notes)
        return Table(key, title or self.speech.title(key), columns, cells, self.scope(unit, population), told)


@contextmanager
def situation(
    reader: Reader, known: str | None, on: dt.date | None, today: dt.date
) -> Iterator[tuple[Reader, dt.date]]:
    """A reader on what was asked about, and the day of the situation: that of the last update where none was named."""
    moment: Known | None = known_at(reader, known, today) if known else None
    with looking_back(reader, known=moment, on=on) as then:
        day = known_when(then)[1]
        yield then, on or (dt.date.fromisoformat(day) if day[0].isdigit() else today)


def gather(
    reader: Reader,
    then: Reader,
    *,
    audience: Audience,
    today: dt.date,
    on: dt.date,
    options: Options,
    speech: Speech,
    whom: Whom = lambda then, _on: everybody(then),
    tells: frozenset[Columns] = frozenset(),
) -> Material:
    """Let the people asked for through the gate; it judges by what is recorded now, whatever was known then.

    `tells`: what standing in this report tells of everybody in it.
    """
    asked = chosen(then, whom, options.selection, on)
    tells |= listed_by(then, options.selection, on)
    leaving, watch = let_through(reader, then, asked, audience, today, tells)
    people = People(leaving, speech, on)
    return Material(
        reader, then, audience, today, on, known_when(then), options, speech, people, len(asked), watch
    )


def chosen(then: Reader, whom: Whom, selection: str, on: dt.date) -> list[int]:
    """Whom a report is about, as far as a filter means them."""
    people = list(whom(then, on))
    if not selection:
        return people
    meant_by_filter = set(selected(then, selection, on))
    return [person for person in people if person in meant_by_filter]


def let_through(
    reader: Reader,
    then: Reader,
    asked: Sequence[int],
    audience: Audience,
    today: dt.date,
    tells: frozenset[Columns] = frozenset(),
) -> tuple[Leaving, Watch]:
    """The rows of another day that may leave by what is recorded now, and what no text may hold."""
    now = {row["id"] for row in reader.rows("SELECT id FROM prisoners")}
    here = [person for person in asked if person in now]
    rows: Rows = {**rows_of(then, here), **_efforts(then, here)}
    for table, column in _LEVELS.items():
        _as_strict_as_now(reader, rows[table], table, column)
    return let_out(reader, here, audience, today, rows=rows, listed_by=tells)


def _efforts(reader: Reader, people: Sequence[int]) -> Rows:
    """What was done for these people."""
    found: Rows = {}
    for table, sql in _EFFORTS.items():
        rows: dict[int, dict[str, Any]] = {}
        for first in range(0, len(people), AT_ONCE):
            marks = ", ".join(str(number) for number in people[first : first + AT_ONCE])
            rows |= {row["id"]: dict(row) for row in reader.each(sql.format(marks))}
        found[table] = [rows[number] for number in sorted(rows)]
    return found


def _as_strict_as_now(reader: Reader, rows: list[dict[str, Any]], table: str, column: str) -> None:
    """Give rows of another day the level they have today; one that was retracted since is for nobody."""
    kept = reader.each(f"SELECT id, {column} FROM {table} WHERE withdrawn = 0")
    levels = {row[0]: row[1] for row in kept}
    for row in rows:
        row[column] = levels.get(row["id"], "sealed")
