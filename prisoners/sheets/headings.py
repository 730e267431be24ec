"""What the heading of a column means, by the words that lists use in English and Persian (`headings.csv`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from prisoners.names.script import fold
from prisoners.reference import reference_list
from prisoners.vocabulary.reading import folded

_BRACKETS = re.compile(r"[(\[{（].*?[)\]}）]")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[^\W_]+(?:\u200c[^\W_]+)*|#")
_ASIDE = frozenset(
    {
        "english", "persian", "farsi", "latin", "en", "fa", "eng", "per", "jalali", "gregorian", "shamsi", "miladi",
        "hijri", "solar", "iranian", "فارسی", "انگلیسی", "لاتین", "شمسی", "میلادی", "هجری", "خورشیدی", "به",
    }
)  # fmt: skip
"""Words that say in which letters or calendar a column is written, not what it holds."""

_WHOLLY = frozenset({"number", "row", "contact_address.value"})
"""What a heading must say and nothing else: a telephone number is no number of a person, an arrest address no home."""
ENOUGH = 0.5
"""The part of a heading that a known phrase must make up, to be what the heading means."""


@dataclass(frozen=True)
class Meaning:
    """What a heading says its column holds."""

    to: str
    """`event.place`, `number`, `status`, `note` …"""
    extra: tuple[tuple[str, str], ...]
    phrase: str
    """The known phrase that was found in it."""
    exact: bool
    """Whether the heading says this and nothing else."""

    @property
    def more(self) -> dict[str, str]:
        """What else holds where a cell is filled, and how the cell is read."""
        return dict(self.extra)


@dataclass(frozen=True)
class _Phrase:
    words: tuple[str, ...]
    to: str
    extra: tuple[tuple[str, str], ...]
    told: str

    @property
    def length(self) -> int:
        return sum(map(len, self.words))


def meaning_of(heading: str) -> Meaning | None:
    """What a heading means; None where no known phrase makes up enough of it."""
    bare = _BRACKETS.sub(" ", heading)
    words = _words(bare) or _words(heading)
    kept = tuple(word for word in words if word not in _ASIDE) or words
    whole = folded("".join(kept))
    best: _Phrase | None = None
    for phrase in _phrases():
        if folded("".join(phrase.words)) == whole:
            return Meaning(phrase.to, phrase.extra, phrase.told, exact=True)
        if _within(phrase.words, kept) and (best is None or phrase.length > best.length):
            best = phrase
    if best is None or best.to in _WHOLLY or best.length < ENOUGH * sum(map(len, kept)):
        return None
    return Meaning(best.to, best.extra, best.told, exact=False)


def extra_of(cell: str) -> tuple[tuple[str, str], ...]:
    """`a=b|c=d` of a table as pairs."""
    pairs = (part.split("=", 1) for part in cell.split("|") if part)
    return tuple((key, value) for key, value in pairs)


def _words(text: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in _WORD.findall(_HUMP.sub(" ", text.replace("’", "").replace("'", ""))))


def _within(words: tuple[str, ...], among: tuple[str, ...]) -> bool:
    """Whether these words stand in a row among those."""
    return any(among[at : at + len(words)] == words for at in range(len(among) - len(words) + 1))


@cache
def _phrases() -> tuple[_Phrase, ...]:
    return tuple(
        _Phrase(_words(told), row["to"], extra_of(row["extra"]), told)
        for row in reference_list("headings")
        for language in ("words_en", "words_fa")
        for told in row[language].split(";")
        if told
    )
