"""Tokens that say when: numbers, months, seasons, decades, numeric dates, days counted from today."""

from __future__ import annotations

from typing import Any

from prisoners.dates.partial import Calendar
from prisoners.dates.pieces import YEAR_DIGITS, Phrase, Piece, Unclear
from prisoners.dates.scan import Token

_LAST_DAY_NUMBER = 31
_LONGEST_SHORT_NUMBER = 2
LAST_WEEK = 5
_END_WEEKS = {(0, 3): 1, (2, 3): LAST_WEEK}
_WINTER = 4
_PARTS = {"half": 2, "quarter": 4, "decade": 3, "week": 4}


class Moments:
    """Reads tokens one after another into the piece at hand."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.place = 0
        self.result = Phrase()
        self.piece = Piece()

    def _next(self, ahead: int = 0) -> Token:
        place = self.place + ahead
        return self.tokens[place] if place < len(self.tokens) else Token("end")

    def _on_strange(self, token: Token) -> None:
        raise Unclear(f"“{token.value or token.kind}” is not a word of a date that is known here")

    def _on_number(self, token: Token) -> None:
        digits: str = token.value
        if self._relative(int(digits)):
            return
        if self.piece.decade == "decade":
            self.piece.decade = digits
        elif len(digits) == YEAR_DIGITS:
            self._set("year", digits)
            self._decade_in_english()
        elif len(digits) > _LONGEST_SHORT_NUMBER or int(digits) == 0:
            raise Unclear(f"{digits} is neither a day nor a year")
        elif int(digits) > _LAST_DAY_NUMBER or (self.piece.day and self.piece.month):
            self._set("year", digits.zfill(2))
            self._decade_in_english()
        elif self.piece.month and digits.startswith("0"):
            raise Unclear(f"{digits} after a month may be a day or a year")
        else:
            self._set("day", int(digits))

    def _on_spelled(self, token: Token) -> None:
        number = int(token.value)
        if self._relative(number):
            return
        following = self._next()
        if following.kind == "unit" and following.value in {"week", "quarter"}:
            self.place += 1
            self._part_by_number(number, following.value)
        elif following.kind == "half":
            self.place += 1
            self._part_by_number(number, "half")
        else:
            self._set("day", number)

    def _part_by_number(self, number: int, unit: str) -> None:
        parts = _PARTS[unit]
        if not 1 <= number <= parts:
            raise Unclear(f"there is no such {unit}")
        if unit == "week":
            self._set("week", number)
        else:
            self._set("cut", (number - 1, parts))

    def _relative(self, number: int) -> bool:
        """Three days ago, سه روز پیش."""
        if self._next().kind == "unit" and self._next(1).kind == "ago":
            self._set("when", (self._next().value.removesuffix("s"), -number, None))
            self.place += 2
            return True
        return False

    def _on_unit(self, token: Token) -> None:
        unit, following = token.value, self._next()
        if following.kind in {"ago", "last"}:
            self._set("when", (unit, -1, None))
            self.place += 1
        elif following.kind == "this":
            self._set("when", (unit, 0, None))
            self.place += 1
        elif following.kind == "spelled" and unit in {"week", "quarter"}:
            self.place += 1
            self._part_by_number(int(following.value), unit)
        elif unit == "week" and following.kind == "part" and following.value in _END_WEEKS:
            self.place += 1
            self._set("week", _END_WEEKS[following.value])
        elif unit.endswith("s") or (
            self.piece.day and not self.piece.month and (token.persian or unit == "year")
        ):
            raise Unclear("it counts days, months or years, and names none")
        elif unit == "year" and self.piece.is_empty:
            self.piece.is_said_to_be_a_year = True
            self.piece.in_persian = token.persian
        elif unit == "week" and self.piece.is_empty:
            self._set("week_of", True)
        elif unit in {"week", "quarter"}:
            raise Unclear(f"it does not say which {unit}")

    def _on_last(self, token: Token) -> None:
        following = self._next()
        if following.kind != "unit":
            self._on_strange(Token("strange", token.kind))
        self.place += 1
        if token.kind == "last" and following.value == "week" and self._next().kind == "month":
            self._set("week", LAST_WEEK)
        else:
            self._set("when", (following.value, -1 if token.kind == "last" else 0, None))

    _on_this = _on_last

    def _on_half(self, _: Token) -> None:
        following = self._next()
        if following.kind == "spelled":
            self.place += 1
            self._part_by_number(int(following.value), "half")
        else:
            self._set("cut", (1, 3))

    def _on_part(self, token: Token) -> None:
        self._set("cut", token.value)

    def _on_decade(self, _: Token) -> None:
        following = self._next()
        if following.kind == "spelled" and self._next(1).kind == "month":
            self.place += 1
            self._part_by_number(int(following.value), "decade")
        elif following.kind in {"number", "ten"}:
            self.piece.decade = "decade"
        else:
            raise Unclear("it does not say which decade")

    def _decade_in_english(self) -> None:
        following = self._next()
        if following.kind == "strange" and following.value == "s":
            if not self.piece.year.endswith("0"):
                raise Unclear("a decade begins with a year that ends in 0")
            self.place += 1
            # "80s" stays marked: unlike دهه ۸۰ it may be of either calendar, and is said of each decade anew.
            self.piece.decade, self.piece.year = self.piece.year + "s", ""

    def _on_month(self, token: Token) -> None:
        self.piece.calendar, month = token.value
        self.piece.names_month_first = self.piece.day is None
        self._set("month", month)

    def _on_season(self, token: Token) -> None:
        self._set("season", token.value)
        self.piece.in_persian = token.persian

    def _on_weekday(self, token: Token) -> None:
        self._set("weekday", token.value)

    def _on_when(self, token: Token) -> None:
        self._set("when", token.value)

    def _on_era(self, token: Token) -> None:
        self._set("era", token.value)

    def _on_meem(self, _: Token) -> None:
        # "۲۵م" is the 25th; "۲۰۲۲ م" is 2022 of the Gregorian calendar (میلادی).
        if self.piece.year or self.piece.three:
            self._set("era", Calendar.GREGORIAN)

    def _on_three(self, token: Token) -> None:
        if not self.piece.is_empty:
            raise Unclear("a numeric date stands beside another number or month")
        self.piece.three = token.value

    def _on_masked(self, token: Token) -> None:
        self._set("decade", token.value)

    def _on_two(self, token: Token) -> None:
        year, month, sign, year_first = token.value
        if (
            self.piece.season == _WINTER
            and year_first
            and month.isdecimal()
            and int(month) == (int(year) + 1) % 100
        ):
            self._set("year", year)
            self.piece.two_years = True
            return
        if not self.piece.is_empty:
            raise Unclear("a numeric date stands beside another number or month")
        self.piece.three = (year, month, "", sign) if year_first else ("", month, year, sign)

    def _set(self, name: str, value: Any) -> None:
        if getattr(self.piece, name) not in (None, "", False):
            raise Unclear("it says two things at once that do not go together")
        setattr(self.piece, name, value)
