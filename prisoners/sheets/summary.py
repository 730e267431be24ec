"""The figures that open a file: each a table that says what it counts, and may be drawn as a chart."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

from prisoners.sheets.columns import Column, Sheet
from prisoners.sheets.speech import Speech

Cell = str | int


class Drawn(Enum):
    """How a figure is drawn."""

    NOT = "not"
    LINES = "lines"
    """One line for each column of numbers, over time."""
    BARS = "bars"
    """One bar for each row but the last, which is the total."""


@dataclass(frozen=True)
class Figure:
    """One table of the summary."""

    key: str
    title: str
    columns: tuple[Column, ...]
    """The first one names the rows, the others count."""
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...]
    """Unit of count, population, as known when, what is certain."""
    drawn: Drawn = Drawn.NOT

    @property
    def is_drawn(self) -> bool:
        """Whether there is anything to draw: numbers, and more than one of them."""
        numbers = [cell for row in self.rows for cell in row[1:] if isinstance(cell, int)]
        return self.drawn is not Drawn.NOT and len(numbers) > 1

    @property
    def bars(self) -> int:
        """How many rows are drawn."""
        return len(self.rows) - (self.drawn is Drawn.BARS)

    def sheet(self, speech: Speech) -> Sheet:
        """The figure as one table of a page."""
        rows = [tuple(speech.text(cell) for cell in row) for row in self.rows]
        notes = (self.title, *self.notes)
        return Sheet(
            self.title, self.key, self.columns, rows, listed=False, notes=notes, rightwards=speech.is_persian
        )

    def as_json(self) -> dict[str, Any]:
        """The figure for programs."""
        keys = [column.key for column in self.columns]
        return {
            "key": self.key,
            "title": self.title,
            "notes": list(self.notes),
            "rows": [dict(zip(keys, row, strict=True)) for row in self.rows],
        }
