"""What invented names are made of: given names in common use, and pieces from which family names are put together."""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache
from pathlib import Path

Spelled = tuple[str, str, str]
"""Persian, Latin, and Latin as another paper would spell it."""


@cache
def words() -> dict[str, list[Spelled]]:
    """The lists of `names.csv`; an entry that stands twice is twice as likely."""
    found: dict[str, list[Spelled]] = defaultdict(list)
    with (Path(__file__).parent / "names.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, strict=True):
            found[row["list"]].append((row["persian"], row["latin"], row["also"] or row["latin"]))
    return found


def given_names(people: str, gender: str) -> list[list[Spelled]]:
    """The lists of given names for somebody of this people, the likelier first."""
    end = "women" if gender == "female" else "men"
    return [words()[f"{one}_{end}"] for one in dict.fromkeys((people, "persian"))]


def family_endings(people: str) -> list[Spelled]:
    """How family names of this people end."""
    return words()["endings" if people == "persian" else f"{people}_endings"]


def home_names(people: str) -> list[Spelled]:
    """Names used at home, which the registry office would not write down, in the family's own spelling."""
    return words()[f"{people}_home_names"]
