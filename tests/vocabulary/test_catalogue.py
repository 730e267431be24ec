"""What an entry of a reference list is called, and how it is told from another of the same name."""

from __future__ import annotations

import pytest

from prisoners.vocabulary.catalogue import court_and_branch, entry_name, resolve, told_apart

SECT = {
    "name_en": "sect activity", "name_fa": None, "aliases_en": "sect", "aliases_fa": None, "law": "IPC75",
    "article": "500", "bis": "1", "valid_from": "2021-01-01 2021-12-31 2021|gregorian|2021", "valid_until": None,
}  # fmt: skip
EVIN = {"name_en": "Evin", "name_fa": "اوین", "aliases_en": None, "aliases_fa": None}


@pytest.mark.parametrize("text", ["500-1", "IPC75-500-1", "500 bis", "۵۰۰ مکرر", "مادهٔ ۵۰۰ مکرر", "Sect"])
def test_an_article_that_was_added_after_another_is_found_as_the_press_writes_it(text):
    assert resolve([SECT], text) == [SECT]
    assert resolve([SECT | {"bis": None}], "500 bis") == []
    assert resolve([SECT | {"bis": "2"}], "500 bis") == []


def test_an_entry_is_told_from_another_of_its_name():
    assert told_apart(SECT) == "IPC75 500-1 sect activity (since 2021)"
    assert told_apart(SECT | {"valid_from": None}) == entry_name(SECT) == "IPC75 500-1 sect activity"
    assert told_apart(EVIN) == entry_name(EVIN) == "Evin"


BRANCH = {
    "name_en": "Branch 15 of the Revolutionary Court of Tehran", "name_fa": "شعبهٔ ۱۵ دادگاه انقلاب تهران",
    "aliases_en": None, "aliases_fa": "شعبه ۱۵ دادگاه انقلاب اسلامی تهران", "branch": "15",
}  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "دادگاه انقلاب تهران شعبه ۱۵",
        "دادگاه انقلاب اسلامی تهران، شعبهٔ 15",
        "Revolutionary Court of Tehran, branch 15",
        "شعبه 15 دادگاه انقلاب تهران",
    ],
)
def test_a_branch_is_found_before_its_court_and_after_it(text):
    assert resolve([BRANCH], text) == [BRANCH]
    assert (
        resolve([BRANCH | {"branch": None, "name_en": "x", "name_fa": None, "aliases_fa": None}], text) == []
    )


@pytest.mark.parametrize("text", ["دادگاه انقلاب تهران", "branch 15", "شعبه ۱۵"])
def test_a_court_without_a_branch_or_a_branch_without_its_court_is_not_parted(text):
    assert court_and_branch(text) is None
