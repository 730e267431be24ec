"""Which people bear names alike enough to be looked at as a pair, without comparing everybody with everybody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, pairwise

from prisoners.names.key import is_unknown, names_of
from prisoners.names.sounds import distance
from prisoners.names.words import Word, joined, names_in, words_of
from prisoners.queries.facts import Facts

Shape = tuple[str, ...]
"""The skeletons of a name's words, sorted: the same in every script, spelling and order of words."""

FEW = 50
"""A name that makes more pairs than this says little: of its bearers only those who share a fact are paired."""

_SHORTEST_TO_SLIP = 3
_PAIR = 2
_SLIP = 0.24  # of the length: what likeness still takes for one word


class Namesakes:
    """The people of a registry by their names."""

    def __init__(self, people: Mapping[int, Facts]) -> None:
        self._people = people
        self._bearers: dict[Shape, list[int]] = defaultdict(list)
        self._variants: dict[Shape, set[Shape]] = defaultdict(set)
        self._shapes: dict[int, list[Shape]] = {}
        sounds: dict[str, set[str]] = defaultdict(set)
        for number, facts in people.items():
            shapes = _shapes(facts.names, sounds)
            self._shapes[number] = list(shapes)
            for shape, variants in shapes.items():
                self._bearers[shape].append(number)
                if variants:
                    self._variants[shape] |= variants
        self._near = _near_words(sounds)

    def sharing(self, number: int) -> int:
        """How many people bear the commonest name of this person, in any spelling."""
        return max((len(self._bearers[shape]) for shape in self._shapes[number]), default=0)

    def pairs(self) -> set[tuple[int, int]]:
        """Everybody with everybody whose name is alike, the smaller number first."""
        found: set[tuple[int, int]] = set(self._of_one_number())
        for shape, bearers in self._bearers.items():
            found.update(self._within(bearers, bearers))
            for other in self._alike(shape):
                found.update(self._within(bearers, self._bearers[other]))
        return found

    def _alike(self, shape: Shape) -> set[Shape]:
        """Other names that are borne and are this one with a slip, a word less, or two words as one."""
        alike = set(self._variants.get(shape, ()))
        for place, word in enumerate(shape):
            rest = shape[:place] + shape[place + 1 :]
            alike.update(tuple(sorted((*rest, near))) for near in self._near.get(word, ()))
            if len(rest) > 1:
                alike.add(rest)
        return {other for other in alike if other != shape and other in self._bearers}

    def _within(self, some: list[int], others: list[int]) -> Iterator[tuple[int, int]]:
        if some is others:
            pairs: Iterable[tuple[int, int]] = combinations(some, 2)
            many = len(some) * (len(some) - 1) // 2
        else:
            pairs = ((one, other) for one in some for other in others if one != other)
            many = len(some) * len(others)
        if many > FEW:
            pairs = self._sharing_a_fact(some, others)
        return ((one, other) if one < other else (other, one) for one, other in pairs)

    def _sharing_a_fact(self, some: list[int], others: list[int]) -> Iterator[tuple[int, int]]:
        telling: dict[object, list[int]] = defaultdict(list)
        for other in others:
            for fact in _telling(self._people[other]):
                telling[fact].append(other)
        for one in some:
            for fact in _telling(self._people[one]):
                yield from ((one, other) for other in telling[fact] if other != one)

    def _of_one_number(self) -> Iterator[tuple[int, int]]:
        """People with one number in one foreign list, whatever their names."""
        numbered: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, facts in self._people.items():
            for listed in facts.numbers:
                numbered[listed].append(number)
        for same in numbered.values():
            yield from combinations(sorted(same), 2)


def _shapes(names: Iterable[str], sounds: dict[str, set[str]]) -> dict[Shape, set[Shape]]:
    """The shapes of names, each with the shapes it has when neighbouring words are written as one.

    `sounds` is told how the words of each skeleton sound.
    """
    shapes: dict[Shape, set[Shape]] = {}
    for name in names:
        for one in () if is_unknown(name) else names_of(name):
            words = [word for word in names_in(words_of(one)) if word.role != "bound"]
            for word in words:
                sounds[word.bones].add(word.sounds)
            bones = [word.bones for word in words]
            if bones:
                shapes[tuple(sorted(bones))] = set(_glued(words, bones)) if len(bones) > _PAIR else set()
    return shapes


def _glued(words: list[Word], bones: list[str]) -> Iterator[Shape]:
    for place, pair in enumerate(pairwise(words)):
        yield tuple(sorted((*bones[:place], joined(*pair).bones, *bones[place + 2 :])))


def _near_words(sounds: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Each skeleton with those one slip away whose words may be one: a sound left out of one of them, or of both."""
    without: dict[str, set[str]] = defaultdict(set)
    for word in sounds:
        if len(word) >= _SHORTEST_TO_SLIP:
            for place in range(len(word)):
                without[word[:place] + word[place + 1 :]].add(word)
            without[word].add(word)
    near: dict[str, set[str]] = defaultdict(set)
    for one, other in {pair for same in without.values() for pair in combinations(sorted(same), 2)}:
        if _may_be_one(sounds[one], sounds[other], max(len(one), len(other))):
            near[one].add(other)
            near[other].add(one)
    return near


def _may_be_one(mine: set[str], theirs: set[str], length: int) -> bool:
    most = _SLIP + _SLIP * length
    return any(distance(one, other, most) <= most for one in mine for other in theirs)


def _telling(facts: Facts) -> Iterator[object]:
    """What two people of a common name must share to be looked at: father, year of birth, month of an arrest."""
    if facts.father:
        yield "father", tuple(sorted(word.bones for word in names_in(words_of(facts.father))))
    if facts.born and int(facts.born[1][:4]) - int(facts.born[0][:4]) <= 1:
        yield from (("born", year) for year in {facts.born[0][:4], facts.born[1][:4]})
    for span in facts.arrests:
        yield "arrested", span[0][:7]
