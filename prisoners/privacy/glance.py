"""One glance at a text: whether it certainly names nobody who is looked for, and need not be read word by word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, reduce
from itertools import chain, pairwise
from operator import methodcaller, or_
from typing import Any, NamedTuple, cast

from prisoners.names.commonnames import COMMON
from prisoners.names.key import word_key
from prisoners.names.sounds import skeleton
from prisoners.names.words import Word, joined, sounds_of, words_anywhere
from prisoners.privacy.values import PIECES

KEPT = 20_000
"""Parts of texts of which is remembered what they can be read as."""
BETWEEN = "\0"
"""Stands between two texts."""
INITIAL = "."
"""Stands before the key of a single letter, which is not that of a short word."""
TWO_LETTERS = frozenset(["ch", "gh", "kh", "sh", "zh"])
"""What a first name is cut to where its first sound takes two letters."""

Tree = dict[str, Any]

_NUMBER = re.compile(r"[0-9_.,:;!?/&=+<>*~|#$-]+")
"""A number, or signs alone, that no reading leaves out as it does what stands in brackets."""
ADDRESS = re.compile(r"https?:[\w:/.?=&,;~#+-]+", re.ASCII)
_PERSIAN = re.compile("[\u0600-\u06ff\u0750-\u077f]+")
_OPENS = frozenset("AaäeiouUIEOWYw^vy")
"""Sounds that are heard where they open a word, and not behind another word."""
_UNCLEAR = frozenset(["h", "y"])
"""Letters, and sounds, that alone are heard otherwise than beside a word."""


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
    mark: int
    """What is to be looked at, of `BEGINS`, `FOLLOWS`, `OPENS`, `CLOSES`, `SKIPPED`."""


Words = tuple[Heard, ...]
Name = frozenset[tuple[str, ...]]
"""Somebody who is looked for, by the keys of the name."""
Place = tuple[int, int]
"""A word among parts of texts: which part, and which of its words."""
STOPS, NAMES, BEGINS, FOLLOWS, OPENS, CLOSES, SKIPPED = (1 << bit for bit in range(7))
"""The end of a text; a whole name; a name begins, goes on; halves of a word told as two; what names go on without."""
NUMBER, STOP = (Heard(Word(sign, sign, sign, "name"), sign, sign, sign, sign, 0) for sign in ("0", "\0\0"))
"""Any number, where no name that is looked for has one; the end of a text."""


def _where(flag: int) -> bytes:
    return b"[%b]" % b"".join(b"\\x%02x" % mark for mark in range(2 * SKIPPED) if mark & flag)


_SKIP = _where(SKIPPED) + b"*"
_BEGINNING = re.compile(
    b"%b(?:(?<=%b)|(?=%b(?:%b|%b%b%b)))"
    % (_where(BEGINS), _where(NAMES), _SKIP, _where(FOLLOWS), _where(OPENS), _SKIP, _where(CLOSES))
)
_TWO = re.compile(b"%b(?=%b%b)" % (_where(OPENS), _SKIP, _where(CLOSES)))
_start = methodcaller("start")


class Glance(dict[str, Words | None]):
    """The names that are looked for, and what each part of a text can be read as; None where that is not certain.

    A text is parted at its spaces. What a part can be read as is remembered, so that only what no text said before is
    looked into. Where a part can be read in more ways than one, or its neighbours count, nothing is promised.
    """

    def __init__(self, people: Tree, end: str, readings: Callable[[str], set[str]]) -> None:
        """`people`: the names, one key a branch, `end` where one ends; `readings`: the ways in which to read a part."""
        self._people, self._end, self._readings = people, end, readings
        self._later = _keys_behind(people, end)
        roots = frozenset(chain.from_iterable(map(_bones_of, people)))
        later = frozenset(chain.from_iterable(map(_bones_of, self._later)))
        self._opening = roots.union(*map(_of_two, roots))
        """What two words have together that are one with which a name begins."""
        self._of_two = self._opening.union(later, *map(_of_two, later))
        cut = [(whole, place) for whole in self._of_two for place in range(1, len(whole) + 1)]
        self._firsts, self._seconds = {one[:end] for one, end in cut}, {one[start:] for one, start in cut}
        self.has_digits = any(char.isdigit() for one in self._of_two for char in one)

    def marks_of(self, words: Words) -> int:
        """What is to be looked at where these words stand; of several all that any of them is."""
        if not words:
            return SKIPPED
        marks = reduce(or_, (word.mark for word in words))
        if len(words) == 1:
            return marks
        told_as_two = any(one.before + other.behind in self._of_two for one, other in pairwise(words))
        if told_as_two or marks & SKIPPED:
            return marks | NAMES | BEGINS | FOLLOWS
        return marks | NAMES * bool(marks & BEGINS)

    def named_in(self, parts: Sequence[str], marks: bytes) -> Iterator[tuple[int, Name]]:
        """Whom some texts name, and at which of their parts; behind each text stands one that is marked `STOPS`.

        It may be too many: every title and particle is tried to be left out, and no longer name is looked for.
        """
        for place in (*map(_start, _BEGINNING.finditer(marks)), *self._told_as_two(parts, marks)):
            for word in range(len(self[parts[place]] or ())):
                for name in self._names(parts, (place, word)):
                    yield place, name

    def _told_as_two(self, parts: Sequence[str], marks: bytes) -> list[int]:
        """The places where a word may stand as two, as far as two words tell."""
        heard, opening = cast("Callable[[str], Words]", self.__getitem__), self._opening
        return [
            place
            for place in map(_start, _TWO.finditer(marks))
            if (
                self._is_told_beyond(parts, place)
                if marks[place + 1] & SKIPPED
                else heard(parts[place])[-1].before + heard(parts[place + 1])[0].behind in opening
            )
        ]

    def _is_told_beyond(self, parts: Sequence[str], place: int) -> bool:
        """Whether the other half of a word may stand behind a title or a particle."""
        last = (place, len(self[parts[place]] or ()) - 1)
        return any(
            self._at(parts, last).before + self._at(parts, behind).behind in self._opening
            for behind in self._behind(parts, last)
        )

    def _names(self, parts: Sequence[str], place: Place) -> Iterator[Name]:
        """The names that begin with this word, and come to their end."""
        ways = [(self._people, place)]
        while ways:
            branch, place = ways.pop()
            word = self._at(parts, place)
            deeper = [branch[key] for key in {word.key, word.initial} if key in branch]
            if not deeper and not word.mark & OPENS:
                continue
            behind = self._behind(parts, place)
            for found in deeper:
                yield from found.get(self._end, ())
                ways += [(found, other) for other in behind]
            for other in behind:
                if found := branch.get(self._whole(word, self._at(parts, other))):
                    yield from found.get(self._end, ())
                    ways += [(found, last) for last in self._behind(parts, other)]

    def _whole(self, word: Heard, behind: Heard) -> str:
        """The key of two words as one, where a name that is looked for has such consonants."""
        if word.before + behind.behind not in self._of_two:
            return STOP.key
        return word_key(joined(word.word, behind.word))

    def _behind(self, parts: Sequence[str], place: Place) -> list[Place]:
        """The places of the words that can come next behind a word: titles and particles may be left out."""
        part, word = place
        words = self[parts[part]] or ()
        found: list[Place] = []
        while not found or words[word].mark & SKIPPED:
            word += 1
            while word >= len(words):
                part, word = part + 1, 0
                words = self[parts[part]] or ()
            found.append((part, word))
        return found

    def _at(self, parts: Sequence[str], place: Place) -> Heard:
        return (self[parts[place[0]]] or (STOP,))[place[1]]

    def __missing__(self, part: str) -> Words | None:
        if part == BETWEEN:
            return (STOP,)
        if _NUMBER.fullmatch(part) and not self.has_digits:
            return (NUMBER,) if PIECES.search(part) else ()
        if ADDRESS.fullmatch(part):
            return self._address(part)  # few addresses stand in a list twice
        if len(self) >= KEPT:
            self.clear()
        words = self[part] = self._read(part)
        return words

    def _address(self, part: str) -> Words | None:
        words: list[Heard] = []
        for read in map(self.__getitem__, PIECES.findall(part)):
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
            or (is_latin and word.sounds in _UNCLEAR)
            or (bones in ("", "a") and not opens)
        ):
            return None
        initial = INITIAL + key if len(text) == 1 or text in TWO_LETTERS else key
        behind = skeleton(sounds_of(f"m'{text}"))[1:] if is_latin and text.startswith("th") else bones[opens:]
        branches = [self._people[one] for one in (key, initial) if one in self._people]
        mark = BEGINS * bool(branches) | NAMES * any(self._end in branch for branch in branches)
        mark |= FOLLOWS * (key in self._later or initial in self._later)
        mark |= OPENS * (bones in self._firsts) | CLOSES * (behind in self._seconds)
        mark |= SKIPPED * (nickname or word.role in ("title", "particle"))
        return Heard(word, key, initial, bones, behind, mark)


def _of_two(bones: str) -> set[str]:
    """What two words have together whose consonants these are as one: one of them twice, or without an h."""
    places = range(1, len(bones) + 1)
    return {
        *(bones[:place] + bones[place - 1 :] for place in places),
        *(bones[:place] + bones[place + 1 :] for place in places if bones[place : place + 1] == "h"),
    }


def _keys_behind(people: Tree, end: str) -> frozenset[str]:
    """Every key with which a name goes on."""
    found: set[str] = set()
    branches = list(people.values())
    for branch in branches:
        found.update(branch)
        branches += [deeper for key, deeper in branch.items() if key != end]
    return frozenset(found - {end})


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
