"""Whom a figure is about: in custody, under control, held at some time of a period, or ever recorded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from prisoners.reports.people import People
from prisoners.store.headlines import headline
from prisoners.store.reader import Reader
from prisoners.vocabulary import IN_CUSTODY, UNDER_CONTROL


class Population(StrEnum):
    """The population of a figure (PEN counts the period, CPJ the day, Foro Penal any control)."""

    CUSTODY = "custody"
    CONTROL = "control"
    PERIOD = "period"
    EVER = "ever"


OPEN = "9999-12-31"
_ENTERED = (
    "SELECT changes.row_id, substr(updates.at, 1, 10) AS day FROM changes"
    " JOIN updates ON updates.id = changes.update_id WHERE changes.table_name = 'events'"
    " AND changes.field = 'id' AND changes.new IS NOT NULL"
)


def entered(reader: Reader) -> dict[int, str]:
    """Event → the day on which it was entered."""
    return {row["row_id"]: row["day"] for row in reader.rows(_ENTERED)}


def by_then(event: Mapping[str, Any], told: Mapping[int, str]) -> str:
    """The day by which it certainly had happened: the last that it can have been, or that on which it was entered."""
    day = event["happened_on"]
    return min(str(day)[11:21] if day else OPEN, told.get(event["id"], OPEN))


def of_today(people: People, person: int, which: Population) -> bool:
    """Whether somebody belongs to a population by the situation of the report."""
    status = people.status(person)
    if which is Population.EVER:
        return True
    return status in IN_CUSTODY or (which is Population.CONTROL and status in UNDER_CONTROL)


def held_between(
    people: People, person: int, period: tuple[dt.date, dt.date], told: Mapping[int, str]
) -> bool:
    """Whether somebody certainly was in custody on some day of a period, by the rule of `--on` for each of its days."""
    first, last = map(str, period)
    events = [(by_then(event, told), event) for event in people.events(person) if event["status"]]
    days = {max(day, first) for day, _ in events if day <= last}
    return any(headline(event for then, event in events if then <= day).status in IN_CUSTODY for day in days)
