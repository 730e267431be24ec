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
_VOWELS = frozenset("aeiouAIUO")
_CLOSING = {"a": "ä", "e": "H", "i": "I", "y": "I", "u": "U", "o": "U"}
_STARTS = {written[0] for written, _ in _PAIRS}


def sounds_of_latin(word: str) -> str:
    """The sounds of one word in small Latin letters; a doubled consonant is one."""
    sounds: list[str] = []
    place = 0
    while place < len(word):
        sound, length = _sound_at(word, place)
        doubled = sounds and sounds[-1] == sound and sound not in "aeiou" and word[place - 1] != "'"
        if sound and not doubled:
            sounds.append(sound)
        place += length
    if len(sounds) > 1:
        sounds[-1] = _last(sounds[-1], sounds[-2])
    return "".join(sounds).replace("yI", "I").replace("yi", "I").replace("iI", "I").replace("iy", "i")


def _last(sound: str, before: str) -> str:
    """The sound that closes a word: a long vowel, an a that is ا or ه (ä), a silent ه."""
    if sound == "h" and before in _VOWELS:
        return "H"
    if sound == "e" and before in "iIy":
        return "e"  # Rezaie is رضایی, Marzie is مرضیه
    return _CLOSING.get(sound, sound)


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
