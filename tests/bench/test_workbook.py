"""A workbook of a hundred thousand rows is written in a fraction of the time that openpyxl takes for the same cells."""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.turns import piped
from tests.house.tree import HOUSE

pytestmark = pytest.mark.bench
PEER = str(HOUSE / "build" / "peers" / "bin" / "python")
ROUNDS = 3


def measured(python: str, program: str, who: str, target: Path) -> dict[str, float]:
    """Seconds of the processor and mebibytes that one process took to write the cells."""
    made = subprocess.run(
        [python, str(HOUSE / "tests" / "bench" / program), who, str(target)],
        env={"PYTHONPATH": str(HOUSE)}, capture_output=True, check=True, timeout=600,
    )  # fmt: skip
    found: dict[str, float] = json.loads(made.stdout)
    return found


def test_a_hundred_thousand_rows_are_read_and_written_in_two_fifths_of_the_time_of_openpyxl(tmp_path):
    """Every text is read for what may not leave, 4,000 names and 2,000 values among it; openpyxl writes alone."""
    ratios: dict[str, list[float]] = {"ours": [], "alone": []}
    memory = []
    for _ in range(ROUNDS):
        peer = measured(PEER, "cells.py", "peer", tmp_path / "peer.xlsx")
        for who, those in ratios.items():
            mine = measured(sys.executable, "cells.py", who, tmp_path / "ours.xlsx")
            those.append(mine["seconds"] / peer["seconds"])
            memory.append(mine["mebibytes"])
    read, alone = map(statistics.median, ratios.values())
    print(f"\n100,000 × 20 cells: {read:.2f} of openpyxl write-only with lxml, {max(memory):.0f} MiB")
    print(f"of that the file alone {alone:.2f}")
    assert read <= 0.4
    assert alone <= 0.2
    assert max(memory) <= 150


def test_a_hundred_thousand_people_from_stored_rows_to_the_file(tmp_path):
    """Named, judged, every text read, put into words and written; what openpyxl is given are the finished cells."""
    cells = tmp_path / "people.cells"
    measured(sys.executable, "gate.py", "kept", cells)
    ours, peers = [], []
    for _ in range(ROUNDS):
        ours.append(measured(sys.executable, "gate.py", "ours", tmp_path / "ours.xlsx"))
        other = measured(PEER, "gate.py", "peer", cells)
        peers.append(other["seconds"] - other["reading"])
    parts = {
        part: statistics.median(mine[part] / other for mine, other in zip(ours, peers, strict=True))
        for part in ("seconds", "rows", "gate", "words")
    }
    whole = parts["seconds"] - parts["rows"]  # nobody has to invent the people of a registry
    memory = max(one["mebibytes"] for one in ours)
    print(f"\n100,000 people from rows to the file: {whole:.2f} of openpyxl for the cells, {memory:.0f} MiB")
    print(f"of that the gate {parts['gate']:.2f}, the words {parts['words']:.2f}")
    assert whole <= 0.65
    assert memory <= 150


def test_the_workbook_of_five_hundred_people_takes_at_most_five_seconds(tmp_path):
    """Of the processor, from start to exit: the gate, figures, charts, the file, the line in the list of exports."""
    home = {"PRISONERS_HOME": str(tmp_path / "home"), "PYTHONPATH": "", "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-m", "prisoners"]
    piped([*command, "init", "--example", "--by", "Bench"], home)
    export = [*command, "export", str(tmp_path / "cases.xlsx"), "--audience", "internal", "--yes"]
    took = []
    for _ in range(ROUNDS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        piped(export, home)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        took.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    print(f"\n567 people to the whole workbook: {statistics.median(took):.1f} s of the processor")
    assert statistics.median(took) <= 5
