"""A term as people write it and as we write it: `2 y 7.5 m`, `two years and 7½ months`, `۵ سال و ۶ ماه`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from prisoners.errors import TermInDecimals, TermUnreadable
from prisoners.law.number_words import HALVES, IGNORED, JOINERS, NUMBERS, UNITS
from prisoners.law.terms import Term
from prisoners.vocabulary.words import Language

LONGEST_TEXT = 200
DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩٫ك\u064a", "01234567890123456789.کی")
TOKEN = re.compile(r"\d*\.\d+|\d+|½|[^\W\d_]+")
BETWEEN = re.compile(r"[\s,،؛;.\u0654\u200c\u200e\u200f]*")
HALF = re.compile(r"(?<![\d/])1/2(?![\d/])")
HYPHEN = re.compile(r"(?<=\w)-(?=[^\W\d_])")
ARTICLE_OF_A_HALF = re.compile(r"\b(?:an?\s+)?(half|½)(?:\s+an?\b)?")
DAYS_OF_A_WEEK = 7
TENS = 20
HUNDRED = 100
LONGEST_NUMBER = 4
PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


@dataclass(frozen=True)
class AnnouncedTerm:
    """The words of the source and, where they are years, months and days, the term they stand for."""

    words: str
    term: Term | None
    flag: str = ""


def read_announced(text: str) -> AnnouncedTerm:
    """The words as announced, with their term or with the reason why they are none (`18.6 years`)."""
    try:
        return AnnouncedTerm(text, read_term(text))
    except TermUnreadable as fault:
        return AnnouncedTerm(text, None, fault.sentence)


def read_term(text: str) -> Term:
    """A term from English or Persian words, digits of either script, whole words or `y m d`.

    Half a month is kept, half a year is six months. Raises TermInDecimals for `18.6 years`, TermUnreadable
    for anything that is not years, months, weeks and days, each named once.
    """
    reading = _Reading(text)
    for token in _tokens(text):
        reading.take(token)
    return reading.finish()


def _tokens(text: str) -> list[str]:
    """Numbers, halves and words; anything else between them is no term."""
    plain = HYPHEN.sub(" ", HALF.sub("½", text.translate(DIGITS).lower()))
    plain = ARTICLE_OF_A_HALF.sub(r"\1", plain)
    if len(plain) > LONGEST_TEXT or BETWEEN.sub("", TOKEN.sub("", plain)):
        raise TermUnreadable(text)
    return [token for token in TOKEN.findall(plain) if token not in IGNORED]


def write_term(term: Term, language: Language = "en") -> str:
    """`2 years and 7½ months`, `۲ سال و ۷ ماه و نیم`; `0 days` when there is nothing to serve."""
    if not term:
        return "0 days" if language == "en" else "۰ روز"
    return _in_english(term) if language == "en" else _in_persian(term)


def _in_english(term: Term) -> str:
    parts = [_counted(term.years, "year")] if term.years else []
    if term.half_month:
        parts.append(f"{term.months}½ months" if term.months else "half a month")
    elif term.months:
        parts.append(_counted(term.months, "month"))
    if term.days:
        parts.append(_counted(term.days, "day"))
    return " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _in_persian(term: Term) -> str:
    half = ("نیم" if term.months else "نیم ماه") if term.half_month else ""
    months = f"{term.months} ماه" if term.months else ""
    parts = [f"{term.years} سال" if term.years else "", months, half, f"{term.days} روز" if term.days else ""]
    return " و ".join(filter(None, parts)).translate(PERSIAN_DIGITS)


@dataclass
class _Reading:
    """What has been read so far: a number in hand, a half in hand, the units already named."""

    text: str
    number: int | None = None
    spelled: bool = False
    decimal: bool = False
    half: bool = False
    last_unit: str = ""
    found: dict[str, int] = field(default_factory=dict)
    half_month: bool = False

    def take(self, token: str) -> None:
        """One token more."""
        if token in JOINERS:
            return
        if token in HALVES:
            self._take_half()
        elif token[-1].isdecimal():
            self._take_digits(token)
        elif token in NUMBERS:
            self._take_number_word(NUMBERS[token])
        elif token in UNITS:
            self._take_unit(UNITS[token])
        else:
            raise TermUnreadable(self.text)

    def finish(self) -> Term:
        """The term, when everything in hand has found its unit."""
        if self.half:
            self._settle_half()
        if self.number is not None or not self.found:
            raise TermUnreadable(self.text)
        days = self.found.get("day", 0) + DAYS_OF_A_WEEK * self.found.get("week", 0)
        return Term(self.found.get("year", 0), self.found.get("month", 0), days, self.half_month)

    def _take_half(self) -> None:
        if self.half:
            raise TermUnreadable(self.text)
        self.half = True

    def _take_digits(self, token: str) -> None:
        whole, _, broken = token.partition(".")
        if self.number is not None or not 0 < len(whole) <= LONGEST_NUMBER:
            raise TermUnreadable(self.text)
        self._before_a_number()
        self.number, self.spelled, self.decimal = int(whole), False, bool(broken)
        self.half = broken == "5"

    def _take_number_word(self, value: int) -> None:
        if self.number is None:
            self._before_a_number()
            self.number, self.spelled = value, True
            return
        if value == HUNDRED and self.spelled and self.number < HUNDRED:
            self.number *= HUNDRED
            return
        step = HUNDRED if self.number % HUNDRED == 0 else 10
        if not self.spelled or self.number < TENS or self.number % step or value >= step:
            raise TermUnreadable(self.text)
        self.number += value

    def _take_unit(self, unit: str) -> None:
        if self.decimal and (unit != "month" or not self.half):
            raise TermInDecimals(self.text)
        if unit in self.found or (self.number is None and not self.half):
            raise TermUnreadable(self.text)
        self.found[unit], self.last_unit = self.number or 0, unit
        self.number, self.decimal = None, False
        if self.half:
            self._settle_half()

    def _before_a_number(self) -> None:
        """A half still in hand belongs to the unit before: `یک سال و نیم و سه روز`."""
        if self.half:
            self._settle_half()

    def _settle_half(self) -> None:
        """Half a year is six months, half a month stays half a month; there is no half day here."""
        self.half = False
        if self.last_unit == "month" and not self.half_month:
            self.half_month = True
        elif self.last_unit == "year" and "month" not in self.found:
            self.found["month"] = 6
        else:
            raise TermUnreadable(self.text)
