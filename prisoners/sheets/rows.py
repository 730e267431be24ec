"""The rows of a sheet as XML: streamed, and no text looked at twice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from operator import gt
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from prisoners.errors import CellNotWritable
from prisoners.sheets.columns import Sheet, column_letters
from prisoners.sheets.fit import check_row
from prisoners.sheets.safe import LONGEST_CELL, fault_of, in_xml, is_live, reads_rightwards
from prisoners.sheets.widths import ROOM, height_of, widths_of

AT_ONCE = 500
"""Rows that are written together."""
KEPT = 50_000
"""Texts whose XML is remembered; most cells of a list hold one of a few words."""
MOST_LINKS = 65_530
"""Links that Excel reads on one sheet; what is beyond them stays text."""
LONGEST_LINK = 2_079

_PLAIN = re.compile(r"[A-Za-z0-9(](?:[A-Za-z0-9 .,;:()/–·½\"'!?#%*-]*[A-Za-z0-9.,;:()/!?%])?")
"""Texts that every cell can hold as they are, and that begin nothing and hide nothing."""
_ADDRESS = re.compile(
    r"https?://[^\s<>\"\\^`{|}\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+",
    re.IGNORECASE,
)
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
    """Text → the XML of its cell behind the reference, made once."""

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
        words, counts, links = _Remembered(self._words), _Remembered(self._count), _Remembered(self._linked)
        self._cells = [
            (
                f'<c r="{column_letters(place)}',
                counts if column.counts else links if column.is_link else words,
            )
            for place, column in enumerate(sheet.columns, start=1)
        ]
        self._widths = widths_of(sheet)
        self._room = [width - ROOM for width in self._widths]
        self._broken: set[str] = set()
        """Texts that have line ends."""
        self._linked_at = [place for place, column in enumerate(sheet.columns) if column.is_link]

    def pieces(self) -> Iterator[bytes]:
        """The rows, a few hundred at a time; raises CellNotWritable for a cell that cannot be written."""
        written: list[str] = []
        for number, row in enumerate(self.sheet.rows, start=2):
            try:
                cells = [
                    f"{begin}{number}{made[text]}"
                    for (begin, made), text in zip(self._cells, row, strict=True)
                    if text
                ]
            except CellNotWritable:
                check_row(self.sheet, number, row)
                raise
            written.append(f'<row r="{number}"{self._height(row)}>{"".join(cells)}</row>')
            for place in self._linked_at:
                self._note_link(number, place, row[place])
            if len(written) == AT_ONCE:
                yield "".join(written).encode()
                written.clear()
        yield "".join(written).encode()

    def _height(self, row: Sequence[str]) -> str:
        """How high a row is, said only where its texts do not fit into one line: not every program measures them."""
        if any(map(gt, map(len, row), self._room)) or not self._broken.isdisjoint(row):
            return f' ht="{height_of(row, self._widths)}" customHeight="1"'
        return ""

    def _words(self, text: str) -> str:
        """A text as a cell, with the style that it needs."""
        if len(text) <= LONGEST_CELL // 2 and _PLAIN.fullmatch(text):
            return self._text(Look(), text)
        if why := fault_of(text):
            raise CellNotWritable(self.sheet.name, why)
        if "\n" in text:
            self._broken.add(text)
        return self._text(Look(is_live(text), reads_rightwards(text)), text)

    def _linked(self, text: str) -> str:
        made = self._words(text)
        return self._text(Look(linked=True), text) if address(text) else made

    def _count(self, text: str) -> str:
        """A count as a number, in whichever digits it is written; what is none stays text."""
        if not text.isdecimal():
            return self._words(text)
        return f'" s="{self._style[Look(counts=True)]}"><v>{int(text)}</v></c>'

    def _text(self, look: Look, text: str) -> str:
        keep = ' xml:space="preserve"' if text != text.strip() or "\n" in text or "\t" in text else ""
        return f'" s="{self._style[look]}" t="inlineStr"><is><t{keep}>{in_xml(text)}</t></is></c>'

    def _note_link(self, number: int, place: int, text: str) -> None:
        if text and len(self.links) < MOST_LINKS and (found := address(text)):
            self.links.append((f"{column_letters(place + 1)}{number}", found))


def address(text: str) -> str:
    """The address that a whole text is, as a link may have it; nothing for any other text and any other protocol."""
    if len(text) > LONGEST_LINK or not _ADDRESS.fullmatch(text):
        return ""
    try:
        parts = urlsplit(text)
        named = parts.hostname and not parts.username
    except ValueError:
        return ""
    found = quote(text, safe=_IN_ADDRESS) if named else ""
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
