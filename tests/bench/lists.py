"""A list of ten thousand invented people under the headings of a list that is published, as csv or as a workbook."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from pathlib import Path

from tests.names.invented import ENDINGS, FAMILY, GIVEN

HEADING = (
    "Card ID",
    "English Name",
    "Persian Name",
    "Age",
    "Location of Death",
    "Date of Death",
    "Notes",
    "Source URLs",
    "Status",
    "Last Updated",
)
TOWNS = ("Tehran", "Sanandaj", "Zahedan", "Mashhad", "شیراز", "تبریز", "اهواز", "Kermanshah", "Ilam", "رشت")


def make_list(path: Path, people: int, seed: int = 11) -> Path:
    """Write the list as its ending says."""
    rows = [HEADING, *_people(people, random.Random(seed))]  # noqa: S311 - invented people, not secrets
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return path
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("List")
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def _people(people: int, luck: random.Random) -> Iterator[tuple[str, ...]]:
    for number in range(1, people + 1):
        given, family, ending = luck.choice(GIVEN), luck.choice(FAMILY), luck.choice(ENDINGS)
        year, month, day = luck.choice((2024, 2025)), luck.randint(1, 12), luck.randint(1, 28)
        yield (
            str(5000 + number),
            f"{luck.choice(given[1:])} {luck.choice(family[1:])}{luck.choice(ending[1:])}",
            f"{given[0]} {family[0]}{ending[0]}",
            str(luck.randint(16, 80)) if luck.random() < 0.7 else "",
            luck.choice(TOWNS),
            f"{year}-{month:02}-{day:02}" if luck.random() < 0.9 else "",
            "Arrested at home, his or her telephone was taken." if luck.random() < 0.5 else "",
            " ".join(f"https://example.org/{number}/{part}" for part in range(luck.randint(0, 2))),
            "sentenced_to_death" if luck.random() < 0.05 else "arrested",
            "2026-02-01",
        )
