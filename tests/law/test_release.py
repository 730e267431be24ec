"""Projected release: a window with its inputs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prisoners.dates import jalali
from prisoners.dates.partial import OPEN_EARLY, OPEN_LATE
from prisoners.law.credit import Detention
from prisoners.law.reckoning import Window, window_of
from prisoners.law.release import (
    Expectation,
    Projection,
    Serving,
    conditional_parts,
    expectation_on,
    project,
    project_consecutive,
)
from prisoners.law.terms import Term
from prisoners.vocabulary.custody import ComputedStatus
from tests.law.making import answer, days, on
from tests.law.strategies import between, partial_dates, widened

NOWRUZ_1400 = "۱۴۰۰/۰۱/۰۱"


def jalali_day(year: int, month: int, day: int) -> Window:
    return window_of(jalali.to_gregorian(year, month, day))


def serving(text: str, starts: str | None = NOWRUZ_1400, *spans: Detention, case: str = "C-1") -> Serving:
    return Serving(case, answer(text), on(starts) if starts else None, spans)


def words(projection: Projection) -> str:
    return " ".join(projection.sentences())


def test_release_is_the_beginning_and_the_heaviest_enforceable_term():
    assert project(serving("5 y | 1 y")).computed == jalali_day(1405, 1, 1)


def test_detention_in_the_same_case_moves_release_back():
    held = Detention("C-1", on("۱۳۹۹/۱۱/۰۱"), on("۱۳۹۹/۱۱/۳۰"))
    assert project(serving("1 y", NOWRUZ_1400, held)).computed == jalali_day(1400, 12, 1)


def test_whoever_was_held_throughout_serves_from_the_arrest():
    projection = project(serving("1 y", None, Detention("C-1", on("۱۳۹۹/۱۱/۰۱"))))
    assert projection.computed == jalali_day(1400, 11, 1)
    assert "Input: held without interruption since the detention that began on 2021-01-20" in words(
        projection
    )


def test_a_month_as_beginning_gives_a_window():
    assert project(serving("1 y", "فروردین ۱۴۰۰")).computed == Window(
        jalali_day(1401, 1, 1).earliest, jalali_day(1401, 1, 31).latest
    )


def test_an_uncertain_term_gives_a_window_from_the_mildest_to_the_harshest():
    assert project(serving("5 y | 1 y unclassed")).computed == Window(
        jalali_day(1405, 1, 1).earliest, jalali_day(1406, 1, 1).latest
    )


def test_a_term_that_may_be_for_life_has_no_latest_end():
    projection = project(serving("5 y commuted becomes:life | 1 y"))
    assert projection.computed is None
    uncertain = project(Serving("C-1", answer("life commuted to:10 y | life", None), on(NOWRUZ_1400)))
    assert uncertain.missing[0].code == "for_life"
    open_ended = project(serving("10 y pardoned | life unclassed pardoned | 1 y"))
    assert open_ended.missing or open_ended.computed


def test_the_word_projection_and_every_input_stand_in_the_sentences():
    held = Detention("C-1", on("2021-01-01"), on("2021-01-10"))
    assert project(serving("5 y | 1 y", NOWRUZ_1400, held)).sentences() == (
        "Projection, not a fact: release on 2026-03-12 (art. 515 of the Code of Criminal Procedure 1392).",
        "Input: the enforceable term is 5 years.",
        "Input: enforcement began on 2021-03-21 (art. 27 of the Islamic Penal Code 1392).",
        "Input: 10 days of detention in the same case are credited (art. 515 of the Code of Criminal Procedure 1392).",
        (
            "Projection, not a fact: eligible for conditional release on 2022-11-12, after a third of the term, "
            "after a half where it is longer than ten years (art. 58 of the Islamic Penal Code 1392)."
        ),
    )


def test_the_projection_in_persian():
    assert project(serving("5 y | 1 y")).sentences("fa")[0] == (
        "پیش‌بینی است نه واقعیت: آزادی در ۱۴۰۵/۰۱/۰۱ (مادهٔ ۵۱۵ قانون آیین دادرسی کیفری ۱۳۹۲)."
    )


def test_what_is_not_credited_is_said():
    spans = (
        Detention("C-2", on("2020-01-01"), on("2020-01-10")),
        Detention("", on("2019-01-01"), on("2019-01-10")),
        Detention("C-1", on("2021-01"), on("2021-02-10")),
    )
    told = words(project(serving("1 y", NOWRUZ_1400, *spans)))
    assert "Input: 11 to 41 days of detention in the same case are credited" in told
    assert "Not credited: spans of detention in other cases (1)" in told
    assert "Not credited: spans of detention whose case is not recorded (1)" in told


def test_a_credit_without_a_most_is_said_to_have_none():
    started = between(date(2021, 3, 1), OPEN_LATE)
    projection = project(Serving("C-1", answer("1 y"), started, (Detention("C-1", on("2021-01-01")),)))
    assert "Input: at least 59 days of detention in the same case are credited; how many at most" in words(
        projection
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("death hadd | 5 y", "because a death sentence stands"),
        ("life", "because the term is for life"),
        ("5 y pardoned | 1 y", "because there is no prison term to serve"),
        ("? 18.6 years", "because the length of S-1 is not recorded"),
    ],
)
def test_where_nothing_can_be_projected_the_reason_is_named(text: str, why: str):
    projection = project(serving(text))
    assert projection.computed is None
    assert projection.missing
    assert f"No release is projected {why}" in words(projection)


def test_without_a_beginning_nothing_is_projected():
    spans = Detention("C-1", on("2020-01-01"), on("2020-01-10"))
    projection = project(serving("5 y", None, spans))
    assert projection.expected is None
    assert "neither the beginning of enforcement nor an unbroken detention is recorded" in words(projection)


def test_a_reported_date_stands_before_the_projection_and_both_are_shown():
    projection = project(replace(serving("5 y"), reported=on("2025-06-01")))
    assert projection.expected == window_of(date(2025, 6, 1))
    assert projection.computed == jalali_day(1405, 1, 1)
    assert "Reported release: on 2025-06-01; the report stands before the projection." in words(projection)


def test_a_reported_date_is_expected_even_where_nothing_can_be_computed():
    assert project(replace(serving("? 18.6 years"), reported=on("2025"))).expected == window_of(on("2025"))


def test_a_reported_term_is_projected_instead_of_the_computed_one():
    reported = replace(answer("5 y | 1 y unclassed"), reported=Term(4))
    assert project(Serving("C-1", reported, on(NOWRUZ_1400))).computed == jalali_day(1404, 1, 1)


def test_conditional_release_after_a_third():
    assert project(serving("6 y")).conditional == jalali_day(1402, 1, 1)


def test_conditional_release_after_a_half_above_ten_years():
    assert project(serving("12 y")).conditional == jalali_day(1406, 1, 1)


@pytest.mark.parametrize(
    ("term", "parts"),
    [
        (Term(10), (Term(3, 4),)),
        (Term(10, 0, 1), (Term(5, 0, 1),)),
        (Term(0, 0, 3653), (Term(0, 0, 1218), Term(0, 0, 1827))),
    ],
)
def test_ten_years_are_a_third_a_day_more_is_a_half_and_days_alone_may_be_either(
    term: Term, parts: tuple[Term, ...]
):
    assert conditional_parts(term) == parts


def test_conditional_release_is_not_said_of_other_than_tazir():
    projection = project(serving("5 y hadd"))
    assert projection.conditional is None
    assert "it is for ta'zir imprisonment only" in words(projection)


def test_conditional_release_is_not_said_of_what_may_be_for_life():
    maybe = replace(answer("5 y | 1 y unclassed"), at_most=answer("life").at_most, tazir=True)
    projection = project(Serving("C-1", maybe, on(NOWRUZ_1400)))
    assert (projection.conditional, projection.computed.latest) == (None, OPEN_LATE)
    assert "lies between 5 years and life imprisonment" in words(projection)


def test_a_second_case_begins_when_the_first_ends():
    first, second = project_consecutive([serving("5 y"), serving("2 y", None, case="C-2")])
    assert (first.computed, second.computed) == (jalali_day(1405, 1, 1), jalali_day(1407, 1, 1))
    assert "it is served after C-1, which is projected or reported to end on 2026-03-21" in words(second)


def test_a_second_case_with_a_beginning_of_its_own_begins_then():
    _, second = project_consecutive([serving("5 y"), serving("2 y", "۱۴۰۴/۰۱/۰۱", case="C-2")])
    assert second.computed == jalali_day(1406, 1, 1)


def test_a_second_case_is_credited_its_own_detention_before_the_first_sentence():
    held = Detention("C-2", on("2020-01-01"), on("2020-01-10"))
    elsewhere = Detention("C-1", on("2019-01-01"), on("2019-01-10"))
    _, second = project_consecutive([serving("5 y"), serving("2 y", None, held, elsewhere, case="C-2")])
    assert second.computed == window_of(date(2028, 3, 10))


@pytest.mark.parametrize("first", ["death hadd", "life", "? 18.6 years"])
def test_what_follows_on_an_unknown_end_is_not_projected(first: str):
    _, second = project_consecutive([serving(first), serving("2 y", None, case="C-2")])
    assert second.computed is None
    assert "the end of C-1, which is served first, is not known" in words(second)


def test_what_follows_on_a_case_without_a_beginning_is_not_projected():
    reported = replace(serving("5 y", None), reported=on("2025-06-01"))
    _, second = project_consecutive([reported, serving("2 y", None, case="C-2")])
    assert second.computed is None


@pytest.mark.parametrize(
    ("today", "heard", "expectation"),
    [
        (date(2026, 3, 20), False, Expectation.AHEAD),
        (date(2026, 4, 1), False, Expectation.MAY_HAVE_COME),
        (date(2026, 4, 21), False, Expectation.UNRESOLVED),
        (date(2026, 4, 21), True, Expectation.RESOLVED),
    ],
)
def test_what_the_calendar_says_of_a_release(today: date, heard: bool, expectation: Expectation):
    projection = project(serving("5 y", "فروردین ۱۴۰۰"))
    assert expectation_on(projection, today, heard=heard) is expectation


def test_nothing_is_expected_where_nothing_is_projected():
    assert expectation_on(project(serving("life")), date(2050, 1, 1), heard=False) is Expectation.NONE


def test_unresolved_is_the_status_that_views_compute():
    assert Expectation.UNRESOLVED.value == ComputedStatus.UNRESOLVED_AFTER_EXPECTED_END.value


@pytest.mark.parametrize(
    ("starts", "shown"),
    [
        (between(OPEN_EARLY, date(2021, 3, 21)), "release not after 2022-03-21"),
        (between(date(2021, 3, 21), OPEN_LATE), "release not before 2022-03-21"),
        (between(OPEN_EARLY, OPEN_LATE), "release on an unknown day"),
        (days("2021-03-21", "2021-03-22"), "release between 2022-03-21 and 2022-03-22"),
    ],
)
def test_an_open_end_is_never_shown_as_a_day(starts, shown: str):
    projection = project(Serving("C-1", answer("1 y"), starts))
    assert shown in words(projection)
    assert not any(end in words(projection) for end in ("0001", "9999"))
    assert len(projection.sentences("fa")) == len(projection.sentences())


@st.composite
def servings(draw: st.DrawFn, case: str = "C-1") -> Serving:
    texts = ["5 y | 1 y", "8 m | 1 y 40 d | 2 y 7.5 m", "5 y | 1 y unclassed", "12 y", "3653 d", "91 d"]
    spans = st.builds(
        Detention,
        st.sampled_from([case, "C-9", ""]),
        partial_dates(spread=60),
        st.none() | partial_dates(spread=60),
    )
    starts = draw(st.none() | partial_dates(spread=60))
    held = tuple(draw(st.lists(spans, max_size=3)))
    return Serving(case, answer(draw(st.sampled_from(texts))), starts, held)


def wider(data: st.DataObject, one: Serving) -> Serving:
    held = tuple(
        replace(
            span,
            since=data.draw(widened(span.since)),
            until=data.draw(widened(span.until)) if span.until else None,
        )
        for span in one.detentions
    )
    return replace(one, starts=data.draw(widened(one.starts)) if one.starts else None, detentions=held)


def assert_contains(wide: Window | None, narrow: Window | None) -> None:
    assert (wide is None) == (narrow is None)
    if wide and narrow:
        assert wide.earliest <= narrow.earliest
        assert narrow.latest <= wide.latest


@given(servings(), st.data())
def test_a_wider_date_never_narrows_the_release_window(one: Serving, data):
    narrow, wide = project(one), project(wider(data, one))
    assert_contains(wide.computed, narrow.computed)
    assert_contains(wide.conditional, narrow.conditional)


@given(servings(), servings("C-2"), st.data())
def test_a_wider_date_never_narrows_what_follows(first: Serving, second: Serving, data):
    narrow = project_consecutive([first, second])
    wide = project_consecutive([wider(data, first), wider(data, second)])
    for one, other in zip(wide, narrow, strict=True):
        assert_contains(one.computed, other.computed)


@given(servings())
def test_every_projection_reads_in_both_languages(one: Serving):
    projection = project(one)
    assert len(projection.sentences("fa")) == len(projection.sentences()) > 0
