"""What is stored, in words for people: dates in both calendars, codes, terms, lengths of time, ages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from prisoners.commands import settings
from prisoners.commands.safe import isolated, safe_text
from prisoners.vocabulary.words import Language, label

if TYPE_CHECKING:
    from prisoners.dates.partial import PartialDate


class Words:
    """Says things as the settings have it, on the day of the command."""

    def __init__(self, today: dt.date) -> None:
        self.today = today

    @cached_property
    def settings(self) -> settings.Settings:
        """How dates and words are shown here."""
        return settings.load()

    @property
    def language(self) -> Language:
        """The language of codes."""
        return "fa" if self.settings.language == "fa" else "en"

    @property
    def digits(self) -> Literal["latin", "persian"]:
        """The digits of dates, ages and lengths of time."""
        return "persian" if self.settings.digits == "persian" else "latin"

    def text(self, value: object) -> str:
        """A text from data, on one line, as it may be shown."""
        return isolated(safe_text(value, one_line=True))

    def date(self, stored: str | None, *, both: bool = True) -> str:
        """A stored date in both calendars; "" for none."""
        if stored is None:
            return ""
        from prisoners.dates.partial import Calendar, PartialDate
        from prisoners.dates.write import write_date

        written = write_date(
            PartialDate.from_stored(stored),
            first=Calendar(self.settings.calendar),
            digits=self.digits,
            language=self.language,
            both=both,
        )
        return self.text(written)

    def code(self, code_list: str, code: str | None) -> str:
        """What a code is called; "" for none."""
        return isolated(label(code_list, code, self.language)) if code else ""

    def codes(self, *pairs: tuple[str, str | None]) -> str:
        """Several codes beside each other, those that are there."""
        return ", ".join(self.code(code_list, code) for code_list, code in pairs if code)

    def name(self, row: Mapping[str, Any], latin: str, persian: str) -> str:
        """A name that stands in two columns, in the script of the language, else in the other."""
        first, other = (persian, latin) if self.language == "fa" else (latin, persian)
        return self.text(row[first] or row[other] or "")

    def term(self, row: Mapping[str, Any], part: str = "") -> str:
        """The years, months and days of a sentence (or of its suspended `part`); "" where none are given."""
        from prisoners.law.term_words import write_term
        from prisoners.law.terms import Term

        years, months, days = (row[f"{part}{unit}"] for unit in ("years", "months", "days"))
        half = bool(row[f"{part}half_month"])
        if (years, months, days) == (None, None, None) and not half:
            return ""
        return isolated(write_term(Term(years or 0, months or 0, days or 0, half_month=half), self.language))

    def how_long(self, stored: str | None) -> str:
        """How long ago a date was, as a range where it is partial; "" where it cannot be said."""
        from prisoners.dates.write import write_span

        return (
            write_span(_partial(stored), self.today, digits=self.digits, language=self.language)
            if stored
            else ""
        )

    def age(self, stored: str | None) -> str:
        """How old somebody is today, as a range where the date of birth is partial; "" where it cannot be said."""
        from prisoners.dates.write import write_age

        return (
            write_age(_partial(stored), self.today, digits=self.digits, language=self.language)
            if stored
            else ""
        )


def _partial(stored: str) -> PartialDate:
    from prisoners.dates.partial import PartialDate

    return PartialDate.from_stored(stored)
