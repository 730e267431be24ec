"""Addresses of the web in a workbook: which text is one, and how links to them stand beside the rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from urllib.parse import quote

from prisoners.sheets.tracks import Track, woven

LONGEST_LINK = 2_079
MOST_LINKS = 65_530
"""Links that Excel reads on one sheet; what is beyond them stays text."""
AT_ONCE = 1_000
"""Links that are written together."""
DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGES = "http://schemas.openxmlformats.org/package/2006/relationships"
_ADDRESS = re.compile(
    r"https?://[^\W_](?:[\w.-]*[^\W_])?(?::\d{1,5})?"
    r"(?:[/?#][^\s<>\"\\^`{|}\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]*)?",
    re.IGNORECASE,
)
"""An address of the web and nothing else: a host that can be named, nobody's password, no sign that hides."""
_IN_ADDRESS = "-._~:/?#[]@!$&'()*+,;=%"


def address(text: str) -> str:
    """The address that a whole text is, as a link may have it; nothing for any other text and any other protocol."""
    if len(text) > LONGEST_LINK or not _ADDRESS.fullmatch(text):
        return ""
    found = text if text.isascii() else quote(text, safe=_IN_ADDRESS)
    return found if len(found) <= LONGEST_LINK else ""


class Links:
    """The links of one sheet: each is a cell and the number of an address, and each address is told once."""

    def __init__(self) -> None:
        self.room = MOST_LINKS
        """How many more there may be."""
        self._numbers: dict[str, int] = {}
        self._cells = bytearray()

    def add(self, letters: str, rows: Sequence[bytes], texts: Sequence[str]) -> list[str]:
        """Have cells of a column lead to the addresses that they hold: for each, where to, if anywhere."""
        found = list(map(address, texts)) if self.room else []
        there = [place for place, to in enumerate(found) if to]
        if len(there) > self.room:
            found = found[: there[self.room]]
            there = there[: self.room]
        numbers = self._numbers
        told = [b"%d" % numbers.setdefault(found[place], len(numbers) + 1) for place in there]
        cells: list[Track] = [f'<hyperlink ref="{letters}'.encode(), [rows[place] for place in there]]
        self._cells += woven([*cells, b'" r:id="rId', told, b'"/>'], len(there))
        self.room -= len(there)
        return found + [""] * (len(texts) - len(found))

    def __len__(self) -> int:
        return MOST_LINKS - self.room

    def in_sheet(self) -> bytes:
        """The links as they stand in their sheet; nothing where there are none."""
        begin = f'<hyperlinks xmlns:r="{_OFFICE}">'.encode()
        return b"".join((begin, self._cells, b"</hyperlinks>")) if self else b""

    def relationships(self) -> Iterator[bytes]:
        """What the links lead to, as it stands beside the sheet."""
        yield f'{DECLARED}<Relationships xmlns="{_PACKAGES}">'.encode()
        numbers = iter(self._numbers.items())
        while some := list(islice(numbers, AT_ONCE)):
            yield "".join(
                [
                    f'<Relationship Id="rId{number}" Type="{_OFFICE}/hyperlink" Target="{_attribute(to)}"'
                    ' TargetMode="External"/>'
                    for to, number in some
                ]
            ).encode()
        yield b"</Relationships>"


def _attribute(text: str) -> str:
    return text.replace("&", "&amp;").replace("'", "&apos;")
