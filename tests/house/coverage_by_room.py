"""Branch coverage by room, held against the floors in pyproject.toml; takes a coverage.json."""

from __future__ import annotations

import json
import sys
import tomllib
from collections import Counter
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]


def room_of(path: str) -> str:
    """`prisoners/dates/read.py` and `prisoners/dates.py` both belong to the room `dates`."""
    parts = Path(path).with_suffix("").parts
    return parts[parts.index("prisoners") + 1]


def percentages(report: dict[str, dict[str, dict[str, dict[str, int]]]]) -> dict[str, float]:
    """Lines and branches that ran, in per cent of those that are there, for every room."""
    ran, there = Counter[str](), Counter[str]()
    for path, file in report["files"].items():
        summary = file["summary"]
        ran[room_of(path)] += summary["covered_lines"] + summary["covered_branches"]
        there[room_of(path)] += summary["num_statements"] + summary["num_branches"]
    return {room: 100 * ran[room] / there[room] if there[room] else 100.0 for room in sorted(there)}


def too_low(measured: dict[str, float], floors: dict[str, float]) -> list[str]:
    """One sentence for every room that lies under its floor."""
    return [
        f"{room}: {share:.2f} % of its lines and branches are tested, {floor} % is the floor"
        for room, share in measured.items()
        if share < (floor := floors.get(room, floors["elsewhere"]))
    ]


def main(path: str) -> int:
    """Say which rooms are tested too little; 1 if any is."""
    settings = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
    report = json.loads(Path(path).read_text(encoding="utf-8"))
    complaints = too_low(percentages(report), settings["tool"]["prisoners"]["coverage"])
    sys.stderr.write("".join(f"{line}\n" for line in complaints))
    return bool(complaints)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
