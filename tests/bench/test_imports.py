"""A list of ten thousand people planned and taken in, each as one command, measured from start to exit."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from prisoners.store.engine import create_registry
from tests.bench.lists import make_list

PEOPLE = 10_000
TO_PLAN, TO_APPLY, MEBIBYTES = 15, 30, 500
DECIDED = ("--skip-unread", "--skip-unclear", "--leave-conflicts")

BUSY = os.getloadavg()[0] > (os.cpu_count() or 1)

pytestmark = pytest.mark.bench


class Taken(NamedTuple):
    """What a command takes, with the process that it has the workbook opened by, and what it says."""

    seconds: float
    of_work: float
    """Seconds in which a core worked for it; on a busy machine fewer than it takes."""
    said: bytes

    def __str__(self) -> str:
        return f"{self.seconds:.1f} s ({self.of_work:.1f} s of work)"

    @property
    def judged(self) -> float:
        """The seconds; on a machine that is busy with something else, those of work."""
        return self.of_work if BUSY else self.seconds


def command(home: Path, *words: str) -> Taken:
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    line = [sys.executable, "-m", "prisoners", "--home", str(home), "import", *words]
    ran = subprocess.run(line, capture_output=True, check=True)
    seconds, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    work = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Taken(seconds, work, ran.stdout)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    create_registry(home / "registry.db").close()
    (home / "settings.toml").write_text('by = "bench"\n', encoding="utf-8")
    return home


@pytest.mark.parametrize(("release", "ending"), [(1, "xlsx"), (2, "csv")])
def test_ten_thousand_rows_are_planned_in_fifteen_seconds_and_taken_in_in_thirty(
    release, ending, home, tmp_path
):
    """The second release says something else about everybody, under the same numbers."""
    words = [
        str(make_list(tmp_path / f"release.{ending}", PEOPLE, seed=release)),
        "--map",
        "detainees-site",
    ]
    planned = command(home, *words, "--json")
    taken_in = command(home, *words, *DECIDED, "--apply")
    again = command(home, *words, "--json")
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"\n{ending}: planned in {planned}, taken in in {taken_in}, planned again in {again}; {most} MiB")
    print(
        f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; judged by {'the work' if BUSY else 'the clock'}"
    )
    assert len(json.loads(planned.said)["plan"]) == PEOPLE
    assert json.loads(again.said)["totals"]["same"] == PEOPLE
    assert planned.judged <= TO_PLAN
    assert again.judged <= TO_PLAN
    assert taken_in.judged <= TO_APPLY
    assert most <= MEBIBYTES
