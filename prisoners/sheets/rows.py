"""The rows of a sheet as XML: streamed, and no text looked at twice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import quote

from prisoners.errors import CellNotWritable
from prisoners.sheets.columns import Sheet, column_letters
from prisoners.sheets.fit import check_row
from prisoners.sheets.safe import (
    LIVE,
    LONGEST_CELL,
    PASSED_OVER,
    fault_of,
    in_xml,
    is_live,
    reads_rightwards,
)
from prisoners.sheets.widths import LINE, lines_of, room_in, widths_of

AT_ONCE = 500
"""Rows that are written together."""
KEPT = 10_000
"""Texts whose XML is remembered; most cells of a list hold one of a few words."""
MOST_LINKS = 65_530
"""Links that Excel reads on one sheet; what is beyond them stays text."""
LONGEST_LINK = 2_079

_CAREFUL_START = re.compile(
    f"\n(?:[{re.escape(''.join(sorted((LIVE | PASSED_OVER) - {chr(10)})))}]|[^\\S\n])"
)
"""A text that begins with a sign before which, or behind which, a formula may stand."""
_ADDRESS = re.compile(
    r"https?://[^\W_](?:[\w.-]*[^\W_])?(?::\d{1,5})?"
    r"(?:[/?#][^\s<>\"\\^`{|}\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]*)?",
    re.IGNORECASE,
)
"""An address of the web and nothing else: a host that can be named, nobody's password, no sign that hides."""
DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_IN_ADDRESS = "-._~:/?#[]@!$&'()*+,;=%"


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
        super().__init__()
        self._make = make

    def __missing__(self, text: str) -> str:
        if len(self) >= KEPT:
            self.clear()
        made = self[text] = self._make(text)
        return made


class Rows:
    """The rows of one sheet, and the links found in them."""

    def __init__(self, sheet: Sheet, styles: Sequence[int]) -> None:
        self.sheet = sheet
        self.links: list[tuple[str, str]] = []
        """Cell and address, in the order of the rows."""
        self._style = dict(zip(LOOKS, styles, strict=True))
        self._begin = {look: f'" s="{style}" t="inlineStr"><is><t' for look, style in self._style.items()}
        self._left, self._right = (f"{self._begin[Look(rightwards=way)]}>" for way in (False, True))
        self._starts = _Remembered(self._start)
        self._address = _Remembered(address)
        words, counts, links = _Remembered(self._words), _Remembered(self._count), _Remembered(self._linked)
        self._cells = [
            (
                f'<c r="{column_letters(place)}',
                counts if column.counts else links if column.is_link else words,
            )
            for place, column in enumerate(sheet.columns, start=1)
        ]
        self._begins = [begin for begin, _ in self._cells]
        self._careful = [None if made is words else made for _, made in self._cells]
        self._rooms = [room_in(width) for width in widths_of(sheet)]
        self._linked_at = [place for place, column in enumerate(sheet.columns) if column.is_link]

    def pieces(self) -> Iterator[bytes]:
        """The rows, a few hundred at a time; raises CellNotWritable for a cell that cannot be written."""
        written: list[str] = []
        for number, row in enumerate(self.sheet.rows, start=2):
            simple = simply_escaped(row)
            cells = self._row(number, row) if simple is None else self._simple_row(number, row, simple)
            lines = lines_of(row, self._rooms, broken=simple is None)
            height = f' ht="{lines * LINE}" customHeight="1"' if lines > 1 else ""
            written.append(f'<row r="{number}"{height}>{"".join(cells)}</row>')
            for place in self._linked_at:
                self._note_link(number, place, row[place])
            if len(written) == AT_ONCE:
                yield "".join(written).encode()
                written.clear()
        yield "".join(written).encode()

    def _row(self, number: int, row: Sequence[str]) -> list[str]:
        """The cells of a row that has something to be careful with."""
        try:
            return [
                f"{begin}{number}{made[text]}"
                for (begin, made), text in zip(self._cells, row, strict=True)
                if text
            ]
        except CellNotWritable:
            check_row(self.sheet, number, row)
            raise

    def _simple_row(self, number: int, row: Sequence[str], escaped: Sequence[str]) -> list[str]:
        """The cells of a row in which only the direction of each text must be looked at."""
        starts, direction = self._starts, self._direction
        return [
            f"{begin}{number}{starts[text[0]] or direction(text)}{safe}</t></is></c>"
            if made is None
            else f"{begin}{number}{made[text]}"
            for begin, made, text, safe in zip(self._begins, self._careful, row, escaped, strict=True)
            if text
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
        if why := fault_of(text):
            raise CellNotWritable(self.sheet.name, why)
        return self._text(Look(is_live(text), reads_rightwards(text)), text)

    def _linked(self, text: str) -> str:
        made = self._words(text)
        return self._text(Look(linked=True), text) if self._address[text] else made

    def _count(self, text: str) -> str:
        """A count as a number, in whichever digits it is written; what is none stays text."""
        if not text.isdecimal():
            return self._words(text)
        return f'" s="{self._style[Look(counts=True)]}"><v>{int(text)}</v></c>'

    def _text(self, look: Look, text: str) -> str:
        keep = ' xml:space="preserve"' if text != text.strip() or "\n" in text or "\t" in text else ""
        return f"{self._begin[look]}{keep}>{in_xml(text)}</t></is></c>"

    def _note_link(self, number: int, place: int, text: str) -> None:
        if text and len(self.links) < MOST_LINKS and (found := self._address[text]):
            self.links.append((f"{column_letters(place + 1)}{number}", found))


def simply_escaped(row: Sequence[str]) -> list[str] | None:
    """The texts of a row as they stand in XML, where each is a plain text; None where one asks for more care.

    All of them are looked at together: that takes a quarter of the time.
    """
    joined = "\n".join(("", *row, ""))
    if (
        joined.count("\n") > len(row) + 1
        or len(joined) > LONGEST_CELL // 2
        or " \n" in joined
        or "_x" in joined
        or not joined.replace("\n", "").replace("\u200c", "").isprintable()
        or _CAREFUL_START.search(joined)
    ):
        return None
    return joined.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").split("\n")[1:-1]


def address(text: str) -> str:
    """The address that a whole text is, as a link may have it; nothing for any other text and any other protocol."""
    if len(text) > LONGEST_LINK or not _ADDRESS.fullmatch(text):
        return ""
    found = text if text.isascii() else quote(text, safe=_IN_ADDRESS)
    return found if len(found) <= LONGEST_LINK else ""


def links_xml(links: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """Links as they stand in a sheet, and the relationships that they name; each address once."""
    numbers: dict[str, int] = {}
    cells = [
        f'<hyperlink ref="{cell}" r:id="rId{numbers.setdefault(to, len(numbers) + 1)}"/>'
        for cell, to in links
    ]
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    packages = "http://schemas.openxmlformats.org/package/2006/relationships"
    related = [
        f'<Relationship Id="rId{number}" Type="{office}/hyperlink" Target="{_attribute(to)}" TargetMode="External"/>'
        for to, number in numbers.items()
    ]
    whole = f'<Relationships xmlns="{packages}">{"".join(related)}</Relationships>'
    return f'<hyperlinks xmlns:r="{office}">{"".join(cells)}</hyperlinks>', DECLARED + whole


def _attribute(text: str) -> str:
    return text.replace("&", "&amp;").replace("'", "&apos;")
