"""Which script a name is written in, how text folds for searching, and what must not stand in a name."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Literal

from prisoners.names.letters import CAPITALS_LOOK_LATIN, DROPPED_RANGES, FORBIDDEN, LOOKS_LATIN, SAME_LETTER

Script = Literal["persian", "latin", "mixed", "none"]

LONGEST_NAME = 200

_DIGITS = {zero + value: str(value) for zero in (0x0660, 0x06F0) for value in range(10)}
_FOLDS: dict[int, str | None] = {
    **{code: None for first, last in DROPPED_RANGES for code in range(first, last + 1)},
    **{ord(letter): plain for letter, plain in SAME_LETTER.items()},
    **_DIGITS,
}
_CAPITALS = str.maketrans(CAPITALS_LOOK_LATIN)
_LOOKS = str.maketrans(LOOKS_LATIN)


@lru_cache(maxsize=32768)
def script_of(text: str) -> Script:
    """The script a text is written in; "persian" stands for the Arabic script in all its languages."""
    found = {alphabet for char in text if (alphabet := _alphabet(char)) in {"ARABIC", "LATIN"}}
    if len(found) == 2:  # noqa: PLR2004 - both scripts
        return "mixed"
    return "none" if not found else "persian" if found == {"ARABIC"} else "latin"


def fold(text: str) -> str:
    """The plain search form of any text: one letter for one letter, no marks, no joiners, small letters.

    Only for comparing: what was typed is stored. A joiner (ZWNJ) is dropped, so both halves stand together.
    """
    if text.isascii():
        return " ".join(text.casefold().split())
    plain = plain_letters(text).replace("ە", "ه")
    plain = unicodedata.normalize("NFKD", plain)
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).split())


def latin_capitals(text: str) -> str:
    """The text with Greek capitals that look Latin as the capitals they look like."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).translate(_CAPITALS))


def plain_letters(text: str) -> str:
    """Small letters, one code point for one letter, no joiners; Latin letters keep their marks."""
    return unicodedata.normalize("NFKC", text).casefold().translate(_FOLDS)


def look(text: str) -> str:
    """The shape a reader sees: folded, with look-alike letters of other alphabets as their Latin twin."""
    return fold(latin_capitals(text)).translate(_LOOKS)


def name_faults(text: str) -> list[str]:
    """Why a text cannot be taken as a name, one sentence a reason; empty when nothing is wrong with it."""
    faults = [] if text.strip() else ["The name is empty."]
    if len(text) > LONGEST_NAME:
        faults.append(f"The name has {len(text)} characters; the longest that is taken has {LONGEST_NAME}.")
    told: set[str] = set()
    for place, char in enumerate(text, start=1):
        what = _forbidden(char)
        if what and what not in told:
            told.add(what)
            faults.append(f"The name holds {what} (U+{ord(char):04X}, character {place}).")
    return faults


def look_alike_warning(text: str) -> str | None:
    """What to tell when a name may be read as another: mixed scripts in a word, borrowed letters."""
    for word in text.split():
        alphabets = sorted({_alphabet(char) for char in word} - {""})
        if len(alphabets) > 1:
            mixed = " and ".join(alphabet.capitalize() for alphabet in alphabets)
            return f"The word “{word}” mixes {mixed} letters."
        if fold(word) != look(word):
            alphabet = alphabets[0].capitalize()
            return f"The word “{word}” is written in {alphabet} letters that look like Latin ones."
    return None


@lru_cache(maxsize=4096)
def _alphabet(char: str) -> str:
    """The alphabet a letter belongs to ("LATIN", "ARABIC", "CYRILLIC" …); nothing for what is no letter."""
    if not char.isalpha():
        return ""
    return unicodedata.name(char, "").split(" ")[0].split("-")[0]


@lru_cache(maxsize=4096)
def _forbidden(char: str) -> str:
    code = ord(char)
    for first, last, what in FORBIDDEN:
        if first <= code <= last:
            return what
    category = unicodedata.category(char)
    if category in {"Cc", "Zl", "Zp"}:
        return "a control character"
    if category == "Co":
        return "a character of private use"
    if category in {"Cn", "Cs"}:
        return "a code that is no character"
    return ""
