"""The menu: every command loads, the nearest is named, and no failure reaches anybody as a traceback."""

import sqlite3

import pytest
import typer

from prisoners.commands import menu
from prisoners.commands.menu import MENU, Entry, load
from prisoners.errors import NoRegistry


@pytest.mark.parametrize("entry", MENU, ids=lambda entry: entry.name)
def test_every_line_of_the_menu_leads_to_a_command(entry):
    assert load(entry).get_short_help_str()


def test_help_shows_every_command_by_section(run):
    said = run("--help").stdout
    assert all(f"\n  {entry.name} " in said and entry.says.split()[0] in said for entry in MENU)
    assert all(f"\n{section}:" in said for section in {entry.section for entry in MENU})


def test_an_unknown_command_names_the_nearest(run):
    result = run("verfy")
    assert result.exit_code == 2
    assert "Did you mean verify?" in result.stderr
    assert "lists them" in run("qqqqq").stderr


def test_the_version_is_shown(run):
    assert run("--version").stdout.startswith("prisoners 0.")


def fails_with(monkeypatch, error):
    def command() -> None:
        raise error

    monkeypatch.setitem(menu.COMMANDS, "break", Entry(menu.TRUST, "break", "Breaks."))
    real = menu.load
    monkeypatch.setattr(menu, "load", lambda entry: _alone(command) if entry.name == "break" else real(entry))


def _alone(command):
    app = typer.Typer(rich_markup_mode=None)
    app.command("break")(command)
    return typer.main.get_command(app)


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (NoRegistry("registry.db"), 3, "There is no registry here"),
        (KeyboardInterrupt(), 130, "Stopped."),
        (typer.Abort(), 130, "Stopped."),
        (ValueError("CANARY"), 1, "A fault in the program (ValueError in test_menu.py:"),
        (RecursionError("CANARY"), 1, "A fault in the program"),
        (sqlite3.OperationalError("CANARY"), 8, "Nothing was written"),
        (
            PermissionError(13, "Permission denied", "/somewhere/CANARY/list.csv"),
            8,
            "list.csv: permission denied",
        ),
        (OSError("CANARY"), 8, "a file: oserror"),
    ],
)
def test_every_failure_becomes_words_and_an_exit_code(run, monkeypatch, error, code, said):
    fails_with(monkeypatch, error)
    result = run("break")
    assert result.exit_code == code
    assert said in result.stderr
    assert "Traceback" not in result.output
    assert "CANARY" not in result.output


def test_what_typer_stops_with_is_left_to_it(run, monkeypatch):
    fails_with(monkeypatch, typer.BadParameter("not like that"))
    result = run("break")
    assert result.exit_code == 2
    assert "not like that" in result.stderr
    fails_with(monkeypatch, typer.Exit(6))
    assert run("break").exit_code == 6


def test_a_home_can_be_named_on_the_command_line(run, tmp_path, empty_home):
    result = run("--home", str(tmp_path / "elsewhere"), "db", "where")
    assert result.stdout.strip() == str(tmp_path / "elsewhere" / "registry.db")
    assert not empty_home.exists()
