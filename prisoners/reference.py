"""The lists that people who do not program own: where they lie, and how they are read."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path


@cache
def data_folder() -> Path:
    """The folder `data`: inside an installed package, or at the top of a checkout."""
    here = Path(__file__).resolve().parent
    packed = here / "data"
    return packed if packed.is_dir() else here.parent / "data"


def reference_list(name: str) -> list[dict[str, str]]:
    """The rows of `data/reference/NAME.csv`, every cell as text, "" for an empty cell."""
    path = data_folder() / "reference" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))
