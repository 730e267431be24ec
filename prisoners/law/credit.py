"""Detention that counts towards a sentence: days held in the same case, each day once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from prisoners.dates.partial import PartialDate
from prisoners.law.reckoning import Window, moved, window_of

Span = tuple[int, int]
LONGEST_CREDIT = 36_525
"""More days than this only come of a date with an open end."""


@dataclass(frozen=True)
class Detention:
    """One span in custody for one case, both days included; without an end it ran on into the sentence.

    `under_a_day` is custody of less than 24 hours, which counts as one day even over midnight (Code of
    Criminal Procedure 1392, art. 515, note).
    """

    case: str
    since: PartialDate
    until: PartialDate | None = None
    under_a_day: bool = False


class Credit(NamedTuple):
    """How many days of detention are credited: the fewest and the most that the dates allow."""

    fewest: int
    most: int

    @property
    def bounded(self) -> bool:
        """Whether the dates say at all how long the detention can have been."""
        return self.most <= LONGEST_CREDIT


def credited(detentions: Iterable[Detention], case: str, start: Window) -> Credit:
    """The days credited to a case whose sentence begins in a window (CPC 1392, art. 515; IPC 1392, art. 27).

    Only detention in the same case counts, overlapping spans count once, and a day begun is a day. Days from
    the beginning of the sentence on are served, not credited.
    """
    of_case = [one for one in detentions if one.case == case]
    return Credit(fewest_days(of_case, start.earliest), most_days(of_case, start.latest))


def anchor(detentions: Iterable[Detention], case: str, start: Window) -> Window:
    """The window from which the sentence runs once detention is credited: its beginning moved back.

    Every day later that the sentence begins, at most one day more can be credited: so the earliest beginning
    with what may be credited by then, and the latest with what must be, bound every day between them.
    """
    of_case = [one for one in detentions if one.case == case]
    return Window(
        moved(start.earliest, -most_days(of_case, start.earliest)),
        moved(start.latest, -fewest_days(of_case, start.latest)),
    )


def fewest_days(detentions: list[Detention], start: date) -> int:
    """The days in custody before a day that are certain."""
    certain = [_certain(one, start) for one in detentions if not one.under_a_day or one.since.is_day]
    began = any(window_of(one.since).latest < start for one in detentions)
    return max(_days_of(certain, start), int(began))


def _certain(one: Detention, start: date) -> Span:
    """The days of a span that are certain; the day on which it began is, however unknown its end."""
    since = window_of(one.since)
    last = _until(one, start, latest=False)
    return (since.latest.toordinal(), max(last, since.latest.toordinal()) if since.is_day else last)


def most_days(detentions: list[Detention], start: date) -> int:
    """The days in custody before a day that are possible."""
    possible = [_possible(one, start) for one in detentions if not one.under_a_day or one.since.is_day]
    somewhere = sum(one.under_a_day and not one.since.is_day for one in detentions)
    return _days_of(possible, start) + somewhere


def _possible(one: Detention, start: date) -> Span:
    """The days that a span can have had, at least the one on which it began."""
    first = window_of(one.since).earliest.toordinal()
    return (first, max(_until(one, start, latest=True), first))


def _until(one: Detention, start: date, *, latest: bool) -> int:
    """The last day of a span: its own, the day it began if it was under a day, or the eve of the sentence."""
    if one.under_a_day:
        return one.since.latest.toordinal()
    if one.until is None:
        return start.toordinal() - 1
    ends = window_of(one.until)
    return (ends.latest if latest else ends.earliest).toordinal()


def _days_of(spans: list[Span], start: date) -> int:
    """How many days lie in at least one span and before the beginning of the sentence."""
    eve, counted, days = start.toordinal() - 1, 0, 0
    for first, last in sorted(spans):
        fresh = max(first, counted + 1)
        reach = min(last, eve)
        if reach >= fresh:
            days, counted = days + reach - fresh + 1, reach
    return days
