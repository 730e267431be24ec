"""What may be printed: nothing from data is ever a control sequence, terminal markup or a hidden direction."""

from __future__ import annotations

import re
import sys

_SEQUENCES = re.compile(
    "(?:\x1b[\\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\\\|\x9c)?"  # OSC, DCS, APC …: with their text
    "|(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]?"  # CSI
    "|\x1b[ -/]*[0-~]?"  # any other escape
)
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u061c\u202a-\u202e\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
_SPELLED = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_ISOLATES = re.compile("[\u2066-\u2069]")
_UNSEEN_OR_ISOLATE = re.compile(f"{_UNSEEN.pattern}|{_ISOLATES.pattern}")
_ARABIC = re.compile("[\u0590-\u08ff\ufb1d-\ufdfd\ufe70-\ufefc]")
FSI, PDI = "\u2068", "\u2069"


def safe_text(text: object, *, one_line: bool = False) -> str:
    """A text from data as it may be shown: escape sequences whole, controls and direction marks made visible."""
    shown = str(text)
    if shown.isprintable():
        return shown
    shown = _SEQUENCES.sub("␛", shown)
    unseen = _UNSEEN if _closed(shown) else _UNSEEN_OR_ISOLATE
    shown = unseen.sub(lambda found: f"\\u{{{ord(found[0]):x}}}", shown)
    return re.sub(r"[\t\n\r]+", " ", shown) if one_line else shown


def _closed(text: str) -> bool:
    """Whether every isolate that is opened is closed again, so that it turns nothing outside itself."""
    depth = 0
    for mark in _ISOLATES.findall(text):
        depth += -1 if mark == PDI else 1
        if depth < 0:
            return False
    return depth == 0


def spelled(text: str) -> str:
    r"""Controls and direction marks as \uXXXX, which JSON and TOML read back as what they stand for."""
    return _SPELLED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def isolated(text: str) -> str:
    """A text set apart on a screen, where both directions meet on one line, so that neither moves the other.

    What goes to a file or another program stays byte for byte as it is.
    """
    return f"{FSI}{text}{PDI}" if sys.stdout.isatty() and _ARABIC.search(text) else text
