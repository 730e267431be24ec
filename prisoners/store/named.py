"""Who stands in a file that was made, and by which rule they are named there, in the few characters that are kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import TypeAlias

from prisoners.vocabulary import NamingRule

Named: TypeAlias = Mapping[int, NamingRule]
"""Person → the rule by which they are named."""


def write_named(named: Named) -> str:
    """Who stands in a file, as the registry keeps it: each rule with the numbers of those it names."""
    by_rule: dict[str, list[int]] = {}
    for person, rule in named.items():
        by_rule.setdefault(str(rule), []).append(person)
    return json.dumps({rule: packed(people) for rule, people in sorted(by_rule.items())})


def read_named(text: str) -> Named:
    """Who stands in a file, from what the registry keeps of it."""
    return {
        person: NamingRule(rule) for rule, people in json.loads(text).items() for person in unpacked(people)
    }


def packed(numbers: Iterable[int]) -> str:
    """Numbers in few characters, as the list of exports keeps which rows a copy had: `1x500 3` is 1 to 500 and 503."""
    ordered = sorted(numbers)
    steps = [number - before for before, number in zip([0, *ordered], ordered, strict=False)]
    counted = [(step, len(list(same))) for step, same in groupby(steps)]
    return " ".join(f"{step}x{times}" if times > 1 else str(step) for step, times in counted)


def unpacked(text: str) -> Iterator[int]:
    """The numbers again, in order."""
    number = 0
    for part in text.split():
        step, _, times = part.partition("x")
        for _ in range(int(times or 1)):
            number += int(step)
            yield number
