"""What is missing or contradictory among the facts, named so that somebody can find it out."""

from __future__ import annotations

from collections.abc import Iterator

from prisoners.dates.partial import PartialDate
from prisoners.errors import PartLongerThanWhole
from prisoners.law.judgments import PRISON_KINDS, Component, Judgment
from prisoners.law.readings import Article134, texts_of_134
from prisoners.law.reasons import Reason, reason
from prisoners.law.terms import Term, minus
from prisoners.vocabulary.justice import PunishmentClass, SentenceState

HIGHEST_OF_DEGREE_7 = Term(months=6)
"""Islamic Penal Code 1392, art. 19: what is punished with more than six months is above degree 7."""

LOW_DEGREES = frozenset({7, 8})


def untold(judgment: Judgment) -> tuple[Reason, ...]:
    """The gap of a conviction to which no sentence is recorded: nobody knows that there is nothing to serve."""
    return (reason("missing_sentence"),) if judgment.untold and not judgment.components else ()


def blocking(custodial: tuple[Component, ...]) -> tuple[Reason, ...]:
    """The gaps that leave nothing to compute with: no length, no outcome of a reduction, a contradiction."""
    return tuple(gap for one in custodial if one.state is not SentenceState.QUASHED for gap in _of_one(one))


def soft(custodial: tuple[Component, ...], judged_on: PartialDate | None) -> tuple[Reason, ...]:
    """The gaps that leave several readings open, each as a clause that follows on *because*."""
    standing = [one for one in custodial if one.state is not SentenceState.QUASHED]
    texts = texts_of_134(judged_on)
    gaps = [
        reason("missing_class", name=one.name)
        for one in standing
        if one.punishment_class is PunishmentClass.UNKNOWN
    ]
    if Article134.TEXT_2013 in texts:
        gaps += [reason("missing_degree", name=one.name) for one in standing if degree_unknown(one)]
    gaps += [
        reason("missing_by_pardon", name=one.name)
        for one in standing
        if one.state is SentenceState.COMMUTED and one.by_pardon is None
    ]
    if len(texts) > 1:
        gaps.append(reason("missing_date" if judged_on is None else "unclear_date"))
    return tuple(gaps)


def degree_unknown(component: Component) -> bool:
    """Whether the offence may be of degree 7 or 8 for all that is recorded (art. 19)."""
    short = component.term is not None and component.term.weight <= HIGHEST_OF_DEGREE_7.weight
    return component.degree is None and short


def _of_one(one: Component) -> Iterator[Reason]:
    """The gaps and contradictions of one component that stands."""
    if one.kind in PRISON_KINDS and one.term is None:
        yield reason("missing_term", name=one.name)
        return
    changed = one.state in {SentenceState.REDUCED, SentenceState.COMMUTED}
    if changed and one.reduced_to is None and one.becomes in {None, *PRISON_KINDS}:
        yield reason("missing_change", name=one.name)
    now = one.reduced_to or one.term
    if one.term and now and now.weight > one.term.weight:
        yield reason("wrong_reduced", name=one.name, before=one.term, after=now)
    elif one.suspended and now and not _fits(one.suspended, now):
        yield reason("wrong_suspended", name=one.name, suspended=one.suspended, term=now)


def _fits(part: Term, whole: Term) -> bool:
    """Whether a part can be taken from the whole."""
    try:
        minus(whole, part)
    except PartLongerThanWhole:
        return False
    return True
