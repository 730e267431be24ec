"""What was kept back and why: counted for everybody, named only for the researcher who may look into it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class HeldText(NamedTuple):
    """One text that would have told too much."""

    table: str
    row: int
    column: str
    why: str


@dataclass
class Withheld:
    """Counts of what stayed inside; they are the consent rule of a file, told in its manifest."""

    people: Counter[str] = field(default_factory=Counter)
    """Why → how many of the people who were asked for are left out."""
    names: Counter[str] = field(default_factory=Counter)
    """Naming rule → how many people are not named in full."""
    rows: Counter[str] = field(default_factory=Counter)
    """Why → how many sources, citations and files are left out."""
    cells: Counter[str] = field(default_factory=Counter)
    """Why → how many filled cells are left out."""
    texts: list[HeldText] = field(default_factory=list)
    """Texts that were read and held back; where they stand is for researchers alone."""

    def hold_text(self, table: str, row: int, column: str, why: str) -> None:
        """Note one text that does not leave."""
        self.texts.append(HeldText(table, row, column, why))

    def counts(self) -> dict[str, dict[str, int]]:
        """The numbers alone, in an order that never changes: what may stand in a manifest."""
        told: dict[str, Mapping[str, int]] = {
            "people": self.people,
            "names": self.names,
            "rows": self.rows,
            "cells": self.cells,
            "texts": Counter(text.why for text in self.texts),
        }
        return {part: dict(sorted(counted.items())) for part, counted in told.items()}
