"""Dates as people write them: read with the right days, or refused with the reason."""

import datetime as dt
import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prisoners.dates.partial import Calendar
from prisoners.dates.read import is_sentinel, read_date
from prisoners.dates.sentinels import SENTINELS
from prisoners.errors import DateAmbiguous, DateNotRead, DatesDisagree, ImpossibleDate, NotRight
from tests.dates import readings

TODAY = dt.date(2026, 2, 9)


def days(date):
    return date.earliest.isoformat(), date.latest.isoformat()


@pytest.mark.parametrize("text", readings.DAYS)
def test_a_day_is_read_however_it_is_written(text):
    assert days(read_date(text)) == (readings.DAYS[text],) * 2


@pytest.mark.parametrize("text", readings.SPANS)
def test_what_is_not_a_day_is_the_days_it_can_have_been(text):
    assert days(read_date(text)) == readings.SPANS[text]


@pytest.mark.parametrize("text", readings.EDTF)
def test_what_is_read_is_said_in_edtf(text):
    assert read_date(text).edtf == readings.EDTF[text]


@pytest.mark.parametrize("text", [*readings.DAYS, *readings.SPANS, *readings.EDTF])
def test_the_words_are_kept_as_they_were_written(text):
    assert read_date(text).words == text


@pytest.mark.parametrize("text", readings.RELATIVE)
def test_days_are_counted_from_the_day_that_is_stated(text):
    assert days(read_date(text, today=TODAY)) == readings.RELATIVE[text]
    with pytest.raises(DateNotRead, match="not stated"):
        read_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "two weeks ago",
        "three months ago",
        "دو سال پیش",
        "5 Mehr yesterday",
        "last week",
        "هفته گذشته",
        "week this",
        "a day ago week",
    ],
)
def test_what_is_counted_loosely_is_not_guessed(text):
    with pytest.raises(DateNotRead):
        read_date(text, today=TODAY)


@pytest.mark.parametrize(("text", "year"), readings.WITH_A_YEAR)
def test_a_stated_year_completes_what_names_none(text, year):
    assert days(read_date(text, year=year)) == readings.WITH_A_YEAR[text, year]


def test_a_stated_year_of_the_other_calendar_may_leave_two_days():
    with pytest.raises(DateAmbiguous) as asked:
        read_date("Dey", year=2026)
    assert [days(reading) for reading in asked.value.readings] == [
        ("2025-12-22", "2026-01-20"),
        ("2026-12-22", "2027-01-20"),
    ]


@pytest.mark.parametrize(
    ("text", "year"), [("20 Dey", 1850), ("30 Esfand", 2023), ("11 Dey", 2025), ("from 1402 to Mehr", 1404)]
)
def test_a_stated_year_that_does_not_fit_is_refused(text, year):
    with pytest.raises(NotRight):
        read_date(text, year=year)


@pytest.mark.parametrize("text", readings.AMBIGUOUS)
def test_what_could_be_two_dates_is_asked_with_every_reading(text):
    with pytest.raises(DateAmbiguous) as asked:
        read_date(text)
    assert not isinstance(asked.value, DatesDisagree)
    assert tuple(reading.earliest.isoformat() for reading in asked.value.readings) == readings.AMBIGUOUS[text]
    assert text in asked.value.sentence
    assert "more than one way" in asked.value.sentence


def test_both_readings_are_shown_in_both_calendars():
    with pytest.raises(DateAmbiguous) as asked:
        read_date("03/04/2022")
    assert "14 Farvardin 1401 · 3 Apr 2022; or 13 Esfand 1400 · 4 Mar 2022" in asked.value.sentence
    assert asked.value.hint.endswith("14 Farvardin 1401")


@pytest.mark.parametrize("text", readings.DISAGREEING)
def test_two_calendars_that_disagree_are_shown_side_by_side(text):
    with pytest.raises(DatesDisagree) as refused:
        read_date(text)
    assert (
        tuple(reading.earliest.isoformat() for reading in refused.value.readings)
        == readings.DISAGREEING[text]
    )
    assert "two different dates" in str(refused.value)


@pytest.mark.parametrize("text", readings.IMPOSSIBLE)
def test_a_day_that_cannot_exist_names_its_month_and_the_last_day(text):
    with pytest.raises(ImpossibleDate) as refused:
        read_date(text)
    assert (refused.value.month, refused.value.last) == readings.IMPOSSIBLE[text]
    assert f"{refused.value.last} {refused.value.month}" in refused.value.hint


@pytest.mark.parametrize("text", readings.NOT_READ)
def test_what_is_not_read_says_why(text):
    with pytest.raises(DateNotRead) as refused:
        read_date(text)
    assert readings.NOT_READ[text] in refused.value.why


def test_a_long_text_is_not_a_date():
    with pytest.raises(DateNotRead) as refused:
        read_date("5 Mehr 1402 " * 1000)
    assert len(refused.value.sentence) < 150


@pytest.mark.parametrize(
    "text", [*sorted(SENTINELS), "NaN", "None", " - ", "۰۰۰۰-۰۰-۰۰", "1900-01-01T00:00:00"]
)
def test_what_stands_where_nothing_is_known_is_not_a_date(text):
    assert is_sentinel(text)
    if text != "0000":
        with pytest.raises(DateNotRead):
            read_date(text)


@pytest.mark.parametrize("text", ["1402", "0001", "5 Mehr", "1900", "about"])
def test_what_may_be_a_date_is_no_sentinel(text):
    assert not is_sentinel(text)


@pytest.mark.parametrize(
    ("text", "calendar"),
    [
        ("25 Shahrivar 1401", Calendar.JALALI),
        ("2022-09-16", Calendar.GREGORIAN),
        ("2022-09~", Calendar.GREGORIAN),
        ("25 Shahrivar 1401 (16 Sep 2022)", Calendar.JALALI),
        ("16 Sep 2022 (25 Shahrivar 1401)", Calendar.GREGORIAN),
        ("1402 · EDTF 2023-03-21/2024-03-19", Calendar.JALALI),
    ],
)
def test_the_calendar_is_the_one_of_the_words(text, calendar):
    assert read_date(text).calendar is calendar


def test_days_counted_from_today_are_of_no_calendar():
    assert read_date("yesterday", today=TODAY).calendar is Calendar.UNKNOWN


WORDS = st.sampled_from(
    [
        *readings.DAYS,
        *readings.SPANS,
        *readings.EDTF,
        *readings.NOT_READ,
        *readings.AMBIGUOUS,
        *readings.RELATIVE,
    ]
)
PIECES = WORDS.flatmap(lambda text: st.sampled_from(text.split() or [text]))


SIGNS = st.sampled_from(["-", "/", "(", ")", "·", "..", "1402", "5", "98"])


def read_or_refused(text, **stated):
    try:
        return read_date(text, **stated)
    except NotRight:
        return readings.unread(text)


@given(st.lists(PIECES | SIGNS, max_size=7).map(" ".join))
def test_any_words_are_read_or_refused_and_nothing_else_happens(text):
    date = read_or_refused(text, today=TODAY, year=1404)
    assert date.earliest <= date.latest
    assert date.words == text


@given(st.text(max_size=250))
def test_any_text_is_read_or_refused_and_is_kept(text):
    assert read_or_refused(text).words == text


@pytest.mark.parametrize("text", ["1401/06/25", "۲۵ شهریور ۱۴۰۱", "between 5 Mehr 1402 and 9 Aban 1402"])
def test_reading_is_quick(text):
    read_date(text)
    fastest = min(_seconds(text) for _ in range(5))
    assert fastest < 0.0005


def _seconds(text):
    began = time.process_time()
    for _ in range(100):
        read_date(text)
    return (time.process_time() - began) / 100


def test_reading_wakes_no_calendar_library_before_a_jalali_day_is_read():
    script = (
        "import sys; from prisoners.dates.read import read_date; from prisoners.dates.write import write_date; "
        "read_date('2022-09-16'); print('persiantools' in sys.modules)"
    )
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert answer.stdout == "False\n"
