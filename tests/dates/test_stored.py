"""A stored date is told from a text that only looks like one."""

import pytest

from prisoners.dates.read import read_date
from prisoners.dates.stored import stored_date
from tests.dates.readings import unread


@pytest.mark.parametrize(
    "words",
    ["25 Shahrivar 1401", "about 2022", "2022 or 2023", "March 2020 to May 2020", "before 1399"],
)
def test_a_date_is_told_by_the_text_that_is_kept_of_it(words):
    date = read_date(words)
    assert stored_date(date.stored) == date


def test_words_that_were_not_read_are_kept_as_a_date_that_is_none():
    assert stored_date(unread("in the spring").stored) == unread("in the spring")


@pytest.mark.parametrize(
    "text",
    [
        "2022-01-01 2022-01-01 Niva Kohandezhi 0912 345 6789|x|hello",
        "2022-01-01 2022-01-01 Niva Kohandezhi|jalali|hello",
        "2022-01-01 2022-01-01 2022-01-01|x|hello",
        "2022-01-01 2022-01-02 2022-01-01|jalali|the days are not those of the EDTF",
        "2022-13-01 2022-13-01 2022-13-01|jalali|no such month",
        "2022-01-01 2022-01-01 |unread|no date was read, and yet there are days",
        "9999-12-31 9999-12-31 Y9123456789|gregorian|a telephone",
        "2022-01-01 2022-01-01 2022-01-01 no calendar",
        "",
    ],
)
def test_what_only_looks_like_a_date_is_a_text(text):
    assert stored_date(text) is None
