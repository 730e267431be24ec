"""Is this person in the registry: candidates best first, each with a score and the reason in words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from prisoners.dates.partial import PartialDate
from prisoners.names.candidates import candidates
from prisoners.names.likeness import likeness
from prisoners.queries.find import PEOPLE, Person, person_of
from prisoners.store.reader import Reader

FEWEST = 0.5
"""Below this score a name has too little in common with what was asked."""

_NAMES_JUDGED, _NAMES_JUDGED_WITH_FACTS = 100, 600
_MOST_MARKS = 10_000  # a third of what SQLite takes in one question

_NAMES = "SELECT prisoner_id, text FROM names WHERE withdrawn = 0 AND id IN"
_RECORDS = "SELECT id, merged_into, withdrawn FROM prisoners WHERE id IN"


class Candidate(NamedTuple):
    """One person who may be meant: how likely from 0 to 1, and why, in words."""

    person: Person
    score: float
    reason: str
    matched: str
    """The name that matched, as it is stored."""


class Found(NamedTuple):
    """Somebody whose name is like the one asked for."""

    prisoner_id: int
    score: float
    reason: str
    matched: str


class NameKeys:
    """The table of search keys, for the names to vote in."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def counts(self, keys: list[str]) -> Iterable[tuple[str, int]]:
        """How many names have each of these keys."""
        return self._each("SELECT key, count(*) FROM name_keys WHERE key IN", keys, " GROUP BY key")

    def holders(self, keys: list[str]) -> Iterable[tuple[str, int]]:
        """Each of these keys with each name that has it."""
        return self._each("SELECT key, name_id FROM name_keys WHERE key IN", keys)

    def _each(self, sql: str, keys: list[str], after: str = "") -> Iterator[tuple[str, int]]:
        for first in range(0, len(keys), _MOST_MARKS):
            values = {f"k{place}": key for place, key in enumerate(keys[first : first + _MOST_MARKS])}
            listed = ", ".join(f":{mark}" for mark in values)
            for row in self._reader.each(f"{sql} ({listed}){after}", **values):
                yield row[0], row[1]


def search(
    reader: Reader,
    name: str,
    *,
    father: str | None = None,
    born: PartialDate | None = None,
    city: str | None = None,
    prison: str | None = None,
    limit: int = 10,
) -> list[Candidate]:
    """Who may be meant by a name in any spelling, best first; nobody for a name that is not known.

    Father's name, birth, city and prison, where given, put those first who agree and last those who differ;
    nobody is left out for lacking a fact.
    """
    if all(fact is None for fact in (father, born, city, prison)):
        return _shown(reader, _ordered(_named(reader, name, _NAMES_JUDGED))[:limit])
    found = _ordered(_named(reader, name, _NAMES_JUDGED_WITH_FACTS))
    return _shown(reader, _ordered(_weighed(reader, found, father, born, city, prison))[:limit])


def _ordered(found: Iterable[Found]) -> list[Found]:
    return sorted(found, key=lambda one: (-one.score, one.prisoner_id))


def _weighed(
    reader: Reader,
    found: list[Found],
    father: str | None,
    born: PartialDate | None,
    city: str | None,
    prison: str | None,
) -> Iterator[Found]:
    """The same people, after what was asked beside the name."""
    from prisoners.queries.asked import Asked, answers  # most searches ask for a name only

    asked = Asked(father, born, city, prison)
    answered = answers(reader, [one.prisoner_id for one in found], asked)
    for one in found:
        score, reasons = one.score, [one.reason]
        for factor, reason in answered[one.prisoner_id]:
            score *= factor
            reasons.append(reason)
        yield one._replace(score=round(score, 3), reason="; ".join(reasons))


def _named(reader: Reader, name: str, most: int) -> list[Found]:
    """Everybody whose name is like this one, each with the name that is most like it."""
    best: dict[int, Found] = {}
    for row in rows_numbered(reader, _NAMES, candidates(name, NameKeys(reader), most)):
        alike = likeness(name, row["text"])
        number = row["prisoner_id"]
        if alike.score >= FEWEST and (number not in best or alike.score > best[number].score):
            best[number] = Found(number, alike.score, alike.reason, row["text"])
    return _living(reader, best)


def _living(reader: Reader, found: dict[int, Found]) -> list[Found]:
    """The people behind the records: a merged record is the one it was merged into, a withdrawn one nobody."""
    living: dict[int, Found] = {}
    seen: set[int] = set()
    while found := {number: one for number, one in found.items() if number not in seen}:
        seen.update(found)
        merged: dict[int, Found] = {}
        for row in rows_numbered(reader, _RECORDS, list(found)):
            one = found[row["id"]]
            if row["merged_into"] is not None:
                _keep_better(merged, one._replace(prisoner_id=row["merged_into"]))
            elif not row["withdrawn"]:
                _keep_better(living, one)
        found = merged
    return list(living.values())


def _keep_better(kept: dict[int, Found], one: Found) -> None:
    if one.prisoner_id not in kept or kept[one.prisoner_id].score < one.score:
        kept[one.prisoner_id] = one


def _shown(reader: Reader, found: list[Found]) -> list[Candidate]:
    people = {
        row["id"]: row
        for row in rows_numbered(reader, f"{PEOPLE} WHERE id IN", [one.prisoner_id for one in found])
    }
    return [
        Candidate(person_of(people[one.prisoner_id]), one.score, one.reason, one.matched) for one in found
    ]


def rows_numbered(reader: Reader, sql: str, numbers: Sequence[int]) -> list[sqlite3.Row]:
    """The rows with these numbers; `sql` ends where the list of them begins."""
    values = {f"n{place}": number for place, number in enumerate(numbers)}
    return reader.rows(f"{sql} ({', '.join(f':{mark}' for mark in values)})", **values) if values else []
