"""The cells of one column as XML: those of some hundred rows together where they are plain, one by one where not."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from prisoners.errors import CellNotWritable
from prisoners.sheets.addresses import address
from prisoners.sheets.columns import Column
from prisoners.sheets.safe import (
    LIVE,
    LONGEST_CELL,
    PASSED_OVER,
    fault_of,
    in_xml,
    is_live,
    reads_rightwards,
)

KEPT = 1_000
"""Texts of a column whose XML is remembered; most columns of a list hold one of a few words."""
ALIKE = 3
"""Cells to one text from which on a column is taken for one of a few words."""

_CAREFUL_START = re.compile(
    f"\n(?:[{re.escape(''.join(sorted((LIVE | PASSED_OVER) - {chr(10)})))}]|[^\\S\n])"
)
"""A text that begins with a sign before which, or behind which, a formula may stand."""
_END = "</t></is></c>"


class Look(NamedTuple):
    """How a cell looks; each has its style in the skeleton."""

    live: bool = False
    """Marked as text that only looks like a formula."""
    rightwards: bool = False
    """Read from right to left."""
    counts: bool = False
    """A number that is counted with."""
    linked: bool = False
    """An address that can be followed."""


LOOKS = (
    *(Look(live, rightwards) for rightwards in (False, True) for live in (False, True)),
    Look(counts=True),
    Look(linked=True),
)
"""All of them, in the order in which the sample row of the skeleton has them."""


class _Remembered(dict[str, str]):
    """Text → what is made of it, made once."""

    def __init__(self, make: Callable[[str], str]) -> None:
        self._make = make

    def __missing__(self, text: str) -> str:
        if len(self) >= KEPT:
            self.clear()
        made = self[text] = self._make(text)
        return made


class CellsOf:
    """How the cells of one column are written."""

    def __init__(self, letters: str, column: Column, styles: dict[Look, int], sheet: str) -> None:
        self.letters, self.is_link, self._sheet = letters, column.is_link, sheet
        self.begin = f'<c r="{letters}'
        """How every cell begins; the number of its row follows."""
        self._begin = {look: f'" s="{style}" t="inlineStr"><is><t' for look, style in styles.items()}
        self._left, self._right = (f"{self._begin[Look(rightwards=way)]}>" for way in (False, True))
        self._number = f'" s="{styles[Look(counts=True)]}"><v>{{}}</v></c>'
        self._starts = _Remembered(self._start)
        self.address_of = _Remembered(address).__getitem__
        self._one = self._count if column.counts else self._link if column.is_link else self._words
        self._plain = None if column.counts else self._plain_links if column.is_link else self._plain_words
        self._made = _Remembered(lambda text: text and self._one(text))

    def written(self, texts: Sequence[str]) -> list[str]:
        """The cells behind their references, nothing for an empty one; raises CellNotWritable where one cannot be."""
        if len(set(texts)) * ALIKE > len(texts):
            if self._plain and (escaped := simply_escaped(texts)) is not None:
                return self._plain(texts, escaped)
            return [text and self._one(text) for text in texts]
        return list(map(self._made.__getitem__, texts))

    def _plain_links(self, texts: Sequence[str], escaped: Sequence[str]) -> list[str]:
        begin, words, address_of = f"{self._begin[Look(linked=True)]}>", self._words, self.address_of
        return [
            text and (f"{begin}{safe}{_END}" if address_of(text) else words(text))
            for text, safe in zip(texts, escaped, strict=True)
        ]

    def _plain_words(self, texts: Sequence[str], escaped: Sequence[str]) -> list[str]:
        """Cells of which only the direction must be looked at."""
        starts, direction = self._starts, self._direction
        return [
            text and f"{starts[text[0]] or direction(text)}{safe}{_END}"
            for text, safe in zip(texts, escaped, strict=True)
        ]

    def _start(self, first: str) -> str:
        """How a cell begins whose text begins with this letter; nothing where that does not tell the direction."""
        return (
            self._direction(first) if reads_rightwards(first) or (first.isascii() and first.isalpha()) else ""
        )

    def _direction(self, text: str) -> str:
        return self._right if reads_rightwards(text) else self._left

    def _words(self, text: str) -> str:
        """A text as a cell, with the style that it needs."""
        self._check(text)
        return self._text(Look(is_live(text), reads_rightwards(text)), text)

    def _link(self, text: str) -> str:
        """An address as a cell; one that can be followed cannot be taken for a formula."""
        self._check(text)
        return self._text(Look(linked=True), text) if self.address_of(text) else self._words(text)

    def _count(self, text: str) -> str:
        """A count as a number, in whichever digits it is written; what is none stays text."""
        return self._number.format(int(text)) if text.isdecimal() else self._words(text)

    def _check(self, text: str) -> None:
        if why := fault_of(text):
            raise CellNotWritable(self._sheet, why)

    def _text(self, look: Look, text: str) -> str:
        keep = ' xml:space="preserve"' if text != text.strip() or "\n" in text or "\t" in text else ""
        return f"{self._begin[look]}{keep}>{in_xml(text)}{_END}"


def simply_escaped(texts: Sequence[str]) -> list[str] | None:
    """Some texts as they stand in XML, where each is a plain text; None where one asks for more care.

    All of them are looked at together: that takes a small part of the time.
    """
    joined = "\n".join(("", *texts, ""))
    if (
        joined.count("\n") > len(texts) + 1
        or (len(joined) > LONGEST_CELL // 2 and max(map(len, texts)) > LONGEST_CELL // 2)
        or " \n" in joined
        or "_x" in joined
        or not joined.replace("\n", "").replace("\u200c", "").isprintable()
        or _CAREFUL_START.search(joined)
    ):
        return None
    return joined.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").split("\n")[1:-1]
