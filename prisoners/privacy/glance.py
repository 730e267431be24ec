"""One glance at a text: whether it certainly names nobody who is looked for, and need not be read word by word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

from prisoners.names.commonnames import COMMON
from prisoners.names.key import word_key
from prisoners.names.sounds import skeleton
from prisoners.names.words import Word, joined, sounds_of, words_anywhere

KEPT = 50_000
"""Parts of texts of which is remembered what they can be read as."""
INITIAL = "."
"""Stands before the key of a single letter, which is not that of a short word."""
TWO_LETTERS = frozenset(["ch", "gh", "kh", "sh", "zh"])
"""What a first name is cut to where its first sound takes two letters."""

Tree = dict[str, Any]

_WORDS = re.compile(r"[^\W_]+")
_NO_WORDS = re.compile(r"[\W\d_]+")
_ADDRESS = re.compile(r"https?:[\w:/.?=&,;~#+-]+", re.ASCII)
_LONGEST_WORD = 40
_PERSIAN = re.compile("[\u0600-\u06ff\u0750-\u077f]+")
_OPENS = frozenset("AaäeiouUIEOWYw^vy")
"""Sounds that are heard where they open a word, and not behind another word."""
_UNCLEAR = frozenset(["h", "y"])
"""Letters that alone sound otherwise than beside a word."""


class Heard(NamedTuple):
    """A word of a text, and what it can be taken for."""

    word: Word
    key: str
    initial: str
    """Its key as an initial, where it may be one."""
    before: tuple[str, ...]
    """Its consonants as the first of two words written as one; the h that closes Fatemeh may be heard there."""
    behind: str
    """Its consonants as the second of them."""
    passed_over: bool
    """Whether it may stand between two words of a name: a title, a particle, a nickname."""
    begins: bool
    """Whether a name that is looked for can begin here."""


Words = tuple[Heard, ...]
NUMBER = Heard(Word("0", "0", "0", "name"), "0", "0", ("0",), "0", passed_over=False, begins=False)
"""Any number, where no name that is looked for has one."""


class Glance:
    """The names that are looked for, and what the parts of texts have to do with them.

    A text is parted at its spaces. What each part can be read as is remembered, so that only what no text said before
    is looked into. Where a part can be read in more ways than one, or its neighbours count, nothing is promised.
    """

    def __init__(self, people: Tree, end: str, readings: Callable[[str], set[str]]) -> None:
        """`people`: the names, one key a branch, `end` where one ends; `readings`: the ways in which to read a part."""
        self._people, self._end, self._readings = people, end, readings
        self._bones = frozenset(chain.from_iterable(map(_bones_of, _keys(people, end))))
        first = frozenset(chain.from_iterable(map(_bones_of, people)))
        self._beginnings = frozenset(bones[:place] for bones in first for place in range(1, len(bones) + 1))
        self._has_digits = any(char.isdigit() for bones in self._bones for char in bones)
        self._parts: dict[str, Words | None] = {}

    def names_nobody(self, text: str) -> bool:
        """Whether nobody who is looked for is certainly named in this text."""
        words: list[Heard] = []
        for part in text.split():
            read = self._parts[part] if part in self._parts else self._part(part)
            if read is None:
                return False
            words += read
        return not any(
            word.begins and self._step(self._people, words, place) for place, word in enumerate(words)
        )

    def _part(self, part: str) -> Words | None:
        """What a part of a text can be read as; None where that is not certain."""
        if _ADDRESS.fullmatch(part):
            return self._address(part)  # few addresses stand in a list twice
        if len(self._parts) >= KEPT:
            self._parts.clear()
        words = self._parts[part] = self._read(part)
        return words

    def _address(self, part: str) -> Words | None:
        words: list[Heard] = []
        for word in _WORDS.findall(part):
            read = self._parts[word] if word in self._parts else self._read(word)
            if read is None or len(word) > _LONGEST_WORD:
                return None
            words += read
        return tuple(words)

    def _read(self, part: str) -> Words | None:
        if part.isascii() and _NO_WORDS.fullmatch(part) and "%" not in part and not self._has_digits:
            return (NUMBER,) if _WORDS.search(part) else ()
        read = {words_anywhere(reading) for reading in self._readings(part)}
        words = max((those or () for those in read), key=len)
        if read - {words, ()}:
            return None
        heard = [self._heard(word, passed_over=len(read) > 1) for word in words]
        return None if None in heard else tuple(word for word in heard if word)

    def _heard(self, word: Word, *, passed_over: bool) -> Heard | None:
        """A word, and what it can be taken for; None where it is not certain how it sounds beside others."""
        text, bones, key = word.text, word.bones, word_key(word)
        is_latin, opens = text.isascii(), word.sounds[:1] in _OPENS
        if (
            not (is_latin or _PERSIAN.fullmatch(text))
            or text in _UNCLEAR
            or (bones in ("", "a") and not opens)
        ):
            return None
        initial = INITIAL + key if len(text) == 1 or text in TWO_LETTERS else key
        before = (bones, bones + "h") if is_latin and text.endswith("h") else (bones,)
        behind = skeleton(sounds_of(f"m'{text}"))[1:] if is_latin and text.startswith("th") else bones[opens:]
        begins = not self._people.keys().isdisjoint((key, initial)) or not self._beginnings.isdisjoint(before)
        around = passed_over or word.role in ("title", "particle")
        return Heard(word, key, initial, before, behind, around, begins)

    def _step(self, branch: Tree, words: Sequence[Heard], place: int) -> bool:
        """Whether a name goes on with this word, or with this and the next written as one, and comes to its end."""
        word = words[place]
        for key in {word.key, word.initial}:
            if key in branch and self._goes_on(branch[key], words, place + 1):
                return True
        for behind in _next(words, place + 1):
            if self._may_be_one(word, words[behind]):
                key = word_key(joined(word.word, words[behind].word))
                if key in branch and self._goes_on(branch[key], words, behind + 1):
                    return True
        return False

    def _goes_on(self, branch: Tree, words: Sequence[Heard], place: int) -> bool:
        return self._end in branch or any(self._step(branch, words, at) for at in _next(words, place))

    def _may_be_one(self, word: Heard, behind: Heard) -> bool:
        """Whether two words written as one can be a word of a name."""
        rest = behind.behind
        return any(
            bones + (rest[1:] if rest[:1] == bones[-1:] else rest) in self._bones for bones in word.before
        )


def _next(words: Sequence[Heard], place: int) -> Iterator[int]:
    """The places where a name may go on: the next word, and what stands behind it where it may be passed over."""
    for at in range(place, len(words)):
        yield at
        if not words[at].passed_over:
            return


def _keys(branch: Tree, end: str) -> Iterator[str]:
    """Every key of a tree."""
    for key, deeper in branch.items():
        if key != end:
            yield key
            yield from _keys(deeper, end)


def _bones_of(key: str) -> list[str]:
    """The consonants of the words that have this key."""
    if key.startswith("="):
        return _bones_of_twins()[key[1:]]
    return [key.removeprefix(INITIAL)]


@cache
def _bones_of_twins() -> dict[str, list[str]]:
    """The consonants of each common name that others share."""
    found: dict[str, list[str]] = {}
    for bones, twins in COMMON.items():
        for twin in twins.split():
            found.setdefault(twin, []).append(bones)
    return found
