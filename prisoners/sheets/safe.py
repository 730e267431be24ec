"""What may stand in a cell: never a formula, never a character that another program cannot read."""

from __future__ import annotations

import re

LONGEST_CELL = 32_767
"""Characters that Excel keeps in one cell, counted as UTF-16 does."""

# OWASP, ASVS 5.0 1.2.10, and the full-width signs that Excel runs in a Japanese locale.
LIVE = frozenset("=+-@\t\r\n\0＝＋－ー＠")
PASSED_OVER = frozenset(
    "'\"`´‘’“”«»‹›\ufeff\u200b\u200c\u200d\u2060\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef]|[\ufffe\uffff"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_LETTER = re.compile("[A-Za-z\u0590-\u08ff\ufb1d-\ufdfd\ufe70-\ufefc]")
_LAST_LATIN = "z"


def is_live(text: str) -> bool:
    """Whether a spreadsheet could take this text for a formula: its first sign that counts begins one."""
    for char in text:
        if char in LIVE:
            return True
        if not (char.isspace() or char in PASSED_OVER):
            return False
    return False


def guarded(text: str) -> str:
    """The text as a cell without a type may hold it: one `'` before what could be taken for a formula."""
    return f"'{text}" if is_live(text) else text


def unguarded(text: str) -> str:
    """The text that was guarded, byte for byte."""
    return text[1:] if text.startswith("'") and is_live(text[1:]) else text


def fault_of(text: str) -> str:
    """Why a text cannot be written into a cell; empty where it can."""
    if (
        len(text) > LONGEST_CELL // 2
        and (units := len(text.encode("utf-16-le", "surrogatepass")) // 2) > LONGEST_CELL
    ):
        return f"it has {units:,} characters, and a cell holds {LONGEST_CELL:,}"
    found = UNWRITABLE.search(text)
    return f"it holds the character U+{ord(found[0]):04X}, which no text may hold" if found else ""


def underscored(text: str) -> str:
    """The text in which `_x000D_` stands for a carriage return, and for nothing that was typed."""
    return _ESCAPE.sub("_x005F_", text).replace("\r", "_x000D_")


def in_xml(text: str) -> str:
    """The text as it stands in the XML of a workbook, where `_x000D_` means a carriage return."""
    return underscored(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def from_cell(text: str) -> str:
    """The text behind what a workbook's XML says: `_x000D_` is a carriage return again."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def reads_rightwards(text: str) -> bool:
    """Whether the text begins in letters that are read from right to left."""
    found = _LETTER.search(text)
    return found is not None and found[0] > _LAST_LATIN


def is_western(text: str) -> bool:
    """Whether no letter of a text is beyond those of Western Europe, so that none is read from right to left."""
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return False
    return True
