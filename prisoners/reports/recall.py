"""What must be recalled: who stands in a file that was sent and may no longer be shown there, or must be named less."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from prisoners.privacy.policy import strictest
from prisoners.privacy.verdict import Verdict, judge
from prisoners.queries import sent
from prisoners.sheets.gather import deaths
from prisoners.store.named import Named, read_named
from prisoners.store.reader import Reader
from prisoners.vocabulary import Audience, NamingRule

Records = dict[int, dict[str, Any]]

GONE = Verdict("not recorded any more")
_OUT = (
    "SELECT id, made_at, recipient, audience, file_name, people FROM exports"
    " WHERE withdrawn = 0 AND recalled_on IS NULL AND people IS NOT NULL ORDER BY id"
)
_JUDGED = "SELECT id, basis, naming, withdrawn, merged_into FROM prisoners{}"
_TOUCHED = (
    "SELECT DISTINCT prisoner_id FROM changes WHERE update_id = :update AND prisoner_id IS NOT NULL"
    " AND (table_name = 'consents' OR (table_name = 'prisoners'"
    " AND field IN ('naming', 'basis', 'withdrawn', 'merged_into', 'id')))"
)


@dataclass(frozen=True)
class Recall:
    """One person who stands in a file otherwise than is allowed today."""

    person: int
    why_not: str
    """Why they may not be shown any more; empty where they must only be named less."""
    named: NamingRule
    """How they are named in the file."""
    rule: NamingRule
    """How they may be named today."""


@dataclass(frozen=True)
class Out:
    """A file that is with somebody and must be recalled."""

    export: int
    made_at: str
    recipient: str
    """To whom it was sent; empty where nobody said."""
    audience: Audience
    file_name: str
    people: tuple[Recall, ...]


def to_be_recalled(reader: Reader, today: dt.date, people: Collection[int] | None = None) -> list[Out]:
    """Every file that holds somebody who may no longer be shown there; because of these people where some are named.

    A file is settled once it was recalled, or withdrawn as one that was never sent.
    """
    files = [(row, _of(read_named(row["people"]), people)) for row in reader.rows(_OUT)]
    found = []
    for audience in Audience:
        own = [(row, named) for row, named in files if row["audience"] == audience and named]
        now = allowed(reader, audience, today, people) if own else {}
        for row, named in own:
            if recalls := tuple(otherwise(named, now)):
                found.append(_out(dict(row), recalls))
    return sorted(found, key=lambda out: out.export)


def files_with(reader: Reader, person: int) -> list[Out]:
    """Every file that is with somebody and in which this person stands."""
    return [_out(row, ()) for row in sent.files_with(reader, [person]) if not row["recalled_on"]]


def otherwise(named: Named, now: Mapping[int, Verdict]) -> Iterator[Recall]:
    """Who may no longer stand where they are named so, or must be named less."""
    for person, rule in named.items():
        verdict = now.get(person, GONE)
        if not verdict.leaves:
            yield Recall(person, verdict.why_not, rule, verdict.naming)
        elif strictest((rule, verdict.naming)) != rule:
            yield Recall(person, "", rule, verdict.naming)


def allowed(
    reader: Reader, audience: Audience, today: dt.date, people: Collection[int] | None = None
) -> dict[int, Verdict]:
    """What the gate says of everybody today, or of these; who was made one with somebody else is judged as that one."""
    records = _everybody(reader) if people is None else _followed(reader, people)
    consents = reader.each("SELECT * FROM consents") if people is None else _consents(reader, records)
    dead = [row for row in deaths(reader) if row["prisoner_id"] in records]
    verdicts = judge(audience, records.values(), map(dict, consents), today, deaths=dead)
    into = {person: row["merged_into"] for person, row in records.items() if row["merged_into"]}
    return {person: verdicts[_became(person, into)] for person in records}


def touched(reader: Reader, update: int) -> set[int]:
    """The people of whom an update changed what decides whether, and how, they are shown."""
    return {row["prisoner_id"] for row in reader.rows(_TOUCHED, update=update)}


def _of(named: Named, people: Collection[int] | None) -> Named:
    return named if people is None else {one: named[one] for one in sorted(people) if one in named}


def _everybody(reader: Reader) -> Records:
    return {row["id"]: dict(row) for row in reader.each(_JUDGED.format(""))}


def _followed(reader: Reader, people: Iterable[int]) -> Records:
    """The records of these people, and those that they became."""
    found: Records = {}
    while people := set(people) - found.keys():
        rows = reader.rows(_JUDGED.format(f" WHERE id IN ({_listed(people)})"))
        found |= {row["id"]: dict(row) for row in rows}
        people = {row["merged_into"] for row in rows if row["merged_into"]}
    return found


def _became(person: int, into: Mapping[int, int]) -> int:
    """The record that a person's record is part of."""
    while person in into:
        person = into[person]
    return person


def _consents(reader: Reader, people: Iterable[int]) -> Iterable[sqlite3.Row]:
    return reader.each(f"SELECT * FROM consents WHERE prisoner_id IN ({_listed(people)})")


def _listed(people: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(people)))


def _out(row: Mapping[str, Any], people: tuple[Recall, ...]) -> Out:
    return Out(
        row["id"],
        row["made_at"],
        row["recipient"] or "",
        Audience(row["audience"]),
        row["file_name"],
        people,
    )
