"""Some texts of one column that stand below each other, looked at all together where that takes less time."""

from __future__ import annotations

from collections.abc import Sequence

ALIKE = 3
"""Cells to one text from which on a column is taken for one of a few words."""
SAMPLE = 32
"""Texts that are compared to tell that."""


class Stretch:
    """The texts of one column in some rows, and what is known of all of them."""

    __slots__ = ("broken", "joined", "lengths", "longest", "texts")

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.joined = "\n".join(texts)
        """All of them, one a line: a sign is found in it much sooner than in each."""
        self.broken = self.joined.count("\n") >= len(texts)
        """Whether one of them has several lines."""
        self.lengths = list(map(len, texts))
        """Characters of each."""
        self.longest = max(self.lengths, default=0)

    @property
    def is_of_few_words(self) -> bool:
        """Whether most of them are alike; a guess from a part of them, on which only the time depends."""
        some = self.texts[:: len(self.texts) // SAMPLE + 1]
        return len(set(some)) * ALIKE <= len(some)
