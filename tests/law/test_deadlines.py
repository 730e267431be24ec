"""By when somebody must act."""

from __future__ import annotations

from datetime import date

import pytest

from prisoners.dates import jalali
from prisoners.dates.partial import OPEN_EARLY
from prisoners.law.deadlines import (
    Deadline,
    DeadlineKind,
    DeadlineState,
    appeal,
    cassation,
    detention_cap,
    detention_challenge,
    furlough,
    furlough_overdue,
    objection,
    running_days,
    summons_to_serve,
    surrender,
    verification,
    verification_group,
)
from prisoners.law.reckoning import Window, window_of
from prisoners.law.terms import Term
from prisoners.vocabulary.custody import CustodyStatus
from tests.law.making import days, on
from tests.law.strategies import between

NOTIFIED = on("2021-03-01")


def words(deadline: Deadline) -> str:
    return " ".join(deadline.sentences())


@pytest.mark.parametrize(
    ("deadline", "first", "last", "article"),
    [
        pytest.param(appeal(NOTIFIED), "2021-03-21", "2021-03-22", "art. 431", id="appeal in Iran"),
        pytest.param(
            appeal(NOTIFIED, abroad=True), "2021-04-30", "2021-05-01", "art. 431", id="appeal from abroad"
        ),
        pytest.param(
            appeal(NOTIFIED, abroad=None), "2021-03-21", "2021-05-01", "art. 431", id="nobody knows where"
        ),
        pytest.param(
            appeal(NOTIFIED, in_absentia=True),
            "2021-04-10",
            "2021-04-12",
            "end of the time for objection",
            id="absent",
        ),
        pytest.param(cassation(NOTIFIED), "2021-03-21", "2021-03-22", "art. 431", id="cassation"),
        pytest.param(
            cassation(NOTIFIED, abroad=True, in_absentia=True),
            "2021-06-29",
            "2021-07-01",
            "art. 431",
            id="both",
        ),
        pytest.param(objection(NOTIFIED), "2021-03-21", "2021-03-22", "art. 406", id="objection"),
        pytest.param(surrender(NOTIFIED), "2021-03-21", "2021-03-22", "art. 442", id="giving up the appeal"),
        pytest.param(
            detention_challenge(NOTIFIED), "2021-03-11", "2021-03-12", "art. 270", id="detention order"
        ),
        pytest.param(
            detention_challenge(NOTIFIED, abroad=True),
            "2021-03-31",
            "2021-04-01",
            "art. 270",
            id="order, abroad",
        ),
        pytest.param(
            appeal(days("2021-03-01", "2021-03-05")),
            "2021-03-21",
            "2021-03-26",
            "art. 431",
            id="a span of days",
        ),
    ],
)
def test_the_last_day_runs_from_notification(deadline: Deadline, first: str, last: str, article: str):
    assert deadline.last_day == Window(date.fromisoformat(first), date.fromisoformat(last))
    assert article in words(deadline)
    assert "holidays are not computed here" in words(deadline)
    assert len(deadline.sentences("fa")) == len(deadline.sentences())


def test_a_deadline_is_open_perhaps_over_and_over():
    states = [appeal(NOTIFIED).state(date(2021, 3, day)) for day in (21, 22, 23)]
    assert states == [DeadlineState.OPEN, DeadlineState.MAY_BE_OVER, DeadlineState.OVER]


def test_the_days_left_count_to_the_last_day_that_is_certainly_in_time():
    assert appeal(NOTIFIED).days_left(date(2021, 3, 20)) == 1
    assert appeal(NOTIFIED).days_left(date(2021, 3, 25)) == -4
    assert appeal(None).days_left(date(2021, 3, 25)) is None
    assert appeal(between(OPEN_EARLY, date(2021, 3, 1))).days_left(date(2021, 3, 20)) is None


def test_without_a_notification_no_last_day_is_guessed():
    deadline = appeal(None)
    assert (deadline.last_day, deadline.state(date(2050, 1, 1))) == (None, DeadlineState.NONE)
    assert [gap.code for gap in deadline.missing] == ["missing_notified"]
    assert "cannot be computed because the day of notification is not recorded" in words(deadline)


def test_both_times_are_shown_where_nobody_knows_where_the_person_lives():
    told = words(appeal(NOTIFIED, abroad=None))
    assert "20 days from notification" in told
    assert "2 months from notification" in told
    assert "whether the person lives in Iran or abroad" in told


ARRESTED = on("۱۴۰۰/۰۱/۰۱")


def jalali_day(year: int, month: int, day: int) -> Window:
    return window_of(jalali.to_gregorian(year, month, day))


def test_detention_is_capped_at_a_year_or_at_two_where_death_threatens():
    assert detention_cap(ARRESTED, life_depriving=False).last_day == jalali_day(1401, 1, 1)
    assert detention_cap(ARRESTED, life_depriving=True).last_day == jalali_day(1402, 1, 1)


def test_an_unknown_threat_shows_both_caps():
    cap = detention_cap(ARRESTED)
    assert cap.last_day == jalali_day(1401, 1, 1).hull(jalali_day(1402, 1, 1))
    assert "whether the offence is punished with death: both limits are shown" in words(cap)


def test_detention_is_never_longer_than_the_least_term_of_the_offence():
    cap = detention_cap(ARRESTED, life_depriving=False, least_term=Term(0, 3))
    assert cap.last_day == jalali_day(1400, 4, 1)
    assert "Nor longer than the least prison term of the offence, 3 months" in words(cap)
    assert detention_cap(ARRESTED, life_depriving=False, least_term=Term(2)).last_day == jalali_day(
        1401, 1, 1
    )


def test_a_detention_without_a_beginning_has_no_cap():
    assert detention_cap(None).missing[0].code == "missing_since"


def test_a_furlough_is_overdue_once_its_end_has_certainly_passed():
    assert not furlough_overdue(on("2021-03-01"), date(2021, 3, 1))
    assert furlough_overdue(on("2021-03-01"), date(2021, 3, 2))
    assert not furlough_overdue(days("2021-03-01", "2021-03-10"), date(2021, 3, 5))


def test_a_furlough_whose_end_is_not_recorded_is_not_overdue_and_the_gap_is_named():
    assert not furlough_overdue(None, date(2050, 1, 1))
    assert furlough(None).missing[0].code == "missing_furlough_end"


def test_a_summons_names_its_day_or_counts_from_its_notification():
    assert summons_to_serve(on("2021-03-10")).last_day == window_of(date(2021, 3, 10))
    counted = summons_to_serve(None, notified=NOTIFIED, days=5).last_day
    assert counted == Window(date(2021, 3, 6), date(2021, 3, 7))


@pytest.mark.parametrize("known", [{}, {"notified": NOTIFIED}, {"days": 5}])
def test_a_summons_without_a_day_cannot_run_out(known):
    assert summons_to_serve(None, **known).state(date(2050, 1, 1)) is DeadlineState.NONE


@pytest.mark.parametrize(
    ("status", "death_sentence", "due"),
    [
        (CustodyStatus.IMPRISONED_SERVING, True, date(2021, 3, 8)),
        (CustodyStatus.DETAINED_INVESTIGATION, False, date(2021, 3, 31)),
        (CustodyStatus.IMPRISONED_SERVING, False, date(2021, 5, 30)),
        (CustodyStatus.FURLOUGH, False, date(2021, 5, 30)),
    ],
)
def test_a_status_must_be_verified_again(status: CustodyStatus, death_sentence: bool, due: date):
    again = verification(NOTIFIED, status, death_sentence=death_sentence)
    assert again.last_day == window_of(due)
    assert again.kind is DeadlineKind.VERIFICATION


def test_what_was_never_verified_is_due_and_shows_no_day():
    never = verification(None, CustodyStatus.DETAINED_INVESTIGATION)
    assert never.state(date(2021, 1, 1)) is DeadlineState.OVER
    assert words(never) == "Never verified since it was entered; to be verified every 30 days (detained)."


def test_the_intervals_are_a_setting():
    every = {"serving": 10}
    assert verification(NOTIFIED, CustodyStatus.DETAINED_INVESTIGATION, every=every) is None
    assert verification(NOTIFIED, CustodyStatus.IMPRISONED_SERVING, every=every).last_day == window_of(
        date(2021, 3, 11)
    )


def test_who_is_free_needs_no_verification_even_if_a_death_sentence_is_on_paper():
    assert verification_group(CustodyStatus.ESCAPED_OR_LEFT_COUNTRY, death_sentence=True) == "other"
    assert verification(NOTIFIED, CustodyStatus.RELEASED_PARDON) is None


@pytest.mark.parametrize(
    ("since", "today", "day"),
    [
        ("2021-03-01", date(2021, 3, 1), (1, 1)),
        ("2021-03-01", date(2021, 3, 20), (20, 20)),
        ("2021-03-01", date(2021, 2, 1), (0, 0)),
    ],
)
def test_on_which_day_a_hunger_strike_is(since: str, today: date, day: tuple[int, int]):
    assert running_days(on(since), today) == day


def test_a_beginning_within_a_week_gives_the_fewest_and_the_most_days():
    assert running_days(days("2021-03-01", "2021-03-07"), date(2021, 3, 20)) == (14, 20)
