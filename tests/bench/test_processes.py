"""A question answers sooner than a general tool that reads one row of the same file."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.bench.turns import drawn, median_ratio
from tests.house.tree import HOUSE

OURS = [sys.executable, "-m", "prisoners"]
SQLITE_UTILS = str(HOUSE / "build" / "peers" / "bin" / "sqlite-utils")
QUESTIONS = {"show": ["show", "P-0042"], "list": ["list"], "search": ["search", "Shahin"]}
pytestmark = pytest.mark.bench


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A registry of the invented example, as an environment that finds it."""
    home = tmp_path_factory.mktemp("example")
    subprocess.run(
        [*OURS, "--home", str(home), "init", "--example", "--by", "Bench"], check=True, capture_output=True
    )
    return {
        "PRISONERS_HOME": str(home),
        "COLUMNS": "120",
        "PYTHONPATH": "",  # without the guard of the tests
        "PYTHONDONTWRITEBYTECODE": "",  # both as they are installed: compiled once, when the caches are warmed
        "PYTHONPYCACHEPREFIX": str(home / "compiled"),
    }


@pytest.fixture(scope="module")
def peer(example: dict[str, str]) -> list[str]:
    """What we are held against: a general tool that reads one row of the same file."""
    return [SQLITE_UTILS, "rows", f"{example['PRISONERS_HOME']}/registry.db", "prisoners", "--limit", "1"]


def measured(what: str, ratio: float) -> float:
    """Say the figure where `make bench` shows it."""
    print(f"\n{what}: {ratio:.2f} of sqlite-utils rows --limit 1")
    return ratio


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_for_a_program_takes_at_most_seven_tenths_of_the_peer(question, example, peer):
    assert measured(question, median_ratio([*OURS, *QUESTIONS[question], "--json"], peer, example)) <= 0.7


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_answered_on_a_terminal_takes_less_than_the_peer(question, example, peer):
    ratio = median_ratio([*OURS, *QUESTIONS[question]], peer, example, clock=drawn)
    assert measured(f"{question}, drawn", ratio) <= 0.95


def test_the_help_takes_at_most_seven_tenths_of_the_peer(example, peer):
    assert measured("--help", median_ratio([*OURS, "--help"], peer, example)) <= 0.7
