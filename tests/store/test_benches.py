"""Who chaired which branch on a day, by postings entered for a court, for one of its branches, or for neither."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from prisoners.dates.read import read_date
from prisoners.law.reckoning import Answer
from prisoners.records.courts import Court
from prisoners.records.officials import Official
from prisoners.records.postings import Posting
from prisoners.store.benches import Benches, number_of_branch
from prisoners.store.engine import create_registry
from prisoners.store.reader import Reader
from tests.builders import act, stopped

COURT, BRANCH_26, PROSECUTOR, CLERICAL = 1, 2, 3, 4
SANGDEL, HADDAD = 1, 2


@pytest.fixture
def registry() -> Iterator[sqlite3.Connection]:
    """A court with one branch that has an entry of its own, and two judges, one with an alias and no first name."""
    connection = create_registry(None, clock=stopped)
    with act(connection) as unit:
        for facts in (
            {"kind": "revolutionary", "name_en": "Revolutionary Court of Tehran"},
            {
                "kind": "revolutionary",
                "name_en": "Branch 26 of the Revolutionary Court of Tehran",
                "branch": "26",
            },
            {"kind": "prosecutor", "name_en": "Branch 6 of another house", "branch": "6"},
            {"kind": "clerical", "name_en": "Special Clerical Court"},
        ):
            unit.add(Court, facts)
        unit.add(Official, {"name_en": "Karim Sangdel", "name_fa": "کریم سنگدل"})
        unit.add(Official, {"name_en": "Sadafi", "aliases_en": "Mowji"})
    yield connection
    connection.close()


def post(registry: sqlite3.Connection, official: int, **facts: object) -> None:
    with act(registry) as unit:
        unit.add(Posting, {"official_id": official, **facts})


def chaired(registry: sqlite3.Connection, court: int, branch: str | None, on: str) -> list[tuple[str, str]]:
    found = Benches(Reader(registry)).chaired(court, branch, read_date(on))
    return [(chair.name_en, answer.value) for chair, answer in found]


def test_trap_23_a_branch_whose_judge_changes_by_date(registry):
    post(registry, SANGDEL, court_id=COURT, branch="26", since="2012", until="Esfand 1396")
    post(registry, HADDAD, court_id=BRANCH_26, since="Esfand 1396")
    assert chaired(registry, COURT, "26", "2015-05-01") == [("Karim Sangdel", "yes")]
    assert chaired(registry, COURT, "شعبهٔ ۲۶", "15 Esfand 1396") == [
        ("Karim Sangdel", "perhaps"),
        ("Sadafi", "perhaps"),
    ]
    assert chaired(registry, BRANCH_26, None, "1400") == [("Sadafi", "yes")]
    assert chaired(registry, COURT, "27", "1400") == []


def test_the_branch_of_one_court_is_not_that_of_another(registry):
    post(registry, SANGDEL, court_id=PROSECUTOR)
    assert chaired(registry, PROSECUTOR, "6", "1400") == [("Karim Sangdel", "yes")]
    assert chaired(registry, COURT, "6", "1400") == []


def test_a_court_without_branches_has_one_chair(registry):
    post(registry, SANGDEL, court_id=CLERICAL)
    assert chaired(registry, CLERICAL, None, "1400") == [("Karim Sangdel", "yes")]


@pytest.mark.parametrize(
    "facts", [{"role": "prosecutor"}, {"withdrawn": True}, {"court_id": None, "prison_id": None}]
)
def test_only_a_judge_of_a_court_chairs(facts, registry):
    post(registry, SANGDEL, **{"court_id": COURT, "branch": "26"} | facts)
    assert not Benches(Reader(registry)).known
    assert chaired(registry, COURT, "26", "1400") == []


@pytest.mark.parametrize(
    ("written", "number"), [("15", "15"), ("Branch 015", "15"), ("شعبهٔ ۱۵", "15"), ("first", "first")]
)
def test_a_branch_is_the_same_however_it_is_written(written, number):
    assert number_of_branch(written) == number


def test_a_posting_lasts_to_its_last_day(registry):
    post(registry, SANGDEL, court_id=COURT, branch="26", since="2020-01-01", until="2020-06-30")
    (chair,) = Benches(Reader(registry)).chairs(COURT, "26")
    days = ("2019-12-31", "2020-01-01", "2020-06-30", "2020-07-01")
    assert [chair.on(read_date(day)) for day in days] == [Answer.NO, Answer.YES, Answer.YES, Answer.NO]
