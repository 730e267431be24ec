"""What TAB offers: references and names of those who are there, and silence where there is no registry."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from prisoners.commands.complete import people
from tests.builders import act, make_prisoner

HOUSE = Path(__file__).resolve().parents[2]


@pytest.fixture
def known(home):
    with act(home / "registry.db") as unit:
        make_prisoner(unit, "Neda Zarbaf", "ندا زرباف")
        make_prisoner(unit, None, "نیما کوهی")
        make_prisoner(unit, "Nobody Counted", None, withdrawn=True)
    return home


def test_references_and_names_in_either_script_are_offered(known):
    assert [offered for offered, _ in people("p-")] == ["P-0001", "P-0002"]
    assert people("ne") == [("Neda Zarbaf", "P-0001")]
    assert people("نی") == [("نیما کوهی", "P-0002")]
    assert people("no") == []
    assert known.exists()


def test_without_a_registry_nothing_is_offered(empty_home):
    assert people("P") == []
    assert not empty_home.exists()


def test_the_shell_is_answered_by_the_program_itself(known):
    asked = {"_PRISONERS_COMPLETE": "complete_bash", "COMP_WORDS": "prisoners show Ne", "COMP_CWORD": "2"}
    answer = subprocess.run(
        [sys.executable, "-c", "from prisoners.__main__ import main; main()"],
        cwd=HOUSE,
        env={**os.environ, **asked},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Neda Zarbaf" in answer.stdout
    assert known.exists()
