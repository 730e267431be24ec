"""Seven people tried together: the press adds up, nobody serves the sum."""

from __future__ import annotations

import json

import pytest

from tests.builders import act, make_event, make_prisoner
from tests.courts import judge, make_case, make_offence


@pytest.fixture
def seven(home):
    """Seven of January 2018, each five years and one, under one name written in two ways; an eighth not judged."""
    with act(home / "registry.db") as unit:
        offence = make_offence(unit)
        for place in range(8):
            person = make_prisoner(unit, f"Member {'abcdefgh'[place]}")
            name = "The seven of Sari" if place % 2 else "the seven of sari"
            case = make_case(unit, person, offence=offence, group_name=name)
            if place < 7:
                judge(unit, case, "5 y | 1 y", given_on="1397-02-01", announced_total="42 years")
                make_event(
                    unit, person, "enforcement_start", "1397-03-01", status="imprisoned_serving", case_id=case
                )
        make_case(unit, make_prisoner(unit, "Somebody else"), group_name="The seven of Amol")
    return home


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.usefixtures("seven")
def test_trap_09_forty_two_years_for_seven_are_seven_times_five(run):
    told = run("case", "group", "the seven of SARI")
    assert told.exit_code == 0
    assert "8 people tried together, 7 of them judged" in told.stdout
    assert "Enforceable for 7 people: 7 × 5 years. All terms announced" in flat(told.stdout)
    assert "are 42 years, which nobody serves" in flat(told.stdout)
    assert told.stdout.count("5 years      projection, not a fact: on 2023-05-22") == 7
    assert "42-year" not in told.stdout


@pytest.mark.usefixtures("seven")
def test_trap_09_the_page_of_one_of_them_says_so_too(run):
    told = flat(run("show", "P-0001").stdout)
    assert (
        "seven of sari: 8 people tried together, 7 of them judged. Enforceable for 7 people: 7 × 5 years."
        in told
    )
    assert "enforceable 5 years" in told
    assert "tried together" not in run("show", "P-0009").stdout
    assert run("settings", "--language", "fa").exit_code == 0
    assert "۷ × ۵ سال" in flat(run("show", "P-0001").stdout)


@pytest.mark.usefixtures("seven")
def test_programs_get_each_and_the_sum_in_its_place(run):
    told = json.loads(run("case", "group", "C-0003", "--json").stdout)
    assert (told["people"], told["judged"], told["enforceable"]) == (8, 7, "7 × 5 years")
    assert told["announced_together"] == "42 years"
    assert [one["sentencing"] is None for one in told["members"]] == [False] * 7 + [True]
    assert told["members"][0]["sentencing"]["enforceable"] == "5 years"


@pytest.mark.usefixtures("seven")
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("The seven of Sair", "Did you mean “the seven of sari”"),
        ("seven of", "Did you mean “The seven of Amol” or “the seven of sari”?"),
        ("qqqq", "--group-name"),
        ("C-0077", "C-0077 belongs to no group"),
    ],
)
def test_a_group_that_nobody_belongs_to_names_the_nearest(run, name, said):
    told = run("case", "group", name)
    assert (told.exit_code, said in told.stderr) == (3, True), told.stderr


@pytest.mark.usefixtures("seven")
def test_a_part_of_the_name_is_enough_where_one_group_has_it(run):
    assert "1 person, none of them judged" in run("case", "group", "amol").stdout
