"""When somebody may be released: a projection with its inputs, never a fact, never what happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import reduce

from prisoners.dates.partial import OPEN_LATE, PartialDate
from prisoners.law.absence import Absence, days_lost
from prisoners.law.credit import Credit, Detention, anchor, credited
from prisoners.law.enforceable import Enforceable
from prisoners.law.judgments import Measure
from prisoners.law.reasons import Reason, reason
from prisoners.law.reckoning import Answer, Comparison, Window, compare, window_of
from prisoners.law.terms import Term, share
from prisoners.vocabulary.custody import ComputedStatus
from prisoners.vocabulary.words import Language

TEN_YEARS = Term(years=10)
HALF, THIRD = Fraction(1, 2), Fraction(1, 3)


@dataclass(frozen=True)
class Serving:
    """What is served in one case: which term, since when, after which detention, until when as reported."""

    case: str
    enforceable: Enforceable
    starts: PartialDate | None = None
    detentions: tuple[Detention, ...] = ()
    reported: PartialDate | None = None
    absences: tuple[Absence, ...] = ()


@dataclass(frozen=True)
class Projection:
    """The projected release with everything it was computed from; a reported date stands before it."""

    case: str
    starts: Window | None = None
    credit: Credit | None = None
    lost: tuple[int, int] = (0, 0)
    """The fewest and the most days outside that do not count as served."""
    computed: Window | None = None
    conditional: Window | None = None
    reported: Window | None = None
    reasons: tuple[Reason, ...] = ()
    missing: tuple[Reason, ...] = ()

    @property
    def expected(self) -> Window | None:
        """The release to expect: as reported where it was reported, otherwise as computed."""
        return self.reported or self.computed

    def sentences(self, language: Language = "en") -> tuple[str, ...]:
        """The projection, its inputs and what is missing, sentence by sentence."""
        return tuple(step.write(language) for step in self.reasons)


class Expectation(StrEnum):
    """What the calendar says of an expected release on a given day."""

    NONE = "none"
    AHEAD = "ahead"
    MAY_HAVE_COME = "may_have_come"
    UNRESOLVED = ComputedStatus.UNRESOLVED_AFTER_EXPECTED_END.value
    RESOLVED = "resolved"


WHEN_PASSED = {
    Answer.NO: Expectation.AHEAD,
    Answer.PERHAPS: Expectation.MAY_HAVE_COME,
    Answer.YES: Expectation.UNRESOLVED,
}


def expectation_on(projection: Projection, today: date, *, heard: bool) -> Expectation:
    """What to make of a projection on a day; a day that passed without news is unresolved, never a release.

    `heard` says whether there is news of a release, a death or anything else that ended the matter.
    """
    if heard:
        return Expectation.RESOLVED
    if projection.expected is None:
        return Expectation.NONE
    return WHEN_PASSED[projection.expected.passed(today)]


def project(serving: Serving) -> Projection:
    """The projected release in one case: beginning of enforcement, less credit, plus the enforceable term.

    Islamic Penal Code 1392, art. 27, and Code of Criminal Procedure 1392, art. 515. Where the beginning is
    not recorded but the person was held without interruption, the detention itself is the beginning.
    """
    starts = _beginning(serving)
    if starts is None:
        return _projected(serving, None)
    credit = credited(serving.detentions, serving.case, starts)
    return _projected(serving, starts, credit, anchor(serving.detentions, serving.case, starts))


def project_consecutive(servings: Sequence[Serving]) -> tuple[Projection, ...]:
    """The projections of several cases in the order in which they are served.

    A case begins when it is recorded to begin, otherwise when the one before ends: separate judgments are
    not merged by themselves (CPC 1392, art. 510). Detention is credited to its own case, up to the day on
    which the first sentence began.
    """
    projections: list[Projection] = []
    for serving in servings:
        if projections and serving.starts is None:
            projections.append(_project_after(serving, projections[-1], projections[0].starts))
        else:
            projections.append(project(serving))
    return tuple(projections)


def _project_after(serving: Serving, before: Projection, first: Window | None) -> Projection:
    """The projection of a case that is served when the one before has ended."""
    starts = before.expected
    if starts is None or first is None:
        return _projected(serving, None, follows=before.case)
    credit = credited(serving.detentions, serving.case, first)
    runs = starts.days_later(-credit.most, -credit.fewest)
    return _projected(serving, starts, credit, runs, follows=before.case)


def _beginning(serving: Serving) -> Window | None:
    """When the sentence began, or when the detention began that ran on into it."""
    if serving.starts is not None:
        return window_of(serving.starts)
    running = [one.since for one in serving.detentions if one.case == serving.case and one.until is None]
    return window_of(min(running)) if running else None


def _projected(
    serving: Serving,
    starts: Window | None,
    credit: Credit | None = None,
    runs: Window | None = None,
    follows: str = "",
) -> Projection:
    """The projection of a sentence that runs from a window, or why there is none."""
    reported = window_of(serving.reported) if serving.reported else None
    blank = Projection(serving.case, starts, credit, reported=reported, missing=_missing(serving.enforceable))
    lost = days_lost(serving.absences)
    if not blank.missing and (runs is None or lost is None):
        blank = replace(blank, missing=(_why_not(runs, follows),))
    if blank.missing or runs is None or lost is None:
        return replace(blank, reasons=tuple(_steps(blank, serving, follows)))
    runs = runs.days_later(*lost)
    least, most = _measures(serving.enforceable)
    full = replace(
        blank,
        lost=lost,
        computed=_ends(runs, least, most),
        conditional=_conditional(runs, least, most) if serving.enforceable.tazir else None,
    )
    return replace(full, reasons=tuple(_steps(full, serving, follows)))


def _why_not(runs: Window | None, follows: str) -> Reason:
    """Why nothing is projected though there is a term: its beginning is not known, or the end of an absence."""
    if runs is not None:
        return reason("not_back")
    return reason("no_end_before", before=follows) if follows else reason("no_beginning")


def _missing(answer: Enforceable) -> tuple[Reason, ...]:
    """Why no release can be projected from an enforceable term."""
    if answer.death:
        return (reason("death_stands"),)
    if answer.reported is not None:
        return ()
    if answer.at_least is None or answer.at_most is None:
        return answer.missing
    if answer.life:
        return (reason("for_life"),)
    return () if answer.at_most.life or answer.at_most.term else (reason("nothing_to_serve"),)


def _measures(answer: Enforceable) -> tuple[Measure, Measure]:
    """Between which measures the term lies; a reported term leaves no doubt."""
    if answer.reported is not None:
        return Measure(answer.reported), Measure(answer.reported)
    return answer.at_least or Measure(), answer.at_most or Measure()


def _ends(runs: Window, least: Measure, most: Measure) -> Window:
    """The window in which the term is complete; a term that may be for life leaves its end open."""
    shortest = runs.later(least.term)
    if most.life:
        return Window(shortest.earliest, OPEN_LATE)
    return shortest.hull(runs.later(most.term))


def _conditional(runs: Window, least: Measure, most: Measure) -> Window | None:
    """From when conditional release can be asked for in ta'zir (IPC 1392, art. 58); life has no part."""
    if most.life:
        return None
    parts = [part for measure in (least, most) for part in conditional_parts(measure.term)]
    return reduce(Window.hull, [runs.later(part) for part in parts])


def conditional_parts(term: Term) -> tuple[Term, ...]:
    """What must be served first: a third, a half above ten years, both where ten years are in doubt.

    Islamic Penal Code 1392, art. 58; the code of 1370 asked for half of every term.
    """
    longer = compare(term, TEN_YEARS)
    if longer is Comparison.DEPENDS:
        return (share(term, THIRD), share(term, HALF))
    return (share(term, HALF if longer is Comparison.LONGER else THIRD),)


def _steps(projection: Projection, serving: Serving, follows: str) -> Iterator[Reason]:
    """The projection in sentences: what it is, every input, what is not counted, what stands before it."""
    if projection.computed is None:
        yield reason("not_projected", missing=projection.missing)
    else:
        yield reason("projected", when=projection.computed)
        least, most = _measures(serving.enforceable)
        yield (
            reason("input_term", term=least)
            if least == most
            else reason("input_terms", least=least, most=most)
        )
    if projection.starts is not None:
        yield _beginning_in_words(projection.starts, serving, follows)
    if projection.credit is not None:
        yield from _credit_in_words(projection.credit, serving)
    yield from _absence_in_words(*projection.lost)
    if projection.conditional is not None:
        yield reason("conditional", when=projection.conditional)
    elif projection.computed is not None and not serving.enforceable.tazir:
        yield reason("conditional_only_tazir")
    if projection.reported is not None:
        yield reason("release_reported", when=projection.reported)


def _beginning_in_words(starts: Window, serving: Serving, follows: str) -> Reason:
    if serving.starts is not None:
        return reason("input_beginning", when=starts)
    if follows:
        return reason("input_follows", before=follows, when=starts)
    return reason("input_held_throughout", when=starts)


def _absence_in_words(fewest: int, most: int) -> Iterator[Reason]:
    """The days outside that are added, where there are any."""
    if fewest != most:
        yield reason("input_lost_between", fewest=fewest, most=most)
    elif most:
        yield reason("input_lost", days=most)


def _credit_in_words(credit: Credit, serving: Serving) -> Iterator[Reason]:
    """The days credited, and the spans that are not: in another case, or in a case that is not recorded."""
    if not credit.bounded:
        yield reason("input_credit_open", fewest=credit.fewest)
    elif credit.fewest != credit.most:
        yield reason("input_credit_between", fewest=credit.fewest, most=credit.most)
    elif credit.most:
        yield reason("input_credit", days=credit.most)
    elsewhere = sum(bool(one.case) and one.case != serving.case for one in serving.detentions)
    if elsewhere:
        yield reason("credit_elsewhere", count=elsewhere)
    unknown = sum(not one.case for one in serving.detentions)
    if unknown:
        yield reason("credit_unknown_case", count=unknown)
