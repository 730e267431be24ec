"""Small counts kept back, with what would give them away."""

from __future__ import annotations

from collections.abc import Sequence

from prisoners.reports.table import Cell

HIDDEN = "·"
"""What stands for a count that is kept back only because it would give away another one."""


def suppressed(rows: Sequence[tuple[Cell, ...]], least: int) -> list[tuple[Cell, ...]]:
    """The rows with every count from 1 to below `least` kept back.

    In a line of figures with one gap, the gap could be computed from the total: a second figure, the smallest, is
    kept back with it, until no line has a single gap. The last row and, in a table of two, the last column are totals.
    """
    if least <= 1:
        return list(rows)
    figures = [list(row[1:]) for row in rows]
    for line in figures:
        line[:] = [f"<{least}" if isinstance(cell, int) and 0 < cell < least else cell for cell in line]
    while _close_one(figures):
        pass
    return [(row[0], *line) for row, line in zip(rows, figures, strict=True)]


def _close_one(figures: list[list[Cell]]) -> bool:
    """Keep back one more figure where a line has a single gap; whether one had."""
    for line in _lines(figures):
        cells = [(figures[down][across], down, across) for down, across in line]
        open_ = [(cell, down, across) for cell, down, across in cells if isinstance(cell, int)]
        if len(line) > 1 and len(cells) - len(open_) == 1 and open_:
            _, down, across = min(open_, key=lambda one: (one[0] == 0, one))
            figures[down][across] = HIDDEN
            return True
    return False


def _lines(figures: list[list[Cell]]) -> list[list[tuple[int, int]]]:
    """The places of every row and every column."""
    wide = range(len(figures[0])) if figures else range(0)
    tall = range(len(figures))
    return [
        *([(down, across) for across in wide] for down in tall),
        *([(down, across) for down in tall] for across in wide),
    ]
