"""A morning's news: event after event, person after person, with the same source until told otherwise."""

from __future__ import annotations

import json
import sqlite3

import pytest

ADDRESS = "https://example.org/news/17"


@pytest.fixture
def neda(home, run, monkeypatch):
    assert run("add", "Neda Zarbaf", "-b", "a test").exit_code == 0
    monkeypatch.setattr("prisoners.commands.door.at_terminal", lambda: True)
    return home


def rows(home, sql):
    with sqlite3.connect(home / "registry.db") as connection:
        return connection.execute(sql).fetchall()


def typed(*answers):
    return "".join(f"{answer}\n" for answer in answers)


ARREST = ("arrest", "1401", "Evin", "", "")
TRANSFER = ("transfer", "1402", "Qarchak", "", "")


def test_each_event_is_an_update_and_the_source_stays_until_told_otherwise(run, neda):
    answers = typed(
        "Neda Zarbaf",
        *ARREST,
        ADDRESS,
        "P-0001",
        *TRANSFER,
        "",
        "P-0001",
        "hearing",
        "",
        "",
        "",
        "",
        "a call",
        "",
    )
    told = run("enter", answers=answers)
    assert told.exit_code == 0, told.stderr
    assert [line for line in told.stdout.splitlines() if line.startswith("E-")] == [
        "E-0001",
        "E-0002",
        "E-0003",
    ]
    assert told.stderr.rstrip().endswith("3 events entered.")
    assert rows(neda, "SELECT because, kind FROM updates WHERE id > 2") == [
        ("S-0001", "report"),
        ("S-0001", "report"),
        ("a call", "report"),
    ]


def test_somebody_who_is_not_recorded_may_be_recorded_on_the_way(run, neda):
    answers = typed("Omid Sangi", "n", "Omid Sangi", "y", "a call", *ARREST, "a call", "")
    told = run("enter", answers=answers)
    assert told.exit_code == 0, told.stderr
    assert rows(neda, "SELECT prisoner_id FROM events") == [(2,)]


def test_a_reference_that_stands_for_nobody_is_asked_again(run, neda):
    told = run("enter", answers=typed("P-0099", ""))
    assert (told.exit_code, "P-0099" in told.stderr, "0 events" in told.stderr) == (0, True, True)
    assert rows(neda, "SELECT count(*) FROM updates") == [(2,)]


def test_an_event_that_is_refused_is_corrected_where_it_was_wrong(run, neda):
    answers = typed("Neda Zarbaf", "arrest", "2099-01-01", "", "", "", "a call", "nonsense", "on", "1401", "")
    told = run("enter", answers=answers)
    assert told.exit_code == 0, told.stderr
    assert "not come yet" in told.stderr
    assert rows(neda, "SELECT substr(happened_on, 1, 10) FROM events") == [("2022-03-21",)]


def test_a_source_that_is_not_there_is_corrected_too(run, neda):
    told = run("enter", "-b", "S-0099", answers=typed("Neda Zarbaf", *ARREST, "", "because", "a call", ""))
    assert told.exit_code == 0, told.stderr
    assert rows(neda, "SELECT because FROM updates WHERE id = 3") == [("a call",)]


def test_what_was_typed_is_kept_on_ctrl_c_and_what_was_written_stays(run, neda):
    stopped = run("enter", answers=typed("Neda Zarbaf", *ARREST, ADDRESS, "Neda Zarbaf", "transfer", "1402"))
    assert stopped.exit_code == 130
    assert rows(neda, "SELECT count(*) FROM events") == [(1,)]
    draft = json.loads((neda / "drafts" / "enter.json").read_text())
    assert draft == {"who": "P-0001", "kind": "transfer", "on": "1402"}
    told = run("enter", answers=typed("y", "Qarchak", "", "", ADDRESS, ""))
    assert told.exit_code == 0, told.stderr
    assert rows(neda, "SELECT kind FROM events") == [("arrest",), ("transfer",)]
    assert list((neda / "drafts").iterdir()) == []


def test_nobody_to_ask_is_said(run, home):
    told = run("enter", "-b", "a test")
    assert (told.exit_code, "prisoners update" in told.stderr, home.exists()) == (2, True, True)
