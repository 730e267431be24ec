"""Nineteen of twenty mutants of the privacy room are noticed by its tests."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from prisoners.privacy import consents
from tests.privacy.mutants import TESTS, mutants_of

ROOT = Path(__file__).parents[2]
SCORE = 0.95


def test_every_module_of_the_room_that_decides_has_mutants_and_tests_that_are_asked():
    room = {path.stem for path in (ROOT / "prisoners/privacy").glob("*.py")} - {"__init__"}
    assert set(TESTS) == room
    named = {f"test_{test}.py" for tests in TESTS.values() for test in tests}
    assert named <= {path.name for path in Path(__file__).parent.glob("test_*.py")}


def test_a_mutant_is_the_function_with_one_thing_spoilt():
    mutant = next(mutants_of("consents"))
    function = consents.perhaps_dead.__code__
    assert (mutant.function, mutant.what) == ("perhaps_dead", "returns None")
    assert mutant.code.co_code != function.co_code
    assert mutant.code.co_varnames == function.co_varnames


@pytest.mark.trust
def test_nineteen_of_twenty_mutants_are_noticed():
    done = subprocess.run(
        [sys.executable, "-m", "tests.privacy.mutants"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    scores = [json.loads(line) for line in done.stdout.splitlines()]
    made, survived = (sum(score[what] for score in scores) for what in ("mutants", "survived"))
    assert {score["module"] for score in scores} == set(TESTS)
    assert survived <= made * (1 - SCORE), done.stderr
