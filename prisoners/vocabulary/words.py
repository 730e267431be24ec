"""What a code is called in English and in Persian, and which codes are still offered."""

from __future__ import annotations

import csv
import difflib
from functools import cache
from typing import Literal

from prisoners.errors import UnknownList
from prisoners.reference import data_folder, reference_list

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


def offered(code_list: str) -> tuple[str, ...]:
    """The codes a person may still choose, in the order of the list: visible, not replaced; raises UnknownList."""
    rows = [row for row in reference_list("labels") if row["list"] == code_list]
    if not rows:
        raise _unknown(code_list)
    rows.sort(key=lambda row: int(row["order"]))
    return tuple(row["code"] for row in rows if row["visible"] == "1" and not row["deprecated_by"])


def _unknown(asked: str) -> UnknownList:
    """That there is no such list, with those that are named like it or have such a word."""
    rows = reference_list("labels")
    known = sorted({row["list"] for row in rows})
    parts = [name for name in known if asked in name.split("_")]
    holders = sorted({row["list"] for row in rows if row["code"] == asked})
    return UnknownList(asked, known, parts or holders or difflib.get_close_matches(asked, known, n=3))
