"""Lists of people: a table, a count, values for programs."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json

import pytest

from prisoners.commands.door import today

pytestmark = pytest.mark.usefixtures("told_home")


def references(ran) -> list[str]:
    assert ran.exit_code == 0, ran.stderr
    return [row["ref"] for row in json.loads(ran.stdout)]


def test_everybody_who_counts_is_listed(run):
    assert references(run("list", "--json")) == ["P-0001", "P-0002", "P-0003", "P-0004", "P-0005", "P-0008"]
    assert len(references(run("list", "--all", "--json"))) == 8


def test_a_table_has_both_scripts_and_both_calendars(run):
    ran = run("list", "status:furlough")
    heading, row = ran.stdout.splitlines()
    assert heading.split() == ["ref", "latin", "persian", "status", "since", "prison"]
    assert row == "P-0001  Neda Zarbaf  ندا زرباف  on furlough  30 Dey 1402 · 20 Jan 2024  Evin"
    assert ran.stderr == "1 person.\n"


@pytest.mark.parametrize(
    ("options", "people"),
    [
        (["--status", "in_custody"], ["P-0002", "P-0004"]),
        (["--status", "furlough,released"], ["P-0001", "P-0003"]),
        (["--prison", "Evin", "--gender", "male"], ["P-0004"]),
        (["--province", "تهران"], ["P-0001", "P-0004"]),
        (["--charge", "610"], ["P-0001"]),
        (["--activity", "teacher"], ["P-0001"]),
        (["--year", "1398"], ["P-0003"]),
        (["--since", "2023"], ["P-0001", "P-0002"]),
        (["gender:female", "--status", "free"], ["P-0003"]),
        (["gender:female", "father:rostam"], ["P-0001"]),
    ],
)
def test_options_and_filter_must_all_hold(run, options, people):
    assert references(run("list", *options, "--json")) == people


def test_columns_are_chosen_and_sorted(run):
    ran = run("list", "has:born", "--columns", "latin,age,charge", "--sort", "-born", "--limit", "2")
    assert ran.stdout.splitlines()[0].split() == ["latin", "age", "charge"]
    assert ran.stdout.splitlines()[1].startswith("Neda Zarbaf")
    assert "IPC75 610 assembly and collusion" in ran.stdout
    assert ran.stderr == "2 of 3 people.\n"


def test_values_of_every_kind_for_programs(run):
    (row,) = json.loads(
        run(
            "list", "ref:P-0001", "--columns", "born,age,years,uncertain,source,event,lashes", "--json"
        ).stdout
    )
    assert row["born"]["words"] == "1989-05-04"
    assert (row["years"], row["uncertain"], row["source"], row["lashes"]) == (
        ["5 y 6 m"],
        False,
        ["S-0001"],
        [],
    )
    assert row["event"] == ["arrest", "enforcement_start", "furlough_start"]


def test_comma_separated_values_run_nothing(told_home, run):
    from prisoners.records.prisoners import Prisoner
    from tests.queries.world import on_day

    with on_day(told_home / "registry.db", "2025-01-01") as unit:
        unit.amend(unit.get(Prisoner, 1), occupation='=HYPERLINK("http://x")')
    text = run("list", "ref:P-0001", "--columns", "ref,occupation,born,withdrawn", "--csv").stdout
    assert list(csv.reader(io.StringIO(text))) == [
        ["ref", "occupation", "born", "withdrawn"],
        ["P-0001", '\'=HYPERLINK("http://x")', "1989-05-04", "no"],
    ]


def test_how_many(run):
    assert run("list", "gender:female", "--count").stdout == "2\n"
    assert json.loads(run("list", "--count", "--json").stdout) == {"people": 6}


def test_people_are_counted_by_a_field(run):
    shown = run("list", "--by", "gender").stdout.splitlines()
    assert [line.split() for line in shown] == [
        ["gender", "people"],
        ["female", "2"],
        ["male", "2"],
        ["not", "recorded", "2"],
    ]
    assert run("list", "--by", "arrested", "--csv").stdout.splitlines()[:2] == ["arrested,people", "1398,1"]
    counts = json.loads(run("list", "--by", "status", "--json").stdout)
    assert counts["people"] == 6
    assert {"value": None, "people": 2} in counts["counts"]


def test_people_are_counted_by_age_not_by_birthday(run):
    rows = [line.split() for line in run("list", "has:age", "--by", "age").stdout.splitlines()[1:]]
    assert sum(int(row[-1]) for row in rows) == 3


def test_who_was_held_on_a_day_as_known_on_another(run):
    held = ["list", "status:in_custody", "--on", "2023-06-30", "--json"]
    assert references(run(*held)) == ["P-0001", "P-0002", "P-0004"]
    assert references(run(*held, "--as-known-on", "2023-01-31")) == ["P-0001"]


def test_the_fields_are_explained(run):
    explained = run("list", "--fields").stdout
    for words in ("born<~1990", "missing:source", "  status", "custody status now", "furlough_start>2024"):
        assert words in explained
    status = run("list", "--fields", "status").stdout
    assert "imprisoned_serving" in status
    assert "serving a sentence" in status


@pytest.mark.parametrize(
    ("words", "code", "hint"),
    [
        (["statsu:serving"], 2, "Did you mean status"),
        (["prison:Evinn"], 2, "Did you mean Evin"),
        (["(a"], 2, "not closed"),
        (["--columns", "nmae"], 2, "Did you mean name"),
        (["--on", "1402"], 2, "is not one day"),
        (["--by", "zzz"], 2, "--fields` explains"),
    ],
)
def test_what_is_typed_wrongly_is_told(run, words, code, hint):
    ran = run("list", *words)
    assert ran.exit_code == code
    assert hint in ran.stderr
    assert ran.stdout == ""


def test_a_list_of_nobody_is_empty_and_no_failure(run):
    ran = run("list", "born>2020")
    assert (ran.exit_code, ran.stdout, ran.stderr) == (0, "", "0 people.\n")
    assert run("list", "born>2020", "--json").stdout == "[]\n"


@pytest.mark.parametrize("question", [["list"], ["stats"], ["show", "P-0001"], ["report", "figures"]])
def test_the_situation_of_a_day_that_has_not_come_is_nobodys_to_tell(run, question):
    day = str(today() + dt.timedelta(days=2))
    ran = run(*question, "--on", day)
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert f"{day} has not come yet" in ran.stderr
    assert "prisoners due" in ran.stderr


@pytest.mark.parametrize("question", [["list"], ["stats"], ["show", "P-0001"], ["report", "figures"]])
def test_what_will_be_known_on_a_day_that_has_not_come_is_nobodys_to_tell(run, question):
    day = str(today() + dt.timedelta(days=2))
    ran = run(*question, "--as-known-on", day)
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert f"{day} has not come yet" in ran.stderr
    assert "--as-known-on" in ran.stderr
