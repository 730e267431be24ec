"""The cells of one column as XML: those of some hundred rows together where they are plain, one by one where not."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from prisoners.errors import CellNotWritable
from prisoners.sheets.columns import Column
from prisoners.sheets.safe import (
    LIVE,
    LONGEST_CELL,
    PASSED_OVER,
    fault_of,
    in_xml,
    is_live,
    is_western,
    reads_rightwards,
)
from prisoners.sheets.stretch import Stretch
from prisoners.sheets.tracks import Track, only_where

KEPT = 1_000
"""Texts of a column whose XML is remembered; most columns of a list hold one of a few words."""

_PLAIN = bytes(range(0x20, 0x7F)) + b"\n"
"""The signs of ASCII that can be seen, and what parts the texts."""
_CAREFUL_START = re.compile(
    f"\n(?:[{re.escape(''.join(sorted((LIVE | PASSED_OVER) - {chr(10)})))}]|[^\\S\n])"
)
"""A text that begins with a sign before which, or behind which, a formula may stand."""
_END = b"</t></is></c>"


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


class _Remembered(dict[str, bytes]):
    """Text → what is made of it, made once."""

    def __init__(self, make: Callable[[str], bytes]) -> None:
        self._make = make

    def __missing__(self, text: str) -> bytes:
        if len(self) >= KEPT:
            self.clear()
        made = self[text] = self._make(text)
        return made


class CellsOf:
    """How the cells of one column are written."""

    def __init__(self, letters: str, column: Column, styles: dict[Look, int], sheet: str) -> None:
        self.letters, self.is_link, self._counts, self._sheet = letters, column.is_link, column.counts, sheet
        self._begin = f'<c r="{letters}'.encode()
        """How every cell begins; the number of its row follows."""
        self._looks = {look: f'" s="{style}" t="inlineStr"><is><t'.encode() for look, style in styles.items()}
        self._left, self._right = (self._looks[Look(rightwards=way)] + b">" for way in (False, True))
        self._linked = self._looks[Look(linked=True)] + b">"
        self._number = f'" s="{styles[Look(counts=True)]}"><v>'.encode()
        self._starts = _Remembered(self._start)
        self._made = _Remembered(lambda text: self._one(text) if text else b"")

    def written(self, numbers: Sequence[bytes], texts: Stretch, followed: Sequence[str] = ()) -> list[Track]:
        """The cells of some rows, none for an empty text; raises CellNotWritable where one cannot be.

        `followed` has an address for each text that becomes a link.
        """
        if not any(texts.texts):
            return []
        cells: list[Track]
        if any(followed):
            cells = self._links(texts, followed)
        elif self._counts or texts.is_of_few_words:
            cells = [list(map(self._made.__getitem__, texts.texts))]
        elif (escaped := simply_escaped(texts)) is not None:
            cells = [self._directions(texts), escaped, _END]
        else:
            cells = [[self._one(text) if text else b"" for text in texts.texts]]
        tracks = [self._begin, numbers, *cells]
        return tracks if all(texts.texts) else [only_where(texts.texts, track) for track in tracks]

    def _links(self, texts: Stretch, followed: Sequence[str]) -> list[Track]:
        """The cells of a column of addresses, some of which become links."""
        if "" not in followed and (escaped := simply_escaped(texts)) is not None:
            return [self._linked, escaped, _END]
        pairs = zip(texts.texts, followed, strict=True)
        return [[self._checked(Look(linked=True), text) if to else self._made[text] for text, to in pairs]]

    def _directions(self, texts: Stretch) -> Track:
        """How plain texts begin as cells: of them, only the direction must be looked at."""
        if is_western(texts.joined):
            return self._left
        starts, direction = self._starts, self._direction
        found = set(map(starts.__getitem__, {text[:1] for text in texts.texts}))
        if len(found) == 1 and (start := found.pop()):
            return start
        return [starts[text[:1]] or direction(text) for text in texts.texts]

    def _start(self, first: str) -> bytes:
        """How a cell begins whose text begins with this letter; nothing where that does not tell the direction."""
        tells = reads_rightwards(first) or (first.isascii() and first.isalpha())
        return self._direction(first) if tells else b""

    def _direction(self, text: str) -> bytes:
        return self._right if reads_rightwards(text) else self._left

    def _one(self, text: str) -> bytes:
        """A text as a cell, behind its reference; a count is a number, in whichever digits it is written."""
        if self._counts and text.isdecimal():
            return b"%b%d</v></c>" % (self._number, int(text))
        return self._words(text)

    def _words(self, text: str) -> bytes:
        """A text as a cell, with the style that it needs."""
        return self._checked(Look(is_live(text), reads_rightwards(text)), text)

    def _checked(self, look: Look, text: str) -> bytes:
        if why := fault_of(text):
            raise CellNotWritable(self._sheet, why)
        keep = b' xml:space="preserve"' if text != text.strip() or "\n" in text or "\t" in text else b""
        return b"%b%b>%b%b" % (self._looks[look], keep, in_xml(text).encode(), _END)


def simply_escaped(texts: Stretch) -> list[bytes] | None:
    """Some texts as they stand in XML, where each is a plain text; None where one asks for more care.

    All of them are looked at together: that takes a small part of the time.
    """
    joined, lines = texts.joined, f"\n{texts.joined}\n"
    if (
        texts.broken
        or texts.longest > LONGEST_CELL // 2
        or " \n" in lines
        or ("_" in joined and "_x" in joined)
        or not _is_printable(joined)
        or _CAREFUL_START.search(lines)
    ):
        return None
    if "&" in joined or "<" in joined or ">" in joined:
        return joined.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode().split(b"\n")
    return list(map(str.encode, texts.texts))


def _is_printable(joined: str) -> bool:
    """Whether nothing is in some lines that cannot be seen, but for the joint between Persian letters."""
    if joined.isascii():
        return not joined.encode().translate(None, _PLAIN)
    return joined.replace("\n", "").replace("\u200c", "").isprintable()
