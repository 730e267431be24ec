"""In the texts about somebody under a pseudonym: the town and the trade that were left out of their own columns."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from itertools import chain
from typing import Any

from prisoners.names.key import word_key
from prisoners.names.script import fold
from prisoners.names.words import Word, words_of
from prisoners.privacy.policy import Columns
from prisoners.privacy.ways import letters_together, readings
from prisoners.reference import reference_list

FREE_TEXTS: frozenset[Columns] = frozenset(
    {("prisoners", "summary"), ("events", "summary"), ("charges", "quoted"), ("sentences", "quoted")}
)
"""Sentences: what is told in them is chosen by who writes, and no list says what it is."""

TOWNS, TRADE = ("birthplace", "residence"), "occupation"

Phrase = tuple[frozenset[str], ...]
"""Words side by side, each by the forms in which it is recognised."""

_HEARD = 3
"""Consonants from which on a word is known in the other script; a shorter one only as it is written."""
_PARTS = re.compile(r"[,،;؛/()\n]")
_AROUND = (
    "a an the of in near by from village town city county district province region suburb"
    " از در به شهر شهرستان استان بخش دهستان روستا روستای روستایی نزدیک حومه اطراف محله"
)
_AROUND_A_TOWN = frozenset(_AROUND.split())


def kept_back(person: Mapping[str, Any]) -> frozenset[Phrase]:
    """What no text about this person may say again: each word of the towns, and the trade as a whole."""
    towns = chain.from_iterable(_both_scripts(str(person.get(column) or "")) for column in TOWNS)
    words = [(word,) for town in towns for word in words_of(town) if word.text not in _AROUND_A_TOWN]
    trades = map(words_of, _PARTS.split(str(person.get(TRADE) or "")))
    return frozenset(_phrase(found) for found in (*words, *trades) if _says_something(found))


def retells(text: str, phrases: Collection[Phrase]) -> bool:
    """Whether one of them stands in a text, in either script."""
    read = (
        [_phrase(words_of(one)) for one in readings(text) | readings(letters_together(text))]
        if phrases
        else []
    )
    return any(_stands_in(phrase, words) for phrase in phrases for words in read)


def _both_scripts(town: str) -> Iterable[str]:
    """A town as it is written, and a capital of a province in the other script, too: nobody hears ساری in Sari."""
    return (town, *(other for word in words_of(town) for other in _capitals().get(word.text, ())))


@cache
def _capitals() -> dict[str, tuple[str, ...]]:
    pairs = [(row["capital_en"], row["capital_fa"]) for row in reference_list("provinces")]
    return {fold(one): (other,) for pair in pairs for one, other in (pair, pair[::-1])}


def _says_something(words: tuple[Word, ...]) -> bool:
    return any(len(word.text) > 1 for word in words)


def _phrase(words: Iterable[Word]) -> Phrase:
    return tuple(
        frozenset({word.text, *([f"={word_key(word)}"] if len(word.bones) >= _HEARD else [])})
        for word in words
    )


def _stands_in(phrase: Phrase, words: Phrase) -> bool:
    """Whether the words of the phrase stand side by side among these."""
    return any(
        all(not wanted.isdisjoint(word) for wanted, word in zip(phrase, words[start:], strict=False))
        for start in range(len(words) - len(phrase) + 1)
    )
