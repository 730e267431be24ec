"""How alike two names are, and why, in words."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prisoners.names.likeness import ALIKE, SAME, likeness
from tests.names.invented import FAMILY, GIVEN

PEOPLE = st.builds(
    lambda given_name, family, script: f"{given_name[script]} {family[script]}",
    st.sampled_from(GIVEN),
    st.sampled_from(FAMILY),
    st.integers(0, 1),
)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        pytest.param("Neda Zarbafi", "Neda Zarbafi", "written the same", id="written the same"),
        pytest.param("ندا زربافي", "ندا زربافی", "the same letters", id="another yeh"),
        pytest.param(
            "Neda Zarbafi", "ندا زربافی", "the same name in Persian and Latin letters", id="two scripts"
        ),
        pytest.param(
            "Hossein Zarbafi", "Husayn Zarbaafi", "the same name in another spelling", id="two spellings"
        ),
        pytest.param(
            "Karimi Ali",
            "علی کریمی",
            "the same name in Persian and Latin letters; the words stand in another order",
            id="another order",
        ),
        pytest.param(
            "Neda Zarrin Ghalam", "ندا زرین‌قلم", "the same name in Persian and Latin letters", id="parted"
        ),
        pytest.param(
            "Jina (Mahsa) Kohandel",
            "مهسا کهندل",
            "under another name (“Mahsa Kohandel”, “مهسا کهندل”): the same name in Persian and Latin letters",
            id="an alias",
        ),
    ],
)
def test_one_name_is_the_same_and_the_reason_says_how(one: str, other: str, reason: str) -> None:
    found = likeness(one, other)
    assert found.score >= SAME
    assert found.reason == reason


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        pytest.param("Neda Zarbafi", "Neda Zarbagi", "“zarbafi” is close to “zarbagi”", id="a slip"),
        pytest.param("N. Zarbafi", "Neda Zarbafi", "“n” may be short for “neda”", id="an initial"),
        pytest.param("ندا زربافی", "ن. زربافی", "“ن” may be short for “ندا”", id="a Persian initial"),
        pytest.param(
            "Neda Zarbafi",
            "Neda Zarbafi Asl",
            "both have “neda zarbafi”; only the second has “asl”",
            id="more",
        ),
        pytest.param(
            "Mohammad Hassan Zarbafi",
            "Hassan Zarbafi",
            "both have “hassan zarbafi”; only the first has “mohammad”",
            id="less",
        ),
    ],
)
def test_a_slip_or_a_missing_part_is_still_alike(one: str, other: str, reason: str) -> None:
    found = likeness(one, other)
    assert ALIKE * 0.95 <= found.score < SAME
    assert found.reason == reason


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        pytest.param(
            "Neda Zarbafi",
            "Sara Zarbafi",
            "both have “zarbafi”; only the first has “neda”; only the second has “sara”",
            id="given name",
        ),
        pytest.param(
            "محمد زربافی",
            "محمود زربافی",
            "both have “زربافی”; only the first has “محمد”; only the second has “محمود”",
            id="twins",
        ),
        pytest.param(
            "Neda",
            "Zarbafi",
            "only the first has “neda”; only the second has “zarbafi”",
            id="nothing shared",
        ),
        pytest.param(
            "N. Zarbafi",
            "S. Zarbafi",
            "both have “zarbafi”; only the first has “n”; only the second has “s”",
            id="initials",
        ),
        pytest.param("Unknown", "Unknown", "a name that is not known is like no other", id="unknown"),
        pytest.param("٪", "Neda", "a name that is not known is like no other", id="no name"),
        pytest.param("ـ", "Neda", "there is no word to compare", id="no letter"),
        pytest.param("Neda", "_1_", "only the first has “neda”; only the second has “1”", id="a number"),
    ],
)
def test_two_names_are_not_alike_and_the_reason_says_why(one: str, other: str, reason: str) -> None:
    found = likeness(one, other)
    assert found.score < ALIKE
    assert found.reason == reason


def test_one_name_alone_says_less_than_a_full_name() -> None:
    assert likeness("Zarbafi", "Neda Zarbafi").score < ALIKE


def test_a_name_and_what_is_made_of_it_are_close_but_not_the_same() -> None:
    assert ALIKE <= likeness("Neda Hassan", "Neda Hassani").score < SAME


def test_mohammad_beside_another_name_weighs_less_than_that_name() -> None:
    left_out = likeness("Mohammad Reza Zarbafi", "Reza Zarbafi").score
    assert left_out > likeness("Mohammad Reza Zarbafi", "Mohammad Zarbafi").score


@given(PEOPLE, PEOPLE)
def test_likeness_is_the_same_both_ways(one: str, other: str) -> None:
    assert likeness(one, other).score == pytest.approx(likeness(other, one).score, abs=0.001)


@given(PEOPLE, PEOPLE)
def test_likeness_is_between_nothing_and_all(one: str, other: str) -> None:
    assert 0 <= likeness(one, other).score <= 1


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_is_written_is_compared(one: str, other: str) -> None:
    found = likeness(one, other)
    assert 0 <= found.score <= 1
    assert found.reason


@pytest.mark.parametrize(("one", "other"), list(product(GIVEN[:12], repeat=2)))
def test_common_names_are_alike_only_if_they_are_one(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    score = likeness(f"{one[0]} زربافی", f"{other[1]} Zarbafi").score
    assert (score >= SAME) == (one == other)
