"""Time outside prison that does not count as served: after an escape, or while a sentence is postponed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from prisoners.dates.partial import PartialDate
from prisoners.law.reckoning import window_of


class Absence(NamedTuple):
    """One time outside, from the day of leaving to the day of coming back; None where nobody knows the day."""

    since: PartialDate | None
    until: PartialDate | None = None


def days_lost(absences: Iterable[Absence]) -> tuple[int, int] | None:
    """The fewest and the most days that were not served; None where somebody is still outside, or the days unknown.

    The day of leaving and the day of coming back are served, as every day begun is a day (Code of Criminal
    Procedure 1392, art. 515, note). No article says how the days between are counted.
    """
    fewest = most = 0
    for one in absences:
        if one.since is None or one.until is None:
            return None
        left, back = window_of(one.since), window_of(one.until)
        if left.is_open or back.is_open:
            return None
        fewest += _between(left.latest.toordinal(), back.earliest.toordinal())
        most += _between(left.earliest.toordinal(), back.latest.toordinal())
    return fewest, most


def _between(left: int, back: int) -> int:
    """The whole days between two."""
    return max(back - left - 1, 0)
