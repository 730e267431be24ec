"""One form of every digit, letter and dash that a date can be written with, so that spelling does not matter."""

from __future__ import annotations

import re
import unicodedata

_FOLDED = str.maketrans(
    {chr(0x06F0 + n): str(n) for n in range(10)}
    | {chr(0x0660 + n): str(n) for n in range(10)}
    | dict.fromkeys(["ي", "ى", "ې", "ۍ", "ێ", "ئ"], "ی")
    | dict.fromkeys(["ك", "ڪ"], "ک")
    | dict.fromkeys(["ة", "ۀ", "ە", "ہ", "ھ"], "ه")
    | dict.fromkeys(["أ", "إ", "آ", "ٱ"], "ا")
    | dict.fromkeys(["ؤ", "ۆ", "ۊ"], "و")
    | {
        "ڕ": "ر",
        "ڵ": "ل",
        "ګ": "گ",
        "ı": "i",
        "İ": "i",
        "ß": "ss",
        "،": ",",
        "؛": ";",
        "؟": "?",
        "٪": "%",
        "∼": "~",
        "≈": "~",
    }
    | dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
    | {
        "\u2044": "/",
        "\u2215": "/",
        "\u066b": ".",
        "\uff0f": "/",
        "’": "'",
        "‘": "'",
        "ʿ": "'",
        "ʾ": "'",
        "`": "'",
    }
    | dict.fromkeys(
        (
            *range(0x064B, 0x0660),
            0x0670,
            *range(0x200B, 0x2010),
            *range(0x202A, 0x202F),
            *range(0x2066, 0x206A),
        )
    )
    | dict.fromkeys((0x061C, 0x2060, 0xFEFF, 0x00AD))
)
_TATWEEL_IN_WORD = re.compile(r"(?<=[^\W\d_])ـ+")


def fold(text: str) -> str:
    """The same text with one form of every digit, letter and dash, in small letters, without marks and joiners."""
    if "ـ" in text:
        text = _TATWEEL_IN_WORD.sub("", text).replace("ـ", "-")
    folded = text.translate(_FOLDED).lower()
    if not folded.isascii() and any("\xc0" <= letter <= "\u024f" or letter == "\u0307" for letter in folded):
        folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    return " ".join(folded.split())
