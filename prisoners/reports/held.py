"""Held on each first of the month: every person's events are read once, whatever the number of months."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from prisoners.dates.jalali import from_gregorian, to_gregorian
from prisoners.dates.partial import Calendar
from prisoners.reports.dimensions import calendar_said
from prisoners.reports.material import Material
from prisoners.reports.people import Row
from prisoners.reports.population import OPEN, by_then, entered
from prisoners.reports.table import Cell, Count, Table
from prisoners.store.headlines import headline, in_order
from prisoners.vocabulary import IN_CUSTODY

MONTHS = 24
"""So many months back where nobody said since when."""
KINDS = ("at least", "persons", "at most")
"""The bounds of a figure say how well it is known, not who somebody is: no other count can be computed from them."""
Held = tuple[bool, bool, bool]
"""Held for certain, held as far as is known, held by some reading of the dates."""


def over_time(material: Material) -> Table:
    """How many were held on each first of the month: at least, as known, at most."""
    days = firsts(material)
    told = entered(material.then)
    counts: list[dict[str, list[int]]] = [defaultdict(list), defaultdict(list), defaultdict(list)]
    for person in material.people.shown:
        held = held_on(material.people.events(person), told, [str(day) for day in days])
        for day, states in held.items():
            for count, state in zip(counts, states, strict=True):
                count[day] += [person] * state
    lines: list[tuple[Cell, ...]] = [
        (
            material.speech.date(stored(day)),
            *(Count(count[str(day)], kind) for count, kind in zip(counts, KINDS, strict=True)),
        )
        for day in days
    ]
    keys = ("month", "at_least", "held", "at_most")
    return material.table(
        "over_time",
        keys,
        [dict(zip(keys, row, strict=True)) for row in lines],
        "persons",
        material.speech.said("held_each_day"),
        [material.speech.said("held_certain"), calendar_said(material)],
    )


def stored(day: dt.date) -> str:
    """One day as dates are stored."""
    return f"{day} {day} {day}|gregorian|"


def firsts(material: Material) -> list[dt.date]:
    """The first days of the months of the calendar, from the first asked for up to the day of the report."""
    last = material.options.until or material.on
    jalali = material.options.calendar is Calendar.JALALI
    year, month = from_gregorian(last)[:2] if jalali else (last.year, last.month)
    days = []
    for back in range(_months(material.options.since, last)):
        of_year, place = divmod(year * 12 + month - 1 - back, 12)
        days.append(to_gregorian(of_year, place + 1, 1) if jalali else dt.date(of_year, place + 1, 1))
    return [day for day in reversed(days) if material.options.since is None or day >= material.options.since]


def _months(since: dt.date | None, until: dt.date) -> int:
    if since is None:
        return MONTHS
    return (until.year - since.year) * 12 + until.month - since.month + 2


def held_on(events: list[Row], told: dict[int, str], days: list[str]) -> dict[str, Held]:
    """Whether one person was held on each of these days; read anew only when an event may have come between.

    The rule is that of `--on`: what certainly had happened counts, and an event whose day nobody knows had happened
    when it was entered.
    """
    edges = sorted({edge for event in events for edge in (_earliest(event), by_then(event, told))})
    found: dict[str, Held] = {}
    last_state, passed = (False, False, False), -1
    for day in days:
        come = sum(edge <= day for edge in edges)
        if come != passed:
            last_state, passed = _held(events, told, day), come
        found[day] = last_state
    return found


def _held(events: list[Row], told: dict[int, str], day: str) -> Held:
    certain = headline(event for event in events if by_then(event, told) <= day)
    possible = headline(event for event in events if _earliest(event) <= day)
    readings = {certain.status, possible.status}
    if possible.order_uncertain:
        readings |= _overlapping(event for event in events if _earliest(event) <= day)
    held = [status in IN_CUSTODY for status in readings]
    return all(held), certain.status in IN_CUSTODY, any(held)


def _overlapping(events: Iterable[Row]) -> set[str | None]:
    """The statuses of the last event and of all that may have come after it."""
    told = [event for event in in_order(events) if event["status"]]
    last = _earliest(dict(told[-1]))
    return {event["status"] for event in told if (event["happened_on"] or f"{OPEN} {OPEN}")[11:21] >= last}


def _earliest(event: Row) -> str:
    return str(event["happened_on"] or "0001-01-01")[:10]
