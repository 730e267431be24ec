"""Small counts kept back, with whatever would give them away: in any table of the report, or in several together."""

from __future__ import annotations

from collections import Counter
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


def suppressed(tables: Sequence[Table], least: int, said: str = "") -> list[Table]:
    """The tables with every count from 1 to below `least` kept back, and every count that would tell one of those.

    `said`: what stands in the place of a small count, where it is not `<5`.

    What is counted is known one by one, so a count can be computed from others exactly where it is a sum of them,
    each taken so and so many times, over the same people: of such a sum the smallest part is kept back, too, in
    every table where it stands, until none is left. What a table leaves out of its total is a count like any other.
    """
    if least <= 1:
        return list(tables)
    secret = _in_order(told for table in tables for told in _small(table, least))
    counts = (told for table in tables for told in _counts(chain(*table.rows)))
    large = _in_order(told for told in counts if len(told.who) >= least)
    open_ = frozenset(large) - _giving_away(secret, large)
    return [
        replace(
            table,
            rows=tuple(
                tuple(_shown(cell, open_, least, said or f"<{least}") for cell in row) for row in table.rows
            ),
        )
        for table in tables
    ]


def _shown(cell: Cell, open_: frozenset[Told], least: int, small: str) -> Cell:
    if not isinstance(cell, int) or cell == 0:
        return cell
    if cell < least:
        return small
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


def _giving_away(secret: Sequence[Told], large: Sequence[Told]) -> set[Told]:
    """The large counts that are kept back, too, so that no small one is a sum of those that are told."""
    hidden: set[Told] = set()
    for kind in sorted({told.kind for told in secret}):
        counts = [told for told in large if told.kind == kind]
        sums = _Sums([told.who for told in counts])
        told = [parts for one in secret if one.kind == kind and (parts := sums.of(one.who))]
        while told:
            smallest = min(told[0])
            hidden.add(counts[smallest])
            told = sums.without(smallest, told)
    return hidden


class _Sums:
    """Some sets, and what is a sum of them: of each so and so many times, over those who belong to the same of them."""

    def __init__(self, sets: Sequence[frozenset[int]]) -> None:
        self.sets = sets
        self.alike: dict[int, int] = {}
        self.basis: dict[int, tuple[Sparse, Sparse]] = {}
        self.nothing: list[Sparse] = []
        """Sums that come to nothing: where a set stands in one, the others can stand in its place."""
        self._part()
        for place, members in enumerate(sets):
            self._add({self.alike[one]: 1 for one in members}, place)

    def of(self, members: frozenset[int]) -> Sparse:
        """The sets of which this one is a sum, and how often each; none where it is not."""
        if not members <= self.alike.keys():
            return {}
        numbers = Counter(self.alike[one] for one in members)
        if any(times < self.sizes[number] for number, times in numbers.items()):
            return {}  # somebody else belongs wherever one of these does
        rest, parts = self._reduced(dict.fromkeys(numbers, 1))
        return {} if rest else parts

    def without(self, place: int, sums: Sequence[Sparse]) -> list[Sparse]:
        """Those of the sums that can still be taken when one of the sets is not known, by what they are of then."""
        instead = min((one for one in self.nothing if place in one), key=max, default=None)
        if instead is None:
            return [one for one in sums if place not in one]
        self.nothing.remove(instead)
        inverse = pow(instead[place], -1, _PRIME)
        for one in (*self.nothing, *sums):
            if often := one.get(place):
                _take(one, instead, -often * inverse)
        return list(sums)

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

    def _add(self, vector: Sparse, place: int) -> None:
        rest, parts = self._reduced(vector)
        parts = {other: -times % _PRIME for other, times in parts.items()} | {place: 1}
        if not rest:
            self.nothing.append(parts)
        else:
            pivot = max(rest)
            inverse = pow(rest[pivot], -1, _PRIME)
            self.basis[pivot] = _times(rest, inverse), _times(parts, inverse)

    def _reduced(self, vector: Sparse) -> tuple[Sparse, Sparse]:
        """What is left of a vector without the sets that are known, and how often each of them was taken away."""
        left, rest, parts = dict(vector), Sparse(), Sparse()
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
