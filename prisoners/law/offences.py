"""Which version of an offence was law on a day, and what it allows at most."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from prisoners.dates.partial import PartialDate
from prisoners.law.readings import Article134, texts_of_134
from prisoners.law.reasons import Reason, reason
from prisoners.law.reckoning import Answer, Comparison, compare, lasted, window_of
from prisoners.law.terms import Term, share
from prisoners.vocabulary.justice import PunishmentClass

AGGRAVATED: dict[Article134, Fraction] = {
    Article134.NONE: Fraction(1),
    Article134.TEXT_2013: Fraction(3, 2),
    Article134.TEXT_2020: Fraction(5, 4),
}
"""How far more than three offences may exceed the greatest term: by a half (2013), by a quarter (2020)."""

FEW_OFFENCES = 3

ABOVE_DEGREE: tuple[tuple[Term, int], ...] = (
    (Term(years=25), 1),
    (Term(years=15), 2),
    (Term(years=10), 3),
    (Term(years=5), 4),
    (Term(years=2), 5),
    (Term(months=6), 6),
    (Term(days=90), 7),
)
"""Islamic Penal Code 1392, art. 19: a greatest term above each of these is of the degree beside it.

Degree 7 begins at 91 days, degree 8 ends at three months, which are not certainly longer than 90 days.
"""

LOWEST_DEGREE = 8


class OffenceText(NamedTuple):
    """One version of an article: what it allows, and from when to when it was law."""

    name: str
    punishment_class: PunishmentClass = PunishmentClass.UNKNOWN
    least: Term | None = None
    greatest: Term | None = None
    valid_from: PartialDate | None = None
    valid_until: PartialDate | None = None


def in_force(text: OffenceText, on: PartialDate) -> Answer:
    """Whether a version was law on a day, both ends included; a missing end does not bound it.

    An act is judged by the law of its day (Islamic Penal Code 1392, art. 10): what was done before 8 October
    2025 does not fall under the espionage law of 1404.
    """
    return lasted(text.valid_from, text.valid_until, on)


def not_yet_law(text: OffenceText, acted_on: PartialDate) -> Reason | None:
    """The doubt about a charge for an act that was done before the offence was law (art. 10)."""
    if text.valid_from is None or not acted_on.certainly_before(text.valid_from):
        return None
    return reason(
        "not_yet_law",
        offence=text.name,
        acted=window_of(acted_on),
        since=window_of(text.valid_from),
    )


def greatest_allowed(text: OffenceText, judged_on: PartialDate | None, offences: int) -> Term | None:
    """The longest term a court may pronounce: the article's, more of it for over three different offences.

    Islamic Penal Code 1392, art. 134: up to a half more in the text of 2013, a quarter in that of 2020. Where
    the judgment's date leaves the text open, the larger is taken, so that a doubt is one.
    """
    if text.greatest is None or offences <= FEW_OFFENCES:
        return text.greatest
    return share(text.greatest, max(AGGRAVATED[law] for law in texts_of_134(judged_on)))


def above_maximum(
    term: Term, text: OffenceText, judged_on: PartialDate | None = None, *, offences: int = 1
) -> Reason | None:
    """The doubt about a term that is certainly longer than the article allows; None where it may be right.

    `offences` counts the different offences of the judgment; repetition (art. 137) is not considered.
    """
    greatest = greatest_allowed(text, judged_on, offences)
    if greatest is None or not _longer(term, greatest):
        return None
    code = "above_maximum" if offences <= FEW_OFFENCES else "above_maximum_many"
    return reason(code, term=term, maximum=greatest, offence=text.name)


def degree(text: OffenceText) -> int | None:
    """The degree of a ta'zir offence by its greatest prison term (Islamic Penal Code 1392, art. 19)."""
    if text.greatest is None:
        return None
    return next((number for above, number in ABOVE_DEGREE if _longer(text.greatest, above)), LOWEST_DEGREE)


def _longer(term: Term, other: Term) -> bool:
    return compare(term, other) is Comparison.LONGER
