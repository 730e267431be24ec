"""Every spelling of a name finds it: invented names here, and the practice material where it is at hand."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest

from prisoners.names.candidates import candidates
from prisoners.names.key import keys_of
from prisoners.names.likeness import SAME, likeness
from tests.names.invented import FAMILY, GIVEN

PRACTICE = Path(__file__).resolve().parents[3] / "shared" / "data" / "names" / "spelling_groups.csv"
SPELLINGS = [(row[0], latin) for row in GIVEN + FAMILY for latin in row[1:]]


@pytest.mark.parametrize(("persian", "latin"), SPELLINGS)
def test_a_common_name_has_one_key_in_both_scripts(persian: str, latin: str) -> None:
    assert keys_of(persian) == keys_of(latin)


@pytest.mark.parametrize(("persian", "latin"), SPELLINGS)
def test_a_common_name_is_the_same_in_both_scripts(persian: str, latin: str) -> None:
    assert likeness(f"{persian} زربافی", f"{latin} Zarbafi").score >= SAME


class Shelf:
    """Names by their keys, as the table of the registry holds them."""

    def __init__(self, names: Iterable[tuple[int, str]]) -> None:
        self.names = dict(enumerate(names))
        self.keys: dict[str, list[int]] = defaultdict(list)
        for number, (_, name) in self.names.items():
            for key in keys_of(name):
                self.keys[key].append(number)

    def counts(self, keys: list[str]) -> Iterable[tuple[str, int]]:
        return [(key, len(self.keys[key])) for key in keys if key in self.keys]

    def holders(self, keys: list[str]) -> Iterable[tuple[str, int]]:
        return [(key, number) for key in keys for number in self.keys.get(key, ())]

    def rank(self, asked: str, group: int) -> int:
        """Where this group stands among the answers; far behind where it is none."""
        scores: dict[int, float] = {}
        for number in candidates(asked, self):
            found, name = self.names[number]
            scores[found] = max(scores.get(found, 0.0), likeness(asked, name).score)
        order = sorted(scores, key=lambda one: -scores[one])
        return order.index(group) if group in scores else len(self.names)


@pytest.fixture(scope="module")
def groups() -> list[tuple[str, list[str]]]:
    if not PRACTICE.exists():
        pytest.skip("the practice material is not at hand")
    with PRACTICE.open(encoding="utf-8", newline="") as file:
        return [(row["fa_key"], row["latin_variants"].split(" | ")) for row in csv.DictReader(file)]


def recall(ranks: list[int]) -> tuple[float, float]:
    return sum(rank == 0 for rank in ranks) / len(ranks), sum(rank < 10 for rank in ranks) / len(ranks)


EVERY = [pytest.param(15, id="every fifteenth"), pytest.param(1, id="all", marks=pytest.mark.trust)]


@pytest.mark.parametrize("every", EVERY)
def test_a_latin_spelling_finds_the_persian_name(groups: list[tuple[str, list[str]]], every: int) -> None:
    shelf = Shelf((group, persian) for group, (persian, _) in enumerate(groups))
    asked = [
        (latin, group)
        for group, (persian, variants) in enumerate(groups)
        for latin in variants
        if shares_family_name(persian, latin)
    ]
    assert len(asked) > 3_500
    first, ten = recall([shelf.rank(latin, group) for latin, group in asked[::every]])
    assert first >= 0.98
    assert ten >= 0.997


@pytest.mark.parametrize("every", EVERY)
def test_a_persian_name_finds_its_latin_spellings(groups: list[tuple[str, list[str]]], every: int) -> None:
    shelf = Shelf((group, latin) for group, (_, variants) in enumerate(groups) for latin in variants)
    asked = [
        (persian, group)
        for group, (persian, variants) in enumerate(groups)
        if all(shares_family_name(persian, latin) for latin in variants)
    ]
    assert len(asked) > 1_400
    first, ten = recall([shelf.rank(persian, group) for persian, group in asked[::every]])
    assert first >= 0.98
    assert ten >= 0.995


# An independent, much simpler judge of which spellings share the family name: only the hard consonants, in order.
CONSONANTS = {
    **dict(zip("بپتطثسصجچحهخدذزضظرژشغقفکكگلمن", "bpttsssjchhxdzzzzrjSqqfkkglmn", strict=True)),
    **dict(zip("bptsjhxdzrfkglmnqc", "bptsjhxdzrfkglmnqk", strict=True)),
}
DIGRAPHS = (("kh", "x"), ("gh", "q"), ("sh", "S"), ("ch", "c"), ("zh", "j"), ("dj", "j"), ("th", "t"))


def hard(word: str) -> str:
    word = word.lower().removesuffix("h").removesuffix("ه")
    if word.isascii():
        for two, one in DIGRAPHS:
            word = word.replace(two, one)
        word = "".join(char if char in "Sc" else CONSONANTS.get(char, "") for char in word)
    else:
        word = "".join(CONSONANTS.get(char, "") for char in word)
    return re.sub(r"(.)\1+", r"\1", word)


def shares_family_name(persian: str, latin: str) -> bool:
    mine, theirs = persian.split(), re.findall(r"[A-Za-z]+", latin)
    family = {hard(mine[-1])} | {hard("".join(mine[-2:]))}
    return bool(
        family & {hard(word) for word in (*theirs, *(one + two for one, two in pairwise(theirs)))} - {""}
    )
