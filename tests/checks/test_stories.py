"""Every check fires on its story and stays silent on the story beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import pytest

from prisoners.checks.examine import DOUBTS
from prisoners.dates.partial import PartialDate
from prisoners.records.charges import Charge
from prisoners.records.citations import Citation
from prisoners.records.consents import Consent
from prisoners.records.courts import Court
from prisoners.records.judgments import Judgment
from prisoners.records.officials import Official
from prisoners.records.postings import Posting
from prisoners.records.prisoners import Prisoner
from prisoners.records.sentences import Sentence
from prisoners.records.sources import Source
from prisoners.store.reader import Reader
from prisoners.store.unit import Unit
from tests.builders import act, make_event, make_prisoner
from tests.checks.conftest import TODAY
from tests.courts import component, judge, make_case, make_offence

Story = Callable[[Unit], object]


def event(kind: str, on: str | None = None, **facts: object) -> Story:
    return lambda unit: make_event(unit, 1, kind, on, **facts)


def about(**facts: object) -> Story:
    return lambda unit: unit.amend(unit.get(Prisoner, 1), **facts)


def case(charged: bool = True, **facts: object) -> Story:
    """A case of prisoner 1, charged with an offence of two to five years, or with nothing."""

    def told(unit: Unit) -> None:
        number = make_case(unit, 1, offence=make_offence(unit), **facts)
        if not charged:
            unit.amend(unit.get(Charge, number), withdrawn=True)

    return told


def judged(terms: str = "", **facts: object) -> Story:
    return lambda unit: judge(unit, 1, terms, **facts)


def sentence(number: int = 1, **facts: object) -> Story:
    return lambda unit: unit.amend(unit.get(Sentence, number), **facts)


def charge(**facts: object) -> Story:
    return lambda unit: unit.amend(unit.get(Charge, 1), **facts)


def source(**facts: object) -> Story:
    return lambda unit: unit.add(Source, {"outlet": "Bidar News", **facts})


def cited(row: int = 1, table: str = "events", **facts: object) -> Story:
    told = {"source_id": 1, "prisoner_id": 1, "about_table": table, "about_row": row, **facts}
    return lambda unit: unit.add(Citation, told)


def consent(**facts: object) -> Story:
    return lambda unit: unit.add(
        Consent, {"prisoner_id": 1, "subject": "family", "scope": "publish", **facts}
    )


def another(unit: Unit) -> None:
    """Prisoner 2, with an event and a case of their own."""
    number = make_prisoner(unit, "Omid Pirouz")
    make_event(unit, number, "arrest", "2020-01-01")
    make_case(unit, number, group_name="the seven")


def nameless(unit: Unit) -> None:
    make_prisoner(unit, None)


def sangdel_until_2018(unit: Unit) -> None:
    """A judge whose first name nobody knows, with an alias, who left his branch in 2018."""
    unit.add(Official, {"name_en": "Sangdel", "aliases_en": "Zareh; Haddadian"})
    unit.add(Court, {"kind": "revolutionary", "name_en": "Revolutionary Court of Tehran, branch 26"})
    unit.add(Posting, {"official_id": 1, "court_id": 1, "until": "2018"})


def another_judge(unit: Unit) -> None:
    unit.add(Official, {"name_en": "Mowjabad"})


def by_judge(number: int, on: str) -> Story:
    return lambda unit: judge(unit, 1, "5 y", given_on=on, judge_id=number, court_id=1)


def by_sangdel(on: str) -> Story:
    return by_judge(1, on)


UNREAD = PartialDate.from_stored("0001-01-01 9999-12-31 |unread|the day after the funeral")
ARREST = event("arrest", "2022-09-16", status="detained_investigation")
SERVING = event("enforcement_start", "2023-01-10", status="imprisoned_serving")
EXECUTED = event("execution_carried_out", "2023-01-10", status="executed")

STORIES: dict[str, tuple[tuple[Story, ...], tuple[Story, ...]]] = {
    "arrested_before_born": (
        (about(born="1990"), case(arrested_on="1988")),
        (about(born="1990"), case(arrested_on="1990")),
    ),
    "implausible_age_at_arrest": (
        (about(born="1990-05-04"), case(arrested_on="1995-01-01")),
        (about(born="about 1985"), case(arrested_on="2005"), case(arrested_on="1401")),
    ),
    "date_not_read": ((event("arrest", UNREAD),), (event("arrest", "1401"), event("arrest"))),
    "arrest_days_disagree": (
        (case(arrested_on="2022-09-16"), event("arrest", "2022-09-17", case_id=1)),
        (case(arrested_on="Shahrivar 1401"), event("arrest", "2022-09-17", case_id=1)),
    ),
    "judged_before_arrested": (
        (case(arrested_on="2022-09-16"), judged("1 y", given_on="2022-01-01")),
        (case(arrested_on="2022-09-16"), judged("1 y", given_on="2022-01-01", in_absentia=True)),
    ),
    "judgment_in_the_future": (
        (case(), judged("1 y", given_on="2024-03-21")),
        (case(), judged("1 y", given_on="2024-03-20")),
    ),
    "nobody_by_name": ((nameless,), (another,)),
    "basis_without_source": (
        (about(basis="already_public"),),
        (about(basis="already_public", basis_source="https://bidar.example/1"),),
    ),
    "consent_no_longer_holds": (
        (about(basis="consent"), consent(until="2024-03-19"), consent(withdrawn_on="2023"), consent(refused=True)),
        (about(basis="consent"), consent(until="2024-03-20")),
    ),
    "consent_ended_with_death": (
        (
            consent(subject="lawyer", scope="use_name"),
            consent(subject="person", after_death=True),
            event("status_reported", "2023-01-10", status="executed"),
        ),
        (
            consent(subject="lawyer"), consent(refused=True),
            consent(subject="person", scope="share", after_death=True),
            consent(subject="person", scope="send_to_un", withdrawn_on="2020"), EXECUTED,
        ),
    ),
    "family_not_asked_since_death": (
        (consent(given_on="2022-12-31"), consent(scope="share", given_on="2022-12-31", refused=True), EXECUTED),
        (consent(given_on="2022-12-31"), consent(scope="share", given_on="2023-01-11", refused=True), EXECUTED),
    ),
    "consent_not_informed": (
        (about(basis="consent"), consent(disclosed=True, voluntary=True, understood=True), consent(scope="share")),
        (
            consent(disclosed=True, voluntary=True, understood=True, competent=True), consent(refused=True),
            consent(scope="store"), consent(scope="use_name"), consent(scope="send_to_un", until="2024-03-19"),
        ),
    ),
    "case_without_charge": ((case(False, stage="appeal"),), (case(False, stage="investigation"), case(stage="appeal"))),
    "conviction_without_verdict": ((case(),), (case(), judged("1 y"))),
    "charge_not_yet_law": (
        (case(), lambda unit: make_offence(unit, valid_from="2025-10-08"), charge(offence_id=2, act_on="2025-10-07")),
        (case(), lambda unit: make_offence(unit, valid_from="2025-10-08"), charge(offence_id=2, act_on="2025")),
    ),
    "charge_no_longer_law": (
        (case(), lambda unit: make_offence(unit, valid_until="2020-05-11"), charge(offence_id=2, act_on="2020-05-12")),
        (case(), lambda unit: make_offence(unit, valid_until="2020-05-11"), charge(offence_id=2, act_on="May 2020")),
    ),
    "stage_behind_judgment": (
        (case(stage="investigation"), judged("1 y")),
        (case(stage="investigation"), judged("1 y", outcome="quashed")),
    ),
    "judge_elsewhere_at_that_date": (
        (sangdel_until_2018, case(), by_sangdel("2019-01-01")),
        (sangdel_until_2018, case(), by_sangdel("2018-06-01"), by_sangdel("2017")),
    ),
    "another_judge_chaired_the_branch": (
        (sangdel_until_2018, another_judge, case(), by_judge(2, "2017")),
        (sangdel_until_2018, another_judge, case(), by_judge(2, "2018"), by_judge(2, "2019"), by_sangdel("2019-01-01")),
    ),
    "group_of_one": ((case(group_name="the seven"),), (case(group_name="the seven"), another)),
    "sentence_without_charge": ((case(False), judged("5 y")), (case(), judged("5 y"))),
    "term_above_maximum": (
        (case(), judged("6 y"), sentence(charge_id=1)),
        (case(), judged("5 y"), sentence(charge_id=1)),
    ),
    "prison_without_length": (
        (case(), judged("life"), sentence(kind="prison", quoted="18.6 years")),
        (case(), judged("91 d | life | 74 lashes")),
    ),
    "longer_than_any_prison_term": ((case(), judged("42 y")), (case(), judged("25 y | life"))),
    "change_without_terms": (
        (case(), judged("5 y"), judged(instance="appeal", outcome="reduced")),
        (case(), judged("5 y reduced to 6 m | 1 y"), judged(instance="appeal", outcome="reduced"),
         judged("4 y", instance="retrial", outcome="changed")),
    ),
    "announced_for_several": (
        (case(), judged("5 y | 1 y | 74 lashes", announced_total="42 years")),
        (case(), judged("5 y | 1 y", announced_total="6 years"), judged("5 y", announced_total="18.6 years"),
         judged("life", announced_total="5 years"), judged("5 y")),
    ),
    "reduction_without_term": (
        (case(), judged("5 y reduced")),
        (
            case(),
            judged("5 y reduced to 6 m | life commuted to 15 y"),
            judged("5 y reduced"),
            judged("3 y", instance="appeal", given_on="2022"),
        ),
    ),
    "reduced_to_more": ((case(), judged("1 y reduced to 13 m")), (case(), judged("1 y reduced to 11 m"))),
    "suspended_more_than_whole": (
        (case(), judged("1 y"), sentence(suspended_years=2)),
        (case(), judged("1 y"), sentence(suspended_months=12)),
    ),
    "conviction_without_sentence": ((case(), judged()), (case(), judged("1 y"), judged(outcome="upheld"))),
    "acquitted_and_sentenced": ((case(), judged("1 y", outcome="acquitted")), (case(), judged(outcome="acquitted"))),
    "event_told_twice": (
        (event("transfer", "2023-01-10"), event("transfer", "2023-01-10")),
        (event("transfer", "2023"), event("transfer", "2023"), event("transfer", "2023-01-10", prison_id=1)),
    ),
    "hunger_strike_without_end": (
        (event("hunger_strike_start", "2023-11-01"),),
        (
            event("hunger_strike_start", "2024-01-01"),
            event("hunger_strike_start", "2022-01-01", until="2022-02-01"),
            event("hunger_strike_start", "2021-01-01"),
            event("hunger_strike_end", "2021-02-01"),
        ),
    ),
    "place_not_in_the_list": (
        (event("transfer", "2023-01-10", place="a house near Varamin"),),
        (event("transfer", "2023-01-10", prison_id=1), event("arrest", "2022", place="at home")),
    ),
    "case_of_somebody_else": (
        (another, event("arrest", "2022-09-16", case_id=1)),
        (case(), another, event("arrest", "2022-09-16", case_id=1)),
    ),
    "after_what_happened_to_another": (
        (another, event("release", after_id=1)),
        (event("arrest"), another, event("release", after_id=1)),
    ),
    "amount_without_currency": (
        (event("bail_set", "2023", amount=500),),
        (event("bail_set", "2023", amount=500, currency="IRR"),),
    ),
    "status_disagrees_with_events": (
        (ARREST, event("release", "2022-10-01")),
        (ARREST, event("release", "2022-09"), event("release", "2022-01-01"), event("transfer", "2022-10-01")),
    ),
    "serving_without_sentence": ((SERVING, case(), judged("74 lashes")), (SERVING, case(), judged("1 y"))),
    "free_under_a_death_sentence": (
        (case(), judged("death upheld"), event("release", "2023", status="released_pardon")),
        (
            case(),
            judged("death"),
            judged(outcome="quashed", instance="supreme"),
            event("release", "2023", status="released_acquitted_or_dropped"),
        ),
    ),
    "bail_without_order": (
        (ARREST, event("release", "2023", status="on_bail")),
        (ARREST, event("bail_set", "2022-12-01"), event("release", "2023", status="on_bail")),
    ),
    "held_though_all_charges_fell": (
        (ARREST, case(), charge(state="dropped")),
        (ARREST, case(), charge(state="dropped"), lambda unit: make_case(unit, 1)),
    ),
    "held_nobody_knows_where": (
        (ARREST,),
        (event("arrest", "2022", status="detained_investigation", place="at home"),),
    ),
    "source_that_bears_nothing": ((source(),), (source(), ARREST, cited())),
    "judgment_without_source": (
        (case(), judged("1 y")),
        (case(), source(), judged("1 y"), judged("1 y"), cited(1, "judgments"), cited(2, "sentences")),
    ),
    "status_on_unreliable_word": (
        (ARREST, source(reliability="E"), cited()),
        (ARREST, source(reliability="B"), cited(), SERVING),
    ),
    "death_on_one_word": (
        (EXECUTED, source(), source(derived_from=1), cited(credibility="confirmed"), cited(source_id=2)),
        (EXECUTED, source(), source(), cited(credibility="confirmed"), cited(source_id=2)),
    ),
    "source_older_than_what_it_says": (
        (ARREST, source(published_on="2022-09-15"), cited(quoted="they took her today")),
        (ARREST, source(published_on="September 2022"), cited(quoted="they took her today")),
    ),
}  # fmt: skip
"""Check → the story on which it fires, and the one on which it is silent."""

TOLD_ELSEWHERE = {
    "released_before_arrested",
    "order_uncertain",
    "executed_then_released",
    "event_in_the_future",
    "prison_closed_at_that_date",
    "status_without_source",
    "conflicting_values_unresolved",
    "foreign_number_of_two",
    "verified_by_who_entered_it",
    "estimate_below_the_named",
    "estimate_without_source",
}


def findings(registry: sqlite3.Connection, name: str, story: tuple[Story, ...]) -> list:
    with act(registry) as unit:
        for step in story:
            step(unit)
    return list(DOUBTS[name](Reader(registry), TODAY))


@pytest.mark.parametrize("name", STORIES)
def test_it_fires_on_its_story(name, told):
    (finding,) = findings(told, name, STORIES[name][0])
    assert finding.name == name
    assert finding.sentence.strip()
    assert "`prisoners " in finding.hint
    assert "{" not in finding.sentence + finding.hint


@pytest.mark.parametrize("name", STORIES)
def test_it_is_silent_on_the_story_beside_it(name, told):
    assert findings(told, name, STORIES[name][1]) == []


def test_every_check_has_its_stories():
    assert STORIES.keys() | TOLD_ELSEWHERE == DOUBTS.keys()
    assert len(DOUBTS) >= 30


@pytest.mark.parametrize(
    "name", [name for name in STORIES if name not in {"nobody_by_name", "source_that_bears_nothing"}]
)
def test_who_was_entered_in_error_is_not_doubted(name, told):
    story = (*STORIES[name][0], about(withdrawn=True))
    assert findings(told, name, story) == []


def test_more_than_three_offences_allow_a_quarter_more(told):
    many = tuple((lambda unit, place=place: make_offence(unit, article=str(place))) for place in range(3))
    charges = tuple(
        (lambda unit, offence=offence: unit.add(Charge, {"case_id": 1, "offence_id": offence}))
        for offence in (2, 3, 4)
    )
    story = (case(), judged("6 y"), sentence(charge_id=1), *many, *charges)
    assert findings(told, "term_above_maximum", story) == []


def test_trap_12_a_place_nobody_knows_is_accepted_and_asked_about(told):
    story = (event("transfer", "2023", place="a house"), event("transfer", "2023-02", place="a house"))
    (finding,) = findings(told, "place_not_in_the_list", story)
    assert finding.sentence == "“a house” is no prison of the list; 2 events say so."


def test_trap_12_from_one_ward_to_another_of_one_prison_changes_the_authority_only(told):
    story = (
        event(
            "arrest",
            "2022-09-16",
            status="detained_investigation",
            prison_id=1,
            ward="2A",
            authority="IRGC_IO",
        ),
        event("transfer", "2022-10-01", prison_id=1, ward="209", authority="MOIS"),
    )
    with act(told) as unit:
        for step in story:
            step(unit)
    (now,) = Reader(told).rows("SELECT prison, ward, status FROM people WHERE id = 1")
    assert tuple(now) == ("Ghezel Hesar", "209", "detained_investigation")
    assert [doubt for doubt in DOUBTS if list(DOUBTS[doubt](Reader(told), TODAY))] == [
        "status_without_source"
    ]


def test_trap_21_a_rearrest_without_a_release_is_not_doubted(told):
    story = (ARREST, event("re_arrest", "2023-05-01", status="detained_investigation", prison_id=1))
    with act(told) as unit:
        for step in story:
            step(unit)
    assert [doubt for doubt in DOUBTS if list(DOUBTS[doubt](Reader(told), TODAY))] == [
        "status_without_source"
    ]


def test_trap_23_a_judge_without_a_first_name_and_with_an_alias_is_one_judge(told):
    assert component("5 y")["years"] == 5
    with act(told) as unit:
        sangdel_until_2018(unit)
        make_case(unit, 1)
        number = by_sangdel("2017-01-01")(unit)
        judgment = unit.get(Judgment, number)
    assert judgment.judge_id == 1
    (row,) = Reader(told).rows("SELECT judge FROM judgment_sheet")
    assert row["judge"] == "Sangdel"
