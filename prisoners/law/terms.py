"""A term of punishment as it was pronounced: years, months and days kept apart, never a decimal."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from prisoners.errors import PartLongerThanWhole, TermNegative

MONTHS_OF_A_YEAR = 12
DAYS_OF_A_MONTH = 30
"""Code of Civil Procedure 1379, art. 443: a year has twelve months, a month thirty days, a week seven."""

DAYS_OF_HALF_A_MONTH = 15
DAYS_OF_A_YEAR = 365
DAYS_OF_A_CYCLE, MONTHS_OF_A_CYCLE = 12_053, 396
"""The Jalali cycle of 33 years: a month has 12,053/396 days on average."""


@dataclass(frozen=True)
class Term:
    """Years, months (and half a month) and days, as the judgment says them.

    Twelve months are a year wherever they are counted; days never become months, since the months of the
    calendar have 29 to 31 of them. Half a month is fifteen days (art. 443 gives the month thirty), but is
    kept as it was pronounced.
    """

    years: int = 0
    months: int = 0
    days: int = 0
    half_month: bool = False

    def __post_init__(self) -> None:
        if min(self.years, self.months, self.days) < 0:
            raise TermNegative(self.years, self.months, self.days)

    def __bool__(self) -> bool:
        """Whether there is any time to serve."""
        return bool(self.years or self.months or self.days or self.half_month)

    def __add__(self, other: Term) -> Term:
        """Both terms one after the other, each unit added to its own kind; two halves are a month."""
        both_halves = self.half_month and other.half_month
        return Term(
            self.years + other.years,
            self.months + other.months + both_halves,
            self.days + other.days,
            self.half_month != other.half_month,
        )

    @property
    def whole_months(self) -> int:
        """Years and months counted in months; the half month and the days are not among them."""
        return self.years * MONTHS_OF_A_YEAR + self.months

    @property
    def loose_days(self) -> int:
        """The days, with half a month as fifteen of them."""
        return self.days + DAYS_OF_HALF_A_MONTH * self.half_month

    @property
    def weight(self) -> int:
        """What the heavier term has more of: 396ths of a day, every month as long as the average Jalali month.

        It puts terms into one order and nothing else; it is never shown, stored or counted with. Where one
        term is longer than another from whatever day both begin, its weight is greater
        (`reckoning.compare` says when that is so).
        """
        return self.whole_months * DAYS_OF_A_CYCLE + self.loose_days * MONTHS_OF_A_CYCLE

    def tidy(self) -> Term:
        """The same term with every twelve months written as a year."""
        years, months = divmod(self.whole_months, MONTHS_OF_A_YEAR)
        return Term(years, months, self.days, self.half_month)


def term_of_months(months: int, days: int = 0) -> Term:
    """A term counted in months, its full years written as years."""
    return Term(months=months, days=days).tidy()


def total(terms: list[Term]) -> Term:
    """All terms added, unit by unit: what a judgment announces when its components are added up."""
    return sum(terms, Term())


def minus(whole: Term, part: Term) -> Term:
    """What is left of a term when a part is taken away, as a suspended part is from a sentence.

    Months come from months and days from days; where one kind does not reach, a month is broken into thirty
    days or made of them (Code of Civil Procedure 1379, art. 443), twelve months into the 365 of a year.
    Raises PartLongerThanWhole.
    """
    months = whole.whole_months - part.whole_months
    half = whole.half_month and not part.half_month
    days = whole.days - part.days - DAYS_OF_HALF_A_MONTH * (part.half_month and not whole.half_month)
    if half and min(days, months) < 0:
        days, half = days + DAYS_OF_HALF_A_MONTH, False
    if days < 0:
        broken = _months_to_break(-days)
        months, days = months - broken, days + _days_in(broken)
    elif months < 0:
        months, days = 0, days - _days_in(-months)
    if months < 0 or days < 0:
        raise PartLongerThanWhole(_in_units(part), _in_units(whole))
    return Term(months=months, days=days, half_month=half).tidy()


def _days_in(months: int) -> int:
    """Days of broken months: thirty each, twelve of them 365."""
    years, rest = divmod(months, MONTHS_OF_A_YEAR)
    return DAYS_OF_A_YEAR * years + DAYS_OF_A_MONTH * rest


def _months_to_break(days: int) -> int:
    """How many months must be broken to give so many days."""
    years, rest = divmod(days, DAYS_OF_A_YEAR)
    return MONTHS_OF_A_YEAR * years + min(-(-rest // DAYS_OF_A_MONTH), MONTHS_OF_A_YEAR)


def share(whole: Term, part: Fraction) -> Term:
    """A part of a term: a third for conditional release, three quarters after art. 442.

    A broken month counts thirty days (Code of Civil Procedure, art. 443); a broken day is rounded up, since
    less than a day is served as a day.
    """
    parts, of = part.numerator, part.denominator
    months, broken = divmod(whole.whole_months * parts, of)
    days = broken * DAYS_OF_A_MONTH + whole.loose_days * parts
    return term_of_months(months, -(-days // of))


def _in_units(term: Term) -> str:
    """The term for a fault's sentence: `5 years 6½ months`."""
    units = (("year", term.years, ""), ("month", term.months, "½" * term.half_month), ("day", term.days, ""))
    told = [
        f"{number or ''}{half} {unit}{'' if number == 1 and not half else 's'}"
        for unit, number, half in units
        if number or half
    ]
    return " ".join(told) or "0 days"
