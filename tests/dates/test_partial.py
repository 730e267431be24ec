"""A date as precise as its source: how it is kept, sorted and compared."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prisoners.dates.partial import Calendar, PartialDate
from prisoners.dates.read import read_date
from tests.dates.readings import unread

day = dt.date.fromisoformat
TEXTS = st.text(max_size=60)
CALENDARS = st.sampled_from(Calendar)


@given(st.dates(), st.dates(), CALENDARS, TEXTS)
def test_what_is_stored_comes_back_with_its_words_byte_for_byte(earliest, latest, calendar, words):
    date = PartialDate(earliest, latest, f"{earliest}/{latest}", calendar, words)
    assert PartialDate.from_stored(date.stored) == date


@given(TEXTS)
def test_words_that_were_not_read_are_kept_and_date_nothing(words):
    date = unread(words)
    assert date.stored == f"0001-01-01 9999-12-31 |unread|{words}"
    assert (date.words, date.calendar) == (words, Calendar.UNKNOWN)
    assert not date.is_read
    assert not date.is_day
    assert not date.certainly_before(dt.date(2030, 1, 1))
    assert date.possibly_within(dt.date(2030, 1, 1), dt.date(2030, 1, 1))


def test_the_stored_text_says_the_days_the_edtf_the_calendar_and_the_words():
    assert read_date("۱۴۰۲").stored == "2023-03-21 2024-03-19 2023-03-21/2024-03-19|jalali|۱۴۰۲"
    assert (
        read_date("before 25 Aban 1398").stored
        == "0001-01-01 2019-11-15 ../2019-11-15|jalali|before 25 Aban 1398"
    )


def test_stored_dates_and_dates_sort_by_their_earliest_day():
    dates = [read_date(text) for text in ("1402", "2023-03-20", "Tir 1402", "2019", "1 Farvardin 1402")]
    by_earliest = ["2019", "2023-03-20", "1 Farvardin 1402", "1402", "Tir 1402"]
    assert [date.words for date in sorted(dates)] == by_earliest
    assert [
        PartialDate.from_stored(text).words for text in sorted(date.stored for date in dates)
    ] == by_earliest


@pytest.mark.parametrize(
    ("text", "is_day", "about", "uncertain", "opens_early", "opens_late"),
    [
        ("2022-09-16", True, False, False, False, False),
        ("2022-09", False, False, False, False, False),
        ("circa 16 Sep 2022", False, True, False, False, False),
        ("16 Sep 2022?", True, False, True, False, False),
        ("2022%", False, True, True, False, False),
        ("before 2022", False, False, False, True, False),
        ("2022 onwards", False, False, False, False, True),
        ("[..2022]", False, False, False, True, False),
        ("{2022..}", False, False, False, False, True),
        ("/2022", False, False, False, True, False),
        ("2022/", False, False, False, False, True),
    ],
)
def test_a_date_says_how_sure_it_is(text, is_day, about, uncertain, opens_early, opens_late):
    date = read_date(text)
    assert (date.is_day, date.about, date.uncertain) == (is_day, about, uncertain)
    assert (date.opens_early, date.opens_late) == (opens_early, opens_late)


def test_a_month_is_before_every_day_after_it():
    shahrivar = read_date("Shahrivar 1401")
    assert shahrivar.certainly_before(day("2022-09-23"))
    assert not shahrivar.certainly_before(day("2022-09-22"))
    assert shahrivar.certainly_after(day("2022-08-22"))


def test_two_dates_that_overlap_are_only_possibly_in_order():
    spring, khordad = read_date("spring 1401"), read_date("Khordad 1401")
    assert not spring.certainly_before(khordad)
    assert not khordad.certainly_before(spring)
    assert spring.possibly_same(khordad)
    assert not read_date("16 Sep 2022").possibly_same(read_date("26 Shahrivar 1401"))


def test_a_date_possibly_lies_within_a_period():
    mehr = read_date("Mehr 1402")
    assert mehr.possibly_within(day("2023-10-22"), day("2023-12-31"))
    assert not mehr.possibly_within(day("2023-10-23"), day("2023-12-31"))


def test_about_a_year_reaches_its_own_length_to_either_side():
    about = read_date("about 2019")
    assert not about.certainly_before(day("2020-12-30"))
    assert about.certainly_before(day("2021-01-01"))
    assert about.possibly_within(day("2018-05-01"), day("2018-06-01"))


def test_about_an_open_date_reaches_a_year_and_stays_open():
    since = read_date("since about 1397")
    assert not since.certainly_after(day("2017-06-01"))
    assert since.certainly_after(day("2017-03-01"))
    assert since.possibly_within(day("9999-01-01"), day("9999-12-31"))


@given(st.dates(), st.dates(), st.dates(), st.dates())
def test_what_is_certainly_before_is_never_the_same_nor_after(a, b, c, d):
    one = PartialDate(min(a, b), max(a, b), "1/2", Calendar.GREGORIAN, "")
    other = PartialDate(min(c, d), max(c, d), "1/2", Calendar.GREGORIAN, "")
    if one.certainly_before(other):
        assert other.certainly_after(one)
        assert not other.certainly_before(one)
        assert not one.possibly_same(other)
