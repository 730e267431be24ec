"""Days of the two calendars, against the official tables of leap years and the converter of Tehran University."""

import csv
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from persiantools.jdatetime import JalaliDate

from prisoners.dates import jalali
from prisoners.errors import ImpossibleDate

SHARED = Path(__file__).parents[3] / "shared" / "data" / "dates"

# Computed with the breaks algorithm, and agreeing with dated laws and events.
KNOWN = [
    ((1304, 1, 1), "1925-03-21"),
    ((1357, 11, 22), "1979-02-11"),
    ((1399, 2, 23), "2020-05-12"),
    ((1399, 12, 30), "2021-03-20"),
    ((1400, 1, 1), "2021-03-21"),
    ((1401, 6, 25), "2022-09-16"),
    ((1402, 1, 1), "2023-03-21"),
    ((1402, 3, 18), "2023-06-08"),
    ((1402, 12, 29), "2024-03-19"),
    ((1403, 12, 30), "2025-03-20"),
    ((1404, 1, 1), "2025-03-21"),
    ((1404, 7, 6), "2025-09-28"),
    ((1404, 7, 16), "2025-10-08"),
]


@pytest.mark.parametrize(("day", "gregorian"), KNOWN, ids=str)
def test_known_days_are_the_same_in_both_calendars(day, gregorian):
    assert jalali.to_gregorian(*day).isoformat() == gregorian
    assert jalali.from_gregorian(dt.date.fromisoformat(gregorian)) == day


@pytest.mark.skipif(not SHARED.exists(), reason="the practice material is not here")
def test_every_day_of_the_official_tables_is_the_same_both_ways():
    with (SHARED / "jalali_gregorian.csv").open(encoding="utf-8") as file:
        rows = [[int(cell) for cell in row] for row in list(csv.reader(file))[1:]]
    wrong = [
        row
        for row in rows
        if jalali.to_gregorian(*row[:3]) != dt.date(*row[3:])
        or jalali.from_gregorian(dt.date(*row[3:])) != tuple(row[:3])
    ]
    assert len(rows) == 2072
    assert wrong == []


@given(st.dates(dt.date(1822, 1, 1), dt.date(2119, 12, 31)))
def test_a_day_comes_back_from_the_other_calendar(day):
    assert jalali.to_gregorian(*jalali.from_gregorian(day)) == day


@given(st.integers(1200, 1499), st.integers(1, 12))
def test_a_month_ends_the_day_before_the_next_begins(year, month):
    last = jalali.to_gregorian(year, month, jalali.days_in_month(year, month))
    following = (year + month // 12, month % 12 + 1, 1)
    assert jalali.to_gregorian(*following) - last == dt.timedelta(days=1)


@given(st.integers(1304, 1499), st.integers(1, 12), st.one_of(st.integers(-5, 0), st.integers(30, 99)))
def test_every_day_that_does_not_exist_is_refused(year, month, day):
    if 1 <= day <= jalali.days_in_month(year, month):
        return
    with pytest.raises(ImpossibleDate) as refused:
        jalali.to_gregorian(year, month, day)
    assert refused.value.month == jalali.MONTHS[month - 1]
    assert refused.value.last == jalali.days_in_month(year, month)


@pytest.mark.parametrize(("year", "last"), [(1399, 30), (1402, 29), (1403, 30), (1404, 29), (1408, 30)])
def test_esfand_is_long_in_leap_years_only(year, last):
    assert jalali.days_in_month(year, 12) == last


def test_the_modern_months_begin_with_1304():
    assert jalali.first_modern_day() == dt.date(1925, 3, 21)


def test_the_new_years_of_the_table_are_those_of_the_library():
    for year in range(1290, 1460):
        assert jalali.to_gregorian(year, 1, 1) == JalaliDate(year, 1, 1).to_gregorian()
