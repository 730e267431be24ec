"""What two spellings share: a skeleton of consonants to look up by, and their distance in sounds."""

from __future__ import annotations

from functools import lru_cache

from prisoners.names.soundtables import BETWEEN, MISSING

_VOWELS_AND_GLIDES = str.maketrans("", "", "AaäeiouUIEOWYwvyH'^")
_UNHEARD = str.maketrans("Z", "j", "A'")
_MERGED = str.maketrans("ZC", "jk")
_UNLIKE = 1.0


@lru_cache(maxsize=65536)
def skeleton(sounds: str) -> str:
    """The consonants of a word, the same in every script and spelling: mhmd, hsn, a$kn.

    A vowel that opens the word is "a", whatever it is; v and y count only there, for و and ی are vowels.
    """
    if not sounds:
        return ""
    first = sounds[0]
    start = first if first in "vy" else "a" if first in "AaäeiouUIEOWYw^" else ""
    rest = (sounds if not start else sounds[1:]).translate(_VOWELS_AND_GLIDES).translate(_MERGED)
    bones = [bone for place, bone in enumerate(rest) if place == 0 or rest[place - 1] != bone]
    return start + "".join(bones) or "a"


def without_alef(sounds: str) -> str:
    """The sounds without ا and ع, which Latin letters do not tell but at the end: ناصر as نصر."""
    start = "^" if sounds.startswith("A") else ""
    end = "A" if len(sounds) > 1 and sounds[-1] == "A" else ""
    return start + sounds.translate(_UNHEARD) + end


@lru_cache(maxsize=65536)
def distance(one: str, other: str, most: float = 99.0) -> float:
    """How far two words are apart in sounds: 0 for the same name, about 1 for a quite different consonant.

    Not measured to the end where it is certainly more than `most`.
    """
    if one == other:
        return 0.0
    row = [0.0]
    for sound in other:
        row.append(row[-1] + MISSING[sound])
    for mine in one:
        gap = MISSING[mine]
        pairs = BETWEEN[mine]
        left = row[0] + gap
        above = [left]
        for place, theirs in enumerate(other):
            cost = row[place] + pairs.get(theirs, _UNLIKE)
            up = row[place + 1] + gap
            across = left + MISSING[theirs]
            if up < cost:  # noqa: PLR1730 - the innermost loop: min() doubles its time
                cost = up
            left = across if across < cost else cost  # noqa: FURB136
            above.append(left)
        row = above
        if min(row) > most:
            return min(row)
    return row[-1]
