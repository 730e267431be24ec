"""Detention that counts towards a sentence."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prisoners.dates.partial import OPEN_EARLY, OPEN_LATE
from prisoners.law.credit import Credit, Detention, anchor, credited
from prisoners.law.reckoning import Window, window_of
from tests.law.making import days, on
from tests.law.strategies import between, partial_dates, widened

START = window_of(date(2021, 3, 21))
UNKNOWN = between(OPEN_EARLY, OPEN_LATE)


def span(since: str, until: str | None = None, case: str = "C-1", *, under_a_day: bool = False) -> Detention:
    return Detention(case, on(since), on(until) if until else None, under_a_day)


@pytest.mark.parametrize(
    ("spans", "fewest", "most"),
    [
        pytest.param([], 0, 0, id="never held before"),
        pytest.param([span("2021-03-01")], 20, 20, id="held until the sentence began"),
        pytest.param([span("2021-01-01", "2021-01-10")], 10, 10, id="a span, both days included"),
        pytest.param([span("2021-01-01", "2021-01-01")], 1, 1, id="some hours are a day"),
        pytest.param(
            [span("2021-01-01", "2021-01-02", under_a_day=True)], 1, 1, id="a night under 24 hours is a day"
        ),
        pytest.param([span("2021-01", under_a_day=True)], 1, 1, id="a night of an unknown day is a day"),
        pytest.param(
            [span("2021-01-01", "2021-01-10"), span("2021-01-05", "2021-01-15")],
            15,
            15,
            id="an overlap counts once",
        ),
        pytest.param(
            [span("2021-01-01", "2021-01-20"), span("2021-01-05", "2021-01-06")],
            20,
            20,
            id="one within another",
        ),
        pytest.param(
            [span("2021-01-01", "2021-01-02"), span("2021-02-01", "2021-02-03")],
            5,
            5,
            id="two spans are added",
        ),
        pytest.param([span("2021-01-01", "2021-01-10", case="C-2")], 0, 0, id="another case"),
        pytest.param([span("2021-03-01", "2021-04-10")], 20, 20, id="what is served is not credited"),
        pytest.param([span("2021-05-01")], 0, 0, id="held only later"),
        pytest.param([span("2021-01", "2021-02-10")], 11, 41, id="a month in which it began"),
        pytest.param([Detention("C-1", on("2021-03-01"), UNKNOWN)], 1, 20, id="nobody knows when it ended"),
        pytest.param([span("2021-01", "2021-01")], 1, 31, id="somewhen in January"),
    ],
)
def test_the_days_credited(spans: list[Detention], fewest: int, most: int):
    assert credited(spans, "C-1", START) == Credit(fewest, most)


def test_detention_that_ran_into_the_sentence_fixes_the_end_however_late_the_sentence_began():
    runs = anchor([span("2021-01-01")], "C-1", window_of(on("2021-03")))
    assert runs == window_of(date(2021, 1, 1))


def test_an_open_beginning_says_nothing_of_the_most():
    since = Window(date(2021, 3, 1), OPEN_LATE)
    assert not credited([span("2021-01-01")], "C-1", since).bounded
    assert credited([span("2021-01-01", "2021-01-10")], "C-1", since) == Credit(10, 10)


def test_dates_between_two_days_bound_the_credit():
    held = Detention("C-1", days("2021-01-01", "2021-01-05"), days("2021-01-10", "2021-01-12"))
    assert credited([held], "C-1", START) == Credit(6, 12)


detentions = st.builds(
    Detention, st.just("C-1"), partial_dates(spread=60), st.none() | partial_dates(spread=60), st.booleans()
)


@given(st.lists(detentions, max_size=4), partial_dates(spread=60))
def test_the_fewest_days_are_never_more_than_the_most(spans, start):
    credit = credited(spans, "C-1", window_of(start))
    assert 0 <= credit.fewest <= credit.most


@given(st.lists(detentions, max_size=4), partial_dates(spread=60), st.data())
def test_wider_dates_never_narrow_the_anchor(spans, start, data):
    wider = [
        Detention(
            "C-1",
            data.draw(widened(one.since)),
            data.draw(widened(one.until)) if one.until else None,
            one.under_a_day,
        )
        for one in spans
    ]
    wide = anchor(wider, "C-1", window_of(data.draw(widened(start))))
    narrow = anchor(spans, "C-1", window_of(start))
    assert wide.earliest <= narrow.earliest
    assert narrow.latest <= wide.latest


@given(partial_dates(spread=0), st.integers(1, 3000))
def test_a_person_held_since_arrest_serves_from_the_arrest(since, later):
    start = window_of(since.earliest + timedelta(later))
    assert anchor([Detention("C-1", since)], "C-1", start) == window_of(since)
