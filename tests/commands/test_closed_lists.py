"""Every word that a field takes can be asked for, and is what a refused word points to."""

from __future__ import annotations

import json

import pytest

from prisoners.commands.closed_lists import _names


@pytest.mark.usefixtures("empty_home")
def test_every_word_of_a_list_is_shown_in_both_languages(run):
    shown = run("words", "custody status").stdout
    assert "furlough" in shown
    assert "مرخصی" in shown
    told = json.loads(run("words", "gender", "--json").stdout)
    assert told[0].keys() == {"code", "en", "fa"}


@pytest.mark.usefixtures("empty_home")
def test_without_a_name_the_lists_are_shown_and_an_unknown_one_names_them(run):
    assert "custody_status" in run("words").stdout.splitlines()
    assert "custody_status" in json.loads(run("words", "--json").stdout)
    refused = run("words", "qqqq")
    assert (refused.exit_code, "custody_status" in refused.stderr) == (3, True)


@pytest.mark.usefixtures("empty_home")
@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("status", "computed_status or custody_status or intervention_status"),
        ("furlough", "custody_status"),
        ("sentense-kind", "sentence_kind"),
    ],
)
def test_a_list_that_there_is_not_is_answered_with_those_that_may_be_meant(run, asked, meant):
    refused = run("words", asked)
    assert (refused.exit_code, f"Did you mean {meant}" in refused.stderr) == (3, True), refused.stderr


@pytest.mark.usefixtures("home")
def test_a_word_that_resembles_nothing_is_answered_with_a_command_that_works(run):
    assert run("add", "Neda Zarbaf", "-b", "a test").exit_code == 0
    refused = run("update", "P-0001", "--kind", "qqqq", "-b", "a test")
    assert refused.exit_code == 3
    command = refused.stderr.split("`prisoners ")[1].split("`")[0].split()
    assert "arrest" in run(*command).stdout


def test_a_list_is_completed():
    assert _names("custody") == ["custody_status"]
