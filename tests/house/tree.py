"""The files of the house: what stands in the checkout, less what the chores make."""

from __future__ import annotations

import ast
import os
from functools import cache
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
MADE = {"build", "dist", "__pycache__"}


@cache
def files() -> tuple[Path, ...]:
    """Every file of the checkout, sorted; hidden folders other than `.ci` and what is made are left out."""
    found = []
    for folder, rooms, names in os.walk(HOUSE):
        rooms[:] = [
            room for room in rooms if room not in MADE and (room == ".ci" or not room.startswith("."))
        ]
        found += [Path(folder, name) for name in names]
    return tuple(sorted(found))


def modules(*tops: str) -> list[Path]:
    """The Python files under these top-level names; under all of them when none is named."""
    return [
        path for path in files() if path.suffix == ".py" and (not tops or named(path).split("/")[0] in tops)
    ]


def named(path: Path) -> str:
    """The path as it is written in the project: relative, with forward slashes."""
    return path.relative_to(HOUSE).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    """The module's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"))
