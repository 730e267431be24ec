"""Time outside that is not served: after an escape, or while a sentence is postponed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prisoners.law.absence import Absence, days_lost
from prisoners.law.reckoning import window_of
from prisoners.law.release import Serving, project
from tests.law.making import answer, on
from tests.law.strategies import partial_dates, widened

A_YEAR = Serving("C-1", answer("1 y"), on("۱۴۰۰/۰۱/۰۱"))


def away(*spans: tuple[str | None, str | None]) -> tuple[Absence, ...]:
    return tuple(Absence(*(on(day) if day else None for day in span)) for span in spans)


@pytest.mark.parametrize(
    ("spans", "lost"),
    [
        pytest.param([], (0, 0), id="nobody was away"),
        pytest.param(
            [("2021-05-01", "2021-05-11")], (9, 9), id="the days of leaving and coming back are served"
        ),
        pytest.param([("2021-05-01", "2021-05-01")], (0, 0), id="back on the same day"),
        pytest.param([("2021-05", "2021-06-01")], (0, 30), id="only the month of leaving is known"),
        pytest.param([("2021-05-01", "2021-05-03"), ("2021-06-01", "2021-06-05")], (4, 4), id="twice"),
        pytest.param([("2021-05-01", None)], None, id="not back"),
        pytest.param([(None, "2021-05-01")], None, id="nobody knows since when"),
        pytest.param([("before 2021-05-01", "2021-05-11")], None, id="an open end"),
    ],
)
def test_the_days_that_are_not_served(spans, lost):
    assert days_lost(away(*spans)) == lost


def test_release_moves_by_the_days_that_were_not_served_and_says_so():
    projection = project(replace(A_YEAR, absences=away(("2021-05-01", "2021-05-12"))))
    assert projection.computed == window_of(date(2022, 3, 31))
    assert "Input: 10 days outside after an escape or while the sentence was postponed" in " ".join(
        projection.sentences()
    )


def test_a_range_of_days_outside_widens_the_window():
    projection = project(replace(A_YEAR, absences=away(("2021-05", "2021-06-11"))))
    assert projection.computed == replace(window_of(date(2022, 3, 31)), latest=date(2022, 4, 30))
    assert "Input: 10 to 40 days outside" in " ".join(projection.sentences())


def test_whoever_has_not_come_back_has_no_projection_but_a_report_stands():
    gone = replace(A_YEAR, absences=away(("2021-05-01", None)), reported=on("2022-05-01"))
    projection = project(gone)
    assert projection.computed is None
    assert projection.expected == window_of(date(2022, 5, 1))
    assert "until when" in projection.sentences()[0]
    assert "فرار" in projection.sentences("fa")[0]


@given(partial_dates(), partial_dates(), st.data())
def test_a_wider_date_never_narrows_the_days_that_are_lost(since, until, data):
    wider = data.draw(widened(since)), data.draw(widened(until))
    narrow, wide = days_lost([Absence(since, until)]), days_lost([Absence(*wider)])
    assert wide is None or (narrow is not None and wide[0] <= narrow[0] and narrow[1] <= wide[1])
