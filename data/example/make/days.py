"""Writes days as people write them: in two calendars and scripts, some only to the month, the season, the year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from random import Random

from prisoners.dates.jalali import MONTHS, from_gregorian
from prisoners.dates.read import read_date

MONTHS_FA = (
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
)  # fmt: skip
MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASONS = (("spring", "بهار"), ("summer", "تابستان"), ("autumn", "پاییز"), ("winter", "زمستان"))
_PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")

Writer = Callable[[dt.date], str]


class Day:
    """A day of a story; how precisely it is written is decided when the whole story is known."""

    def __init__(self, on: dt.date, words: str = "") -> None:
        self.on, self.words = on, words

    def exactly(self, random: Random) -> None:
        """Write it to the day, in one of the ways of the press, unless it is written already."""
        self.words = self.words or _written(random.choice(EXACT), self.on)

    def roughly(self, random: Random, after: dt.date, before: dt.date) -> None:
        """Write it less precisely, where it still lies surely between the days of its neighbours."""
        for writer in random.sample(ROUGH, len(ROUGH)):
            words = _written(writer, self.on)
            read = read_date(words)
            if after < read.earliest and read.latest < before:
                self.words = words
                return
        self.exactly(random)


def _written(writer: Writer, on: dt.date) -> str:
    """The words of a day, proved to be read as a date that can be that day."""
    words = writer(on)
    read = read_date(words)
    if not read.earliest <= on <= read.latest:
        raise ValueError(words)
    return words


def in_persian_digits(text: str | int) -> str:
    """The same number in Persian digits."""
    return str(text).translate(_PERSIAN_DIGITS)


def _iso(on: dt.date) -> str:
    return on.isoformat()


def _jalali(on: dt.date) -> str:
    year, month, day = from_gregorian(on)
    return f"{day} {MONTHS[month - 1]} {year}"


def _persian(on: dt.date) -> str:
    year, month, day = from_gregorian(on)
    return in_persian_digits(f"{day} {MONTHS_FA[month - 1]} {year}")


def _slashes(on: dt.date) -> str:
    year, month, day = from_gregorian(on)
    return f"{year}/{month:02}/{day:02}"


def persian_slashes(on: dt.date) -> str:
    """The day as Persian lists have it: ۱۴۰۱/۰۶/۲۵."""
    return in_persian_digits(_slashes(on))


def _english(on: dt.date) -> str:
    return f"{on.day} {MONTHS_EN[on.month - 1]} {on.year}"


def month(on: dt.date) -> str:
    """The Jalali month alone, in Latin letters."""
    year, number, _ = from_gregorian(on)
    return f"{MONTHS[number - 1]} {year}"


def _month_fa(on: dt.date) -> str:
    year, number, _ = from_gregorian(on)
    return f"{MONTHS_FA[number - 1]} {in_persian_digits(year)}"


def _month_en(on: dt.date) -> str:
    return f"{MONTHS_EN[on.month - 1]} {on.year}"


def _third(on: dt.date) -> str:
    year, number, day = from_gregorian(on)
    part = "early" if day <= 10 else "late" if day > 20 else ""  # noqa: PLR2004 -- the thirds of a month
    return f"{part} {MONTHS[number - 1]} {year}".strip()


def _season(on: dt.date) -> str:
    year, number, _ = from_gregorian(on)
    return f"{SEASONS[(number - 1) // 3][0]} {year}"


def _season_fa(on: dt.date) -> str:
    year, number, _ = from_gregorian(on)
    return f"{SEASONS[(number - 1) // 3][1]} {in_persian_digits(year)}"


def _about(on: dt.date) -> str:
    return f"about {_jalali(on)}"


def year_of(on: dt.date) -> str:
    """The Jalali year alone."""
    return str(from_gregorian(on)[0])


EXACT: tuple[Writer, ...] = (
    _iso,
    _iso,
    _jalali,
    _jalali,
    _jalali,
    _persian,
    _slashes,
    persian_slashes,
    _english,
)
ROUGH: tuple[Writer, ...] = (month, _month_fa, _month_en, _third, _third, _season, _season_fa, _about)


def born(random: Random, on: dt.date) -> str:
    """A birth as lists give it: a day, a month, a year, or about a year, in either calendar."""
    year = from_gregorian(on)[0]
    ways: list[Writer] = [
        _iso, _jalali, persian_slashes, month, _month_en,
        lambda _: str(year), lambda _: in_persian_digits(year), lambda _: str(on.year), lambda _: str(year),
        lambda _: f"circa {year}", lambda _: f"حدود {in_persian_digits(year)}", lambda _: f"about {on.year}",
        lambda _: f"{year} or {year + 1}",
    ]  # fmt: skip
    return _written(random.choice(ways), on)
