"""A check is tested by a case told in the docstring of its test: one line an event of one person."""

from __future__ import annotations

import datetime as dt
import shlex
import sqlite3
from collections.abc import Callable, Iterator
from inspect import getdoc

import pytest

from prisoners.checks.examine import DOUBTS
from prisoners.findings import Finding
from prisoners.records.prisons import Prison
from prisoners.store.reader import Reader
from tests.builders import act, empty_registry, make_event, make_prisoner

TODAY = dt.date(2024, 3, 20)


@pytest.fixture
def registry() -> Iterator[sqlite3.Connection]:
    connection = empty_registry()
    yield connection
    connection.close()


@pytest.fixture
def told(request: pytest.FixtureRequest, registry: sqlite3.Connection) -> sqlite3.Connection:
    """What the docstring of the test tells: `arrest 2022-09-16 status=detained_investigation`, of prisoner 1."""
    with act(registry) as unit:
        closed = {"name_en": "Rajai Shahr", "opened_on": "1987", "closed_on": "8 Aug 2023", "successor_id": 1}
        unit.add(Prison, {"name_en": "Ghezel Hesar"})
        unit.add(Prison, closed)
        make_prisoner(unit)
        for line in (getdoc(request.function) or "").splitlines():
            if line.strip():
                _event(unit, line)
    return registry


def _event(unit, line: str) -> None:
    kind, *words = shlex.split(line)
    facts = dict(word.split("=") for word in words if "=" in word)
    day = next((word for word in words if "=" not in word), None)
    numbers = {field: int(value) for field, value in facts.items() if field in {"prison_id", "after_id"}}
    make_event(unit, 1, kind, day, **(facts | numbers))


@pytest.fixture
def found(told: sqlite3.Connection) -> Callable[[str], list[Finding]]:
    """The findings of one check."""

    def by_name(name: str) -> list[Finding]:
        return list(DOUBTS[name](Reader(told), TODAY))

    return by_name
