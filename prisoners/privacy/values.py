"""Confidential values, found however they are spaced: in one text with care, or in many texts at once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate
from urllib.parse import unquote

from prisoners.names.script import fold

ANYWHERE = 16
"""Characters from which on a value is found within words, too; a shorter one must be whole words."""
_HEAD = 6
"""Characters by which a value is looked up."""
_STEP = ANYWHERE - _HEAD + 1
"""Of the heads of a long text only each so many is looked at: one of them lies within any long value."""
PIECES = re.compile(r"[^\W_]+")
"""The words of a folded text, and the pieces of one that is not."""
_DIGITS = re.compile(r"\d+")
_APOSTROPHES = dict.fromkeys(range(0x2B9, 0x2C0), "'")
"""Letters by Unicode that no reader takes for any."""


class Values:
    """What stays inside, as folded letters and digits without anything between them."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._lengths: dict[str, set[int]] = defaultdict(set)
        self._beginnings: set[str] = set()
        """What a short value begins with."""
        self._within: dict[str, set[tuple[int, str]]] = defaultdict(set)
        """Some heads of each long value, with the place where they stand in it."""
        self._numbered: set[str] = set()
        """Short values that hold numbers, each number as one digit."""

    def add(self, plain: str) -> None:
        """Take in a value."""
        self._known.add(plain)
        self._lengths[plain[:_HEAD]].add(len(plain))
        if len(plain) >= ANYWHERE:
            for place in range(_STEP):
                self._within[plain[place : place + _HEAD]].add((place, plain))
        else:
            self._beginnings.update(plain[:length] for length in range(1, len(plain)))
            if (bare := without_numbers(plain)) != plain:
                self._numbered.add(bare)

    def stand_in(self, words: Sequence[str]) -> bool:
        """Whether a value stands in these words, however it is spaced; a short one must be whole words."""
        plain, lengths = "".join(words), self._lengths
        heads = [plain[start : start + _HEAD] for start in range(len(plain))]
        if lengths.keys().isdisjoint(heads):
            return False
        starts = ends = set(accumulate(map(len, words), initial=0))
        for start, head in enumerate(heads):
            for length in lengths.get(head, ()):
                end = start + length
                fits = length >= ANYWHERE and end <= len(plain)
                if (fits or (start in starts and end in ends)) and plain[start:end] in self._known:
                    return True
        return False

    @property
    def have_short(self) -> bool:
        """Whether one of them is short, and found as whole words alone."""
        return bool(self._beginnings)

    def may_start(self, words: Sequence[str]) -> bool:
        """Whether a short value may begin in these words and go on behind them."""
        end = ""
        for word in reversed(words):
            end = word + end
            if end in self._beginnings:
                return True
            if len(end) >= ANYWHERE:
                return False
        return False

    def starts(self, plain: str, places: int) -> bool:
        """Whether a value begins at one of so many first places; more than what would be found with care."""
        return any(
            plain[start : start + length] in self._known
            for start in range(places)
            for length in self._lengths.get(plain[start : start + _HEAD], ())
        )

    def may_have_numbers(self, plain: str) -> bool:
        """Whether a short value that holds numbers may stand here, whichever numbers they are."""
        return any(value in plain for value in self._numbered)

    def within(self, plain: str) -> Iterator[int]:
        """The places where long values stand in many texts, of which only each so many a head is looked at."""
        heads = [plain[start : start + _HEAD] for start in range(0, len(plain), _STEP)]
        if self._within.keys().isdisjoint(heads):
            return
        for number, head in enumerate(heads):
            for place, value in self._within.get(head, ()):
                start = number * _STEP - place
                if start >= 0 and plain.startswith(value, start):
                    yield start


def folded(text: str) -> str:
    """A text as values are looked for in it: percent signs read, and what looks like an apostrophe taken for one."""
    return fold(unquote(text).translate(_APOSTROPHES))


def without_numbers(text: str) -> str:
    """A text with each number as one digit."""
    return _DIGITS.sub("0", text)
