"""A name taken apart: its words, what each of them is, and how each of them sounds."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from prisoners.names.latin import sounds_of_latin, without_marks
from prisoners.names.parting import parted, parted_anywhere
from prisoners.names.persian import sounds_of_persian
from prisoners.names.script import latin_capitals, plain_letters
from prisoners.names.sounds import skeleton
from prisoners.names.titles import BOUND, LIGHT, PARTICLES, TITLES

Role = Literal["name", "light", "bound", "title", "particle"]
"""name: says who it is · light: shared by half the country beside another name (Mohammad Reza) · bound: no name by
itself (Abd, Mir) · title and particle: stand around a name."""


class Word(NamedTuple):
    """One word of a name in plain letters, its sounds, the consonants under them, and its role."""

    text: str
    sounds: str
    bones: str
    role: Role


_LETTER = "[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"
_JOINER = re.compile(
    f"(?<={_LETTER}{_LETTER})[\u200c\u200d]+(?={_LETTER}{_LETTER})"
)  # elsewhere it parts nothing
_APOSTROPHES = re.compile("[\u02b9-\u02bf\u2018\u2019\u201b\u2032`´]")
_CARRIER = re.compile(r"(?<!\w)ئ[اەۆێوی]?")
_PIECES = re.compile(r"[^\W_]+(?:'[^\W_]+)*", re.UNICODE)
_ARABIC_RUN = re.compile("[\u0600-\u06ff\u0750-\u077f]+")


@lru_cache(maxsize=16384)
def words_of(name: str) -> tuple[Word, ...]:
    """The words of a name as they stand, each with its role; at least one of them says who it is."""
    texts = parted(_pieces(name))
    last = len(texts) - 1
    words = [_word(text, place == last) for place, text in enumerate(texts)]
    said = [place for place, word in enumerate(words) if word.role in ("name", "light")]
    if not said:
        return tuple(word._replace(role="name") for word in words)
    for place in said[-2:]:
        words[place] = words[place]._replace(role="name")
    return tuple(words)


def words_anywhere(text: str) -> tuple[Word, ...] | None:
    """The words of a part of a text, where they are the same whatever stands around it; None where they are not.

    Their roles are those that they have before another word.
    """
    texts = parted_anywhere(_pieces(text))
    return None if texts is None else tuple(_word(word, False) for word in texts)


def names_in(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words that are the name itself, without titles and particles."""
    return tuple(word for word in words if word.role not in ("title", "particle"))


@lru_cache(maxsize=65536)
def sounds_of(text: str) -> str:
    """The sounds of one word of plain letters in either script, or of both mixed."""
    if text.isascii():
        return sounds_of_latin(text)
    sounds: list[str] = []
    start = 0
    for run in _ARABIC_RUN.finditer(text):
        sounds += [sounds_of_latin(text[start : run.start()]), sounds_of_persian(run.group())]
        start = run.end()
    sounds.append(sounds_of_latin(text[start:]))
    return "".join(sounds)


@lru_cache(maxsize=65536)
def joined(*words: Word) -> Word:
    """Neighbouring words written as one: Mohammad Ali as Mohammadali."""
    text = "'".join(word.text for word in words)  # the apostrophe keeps d and h of Saeed Hosseini two sounds
    sounds = sounds_of(text)
    return Word(text, sounds, skeleton(sounds), "name")


def _pieces(name: str) -> list[str]:
    """The words in plain letters; a ZWNJ, a hyphen or a dot parts them here."""
    name = _APOSTROPHES.sub("'", _JOINER.sub(" ", latin_capitals(name)))
    plain = plain_letters(_CARRIER.sub("ا", name))
    return _PIECES.findall(plain if plain.isascii() else without_marks(plain))


@lru_cache(maxsize=65536)
def _word(text: str, last: bool) -> Word:
    sounds = sounds_of(text)
    role: Role = "name"
    if text in PARTICLES:
        role = "particle"
    elif text in BOUND:
        role = "bound"
    elif text in TITLES and not last:
        role = "title"
    bones = skeleton(sounds)
    return Word(text, sounds, bones, "light" if role == "name" and bones in LIGHT else role)
