"""The dates that people wrote in real lists: read with the right days, or refused with a reason, and none wrong.

The expected days stand in written_dates.csv by the line of the practice file, without its text. They were worked out by
hand from the text alone; where a day stood beside the text in the list, the text decides.
"""

import csv
from pathlib import Path

import pytest

from prisoners.dates.read import read_date
from prisoners.errors import DateAmbiguous, DateNotRead

HERE = Path(__file__).parent
PRACTICE = HERE.parents[2] / "shared" / "data" / "dates" / "written_dates.csv"

# Lines that name no year (4), that stand for nothing known (1), or whose year is of no calendar in use (4): a careful
# person cannot date them from the text alone.
NOT_TO_BE_DATED = {22, 76, 77, 82, 83, 84, 85, 159, 184}

pytestmark = pytest.mark.skipif(not PRACTICE.exists(), reason="the practice material is not here")


def lines() -> dict[int, str]:
    with PRACTICE.open(encoding="utf-8", newline="") as file:
        return {number: row[0] for number, row in enumerate(csv.reader(file), 1) if number > 1}


def expected() -> dict[int, tuple[str, str]]:
    with (HERE / "written_dates.csv").open(encoding="utf-8", newline="") as file:
        return {int(row["line"]): (row["earliest"], row["latest"]) for row in csv.DictReader(file)}


def reading(text: str) -> tuple[str, str]:
    try:
        date = read_date(text)
    except DateAmbiguous:
        return "ambiguous", ""
    except DateNotRead:
        return "unread", ""
    return date.earliest.isoformat(), date.latest.isoformat()


def test_no_line_is_read_wrongly():
    wanted = expected()
    assert {number: reading(text) for number, text in lines().items()} == wanted


def test_nearly_all_that_can_be_dated_is_dated():
    can_be = [text for number, text in lines().items() if number not in NOT_TO_BE_DATED]
    dated = [text for text in can_be if reading(text)[0] not in {"ambiguous", "unread"}]
    assert len(can_be) == 196
    assert len(dated) >= 195


def test_a_line_without_a_year_is_dated_when_the_year_is_stated():
    for number in (22, 76, 77):
        assert read_date(lines()[number], year=1401).is_day
