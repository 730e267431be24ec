"""The quick answers are the answers of the menu, byte for byte."""

from __future__ import annotations

import pytest

from prisoners.commands import settings
from prisoners.commands.quick import answered

PLAIN = [
    ["show", "P-0001"],
    ["show", "P-0001", "--json"],
    ["show", "بابک ارجمند"],
    ["list"],
    ["list", "--json"],
    ["list", "status:in_custody born<~1990"],
    ["list", "gender:female", "Zarbaf", "--json"],
    ["list", "born>2020"],
    ["search", "Babek", "Arjomand"],
    ["search", "ندا", "--json"],
    ["search", "Xerxes Qqqqq"],
]

pytestmark = pytest.mark.usefixtures("told_home")


@pytest.mark.parametrize("words", PLAIN, ids=" ".join)
def test_a_plain_question_is_answered_as_by_the_menu(run, capsys, words):
    assert answered(words)
    quick = capsys.readouterr()
    asked = run(*words)
    assert asked.exit_code == 0
    assert (quick.out, quick.err) == (asked.stdout, asked.stderr)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--help"],
        ["amend", "P-0001"],
        ["show"],
        ["show", "P-0001", "P-0002"],
        ["show", "P-0001", "--sealed"],
        ["show", "P-0099"],
        ["show", "Neda Zarbaf"],
        ["list", "--by", "status"],
        ["list", "statsu:x"],
        ["list", "-charge:610"],
        ["search"],
    ],
    ids=" ".join,
)
def test_everything_else_is_the_menus(capsys, words):
    assert not answered(words)
    assert capsys.readouterr() == ("", "")


def test_a_home_may_be_named(told_home, monkeypatch, capsys):
    monkeypatch.setenv("PRISONERS_HOME", "/nowhere")
    monkeypatch.setattr(settings, "_chosen", [])
    assert answered(["--home", str(told_home), "list", "--json"])
    assert "P-0001" in capsys.readouterr().out


def test_without_a_registry_the_menu_explains(told_home, capsys):
    (told_home / "registry.db").unlink()
    assert not answered(["list"])
    assert capsys.readouterr() == ("", "")


def test_an_interrupted_question_stops(monkeypatch, capsys):
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("prisoners.commands.lists.show_listing", interrupted)
    with pytest.raises(SystemExit) as left:
        answered(["list"])
    assert left.value.code == 130
    assert capsys.readouterr().err == "Stopped.\n"
