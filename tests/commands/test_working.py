"""What a case comes to stands on the page and in the answer for programs, always called a projection."""

from __future__ import annotations

import json

import pytest

from prisoners.records.sentences import Sentence
from tests.builders import act, make_event, make_prisoner
from tests.courts import judge, make_case, make_offence


@pytest.fixture
def sentenced(home):
    """Neda, with three terms in one judgment and a second case in which nothing was judged."""
    with act(home / "registry.db") as unit:
        person = make_prisoner(unit)
        case = make_case(unit, person, offence=make_offence(unit))
        judge(unit, case, "8 m | 1 y 40 d | 2 y 7.5 m", announced_total="more than four years")
        make_event(unit, person, "enforcement_start", "1400-01-01", status="imprisoned_serving", case_id=case)
        make_case(unit, person)
    return home


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.usefixtures("sentenced")
def test_the_page_says_announced_enforceable_and_projected(run):
    told = flat(run("show", "P-0001").stdout)
    assert "announced 4 years, 3½ months and 40 days (“more than four years”)" in told
    assert "enforceable 2 years and 7½ months (because: Several ta'zir punishments" in told
    assert "projection, not a fact: on 2023-11-07 (2 years and 7½ months, begun on 2021-03-21)" in told
    assert told.count("--why shows the working") == 1


@pytest.mark.usefixtures("sentenced")
def test_the_whole_working_is_shown_when_asked_for(run):
    told = flat(run("show", "P-0001", "--why").stdout)
    assert "(art. 134 (e) of the Islamic Penal Code 1392, text of 12 May 2020)" in told
    assert "Input: enforcement began on 2021-03-21 (art. 27" in told
    assert "it is no legal opinion" in told
    assert "--why" not in told


@pytest.mark.usefixtures("sentenced")
def test_the_working_is_told_in_persian_too(run):
    assert run("settings", "--language", "fa").exit_code == 0
    assert "پیش‌بینی است نه واقعیت" in run("show", "P-0001").stdout


@pytest.mark.usefixtures("sentenced")
def test_programs_get_every_input(run):
    (one,) = json.loads(run("show", "P-0001", "--json").stdout)["sentencing"]
    assert (one["case"], one["judgments"], one["enforceable"]) == (
        "C-0001",
        ["J-0001"],
        "2 years and 7½ months",
    )
    assert one["projection"]["release"] == {"earliest": "2023-11-07", "latest": "2023-11-07"}
    assert one["projection"]["credited_days"] == [0, 0]
    assert one["projection"]["working"][0].startswith("Projection, not a fact")
    assert one["working_fa"]


def test_a_death_sentence_is_flagged_and_nothing_is_projected(run, home):
    with act(home / "registry.db") as unit:
        judge(unit, make_case(unit, make_prisoner(unit), offence=make_offence(unit)), "death | 5 y")
    told = flat(run("show", "P-0001").stdout)
    assert "announced death + 5 years" in told
    assert "No release is projected because a death sentence stands" in told
    (one,) = json.loads(run("show", "P-0001", "--json").stdout)["sentencing"]
    assert (one["death_sentence"], one["projection"]["release"]) == (True, None)


def test_where_nothing_was_judged_nothing_is_computed(run, home):
    with act(home / "registry.db") as unit:
        make_case(unit, make_prisoner(unit))
    assert "comes to" not in run("show", "P-0001").stdout
    assert json.loads(run("show", "P-0001", "--json").stdout)["sentencing"] == []


def test_trap_10_an_act_before_the_law_is_remarked_at_once(run, home):
    with act(home / "registry.db") as unit:
        make_case(unit, make_prisoner(unit))

    def charged(*act_on: str) -> str:
        return run("charge", "add", "C-0001", "--offence", "Esp1404-1", *act_on, "-b", "a test").stderr

    assert "was not yet law on the day of the act (on 2025-10-07)" in charged("--act", "15 Mehr 1404")
    assert "not yet law" not in charged("--act", "16 Mehr 1404") + charged()


def test_the_charge_at_the_arrest_stands_beside_the_one_that_came_of_it(run, home):
    with act(home / "registry.db") as unit:
        make_case(unit, make_prisoner(unit))
    typed = ("--offence", "610", "--state", "convicted", "--changed-from", "CH-0001")
    assert run("charge", "add", "C-0001", *typed, "-b", "a test").exit_code == 0
    told = flat(run("show", "P-0001").stdout)
    assert "CH-0001 “acting against the state”, changed to another article" in told
    assert (
        "CH-0002 IPC75 610 assembly and collusion against national security, convicted, instead of CH-0001"
        in told
    )


def test_every_modifier_of_a_sentence_stands_on_the_page(run, home):
    with act(home / "registry.db") as unit:
        judge(
            unit,
            make_case(unit, make_prisoner(unit)),
            reported_years=4,
            reported_half_month=True,
            merges=True,
        )
        for facts in (
            {"kind": "prison", "years": 5, "charge_id": 1, "quoted": "five years", "convertible": True},
            {
                "kind": "prison",
                "years": 2,
                "suspended_years": 1,
                "suspended_half_month": True,
                "probation_years": 5,
            },
            {"kind": "prison", "years": 1, "suspended": True, "probation_years": 1},
            {"kind": "prison", "years": 2, "state": "commuted", "becomes": "fine", "by_pardon": True},
            {"kind": "prison", "years": 2, "state": "reduced", "reduced_months": 6},
            {"kind": "lashes", "lashes": 74},
            {"kind": "prison", "months": 3, "lashes": 74, "amount": 50_000_000, "currency": "IRR"},
        ):
            unit.add(Sentence, {"judgment_id": 1, **facts})
    told = flat(run("show", "P-0001").stdout)
    for said in (
        "reported as enforceable: 4 years and half a month, merges earlier judgments",
        "imprisonment 5 years, for CH-0001, “five years”, may be exchanged for a fine, issued",
        "imprisonment 2 years, 1 year and half a month of it suspended for 5 years of probation, issued",
        "imprisonment 1 year, wholly suspended for 1 year of probation, issued",
        "imprisonment 2 years, commuted to fine by pardon",
        "imprisonment 2 years, reduced to 6 months",
        "SN-0006 74 lashes, issued",
        "imprisonment 3 months and 74 lashes 50,000,000 IRR, issued",
    ):
        assert said in told, told
