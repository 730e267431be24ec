"""One prisoner on one screen."""

from __future__ import annotations

import json

import pytest

pytestmark = pytest.mark.usefixtures("told_home")


def test_one_prisoner_stands_on_one_screen(run):
    shown = run("show", "P-0001").stdout
    for words in (
        "P-0001  Neda Zarbaf · ندا زرباف",
        "Status     on furlough since 30 Dey 1402 · 20 Jan 2024",
        "Place      Evin, ward 8",
        "born 14 Ordibehesht 1368 · 4 May 1989",
        "father Rostam",
        "Elsewhere  bidar:5081",
        "Case C-0001  enforcement of judgment",
        "CH-0001  IPC75 610 assembly and collusion, convicted",
        "imprisonment 5 years and 6 months",
        "E-0001   25 Shahrivar 1401 · 16 Sep 2022  arrest, → detained, under interrogation, Evin, ward 209",
        "S-0001   human rights organisation, Bidar News, https://bidar.example/1, likely reliable",
        "Missing    a day on which it was last confirmed",
        "Updated    U-0004 on 2024-02-01 at 12:00 UTC by Lida: the family told us",
    ):
        assert words in shown


def test_what_is_sealed_is_shown_only_when_asked_for(run):
    for form in ([], ["--json"]):
        assert "SEALED-" not in run("show", "P-0001", *form).stdout
        asked = run("show", "P-0001", "--sealed", *form).stdout
        for secret in ("SEALED-number", "SEALED-mother", "SEALED-illness"):
            assert secret in asked
    assert "--sealed shows them" in run("show", "P-0001").stdout


def test_a_name_in_another_script_shows_the_same_person(run):
    assert run("show", "Babak Arjmand").stdout == run("show", "بابک ارجمند").stdout


def test_a_withdrawn_record_says_so(run):
    assert "WITHDRAWN" in run("show", "P-0007").stdout


def test_a_merged_record_shows_the_one_that_stands(run):
    shown = run("show", "P-0006").stdout
    assert shown.startswith("P-0002")
    assert "merged from P-0006" in shown


def test_what_was_known_then(run):
    assert "serving a sentence since" in run("show", "P-0001", "--as-known-on", "2023-06-01").stdout
    assert "serving a sentence since" in run("show", "P-0001", "--as-known-on", "U-0003").stdout


def test_what_was_the_case_then(run):
    shown = run("show", "P-0002", "--on", "2023-04-10").stdout
    assert "Status     not recorded" in shown
    assert "the status may be another" in shown


def test_somebody_who_was_not_yet_known_is_not_there(run):
    ran = run("show", "P-0002", "--as-known-on", "2022-12-31")
    assert ran.exit_code == 3
    assert "P-0002 was not in the registry yet" in ran.stderr


def test_programs_get_the_whole_record(run):
    said = json.loads(run("show", "P-0001", "--json").stdout)
    assert (said["reference"], said["status"], said["version"]) == ("P-0001", "furlough", "U-0004")
    assert said["kept_back"] == {"contacts": 1, "health": 1, "relations": 1}
    assert said["contacts"] == []


@pytest.mark.parametrize(
    ("who", "code", "words"),
    [
        ("P-0099", 3, "There is no P-0099"),
        ("Nobody Atall", 3, "Nobody in this registry is found"),
        ("Neda Zarbaf", 3, "could be several people: P-0001"),
    ],
)
def test_who_cannot_be_shown_is_told(run, who, code, words):
    ran = run("show", who)
    assert ran.exit_code == code
    assert words in ran.stderr
    assert ran.stdout == ""


def test_without_a_registry_the_next_step_is_told(told_home, run):
    (told_home / "registry.db").unlink()
    ran = run("show", "P-0001")
    assert ran.exit_code == 3
    assert "prisoners init" in ran.stderr
