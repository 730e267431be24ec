"""Search keys of a name: the same in every spelling and script, different for different names."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from prisoners.names.commonnames import COMMON
from prisoners.names.script import fold
from prisoners.names.sounds import distance, without_alef
from prisoners.names.titles import BESIDE_NOBODY, NOBODY, NOBODY_PHRASES
from prisoners.names.words import Word, joined, names_in, words_of

MOST_KEYS = 24

_JOINERS = re.compile("[\u200c\u200d]")
_BRACKETED = re.compile(r"[(\[{«“\"]([^()\[\]{}«»“”\"]*)[)\]}»”\"]")
_OTHER_NAMES = re.compile(
    r"[/|;؛]|\ba\.?k\.?a\b\.?|\balias\b|\bknown as\b|\bمعروف به\b|\bمشهور به\b|\bملقب به\b"
)
_WORDS = re.compile(r"[^\W\d_]+")
_TWIN_AT_MOST = 0.4
_CLEARLY = 0.1
_LATIN_VOWEL = re.compile("[aeiouUIO]")
_LAST_I = re.compile(r"(?<=[^aeiouIUO])i[^aeiouIUOy']$")
_EITHER = frozenset(
    ["nsr", "sdq", "qdr", "slm", "slh", "thr", "zhr", "zkr"]
)  # Nasir: ناصر, as Arabs spell it, or نصیر


def keys_of(name: str) -> list[str]:
    """The search keys to store for a name: one for each word, one for each two neighbours written as one.

    Titles and particles have no key of their own; the aliases in brackets have theirs. A name that nobody
    knows has none: unknown people must never be found to be each other.
    """
    if is_unknown(name):
        return []
    keys: dict[str, None] = {}
    joined_up = _JOINERS.sub("", name)
    for one in (*names_of(name), *([joined_up] if joined_up != name else [])):
        words = words_of(one)
        keys.update(dict.fromkeys(word_key(word) for word in _worded(words)))
    return sorted(list(keys)[:MOST_KEYS])


def word_key(word: Word) -> str:
    """The key of one word: its consonants, or the common name it is where several share those consonants."""
    return _key(word.bones, word.sounds)


def keys_meant(word: Word) -> list[str]:
    """The keys under which the name that somebody means by this word may stand.

    Nasir may be ناصر or نصیر, and either may be recorded as Nasir, of which nobody can say which it is.
    """
    key = word_key(word)
    if key != word.bones:
        return [key, word.bones]
    heard = without_alef(word.sounds)
    twins = COMMON.get(key, "").split()
    return [key, *("=" + twin for twin in twins if distance(heard, twin) <= _TWIN_AT_MOST)]


def twin_keys(bones: str) -> list[str]:
    """Every key that names with these consonants can have."""
    return [bones, *("=" + twin for twin in COMMON.get(bones, "").split())]


@lru_cache(maxsize=32768)
def is_unknown(name: str) -> bool:
    """Whether this stands for "nobody knows the name": unknown, ناشناس, N.N., a question mark."""
    words = _WORDS.findall(fold(name.replace("\u200c", " ")))
    if not words:
        return not any(char.isalnum() for char in name)
    if " ".join(words) in NOBODY_PHRASES:
        return True
    return any(word in NOBODY for word in words) and all(
        word in NOBODY or word in BESIDE_NOBODY for word in words
    )


def split_aliases(name: str) -> tuple[str, list[str]]:
    """The name itself and the other names that stand with it: in brackets, after "known as"."""
    aliases = [alias.strip() for alias in _BRACKETED.findall(name)]
    main, *others = _OTHER_NAMES.split(_BRACKETED.sub(" ", name))
    found = [alias for alias in (*aliases, *(other.strip() for other in others)) if alias]
    main = " ".join(main.split())
    if not main and found:
        main = found.pop(0)
    return main, found


def names_of(name: str) -> list[str]:
    """Every name that is written here: "Jina (Mahsa) Azadi" is Jina Azadi, Mahsa, and Mahsa Azadi."""
    main, aliases = split_aliases(name)
    words = main.split()
    instead = [f"{alias} {words[-1]}" for alias in aliases if len(words) > 1 and len(alias.split()) == 1]
    return [main, *aliases, *instead]


@lru_cache(maxsize=65536)
def _key(bones: str, sounds: str) -> str:
    twins = COMMON.get(bones, "").split()
    if not twins:
        return bones
    twin = _twin(sounds, twins)
    if bones in _EITHER and _LAST_I.search(sounds):
        return bones
    return "=" + twin if twin else bones


def _twin(sounds: str, twins: list[str]) -> str:
    """Which of the names with these consonants the sounds are; none when two of them are about as near."""
    heard = without_alef(sounds)
    if heard in twins or not _LATIN_VOWEL.search(sounds):
        return heard if heard in twins else ""
    nearest = sorted((distance(heard, twin), twin) for twin in twins)
    second = nearest[1][0] if len(nearest) > 1 else _TWIN_AT_MOST + _CLEARLY
    clearly = nearest[0][0] <= _TWIN_AT_MOST and second - nearest[0][0] >= _CLEARLY
    return nearest[0][1] if clearly else ""


def _worded(words: tuple[Word, ...]) -> list[Word]:
    """The words that have a key, and neighbours written as one, with the particle before them or without."""
    names = names_in(words)
    pairs = [*pairwise(names), *(pair for pair in pairwise(words) if pair[0].role == "particle")]
    return [word for word in names if word.role != "bound"] + [joined(*pair) for pair in pairs]
