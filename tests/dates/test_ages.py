"""Ages and lengths of time, told as ranges where a date is partial."""

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from prisoners.dates.ages import age_on, born_from_age, length, length_between
from prisoners.dates.read import read_date
from prisoners.dates.write import write_age, write_span
from tests.dates.readings import unread

day = dt.date.fromisoformat


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        ("1980-06-15", "2022-06-14", "41"),
        ("1980-06-15", "2022-06-15", "42"),
        ("1980", "2022-06-15", "41–42"),
        ("1360", "2022-09-16", "40–41"),
        ("2000-02-29", "2021-02-28", "21"),
        ("2000-02-29", "2021-02-27", "20"),
        ("2022", "2022-06-15", "0"),
        ("2023", "2022-06-15", ""),
        ("before 1980", "2022-06-15", ""),
        ("1980", "since 2022", ""),
    ],
)
def test_an_age_is_told_as_closely_as_the_dates_allow(born, on, age):
    assert write_age(read_date(born), read_date(on)) == age


def test_an_age_is_written_in_the_reader_s_digits_and_words():
    born = read_date("1360")
    assert write_age(born, day("2022-09-16"), digits="persian", language="fa") == "۴۰ تا ۴۱"
    assert write_age(None, day("2022-09-16")) == ""


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        ("2020-01-10", "2022-04-10", "2 y 3 m"),
        ("2020-01-10", "2022-04-12", "2 y 3 m"),
        ("2020-01-10", "2020-01-10", "0 d"),
        ("2020-01-31", "2020-02-29", "1 m"),
        ("2020-01-31", "2020-02-28", "28 d"),
        ("2020", "2022-04-10", "1 y 3 m – 2 y 3 m"),
        ("Mehr 1402", "Mehr 1402", "0 d – 29 d"),
        ("2022", "2020", ""),
        ("since 2020", "2022", ""),
    ],
)
def test_a_length_of_time_is_told_as_the_shortest_and_the_longest(start, end, span):
    assert write_span(read_date(start), read_date(end)) == span


def test_a_length_of_time_is_written_in_persian():
    span = write_span(day("2020-01-10"), day("2022-04-12"), digits="persian", language="fa")
    assert span == "۲ سال و ۳ ماه"


def test_an_age_at_a_date_gives_the_days_of_birth():
    born = born_from_age(30, read_date("2022-09-16"), "aged 30")
    assert (born.earliest, born.latest, born.words) == (day("1991-09-17"), day("1992-09-16"), "aged 30")
    assert age_on(born, day("2022-09-16")) == (30, 30)
    assert born_from_age(30, unread("spring"), "aged 30") is None


@given(st.integers(0, 110), st.dates(dt.date(1930, 1, 1), dt.date(2050, 1, 1)))
@example(0, dt.date(2001, 2, 28))  # who was born on 29 February 2000 is one year old
def test_a_birth_worked_out_from_an_age_gives_that_age(age, on):
    born = born_from_age(age, read_date(on.isoformat()), "")
    assert age_on(born, on) == (age, age)


@given(st.dates(dt.date(1900, 1, 2), dt.date(2099, 1, 1)), st.dates(dt.date(1900, 1, 2), dt.date(2099, 1, 1)))
def test_a_length_is_never_negative_and_grows_with_its_end(one, other):
    start, end = min(one, other), max(one, other)
    years, months, days = length(start, end)
    assert years >= 0
    assert 0 <= months < 12
    assert 0 <= days < 31
    assert length(start, end + dt.timedelta(days=40)) > (years, months, days)
    assert length_between(start, end) == ((years, months, days),) * 2
