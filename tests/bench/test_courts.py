"""What is due and what is doubtful, over a hundred thousand prisoners with a million events."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.courts import make_courts

PEOPLE, EVENTS = 100_000, 1_000_000
SECONDS, MEBIBYTES = 20, 1024
MEASURED = """
import json, os, resource, sys, time
began = time.monotonic()
sys.argv = ["prisoners", *sys.argv[1:]]
from prisoners.commands.menu import app
try:
    app(standalone_mode=True)
finally:
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps([time.monotonic() - began, most]), file=sys.stderr)
"""
pytestmark = pytest.mark.bench


@pytest.fixture(scope="module")
def courts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("courts")
    make_courts(home / "registry.db", PEOPLE, EVENTS)
    return home


@pytest.mark.parametrize(("command", "code"), [("due", 0), ("check", 6)])
def test_it_takes_at_most_twenty_seconds_and_a_gibibyte(command, code, courts):
    ran = subprocess.run(
        [sys.executable, "-c", MEASURED, "--home", str(courts), command, "--json"],
        capture_output=True,
        check=False,
    )
    assert ran.returncode == code
    seconds, most = json.loads(ran.stderr.splitlines()[-1])
    print(f"\n{command}: {seconds:.1f} s, {most} MiB, {len(ran.stdout.splitlines())} lines")
    assert seconds <= SECONDS
    assert most <= MEBIBYTES
