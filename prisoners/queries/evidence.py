"""What speaks for two records being one person and what against it, beside the name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import NamedTuple

from prisoners.names.key import is_unknown
from prisoners.names.likeness import likeness
from prisoners.queries.facts import Facts, Span

ALIKE, UNLIKE = 0.9, 0.62
"""Likeness of two fathers' names from which on they are one name, and below which they are two."""

_NEAR, _FAR = 45, 365  # days


class Evidence(NamedTuple):
    """One fact that both records tell: how much it weighs (below 0: against), and what it is, in words."""

    weight: float
    words: str


def evidence(one: Facts, other: Facts) -> list[Evidence]:
    """Every fact that two people share or differ in; what only one of them has says nothing."""
    return [found for judge in _JUDGES for found in judge(one, other)]


def days_apart(one: Span, other: Span) -> int:
    """The days between two dates, 0 where both can be one day."""
    if one[0] <= other[1] and other[0] <= one[1]:
        return 0
    earlier, later = (one, other) if one[1] < other[0] else (other, one)
    return (dt.date.fromisoformat(later[0]) - dt.date.fromisoformat(earlier[1])).days


def _father(one: Facts, other: Facts) -> Iterator[Evidence]:
    if one.father and other.father and not (is_unknown(one.father) or is_unknown(other.father)):
        alike = likeness(one.father, other.father).score
        if alike >= ALIKE:
            yield Evidence(3.0, f"the same father's name ({_both(one.father, other.father)})")
        elif alike < UNLIKE:
            yield Evidence(-4.0, f"different fathers ({one.father}, {other.father})")
        else:
            yield Evidence(0.5, f"fathers' names are close ({one.father}, {other.father})")


def _born(one: Facts, other: Facts) -> Iterator[Evidence]:
    if one.born and other.born:
        apart = days_apart(one.born, other.born)
        if apart:
            weight = -1.0 if apart <= _FAR else -4.0
            yield Evidence(weight, f"born at different times ({_said(one.born)}, {_said(other.born)})")
        elif _is_day(one.born) and _is_day(other.born):
            yield Evidence(4.0, f"born on the same day ({_said(one.born)})")
        elif max(_length(one.born), _length(other.born)) <= _FAR + 1:
            yield Evidence(2.0, f"born in the same year ({_said(one.born)}, {_said(other.born)})")


def _died(one: Facts, other: Facts) -> Iterator[Evidence]:
    if one.died and other.died:
        if days_apart(one.died, other.died):
            yield Evidence(-6.0, f"died at different times ({_said(one.died)}, {_said(other.died)})")
        else:
            yield Evidence(2.0, f"died at the same time ({_said(one.died)}, {_said(other.died)})")
        return
    for dead, alive in ((one, other), (other, one)):
        if dead.died and dead.died[1] < alive.last_seen:
            yield Evidence(
                -6.0, f"one died ({_said(dead.died)}) before the other was seen ({alive.last_seen})"
            )


def _gender(one: Facts, other: Facts) -> Iterator[Evidence]:
    if one.gender and other.gender and one.gender != other.gender:
        yield Evidence(-5.0, f"different genders ({one.gender}, {other.gender})")


def _arrests(one: Facts, other: Facts) -> Iterator[Evidence]:
    pairs = [(days_apart(mine, theirs), mine, theirs) for mine in one.arrests for theirs in other.arrests]
    if not pairs:
        return
    apart, mine, theirs = min(pairs)
    said = f"({_said(mine)}, {_said(theirs)})"
    if apart > _FAR:
        yield Evidence(-1.5, f"arrested far apart in time {said}")
    elif mine == theirs and _is_day(mine):
        yield Evidence(3.0, f"arrested on the same day ({_said(mine)})")
    elif apart <= _NEAR and max(_length(mine), _length(theirs)) <= _NEAR:
        yield Evidence(1.5, f"arrested at about the same time {said}")


def _places(one: Facts, other: Facts) -> Iterator[Evidence]:
    if one.towns & other.towns:
        yield Evidence(1.5, "the same town")
    elif one.provinces & other.provinces:
        yield Evidence(0.75, f"the same province ({', '.join(sorted(one.provinces & other.provinces))})")
    elif one.provinces and other.provinces:
        mine, theirs = ", ".join(sorted(one.provinces)), ", ".join(sorted(other.provinces))
        yield Evidence(-1.5, f"different provinces ({mine}; {theirs})")
    if one.prisons & other.prisons:
        yield Evidence(0.5, "the same prison")


def _offences(one: Facts, other: Facts) -> Iterator[Evidence]:
    shared = sorted(one.offences & other.offences)
    if shared:
        yield Evidence(
            0.5 + 0.5 * min(len(shared), 3), f"charged under the same articles ({', '.join(shared)})"
        )
    elif one.offences and other.offences:
        yield Evidence(-0.5, "charged under different articles")


def _numbers(one: Facts, other: Facts) -> Iterator[Evidence]:
    shared = sorted(one.numbers & other.numbers)
    if shared:
        yield Evidence(7.0, f"the same foreign number ({':'.join(shared[0])})")
        return
    lists = {name for name, _ in one.numbers} & {name for name, _ in other.numbers}
    if lists:
        yield Evidence(-3.0, f"two different numbers in one list ({', '.join(sorted(lists))})")


_JUDGES: tuple[Callable[[Facts, Facts], Iterator[Evidence]], ...] = (
    _father,
    _born,
    _died,
    _gender,
    _arrests,
    _places,
    _offences,
    _numbers,
)


def _is_day(span: Span) -> bool:
    return span[0] == span[1]


def _length(span: Span) -> int:
    return (dt.date.fromisoformat(span[1]) - dt.date.fromisoformat(span[0])).days


def _said(span: Span) -> str:
    """A date as a reason shows it: the day, or the first and last day it can have been."""
    return span[0] if _is_day(span) else f"{span[0]}/{span[1]}"


def _both(one: str, other: str) -> str:
    return one if one == other else f"{one}, {other}"
