"""How a report speaks: words, codes, dates and numbers in English, in Persian, or in both."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from functools import cache

from prisoners.dates.partial import Calendar, PartialDate
from prisoners.dates.speech import in_persian_digits
from prisoners.dates.write import write_date
from prisoners.reference import reference_list
from prisoners.reports.phrases import HEADINGS, SAID, TITLES, Both
from prisoners.vocabulary.words import label

BETWEEN = " · "


class Lang(StrEnum):
    """The language of a report."""

    EN = "en"
    FA = "fa"
    BOTH = "both"


class Speech:
    """One report's way to speak."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    @property
    def is_persian(self) -> bool:
        """Whether it is read from right to left."""
        return self.lang is Lang.FA

    def either(self, both: Both) -> str:
        """A text that is there in both languages."""
        if self.lang is Lang.BOTH:
            return BETWEEN.join(dict.fromkeys(text for text in both if text))
        return both[self.is_persian]

    def heading(self, key: str) -> str:
        """The heading of a column."""
        return self.either(HEADINGS[key])

    def title(self, key: str, **facts: str) -> str:
        """The title of a table."""
        return self._filled(TITLES[key], facts)

    def said(self, key: str, **facts: str) -> str:
        """A sentence about a table, or a word in one."""
        return self._filled(SAID[key], facts)

    def _filled(self, both: Both, facts: dict[str, str]) -> str:
        return self.either((both[0].format(**facts), both[1].format(**facts)))

    def code(self, code_list: str, code: str | None) -> str:
        """What a code is called; nothing for none."""
        return self.either((label(code_list, code, "en"), label(code_list, code, "fa"))) if code else ""

    def province(self, code: str | None) -> str:
        """What a province is called; one that the list does not know stands as it is."""
        return self.either(_provinces().get(code, (code, code))) if code else ""

    def date(self, stored: str | None) -> str:
        """A stored date; nothing for none."""
        if not stored:
            return ""
        date = PartialDate.from_stored(stored)
        if self.lang is Lang.EN:
            return write_date(date)
        if self.is_persian:
            return write_date(date, digits="persian", language="fa")
        persian = write_date(date, digits="persian", language="fa", both=False)
        return self.either((write_date(date, first=Calendar.GREGORIAN, both=False), persian))

    def day(self, day: dt.date | str) -> str:
        """One day: as everybody writes it in English, in both calendars where Persian is read."""
        return str(day) if self.lang is Lang.EN else self.date(f"{day} {day} {day}|gregorian|")

    def number(self, number: int) -> str:
        """A number in the digits of the language."""
        return in_persian_digits(str(number)) if self.is_persian else str(number)

    def text(self, cell: str | int) -> str:
        """A cell as it is read."""
        return self.number(cell) if isinstance(cell, int) else cell


@cache
def _provinces() -> dict[str, Both]:
    return {row["code"]: (row["name_en"], row["name_fa"]) for row in reference_list("provinces")}
