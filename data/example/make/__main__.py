"""Writes the files of the example anew: `python -m data.example.make`."""

from __future__ import annotations

from pathlib import Path

from data.example.make.registry import Example

HERE = Path(__file__).resolve().parents[1]


def write(folder: Path) -> None:
    """Write every file of the example; the same bytes on every machine."""
    example = Example()
    with (folder / "registry.jsonl").open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(example.lines())


if __name__ == "__main__":
    write(HERE)
