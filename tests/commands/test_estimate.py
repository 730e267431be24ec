"""Estimates at the terminal, as they are typed in either script."""

from __future__ import annotations

import json

import pytest

pytestmark = pytest.mark.usefixtures("home")

ADD = ("estimate", "add", "--kind", "arrested", "--least", "۴٬۰۰۰", "--named", "784", "--on", "پاییز ۱۴۰۱")
WHERE = ("--province", "کردستان", "--quoted", "more than 4,000")
SAID = ("--because", "https://deng.example/1")


def test_an_estimate_is_recorded_with_who_counted_and_shown(run):
    added = run(*ADD, *WHERE, *SAID)
    assert (added.exit_code, added.stdout) == (0, "ES-0001\n")
    assert "Who counted" not in added.stderr
    shown = run("estimate", "show", "ES-0001").stdout
    assert all(word in shown for word in ("arrested", "4,000", "784", "Kurdistan", "https://deng.example/1"))
    as_json = json.loads(run("estimate", "show", "es-1", "--json").stdout)
    assert (as_json["least"], as_json["most"], as_json["province"]) == (4000, None, "kurdistan")
    assert [one["reference"] for one in as_json["sources"]] == ["S-0001"]


def test_who_records_an_estimate_of_nobody_is_told_how_to_name_who_counted(run):
    assert "`prisoners cite S-… ES-0001`" in run(*ADD, "--because", "heard somewhere").stderr
    assert "overlaps" not in run("estimate", "show", "ES-0001").stdout


def test_the_list_says_that_estimates_are_never_added_up(run):
    assert run("estimate", "list").stderr == "There are none.\n"
    run(*ADD, *WHERE, *SAID)
    run(*ADD, "--overlaps", "ES-0001", "--minors", *SAID)
    listed = run("estimate", "list")
    assert "4,000" in listed.stdout
    assert "arrested, under 18" in listed.stdout
    assert "never added up" in listed.stderr
    assert [one["reference"] for one in json.loads(run("estimate", "list", "--json").stdout)] == [
        "ES-0001",
        "ES-0002",
    ]
    shown = run("estimate", "show", "ES-0002").stdout
    assert "ES-0001" in shown
    assert "only people under 18" in shown


def test_an_estimate_that_cannot_be_right_says_why(run):
    refused = run(*ADD, "--most", "500", *SAID)
    assert refused.exit_code == 4
    assert "at least 4,000 is more than at most 500" in refused.stderr


def test_an_estimate_that_was_retracted_says_so_and_one_that_is_not_there_is_refused(run):
    run(*ADD, *SAID)
    run("estimate", "amend", "ES-0001", "--most", "۵۰۰۰", "--because", "a test")
    run("estimate", "withdraw", "ES-0001", "--because", "they took it back")
    shown = run("estimate", "show", "ES-0001")
    assert "5,000" in shown.stdout
    assert "no longer counts" in shown.stderr
    assert run("estimate", "show", "ES-0009").exit_code == 3


def test_the_counts_of_people_say_that_estimates_stand_apart(run):
    assert "Estimates" not in run("stats").stdout
    run(*ADD, *SAID)
    assert "Estimates of groups stand apart, not added: 1" in run("stats").stdout
    assert json.loads(run("stats", "--json").stdout)["estimates"] == 1


def test_whoever_counted_in_confidence_goes_by_a_code_name(run):
    facts = ("--kind", "family", "--confidentiality", "sealed", "--form", "-")
    run("source", "add", *facts, "--because", "a call", answers='author = "her brother"')
    run(*ADD, "--because", "S-0001")
    (listed,) = json.loads(run("estimate", "list", "--json").stdout)
    (shown,) = json.loads(run("estimate", "show", "ES-0001", "--json").stdout)["sources"]
    (source,) = json.loads(run("source", "list", "--json").stdout)
    assert listed["source"] == shown["outlet"] == source["outlet"]
    assert source["outlet"].startswith("Source ")
    assert "brother" not in run("estimate", "show", "ES-0001").stdout
