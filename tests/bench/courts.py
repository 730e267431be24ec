"""A hundred thousand invented prisoners with a million events, cases and sentences, written past the history."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from prisoners.store.derived import refresh_all
from prisoners.store.engine import create_registry
from prisoners.store.opening import connect

TALES = (
    (0.30, ("imprisoned_serving", "enforcement_start")),
    (0.08, ("detained_investigation", "arrest")),
    (0.02, ("furlough", "furlough_start")),
    (0.10, ("on_bail", "release")),
    (0.50, ("released_end_of_term", "release")),
)
"""How a story ends, and how many in a hundred end so: of a registry of years most are out."""
LAST_YEAR = 2026
RARELY = 0.01
RARE = ("hunger_strike_start", "hunger_strike_end", "bail_set", "summons_to_serve")
KINDS = (
    "interrogation",
    "transfer",
    "hearing",
    "contact_denied",
    "medical_event",
    "statement",
    "solitary_start",
)
USUAL: dict[str, dict[str, object]] = {
    "prisoners": {"ethnicity_presumed": 0, "religion_presumed": 0, "naming": "full", "basis": "none", "withdrawn": 0},
    "names": {"script": "latin", "kind": "official", "is_primary": 1, "withdrawn": 0},
    "cases": {"stage": "enforcement", "abroad": 0, "withdrawn": 0},
    "charges": {"state": "convicted", "withdrawn": 0},
    "judgments": {
        "instance": "first", "in_absentia": 0, "outcome": "convicted", "reported_half_month": 0, "merges": 0,
        "withdrawn": 0,
    },
    "sentences": {
        "kind": "prison", "half_month": 0, "suspended": 0, "suspended_half_month": 0, "reduced_half_month": 0,
        "state": "issued", "withdrawn": 0,
    },
    "events": {"open_ended": 0, "withdrawn": 0},
    "offences": {"unconfirmed": 0, "withdrawn": 0},
    "prisons": {"unconfirmed": 0, "withdrawn": 0},
}  # fmt: skip


def make_courts(path: Path, people: int, events: int, seed: int = 7) -> Path:
    """A registry of so many prisoners with so many events."""
    create_registry(path).close()
    connection = connect(path)
    connection.execute("BEGIN")
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    luck = random.Random(seed)  # noqa: S311 - invented people, not secrets
    _lists(connection)
    stories = [_Story(number, luck) for number in range(1, people + 1)]
    for table in ("prisoners", "names", "cases", "charges", "judgments", "sentences"):
        _insert(connection, table, _rows(stories, table))
    _insert(connection, "events", _events(stories, events // people))
    refresh_all(connection)
    connection.execute("COMMIT")
    connection.close()
    return path


def _lists(connection: sqlite3.Connection) -> None:
    offences = [
        {"id": place, "law": "IPC75", "article": str(600 + place), "name_en": f"offence {place}",
         "punishment_class": "tazir", "min_years": 1, "max_years": 2 + place}
        for place in range(1, 9)
    ]  # fmt: skip
    _insert(connection, "offences", iter(offences))
    named = ({"id": place, "kind": "prison", "name_en": f"Prison {place}"} for place in range(1, 41))
    _insert(connection, "prisons", named)


class _Story:
    """How one story goes: the year of the arrest, the offence, the length of the term, and how it stands."""

    def __init__(self, number: int, luck: random.Random) -> None:
        shares, ends = zip(*TALES, strict=True)
        self.number, self.luck = number, luck
        self.status, self.last = luck.choices(ends, shares)[0]
        self.offence, self.prison = luck.randint(1, 8), luck.randint(1, 40)
        self.terms = [luck.randint(1, 1 + self.offence) for _ in range(luck.choice((1, 1, 2, 3)))]
        inside = self.status in {"imprisoned_serving", "furlough"}
        held = self.status == "detained_investigation"
        self.year = (
            2026 - luck.randint(1, max(self.terms) + 1)
            if inside
            else 2025
            if held
            else luck.randint(2009, 2018)
        )
        self.arrested = day(luck, self.year)

    def prisoners(self) -> list[dict[str, object]]:
        born = self.number % 50 + 1945
        return [{"id": self.number, "born": f"{born}-01-01 {born}-12-31 {born}|gregorian|{born}"}]

    def names(self) -> list[dict[str, object]]:
        return [{"prisoner_id": self.number, "text": f"Person {self.number}"}]

    def cases(self) -> list[dict[str, object]]:
        return [{"prisoner_id": self.number, "arrested_on": self.arrested}]

    def charges(self) -> list[dict[str, object]]:
        return [{"case_id": self.number, "offence_id": self.offence}]

    def judgments(self) -> list[dict[str, object]]:
        return [{"case_id": self.number, "given_on": day(self.luck, self.year + 1)}]

    def sentences(self) -> list[dict[str, object]]:
        return [
            {"judgment_id": self.number, "charge_id": self.number, "years": years} for years in self.terms
        ]


def _rows(stories: list[_Story], table: str) -> Iterator[dict[str, object]]:
    """The rows of a table that the stories tell, numbered."""
    told = (row for one in stories for row in getattr(one, table)())
    return ({"id": number} | row for number, row in enumerate(told, start=1))


def _events(stories: list[_Story], each: int) -> Iterator[dict[str, object]]:
    """Every person is arrested, then things happen, and the story ends."""
    number = 0
    for one in stories:
        own = {"prisoner_id": one.number, "case_id": one.number, "prison_id": one.prison}
        for place in range(each):
            number += 1
            kind = one.luck.choice(KINDS if one.luck.random() > RARELY else RARE)
            facts: dict[str, object] = {
                "kind": kind,
                "status": None,
                "happened_on": day(one.luck, one.year + 1),
            }
            if place == 0:
                facts = {"kind": "arrest", "status": "detained_investigation", "happened_on": one.arrested}
            elif place == each - 1:
                facts = {"kind": one.last, "status": one.status, "happened_on": day(one.luck, one.year + 1)}
            yield {"id": number, **own, **facts}


def day(luck: random.Random, year: int) -> str:
    """A day, or now and then only its month, as it is stored; none that has not come yet."""
    month = luck.randint(1, 12 if year < LAST_YEAR else 2)
    if luck.random() < RARELY * 10:
        text = f"{year}-{month:02}"
        return f"{text}-01 {text}-28 {text}|gregorian|{text}"
    text = f"{year}-{month:02}-{luck.randint(1, 28):02}"
    return f"{text} {text} {text}|gregorian|{text}"


def _insert(connection: sqlite3.Connection, table: str, rows: Iterator[dict[str, object]]) -> None:
    """Insert rows that all have the same columns."""
    first = USUAL.get(table, {}) | next(rows)
    sql = f"INSERT INTO {table} ({', '.join(first)}) VALUES ({', '.join(f':{column}' for column in first)})"
    connection.execute(sql, first)
    connection.executemany(sql, (USUAL.get(table, {}) | row for row in rows))
