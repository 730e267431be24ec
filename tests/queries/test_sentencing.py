"""What recorded cases come to: the law asked about rows, with what stands in other cases beside it."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator

import pytest

from prisoners.law.group import group_in_words
from prisoners.law.release import Expectation, expectation_on
from prisoners.queries.sentencing import CaseSentence, sentencing_of_each
from prisoners.queries.working import announced, inputs
from prisoners.records.sentences import Sentence
from prisoners.store.reader import Reader
from tests.builders import act, empty_registry, make_event, make_prisoner
from tests.courts import judge, make_case, make_offence


@pytest.fixture
def registry() -> Iterator[sqlite3.Connection]:
    connection = empty_registry()
    with act(connection) as unit:
        make_offence(unit)
        make_prisoner(unit)
    yield connection
    connection.close()


def come_to(registry: sqlite3.Connection, prisoner: int = 1) -> tuple[CaseSentence, ...]:
    ((_, cases),) = sentencing_of_each(Reader(registry), [prisoner])
    return cases


def days(case: CaseSentence) -> tuple[str, str] | None:
    window = case.projection.computed
    return (str(window.earliest), str(window.latest)) if window else None


def test_only_the_heaviest_of_several_is_enforceable_and_is_served_from_its_beginning(registry):
    with act(registry) as unit:
        case = make_case(unit, 1, offence=1)
        judge(unit, case, "8 m | 1 y 40 d | 2 y 7.5 m", announced_total="more than four years")
        make_event(unit, 1, "enforcement_start", "2021-03-21", status="imprisoned_serving", case_id=case)
    (found,) = come_to(registry)
    assert found.announced == "more than four years"
    assert found.enforceable.in_words() == "2 years and 7½ months"
    assert days(found) == ("2023-11-07", "2023-11-07")


def test_an_appeal_that_reduced_stands_instead_of_the_first_judgment(registry):
    with act(registry) as unit:
        case = make_case(unit, 1, offence=1)
        judge(unit, case, "5 y | 1 y")
        judge(unit, case, "3 y", given_on="2021-06-01", instance="appeal", outcome="reduced")
    (found,) = come_to(registry)
    assert (found.enforceable.in_words(), found.judgments) == ("3 years", (1, 2))


def test_detention_before_the_sentence_is_credited_and_bail_is_not(registry):
    with act(registry) as unit:
        case = make_case(unit, 1, offence=1)
        judge(unit, case, "1 y")
        make_event(unit, 1, "arrest", "2020-01-01", status="detained_investigation")
        make_event(unit, 1, "release", "2020-01-10", status="on_bail")
        make_event(unit, 1, "enforcement_start", "2021-03-21", status="imprisoned_serving")
        make_event(unit, 1, "furlough_start", "2021-05-01", status="furlough")
        make_event(unit, 1, "furlough_end", "2021-05-11", status="imprisoned_serving")
    (found,) = come_to(registry)
    assert found.projection.credit is not None
    assert found.projection.credit.most == 10
    assert days(found) == ("2022-03-12", "2022-03-12")


def test_who_was_held_without_a_break_is_projected_from_the_arrest(registry):
    with act(registry) as unit:
        judge(unit, make_case(unit, 1, offence=1), "1 y")
        make_event(unit, 1, "arrest", "1400-01-01")
    assert days(come_to(registry)[0]) == ("2022-03-21", "2022-03-21")


def test_a_month_as_the_beginning_leaves_a_month_as_the_end(registry):
    with act(registry) as unit:
        judge(unit, make_case(unit, 1, offence=1), "1 y")
        make_event(unit, 1, "enforcement_start", "Farvardin 1400", status="imprisoned_serving")
    assert days(come_to(registry)[0]) == ("2022-03-21", "2022-04-20")


def test_two_cases_are_served_one_after_the_other(registry):
    with act(registry) as unit:
        first, second = make_case(unit, 1, offence=1), make_case(unit, 1, offence=1)
        judge(unit, first, "1 y")
        judge(unit, second, "2 y", given_on="2021-06-01")
        make_event(unit, 1, "enforcement_start", "2021-03-21", status="imprisoned_serving", case_id=first)
    one, two = come_to(registry)
    assert (days(one), days(two)) == (("2022-03-21", "2022-03-21"), ("2024-03-20", "2024-03-20"))
    assert "it is served after C-0001" in " ".join(two.projection.sentences())


def test_a_sentence_that_is_over_does_not_begin_the_next(registry):
    with act(registry) as unit:
        first, second = make_case(unit, 1, offence=1), make_case(unit, 1, offence=1)
        judge(unit, first, "1 y", given_on="2015-02-01")
        judge(unit, second, "2 y")
        make_event(unit, 1, "arrest", "2015-01-01", status="detained_investigation", case_id=first)
        make_event(unit, 1, "release", "2016-01-01", status="released_end_of_term")
        make_event(unit, 1, "arrest", "2021-03-21", status="detained_investigation", case_id=second)
    assert days(come_to(registry)[1]) == ("2023-03-21", "2023-03-21")


def test_an_acquittal_has_nothing_to_be_served_before_the_next_case(registry):
    with act(registry) as unit:
        first, second = make_case(unit, 1, offence=1), make_case(unit, 1, offence=1)
        judge(unit, first, "5 y", given_on="2020-01-01")
        judge(unit, first, "", given_on="2020-06-01", instance="appeal", outcome="acquitted")
        judge(unit, second, "1 y")
        make_event(unit, 1, "arrest", "2021-03-21", status="detained_investigation", case_id=second)
    acquitted, held = come_to(registry)
    assert acquitted.enforceable.in_words() == "no time to serve"
    assert days(held) == ("2022-03-21", "2022-03-21")


def test_a_recorded_merger_makes_one_of_two_judgments(registry):
    with act(registry) as unit:
        first, second = make_case(unit, 1, offence=1), make_case(unit, 1, offence=1)
        judge(unit, first, "5 y")
        judge(unit, second, "1 y", given_on="2021-06-01")
        judge(unit, second, given_on="2021-09-01", merges=True, outcome="changed")
        make_event(unit, 1, "arrest", "2020-01-01", status="detained_investigation", case_id=first)
        make_event(unit, 1, "release", "2020-01-10", status="on_bail")
        make_event(unit, 1, "enforcement_start", "2021-09-23", status="imprisoned_serving", case_id=second)
    (found,) = come_to(registry)
    assert (found.case, found.merged, found.enforceable.in_words()) == (2, (1,), "5 years")
    assert "J-0001, J-0002 were merged by J-0003" in " ".join(found.enforceable.sentences())
    assert found.projection.credit is not None
    assert found.projection.credit.most == 10


def test_a_merger_that_pronounces_a_term_of_its_own_replaces_what_it_merged(registry):
    with act(registry) as unit:
        first, second = make_case(unit, 1, offence=1), make_case(unit, 1, offence=1)
        judge(unit, first, "5 y")
        judge(unit, second, "1 y")
        judge(unit, second, "4 y", given_on="2021-09-01", merges=True)
        judge(unit, make_case(unit, 1, offence=1), "6 m", given_on="2022-02-01")
    assert [one.enforceable.in_words() for one in come_to(registry)] == ["4 years", "6 months"]


def test_what_was_reported_stands_before_what_is_computed(registry):
    with act(registry) as unit:
        judge(unit, make_case(unit, 1, offence=1), "5 y | 3 y", reported_years=3)
    assert come_to(registry)[0].enforceable.in_words() == "3 years"


def test_words_that_are_no_term_are_kept_and_named(registry):
    with act(registry) as unit:
        number = judge(unit, make_case(unit, 1, offence=1))
        unit.add(Sentence, {"judgment_id": number, "kind": "prison", "quoted": "18.6 years"})
    (found,) = come_to(registry)
    assert found.enforceable.in_words() == "cannot be computed"
    assert "18.6 years" in " ".join(found.enforceable.sentences())


def test_a_charge_that_nobody_classed_leaves_two_readings(registry):
    with act(registry) as unit:
        judge(unit, make_case(unit, 1), "5 y | 1 y")
    assert come_to(registry)[0].enforceable.in_words() == "5 years to 6 years"


def test_who_has_no_judgment_has_nothing_to_be_told(registry):
    with act(registry) as unit:
        make_case(unit, 1)
    assert come_to(registry) == ()


def test_trap_09_seven_people_of_one_case_are_seven_times_five_years(registry):
    with act(registry) as unit:
        for _ in range(7):
            person = make_prisoner(unit, "Babak Arjmand")
            case = make_case(unit, person, offence=1, group_name="the seven")
            judge(unit, case, "5 y | 1 y", announced_total="42 years for the seven")
    answers = [cases[0].enforceable for _, cases in sentencing_of_each(Reader(registry), range(2, 9))]
    assert group_in_words(answers) == "7 × 5 years"


def test_trap_13_a_projection_that_passed_without_news_is_unresolved(registry):
    with act(registry) as unit:
        judge(unit, make_case(unit, 1, offence=1), "1 y")
        make_event(unit, 1, "enforcement_start", "2021-03-21", status="imprisoned_serving")
    (found,) = come_to(registry)
    after = expectation_on(found.projection, dt.date(2024, 3, 20), heard=False)
    assert after is Expectation.UNRESOLVED


def test_trap_21_a_rearrest_does_not_need_the_release_to_be_known(registry):
    with act(registry) as unit:
        first, second = make_case(unit, 1, offence=1), make_case(unit, 1, offence=1)
        judge(unit, second, "1 y")
        make_event(unit, 1, "arrest", "2019-01-01", status="detained_investigation", case_id=first)
        make_event(unit, 1, "release", None, status="on_bail", after_id=1)
        make_event(unit, 1, "re_arrest", "2021-03-21", status="detained_investigation", case_id=second)
    assert days(come_to(registry)[0]) == ("2022-03-21", "2022-03-21")


def test_a_conviction_without_its_sentence_is_a_gap_that_an_acquittal_closes(registry):
    with act(registry) as unit:
        case = make_case(unit, 1, offence=1)
        judge(unit, case)
        judge(unit, make_case(unit, 1, offence=1), "74 lashes")
    untold, lashes = come_to(registry)
    assert (announced(untold), announced(untold, "fa")) == ("not recorded as a term", "مدتی ثبت نشده")
    assert untold.enforceable.missing
    assert (announced(lashes), lashes.enforceable.in_words()) == ("no prison term", "no time to serve")
    with act(registry) as unit:
        judge(unit, case, given_on="2021-06-01", instance="appeal", outcome="acquitted")
    assert not any(one.enforceable.missing for one in come_to(registry))


def test_a_total_that_is_announced_without_its_sentences_is_a_gap_and_not_nothing(registry):
    with act(registry) as unit:
        judge(unit, make_case(unit, 1, offence=1), outcome="unknown", announced_total="۵ سال حبس")
        judge(unit, make_case(unit, 1, offence=1), outcome="unknown")
    told, silent = come_to(registry)
    assert (announced(told), bool(told.enforceable.missing)) == ("not recorded as a term", True)
    assert (announced(silent), bool(silent.enforceable.missing)) == ("no prison term", False)


def test_time_lost_to_an_escape_and_a_postponement_is_served_after_the_return(registry):
    with act(registry) as unit:
        judge(unit, make_case(unit, 1, offence=1), "1 y")
        make_case(unit, 1, offence=1)
        make_event(unit, 1, "enforcement_start", "1400-01-01", status="imprisoned_serving", case_id=1)
        make_event(unit, 1, "escape", "1400-02-01", status="escaped_or_left_country")
        make_event(unit, 1, "re_arrest", "1400-02-12", status="imprisoned_serving", case_id=1)
    (found,) = come_to(registry)
    assert days(found) == ("2022-03-31", "2022-03-31")
    assert inputs(found) == "1 year, begun on 2021-03-21, plus 10 days outside"
    assert inputs(found, "fa") == "۱ سال، آغاز در ۱۴۰۰/۰۱/۰۱، به‌علاوهٔ ۱۰ روز بیرون از زندان"
    with act(registry) as unit:
        make_event(unit, 1, "enforcement_postponed", "1400-03-01", status="sentence_postponed", case_id=1)
    (found,) = come_to(registry)
    assert (days(found), found.projection.missing[0].code) == (None, "not_back")


def test_a_sentence_that_has_not_begun_loses_no_time_by_being_postponed(registry):
    with act(registry) as unit:
        judge(unit, make_case(unit, 1, offence=1), "1 y")
        make_event(unit, 1, "enforcement_postponed", "1399-01-01", status="sentence_postponed", case_id=1)
        make_event(unit, 1, "enforcement_start", "1400-01-01", status="imprisoned_serving", case_id=1)
    assert days(come_to(registry)[0]) == ("2022-03-21", "2022-03-21")


def test_every_projection_is_told_with_what_it_was_computed_from(registry):
    with act(registry) as unit:
        judge(unit, make_case(unit, 1, offence=1), "1 y")
        judge(unit, make_case(unit, 1, offence=1), "6 m", given_on="2021-05-01")
        make_event(unit, 1, "arrest", "Esfand 1399", status="detained_investigation", case_id=1)
        make_event(unit, 1, "enforcement_start", "1400-01-01", status="imprisoned_serving", case_id=1)
    first, second = come_to(registry)
    assert inputs(first) == "1 year, begun on 2021-03-21, less 1 to 30 days held before"
    assert inputs(second).startswith("6 months, begun between")


def test_a_sentence_that_has_not_begun_is_served_after_the_one_that_has(registry):
    with act(registry) as unit:
        judge(unit, make_case(unit, 1, offence=1), "2 y", given_on="2019-01-01")
        judge(unit, make_case(unit, 1, offence=1), "1 y", given_on="2021-01-01")
        make_event(unit, 1, "enforcement_start", "2021-03-21", status="imprisoned_serving", case_id=2)
    served, waiting = come_to(registry)
    assert (served.case, waiting.case) == (2, 1)
    assert days(served) == ("2022-03-21", "2022-03-21")
    assert days(waiting) == ("2024-03-20", "2024-03-20")


def test_an_old_sentence_after_which_somebody_came_free_is_not_served_again(registry):
    with act(registry) as unit:
        judge(unit, make_case(unit, 1, offence=1), "2 y", given_on="2015-01-01")
        judge(unit, make_case(unit, 1, offence=1), "1 y", given_on="2021-01-01")
        make_event(unit, 1, "release", "2017-01-01", status="released_end_of_term")
        make_event(unit, 1, "enforcement_start", "2021-03-21", status="imprisoned_serving", case_id=2)
    old, served = come_to(registry)
    assert (old.case, days(old), old.over, served.over) == (1, None, True, False)
    assert days(served) == ("2022-03-21", "2022-03-21")
