"""Terms and dates as they may be recorded, for properties that hold for all of them."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from prisoners.dates.partial import Calendar, PartialDate
from prisoners.law.terms import Term

terms = st.builds(Term, st.integers(0, 30), st.integers(0, 24), st.integers(0, 400), st.booleans())

case_days = st.dates(date(1980, 1, 1), date(2040, 1, 1))


def between(earliest: date, latest: date) -> PartialDate:
    """A date that lies somewhere between two days."""
    return PartialDate(earliest, latest, f"{earliest}/{latest}", Calendar.GREGORIAN, "")


@st.composite
def partial_dates(draw: st.DrawFn, days=case_days, spread: int = 500) -> PartialDate:
    """A day, or a span of days around it."""
    first = draw(days)
    return between(first, first + timedelta(draw(st.integers(0, spread))))


@st.composite
def widened(draw: st.DrawFn, when: PartialDate) -> PartialDate:
    """The same date known less precisely."""
    return between(
        when.earliest - timedelta(draw(st.integers(0, 60))), when.latest + timedelta(draw(st.integers(0, 60)))
    )
