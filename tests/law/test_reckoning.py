"""Terms on the calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prisoners.dates import jalali
from prisoners.dates.partial import OPEN_EARLY, OPEN_LATE
from prisoners.law.reckoning import (
    Answer,
    Comparison,
    Window,
    compare,
    day_after,
    days_of_months,
    moved,
    window_of,
)
from prisoners.law.terms import Term
from tests.law.making import on
from tests.law.strategies import case_days, terms

jalali_day = jalali.to_gregorian


@pytest.mark.parametrize(
    ("starts", "term", "ends"),
    [
        pytest.param((1400, 7, 1), Term(5), (1405, 7, 1), id="five years"),
        pytest.param((1400, 1, 31), Term(0, 6), (1400, 7, 30), id="31 Farvardin has no 31 Mehr"),
        pytest.param((1399, 12, 30), Term(1), (1400, 12, 29), id="30 Esfand of a leap year"),
        pytest.param((1400, 11, 15), Term(0, 8), (1401, 7, 15), id="over the new year"),
        pytest.param((1400, 1, 1), Term(1, 0, 40), (1401, 2, 10), id="days after years"),
        pytest.param((1400, 1, 1), Term(0, 7, half_month=True), (1400, 8, 16), id="half a month is 15 days"),
        pytest.param((1400, 1, 1), Term(0, 0, 91), (1400, 3, 30), id="91 days"),
    ],
)
def test_a_term_ends_on_the_jalali_day(starts, term: Term, ends):
    assert day_after(jalali_day(*starts), term) == jalali_day(*ends)


def test_an_open_end_stays_open():
    assert day_after(OPEN_EARLY, Term(5)) == OPEN_EARLY
    assert day_after(OPEN_LATE, Term(5)) == OPEN_LATE
    assert moved(OPEN_LATE, -10) == OPEN_LATE


def test_a_term_beyond_every_calendar_has_no_end():
    assert day_after(date(2020, 1, 1), Term(9999)) == OPEN_LATE
    assert day_after(date(2020, 1, 1), Term(days=9_999_999)) == OPEN_LATE
    assert moved(date(2020, 1, 1), -9_999_999) == OPEN_EARLY


@pytest.mark.parametrize(
    ("one", "other", "result"),
    [
        (Term(5), Term(5), Comparison.EQUAL),
        (Term(1), Term(0, 12), Comparison.EQUAL),
        (Term(half_month=True), Term(0, 0, 15), Comparison.EQUAL),
        (Term(1, 0, 40), Term(1, 1, 8), Comparison.LONGER),
        (Term(1, 0, 40), Term(1, 1, 9), Comparison.DEPENDS),
        (Term(1, 0, 40), Term(1, 1, 11), Comparison.DEPENDS),
        (Term(1, 0, 40), Term(1, 1, 13), Comparison.SHORTER),
        (Term(0, 1), Term(0, 0, 30), Comparison.DEPENDS),
        (Term(0, 1), Term(0, 0, 27), Comparison.LONGER),
        (Term(1), Term(0, 0, 364), Comparison.LONGER),
        (Term(1), Term(0, 0, 367), Comparison.SHORTER),
        (Term(0, 2), Term(0, 1, 40), Comparison.SHORTER),
        (Term(0, 1, 1), Term(0, 1), Comparison.LONGER),
        (Term(0, 1), Term(0, 1, 1), Comparison.SHORTER),
        (Term(40), Term(0, 0, 40 * 365), Comparison.LONGER),
    ],
)
def test_two_terms_are_compared_only_where_the_calendar_leaves_no_doubt(one, other, result):
    assert compare(one, other) is result


def test_how_many_days_months_can_have():
    assert days_of_months(1) == (29, 31)
    assert days_of_months(12) == (365, 366)
    assert days_of_months(396) == (12053, 12053)


@given(terms, terms, case_days)
def test_the_longer_term_ends_later_from_whatever_day(one: Term, other: Term, start: date):
    ends = day_after(start, one), day_after(start, other)
    match compare(one, other):
        case Comparison.LONGER:
            assert ends[0] > ends[1]
        case Comparison.SHORTER:
            assert ends[0] < ends[1]
        case Comparison.EQUAL:
            assert ends[0] == ends[1]
        case Comparison.DEPENDS:
            assert abs((ends[0] - ends[1]).days) <= 6


@given(terms, terms)
def test_the_order_of_all_terms_agrees_with_what_is_certain(one: Term, other: Term):
    match compare(one, other):
        case Comparison.LONGER:
            assert one.weight > other.weight
        case Comparison.SHORTER:
            assert one.weight < other.weight
        case Comparison.EQUAL:
            assert one.weight == other.weight
        case Comparison.DEPENDS:
            assert one.weight != other.weight


@given(case_days, st.integers(0, 60), terms)
def test_what_begins_later_does_not_end_earlier(start: date, days: int, term: Term):
    assert day_after(start, term) <= day_after(moved(start, days), term)


def test_a_window_has_passed_perhaps_or_certainly():
    window = window_of(on("2021"))
    assert window.passed(date(2021, 1, 1)) is Answer.NO
    assert window.passed(date(2021, 6, 1)) is Answer.PERHAPS
    assert window.passed(date(2021, 12, 31)) is Answer.PERHAPS
    assert window.passed(date(2022, 1, 1)) is Answer.YES


def test_a_window_knows_whether_it_is_a_day_and_whether_it_is_open():
    day = Window(date(2021, 1, 1), date(2021, 1, 1))
    assert day.is_day
    assert not day.is_open
    assert Window(OPEN_EARLY, day.latest).is_open
    assert Window(day.latest, OPEN_LATE).is_open
    assert window_of(date(2021, 1, 1)) == day
