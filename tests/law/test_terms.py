"""Terms: years, months and days kept apart."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from prisoners.errors import PartLongerThanWhole, TermNegative
from prisoners.law.terms import MONTHS_OF_A_CYCLE, Term, minus, share, term_of_months, total
from tests.law.strategies import terms


def test_a_term_has_no_less_than_nothing():
    with pytest.raises(TermNegative, match="less than nothing"):
        Term(days=-1)


def test_only_a_term_with_time_in_it_is_to_be_served():
    assert not Term()
    assert all((Term(1), Term(0, 1), Term(0, 0, 1), Term(half_month=True)))


def test_units_are_added_each_to_its_own_kind():
    assert Term(0, 8) + Term(1, 0, 40) + Term(2, 7, half_month=True) == Term(3, 15, 40, half_month=True)


def test_two_halves_are_a_month():
    assert Term(half_month=True) + Term(half_month=True) == Term(0, 1)


def test_twelve_months_are_a_year_and_days_never_are_months():
    assert Term(3, 15, 40).tidy() == Term(4, 3, 40)
    assert term_of_months(27, 31) == Term(2, 3, 31)


def test_nothing_adds_up_to_nothing():
    assert total([]) == Term()


@pytest.mark.parametrize(
    ("whole", "part", "left"),
    [
        pytest.param(Term(5), Term(2), Term(3), id="years from years"),
        pytest.param(Term(1), Term(0, 3), Term(0, 9), id="months from a year"),
        pytest.param(Term(1, 0, 40), Term(0, 3), Term(0, 9, 40), id="months from years, days stay"),
        pytest.param(Term(1), Term(0, 0, 40), Term(0, 10, 20), id="a month is broken into thirty days"),
        pytest.param(Term(1), Term(0, 0, 365), Term(), id="a year is broken into its 365 days"),
        pytest.param(Term(2), Term(0, 0, 370), Term(0, 11, 25), id="a year and a month are broken"),
        pytest.param(Term(0, 0, 40), Term(0, 1), Term(0, 0, 10), id="days make a month of thirty"),
        pytest.param(Term(0, 7, half_month=True), Term(0, 7, half_month=True), Term(), id="half from half"),
        pytest.param(
            Term(0, 7, half_month=True), Term(0, 2), Term(0, 5, half_month=True), id="the half stays"
        ),
        pytest.param(Term(0, 7), Term(half_month=True), Term(0, 6, 15), id="half from a whole month"),
        pytest.param(
            Term(0, 1, 5, half_month=True), Term(0, 0, 10), Term(0, 1, 10), id="the half gives its days"
        ),
        pytest.param(
            Term(0, 0, 20, half_month=True), Term(0, 1), Term(0, 0, 5), id="half and days make a month"
        ),
    ],
)
def test_a_part_taken_from_a_term_leaves(whole: Term, part: Term, left: Term):
    assert minus(whole, part) == left


@pytest.mark.parametrize("part", [Term(6), Term(0, 61), Term(0, 0, 2000)])
def test_more_than_there_is_cannot_be_taken(part: Term):
    with pytest.raises(PartLongerThanWhole, match="cannot be taken from 5 years"):
        minus(Term(5), part)


def test_a_half_month_is_named_in_the_fault():
    with pytest.raises(PartLongerThanWhole, match="1 year ½ months cannot be taken from ½ months"):
        minus(Term(half_month=True), Term(1, half_month=True))
    with pytest.raises(PartLongerThanWhole, match="1 day cannot be taken from 0 days"):
        minus(Term(), Term(0, 0, 1))


@pytest.mark.parametrize(
    ("whole", "part", "shared"),
    [
        pytest.param(Term(5), Fraction(1, 3), Term(1, 8), id="a third of five years"),
        pytest.param(Term(12), Fraction(1, 2), Term(6), id="half of twelve years"),
        pytest.param(Term(5), Fraction(3, 4), Term(3, 9), id="three quarters of five years"),
        pytest.param(Term(1, 0, 40), Fraction(1, 3), Term(0, 4, 14), id="a broken day is a day"),
        pytest.param(Term(0, 7, half_month=True), Fraction(1, 2), Term(0, 3, 23), id="half of 7½ months"),
    ],
)
def test_a_share_of_a_term(whole: Term, part: Fraction, shared: Term):
    assert share(whole, part) == shared


@given(terms, terms)
def test_adding_never_makes_a_term_lighter(one: Term, other: Term):
    assert (one + other).weight >= max(one.weight, other.weight)


@given(terms, terms)
def test_what_was_taken_and_what_is_left_are_the_whole(one: Term, other: Term):
    assert minus(one + other, other).tidy().whole_months <= (one + other).tidy().whole_months
    assert minus(one + other, one + other) == Term()


@given(terms, terms)
def test_what_is_left_is_never_heavier_than_the_whole(whole: Term, part: Term):
    try:
        left = minus(whole, part)
    except PartLongerThanWhole:
        assume(False)
    assert left.weight <= whole.weight


@given(terms, st.fractions(0, 1, max_denominator=12))
def test_a_share_is_never_heavier_than_the_whole_and_a_day(term: Term, part: Fraction):
    assert share(term, part).weight <= term.weight * part + MONTHS_OF_A_CYCLE
