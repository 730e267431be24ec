"""The readings of a case that the recorded facts leave open: which law, which class, whose decision."""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from typing import NamedTuple

from prisoners.dates.partial import PartialDate
from prisoners.vocabulary.justice import PunishmentClass


class Article134(IntEnum):
    """The rule on several offences that was in force when judgment was given."""

    NONE = 0
    """Islamic Penal Code 1370, art. 47: a punishment of its own for every different offence."""

    TEXT_2013 = 1
    """Islamic Penal Code 1392, art. 134 as first written: the heaviest, degrees 7 and 8 apart (note 4)."""

    TEXT_2020 = 2
    """The same as amended on 23 Ordibehesht 1399: the heaviest of all (paragraphs d and e)."""


ARTICLE_134_FROM: dict[Article134, date] = {
    Article134.NONE: date.min,
    Article134.TEXT_2013: date(2013, 6, 12),
    Article134.TEXT_2020: date(2020, 5, 12),
}
"""From which day each text is applied to judgments.

The code of 1392 came into force on 22 Khordad 1392. The text of 1399 is applied from the day it was adopted,
since the milder law holds at once (art. 10); the gazette came weeks later.
"""


class Reading(NamedTuple):
    """One way to fill what is not recorded."""

    law: Article134
    unknown_class: PunishmentClass
    unknown_degree_is_low: bool
    unknown_commutation_is_pardon: bool


def texts_of_134(on: PartialDate | None) -> tuple[Article134, ...]:
    """Every text of art. 134 that may have been in force at a date as precise as its source, oldest first."""
    if on is None:
        return tuple(Article134)
    first, last = _text_on(on.earliest), _text_on(on.latest)
    return tuple(text for text in Article134 if first <= text <= last)


def readings(judged_on: PartialDate | None) -> tuple[Reading, Reading]:
    """The mildest and the harshest reading of what is not recorded.

    Every open fact has a milder side: the later text of art. 134 adds up less, ta'zir is absorbed where hadd
    is not, degree 6 is absorbed where degree 7 was added, and a pardon brings up no other punishment. So the
    two extremes bound every reading between them.
    """
    texts = texts_of_134(judged_on)
    return (
        Reading(
            texts[-1], PunishmentClass.TAZIR, unknown_degree_is_low=False, unknown_commutation_is_pardon=True
        ),
        Reading(
            texts[0], PunishmentClass.HADD, unknown_degree_is_low=True, unknown_commutation_is_pardon=False
        ),
    )


def _text_on(day: date) -> Article134:
    return max(text for text, first in ARTICLE_134_FROM.items() if first <= day)
