"""The order of names: Persian by the Persian alphabet, Latin without case and marks."""

from __future__ import annotations

from functools import lru_cache

from prisoners.names.script import fold

ALPHABET = "ءآابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
"""The 32 letters, with hamza and the long alef before them; Unicode puts پ چ ژ گ ک ی after all others."""

_RANK = {letter: chr(0xE000 + place) for place, letter in enumerate(ALPHABET)}
_ALEF = str.maketrans({"آ": "\ue100"})


@lru_cache(maxsize=65536)
def sort_key(text: str) -> tuple[str, str]:
    """By which a text sorts: folded letters by their rank, then the text itself, so that the order never varies."""
    # fold() makes one letter of آ and ا; the alphabet keeps them apart
    kept = fold(text.translate(_ALEF)).replace("\ue100", "آ")
    return "".join(_RANK.get(letter, letter) for letter in kept), text
