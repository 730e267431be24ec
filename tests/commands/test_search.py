"""Searching by name, one or a whole file."""

from __future__ import annotations

import json

import pytest

pytestmark = pytest.mark.usefixtures("told_home")


def test_a_candidate_comes_with_the_reason(run):
    shown = run("search", "Babek", "Arjomand").stdout
    assert "P-0004" in shown
    assert "the same name in Persian and Latin letters" in shown


def test_programs_get_candidates_best_first(run):
    first, second = json.loads(run("search", "ندا زرباف", "--father", "Rostam", "--json").stdout)[:2]
    assert (first["reference"], second["reference"]) == ("P-0001", "P-0005")
    assert first["score"] > second["score"]
    assert first["born"]["words"] == "1989-05-04"


def test_a_year_of_birth_tells_people_of_one_name_apart(run):
    first = json.loads(run("search", "Neda Zarbaf", "--born", "1368", "--json").stdout)[0]
    assert first["reference"] == "P-0001"


def test_a_file_of_names_is_answered_line_by_line(run, tmp_path):
    names = tmp_path / "names.txt"
    names.write_text("\ufeffBabak Arjmand\n\nژاله گلستان\n", encoding="utf-8")
    answers = [json.loads(line) for line in run("search", "--from", str(names), "--json").stdout.splitlines()]
    assert [(answer["line"], answer["name"]) for answer in answers] == [
        (1, "Babak Arjmand"),
        (2, ""),
        (3, "ژاله گلستان"),
    ]
    assert [[one["reference"] for one in answer["candidates"]][:1] for answer in answers] == [
        ["P-0004"],
        [],
        ["P-0003"],
    ]


def test_names_may_come_through_a_pipe(run):
    assert "P-0004" in run("search", "--from", "-", answers="Babak Arjmand\n").stdout


def test_nobody_of_the_name_is_no_failure(run):
    ran = run("search", "Xerxes Qqqqq")
    assert (ran.exit_code, ran.stdout) == (0, "")
    assert "Nobody in this registry" in ran.stderr


def test_nobody_named_is_told(run):
    ran = run("search")
    assert ran.exit_code == 2
    assert "Nobody was named" in ran.stderr


def test_a_file_that_is_not_there_is_told(run):
    ran = run("search", "--from", "nowhere.txt")
    assert ran.exit_code == 8
    assert "nowhere.txt" in ran.stderr
