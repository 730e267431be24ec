"""Lists: sorted as the alphabet has it, cut, and counted."""

from __future__ import annotations

import pytest

from prisoners.dates.partial import Calendar
from prisoners.queries.collation import ALPHABET, sort_key
from prisoners.queries.language import read_filter
from prisoners.queries.listing import SEVERAL_YEARS, counted, listing
from tests.queries.world import TODAY


def column(reader, name: str, *, sort: list[str], text: str = "", **more):
    found = listing(reader, read_filter(text), today=TODAY, columns=[name], sort=sort, **more)
    return [row[0] for row in found.rows]


def test_persian_sorts_by_its_own_alphabet():
    names = ["یاسر", "کیان", "گلی", "ژاله", "زهرا", "پروین", "بهار", "احمد", "آرش", "چنار", "هما", "وحید"]
    assert sorted(names, key=sort_key) == [
        "آرش", "احمد", "بهار", "پروین", "چنار", "زهرا", "ژاله", "کیان", "گلی", "وحید", "هما", "یاسر",
    ]  # fmt: skip
    assert len(ALPHABET) == len(set(ALPHABET)) == 34


def test_arabic_and_persian_letters_sort_as_one():
    assert sort_key("كيان")[0] == sort_key("کیان")[0]


def test_latin_sorts_without_case_and_marks():
    assert sorted(["éva", "Zed", "ali", "Eve"], key=sort_key) == ["ali", "éva", "Eve", "Zed"]


def test_a_list_is_sorted_by_fields_and_then_by_reference(reader):
    assert column(reader, "ref", sort=["-gender", "born"]) == [2, 4, 3, 1, 5, 8]


def test_who_has_no_value_stands_last_either_way(reader):
    assert column(reader, "ref", sort=["born"])[-3:] == [4, 5, 8]
    assert column(reader, "ref", sort=["-born"])[-3:] == [4, 5, 8]


def test_age_sorts_from_the_youngest(reader):
    assert column(reader, "ref", sort=["age"])[:3] == [1, 2, 3]


def test_a_list_is_cut_after_sorting_and_says_how_many_there_are(reader):
    found = listing(reader, read_filter(""), today=TODAY, columns=["ref"], sort=["-ref"], limit=2)
    assert (found.rows, found.found) == ([(8,), (5,)], 6)


def test_a_field_with_many_values_has_all_of_them_once(reader):
    assert column(reader, "event", sort=[], text="ref:P-0001") == [
        ["arrest", "enforcement_start", "furlough_start"]
    ]
    assert column(reader, "was_in", sort=[], text="ref:P-0001") == [["Evin"]]
    assert column(reader, "charge", sort=[], text="ref:P-0004") == [["insulting the leader"]]
    assert column(reader, "charge", sort=[], text="ref:P-0005") == [[]]


def test_the_merged_and_withdrawn_are_listed_for_everybody(reader):
    assert column(reader, "ref", sort=[], everybody=True) == [1, 2, 3, 4, 5, 6, 7, 8]


@pytest.mark.parametrize(
    ("by", "counts"),
    [
        ("gender", [("female", 2), ("male", 2), (None, 2)]),
        ("prison", [("Evin", 2), ("Rajai Shahr", 1), ("somewhere in Kerman", 1), (None, 2)]),
        ("born", [("1368", 2), (SEVERAL_YEARS, 1), (None, 3)]),
        ("updated", [("1402", 6)]),
        ("event", [("arrest", 3), ("enforcement_start", 1), ("furlough_start", 1), ("release", 1)]),
    ],
)
def test_people_are_counted_by_a_field(reader, by, counts):
    found = counted(reader, read_filter(""), by, today=TODAY)
    assert found.counts[: len(counts)] == counts
    assert found.found == 6


def test_years_are_those_of_the_calendar_asked_for(reader):
    found = counted(reader, read_filter("has:born"), "born", today=TODAY, calendar=Calendar.GREGORIAN)
    assert found.counts == [(SEVERAL_YEARS, 2), ("1989", 1)]
