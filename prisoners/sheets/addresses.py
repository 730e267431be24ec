"""Addresses of the web in a workbook: which text is one, and how links to them stand beside the rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote

LONGEST_LINK = 2_079
DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGES = "http://schemas.openxmlformats.org/package/2006/relationships"
_ADDRESS = re.compile(
    r"https?://[^\W_](?:[\w.-]*[^\W_])?(?::\d{1,5})?"
    r"(?:[/?#][^\s<>\"\\^`{|}\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]*)?",
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


def hyperlinks(links: Sequence[tuple[str, str]]) -> str:
    """Links, each a cell and its address, as they stand in a sheet."""
    numbers = _numbers(links)
    cells = "".join([f'<hyperlink ref="{cell}" r:id="rId{numbers[to]}"/>' for cell, to in links])
    return f'<hyperlinks xmlns:r="{_OFFICE}">{cells}</hyperlinks>'


def relationships(links: Sequence[tuple[str, str]]) -> str:
    """What the links of a sheet lead to; each address once."""
    related = "".join(
        [
            f'<Relationship Id="rId{number}" Type="{_OFFICE}/hyperlink" Target="{_attribute(to)}"'
            ' TargetMode="External"/>'
            for to, number in _numbers(links).items()
        ]
    )
    return f'{DECLARED}<Relationships xmlns="{_PACKAGES}">{related}</Relationships>'


def _numbers(links: Sequence[tuple[str, str]]) -> dict[str, int]:
    return {to: number for number, to in enumerate(dict.fromkeys(to for _, to in links), start=1)}


def _attribute(text: str) -> str:
    return text.replace("&", "&amp;").replace("'", "&apos;")
