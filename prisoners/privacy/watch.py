"""Reads every text that is about to leave, for what may not: confidential values, hidden people, ways to reach them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain

from prisoners.names.key import names_of, word_key
from prisoners.names.words import names_in, words_of
from prisoners.privacy.doors import Doors
from prisoners.privacy.glance import Glance
from prisoners.privacy.quiet import Known, Quiet
from prisoners.privacy.reach import FEWEST_DIGITS, dials, way_to_reach
from prisoners.privacy.spoken import spoken_numbers
from prisoners.privacy.values import PIECES, Values, folded
from prisoners.privacy.ways import (
    END,
    Keys,
    Tree,
    branch_of,
    exact,
    found_along,
    joined_keys,
    letters_together,
    loose,
    name_keys,
    readings,
    steps_of,
)

NAMES_SOMEBODY = "names somebody who may not be named"
CONFIDENTIAL = "repeats something confidential"


_NUMBERS = re.compile(r"\d(?:[\s\-.()]{0,2}\d){5,}")
_SHORTEST_WORD, _SHORTEST_WORDS = 10, 8
_SHORTEST_NUMBER, _SHORTEST_IN_WORDS = (
    7,
    9,
)  # a day has eight digits, and is no secret where it stands in a note
KEPT = 20_000
"""Texts of which is remembered what was found in them; most stand in a list again and again."""


class Watch:
    """What no leaving text may hold: values that stay inside, and the names of people who may not be named."""

    def __init__(
        self,
        *,
        values: Iterable[str] = (),
        names: Iterable[str] = (),
        families: Iterable[tuple[str, str]] = (),
        others: Iterable[str] = (),
        patterns: bool = True,
    ) -> None:
        """What to look for.

        `families`: families that one person alone bears, with a name of that person: they tell who it is by themselves.
        `others`: names that may stand, of which a part may sound like a name that may not.
        `patterns`: look for telephones, e-mail and the numbers of people and accounts that nobody recorded, too.
        """
        self._patterns = patterns
        self._values = Values()
        self._doors = Doors()
        self._numbers: dict[int, set[str]] = defaultdict(set)
        self._people: Tree = {}
        self._read: dict[str, tuple[str, frozenset[frozenset[Keys]]]] = {}
        for value in dict.fromkeys(values):
            self._guard_value(value)
        for name in names:
            self._guard_name(name)
        for family, name in families:
            self._guard_family(family, name)
        self._others = others
        self._quiet = Quiet(Glance(self._people, END, readings), self._values, self._tells, self._dials)

    def read_together(self, texts: Iterable[str]) -> Known:
        """Read some texts at a small part of the time: what is known of those that tell nothing, or nothing but names.

        Any other is to be read by itself.
        """
        return self._quiet.read(texts)

    def found_in(self, text: str, *, own: frozenset[Keys] = frozenset()) -> str:
        """Why this text may not leave; empty where it may. `own`: names of the person it is about, who may be named."""
        if text not in self._read:
            if len(self._read) >= KEPT:
                self._read.clear()
            self._read[text] = self._found(text)
        why, named = self._read[text]
        return why or (NAMES_SOMEBODY if any(own.isdisjoint(name) for name in named) else "")

    def names_another(self, text: str, own: frozenset[Keys]) -> bool:
        """Whether a text in which there is nothing but names tells another than the person it is about."""
        return any(own.isdisjoint(name) for name in self._named_in(text))

    def _found(self, text: str) -> tuple[str, frozenset[frozenset[Keys]]]:
        """Why a text may leave with nobody, and whom it names."""
        whole = letters_together(text)
        named = self._named_in(text) | (self._named_in(whole) if whole != text else frozenset())
        return self._why(text, is_link=text.startswith("http")), named

    def _tells(self, part: str) -> bool:
        """Whether a part of a text tells something by itself, or may beside another."""
        beside = self._doors.may_open(folded(part)) or letters_together(part) != part
        return beside or bool(self._why(part, is_link=False))

    def _dials(self, digits: str) -> bool:
        """Whether a number tells something by itself."""
        if self._patterns and len(digits) >= FEWEST_DIGITS and dials(digits):
            return True
        return self._holds_number(digits)

    def _why(self, text: str, *, is_link: bool) -> str:
        plain = folded(text)
        if self._patterns and (why := way_to_reach(plain, is_link=is_link)):
            return why
        told = (
            self._values.stand_in(PIECES.findall(plain))
            or self._holds_number(plain)
            or self._doors.opened_by(plain)
        )
        return CONFIDENTIAL if told else ""

    def _guard_value(self, value: str) -> None:
        for line in value.splitlines():
            plain = folded(line)
            self._doors.guard(plain)
            words = PIECES.findall(plain)
            joined = "".join(words)
            shortest = _SHORTEST_NUMBER if joined.isdigit() else _SHORTEST_IN_WORDS
            for number in _numbers(plain):
                if len(number) >= shortest:
                    dialled = number.lstrip("0")
                    kept = dialled if len(dialled) >= shortest else number  # found with its zero and without
                    self._numbers[len(kept)].add(kept)
            if (
                len(joined) >= (_SHORTEST_WORDS if len(words) > 1 else _SHORTEST_WORD)
                and not joined.isdigit()
            ):
                self._values.add(joined)

    def _holds_number(self, plain: str) -> bool:
        return bool(self._numbers) and any(
            number[start : start + length] in known
            for number in _numbers(plain)
            for length, known in self._numbers.items()
            for start in range(len(number))
        )

    def _named_in(self, text: str) -> frozenset[frozenset[Keys]]:
        """Who of those who may not be named is named here, by their keys."""
        if not self._people:
            return frozenset()
        return frozenset(chain.from_iterable(map(self._named_as, readings(text))))

    def _named_as(self, text: str) -> Iterator[frozenset[Keys]]:
        """Who is named in a text as it stands, but for what is only a part of a name that may stand."""
        steps = steps_of(names_in(words_of(text)))
        found = list(found_along(self._people, steps))
        known = list(found_along(self._may_stand, steps)) if found else []
        for begin, end, name in found:
            if not any(
                first <= begin and end <= last and last - first > end - begin for first, last, _ in known
            ):
                yield name

    @cached_property
    def _may_stand(self) -> Tree:
        """The names that may stand, word by word; made only once somebody seems to be named."""
        tree: Tree = {}
        for name in self._others:
            words = names_in(words_of(name))
            for keys in (tuple(map(word_key, words)), *joined_keys(words)):
                branch_of(tree, keys).setdefault(END, set()).add(frozenset([keys]))
        return tree

    def _guard_name(self, name: str) -> None:
        known = name_keys(name)
        for one in names_of(name):
            words = names_in(words_of(one))
            for keys in chain(exact(words), loose(words)):
                branch_of(self._people, keys).setdefault(END, set()).add(known)

    def _guard_family(self, family: str, name: str) -> None:
        keys = tuple(map(word_key, names_in(words_of(family))))
        branch_of(self._people, keys).setdefault(END, set()).add(name_keys(name))


def _numbers(plain: str) -> list[str]:
    """The numbers in a text, in digits or in words, without the signs between them and the prefix of the country."""
    found = [re.sub(r"\D", "", number[0]) for number in _NUMBERS.finditer(plain)] + spoken_numbers(plain)
    return [re.sub(r"^(?:00)?(?:98|0)(?=9\d{9}$)", "", number) for number in found]
