"""Three doors, one house: `cli.py`, `prisoners` and `python -m prisoners` answer alike."""

from __future__ import annotations

import runpy
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from prisoners.__main__ import main as open_the_door
from tests.house.tree import HOUSE

DOORS = {
    "cli.py": [sys.executable, str(HOUSE / "cli.py")],
    "prisoners": [str(Path(sysconfig.get_path("scripts")) / "prisoners")],
    "python -m prisoners": [sys.executable, "-m", "prisoners"],
}


def answer(door: str, *arguments: str) -> tuple[int, bytes, bytes]:
    """Exit code, data and talk of one door."""
    ran = subprocess.run([*DOORS[door], *arguments], cwd=HOUSE, capture_output=True, check=False)
    return ran.returncode, ran.stdout, ran.stderr


@pytest.mark.parametrize("door", DOORS)
def test_every_door_gives_the_same_help(door: str):
    code, data, talk = answer(door, "--help")
    assert (code, talk) == (0, b"")
    assert data == answer("python -m prisoners", "--help")[1]
    assert b"prisoners" in data


@pytest.mark.parametrize("door", DOORS)
def test_every_door_refuses_an_unknown_word_alike(door: str):
    code, data, talk = answer(door, "no-such-command")
    assert (code, data) == (2, b"")
    assert talk == answer("python -m prisoners", "no-such-command")[2]


def test_the_door_of_the_package_opens_the_menu(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["prisoners", "--version"])
    with pytest.raises(SystemExit) as left:
        runpy.run_path(str(HOUSE / "prisoners" / "__main__.py"), run_name="__main__")
    assert left.value.code == 0
    assert capsys.readouterr().out.startswith("prisoners ")


def test_a_plain_question_is_answered_at_the_door_itself(example_home, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["prisoners", "show", "P-0042", "--json"])
    open_the_door()
    assert '"reference": "P-0042"' in capsys.readouterr().out
    assert example_home.exists()
