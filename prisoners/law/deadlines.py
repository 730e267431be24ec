"""By when somebody must act: appeals, detention limits, furloughs, summonses, verification."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from prisoners.dates.partial import OPEN_EARLY, PartialDate
from prisoners.law.reasons import Reason, reason
from prisoners.law.reckoning import Answer, Window, window_of
from prisoners.law.terms import DAYS_OF_A_MONTH, Term
from prisoners.vocabulary.custody import IN_CUSTODY, SERVING, CustodyStatus
from prisoners.vocabulary.words import Language

DAY_OF_THE_ACT = 1
"""Code of Civil Procedure 1379, art. 445: the day of the act is not counted, so a day more is in time."""

VERIFY_EVERY: Mapping[str, int] = {"death_row": 7, "detained": 30, "serving": 90}
"""After how many days a status must be verified again; settings may say otherwise."""


class DeadlineKind(StrEnum):
    """What must be done, or must have happened, by a day."""

    APPEAL = "appeal"
    CASSATION = "cassation"
    OBJECTION = "objection"
    SURRENDER = "surrender"
    DETENTION_CHALLENGE = "detention_challenge"
    DETENTION_CAP = "detention_cap"
    FURLOUGH = "furlough"
    SUMMONS_TO_SERVE = "summons_to_serve"
    VERIFICATION = "verification"


class DeadlineState(StrEnum):
    """How a deadline stands on a given day."""

    OPEN = "open"
    MAY_BE_OVER = "may_be_over"
    OVER = "over"
    NONE = "none"


class Length(NamedTuple):
    """How long the time is for somebody in Iran and for somebody abroad."""

    in_iran: Term
    abroad: Term

    def of(self, abroad: bool) -> Term:
        """The time for one of the two."""
        return self.abroad if abroad else self.in_iran


@dataclass(frozen=True)
class Deadline:
    """The last day, as a window, with the articles it rests on; no last day where there is none to miss."""

    kind: DeadlineKind
    last_day: Window | None
    reasons: tuple[Reason, ...]
    missing: tuple[Reason, ...] = ()

    def state(self, today: date) -> DeadlineState:
        """Whether there is still time on a day; a deadline without a last day never fires."""
        if self.last_day is None:
            return DeadlineState.NONE
        return STATE_WHEN_PASSED[self.last_day.passed(today)]

    def days_left(self, today: date) -> int | None:
        """Days until the last day that is certainly in time; less than nothing once it has passed."""
        if self.last_day is None or self.last_day.earliest == OPEN_EARLY:
            return None
        return (self.last_day.earliest - today).days

    def sentences(self, language: Language = "en") -> tuple[str, ...]:
        """The deadline with its articles, sentence by sentence."""
        return tuple(step.write(language) for step in self.reasons)


STATE_WHEN_PASSED = {
    Answer.NO: DeadlineState.OPEN,
    Answer.PERHAPS: DeadlineState.MAY_BE_OVER,
    Answer.YES: DeadlineState.OVER,
}

TWENTY_DAYS_OR_TWO_MONTHS = Length(Term(days=20), Term(months=2))
TEN_DAYS_OR_A_MONTH = Length(Term(days=10), Term(months=1))


def appeal(
    notified: PartialDate | None, *, abroad: bool | None = False, in_absentia: bool = False
) -> Deadline:
    """The time to appeal: 20 days in Iran, two months abroad, from notification (CPC 1392, art. 431).

    For a judgment in absentia it runs from the end of the time for objection.
    """
    return _from_notification(
        DeadlineKind.APPEAL, notified, TWENTY_DAYS_OR_TWO_MONTHS, abroad=abroad, after_objection=in_absentia
    )


def cassation(
    notified: PartialDate | None, *, abroad: bool | None = False, in_absentia: bool = False
) -> Deadline:
    """The time for cassation: 20 days in Iran, two months abroad, as for an appeal (CPC 1392, art. 431)."""
    return _from_notification(
        DeadlineKind.CASSATION,
        notified,
        TWENTY_DAYS_OR_TWO_MONTHS,
        abroad=abroad,
        after_objection=in_absentia,
    )


def objection(notified: PartialDate | None, *, abroad: bool | None = False) -> Deadline:
    """The time to object to a judgment in absentia: 20 days or two months (CPC 1392, art. 406).

    It runs from real service on the person, or from the day they learnt of the judgment.
    """
    return _from_notification(DeadlineKind.OBJECTION, notified, TWENTY_DAYS_OR_TWO_MONTHS, abroad=abroad)


def surrender(notified: PartialDate | None, *, abroad: bool | None = False) -> Deadline:
    """The time to give up the appeal for up to a quarter less (CPC 1392, art. 442): that of the appeal."""
    return _from_notification(DeadlineKind.SURRENDER, notified, TWENTY_DAYS_OR_TWO_MONTHS, abroad=abroad)


def detention_challenge(notified: PartialDate | None, *, abroad: bool | None = False) -> Deadline:
    """The time to object to temporary detention: 10 days, a month abroad (CPC 1392, art. 270, note)."""
    return _from_notification(DeadlineKind.DETENTION_CHALLENGE, notified, TEN_DAYS_OR_A_MONTH, abroad=abroad)


def detention_cap(
    since: PartialDate | None, *, life_depriving: bool | None = None, least_term: Term | None = None
) -> Deadline:
    """Until when temporary detention may last (CPC 1392, art. 242).

    Two years where the offence is punished with death, one year elsewhere, and never longer than the least
    prison term of the offence.
    """
    if since is None:
        return _no_deadline(DeadlineKind.DETENTION_CAP, "missing_since")
    lengths = {None: (1, 2), True: (2,), False: (1,)}[life_depriving]
    began = window_of(since)
    caps = [(Term(years=years), began.later(Term(years=years))) for years in lengths]
    steps = [reason("detention_cap", length=length, when=until) for length, until in caps]
    last = caps[0][1].hull(caps[-1][1])
    if least_term is not None:
        least = began.later(least_term)
        if least.earliest < last.latest:
            steps.append(reason("detention_minimum", length=least_term, when=least))
        last = Window(min(last.earliest, least.earliest), min(last.latest, least.latest))
    if life_depriving is None:
        steps.append(reason("missing_life_depriving"))
    return Deadline(DeadlineKind.DETENTION_CAP, last, tuple(steps))


def furlough(until: PartialDate | None, *, indefinite: bool = False) -> Deadline:
    """The end of a furlough (CPC 1392, art. 520); an indefinite one has no end and is never overdue."""
    if indefinite:
        return Deadline(DeadlineKind.FURLOUGH, None, (reason("furlough_indefinite"),))
    if until is None:
        return _no_deadline(DeadlineKind.FURLOUGH, "missing_furlough_end")
    return Deadline(DeadlineKind.FURLOUGH, window_of(until), (reason("furlough", when=window_of(until)),))


def furlough_overdue(until: PartialDate | None, today: date, *, indefinite: bool = False) -> bool:
    """Whether a furlough has certainly ended without a return; never for an indefinite one."""
    return furlough(until, indefinite=indefinite).state(today) is DeadlineState.OVER


def summons_to_serve(
    appear_by: PartialDate | None, *, notified: PartialDate | None = None, days: int | None = None
) -> Deadline:
    """By when somebody summoned to begin a sentence must appear (CPC 1392, art. 500).

    The day in the summons, or so many days after it was notified; without either it cannot run out.
    """
    if appear_by is not None:
        last = window_of(appear_by)
    elif notified is not None and days is not None:
        last = window_of(notified).days_later(days, days + DAY_OF_THE_ACT)
    else:
        return _no_deadline(DeadlineKind.SUMMONS_TO_SERVE, "missing_summons_day")
    return Deadline(DeadlineKind.SUMMONS_TO_SERVE, last, (reason("summons_to_serve", when=last),))


def verification(
    last_verified: PartialDate | None,
    status: CustodyStatus,
    *,
    death_sentence: bool = False,
    every: Mapping[str, int] = VERIFY_EVERY,
) -> Deadline | None:
    """When a status must be verified again; None for a status that needs no verification.

    What was never verified has been due from the beginning.
    """
    group = verification_group(status, death_sentence=death_sentence)
    if group not in every:
        return None
    days = every[group]
    if last_verified is None:
        return Deadline(
            DeadlineKind.VERIFICATION,
            Window(OPEN_EARLY, OPEN_EARLY),
            (reason("never_verified", days=days, group=group),),
        )
    due = window_of(last_verified).days_later(days, days)
    return Deadline(
        DeadlineKind.VERIFICATION, due, (reason("verification", days=days, group=group, when=due),)
    )


def verification_group(status: CustodyStatus, *, death_sentence: bool = False) -> str:
    """Which interval holds: death row for whoever is held under a death sentence, then serving, detained."""
    if death_sentence and status in IN_CUSTODY | SERVING:
        return "death_row"
    if status in SERVING:
        return "serving"
    return "detained" if status in IN_CUSTODY else "other"


def running_days(since: PartialDate, today: date) -> tuple[int, int]:
    """On which day something is that began on a date, such as a hunger strike: the fewest and the most.

    The day it began is day 1; it is day 0 before it began.
    """
    began = window_of(since)
    fewest, most = ((today - day).days + 1 for day in (began.latest, began.earliest))
    return max(fewest, 0), max(most, 0)


def _from_notification(
    kind: DeadlineKind,
    notified: PartialDate | None,
    length: Length,
    *,
    abroad: bool | None,
    after_objection: bool = False,
) -> Deadline:
    """The last day of a time that runs from notification (Code of Civil Procedure 1379, art. 443–445)."""
    if notified is None:
        return _no_deadline(kind, "missing_notified")
    residences = {None: (False, True), False: (False,), True: (True,)}[abroad]
    last_days = [
        (length.of(lives_abroad), _last_day(notified, length, lives_abroad, after_objection=after_objection))
        for lives_abroad in residences
    ]
    steps = [reason(kind.value, length=term, when=last) for term, last in last_days]
    if after_objection:
        steps.append(reason("after_objection"))
    if abroad is None:
        steps.append(reason("missing_abroad"))
    return Deadline(kind, last_days[0][1].hull(last_days[-1][1]), (*steps, reason("how_days_count")))


def _last_day(notified: PartialDate, length: Length, abroad: bool, *, after_objection: bool) -> Window:
    """The last day, counted after the time for objection where the judgment was given in absentia."""
    begins = window_of(notified)
    if after_objection:
        begins = _counted(begins, TWENTY_DAYS_OR_TWO_MONTHS.of(abroad))
    return _counted(begins, length.of(abroad))


def _counted(begins: Window, term: Term) -> Window:
    """From the last day that is certainly in time to the one after, on which an act may still be."""
    days = term.days + term.months * DAYS_OF_A_MONTH
    return begins.days_later(days, days + DAY_OF_THE_ACT)


def _no_deadline(kind: DeadlineKind, missing: str) -> Deadline:
    gap = reason(missing)
    return Deadline(kind, None, (reason("no_deadline", missing=gap),), (gap,))
