"""Small counts kept back, with whatever would give them away: in any table of the report, or in several together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from prisoners.reports.table import Cell, Count, Table

HIDDEN = "·"
"""What stands for a count that is kept back only because it would give away another one."""

Line = tuple[Cell, ...]
Sparse = dict[int, int]
"""A vector: place → what is not 0 there, modulo a prime."""

_PRIME = (1 << 61) - 1


class Told(NamedTuple):
    """What a count counts: of one kind, these."""

    kind: str
    who: frozenset[int]


def suppressed(tables: Sequence[Table], least: int) -> list[Table]:
    """The tables with every count from 1 to below `least` kept back, and every count that would tell one of those.

    What is counted is known one by one, so a count can be computed from others exactly where it is a sum of them,
    each taken so and so many times, over the same people: of such a sum the smallest part is kept back, too, in
    every table where it stands, until none is left. What a table leaves out of its total is a count like any other.
    """
    if least <= 1:
        return list(tables)
    secret = _in_order(told for table in tables for told in _small(table, least))
    kept = _in_order(
        told for table in tables for told in _counts(chain(*table.rows)) if len(told.who) >= least
    )
    while gives_away := _weakest(secret, kept):
        kept = [told for told in kept if told not in gives_away]
    open_ = frozenset(kept)
    return [
        replace(table, rows=tuple(tuple(_shown(cell, open_, least) for cell in row) for row in table.rows))
        for table in tables
    ]


def _shown(cell: Cell, open_: frozenset[Told], least: int) -> Cell:
    if not isinstance(cell, int) or cell == 0:
        return cell
    if cell < least:
        return f"<{least}"
    return HIDDEN if isinstance(cell, Count) and _told(cell) not in open_ else cell


def _counts(cells: Iterable[Cell]) -> list[Told]:
    return [_told(cell) for cell in cells if isinstance(cell, Count)]


def _told(count: Count) -> Told:
    return Told(count.kind, count.who)


def _in_order(counts: Iterable[Told]) -> list[Told]:
    """Each once, small ones first, in an order that is the same every time."""
    return sorted(set(counts), key=lambda told: (len(told.who), told.kind, sorted(told.who)))


def _small(table: Table, least: int) -> Iterator[Told]:
    """The counts of a table that are small, and what its totals tell beyond the rows and columns that stand there."""
    found = _counts(chain(*table.rows))
    for line in (*table.rows, *zip(*table.rows, strict=True)) if table.adds_up else ():
        *parts, total = _counts(line) or [Told("", frozenset())]
        if parts:
            found.append(Told(total.kind, total.who.difference(*(part.who for part in parts))))
    yield from (told for told in found if 0 < len(told.who) < least)


def _weakest(secret: Sequence[Told], kept: Sequence[Told]) -> set[Told]:
    """Of every sum of open counts that is a secret one, the smallest part, unless another of its parts goes."""
    found: set[Told] = set()
    for kind in sorted({told.kind for told in secret}):
        ordered = [told for told in kept if told.kind == kind]
        space = _Space([told.who for told in ordered])
        for told in secret:
            places = space.sum_of(told.who) if told.kind == kind else []
            if places and not found & {ordered[place] for place in places}:
                found.add(ordered[min(places)])
    return found


class _Space:
    """Every sum of some sets, over those who belong to the same of them."""

    def __init__(self, sets: Sequence[frozenset[int]]) -> None:
        self.sets = sets
        self.alike: dict[int, int] = {}
        self.basis: dict[int, tuple[Sparse, Sparse]] = {}
        self._part()
        for place, members in enumerate(sets):
            self._add({self.alike[one]: 1 for one in members}, place)

    def _part(self) -> None:
        """Give all who belong to the same sets one number."""
        belongs: dict[int, list[int]] = {}
        for place, members in enumerate(self.sets):
            for one in members:
                belongs.setdefault(one, []).append(place)
        numbers: dict[tuple[int, ...], int] = {}
        for one, places in belongs.items():
            self.alike[one] = numbers.setdefault(tuple(places), len(numbers))
        self.sizes = [0] * len(numbers)
        for number in self.alike.values():
            self.sizes[number] += 1

    def sum_of(self, members: frozenset[int]) -> list[int]:
        """The places of the sets of which this one is a sum; none where it is not."""
        if not members <= self.alike.keys():
            return []
        numbers = [self.alike[one] for one in members]
        if any(numbers.count(number) < self.sizes[number] for number in set(numbers)):
            return []  # somebody else belongs wherever one of these does
        rest, parts = self._reduced(dict.fromkeys(numbers, 1), {})
        return [] if rest else [place for place, times in parts.items() if times]

    def _add(self, vector: Sparse, place: int) -> None:
        rest, parts = self._reduced(vector, {})
        if rest:
            parts = {other: -times % _PRIME for other, times in parts.items()} | {place: 1}
            pivot = max(rest)
            inverse = pow(rest[pivot], -1, _PRIME)
            self.basis[pivot] = _times(rest, inverse), _times(parts, inverse)

    def _reduced(self, vector: Sparse, parts: Sparse) -> tuple[Sparse, Sparse]:
        """What is left of a vector without the sets that are known, and how often each of them was taken away."""
        left, rest = dict(vector), {}
        while left:
            pivot = max(left)
            if pivot not in self.basis:
                rest[pivot] = left.pop(pivot)
                continue
            often = left[pivot]
            known, made_of = self.basis[pivot]
            _take(left, known, -often)
            _take(parts, made_of, often)
        return rest, parts


def _times(vector: Sparse, factor: int) -> Sparse:
    return {place: value * factor % _PRIME for place, value in vector.items()}


def _take(vector: Sparse, other: Sparse, often: int) -> None:
    for place, value in other.items():
        if found := (vector.get(place, 0) + often * value) % _PRIME:
            vector[place] = found
        else:
            vector.pop(place, None)
