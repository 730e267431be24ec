"""Figures of people: what is counted is said, and no status falls between the sums."""

from __future__ import annotations

from prisoners.dates.partial import Calendar
from prisoners.queries.language import read_filter
from prisoners.queries.stats import stats
from tests.queries.world import TODAY


def test_everybody_stands_in_one_status(reader):
    counted = stats(reader, today=TODAY)
    assert counted.found == 6
    assert dict(counted.by_status) == {
        None: 2,
        "detained_investigation": 1,
        "furlough": 1,
        "imprisoned_serving": 1,
        "released_pardon": 1,
    }
    assert counted.sums == {"in_custody": 2, "under_control": 1, "free": 1, "dead": 0, "unknown": 2}
    assert sum(counted.sums.values()) == counted.found


def test_prisons_count_those_in_custody(reader):
    assert stats(reader, today=TODAY).by_prison == [("Evin", 1), ("Rajai Shahr", 1)]


def test_a_year_counts_where_it_is_the_only_one(reader):
    assert stats(reader, today=TODAY).by_year == [("1398", 1), ("1401", 1), ("1402", 1)]
    gregorian = stats(reader, today=TODAY, calendar=Calendar.GREGORIAN)
    assert gregorian.by_year == [("2019", 1), ("2022", 1), ("2023", 1)]


def test_a_filter_says_whom(reader):
    assert stats(reader, today=TODAY, tree=read_filter("gender:female")).found == 2
