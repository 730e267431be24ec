"""What is due: of what kind, about whom, until when, and how it is asked of the registry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from prisoners.dates.partial import PartialDate
from prisoners.law.deadlines import VERIFY_EVERY, Deadline
from prisoners.law.reckoning import Answer, Window
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference
from prisoners.vocabulary.words import Language

Row = Mapping[str, Any]


class DueKind(StrEnum):
    """What needs somebody today, the most urgent first."""

    EXECUTION = "execution"
    HUNGER_STRIKE = "hunger_strike"
    OBJECTION = "objection"
    APPEAL = "appeal"
    CASSATION = "cassation"
    SURRENDER = "surrender"
    DETENTION_ORDER = "detention_order"
    SUMMONS_TO_SERVE = "summons_to_serve"
    FURLOUGH = "furlough"
    RELEASE = "release"
    DETENTION_CAP = "detention_cap"
    BAIL = "bail"
    VERIFICATION = "verification"
    ANSWER = "answer"
    CONSENT = "consent"
    FOLLOW_UP = "follow_up"


class DueState(StrEnum):
    """How it stands today."""

    RUNNING = "running"
    """It goes on: a hunger strike, a death sentence."""
    AHEAD = "ahead"
    MAY_BE_OVER = "may_be_over"
    OVER = "over"
    UNKNOWN = "unknown"
    """The day cannot be computed; what is missing is said."""


WHEN_PASSED = {Answer.NO: DueState.AHEAD, Answer.PERHAPS: DueState.MAY_BE_OVER, Answer.YES: DueState.OVER}


@dataclass(frozen=True)
class Due:
    """One thing that is due."""

    kind: DueKind
    state: DueState
    about: str
    """Reference of the record: an event, a judgment, a case."""
    sentence: str
    hint: str
    """What to type about it."""
    person: int | None = None
    """Number of the prisoner; None where it is about several."""
    last_day: Window | None = None
    days: int | None = None
    """Days that are left for certain, less than nothing for days that have passed; None where nobody knows."""
    flag: str = ""
    """`furlough_overdue` or `unresolved_after_expected_end`: what the calendar alone says of a person."""
    sentence_fa: str = ""
    """The sentence in Persian, its days in the Jalali calendar."""

    def told(self, language: Language) -> str:
        """The sentence in a language."""
        return self.sentence_fa if language == "fa" else self.sentence

    @property
    def rank(self) -> tuple[int, int, int, str]:
        """The most urgent first: life, then what is nearest to today, then the desk, the longest overdue first."""
        place = list(DueKind).index(self.kind)
        days = self.days if self.days is not None else NO_DAY
        if self.kind in LIFE:
            return (0, place, days if days >= -NO_NEWS else NO_DAY, self.about)
        return (2, days, place, self.about) if self.kind in DESK else (1, abs(days), place, self.about)


NO_DAY = 100_000
NO_NEWS = 120
"""Days after which a hunger strike whose end nobody reported is no longer taken to go on."""
LIFE = frozenset({DueKind.EXECUTION, DueKind.HUNGER_STRIKE})
DESK = frozenset({DueKind.VERIFICATION, DueKind.ANSWER, DueKind.CONSENT, DueKind.FOLLOW_UP})


@dataclass(frozen=True)
class Asked:
    """What is asked: on what day, how far ahead, about whom."""

    today: dt.date
    within: int = 14
    """How many days ahead a day is due already."""
    people: frozenset[int] | None = None
    """Only these; None for all who count."""
    verify: Mapping[str, int] = field(default_factory=lambda: VERIFY_EVERY)

    @property
    def horizon(self) -> dt.date:
        """The last day that is near."""
        return self.today + dt.timedelta(days=self.within)

    def means(self, person: int) -> bool:
        """Whether a person is among those asked about."""
        return self.people is None or person in self.people

    def near(self, last_day: Window) -> bool:
        """Whether a day has come, may have come, or is near."""
        return last_day.earliest <= self.horizon

    def of_person(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows about those asked about."""
        return (row for row in rows if self.means(row["prisoner_id"]))


Question = Callable[[Reader, Asked], Iterator[Due]]


def stored_day(stored: str | None) -> PartialDate | None:
    """A date as it is stored, read; None for none."""
    return PartialDate.from_stored(stored) if stored else None


def of_deadline(
    kind: DueKind, deadline: Deadline, asked: Asked, about: tuple[str, int], person: int, hint: str
) -> Due:
    """A deadline of the law as something that is due."""
    last = deadline.last_day
    return Due(
        kind,
        WHEN_PASSED[last.passed(asked.today)] if last else DueState.UNKNOWN,
        write_reference(*about),
        deadline.reasons[0].write(),
        hint,
        person,
        last,
        deadline.days_left(asked.today),
        sentence_fa=deadline.reasons[0].write("fa"),
    )


def person_of(number: int) -> str:
    """P-0042."""
    return write_reference("prisoners", number)
