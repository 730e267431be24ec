"""How a file speaks: its words, codes, dates and numbers in English, in Persian, or in both."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import cache, lru_cache
from typing import Self

from prisoners.dates.partial import Calendar, PartialDate
from prisoners.dates.speech import in_persian_digits
from prisoners.dates.write import write_date
from prisoners.reference import reference_list
from prisoners.sheets.persian import PERSIAN
from prisoners.vocabulary.words import Language, label

BETWEEN = " · "
Both = tuple[str, str]
"""English, Persian."""


class Lang(StrEnum):
    """The language of a file."""

    EN = "en"
    FA = "fa"
    BOTH = "both"


PARTED: dict[Language, str] = {"en": "; ", "fa": "؛ "}
"""What stands between several answers."""
LANGUAGES: dict[str, Both] = {
    "ar": ("Arabic", "عربی"),
    "az": ("Azerbaijani", "ترکی آذربایجانی"),
    "bal": ("Baluchi", "بلوچی"),
    "ckb": ("Sorani Kurdish", "کردی سورانی"),
    "de": ("German", "آلمانی"),
    "en": ("English", "انگلیسی"),
    "es": ("Spanish", "اسپانیایی"),
    "fa": ("Persian", "فارسی"),
    "fr": ("French", "فرانسوی"),
    "it": ("Italian", "ایتالیایی"),
    "kmr": ("Kurmanji Kurdish", "کردی کرمانجی"),
    "ku": ("Kurdish", "کردی"),
    "nl": ("Dutch", "هلندی"),
    "sv": ("Swedish", "سوئدی"),
    "tr": ("Turkish", "ترکی استانبولی"),
}
"""The languages in which sources are written, by the letters that stand for them."""


class Twofold(str):
    """A text in both languages; where it stands in another such text, each language takes its own side."""

    __slots__ = ("both",)
    both: Both

    def __new__(cls, both: Both) -> Self:
        """Both sides, or the one that there is."""
        made = super().__new__(cls, BETWEEN.join(dict.fromkeys(text for text in both if text)))
        made.both = both
        return made


def sides(facts: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """What is to be said, in English and in Persian."""
    english = {name: fact.both[0] if isinstance(fact, Twofold) else fact for name, fact in facts.items()}
    persian = {name: fact.both[1] if isinstance(fact, Twofold) else fact for name, fact in facts.items()}
    return english, persian


class Speech:
    """One file's way to speak."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    @property
    def is_persian(self) -> bool:
        """Whether it is read from right to left."""
        return self.lang is Lang.FA

    def either(self, both: Both) -> str:
        """A text that is there in both languages."""
        if self.lang is Lang.BOTH:
            return Twofold(both)
        return both[self.is_persian]

    def told(self, say: Callable[[Language], str]) -> str:
        """What can be said in either language, said."""
        return self.either(
            (say("en") if self.lang is not Lang.FA else "", "" if self.lang is Lang.EN else say("fa"))
        )

    def words(self, english: str, **facts: str) -> str:
        """A fixed text of the files, in the language of this one; what has no Persian stays English."""
        return self.filled((english, PERSIAN.get(english, english)), facts)

    def filled(self, both: Both, facts: dict[str, str]) -> str:
        """A text with its facts, each in its language."""
        english, persian = sides(facts)
        return self.either((both[0].format(**english), both[1].format(**persian)))

    def several(self, parts: Iterable[object]) -> str:
        """Several answers in one cell, parted as the language does; in both languages each has its own list."""
        told = [part if isinstance(part, str) else str(part) for part in parts if part]
        if not any(isinstance(part, Twofold) for part in told):
            return PARTED["fa" if self.is_persian else "en"].join(told)
        both = [part.both if isinstance(part, Twofold) else (part, part) for part in told]
        english, persian = zip(*both, strict=True)
        return self.either((PARTED["en"].join(english), PARTED["fa"].join(persian)))

    def code(self, code_list: str, code: str | None) -> str:
        """What a code is called; nothing for none."""
        return self.either((label(code_list, code, "en"), label(code_list, code, "fa"))) if code else ""

    def named(self, row: Mapping[str, str | None]) -> str:
        """What an entry of a reference list is called; nothing for none."""
        english = row.get("name_en") or ""
        return self.either((english, row.get("name_fa") or english))

    def province(self, code: str | None) -> str:
        """What a province is called; one that the list does not know stands as it is."""
        return self.either(_provinces().get(code, (code, code))) if code else ""

    def language(self, code: str | None) -> str:
        """What a language is called; one that has no name here stands as it is recorded."""
        return self.either(LANGUAGES.get(code.lower(), (code, code))) if code else ""

    def date(self, stored: str | None) -> str:
        """A stored date; nothing for none."""
        return _date(stored, self.lang) if stored else ""

    def day(self, day: dt.date | str) -> str:
        """One day: as everybody writes it in English, in both calendars where Persian is read."""
        return str(day) if self.lang is Lang.EN else self.date(f"{day} {day} {day}|gregorian|")

    def number(self, number: int) -> str:
        """A number in the digits of the language."""
        return self.digits(str(number))

    def digits(self, text: str) -> str:
        """A text with its digits in those of the language."""
        return in_persian_digits(text) if self.is_persian else text

    def text(self, cell: str | int) -> str:
        """A cell as it is read."""
        return self.number(cell) if isinstance(cell, int) else cell


@lru_cache(maxsize=65536)
def _date(stored: str, lang: Lang) -> str:
    date = PartialDate.from_stored(stored)
    if lang is Lang.EN:
        return write_date(date, first=Calendar.GREGORIAN)
    if lang is Lang.FA:
        return write_date(date, digits="persian", language="fa")
    persian = write_date(date, digits="persian", language="fa", both=False)
    return Speech(lang).either((write_date(date, first=Calendar.GREGORIAN, both=False), persian))


@cache
def _provinces() -> dict[str, Both]:
    return {row["code"]: (row["name_en"], row["name_fa"]) for row in reference_list("provinces")}
