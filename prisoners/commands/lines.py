"""The lines of a page: a caption on the left, what it says beside it, wrapped, and nothing where nothing is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from prisoners.commands.tables import padded, screen_width, wrapped
from prisoners.commands.words import Words

LEFT = 11
"""Cells of the captions on the left."""
NARROWEST = 40


class Lines:
    """Writes the lines of one page in the words of the settings."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.cells = max(screen_width() - LEFT, NARROWEST)

    def line(self, caption: str, *parts: str | None) -> Iterator[str]:
        """A caption and what it says; no line where it says nothing."""
        said = ", ".join(part for part in parts if part)
        if said:
            yield padded(f"{caption} ", LEFT) + wrapped(said, self.cells, LEFT)

    def said(self, before: str, value: str | None) -> str:
        """A word and a text from data; "" where there is no text."""
        return f"{before} {self.words.text(value)}".strip() if value else ""

    def place(self, row: dict[str, Any]) -> tuple[str, str, str]:
        """Prison, ward, and the place as written."""
        words = self.words
        prison = words.name(row, "prison", "prison_fa") if row["prison"] else ""
        ward = words.text(row["ward"]) if row["ward"] else ""
        if ward.isdecimal():
            ward = f"ward {ward}"
        return prison, ward, words.text(row["place"]) if row["place"] else ""
