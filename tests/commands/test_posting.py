"""Who sat where, typed and asked for, and shown as an inference where a judgment names no judge."""

from __future__ import annotations

import json

import pytest

from prisoners.records.officials import Official
from tests.builders import act, make_prisoner
from tests.courts import judge, make_case

BRANCH = "Branch 28 of the Revolutionary Court of Tehran"
COURT = "Revolutionary Court of Tehran"


@pytest.fixture
def posted(home, run):
    """Two judges of one branch, the later of them under an alias and without a first name."""
    for facts in (("name_en=Karim Sangdel", "name_fa=کریم سنگدل"), ("name_en=Sadafi", "aliases_en=Mowji")):
        assert run("official", "add", *facts, "-b", "a test").exit_code == 0
    typed = ("--court", COURT, "--branch", "۲۸", "--since", "1391", "--until", "Esfand 1396")
    assert run("posting", "add", "کریم سنگدل", *typed, "-b", "a test").stdout == "PO-0001\n"
    assert (
        run("posting", "add", "mowji", "--court", BRANCH, "--since", "Esfand 1396", "-b", "a test").exit_code
        == 0
    )
    return home


def lines(told: str) -> list[str]:
    return [line.split()[0] for line in told.splitlines()[1:]]


@pytest.mark.usefixtures("posted")
def test_postings_are_listed_by_court_by_official_and_on_a_day(run):
    told = run("posting", "list", "--court", "دادگاه انقلاب تهران", "--branch", "28").stdout
    assert lines(told) == ["PO-0001", "PO-0002"]
    assert "Mehr" not in told
    assert "1391 · 2012/13" in told
    assert lines(
        run("posting", "list", "sangdel", "--court", COURT).stdout or run("posting", "list", "O-0001").stdout
    )
    assert "official" not in run("posting", "list", "O-0001").stdout
    assert lines(run("posting", "list", "--court", COURT, "--on", "1400").stdout) == ["PO-0002"]
    assert run("posting", "list", "--on", "15 Esfand 1396").stdout.count("(perhaps)") == 2
    assert "No posting" in run("posting", "list", "--prison", "Evin").stderr


@pytest.mark.usefixtures("posted")
def test_programs_get_who_sat_where_with_references(run):
    first, second = json.loads(run("posting", "list", "--json").stdout)
    assert (first["official_id"], first["branch"], first["role"]) == ("O-0001", "۲۸", "judge")
    assert (second["official_id"], second["branch"], second["until"]) == ("O-0002", "28", None)
    assert first["since"]["earliest"] == "2012-03-20"


@pytest.mark.usefixtures("posted")
def test_a_posting_is_corrected_and_withdrawn(run):
    assert run("posting", "amend", "PO-0002", "--until", "1401", "-b", "a test").exit_code == 0
    assert "1401" in run("posting", "list", "mowji").stdout
    assert run("posting", "withdraw", "PO-0002", "-b", "a test").exit_code == 0
    assert "No posting" in run("posting", "list", "mowji").stderr
    assert run("posting", "amend", "PO-0002", "--until", "1402", "-b", "a test").exit_code == 4


@pytest.mark.usefixtures("posted")
@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["add", "mowji", "-b", "x"], 4, "neither is named"),
        (["add", "Nobody", "--court", COURT, "-b", "x"], 3, "no official called “Nobody”"),
        (["add", "mowji", "--court", "Evn", "-b", "x"], 3, "no court called “Evn”"),
        (
            ["add", "mowji", "--court", COURT, "--since", "1400", "--until", "1399", "-b", "x"],
            4,
            "cannot have",
        ),
        (["amend", "PO-0001", "--since", "1400", "-b", "x"], 4, "cannot have lasted until Esfand 1396"),
        (["list", "--court", "Evn"], 3, "no court called"),
    ],
)
def test_what_is_typed_wrongly_is_answered_with_the_next_step(run, words, code, said):
    result = run("posting", *words)
    assert (result.exit_code, said in result.stderr) == (code, True), result.stderr


def test_a_judge_who_was_withdrawn_is_posted_nowhere(run, posted):
    with act(posted / "registry.db") as unit:
        unit.amend(unit.get(Official, 2), withdrawn=True)
    assert run("posting", "add", "O-0002", "--court", COURT, "-b", "x").exit_code == 4


def test_trap_23_a_judgment_without_a_judge_says_who_chaired_the_branch_then(run, posted):
    with act(posted / "registry.db") as unit:
        court = unit.rows("SELECT id FROM courts WHERE name_en = :name", name=COURT)[0]["id"]
        case = make_case(unit, make_prisoner(unit))
        for day in ("1393", "1400", "15 Esfand 1396"):
            judge(unit, case, court_id=court, branch="28", given_on=day)
        judge(unit, case, court_id=court, branch="28", given_on="1394", judge_id=2)
    told = " ".join(run("show", "P-0001").stdout.split())
    assert "no judge named; the branch was then chaired by Karim Sangdel (PO-0001): inferred" in told
    assert "chaired by Sadafi (PO-0002): inferred" in told
    assert "chaired by Karim Sangdel (PO-0001, perhaps) or Sadafi (PO-0002, perhaps): inferred" in told
    assert told.count("chaired by") == 3
    judgments = json.loads(run("show", "P-0001", "--json").stdout)["judgments"]
    assert [one["judge_id"] for one in judgments].count(None) == 3
    assert [len(one["chaired"]) for one in judgments] == [1, 0, 2, 1]
    assert "J-0004" in run("check", "--only", "judge_elsewhere_at_that_date").stdout


def test_a_judge_who_never_sat_in_the_branch_is_doubted_where_another_certainly_did(run, posted):
    with act(posted / "registry.db") as unit:
        court = unit.rows("SELECT id FROM courts WHERE name_en = :name", name=COURT)[0]["id"]
        third = unit.add(Official, {"name_en": "Mowjabad"}).id
        case = make_case(unit, make_prisoner(unit))
        for day, branch in (("1393", "28"), ("15 Esfand 1396", "28"), ("1380", "28"), ("1393", "15")):
            judge(unit, case, court_id=court, branch=branch, given_on=day, judge_id=third)
    told = run("check", "--only", "another_judge_chaired_the_branch")
    assert (
        "Mowjabad is named, and Karim Sangdel chaired the branch then (1393 · 2014/15; PO-0001)"
        in told.stdout
    )
    assert "prisoners posting amend PO-0001 --until" in told.stdout
    assert told.stderr == "1 finding.\n"
