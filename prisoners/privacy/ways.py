"""The ways in which a name is written, and the ways in which a text can be read for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise, product
from typing import Any
from urllib.parse import unquote

from prisoners.names.key import keys_meant, names_of, word_key
from prisoners.names.words import Word, joined, names_in, words_of
from prisoners.privacy.glance import INITIAL, TWO_LETTERS

END = "\0"  # no key of a word
Keys = tuple[str, ...]
Tree = dict[str, Any]
"""Names by their keys, one key a branch; under END stand the names of which a way to write them ends there."""

_LEAST = 2  # words: one alone names nobody
_ONE_WORD = 6
"""Consonants from which on a first name and a family in one word are no other word."""
_ENDING = re.compile(r"(?<=[^\W\d_])['’`´]s?(?!\w)")
_LETTER_APART = r"[^\W\d_](?:\s?[.\-_·•*/|+\u2010-\u2015\u0640]\s?|\s|\u200c)"
_LETTERS_APART = re.compile(rf"(?<![^\W_])(?:{_LETTER_APART}){{2,}}[^\W\d_](?![^\W_])")
_BETWEEN_LETTERS = re.compile(r"\W|_|\u0640")
_SILENT_H = re.compile(r"(?<=[ae])h(?=[bcdfgjklmnpqrstvxz])")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NICKNAME = re.compile(r"[(\[{«“\"'‘][^\s()\[\]{}«»“”\"]{1,20}[)\]}»”\"'’]")


def branch_of(tree: Tree, keys: Keys) -> Tree:
    """Where these keys end in the tree."""
    for key in keys:
        tree = tree.setdefault(key, {})
    return tree


def name_keys(name: str) -> frozenset[Keys]:
    """The keys by which a name is known: of all its words, of the first and the last, of two written as one."""
    return frozenset(chain.from_iterable(exact(names_in(words_of(one))) for one in names_of(name)))


def exact(words: tuple[Word, ...]) -> Iterator[Keys]:
    """The name as it is written: all its words, the first and the last, two of them as one; nothing for one word."""
    keys = tuple(word_key(word) for word in words)
    if len(keys) < _LEAST:
        return
    yield from (keys, (keys[0], keys[-1]))
    if len(keys) > _LEAST:
        yield from joined_keys(words)


def joined_keys(words: tuple[Word, ...]) -> Iterator[Keys]:
    """The keys with each two neighbours as one; the h that closes the first of them is heard there, or not."""
    keys = tuple(word_key(word) for word in words)
    for place, whole in _wholes(words):
        yield (*keys[:place], whole, *keys[place + 2 :])
        if words[place].sounds.endswith("H"):
            heard = words[place].bones + "h" + words[place + 1].bones.removeprefix("h")
            yield (*keys[:place], heard, *keys[place + 2 :])


def loose(words: tuple[Word, ...]) -> Iterator[Keys]:
    """The other ways: where a spelling leaves open which name it is, the family before, an initial, all as one word."""
    if len(words) < _LEAST:
        return
    heard = tuple([*keys_meant(word), *without_silent_h(word)] for word in words)
    yield from product(*heard)
    yield from chain(product(heard[0], heard[-1]), product(heard[-1], heard[0]))
    yield from product(_initials(words[0]), *heard[1:])
    if len(whole := word_key(joined(words[0], words[-1]))) >= _ONE_WORD:
        yield (whole,)


def without_silent_h(word: Word) -> list[str]:
    """The key of Sitarehban as it stands in Persian, where the h of ستاره is not heard."""
    text = _SILENT_H.sub("", word.text)
    return [word_key(plain) for plain in words_of(text)] if text != word.text else []


def _initials(word: Word) -> list[str]:
    """The keys of the letters to which a first name is cut: G., and Sh. as well as S."""
    lengths = (1, 2) if word.text[:2] in TWO_LETTERS else (1,)
    return [INITIAL + word_key(letter) for length in lengths for letter in words_of(word.text[:length])]


def _wholes(words: tuple[Word, ...]) -> list[tuple[int, str]]:
    """The key of each two neighbours written as one, with the place of the first."""
    return [(place, word_key(joined(*pair))) for place, pair in enumerate(pairwise(words))]


def steps_of(words: tuple[Word, ...]) -> list[list[tuple[str, int]]]:
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


def found_along(tree: Tree, steps: list[list[tuple[str, int]]]) -> Iterator[tuple[int, int, frozenset[Keys]]]:
    """Every name of the tree that stands in these words: from which word to before which, and by its keys."""
    return ((begin, end, name) for begin in range(len(steps)) for end, name in _walk(tree, steps, begin))


def _walk(
    branch: Tree, steps: list[list[tuple[str, int]]], place: int
) -> Iterator[tuple[int, frozenset[Keys]]]:
    """The names of which a way of writing them begins at this word, each by its keys, and where they end."""
    for name in branch.get(END, ()):
        yield place, name
    for key, taken in steps[place] if place < len(steps) else ():
        if key in branch:
            yield from _walk(branch[key], steps, place + taken)


def readings(text: str) -> set[str]:
    """A text as it stands, and as it reads otherwise.

    Without the ending of Zarbaf's, with the words of #NedaZarbaf apart, without the nickname of Neda "Nana" Zarbaf.
    """
    plain = _ENDING.sub("", unquote(text))
    return {plain, _GLUED.sub(" ", plain), _NICKNAME.sub(" ", plain)}


def letters_together(text: str) -> str:
    """A text with letters that were written apart, as M e h r i or م‌ه‌ر‌ی, as the words that they spell."""
    return _LETTERS_APART.sub(lambda run: _BETWEEN_LETTERS.sub("", run[0]), text)


def own_names(names: Iterable[str]) -> frozenset[Keys]:
    """Every way in which these names of one person are written."""
    return frozenset(chain.from_iterable(name_keys(name) for name in names))
