"""EDTF, against the texts of a public validator, and against bounds that were verified by hand."""

import json
from pathlib import Path

import pytest

from prisoners.dates.edtf import days_in_month, parse_edtf
from prisoners.dates.partial import PartialDate
from prisoners.dates.read import read_date
from prisoners.errors import PrisonersError

PRACTICE = Path(__file__).parents[3] / "shared" / "data" / "dates" / "edtf.json"
needs_practice = pytest.mark.skipif(not PRACTICE.exists(), reason="the practice material is not here")

BOUNDS = [
    ("1985-04-12", "1985-04-12", "1985-04-12"),
    ("1985-04", "1985-04-01", "1985-04-30"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2100-02", "2100-02-01", "2100-02-28"),
    ("1985", "1985-01-01", "1985-12-31"),
    ("1985~", "1985-01-01", "1985-12-31"),
    ("201X", "2010-01-01", "2019-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("2004-XX", "2004-01-01", "2004-12-31"),
    ("1985-04-XX", "1985-04-01", "1985-04-30"),
    ("1985-XX-XX", "1985-01-01", "1985-12-31"),
    ("2022-21", "2022-03-01", "2022-05-31"),
    ("2022-22", "2022-06-01", "2022-08-31"),
    ("2022-23", "2022-09-01", "2022-11-30"),
    ("2022-24", "2022-12-01", "2023-02-28"),
    ("1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12"),
    ("2004-06/2006-08", "2004-06-01", "2006-08-31"),
    ("2004-02-01/2005", "2004-02-01", "2005-12-31"),
    ("1985/..", "1985-01-01", "9999-12-31"),
    ("1985/", "1985-01-01", "9999-12-31"),
    ("../1985-04", "0001-01-01", "1985-04-30"),
    ("/1985", "0001-01-01", "1985-12-31"),
    ("../..", "0001-01-01", "9999-12-31"),
    ("[1998,1999]", "1998-01-01", "1999-12-31"),
    ("[1999-05,1998-03-02..1998-04]", "1998-03-02", "1999-05-31"),
    ("{1998-01-01,1999-12}", "1998-01-01", "1999-12-31"),
    ("[..1998]", "0001-01-01", "1998-12-31"),
    ("[1998..]", "1998-01-01", "9999-12-31"),
    ("Y170000002", "9999-12-31", "9999-12-31"),
    ("Y-170000002", "0001-01-01", "0001-01-01"),
    ("-2010", "0001-01-01", "0001-01-01"),
    ("-20XX", "0001-01-01", "0001-01-01"),
    ("0000", "0001-01-01", "0001-01-01"),
    ("0000/0001", "0001-01-01", "0001-12-31"),
]

INVALID = [
    "", "/", "1985-13", "1985-00", "1985-04-00", "1985-04-31", "2023-02-29", "-0000", "85", "19850412", "1985-4-1",
    "1985-04-12T24:00:00", "1985-04-12T10:00", "1985-02-30T10:00:00", "20XX-04", "1985-XX-12", "1985-21-01",
    "1985/1984", "1985/1986/1987", "1985/86", "[]", "[1985", "{1985]", "[1985, 1986]", "[1986..1985]", "[..]",
    "[1985,]", "Y1985",
    "۱۹۸۵", "1985~?",
]  # fmt: skip


@pytest.mark.parametrize(("text", "earliest", "latest"), BOUNDS, ids=[text for text, _, _ in BOUNDS])
def test_an_edtf_text_has_these_days(text, earliest, latest):
    found = parse_edtf(text)
    assert (found.earliest.isoformat(), found.latest.isoformat()) == (earliest, latest)


@pytest.mark.parametrize("text", INVALID, ids=repr)
def test_what_is_not_edtf_is_not_mended(text):
    assert parse_edtf(text) is None


def test_leap_years_reach_before_year_nought():
    assert [days_in_month(year, 2) for year in (-4, -1, 0, 4, 1900, 2000)] == [29, 28, 29, 29, 28, 29]


@needs_practice
@pytest.mark.parametrize("level", ["valid_level_0", "valid_level_1"])
def test_every_valid_text_is_read_and_written_back_unchanged(level):
    for text in json.loads(PRACTICE.read_text(encoding="utf-8"))[level]:
        date = read_date(text)
        assert (date.edtf, date.words) == (text, text)
        assert PartialDate.from_stored(date.stored) == date


@needs_practice
@pytest.mark.parametrize("kind", ["invalid_dates", "invalid_intervals"])
def test_every_invalid_text_is_refused(kind):
    for text in json.loads(PRACTICE.read_text(encoding="utf-8"))[kind]:
        assert parse_edtf(text) is None
        with pytest.raises(PrisonersError):
            read_date(text)
