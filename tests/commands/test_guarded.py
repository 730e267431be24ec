"""Who a confidential source is, and what it said, is asked for or read from a form, and never an option."""

from __future__ import annotations

import json

import pytest

from prisoners.commands import door
from prisoners.commands.fields import FIELDS
from prisoners.commands.guarded import GUARDED
from prisoners.queries.sealed import ROWS_WITH_A_LEVEL

SEALED = ("source", "add", "--kind", "family", "--confidentiality", "sealed", "-b", "a call")
AUNT = json.dumps({"author": "Qanaribcdf", "outlet": "her aunt"})


def author(run):
    return json.loads(run("source", "show", "S-0001", "--sealed", "--json").stdout)["author"]


@pytest.fixture
def sealed(home, run):
    """S-0001 is sealed, and was given in a form on stdin."""
    told = run(*SEALED, "--form", "-", answers=AUNT)
    assert told.exit_code == 0, told.stderr
    return home


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("level", ["sealed", "internal"])
@pytest.mark.parametrize("words", [("--author", "Qanaribcdf"), ("https://example.org/qanaribcdf",)])
def test_who_a_confidential_source_is_is_no_option(run, level, words):
    told = run("source", "add", *words, "--confidentiality", level, "-b", "a call")
    assert told.exit_code == 2
    assert "--form FILE" in told.stderr
    assert "anaribcdf" not in told.output
    assert run("source", "list", "--json").stdout == "[]\n"


@pytest.mark.usefixtures("home")
def test_what_everybody_may_know_is_an_option(run):
    assert run("source", "add", "--outlet", "Example", "-b", "a test").exit_code == 0
    assert run("source", "amend", "S-0001", "--title", "A title", "-b", "a test").exit_code == 0


@pytest.mark.usefixtures("sealed")
def test_a_form_says_who_it_is(run):
    assert author(run) == "Qanaribcdf"


@pytest.mark.usefixtures("home")
def test_at_a_terminal_it_is_asked_for(run, monkeypatch):
    monkeypatch.setattr(door, "at_terminal", lambda: True)
    told = run(*SEALED, answers="\n\nQanaribcdf\n\n\n")
    assert told.exit_code == 0, told.stderr
    assert author(run) == "Qanaribcdf"


@pytest.mark.usefixtures("sealed")
def test_a_source_that_is_sealed_is_corrected_without_an_option(run):
    refused = run("source", "amend", "S-0001", "--author", "Zarbaf", "-b", "a call")
    assert (refused.exit_code, "--ask author" in refused.stderr) == (2, True)
    assert (
        run("source", "amend", "S-0001", "--ask", "author", "-b", "a call", answers="Zarbaf\n").exit_code == 0
    )
    assert author(run) == "Zarbaf"


@pytest.mark.usefixtures("sealed")
def test_what_is_cleared_and_what_becomes_public_may_be_an_option(run):
    assert run("source", "amend", "S-0001", "--outlet", "", "-b", "a call").exit_code == 0
    facts = ("--confidentiality", "public", "--author", "Zarbaf")
    assert run("source", "amend", "S-0001", *facts, "-b", "a call").exit_code == 0
    assert author(run) == "Zarbaf"


@pytest.mark.usefixtures("sealed")
def test_what_a_sealed_source_said_is_no_option(run):
    assert run("add", "Neda Zarbaf", "-b", "a test").exit_code == 0
    refused = run("cite", "S-0001", "P-0001", "--quoted", "she is ill")
    assert (refused.exit_code, "quoted" in refused.stderr) == (2, True)
    told = run("cite", "S-0001", "P-0001", "--form", "-", answers='quoted = "she is ill"')
    assert told.exit_code == 0, told.stderr


def test_every_text_that_is_covered_with_its_row_is_guarded():
    for table, (level, covered) in ROWS_WITH_A_LEVEL.items():
        options = {
            name
            for name, field in FIELDS[table].items()
            if name in covered and not (field.private or field.codes)
        }
        assert options == set(GUARDED[table].fields if table in GUARDED else ()), table
        assert table not in GUARDED or GUARDED[table].level == level
