"""A foreign sheet as it was read: every cell a text, every row with the number that Excel shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from prisoners.errors import SheetUnreadable
from prisoners.sheets.columns import column_letters
from prisoners.sheets.safe import LONGEST_CELL, fault_of

MOST_ROWS = 100_000
MOST_COLUMNS = 200
LOOKED_AT = 50
"""Rows among which the heading is looked for."""

_FEWEST_HEADINGS = 2
_TOLD = 3


@dataclass(frozen=True)
class ForeignRow:
    """One row below the heading."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class RawRow:
    """One row as the file has it: as long as it is, with what stands beside its cells."""

    number: int
    cells: list[str]
    doubts: Mapping[int, str] = field(default_factory=dict)
    """Place → why what stands there is not taken for a value: a formula, an error, a number that lost its digits."""


@dataclass(frozen=True)
class ForeignSheet:
    """One sheet of a foreign file."""

    file: str
    page: str
    heading: tuple[str, ...]
    rows: list[ForeignRow]
    notices: list[str] = field(default_factory=list)
    """What a person should know about the file: hidden rows, other sheets, notes above the heading."""
    doubts: dict[tuple[int, int], str] = field(default_factory=dict)
    """(row, place) → why what stands there is not taken for a value."""
    pages: tuple[str, ...] = ()
    """The sheets of the workbook that can be seen, this one among them."""

    def cell_name(self, row: int, place: int) -> str:
        """A cell as Excel names it: C12."""
        return f"{column_letters(place + 1)}{row}"


def sheet_of(
    file: str, page: str, raw: Sequence[RawRow], notices: Sequence[str], *, ragged: bool
) -> ForeignSheet:
    """The sheet under its heading; raises SheetUnreadable with the rows that are at fault.

    `ragged`: whether a row may be shorter than the heading, as in a workbook, where empty cells are not written.
    """
    if len(raw) > MOST_ROWS:
        raise SheetUnreadable(
            file, f"it has more than {MOST_ROWS:,} rows", "Split it, or import a part at a time."
        )
    place = _heading_at(raw)
    if place is None:
        raise SheetUnreadable(
            file, "no row has headings", "The first row of the list must say what its columns are."
        )
    told = list(notices)
    first, last, names = _whole_heading(raw, place)
    if first:
        what = (
            "row above the heading is a note and was"
            if first == 1
            else "rows above the heading are notes and were"
        )
        told.append(f"{first} {what} not read (the heading is row {raw[first].number})")
    if last > first:
        told.append(f"the heading has two rows, {raw[first].number} and {raw[last].number}")
    body = [row for row in raw[last + 1 :] if any(row.cells)]
    _check_rows(file, body, None if ragged else len(raw[place].cells))
    heading = _heading(file, RawRow(raw[last].number, names), body, told)
    rows = [ForeignRow(row.number, tuple((row.cells + [""] * len(heading))[: len(heading)])) for row in body]
    doubts = {(row.number, at): why for row in body for at, why in row.doubts.items()}
    return ForeignSheet(file, page, heading, rows, told, doubts)


def _heading_at(raw: Sequence[RawRow]) -> int | None:
    """The first row at least half as wide as the widest: what stands above it are notes."""
    filled = [sum(1 for cell in row.cells if cell.strip()) for row in raw[:LOOKED_AT]]
    widest = max(filled, default=0)
    for place, number in enumerate(filled):
        if number >= _FEWEST_HEADINGS and 2 * number > widest:
            return place
    return 0 if widest == 1 else None


def _whole_heading(raw: Sequence[RawRow], place: int) -> tuple[int, int, list[str]]:
    """The first and the last row of the heading, and its names; of two rows, the upper names groups of columns."""
    for upper in (place - 1, place):
        if (
            upper >= 0
            and upper + 1 < len(raw)
            and (names := _grouped(raw[upper].cells, raw[upper + 1].cells))
        ):
            return upper, upper + 1, names
    return place, place, raw[place].cells


def _grouped(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """The names of a heading in two rows; none where the rows are not a heading and what stands under it.

    A group is named once above its columns, each of which has a name of its own below; every other column is named
    above alone, or in both rows where the cell reaches over both.
    """
    width = max(len(upper), len(lower))
    above = [cell.strip() for cell in (*upper, *[""] * (width - len(upper)))]
    below = [cell.strip() for cell in (*lower, *[""] * (width - len(lower)))]
    names, group, alone, groups = list[str](), "", 0, 0
    for place in range(width):
        next_alone = place + 1 < width and not above[place + 1] and bool(below[place + 1])
        opens = bool(above[place] and below[place]) and next_alone
        group = above[place] if opens else "" if above[place] else group
        groups += opens
        if group and below[place]:
            names.append(f"{group} · {below[place]}")
        elif above[place] and below[place] in ("", above[place]):
            alone += 1
            names.append(above[place])
        else:
            return []
    return names if groups and alone else []


def _heading(file: str, row: RawRow, body: Sequence[RawRow], told: list[str]) -> tuple[str, ...]:
    """The headings; a filled column without one gets a name by its letter, so that nothing in it is lost."""
    names = [cell.strip() for cell in row.cells]
    width = max(
        (place + 1 for one in (row, *body) for place, cell in enumerate(one.cells) if cell), default=0
    )
    names = (names + [""] * width)[: max(width, 1)]
    if len(names) > MOST_COLUMNS:
        raise SheetUnreadable(
            file, f"it has {len(names):,} columns, and {MOST_COLUMNS} is the most that is read"
        )
    for place, name in enumerate(names):
        if not name:
            names[place] = f"(column {column_letters(place + 1)})"
            if any(place < len(one.cells) and one.cells[place] for one in body):
                told.append(f"column {column_letters(place + 1)} has no heading")
    twice = sorted({f"“{' '.join(name.split())}”" for name in names if names.count(name) > 1})
    if twice:
        raise SheetUnreadable(
            file,
            f"row {row.number} has the heading {' and '.join(twice)} twice",
            "Give each of these columns a heading of its own, and try again.",
        )
    return tuple(names)


def _check_rows(file: str, body: Sequence[RawRow], width: int | None) -> None:
    """Raise for rows that are not as wide as they must be, and for texts that no cell can hold."""
    faults = []
    for row in body:
        if width is not None and len(row.cells) != width:
            faults.append(f"row {row.number} holds {len(row.cells)} of {width} cells")
        for place, cell in enumerate(row.cells):
            if cell and (len(cell) > LONGEST_CELL // 2 or not cell.isprintable()) and (why := fault_of(cell)):
                faults.append(f"cell {column_letters(place + 1)}{row.number}: {why}")
    if faults:
        more = f"; and {len(faults) - _TOLD:,} more" if len(faults) > _TOLD else ""
        raise SheetUnreadable(
            file, "; ".join(faults[:_TOLD]) + more, "Correct these rows in the file and try again."
        )
