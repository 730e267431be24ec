"""A hundred thousand people: one search within the blink of an eye, every double within a minute."""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

from prisoners.queries.search import search
from prisoners.store.reader import reading
from tests.bench.crowd import make_crowd
from tests.bench.turns import median_ratio
from tests.names.invented import FAMILY, GIVEN

pytestmark = pytest.mark.bench

PEOPLE = 100_000
SEARCHES = 100
SEARCH_MS, DOUBLES_SECONDS, DOUBLES_MIB, START = 30, 60, 1024, 1.3
ALL_DOUBLES = """
import resource, sys, time
from pathlib import Path
from prisoners.queries.doubles import doubles
from prisoners.store.reader import reading
with reading(Path(sys.argv[1])) as reader:
    begun = time.process_time()
    found = doubles(reader)
    print(time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, len(found))
"""


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_crowd(tmp_path_factory.mktemp("crowd") / "registry.db", PEOPLE)


def test_one_search_takes_no_more_than_thirty_milliseconds(crowd: Path) -> None:
    luck = random.Random(9)  # noqa: S311 - invented people, not secrets
    taken = []
    with reading(crowd) as reader:
        for _ in range(SEARCHES):
            name = f"{luck.choice(luck.choice(GIVEN))} {luck.choice(luck.choice(FAMILY))}"
            begun = time.process_time()
            search(reader, name)
            taken.append((time.process_time() - begun) * 1000)
    median = statistics.median(taken)
    print(f"\none search among {PEOPLE:,}: median {median:.1f} ms, slowest {max(taken):.1f} ms")
    assert median <= SEARCH_MS


def test_all_doubles_take_no_more_than_a_minute_and_a_gibibyte(crowd: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ALL_DOUBLES, crowd], check=True, capture_output=True, text=True
    )
    seconds, mib, found = (float(figure) for figure in done.stdout.split())
    print(f"\nall doubles of {PEOPLE:,}: {seconds:.1f} s, {mib:.0f} MiB, {found:.0f} pairs")
    assert seconds <= DOUBLES_SECONDS
    assert mib <= DOUBLES_MIB


def test_a_search_among_them_costs_little_more_than_the_programs_own_start(crowd: Path) -> None:
    environment = {
        "PRISONERS_HOME": str(crowd.parent),
        "PYTHONPATH": "",  # without the guard of the tests
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(crowd.parent / "compiled"),
    }
    ours = [sys.executable, "-m", "prisoners"]
    ratio = median_ratio([*ours, "search", "Shahin", "--json"], [*ours, "--help"], environment)
    print(f"\none search among {PEOPLE:,}, whole process: {ratio:.2f} of the program's own start")
    assert ratio <= START
