"""What is due, each told as a case in the docstring: one line an event of one person."""

from __future__ import annotations

import datetime as dt
import shlex
import sqlite3
from collections.abc import Callable, Iterator
from inspect import getdoc

import pytest

from prisoners.queries.due import due
from prisoners.queries.dues import Asked, Due, DueKind
from prisoners.records.beneficiaries import Beneficiary
from prisoners.records.consents import Consent
from prisoners.records.follow_ups import FollowUp
from prisoners.records.interventions import Intervention
from prisoners.records.offences import Offence
from prisoners.records.prisoners import Prisoner
from prisoners.records.sentences import Sentence
from prisoners.store.reader import Reader
from tests.builders import act, empty_registry, make_event, make_prisoner
from tests.courts import judge, make_case, make_offence

TODAY = dt.date(2024, 3, 20)
Find = Callable[..., list[Due]]


@pytest.fixture
def registry(request: pytest.FixtureRequest) -> Iterator[sqlite3.Connection]:
    """What the docstring of the test tells of prisoner 1, who has one case."""
    connection = empty_registry()
    with act(connection) as unit:
        make_offence(unit)
        make_prisoner(unit, verified_on="2024-03-19")
        make_case(unit, 1, offence=1)
        for line in filter(str.strip, (getdoc(request.function) or "").splitlines()):
            kind, *words = shlex.split(line)
            facts = dict(word.split("=") for word in words if "=" in word)
            day = next((word for word in words if "=" not in word), None)
            make_event(unit, 1, kind, day, **facts)
    yield connection
    connection.close()


@pytest.fixture
def find(registry: sqlite3.Connection) -> Find:
    """What is due of some kinds."""

    def of(*kinds: str, **asked: object) -> list[Due]:
        return due(Reader(registry), Asked(TODAY, **asked), kinds=[DueKind(kind) for kind in kinds])

    return of


def test_a_furlough_that_has_ended_is_overdue(find):
    """
    furlough_start 2024-03-01 until=2024-03-10 status=furlough
    """
    (found,) = find("furlough")
    assert (found.flag, found.days, found.about) == ("furlough_overdue", -10, "E-0001")


def test_an_extended_furlough_ends_on_its_new_day(find):
    """
    furlough_start 2024-03-01 until=2024-03-10 status=furlough
    furlough_extend 2024-03-09 until=2024-03-25
    """
    (found,) = find("furlough")
    assert (found.flag, found.days) == ("", 5)
    assert find("furlough", within=4) == []


def test_trap_22_an_indefinite_furlough_is_never_overdue(find):
    """
    furlough_start 2020-03-01 until=2020-03-10 status=furlough open_ended=1
    """
    assert find("furlough") == []


def test_who_came_back_from_furlough_is_not_waited_for(find):
    """
    furlough_start 2024-03-01 until=2024-03-10 status=furlough
    furlough_end 2024-03-08 status=imprisoned_serving
    """
    assert find("furlough") == []


def test_trap_22_a_summons_to_serve_with_a_deadline_is_due(find):
    """
    release 2023-01-01 status=on_bail
    summons_to_serve 2024-03-01 until=2024-03-18
    """
    (found,) = find("summons_to_serve")
    assert (found.state, found.days) == ("over", -2)


def test_a_summons_that_was_followed_or_has_no_day_is_not_due(find):
    """
    summons_to_serve 2024-03-01
    """
    assert find("summons_to_serve") == []


def test_who_serves_already_is_not_summoned(find):
    """
    summons_to_serve 2024-03-01 until=2024-03-18
    enforcement_start 2024-03-17 status=imprisoned_serving
    """
    assert find("summons_to_serve") == []


def test_a_hunger_strike_is_counted_in_days(find):
    """
    hunger_strike_start 2024-03-11
    """
    assert find("hunger_strike")[0].sentence == "On hunger strike, day 10."


def test_a_hunger_strike_of_which_only_the_month_is_known_is_a_range(find):
    """
    hunger_strike_start "March 2024"
    """
    assert find("hunger_strike")[0].sentence == "On hunger strike, day 0 to 20."


def test_a_hunger_strike_that_ended_or_whose_person_died_is_over(find):
    """
    hunger_strike_start 2024-03-01
    hunger_strike_end 2024-03-09
    """
    assert find("hunger_strike") == []


def test_bail_that_was_set_keeps_somebody_in_prison_who_could_go(find):
    """
    arrest 2024-01-01 status=detained_investigation
    bail_set 2024-02-01 amount=5000000000 currency=IRR
    """
    assert "5,000,000,000 IRR" in find("bail")[0].sentence


def test_bail_that_was_paid_is_not_due(find):
    """
    arrest 2024-01-01 status=detained_investigation
    bail_set 2024-02-01
    bail_paid 2024-02-03
    """
    assert find("bail") == []


def test_an_execution_that_is_scheduled_comes_before_everything(find):
    """
    arrest 2022-01-01 status=imprisoned_serving
    execution_scheduled 2024-03-18 until=2024-03-22
    hunger_strike_start 2024-03-01
    """
    first, second = find("execution", "hunger_strike")
    assert (first.kind, first.days, second.kind) == ("execution", 2, "hunger_strike")


def test_an_execution_that_was_halted_is_not_due(find):
    """
    execution_scheduled 2024-03-18
    execution_halted 2024-03-19
    """
    assert find("execution") == []


def test_a_death_sentence_that_stands_is_a_risk_until_it_is_quashed(find, registry):
    """
    arrest 2022-01-01 status=imprisoned_serving
    """
    with act(registry) as unit:
        judge(unit, 1, "death")
    (found,) = find("execution")
    assert (found.about, found.sentence) == ("J-0001", "A death sentence stands in C-0001.")
    with act(registry) as unit:
        judge(unit, 1, given_on="2022-06-01", instance="supreme", outcome="quashed")
    assert find("execution") == []


def test_the_time_to_appeal_runs_from_notification(find, registry):
    with act(registry) as unit:
        judge(unit, 1, "5 y", given_on="2024-03-01", notified_on="2024-03-05")
    (found,) = find("appeal", "objection", "cassation")
    assert (found.kind, found.days, found.state) == ("appeal", 5, "ahead")
    assert "art." not in found.hint


def test_a_time_that_is_over_or_was_used_is_not_due(find, registry):
    """
    appeal_filed 2024-03-10 case_id=1
    """
    with act(registry) as unit:
        judge(unit, 1, "5 y", given_on="2024-03-01", notified_on="2024-03-05")
        other = make_case(unit, 1, offence=1)
        judge(unit, other, "1 y", given_on="2024-01-01", notified_on="2024-02-01")
    assert find("appeal") == []


def test_somebody_abroad_has_two_months(find, registry):
    with act(registry) as unit:
        case = make_case(unit, 1, offence=1, abroad=True)
        judge(unit, case, "1 y", given_on="2024-01-01", notified_on="2024-02-01")
    assert find("appeal")[0].days == 12


def test_a_death_sentence_goes_to_the_supreme_court_and_one_in_absentia_is_objected_to_first(find, registry):
    with act(registry) as unit:
        judge(unit, 1, "death", given_on="2024-03-01", notified_on="2024-03-05", in_absentia=True)
    assert [(one.kind, one.days) for one in find("appeal", "objection", "cassation")] == [
        ("objection", 5),
        ("cassation", 25),
    ]


def test_a_judgment_of_which_nobody_knows_when_it_was_notified_is_asked_about(find, registry):
    with act(registry) as unit:
        judge(unit, 1, "5 y", given_on="2024-03-01")
    (found,) = find("appeal")
    assert (found.state, found.days, found.hint) == (
        "unknown",
        None,
        "`prisoners judgment amend J-0001 --notified …`",
    )
    assert "because the day of notification is not recorded" in found.sentence


def test_trap_13_a_release_that_passed_without_news_is_unresolved_and_never_released(find, registry):
    """
    enforcement_start 1400-01-01 status=imprisoned_serving
    """
    with act(registry) as unit:
        judge(unit, 1, "1 y")
        unit.amend(unit.get(Prisoner, 1), verified_on=None)
    (found,) = find("release")
    assert (found.flag, found.state, found.days) == ("unresolved_after_expected_end", "over", -730)
    assert found.sentence == (
        "Release was projected on 2022-03-21; nothing was heard since: unresolved. "
        "A projection, not a fact, from 1 year, begun on 2021-03-21."
    )


def test_who_was_verified_after_the_day_is_not_unresolved(find, registry):
    """
    enforcement_start 1400-01-01 status=imprisoned_serving
    """
    with act(registry) as unit:
        judge(unit, 1, "1 y")
    assert find("release") == []


def test_a_release_ahead_and_one_that_may_have_come(find, registry):
    """
    enforcement_start "Farvardin 1402" status=imprisoned_serving
    """
    with act(registry) as unit:
        judge(unit, 1, "1 y")
    (found,) = find("release")
    assert (found.state, found.days, found.about) == ("ahead", 0, "C-0001")
    with act(registry) as unit:
        judge(unit, 1, "11 m 15 d", instance="appeal", outcome="reduced", given_on="2021-05-01")
    assert find("release")[0].state == "may_be_over"


def test_a_reported_day_stands_before_the_computed_one(find, registry):
    """
    enforcement_start 1400-01-01 status=imprisoned_serving
    """
    with act(registry) as unit:
        judge(unit, 1, "1 y")
        unit.amend(unit.get(Sentence, 1), official_release="2024-03-25")
    (found,) = find("release")
    assert (found.days, found.sentence) == (5, "Release is reported on 2024-03-25.")


def test_detention_without_judgment_has_a_limit(find):
    """
    arrest 2023-03-15 status=detained_investigation
    """
    (found,) = find("detention_cap")
    assert (found.state, found.days) == ("over", -6)


def test_who_was_not_verified_for_longer_than_the_status_allows(find, registry):
    """
    arrest 2024-01-01 status=detained_investigation
    """
    assert find("verification") == []
    with act(registry) as unit:
        unit.amend(unit.get(Prisoner, 1), verified_on="2024-02-01")
    assert find("verification")[0].days == -18
    assert find("verification", verify={"detained": 60}) == []


def test_death_row_is_verified_every_week(find, registry):
    """
    arrest 2024-01-01 status=imprisoned_serving
    """
    with act(registry) as unit:
        judge(unit, 1, "death")
        unit.amend(unit.get(Prisoner, 1), verified_on="2024-03-12")
    assert find("verification")[0].days == -1


def test_an_answer_of_the_united_nations_is_waited_for_sixty_days(find, registry):
    with act(registry) as unit:
        number = unit.add(Intervention, {"kind": "un_submission", "made_on": "2024-01-10"}).id
        unit.add(Beneficiary, {"intervention_id": number, "prisoner_id": 1})
        unit.add(Intervention, {"kind": "un_submission", "made_on": "2024-01-10", "response": "pledge"})
        unit.add(Intervention, {"kind": "letter", "made_on": "2024-01-10"})
    (found,) = find("answer")
    assert (found.about, found.person, found.days) == ("I-0001", 1, -10)
    assert find("answer", people=frozenset({2})) == []


def test_a_consent_that_ends_and_a_reminder_are_due(find, registry):
    with act(registry) as unit:
        consent = {"prisoner_id": 1, "subject": "family", "scope": "share"}
        unit.add(Consent, consent | {"until": "2024-03-30"})
        unit.add(Consent, consent | {"until": "2024-03-30", "withdrawn_on": "2024-01-01"})
        unit.add(FollowUp, {"prisoner_id": 1, "due_on": "2024-03-21", "ask": "SEALED-question"})
        unit.add(FollowUp, {"prisoner_id": 1, "due_on": "2024-03-21", "ask": "SEALED", "state": "done"})
    found = find("consent", "follow_up")
    assert [(one.kind, one.days) for one in found] == [("follow_up", 1), ("consent", 10)]
    assert "SEALED" not in repr(found)


@pytest.mark.parametrize("facts", [{"withdrawn": True}, {"merged_into": 2}])
def test_who_does_not_count_has_nothing_due(find, registry, facts):
    """
    arrest 2021-01-01 status=detained_investigation
    hunger_strike_start 2024-03-01
    bail_set 2024-02-01
    """
    with act(registry) as unit:
        make_prisoner(unit)
        judge(unit, 1, "death", given_on="2024-03-01", notified_on="2024-03-05")
        unit.add(FollowUp, {"prisoner_id": 1, "due_on": "2024-03-21", "ask": "whatever"})
        unit.amend(unit.get(Prisoner, 1), **facts)
    assert find() == []


def test_everything_that_is_due_is_told_in_persian_too(find, registry):
    """
    arrest 2021-01-01 status=detained_investigation
    security_order 2024-03-15
    hunger_strike_start 2024-03-01
    bail_set 2024-03-19 amount=500 currency=IRR
    execution_scheduled 2024-03-18 until=2024-03-22
    """
    with act(registry) as unit:
        judge(unit, 1, "death", given_on="2024-03-01", notified_on="2024-03-05")
        unit.amend(unit.get(Prisoner, 1), verified_on="2023-01-01")
        unit.add(Intervention, {"kind": "un_submission", "made_on": "2024-01-10"})
        unit.add(FollowUp, {"prisoner_id": 1, "due_on": "2024-03-21", "ask": "whatever"})
    told = [one.told("fa") for one in find()]
    assert len(told) == 10
    assert all(any("آ" <= letter <= "ی" for letter in line) and "2024" not in line for line in told)
    assert "اعتصاب غذا، روز ۲۰." in told
    assert "وثیقه به مبلغ ۵۰۰ IRR تعیین شده (در ۱۴۰۲/۱۲/۲۹) و پرداخت آن گزارش نشده است." in told


def test_a_release_is_told_in_persian_with_what_it_rests_on(find, registry):
    """
    enforcement_start 1400-01-01 status=imprisoned_serving
    """
    with act(registry) as unit:
        judge(unit, 1, "1 y")
        unit.amend(unit.get(Prisoner, 1), verified_on=None)
    assert find("release")[0].told("fa") == (
        "آزادی پیش‌بینی‌شده در ۱۴۰۱/۰۱/۰۱؛ از آن پس خبری نرسیده و نامعلوم است. "
        "پیش‌بینی است نه واقعیت، بر پایهٔ ۱ سال، آغاز در ۱۴۰۰/۰۱/۰۱."
    )


def test_a_strike_of_unknown_or_partial_days_is_told_in_persian(find):
    """
    hunger_strike_start "March 2024"
    """
    assert find("hunger_strike")[0].told("fa") == "اعتصاب غذا، روز ۰ تا ۲۰."


def test_the_most_urgent_stands_first(find, registry):
    """
    arrest 2021-01-01 status=detained_investigation
    hunger_strike_start 2024-03-01
    bail_set 2024-03-19
    """
    with act(registry) as unit:
        judge(unit, 1, "death", given_on="2024-03-01", notified_on="2024-03-05")
        unit.amend(unit.get(Prisoner, 1), verified_on="2023-01-01")
    assert [one.kind for one in find()] == [
        "execution",
        "hunger_strike",
        "bail",
        "cassation",
        "detention_cap",
        "verification",
    ]


def test_the_appeal_can_be_given_up_for_less_until_its_time_is_over(find, registry):
    with act(registry) as unit:
        judge(unit, 1, "5 y", given_on="2024-03-01", notified_on="2024-03-05")
    (found,) = find("surrender")
    assert (found.days, found.about) == (5, "J-0001")
    assert "up to a quarter" in found.sentence
    assert (
        found.hint == "`prisoners update P-0001 --kind surrender_442 --case C-0001 --on …` when it is filed"
    )
    with act(registry) as unit:
        make_event(unit, 1, "appeal_filed", "2024-03-10", case_id=1)
    assert [one.kind for one in find("appeal", "surrender")] == ["surrender"]
    with act(registry) as unit:
        make_event(unit, 1, "surrender_442", "2024-03-12", case_id=1)
    assert find("surrender") == []


def test_what_goes_to_the_supreme_court_or_is_no_tazir_cannot_be_surrendered(find, registry):
    with act(registry) as unit:
        judge(unit, 1, "death", given_on="2024-03-01", notified_on="2024-03-05")
        hadd = make_case(unit, 1, offence=make_offence(unit, punishment_class="hadd"))
        judge(unit, hadd, "5 y", given_on="2024-03-01", notified_on="2024-03-05")
    assert [one.kind for one in find("appeal", "surrender", "cassation")] == ["appeal", "cassation"]


def test_an_objection_that_was_judged_leaves_its_own_judgment_open_to_appeal(find, registry):
    with act(registry) as unit:
        judge(unit, 1, "5 y", given_on="2024-02-25", notified_on="2024-02-25", in_absentia=True)
        judge(unit, 1, "4 y", given_on="2024-03-10", notified_on="2024-03-12", instance="objection")
    assert [(one.kind, one.about) for one in find("objection", "appeal")] == [("appeal", "J-0002")]


def test_an_order_that_keeps_somebody_in_detention_can_be_objected_to_for_ten_days(find):
    """
    arrest 2024-02-01 status=detained_investigation
    security_order 2024-02-02
    detention_extended 2024-03-15
    """
    (found,) = find("detention_order")
    assert (found.about, found.days, found.state) == ("E-0003", 5, "ahead")
    assert "Objection to the detention order: 10 days" in found.sentence


def test_nobody_objects_to_the_order_of_somebody_who_is_out_or_to_an_old_one(find):
    """
    arrest 2024-02-01 status=detained_investigation
    security_order 2024-03-15
    bail_paid 2024-03-16 status=on_bail
    """
    assert find("detention_order") == []


def test_an_old_order_is_not_due(find):
    """
    arrest 2024-01-01 status=detained_investigation
    security_order 2024-01-02
    """
    assert find("detention_order") == []


def test_detention_may_not_outlast_the_least_term_of_the_gravest_charge(find, registry):
    """
    arrest 2023-12-15 status=detained_investigation
    """
    assert find("detention_cap") == []
    with act(registry) as unit:
        unit.amend(unit.get(Offence, 1), min_years=None, min_months=3)
    (found,) = find("detention_cap")
    assert (found.state, found.days) == ("over", -6)
    assert "Nor longer than the least prison term of the offence, 3 months" in found.sentence


def test_the_hint_names_the_sentence_that_is_meant(find, registry):
    with act(registry) as unit:
        judge(unit, 1, "5 y | death")
    assert find("execution")[0].hint.startswith("`prisoners sentence amend SN-0002 --state …`")


def test_a_sentence_after_which_somebody_came_free_hides_no_release_of_another(find, registry):
    """
    enforcement_start 2016-01-01 status=imprisoned_serving case_id=1
    release 2017-01-01 status=released_pardon
    """
    with act(registry) as unit:
        judge(unit, 1, "9 y", given_on="2015-06-01")
        judge(unit, make_case(unit, 1, offence=1), "1 y", given_on="2023-01-01")
        make_event(unit, 1, "enforcement_start", "2023-03-21", status="imprisoned_serving", case_id=2)
    (found,) = find("release")
    assert (found.about, found.days) == ("C-0002", 0)


def test_a_sentence_that_is_served_again_after_a_release_is_waited_for(find, registry):
    """
    enforcement_start 2023-03-21 status=imprisoned_serving case_id=1
    conditional_release_grant 2023-06-01 status=conditional_release
    conditional_release_revoked 2023-07-01 status=imprisoned_serving
    """
    with act(registry) as unit:
        judge(unit, 1, "1 y", given_on="2023-01-01")
        make_case(unit, 1, offence=1)
    assert find("release")[0].about == "C-0001"


@pytest.mark.parametrize(
    ("facts", "days", "said"),
    [
        ({}, -6, "1 year at most"),
        ({"punishment_class": "hadd", "other_punishment": "death"}, 359, "2 years at most"),
        ({"other_punishment": "death"}, -6, "both limits are shown"),
        ({"max_years": None}, -6, "both limits are shown"),
    ],
)
def test_the_limit_of_detention_depends_on_whether_a_charge_can_end_in_death(
    find, registry, facts, days, said
):
    """
    arrest 2023-03-15 status=detained_investigation
    """
    with act(registry) as unit:
        unit.amend(unit.get(Offence, 1), **({"min_years": None} | facts))
    (found,) = find("detention_cap", within=400)
    assert (found.days, said in found.sentence) == (days, True), found.sentence
