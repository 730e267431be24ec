"""A hundred thousand invented prisoners, written past the history, to time what only reads."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from prisoners.store.derived import refresh_all
from prisoners.store.engine import create_registry
from prisoners.store.opening import connect
from tests.names.invented import ENDINGS, FAMILY, GIVEN

CITIES = ("Tehran", "Sanandaj", "Zahedan", "Mashhad", "شیراز", "تبریز", "اهواز", "Kermanshah", "Ilam", "رشت")


def make_crowd(path: Path, people: int, seed: int = 5) -> Path:
    """A registry of that many prisoners with names in one script or two; every twentieth stands there twice."""
    create_registry(path).close()
    connection = connect(path)
    connection.execute("BEGIN")
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    _fill(connection, people, random.Random(seed))  # noqa: S311 - invented people, not secrets
    refresh_all(connection)
    connection.execute("COMMIT")
    connection.close()
    return path


def _fill(connection: sqlite3.Connection, people: int, luck: random.Random) -> None:
    number = names = 0
    while number < people:
        person = _person(luck)
        for _ in range(2 if luck.random() < 0.05 else 1):
            number += 1
            _insert(connection, "prisoners", _record(number, person, luck))
            for script, text in _names(person, luck):
                names += 1
                row = {"id": names, "prisoner_id": number, "text": text, "script": script, "kind": "official"}
                _insert(connection, "names", row | {"is_primary": 1, "withdrawn": 0})


def _person(luck: random.Random) -> dict[str, object]:
    given = [luck.choice(GIVEN) for _ in range(2 if luck.random() < 0.15 else 1)]
    return {
        "given": given,
        "family": luck.choice(FAMILY),
        "ending": luck.choice(ENDINGS) if luck.random() < 0.5 else ENDINGS[0],
        "father": luck.choice(GIVEN),
        "born": luck.randint(1940, 2005),
        "city": luck.choice(CITIES),
    }


def _names(person: dict[str, object], luck: random.Random) -> Iterator[tuple[str, str]]:
    given, family, ending = person["given"], person["family"], person["ending"]
    persian = " ".join(name[0] for name in given) + " " + family[0] + ending[0]
    latin = " ".join(luck.choice(name[1:]) for name in given) + " " + luck.choice(family[1:])
    latin += luck.choice(ending[1:])
    scripts = luck.choice((("persian",), ("latin",), ("persian", "latin")))
    yield from ((script, persian if script == "persian" else latin) for script in scripts)


def _record(number: int, person: dict[str, object], luck: random.Random) -> dict[str, object]:
    year = person["born"]
    return {
        "id": number,
        "father": luck.choice(person["father"]) if luck.random() < 0.6 else None,
        "born": f"{year}-01-01 {year}-12-31 {year}|gregorian|{year}" if luck.random() < 0.5 else None,
        "residence": person["city"] if luck.random() < 0.7 else None,
        "ethnicity_presumed": 0,
        "religion_presumed": 0,
        "naming": "full",
        "basis": "none",
        "withdrawn": 0,
    }


def _insert(connection: sqlite3.Connection, table: str, row: dict[str, object]) -> None:
    marks = ", ".join(f":{column}" for column in row)
    connection.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", row)
