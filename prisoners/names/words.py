"""A name taken apart: its words, what each of them is, and how each of them sounds."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from prisoners.names.latin import sounds_of_latin
from prisoners.names.persian import sounds_of_persian
from prisoners.names.script import plain_letters
from prisoners.names.sounds import skeleton
from prisoners.names.titles import PARTICLES, TITLES

Role = Literal["name", "title", "particle"]


class Word(NamedTuple):
    """One word of a name in plain letters, its sounds, the consonants under them, and its role."""

    text: str
    sounds: str
    bones: str
    role: Role


_JOINERS = re.compile("[\u200c\u200d]+")
_APOSTROPHES = re.compile("[\u02b9-\u02bf\u2018\u2019\u201b\u2032`´]")
_CARRIER = re.compile(r"(?<!\w)ئ[اەۆێوی]?")
_PIECES = re.compile(r"[^\W_]+(?:'[^\W_]+)*", re.UNICODE)
_ARABIC_RUN = re.compile("[\u0600-\u06ff\u0750-\u077f]+")

_AFTER_THE = "din|dd?in|dd?een|dow?leh?|doule|dawl|reza|rr?ahm|rr?ahim|zahra|sadat|nes|saltan|zaman|ssadat"
_SERVANT_LATIN = re.compile(r"^abd(?:[aeou]l|[ou](?=[rnsztd]))(?!l?a+h|l?ahi)(?=.{3})")
_ARTICLE_LATIN = re.compile(rf"(?<=..)[aeiou]l(?={_AFTER_THE})")
_SERVANT_PERSIAN = re.compile("^عبدال(?!له|لاه|هی$|هیان)(?=..)")
_ARTICLE_PERSIAN = re.compile("(?<=..)ال(?=دین|رحمن|رحمان|رحیم|رضا|زهرا|سادات|نسا|سلطنه|سلطان|دوله|زمان)")
_SEYED = r"(?:s[aei]+y+[aei]d(?:eh)?|سیده?)"
_GLUED_SEYED = re.compile(rf"^({_SEYED})(?=..)")
_SERVANT_ALONE = re.compile(r"^(?:abd[aeou]?[lrnsztd]?|عبد|عبدال)$")
_GOD = re.compile(r"^(?:allah?|ollah?|ullah?|الله?|لله)$")


@lru_cache(maxsize=16384)
def words_of(name: str) -> tuple[Word, ...]:
    """The words of a name as they stand, titles and particles marked as such."""
    texts = _whole_servants(_texts(name))
    last = len(texts) - 1
    words = tuple(_word(text, place, last) for place, text in enumerate(texts))
    if any(word.role == "name" for word in words):
        return words
    return tuple(word._replace(role="name") for word in words)


def names_in(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words that are the name itself, without titles and particles."""
    return tuple(word for word in words if word.role == "name")


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


def may_be_glued(word: Word) -> bool:
    """Whether a word is written as one with the next by some; a Seyed is parted from it before."""
    return word.role != "title" or not re.fullmatch(_SEYED, word.text)


def joined(*words: Word) -> Word:
    """Neighbouring words written as one: Mohammad Ali as Mohammadali."""
    text = "'".join(word.text for word in words)  # the apostrophe keeps d and h of Saeed Hosseini two sounds
    sounds = sounds_of(text)
    return Word(text, sounds, skeleton(sounds), "name")


def _texts(name: str) -> list[str]:
    """The words in plain letters; a ZWNJ, a hyphen or a dot parts them here."""
    name = _APOSTROPHES.sub("'", _JOINERS.sub(" ", name))
    texts = _PIECES.findall(plain_letters(_CARRIER.sub("ا", name)))
    return [text for whole in texts for text in _GLUED_SEYED.sub(r"\1 ", whole).split()]


def _word(text: str, place: int, last: int) -> Word:
    role: Role = "name"
    if text in PARTICLES:
        role = "particle"
    elif text in TITLES and place != last:
        role = "title"
    text = _SERVANT_PERSIAN.sub("عبد", _SERVANT_LATIN.sub("abd", text))
    text = _ARTICLE_PERSIAN.sub("", _ARTICLE_LATIN.sub("", text))
    sounds = sounds_of(text)
    return Word(text, sounds, skeleton(sounds), role)


def _whole_servants(texts: list[str]) -> list[str]:
    """Abd al-Naser, عبد الناصر and حبیب الله as one word each, since half of it is nobody's name."""
    whole: list[str] = []
    place = 0
    while place < len(texts):
        text = texts[place]
        place += 1
        if _SERVANT_ALONE.match(text) and place < len(texts):
            if texts[place] in PARTICLES and place + 1 < len(texts):
                place += 1
            text = _served(text, texts[place])
            place += 1
        if whole and _GOD.match(text):
            text = whole.pop() + text
        whole.append(text)
    return whole


def _served(servant: str, served: str) -> str:
    latin = servant.isascii()
    if _GOD.match(served):
        return "abdollah" if latin else "عبدالله"
    return ("abd" + served) if latin else ("عبد" + served.removeprefix("ال"))
