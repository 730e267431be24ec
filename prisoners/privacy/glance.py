"""One glance at a text: whether it certainly names nobody who is looked for, and need not be read word by word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from operator import add
from typing import Any, NamedTuple

from prisoners.names.commonnames import COMMON
from prisoners.names.key import word_key
from prisoners.names.sounds import skeleton
from prisoners.names.words import Word, joined, sounds_of, words_anywhere

KEPT = 20_000
"""Parts of texts of which is remembered what they can be read as."""
INITIAL = "."
"""Stands before the key of a single letter, which is not that of a short word."""
TWO_LETTERS = frozenset(["ch", "gh", "kh", "sh", "zh"])
"""What a first name is cut to where its first sound takes two letters."""

Tree = dict[str, Any]

_WORDS = re.compile(r"[^\W_]+")
_NO_WORDS = re.compile(r"[\W\d_]+")
_ADDRESS = re.compile(r"https?:[\w:/.?=&,;~#+-]+", re.ASCII)
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
    before: str
    """Its consonants as the first of two words written as one, without the h that closes Fatemeh."""
    behind: str
    """Its consonants as the second of them."""
    around: bool
    """Whether it stands around names: a title, a particle."""
    nickname: bool
    """Whether the text can be read without it."""
    begins: bool
    """Whether a name that is looked for can begin here."""


Words = tuple[Heard, ...]
NUMBER = Heard(Word("0", "0", "0", "name"), "0", "0", "0", "0", around=False, nickname=False, begins=False)
"""Any number, where no name that is looked for has one."""


class Glance(dict[str, Words | None]):
    """The names that are looked for, and what each part of a text can be read as; None where that is not certain.

    A text is parted at its spaces. What a part can be read as is remembered, so that only what no text said before is
    looked into. Where a part can be read in more ways than one, or its neighbours count, nothing is promised.
    """

    def __init__(self, people: Tree, end: str, readings: Callable[[str], set[str]]) -> None:
        """`people`: the names, one key a branch, `end` where one ends; `readings`: the ways in which to read a part."""
        self._people, self._end, self._readings = people, end, readings
        bones = frozenset(chain.from_iterable(map(_bones_of, _keys(people, end))))
        self._of_two = bones.union(*map(_of_two, bones))
        self._has_digits = any(char.isdigit() for one in bones for char in one)

    def names_nobody(self, text: str) -> bool:
        """Whether nobody who is looked for is certainly named in this text."""
        words: list[Heard] = []
        for read in map(self.__getitem__, text.split()):
            if read is None:
                return False
            words += read
        return all(map(self._nobody_in, _ways(words)))

    def _nobody_in(self, words: Sequence[Heard]) -> bool:
        begins = [place for place, word in enumerate(words) if word.begins]
        pairs = map(add, [word.before for word in words], [word.behind for word in words[1:]])
        wholes = {
            place: word_key(joined(words[place].word, words[place + 1].word))
            for place, bones in enumerate(pairs)
            if bones in self._of_two
        }
        return not any(self._leads_on(self._people, words, wholes, place) for place in (*begins, *wholes))

    def _leads_on(self, branch: Tree, words: Sequence[Heard], wholes: Mapping[int, str], place: int) -> bool:
        """Whether a name goes on at this place, and comes to its end."""
        if self._end in branch:
            return True
        if place == len(words):
            return False
        word = words[place]
        if word.key in branch and self._leads_on(branch[word.key], words, wholes, place + 1):
            return True
        if word.initial in branch and self._leads_on(branch[word.initial], words, wholes, place + 1):
            return True
        whole = wholes.get(place, self._end)
        return whole in branch and self._leads_on(branch[whole], words, wholes, place + 2)

    def __missing__(self, part: str) -> Words | None:
        if part.isascii() and _NO_WORDS.fullmatch(part) and "%" not in part and not self._has_digits:
            return (NUMBER,) if _WORDS.search(part) else ()
        if _ADDRESS.fullmatch(part):
            return self._address(part)  # few addresses stand in a list twice
        if len(self) >= KEPT:
            self.clear()
        words = self[part] = self._read(part)
        return words

    def _address(self, part: str) -> Words | None:
        words: list[Heard] = []
        for read in map(self.__getitem__, _WORDS.findall(part)):
            if read is None:
                return None
            words += read
        return tuple(words)

    def _read(self, part: str) -> Words | None:
        read = {words_anywhere(reading) for reading in self._readings(part)}
        words = max((those or () for those in read), key=len)
        if read - {words, ()}:
            return None
        heard = [self._heard(word, nickname=len(read) > 1) for word in words]
        return None if None in heard else tuple(word for word in heard if word)

    def _heard(self, word: Word, *, nickname: bool) -> Heard | None:
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
        behind = skeleton(sounds_of(f"m'{text}"))[1:] if is_latin and text.startswith("th") else bones[opens:]
        begins = key in self._people or initial in self._people
        return Heard(word, key, initial, bones, behind, word.role in ("title", "particle"), nickname, begins)


def _ways(words: list[Heard]) -> Iterator[list[Heard]]:
    """The words as they can be read: with titles and nicknames or without; what comes last may be a name anyway."""
    yield words
    if any(word.around for word in words):
        yield [word for word in words[:-1] if not word.around] + words[-1:]
    if any(word.nickname for word in words):
        yield from _ways([word for word in words if not word.nickname])


def _of_two(bones: str) -> set[str]:
    """What two words have together whose consonants these are as one: one of them twice, or without an h."""
    places = range(1, len(bones) + 1)
    return {
        *(bones[:place] + bones[place - 1 :] for place in places),
        *(bones[:place] + bones[place + 1 :] for place in places if bones[place : place + 1] == "h"),
    }


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
