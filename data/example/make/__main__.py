"""Writes the files of the example anew: `python -m data.example.make`."""

from __future__ import annotations

from pathlib import Path

from data.example.make.foreign import foreign_list
from data.example.make.registry import Example
from data.example.make.workbook import faulty

HERE = Path(__file__).resolve().parents[1]


def files() -> dict[str, bytes]:
    """Every generated file of the example by name; the same bytes on every machine."""
    example = Example()
    unnamed = [example.namer.new("persian", gender) for gender in ("female", "male") * 5]
    return {
        "registry.jsonl": "".join(example.lines()).encode(),
        "foreign-list.csv": foreign_list(example).encode(),
        "faulty.xlsx": faulty([(named.latin, named.persian) for named in unnamed]),
    }


if __name__ == "__main__":
    for name, content in files().items():
        (HERE / name).write_bytes(content)
