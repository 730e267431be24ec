"""Texts of plain words: certainly without a number, an address, a handle, a street, or letters written apart."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import unquote

from prisoners.names.script import fold
from prisoners.privacy.doors import STREET
from prisoners.privacy.spoken import FEWEST, WORDS

KEPT = 20_000
"""Parts of texts of which is remembered what they are."""

_AROUND = ".,;:!?()\"'«»“”‘’،؛؟…"
"""Signs that stand before and behind words."""
_AT = "(at)"
"""Stands for the sign in an e-mail address."""
_JOINER = "\u200c"
_MOST_DIGITS = 4
_WORD, _NUMBER, _LETTER, _SAID, _ELSE = range(5)
_TWICE = (bytes([_NUMBER, _NUMBER]), bytes([_LETTER, _LETTER]))


class Part(NamedTuple):
    """A part of a text between two spaces."""

    kind: int
    plain: str
    """Its folded letters or digits, without the signs around them."""


class Quiet(dict[str, Part]):
    """What the parts of texts are, each looked at once.

    What is found by its form alone takes a sign within a word, five digits together, several numbers or letters side by
    side, three numbers in words, or a word for a street. A text is quiet where there is nothing of that.
    """

    def words(self, text: str) -> list[str] | None:
        """The folded words of a text that is quiet; None for any other text."""
        parts = list(map(self.__getitem__, text.split()))
        kinds = bytes([part.kind for part in parts])
        if _ELSE in kinds or kinds.count(_SAID) >= FEWEST or any(pair in kinds for pair in _TWICE):
            return None
        return [part.plain for part in parts]

    def __missing__(self, text: str) -> Part:
        if len(self) >= KEPT:
            self.clear()
        folded = fold(unquote(text))
        plain = folded.strip(_AROUND)
        kind = _ELSE if folded == _AT else _kind(text.strip(_AROUND), plain)
        part = self[text] = Part(kind, plain)
        return part


def _kind(core: str, plain: str) -> int:
    """What a part is, by its letters as they stand and as they are folded."""
    if plain.isdecimal() and core.isdecimal():
        return _NUMBER if len(plain) <= _MOST_DIGITS else _ELSE
    pieces = core.split(_JOINER)
    if not plain.isalpha() or not all(map(str.isalpha, pieces)) or plain in STREET:
        return _ELSE
    if len(plain) == 1 or len(core) == 1:
        return _LETTER
    return _ELSE if 1 in map(len, pieces) else _SAID if plain in WORDS else _WORD
