"""What tells one person from another of the same name: father, birth, death, arrests, places, articles, numbers."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from prisoners.dates.partial import PartialDate
from prisoners.names.places import provinces_in, towns_in
from prisoners.store.reader import Reader

Span = tuple[str, str]
"""The first and the last day of a date, as ISO text, which sorts and compares like days."""

AT_ONCE = 500
_OPEN = ("0001-01-01", "9999-12-31")

_PEOPLE = (
    "SELECT id, father, gender, born, residence FROM prisoners WHERE withdrawn = 0 AND merged_into IS NULL"
)
_NAMES = "SELECT prisoner_id, text FROM names WHERE withdrawn = 0"
_CASES = "SELECT prisoner_id, arrested_on, arrested_at FROM cases WHERE withdrawn = 0"
_ARRESTS = (
    "SELECT events.prisoner_id, events.kind, events.status, events.happened_on, events.place, events.prison_id,"
    " prisons.province FROM events LEFT JOIN prisons ON prisons.id = events.prison_id"
    " WHERE events.withdrawn = 0"
)
_OFFENCES = (
    "SELECT DISTINCT cases.prisoner_id, offences.law, offences.article, offences.bis FROM charges"
    " JOIN cases ON cases.id = charges.case_id AND cases.withdrawn = 0"
    " JOIN offences ON offences.id = charges.offence_id WHERE charges.withdrawn = 0"
)
_NUMBERS = "SELECT prisoner_id, list_name, number FROM external_ids WHERE withdrawn = 0"
_ARRESTED = frozenset({"arrest", "re_arrest"})
_DEAD = frozenset({"executed", "died_in_custody", "died_after_release"})


@dataclass(slots=True)
class Facts:
    """One person as far as it takes to tell them from another; `id` 0 for somebody not yet in the registry."""

    id: int = 0
    names: list[str] = field(default_factory=list)
    father: str | None = None
    gender: str | None = None
    born: Span | None = None
    died: Span | None = None
    arrests: set[Span] = field(default_factory=set)
    towns: set[str] = field(default_factory=set)
    provinces: set[str] = field(default_factory=set)
    prisons: set[int] = field(default_factory=set)
    offences: set[str] = field(default_factory=set)
    numbers: set[tuple[str, str]] = field(default_factory=set)
    last_seen: str = ""
    """The last day on which anything that is dated to a day happened to them."""

    def was_at(self, place: str | None) -> None:
        """Remember a place as written, with the province it lies in."""
        if place:
            self.towns |= towns_in(place)
            self.provinces |= provinces_in(place)


def span_of(when: PartialDate | str | None) -> Span | None:
    """The days a date can have been, from the date or its stored text; None where it says nothing."""
    if when is None:
        return None
    text = when if isinstance(when, str) else when.stored
    span = text[:10], text[11:21]
    return None if span == _OPEN else span


def all_facts(reader: Reader) -> dict[int, Facts]:
    """Everybody's facts by number, merged records and those entered in error left out."""
    return _read(reader, "", {})


def facts_of(reader: Reader, numbers: Sequence[int]) -> dict[int, Facts]:
    """The facts of these people by number."""
    found: dict[int, Facts] = {}
    for first in range(0, len(numbers), AT_ONCE):
        some = {f"n{place}": number for place, number in enumerate(numbers[first : first + AT_ONCE])}
        found |= _read(reader, "IN (" + ", ".join(f":{mark}" for mark in some) + ")", some)
    return found


def _read(reader: Reader, among: str, values: dict[str, int]) -> dict[int, Facts]:
    def each(sql: str, column: str = "prisoner_id") -> Iterator[sqlite3.Row]:
        return reader.each(f"{sql} AND {column} {among}" if among else sql, **values)

    people = {row["id"]: _person(row) for row in each(_PEOPLE, "id")}
    for sql, column, remember in _TOLD:
        for row in each(sql, column):
            if row["prisoner_id"] in people:
                remember(people[row["prisoner_id"]], row)
    return people


def _person(row: sqlite3.Row) -> Facts:
    facts = Facts(id=row["id"], father=row["father"], gender=row["gender"], born=span_of(row["born"]))
    facts.was_at(row["residence"])
    return facts


def _named(facts: Facts, row: sqlite3.Row) -> None:
    facts.names.append(row["text"])


def _prosecuted(facts: Facts, row: sqlite3.Row) -> None:
    _arrested(facts, row["arrested_on"], row["arrested_at"])


def _charged(facts: Facts, row: sqlite3.Row) -> None:
    facts.offences.add("-".join(part for part in (row["law"], row["article"], row["bis"]) if part))


def _listed(facts: Facts, row: sqlite3.Row) -> None:
    facts.numbers.add((row["list_name"].casefold(), row["number"]))


def _arrested(facts: Facts, when: str | None, where: str | None) -> None:
    span = span_of(when)
    if span:
        facts.arrests.add(span)
        _seen(facts, span)
    facts.was_at(where)


def _happened(facts: Facts, row: sqlite3.Row) -> None:
    span = span_of(row["happened_on"])
    if row["status"] in _DEAD:
        facts.died = span or facts.died
    elif row["kind"] in _ARRESTED:
        _arrested(facts, row["happened_on"], row["place"])
    elif span:
        _seen(facts, span)
    if row["prison_id"] is not None:
        facts.prisons.add(row["prison_id"])
    if row["province"]:
        facts.provinces.add(row["province"])


def _seen(facts: Facts, span: Span) -> None:
    if span[0] == span[1]:
        facts.last_seen = max(facts.last_seen, span[0])


_TOLD: tuple[tuple[str, str, Callable[[Facts, sqlite3.Row], None]], ...] = (
    (_NAMES, "prisoner_id", _named),
    (_CASES, "prisoner_id", _prosecuted),
    (_ARRESTS, "events.prisoner_id", _happened),
    (_OFFENCES, "cases.prisoner_id", _charged),
    (_NUMBERS, "prisoner_id", _listed),
)
