"""A list of ten thousand people planned and taken in, each as one command, measured from start to exit."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from prisoners.store.engine import create_registry
from tests.bench.lists import make_list

PEOPLE = 10_000
TO_PLAN, TO_APPLY, MEBIBYTES = 15, 30, 500

pytestmark = pytest.mark.bench


def measured(home: Path, *words: str) -> tuple[float, int, bytes]:
    """How many seconds a command takes, the most memory in MiB that it or its child takes, and what it says."""
    began = time.monotonic()
    command = [sys.executable, "-m", "prisoners", "--home", str(home), "import", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as ran:
        out, talk = ran.communicate()
        seconds = time.monotonic() - began
    assert ran.returncode == 0, talk.decode()
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024, out


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    create_registry(home / "registry.db").close()
    (home / "settings.toml").write_text('by = "bench"\n', encoding="utf-8")
    return home


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_ten_thousand_rows_are_planned_in_fifteen_seconds_and_taken_in_in_thirty(ending, home, tmp_path):
    list_ = make_list(tmp_path / f"list.{ending}", PEOPLE, seed=len(ending))
    words = [str(list_), "--map", "detainees-site"]
    planned, most_planned, told = measured(home, *words, "--json")
    assert len(json.loads(told)["plan"]) == PEOPLE
    applied, most, _ = measured(
        home, *words, "--apply", "--skip-unread", "--leave-conflicts", "--skip-unclear"
    )
    again, _, told = measured(home, *words, "--json")
    assert json.loads(told)["totals"]["same"] == PEOPLE
    print(
        f"\n{ending}: planned {planned:.1f} s ({most_planned} MiB), taken in {applied:.1f} s ({most} MiB), again {again:.1f} s"
    )
    print(f"on {os.cpu_count()} cores under a load of {os.getloadavg()[0]:.1f}")
    assert planned <= TO_PLAN
    assert again <= TO_PLAN
    assert applied <= TO_APPLY
    assert most <= MEBIBYTES
