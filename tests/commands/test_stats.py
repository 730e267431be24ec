"""Figures that say what they count."""

from __future__ import annotations

import json

import pytest

pytestmark = pytest.mark.usefixtures("told_home")


def test_figures_say_unit_population_and_both_days(run):
    shown = run("stats", "--on", "2023-06-30", "--as-known-on", "2023-12-31").stdout
    assert "6 persons: everybody in the registry, without merged and withdrawn records." in shown
    assert "Situation of 2023-06-30, as known on 2023-12-31." in shown
    assert "in custody           3" in shown


def test_programs_get_the_same_figures(run):
    said = json.loads(run("stats", "--json").stdout)
    assert said["about"]["unit"] == "persons"
    assert said["found"] == 6
    assert said["sums"]["in_custody"] == 2
    rows = run("stats", "--csv").stdout.splitlines()
    assert rows[0] == "count,value,people"
    assert "sum,in_custody,2" in rows


def test_figures_of_a_filter_name_it(run):
    said = json.loads(run("stats", "gender:female", "--json").stdout)
    assert (said["about"]["population"], said["found"]) == ("gender:female", 2)


def test_doubt_about_a_status_is_said(run):
    shown = run("stats", "--on", "2023-04-10").stdout
    assert "the status could be another" in shown
