"""Stored values in words: both calendars, both languages, lengths as ranges."""

from __future__ import annotations

import datetime as dt
import sys

import pytest

from prisoners.commands import settings, tables
from prisoners.commands.lists import in_words, listed_date
from prisoners.commands.words import Words
from prisoners.dates.read import read_date
from prisoners.queries.meaning import field_named

TODAY = dt.date(2026, 3, 21)


@pytest.fixture
def words(empty_home) -> Words:
    assert not empty_home.exists()  # no settings: what is shown where nobody chose
    return Words(TODAY)


def stored(text: str) -> str:
    return read_date(text).stored


def persian(home) -> Words:
    home.mkdir(parents=True)
    settings.save(settings.Settings(calendar="gregorian", digits="persian", language="fa"))
    return Words(TODAY)


def test_a_date_stands_in_both_calendars(words):
    assert words.date(stored("25 Shahrivar 1401")) == "25 Shahrivar 1401 · 16 Sep 2022"
    assert words.date(stored("25 Shahrivar 1401"), both=False) == "25 Shahrivar 1401"
    assert words.date(None) == ""


def test_the_settings_choose_calendar_digits_and_language(empty_home):
    words = persian(empty_home)
    assert words.date(stored("2022-09-16"), both=False).startswith("۱۶")
    assert words.code("gender", "female") == "زن"
    assert words.name({"en": "Evin", "fa": "اوین"}, "en", "fa") == "اوین"


def test_a_name_of_one_script_stands_for_both(words):
    assert words.name({"en": None, "fa": "اوین"}, "en", "fa") == "اوین"


@pytest.mark.parametrize(
    ("born", "age"), [("1990-03-21", "36"), ("1990-03-22", "35"), ("1990", "35–36"), ("before 1390", "")]
)
def test_an_age_is_a_range_where_the_birth_is_partial(words, born, age):
    assert words.age(stored(born)) == age


def test_no_birth_no_age(words):
    assert words.age(None) == ""


@pytest.mark.parametrize(
    ("since", "long"),
    [
        ("2026-03-01", "20 d"),
        ("2026-03-21", "0 d"),
        ("2025-12-21", "3 m"),
        ("2020-01-01", "6 y 2 m"),
        ("2025", "2 m 21 d – 1 y 2 m"),
        ("before 1390", ""),
    ],
)
def test_how_long_is_a_range_where_the_date_is_partial(words, since, long):
    assert words.how_long(stored(since)) == long


def test_no_date_no_length(words):
    assert words.how_long(None) == ""


def test_a_province_is_called_by_its_name(words):
    say = in_words(words, field_named("province"))
    assert (say("tehran"), say("nowhere"), say(None)) == ("Tehran", "nowhere", "")


def test_a_list_on_a_narrow_screen_shows_one_calendar(words, monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    for columns, shown in (
        ("80", "25\u00a0Shahrivar\u00a01401"),
        ("120", "25\u00a0Shahrivar\u00a01401 · 16\u00a0Sep\u00a02022"),
    ):
        monkeypatch.setenv("COLUMNS", columns)
        tables.screen_width.cache_clear()
        assert listed_date(words, stored("25 Shahrivar 1401")) == shown
    tables.screen_width.cache_clear()
