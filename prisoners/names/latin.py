"""The sounds of a word written in Latin letters, however its writer spells Persian, Kurdish or Azeri."""

from __future__ import annotations

import unicodedata

from prisoners.names.letters import (
    LATIN_DIGRAPHS,
    LATIN_MARKED,
    LATIN_SOUNDS,
    LATIN_VOWELS,
    LOOKS_LATIN,
)

_MARKED = str.maketrans({**LOOKS_LATIN, **LATIN_MARKED})
_PAIRS = LATIN_DIGRAPHS + LATIN_VOWELS
_STARTS = {written[0] for written, _ in _PAIRS}


def sounds_of_latin(word: str) -> str:
    """The sounds of one word in small Latin letters; a doubled consonant is one, the last h soft."""
    sounds: list[str] = []
    place = 0
    while place < len(word):
        sound, length = _sound_at(word, place)
        doubled = sounds and sounds[-1] == sound and sound not in "aeiou" and word[place - 1] != "'"
        if sound and not doubled:
            sounds.append(sound)
        place += length
    if len(sounds) > 2 and sounds[-1] == "h" and sounds[-2] in "aeiouAEIOU":  # noqa: PLR2004 - more than a syllable
        sounds[-1] = "H"
    return "".join(sounds)


def without_marks(text: str) -> str:
    """Small letters with marks as the plain letters that carry their sound: ş as sh, â as aa; look-alikes too."""
    text = unicodedata.normalize("NFKD", text.translate(_MARKED))
    return "".join(char for char in text if not unicodedata.combining(char))


def _sound_at(word: str, place: int) -> tuple[str, int]:
    """The sound that begins at this letter, and how many letters it takes."""
    letter = word[place]
    if letter in _STARTS:
        for written, sound in _PAIRS:
            if word.startswith(written, place) and not _is_consonant_w(word, place, written):
                return sound, len(written)
    if place == 0 and word.startswith("th"):
        return "s", 2  # Thabet, Thaer: ث
    if letter == "c" and word[place + 1 : place + 2] in ("e", "i"):
        return "j", 1  # Turkish, Azeri and Kurdish spelling: Cemal, Cihangir
    return LATIN_SOUNDS.get(letter, letter if letter.isdigit() else ""), 1


def _is_consonant_w(word: str, place: int, written: str) -> bool:
    """Whether the w or y that ends this pair opens a syllable: not in Nowruz, but in Maya."""
    return written[-1] in "wy" and word[place + 2 : place + 3] in set("aeiou")
