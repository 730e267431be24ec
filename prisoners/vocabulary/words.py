"""What a code is called in English and in Persian."""

from __future__ import annotations

import csv
from functools import cache
from typing import Literal

from prisoners.reference import data_folder

Language = Literal["en", "fa"]


@cache
def _labels() -> dict[tuple[str, str], tuple[str, str]]:
    """(list, code) → (English, Persian); plain tuples, since every `show` waits for them."""
    path = data_folder() / "reference" / "labels.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, strict=True)
        next(rows)
        return {(row[0], row[1]): (row[2], row[3]) for row in rows}


def label(code_list: str, code: str, language: Language = "en") -> str:
    """What a code is called; a code that the list no longer knows is shown as it stands."""
    words = _labels().get((code_list, code))
    return code if words is None else words[language == "fa"]
