"""Merging at the terminal: every choice said or asked, undone by one command, and never silent."""

import pytest

from tests.builders import act, make_prisoner


@pytest.fixture
def doubled(home):
    with act(home / "registry.db") as unit:
        make_prisoner(unit, "Neda Zarbaf", father="Rostam", born="1360")
        make_prisoner(unit, "Neda Zarbaaf", father="Rustam", born="1981")
    return home


def test_two_records_become_one_by_options(run, doubled):
    result = run("merge", "P-0001", "P-0002", "--stands", "all=P-0002", "-b", "the same family says so")
    assert result.exit_code == 0, result.stderr
    assert "P-0002 is now P-0001" in result.stderr
    assert len(list((doubled / "backups").iterdir())) == 1
    assert run("verify").exit_code == 0


def test_what_nobody_chose_is_named(run, doubled):
    result = run("merge", "P-0001", "P-0002", "--stands", "father=P-0001", "-b", "a test")
    assert result.exit_code == 4
    assert "born" in result.stderr
    assert "father" not in result.stderr.split("Say")[0]
    assert doubled.exists()


def test_choices_are_asked_side_by_side_at_a_terminal(run, doubled, monkeypatch):
    monkeypatch.setattr("prisoners.commands.door.at_terminal", lambda: True)
    result = run("merge", "P-0001", "P-0002", "-b", "a test", answers="1\n2\n")
    assert result.exit_code == 0, result.stderr
    assert "1  P-0001" in result.stderr
    assert "Rustam" in result.stderr
    assert doubled.exists()


def test_an_answer_that_is_neither_leaves_it_open(run, doubled, monkeypatch):
    monkeypatch.setattr("prisoners.commands.door.at_terminal", lambda: True)
    result = run("merge", "P-0001", "P-0002", "-b", "a test", answers="1\nboth\n")
    assert result.exit_code == 4
    assert doubled.exists()


def test_a_choice_must_name_one_of_the_two(run, doubled):
    assert run("merge", "P-0001", "P-0002", "--stands", "father=P-0009", "-b", "a test").exit_code == 2
    assert doubled.exists()


def test_people_told_apart_are_not_merged(run, doubled):
    assert run("apart", "P-0001", "P-0002", "-b", "they met").exit_code == 0
    result = run("merge", "P-0001", "P-0002", "--stands", "all=P-0001", "-b", "a test")
    assert result.exit_code == 4
    assert "told apart (D-0001)" in result.stderr
    assert doubled.exists()
