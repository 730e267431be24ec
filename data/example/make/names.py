"""Puts invented names together, in the spellings in which a press of two scripts would write them."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from data.example.make.words import Spelled, family_endings, given_names, words

ZWNJ = "\u200c"
VOWELS = "aeiou"
RARELY_JOINED = 9
"""One family name in so many is written with a joiner between its pieces."""


@dataclass(frozen=True)
class Named:
    """One name of one person: Persian, the usual Latin spelling, another Latin spelling, and the family part."""

    given_fa: str
    family_fa: str
    given: str
    family: str
    other_latin: str

    @property
    def persian(self) -> str:
        """The whole name in Persian letters."""
        return f"{self.given_fa} {self.family_fa}"

    @property
    def latin(self) -> str:
        """The whole name in the Latin spelling shown."""
        return f"{self.given} {self.family}"


class Namer:
    """Gives names that nobody else in the example has."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._taken: set[str] = set()

    def new(self, people: str, gender: str, *, given: str = "", plain: bool = False) -> Named:
        """A name of a family of this people; `given` asks for a given name by its first Latin spelling."""
        while True:
            first = self._given(people, gender, given)
            family = self._family(people, plain=plain)
            named = Named(first[0], family[0], first[1], family[1], f"{first[-1]} {family[2]}")
            if named.latin not in self._taken and named.family not in self._taken:
                self._taken |= {named.latin, named.family}
                return named

    def given(self, people: str, gender: str) -> tuple[str, str]:
        """A given name alone, such as a father's: Persian and Latin."""
        entry = self._given(people, gender, "")
        return entry[0], entry[1]

    def like(self, named: Named, people: str, gender: str) -> Named:
        """A relative: another given name of the same family."""
        first = self._given(people, gender, "")
        return Named(first[0], named.family_fa, first[1], named.family, f"{first[-1]} {named.family}")

    def _given(self, people: str, gender: str, wanted: str) -> Spelled:
        lists = given_names(people, gender)
        if wanted:
            return next(entry for names in lists for entry in names if entry[1] == wanted)
        likelier = len(lists) == 1 or self._random.random() < 0.6  # noqa: PLR2004
        return self._random.choice(lists[0] if likelier else lists[1])

    def _family(self, people: str, *, plain: bool) -> tuple[str, str, str]:
        """The family name: Persian, Latin, and Latin as another paper would spell it."""
        while True:
            first, second, last = (
                self._random.choice(pieces)
                for pieces in (words()["first_pieces"], words()["second_pieces"], family_endings(people))
            )
            if _can_be_said(first[1], second[1]) and _can_be_said(second[1], last[1]):
                break
        rarely = self._random.randrange(RARELY_JOINED) == 0 and not plain
        joiner = ZWNJ if rarely or first[0].endswith("ه") or second[0].startswith("آ") else ""
        apart = ZWNJ if second[0].endswith("ه") or last[1][:2] in {"za", "po"} else ""
        persian = first[0] + joiner + second[0] + apart + last[0]
        latin = (first[1] + second[1] + last[1]).capitalize()
        other = (first[-1] + second[-1] + last[-1]).capitalize()
        if not plain and self._random.random() < 0.05:  # noqa: PLR2004
            place = self._random.choice(words()["places_in_names"])
            return f"{persian} {place[0]}", f"{latin} {place[1]}", f"{other} {place[1]}"
        return persian, latin, other


def _can_be_said(first: str, second: str) -> bool:
    """Whether two pieces can stand together without a vowel meeting a vowel."""
    return not (first and second and first[-1] in VOWELS and second[0] in VOWELS)
