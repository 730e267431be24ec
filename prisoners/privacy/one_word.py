"""In the rows of somebody who is not named in full one word of the name is enough: "Zarbaf was beaten" says it all."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from prisoners.names.key import names_of, word_key
from prisoners.names.words import Word, names_in, words_of
from prisoners.privacy.watch import readings

_HEARD = 4
"""Consonants from which on a word is known in any spelling; a shorter one only as it is written: Amin is no man."""


def telling_words(names: Iterable[str], shown: Iterable[str]) -> frozenset[str]:
    """Every word that alone tells these names of one person, but for those that are shown of them."""
    told = _words(chain.from_iterable(map(names_of, names)))
    spared = frozenset(chain.from_iterable(map(_forms, _words(shown))))
    return frozenset(
        form for word in told if word.role == "name" for form in _forms(word) if form not in spared
    )


def tells_the_name(text: str, telling: frozenset[str]) -> bool:
    """Whether one of the words stands in a text, in either script and in any spelling."""
    return bool(telling) and any(not telling.isdisjoint(_forms(word)) for word in _words(readings(text)))


def _words(texts: Iterable[str]) -> list[Word]:
    return [word for text in texts for word in names_in(words_of(text)) if len(word.text) > 1]


def _forms(word: Word) -> set[str]:
    """How a word is recognised: by its letters, and by its consonants where there are enough of them."""
    return {word.text, f"={word_key(word)}"} if len(word.bones) >= _HEARD else {word.text}
