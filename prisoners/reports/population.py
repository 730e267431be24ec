"""Whom a figure is about: in custody, under control, held at some time of a period, or ever recorded."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from prisoners.reports.people import People
from prisoners.store.headlines import headline
from prisoners.vocabulary import IN_CUSTODY, UNDER_CONTROL


class Population(StrEnum):
    """The population of a figure (PEN counts the period, CPJ the day, Foro Penal any control)."""

    CUSTODY = "custody"
    CONTROL = "control"
    PERIOD = "period"
    EVER = "ever"


def meant(people: People, person: int, which: Population, period: tuple[dt.date, dt.date]) -> bool:
    """Whether somebody belongs to a population, by what is certain."""
    if which is Population.PERIOD:
        return held_between(people, person, period)
    if which is Population.EVER:
        return True
    status = people.status(person)
    return status in IN_CUSTODY or (which is Population.CONTROL and status in UNDER_CONTROL)


def held_between(people: People, person: int, period: tuple[dt.date, dt.date]) -> bool:
    """Whether somebody certainly was in custody on some day of a period."""
    first, last = map(str, period)
    events = [event for event in people.events(person) if event["status"]]
    days = {min(max(_latest(event), first), last) for event in events if _latest(event) <= last}
    return any(
        headline(event for event in events if _latest(event) <= day).status in IN_CUSTODY for day in days
    )


def _latest(event: dict[str, object]) -> str:
    day = event["happened_on"]
    return str(day)[11:21] if day else "9999-12-31"
