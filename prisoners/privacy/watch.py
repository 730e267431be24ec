"""Reads every text that is about to leave, for what may not: confidential values, hidden people, ways to reach them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain, pairwise, product
from typing import Any
from urllib.parse import unquote

from prisoners.names.key import keys_meant, names_of, word_key
from prisoners.names.script import fold
from prisoners.names.words import Word, joined, names_in, words_of
from prisoners.privacy.glance import INITIAL, TWO_LETTERS, Glance

NAMES_SOMEBODY = "names somebody who may not be named"
CONFIDENTIAL = "repeats something confidential"
TELEPHONE = "holds a telephone number"
ADDRESS = "holds an e-mail address"
NATIONAL_NUMBER = "holds a national number"

END = "\0"  # no key of a word
Keys = tuple[str, ...]
Tree = dict[str, Any]
"""Names by their keys, one key a branch; under END stand the names of which a way to write them ends there."""

_WORDS = re.compile(r"[^\W_]+")
_NUMBERS = re.compile(r"\d(?:[\s\-.()]{0,2}\d){5,}")
_EMAIL = re.compile(r"[\w.+%-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:(?:\.|\s?\(dot\)\s?|\s?\[dot\]\s?)[\w-]+)+")
_APART = (
    r"[\s\-\u2010-\u2015./()_]{0,2}"  # what stands between the digits of a number, however they are grouped
)
_DAY = r"\W{0,2}(?:1[34]|19|20)\d\d[\-/.]\d\d?[\-/.]"  # branch 015, 2022-09-16 is no telephone
_CALLED = re.compile(
    rf"(?<!\d)(?:\+[1-9](?:{_APART}\d){{7,14}}|00[1-9](?:{_APART}\d){{9,14}}"
    rf"|(?:98|0)?[\s\-.]?9\d{{2}}[\s\-.]?\d{{3}}[\s\-.]?\d{{4}}"
    rf"|09\d\d(?:{_APART}\d){{7}}|0[1-8]\d(?!{_DAY})(?:{_APART}\d){{8}})(?!\d)"
)
_ENDING = re.compile(r"(?<=[^\W\d_])['’`´]s?(?!\w)")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NICKNAME = re.compile(r"[(\[{«“\"'‘][^\s()\[\]{}«»“”\"]{1,20}[)\]}»”\"'’]")
_TEN_DIGITS = re.compile(r"(?<!\d)\d{3}-?\d{6}-?\d(?!\d)")
_SHORTEST_WORD, _SHORTEST_WORDS = 10, 8
_SHORTEST_NUMBER, _SHORTEST_IN_WORDS = (
    7,
    9,
)  # a day has eight digits, and is no secret where it stands in a note
_ANYWHERE = 16
_LEAST = 2  # words: one alone names nobody
_ONE_WORD = 6
"""Consonants from which on a first name and a family in one word are no other word."""
_HEAD = 6
KEPT = 50_000
"""Texts of which is remembered what was found in them; most stand in a list again and again."""


class Watch:
    """What no leaving text may hold: values that stay inside, and the names of people who may not be named."""

    def __init__(
        self, *, values: Iterable[str] = (), names: Iterable[str] = (), patterns: bool = True
    ) -> None:
        """`patterns`: look for telephone numbers, e-mail addresses and national numbers nobody recorded, too."""
        self._patterns = patterns
        self._values: dict[str, set[int]] = defaultdict(set)
        self._known: set[str] = set()
        self._numbers: dict[int, set[str]] = defaultdict(set)
        self._people: Tree = {}
        self._read: dict[str, tuple[str, frozenset[frozenset[Keys]]]] = {}
        for value in values:
            self._guard_value(value)
        for name in names:
            self._guard_name(name)
        self._glance = Glance(self._people, END, readings)

    def found_in(self, text: str, *, own: frozenset[Keys] = frozenset()) -> str:
        """Why this text may not leave; empty where it may. `own`: names of the person it is about, who may be named."""
        if text not in self._read:
            if len(self._read) >= KEPT:
                self._read.clear()
            self._read[text] = self._why(text), self._named_in(text)
        why, named = self._read[text]
        return why or (NAMES_SOMEBODY if any(own.isdisjoint(name) for name in named) else "")

    def _why(self, text: str) -> str:
        folded = fold(unquote(text))
        if self._patterns and (why := _pattern(folded, is_link=text.startswith("http"))):
            return why
        return CONFIDENTIAL if self._holds_value(folded) or self._holds_number(folded) else ""

    def _guard_value(self, value: str) -> None:
        for line in value.splitlines():
            folded = fold(unquote(line))
            words = _WORDS.findall(folded)
            plain = "".join(words)
            shortest = _SHORTEST_NUMBER if plain.isdigit() else _SHORTEST_IN_WORDS
            for number in _numbers(folded):
                if len(number) >= shortest:
                    dialled = number.lstrip("0")
                    kept = dialled if len(dialled) >= shortest else number  # found with its zero and without
                    self._numbers[len(kept)].add(kept)
            if len(plain) >= (_SHORTEST_WORDS if len(words) > 1 else _SHORTEST_WORD) and not plain.isdigit():
                self._values[plain[:_HEAD]].add(len(plain))
                self._known.add(plain)

    def _holds_value(self, folded: str) -> bool:
        """Whether a confidential value stands in it, however it is spaced; a short one must be whole words."""
        words = _WORDS.findall(folded)
        plain, values = "".join(words), self._values
        heads = [plain[start : start + _HEAD] for start in range(len(plain) - _HEAD + 1)]
        if values.keys().isdisjoint(heads):
            return False
        starts = ends = set(accumulate(map(len, words), initial=0))
        for start, head in enumerate(heads):
            for length in values.get(head, ()):
                end = start + length
                whole = start in starts and end in ends
                if (whole or length >= _ANYWHERE) and plain[start:end] in self._known:
                    return True
        return False

    def _holds_number(self, folded: str) -> bool:
        return any(
            number[start : start + length] in known
            for number in _numbers(folded)
            for length, known in self._numbers.items()
            for start in range(len(number) - length + 1)
        )

    def _named_in(self, text: str) -> frozenset[frozenset[Keys]]:
        """Who of those who may not be named is named here, by their keys."""
        if not self._people or self._glance.names_nobody(text):
            return frozenset()
        return frozenset(
            name
            for read in readings(text)
            for steps in [_steps(names_in(words_of(read)))]
            for place in range(len(steps))
            for name in _walk(self._people, steps, place)
        )

    def _guard_name(self, name: str) -> None:
        exact = name_keys(name)
        for one in names_of(name):
            words = names_in(words_of(one))
            for keys in chain(_exact(words), _loose(words)):
                branch = self._people
                for key in keys:
                    branch = branch.setdefault(key, {})
                branch.setdefault(END, set()).add(exact)


def name_keys(name: str) -> frozenset[Keys]:
    """The keys by which a name is known: of all its words, of the first and the last, of two written as one."""
    return frozenset(chain.from_iterable(_exact(names_in(words_of(one))) for one in names_of(name)))


def _exact(words: tuple[Word, ...]) -> Iterator[Keys]:
    keys = tuple(word_key(word) for word in words)
    if len(keys) < _LEAST:
        return
    yield from (keys, (keys[0], keys[-1]))
    if len(keys) > _LEAST:
        yield from ((*keys[:place], whole, *keys[place + 2 :]) for place, whole in _wholes(words))


def _loose(words: tuple[Word, ...]) -> Iterator[Keys]:
    """The other ways: where a spelling leaves open which name it is, the family before, an initial, all as one word."""
    if len(words) < _LEAST:
        return
    heard = tuple(keys_meant(word) for word in words)
    yield from product(*heard)
    yield from chain(product(heard[0], heard[-1]), product(heard[-1], heard[0]))
    yield from product(_initials(words[0]), *heard[1:])
    if len(whole := word_key(joined(words[0], words[-1]))) >= _ONE_WORD:
        yield (whole,)


def _initials(word: Word) -> list[str]:
    """The keys of the letters to which a first name is cut: G., and Sh. as well as S."""
    lengths = (1, 2) if word.text[:2] in TWO_LETTERS else (1,)
    return [INITIAL + word_key(letter) for length in lengths for letter in words_of(word.text[:length])]


def _wholes(words: tuple[Word, ...]) -> list[tuple[int, str]]:
    """The key of each two neighbours written as one, with the place of the first."""
    return [(place, word_key(joined(*pair))) for place, pair in enumerate(pairwise(words))]


def _steps(words: tuple[Word, ...]) -> list[list[tuple[str, int]]]:
    """What can be read at each word, and how many words that takes: the word, or the two that may be one."""
    wholes = dict(_wholes(words))
    return [
        [
            (word_key(word), 1),
            *([(wholes[place], 2)] if place in wholes else []),
            *([(INITIAL + word_key(word), 1)] if len(word.text) == 1 or word.text in TWO_LETTERS else []),
        ]
        for place, word in enumerate(words)
    ]


def _walk(branch: Tree, steps: list[list[tuple[str, int]]], place: int) -> Iterator[frozenset[Keys]]:
    """The names of which a way of writing them begins at this word, each by its keys."""
    yield from branch.get(END, ())
    for key, taken in steps[place] if place < len(steps) else ():
        if key in branch:
            yield from _walk(branch[key], steps, place + taken)


def readings(text: str) -> set[str]:
    """A text as it stands, and as it reads otherwise.

    Without the ending of Zarbaf's, with the words of #NedaZarbaf apart, without the nickname of Neda "Nana" Zarbaf.
    """
    plain = _ENDING.sub("", unquote(text))
    return {plain, _GLUED.sub(" ", plain), _NICKNAME.sub(" ", plain)}


def own_names(names: Iterable[str]) -> frozenset[Keys]:
    """Every way in which these names of one person are written."""
    return frozenset(chain.from_iterable(name_keys(name) for name in names))


def _pattern(folded: str, *, is_link: bool) -> str:
    if _EMAIL.search(folded):
        return ADDRESS
    if _CALLED.search(folded):
        return TELEPHONE
    if is_link:  # pages are numbered, and one number in eleven has the right check digit
        return ""
    national = any(_is_national_number(found[0].replace("-", "")) for found in _TEN_DIGITS.finditer(folded))
    return NATIONAL_NUMBER if national else ""


def _is_national_number(digits: str) -> bool:
    """Whether the last of ten digits is the check digit of the nine before it."""
    if len(set(digits)) == 1:
        return False
    rest = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return int(digits[9]) == (rest if rest < 2 else 11 - rest)  # noqa: PLR2004 -- the rule of the civil registry


def _numbers(folded: str) -> list[str]:
    """The numbers in a text without the signs between their digits, and without the prefix of the country."""
    found = (re.sub(r"\D", "", number[0]) for number in _NUMBERS.finditer(folded))
    return [re.sub(r"^(?:00)?(?:98|0)(?=9\d{9}$)", "", number) for number in found]
