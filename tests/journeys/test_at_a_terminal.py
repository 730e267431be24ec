"""With somebody at a terminal: asked, answered, stopped in the middle, and gone on with."""

from __future__ import annotations

import os
import sqlite3
import stat


def count(home, table):
    with sqlite3.connect(home / "registry.db") as connection:
        return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def test_a_person_is_asked_for_stopped_with_ctrl_c_and_gone_on_with(at_terminal, home, proven):
    asked = at_terminal("add")
    asked.reads("Name in Latin script")
    asked.types("Neda Zarbaf")
    asked.reads("Name in Persian script")
    asked.types("ندا زرباف")
    asked.reads("Father's name")
    asked.types("Karim")
    asked.reads("Gender")
    asked.presses_ctrl_c()
    asked.reads("kept as a private draft")
    assert asked.ends() == 130
    assert count(home, "prisoners") == 0
    assert stat.S_IMODE((home / "drafts" / "add.json").stat().st_mode) == 0o600
    again = at_terminal("add")
    again.reads("Go on with what you had typed")
    again.types("y")
    again.reads("Because of what")
    again.types("a call from the family")
    again.reads("Recorded P-0001 Neda Zarbaf in U-0002")
    assert again.ends() == 0
    assert count(home, "prisoners") == 1
    assert proven()


def test_what_happened_is_gone_on_with_after_the_program_was_killed(at_terminal, run, home, proven):
    assert run("add", "Neda Zarbaf", "-b", "a test").exit_code == 0
    asked = at_terminal("update", "neda zarbaf", "-b", "a call")
    for question, answer in (("What happened", "arrest"), ("When", "spring 1401"), ("Where", "Evin")):
        asked.reads(question)
        asked.types(answer)
    asked.reads("The ward")
    asked.is_killed()
    (draft,) = (home / "drafts").glob("update-P-0001.*.part")
    assert stat.S_IMODE(draft.stat().st_mode) == 0o600
    again = at_terminal("update", "neda zarbaf")
    again.reads("arrest spring 1401")
    again.reads("Go on with what you had typed")
    again.types("y")
    for question in ("The ward", "in a sentence"):
        again.reads(question)
        again.types("")
    again.reads("Reported E-0001 of P-0001 Neda Zarbaf")
    assert again.ends() == 0
    assert list((home / "drafts").iterdir()) == []
    assert count(home, "events") == 1
    assert proven()


def test_which_of_two_is_asked_and_ctrl_c_writes_nothing(at_terminal, run, home, proven):
    for family in ("Zarbaf", "Sangi"):
        assert run("add", f"Neda {family}", "-b", "a test").exit_code == 0
    asked = at_terminal("update", "neda", "--kind", "arrest", "--on", "05/06/2022", "-b", "a test")
    asked.reads("P-0001")
    asked.reads("P-0002")
    asked.reads("Which of them")
    asked.types("2")
    asked.reads("more than one way")
    asked.reads("Which is meant")
    asked.types("1")
    asked.reads("Reported E-0001 of P-0002 Neda Sangi")
    assert asked.ends() == 0
    stopped = at_terminal("update", "neda", "--kind", "arrest", "-b", "a test")
    stopped.reads("Which of them")
    stopped.presses_ctrl_c()
    assert stopped.ends() == 130
    assert count(home, "events") == 1
    assert proven()


def test_a_status_is_chosen_from_the_list_that_is_shown(at_terminal, run, home):
    assert run("add", "Neda Zarbaf", "-b", "a test").exit_code == 0
    asked = at_terminal("update", "P-0001", "--kind", "release", "-b", "a test")
    asked.reads(r"4\s+on_bail")
    asked.reads("Which custody status")
    asked.types("4")
    asked.reads("Reported E-0001")
    assert asked.ends() == 0
    assert count(home, "events") == 1


def test_a_form_is_left_by_ctrl_c_and_nothing_lies_about(at_terminal, run, home, monkeypatch):
    assert run("add", "Neda Zarbaf", "-b", "a test").exit_code == 0
    monkeypatch.setenv("VISUAL", "sh -c 'echo editing; sleep 60'")
    asked = at_terminal("edit", "Neda Zarbaf", "-b", "a test")
    asked.reads("editing")
    assert [oct(stat.S_IMODE(path.stat().st_mode)) for path in home.glob(".edit-*/*")] == ["0o600"] * 2
    asked.presses_ctrl_c()
    assert asked.ends() == 130
    assert list(home.glob(".edit-*")) == []
    assert count(home, "updates") == 2
    assert os.environ["VISUAL"]
