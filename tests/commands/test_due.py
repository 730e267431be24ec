"""What is due at the terminal: sorted, filtered, for programs, and as a calendar that tells nothing confidential."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from prisoners.commands.calendar_file import escaped, fold
from prisoners.commands.door import today
from prisoners.records.prisoners import Prisoner
from tests.builders import act, make_event, make_prisoner


@pytest.fixture
def waiting(home):
    """Three people on furlough, one of whom may not be named."""
    with act(home / "registry.db") as unit:
        for name, naming in (
            ("Neda Zarbaf", "full"),
            ("Omid Pirouz", "initials"),
            ("Karim Sangdel", "anonymous"),
        ):
            person = make_prisoner(
                unit, name, naming=naming, basis="already_public", verified_on=str(today())
            )
            until = str(today() + dt.timedelta(days=person - 2))
            make_event(unit, person, "furlough_start", "2023-01-01", until=until, status="furlough")
    return home


@pytest.mark.usefixtures("waiting")
def test_what_is_due_is_told_with_what_to_type(run):
    told = run("due")
    assert told.exit_code == 0
    assert "furlough         today          P-0002  Omid Pirouz" in told.stdout
    assert "1 d over       P-0001" in told.stdout
    assert "→ `prisoners update P-0001 --kind furlough_end …`" in told.stdout
    assert told.stderr == "3 things are due.\n"


@pytest.mark.usefixtures("waiting")
def test_what_is_due_is_told_in_persian_where_that_is_set(run):
    assert run("settings", "--language", "fa").exit_code == 0
    told = run("due").stdout
    assert "پایان مرخصی" in told
    assert "Furlough ends" not in told


@pytest.mark.usefixtures("waiting")
def test_only_some_people_kinds_and_days(run):
    assert run("due", "neda").stderr == "1 thing is due.\n"
    assert run("due", "--within", "0").stderr == "2 things are due.\n"
    assert run("due", "--kind", "appeal").stderr == "Nothing is due.\n"
    assert run("due", "--limit", "1").stderr == "1 thing is due.\n"


@pytest.mark.usefixtures("waiting")
def test_a_kind_that_does_not_exist_names_the_nearest(run):
    told = run("due", "--kind", "furlogh")
    assert (told.exit_code, "Did you mean furlough?" in told.stderr) == (3, True)


@pytest.mark.usefixtures("waiting")
def test_the_beginning_of_a_kind_is_enough_where_only_one_begins_so(run):
    assert run("due", "--kind", "furl").stderr == "3 things are due.\n"
    assert "Did you mean detention_order or detention_cap?" in run("due", "--kind", "detention").stderr


@pytest.mark.usefixtures("waiting")
def test_programs_get_stable_keys(run):
    said = json.loads(run("due", "--json").stdout)
    assert {one["person"]: one["flag"] for one in said}["P-0001"] == "furlough_overdue"
    assert list(said[0]) == [
        "kind",
        "state",
        "flag",
        "person",
        "name_latin",
        "name_persian",
        "about",
        "earliest",
        "latest",
        "days",
        "sentence",
        "sentence_fa",
        "hint",
    ]


@pytest.mark.usefixtures("waiting")
def test_a_calendar_names_people_only_as_they_may_be_named(run, tmp_path):
    target = tmp_path / "due.ics"
    assert run("due", "--ics", str(target)).exit_code == 0
    text = target.read_bytes().decode()
    assert target.stat().st_mode & 0o077 == 0
    assert "SUMMARY:furlough: P-0001 Neda Zarbaf\r\n" in text
    assert "SUMMARY:furlough: P-0002 O. P.\r\n" in text
    assert "SUMMARY:furlough: P-0003\r\n" in text
    assert "Sangdel" not in text
    assert f"DTSTART;VALUE=DATE:{today() - dt.timedelta(days=1):%Y%m%d}" in text


def test_a_calendar_names_nobody_who_may_not_be_shown(waiting, run, tmp_path):
    with act(waiting / "registry.db") as unit:
        unit.amend(unit.get(Prisoner, 1), basis="none")
    assert run("due", "--ics", str(tmp_path / "due.ics")).exit_code == 0
    assert "SUMMARY:furlough: P-0001\r\n" in (tmp_path / "due.ics").read_bytes().decode()


@pytest.mark.usefixtures("waiting")
def test_a_calendar_is_what_calendars_read(run, tmp_path):
    target = tmp_path / "due.ics"
    run("due", "--ics", str(target))
    lines = target.read_bytes().split(b"\r\n")
    assert (lines[0], lines[-2:]) == (b"BEGIN:VCALENDAR", [b"END:VCALENDAR", b""])
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
    unfolded = target.read_bytes().decode().replace("\r\n ", "").split("\r\n")
    entries = [line.partition(":")[2] for line in unfolded if line.startswith("UID:")]
    assert len(set(entries)) == 3
    begun = [line for line in unfolded if line in {"BEGIN:VEVENT", "END:VEVENT"}]
    assert begun == ["BEGIN:VEVENT", "END:VEVENT"] * 3


def test_a_long_line_is_folded_between_letters():
    line = "SUMMARY:" + "ندا زرباف " * 20
    pieces = fold(line).split("\r\n ")
    assert len(pieces) > 3
    assert all(len(piece.encode()) <= 75 for piece in pieces[:1])
    assert all(len(piece.encode()) <= 74 for piece in pieces[1:])
    assert "".join(pieces) == line


def test_what_means_something_to_a_calendar_is_escaped():
    assert escaped("a,b;c\\d\ne\r\x1b") == "a\\,b\\;c\\\\d\\ne"


def test_how_often_to_verify_is_a_setting(run, home):
    with act(home / "registry.db") as unit:
        person = make_prisoner(unit)
        make_event(
            unit, person, "arrest", str(today() - dt.timedelta(days=20)), status="detained_investigation"
        )
    assert run("due").stderr == "Nothing is due.\n"
    assert run("settings", "--verify-detained", "10").exit_code == 0
    assert run("due").stderr == "1 thing is due.\n"
    assert run("settings", "--verify-detained", "often").exit_code == 2
