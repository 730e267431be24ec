"""What is due and what is doubtful, over a hundred thousand prisoners with a million events.

The seconds are those of the processor, which are those of the clock where the machine does nothing else.
"""

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
    used = resource.getrusage(resource.RUSAGE_SELF)
    figures = [used.ru_utime + used.ru_stime, time.monotonic() - began, used.ru_maxrss // 1024]
    print(json.dumps(figures), file=sys.stderr)
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
    seconds, waited, most = json.loads(ran.stderr.splitlines()[-1])
    lines = len(ran.stdout.splitlines())
    print(f"\n{command}: {seconds:.1f} s ({waited:.1f} s by the clock), {most} MiB, {lines} lines")
    assert seconds <= SECONDS
    assert most <= MEBIBYTES
