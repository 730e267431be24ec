"""Whom a name may mean: its keys vote, rare keys count more, and keys one slip away vote with half a voice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from heapq import nlargest
from math import log
from typing import Protocol

from prisoners.names.key import is_unknown, keys_of, names_of, twin_keys
from prisoners.names.words import names_in, words_of

SOUNDS = "abcdfghjklmnpqrstxzSvy"
"""Every sound a skeleton is made of."""

_EXACT, _TWIN, _SLIP = 1.0, 0.55, 0.5
_MANY = 1_000_000  # against which a key is rare; the order of candidates does not depend on the size of a registry
_MOST_ROWS = 40_000
_MOST_SLIPS = 4_000
_SHORTEST_TO_SLIP = 2


class Postings(Protocol):
    """Who has which search key: the table name_keys, or a dictionary in a test."""

    def counts(self, keys: list[str]) -> Iterable[tuple[str, int]]:
        """How many names have each of these keys; keys that no name has are left out."""

    def holders(self, keys: list[str]) -> Iterable[tuple[str, int]]:
        """Each of these keys with each id that has it."""


def candidates(name: str, postings: Postings, limit: int = 150) -> list[int]:
    """The ids whose names share most with this one, best first; a first sieve, for `likeness` to judge."""
    if is_unknown(name):
        return []
    voices = _voices(name)
    counts = dict(postings.counts(list(voices)))
    weights = {key: voices[key] * log(1 + _MANY / count) for key, count in counts.items()}
    votes: dict[int, float] = defaultdict(float)
    for key, holder in postings.holders(_worth_reading(voices, counts)):
        votes[holder] += weights[key]
    return nlargest(limit, votes, key=lambda holder: (votes[holder], -holder))


def slips_of(bones: str) -> set[str]:
    """Every skeleton one slip away: a sound left out, put in, put for another, or two exchanged."""
    if len(bones) < _SHORTEST_TO_SLIP:
        return set()
    halves = [(bones[:place], bones[place:]) for place in range(len(bones) + 1)]
    slips = {left + right[1:] for left, right in halves if right}
    slips |= {left + right[1] + right[0] + right[2:] for left, right in halves if len(right) > 1}
    slips |= {left + sound + right[1:] for left, right in halves if right for sound in SOUNDS}
    slips |= {left + sound + right for left, right in halves for sound in SOUNDS}
    slips.discard(bones)
    slips.discard("")
    return slips


def _voices(name: str) -> dict[str, float]:
    """Each key that may vote for this name, and how loud: its own, its twins', those one slip away."""
    words = {word.bones for one in names_of(name) for word in names_in(words_of(one)) if word.role != "bound"}
    voices: dict[str, float] = {}
    for bones in words:
        for slip in slips_of(bones):
            voices.update(dict.fromkeys(twin_keys(slip), _SLIP))
    for bones in words:
        voices.update(dict.fromkeys(twin_keys(bones), _TWIN))
    voices.update(dict.fromkeys(keys_of(name), _EXACT))
    return voices


def _worth_reading(voices: dict[str, float], counts: dict[str, int]) -> list[str]:
    """The keys to read, rarest first, until enough is read: exact keys to a wide bound, slips to a narrow one."""
    chosen: list[str] = []
    rows = slips = 0
    for key in sorted(counts, key=lambda key: (counts[key], key)):
        if voices[key] == _EXACT:
            if rows and rows + counts[key] > _MOST_ROWS:
                continue
            rows += counts[key]
        else:
            slips += counts[key]
            if slips > _MOST_SLIPS:
                continue
        chosen.append(key)
    return chosen
