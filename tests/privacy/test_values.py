"""Confidential values are found however they are spaced, in one text or in many."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prisoners.privacy.values import ANYWHERE, Values, without_numbers

SHORT, LONG = "roshandanesh", "hiddenatherauntsplace"


def values(*plain: str) -> Values:
    known = Values()
    for one in plain:
        known.add(one)
    return known


def test_a_short_value_stands_in_whole_words_alone_however_many():
    known = values(SHORT)
    for words in (["roshandanesh"], ["roshan", "danesh"], ["so", "ro", "shan", "dane", "sh", "said"]):
        assert known.stand_in(words)
        assert known.stand_in(["x", *words, "x"])
    for words in (
        ["xroshan", "danesh"],
        ["roshan", "daneshx"],
        ["roshan"],
        ["roshan", "dan", "x", "esh"],
        [],
    ):
        assert known.stand_in(words) is False


def test_a_value_of_sixteen_letters_stands_within_words_too():
    longest, long = "abcdefghijklmno", "abcdefghijklmnop"
    assert (len(longest), len(long)) == (ANYWHERE - 1, ANYWHERE)
    assert values(long).stand_in([f"x{long}x"])
    assert not values(longest).stand_in([f"x{longest}x"])
    assert values(long).stand_in([f"x{long[:-1]}"]) is False


def test_of_values_that_begin_alike_each_is_found():
    known = values(SHORT, f"{SHORT}var", "roshandancer")
    assert known.stand_in(["roshan", "danesh"])
    assert known.stand_in(["roshan", "danesh", "var"])
    assert known.stand_in(["roshandancer"])
    assert known.stand_in(["roshan", "danesh1"]) is False
    assert known.stand_in(["roshandancex"]) is False
    assert known.stand_in(["so", "said"]) is False


def test_a_short_value_may_begin_where_a_part_ends_and_go_on_behind_it():
    known = values(SHORT)
    for words in (["roshan"], ["so", "roshan"], ["ro", "shan"], ["r"], ["roshandanes"]):
        assert known.may_start(words), words
    for words in (["roshandanesh"], ["roshan", "so"], ["xroshan"], ["roshandanc"], ["danesh"], []):
        assert known.may_start(words) is False, words


def test_where_a_long_value_begins_is_not_asked():
    known = values(LONG)
    assert not known.may_start(["hidden"])
    assert not known.have_short
    assert values(LONG, SHORT).have_short


def test_no_value_begins_so_far_before_the_end_of_a_part():
    seen = []

    class Word(str):
        __slots__ = ()

        def __add__(self, other):
            seen.append(str(self))
            return str.__add__(self, other)

    assert values(SHORT).may_start([Word("before"), Word("a" * 8), Word("b" * 8)]) is False
    assert seen == ["b" * 8, "a" * 8]


def test_a_value_starts_at_one_of_the_first_places():
    known = values(SHORT, LONG)
    assert known.starts("roshandaneshtoday", 1)
    assert known.starts("soroshandaneshtoday", 3)
    assert not known.starts("soroshandaneshtoday", 2)
    assert not known.starts("soroshandanes", 3)
    assert known.starts(LONG, 1)


@given(
    st.text("abcdefghi", min_size=ANYWHERE, max_size=40),
    st.text("abcdefghi", max_size=40),
    st.text("abcdefghi", max_size=40),
)
def test_a_long_value_is_found_wherever_it_stands_among_many_texts(value, before, behind):
    plain = f"{before}{value}{behind}"
    places = [place for place in range(len(plain)) if plain.startswith(value, place)]
    assert sorted({*values(value, "x" * ANYWHERE).within(plain)}) == places


def test_many_texts_without_a_long_value_hold_none():
    known = values(LONG, SHORT)
    assert [*known.within(LONG[1:])] == []
    assert [*known.within(f"{LONG[:-1]}x{SHORT}")] == []
    assert [*known.within("")] == []
    assert [*known.within(f"{LONG}\0so{LONG}")] == [0, len(LONG) + 3]
    assert [*values(LONG).within(LONG[5:] + "x" * ANYWHERE)] == []


@pytest.mark.parametrize(
    ("plain", "may"),
    [
        ("httpsexampleorggolnar0sepid", True),
        ("httpsexampleorggolnarsepid", False),
        ("httpsexampleorggolnar0sepia", False),
    ],
)
def test_a_short_value_with_numbers_may_stand_where_other_numbers_do(plain, may):
    assert values("golnar14sepid", SHORT, f"{LONG}12").may_have_numbers(plain) is may
    assert not values(SHORT, f"{LONG}0").may_have_numbers(f"{plain}{SHORT}{LONG}0")


def test_each_number_of_a_text_counts_as_one():
    assert without_numbers("https://example.org/2022/09/a7?x=1402") == "https://example.org/0/0/a0?x=0"
    assert without_numbers("no number") == "no number"
