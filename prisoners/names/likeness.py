"""How alike two names are, and why, in words a researcher can weigh."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise, product
from typing import NamedTuple

from prisoners.names.key import is_unknown, names_of, word_key
from prisoners.names.script import fold, script_of
from prisoners.names.sounds import distance
from prisoners.names.words import Word, joined, names_in, words_of

SAME = 0.95
"""From here on two names are the same name, spelled by different hands."""
ALIKE = 0.8
"""From here on two names may be the same name with a slip, or with a part left out."""

_WORD_ALIKE = 0.55
_WORD_SAME = 0.9
_TWO_NAMES = 0.5
_RELATED = 0.8  # حسن and حسنی: one is made of the other
_ONE_KEY = 0.98
_GLUED = 0.82
_TOO_FEW_TO_GLUE = 2
_SLIPS = 2
_FULLY_WRITTEN = 1.5  # two Persian spellings leave less to the writer than a Latin one
_UNMATCHED = 0.6
_WEIGHTS: dict[str, float] = {"name": 1.0, "light": 0.5, "bound": 0.3}
_FAMILY = 1.3
_ONE_WORD = 0.85
_OTHER_ORDER = 0.98
_INITIAL = 0.75


@dataclass(frozen=True)
class Likeness:
    """A score from 0 (nothing in common) to 1 (the same name) and the reason for it."""

    score: float
    reason: str


class Match(NamedTuple):
    """Words of one name (by place) that stand for words of the other, and how alike they are."""

    alike: float
    mine: tuple[int, ...]
    theirs: tuple[int, ...]


@lru_cache(maxsize=32768)
def likeness(a: str, b: str) -> Likeness:
    """How alike two names are in any scripts and spellings; aliases in brackets count as names."""
    if is_unknown(a) or is_unknown(b):
        return Likeness(0.0, "a name that is not known is like no other")
    if a == b:
        return Likeness(1.0, "written the same")
    if fold(a) == fold(b):
        return Likeness(1.0, "the same letters")
    mine, theirs = names_of(a), names_of(b)
    best = compare(mine[0], theirs[0])
    for one, other in islice(product(mine, theirs), 1, None):
        found = compare(one, other)
        if found.score > best.score:
            best = Likeness(found.score, f"under another name (“{one}”, “{other}”): {found.reason}")
    return best


def compare(a: str, b: str) -> Likeness:
    """How alike two names are, each taken as one name without aliases."""
    mine, theirs = names_in(words_of(a)), names_in(words_of(b))
    if not mine or not theirs:
        return Likeness(0.0, "there is no word to compare")
    matches = _matches(mine, theirs)
    score = _score(matches, _weights(mine), _weights(theirs))
    return Likeness(round(score, 3), _reason(a, b, mine, theirs, matches))


@lru_cache(maxsize=65536)
def words_alike(one: Word, other: Word) -> float:
    """How alike two words are: 1 for the same word, about 0.65 for one wrong consonant in four."""
    if one.text == other.text:
        return 1.0
    if len(one.text) == 1 or len(other.text) == 1:
        return _INITIAL if one.bones[:1] == other.bones[:1] else 0.0
    length = 0.6 + 0.6 * max(len(one.bones), len(other.bones))
    apart = distance(one.sounds, other.sounds, length / 2)
    fully = not one.text.isascii() and not other.text.isascii()
    if fully:
        apart *= _FULLY_WRITTEN
    alike = max(0.0, 1 - apart / length)
    mine, theirs = word_key(one), word_key(other)
    if not (mine.startswith("=") and theirs.startswith("=")):
        return alike
    if mine == theirs:
        return max(alike, _ONE_KEY) if one.text.isascii() != other.text.isascii() else alike
    return min(alike, _RELATED if theirs == mine + "Y" or mine == theirs + "Y" else _TWO_NAMES)


def _matches(mine: tuple[Word, ...], theirs: tuple[Word, ...]) -> list[Match]:
    """The best pairing of the words of two names, best pair first; a word may stand for two neighbours."""
    chosen: list[Match] = []
    my_free, their_free = set(range(len(mine))), set(range(len(theirs)))
    for match in sorted(_pairs(mine, theirs), reverse=True):
        if my_free.issuperset(match.mine) and their_free.issuperset(match.theirs):
            chosen.append(match)
            my_free.difference_update(match.mine)
            their_free.difference_update(match.theirs)
    return sorted(chosen, key=lambda match: match.mine)


def _pairs(mine: tuple[Word, ...], theirs: tuple[Word, ...]) -> list[Match]:
    """Every word with every word it may stand for, and where words are left over, with two written as one."""
    single = [
        Match(alike, (i,), (j,))
        for i, one in enumerate(mine)
        for j, other in enumerate(theirs)
        if (alike := words_alike(one, other)) > _WORD_ALIKE
    ]
    if single and len(mine) == len(theirs) <= _TOO_FEW_TO_GLUE:
        return single
    glued = [Match(alike, pair, (j,)) for alike, pair, j in _glued(mine, theirs)]
    glued += [Match(alike, (i,), pair) for alike, pair, i in _glued(theirs, mine)]
    return single + glued


def _glued(words: tuple[Word, ...], others: tuple[Word, ...]) -> Iterator[tuple[float, tuple[int, int], int]]:
    """Two neighbours that, written as one, are a word of the other name: how alike, which two, which one."""
    for place, pair in enumerate(pairwise(words)):
        whole = joined(*pair)
        sounds = set(whole.bones)
        for other_place, other in enumerate(others):
            if len(sounds.symmetric_difference(other.bones)) > _SLIPS:
                continue
            alike = words_alike(whole, other)
            if alike > _GLUED:
                yield alike, (place, place + 1), other_place


def _weights(words: tuple[Word, ...]) -> list[float]:
    """What each word says about who it is: the last, most often the family's, says most."""
    weights = [_WEIGHTS[word.role] for word in words]
    weights[-1] *= _FAMILY
    return weights


def _score(matches: list[Match], mine: list[float], theirs: list[float]) -> float:
    if not matches:
        return 0.0
    alike = matched = 0.0
    for match in matches:
        weight = sum(mine[place] for place in match.mine) + sum(theirs[place] for place in match.theirs)
        alike += weight * match.alike
        matched += weight
    left = sum(mine) + sum(theirs) - matched
    score = alike / (matched + _UNMATCHED * left)
    if left and len(matches) == len(matches[0].mine) == len(matches[0].theirs) == 1:
        score *= _ONE_WORD
    return score * (_OTHER_ORDER if _crossed(matches) else 1.0)


def _crossed(matches: list[Match]) -> bool:
    places = [match.theirs for match in matches]
    return places != sorted(places)


def _reason(a: str, b: str, mine: tuple[Word, ...], theirs: tuple[Word, ...], matches: list[Match]) -> str:
    my_matched = {place for match in matches for place in match.mine}
    their_matched = {place for match in matches for place in match.theirs}
    whole = len(my_matched) == len(mine) and len(their_matched) == len(theirs)
    parts = [_said(mine, theirs, match) for match in matches if match.alike < _WORD_SAME]
    if whole and not parts:
        parts = [_same(a, b)]
    elif not parts and matches:
        parts = [_shared(mine, my_matched)]
    if _crossed(matches):
        parts.append("the words stand in another order")
    left = [_only(mine, my_matched, "first"), _only(theirs, their_matched, "second")]
    return "; ".join(part for part in (*parts, *left) if part)


def _same(a: str, b: str) -> str:
    if {script_of(a), script_of(b)} == {"persian", "latin"}:
        return "the same name in Persian and Latin letters"
    return "the same name in another spelling"


def _shared(words: tuple[Word, ...], matched: set[int]) -> str:
    return f"both have “{' '.join(word.text for place, word in enumerate(words) if place in matched)}”"


def _said(mine: tuple[Word, ...], theirs: tuple[Word, ...], match: Match) -> str:
    one = " ".join(mine[place].text for place in match.mine)
    other = " ".join(theirs[place].text for place in match.theirs)
    if len(one) == 1 or len(other) == 1:
        short, whole = sorted((one, other), key=len)
        return f"“{short}” may be short for “{whole}”"
    return f"“{one}” is close to “{other}”"


def _only(words: tuple[Word, ...], matched: set[int], which: str) -> str:
    left = " ".join(word.text for place, word in enumerate(words) if place not in matched)
    return f"only the {which} has “{left}”" if left else ""
