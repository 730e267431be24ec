"""Is this person in the registry: candidates best first, each with a score and the reason in words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from prisoners.dates.partial import PartialDate
from prisoners.names.candidates import candidates
from prisoners.names.likeness import likeness
from prisoners.queries.evidence import ALIKE, UNLIKE, days_apart
from prisoners.queries.facts import Facts, Span, facts_of, span_of
from prisoners.queries.places import provinces_in, towns_in
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference
from prisoners.vocabulary.catalogue import resolve

FEWEST = 0.5
"""Below this score a name has too little in common with what was asked."""

_NAMES_JUDGED = 100
_MOST_MARKS = 10_000  # a third of what SQLite takes in one question
_WEIGHED = 3
_AGREES, _NEARLY, _NOT_RECORDED, _DIFFERS = 1.0, 0.97, 0.93, 0.7

_NAMES = "SELECT prisoner_id, text FROM names WHERE withdrawn = 0 AND id IN"
_RECORDS = "SELECT id, merged_into, withdrawn FROM prisoners WHERE id IN"
_PEOPLE = "SELECT id, name_latin, name_persian, father, born, status, prison, place FROM people WHERE id IN"
_PRISONS = "SELECT id, name_en, name_fa, aliases_en, aliases_fa FROM prisons WHERE withdrawn = 0"


@dataclass(frozen=True)
class Candidate:
    """One person who may be meant: how likely from 0 to 1, and why, in words."""

    prisoner_id: int
    score: float
    reason: str
    matched: str
    """The name that matched, as it is stored."""
    reference: str
    name_latin: str | None
    name_persian: str | None
    father: str | None
    born: str | None
    """As stored; `PartialDate.from_stored` reads it."""
    status: str | None
    place: str | None


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


@dataclass(frozen=True)
class Asked:
    """What is asked beside the name."""

    father: str | None = None
    born: PartialDate | None = None
    city: str | None = None
    prison: str | None = None


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
    asked = Asked(father, born, city, prison)
    few = sorted(_named(reader, name), key=lambda found: (-found.score, found.prisoner_id))
    if asked == Asked():
        return _shown(reader, few[:limit])
    few = few[: limit * _WEIGHED]
    known = facts_of(reader, [found.prisoner_id for found in few])
    judged = [_weighed(found, known[found.prisoner_id], asked, reader) for found in few]
    judged.sort(key=lambda found: (-found.score, found.prisoner_id))
    return _shown(reader, judged[:limit])


def _named(reader: Reader, name: str) -> list[Found]:
    """Everybody whose name is like this one, each with the name that is most like it."""
    best: dict[int, Found] = {}
    for row in rows_numbered(reader, _NAMES, candidates(name, NameKeys(reader), _NAMES_JUDGED)):
        alike = likeness(name, row["text"])
        number = row["prisoner_id"]
        if alike.score >= FEWEST and (number not in best or alike.score > best[number].score):
            best[number] = Found(number, alike.score, alike.reason, row["text"])
    return _living(reader, best)


def _living(reader: Reader, found: dict[int, Found]) -> list[Found]:
    """The people behind the records: a merged record is the one it was merged into, a withdrawn one nobody."""
    living: dict[int, Found] = {}
    while found:
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


def _weighed(found: Found, known: Facts, asked: Asked, reader: Reader) -> Found:
    """The same person, after what was asked beside the name."""
    score, reasons = found.score, [found.reason]
    for factor, reason in _answers(known, asked, reader):
        score *= factor
        reasons.append(reason)
    return found._replace(score=round(score, 3), reason="; ".join(reasons))


def _answers(known: Facts, asked: Asked, reader: Reader) -> Iterator[tuple[float, str]]:
    if asked.father:
        yield _father(known.father, asked.father)
    if asked.born:
        yield _born(known.born, asked.born)
    if asked.city:
        yield _city(known, asked.city)
    if asked.prison:
        yield _prison(known, asked.prison, reader)


def _father(known: str | None, asked: str) -> tuple[float, str]:
    if known is None:
        return _NOT_RECORDED, "father not recorded"
    alike = likeness(known, asked).score
    if alike >= ALIKE:
        return _AGREES, f"father agrees ({known})"
    return (_DIFFERS if alike < UNLIKE else _NOT_RECORDED), f"father is “{known}”"


def _born(known: Span | None, asked: PartialDate) -> tuple[float, str]:
    span = span_of(asked)
    if known is None or span is None:
        return _NOT_RECORDED, "birth not recorded"
    if days_apart(known, span) == 0:
        return _AGREES, f"birth agrees ({known[0]}/{known[1]})"
    return _DIFFERS, f"born {known[0]}/{known[1]}"


def _city(known: Facts, asked: str) -> tuple[float, str]:
    if not known.towns and not known.provinces:
        return _NOT_RECORDED, "no place recorded"
    if known.towns & towns_in(asked):
        return _AGREES, "place agrees"
    if known.provinces & provinces_in(asked):
        return _NEARLY, "the same province"
    return _DIFFERS, "other places recorded"


def _prison(known: Facts, asked: str, reader: Reader) -> tuple[float, str]:
    if not known.prisons:
        return _NOT_RECORDED, "no prison recorded"
    meant = {row["id"] for row in resolve([dict(row) for row in reader.rows(_PRISONS)], asked)}
    if known.prisons & meant:
        return _AGREES, "was held there"
    return _DIFFERS, "held elsewhere" if meant else f"no prison is called “{asked}”"


def _shown(reader: Reader, found: list[Found]) -> list[Candidate]:
    people = {row["id"]: row for row in rows_numbered(reader, _PEOPLE, [one.prisoner_id for one in found])}
    return [
        Candidate(
            **one._asdict(),
            reference=write_reference("prisoners", one.prisoner_id),
            name_latin=people[one.prisoner_id]["name_latin"],
            name_persian=people[one.prisoner_id]["name_persian"],
            father=people[one.prisoner_id]["father"],
            born=people[one.prisoner_id]["born"],
            status=people[one.prisoner_id]["status"],
            place=people[one.prisoner_id]["prison"] or people[one.prisoner_id]["place"],
        )
        for one in found
    ]


def rows_numbered(reader: Reader, sql: str, numbers: Sequence[int]) -> list[sqlite3.Row]:
    """The rows with these numbers; `sql` ends where the list of them begins."""
    values = {f"n{place}": number for place, number in enumerate(numbers)}
    return reader.rows(f"{sql} ({', '.join(f':{mark}' for mark in values)})", **values) if values else []
