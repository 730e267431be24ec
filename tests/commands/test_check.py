"""Doubts at the terminal: exit code 6 where there are any."""

from __future__ import annotations

import json

import pytest

pytestmark = pytest.mark.usefixtures("told_home")


def test_doubts_are_shown_with_what_to_type(run):
    ran = run("check", "--only", "status_without_source")
    assert ran.exit_code == 6
    assert "doubt   status_without_source  P-0001" in ran.stdout
    assert "→ `prisoners cite S-… E-0007`" in ran.stdout
    assert ran.stderr == "4 findings.\n"


def test_one_check_and_one_person(run):
    assert run("check", "--only", "order_uncertain").exit_code == 0
    (finding,) = json.loads(run("check", "P-0002", "--only", "status_without_source", "--json").stdout)
    assert (finding["name"], finding["gravity"], finding["about"]) == (
        "status_without_source",
        "doubt",
        "P-0002",
    )


def test_without_a_doubt_it_says_so(run):
    ran = run("check", "P-0005", "--only", "order_uncertain")
    assert (ran.exit_code, ran.stderr) == (0, "No doubts.\n")


def test_every_check_is_explained(run):
    explained = run("check", "--list").stdout
    assert "released_before_arrested\n  A release lies certainly before" in explained


def test_a_check_that_does_not_exist_names_the_nearest(run):
    ran = run("check", "--only", "order_unsure")
    assert ran.exit_code == 3
    assert "order_uncertain" in ran.stderr
