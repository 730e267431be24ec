"""The sounds of a word written in the Arabic script: Persian, Arabic, Kurdish, Azeri, Baluchi."""

from __future__ import annotations

import re

from prisoners.names.letters import ENDS_IN_A, OLD_SPELLINGS, PERSIAN_SOUNDS

_TOGETHER = (
    ("xWA", "xA"),  # خواجه
    ("YY", "Y"),
    ("WW", "W"),
    ("AW", "AWw"),  # داود and داوود
    ("^A", "A"),  # عادل
    ("llh", "lah"),  # الله
    ("llH", "laH"),
)
_DOUBLED = re.compile(r"([^A-Z])\1")  # Kurdish writes its vowels and doubles its consonants: محەممەد


def sounds_of_persian(word: str) -> str:
    """The sounds of one word of plain letters; short vowels are not written, so they are not in it.

    W is a و that may be v, u, o or ow; Y a ی that may be y, i or ei; ^ any vowel that opens the word;
    H the silent ه that closes it; w a و that may be nothing.
    """
    word = OLD_SPELLINGS.get(word, word)
    sounds = [PERSIAN_SOUNDS.get(letter, letter if letter.isdigit() else "") for letter in word]
    if not sounds:
        return ""
    if sounds[0] in ("A", "'"):
        sounds[0] = "^"
    elif sounds[0] == "W":
        sounds[0] = "v"
    elif sounds[0] == "Y":
        sounds[0] = "y"
    if len(sounds) > 2 and word[-1] in "هە":  # noqa: PLR2004 - longer than شه and مه
        sounds[-1] = "H"
    if word in ENDS_IN_A:
        sounds[-1] = "A"
    heard = "".join(sounds)
    for written, sound in _TOGETHER:
        heard = heard.replace(written, sound)
    return _DOUBLED.sub(r"\1", heard) if "ە" in word else heard
