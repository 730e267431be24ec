"""What stands of a case after all its instances: the appeal that reduced, upheld or quashed the first judgment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from prisoners.law.judgments import PRISON_KINDS, Component, Judgment
from prisoners.vocabulary.justice import Instance, Outcome, SentenceState

FELL = frozenset({Outcome.ACQUITTED, Outcome.QUASHED, Outcome.REMANDED})
"""After these nothing of the judgment before stands, until somebody judges again."""

LEFT_AS_IT_WAS = frozenset({Outcome.UPHELD, Outcome.REJECTED, Outcome.GRANTED})
"""Upheld, or a request decided; a retrial that is granted (art. 474) changes nothing before it is judged."""

SAID_TO_BE_CHANGED = frozenset({SentenceState.REDUCED, SentenceState.COMMUTED, SentenceState.QUASHED})

CHANGED = frozenset({Outcome.REDUCED, Outcome.INCREASED, Outcome.CHANGED, Outcome.MIXED})


@dataclass(frozen=True)
class Decision:
    """One judgment of a case with its instance and what it decided about the one before."""

    judgment: Judgment
    instance: Instance
    outcome: Outcome


def standing(decisions: Iterable[Decision]) -> Judgment | None:
    """The judgment that stands at the end of a case, its components in their last state; None without any.

    A decision that pronounces components of its own replaces those of the same charge and kind, or all of
    them where no charge is named. The law of art. 134 is that of the last decision that pronounced or changed
    anything (the milder law holds at once: Islamic Penal Code 1392, art. 10).
    """
    current: Judgment | None = None
    for decision in in_order(list(decisions)):
        current = decision.judgment if current is None else _after(current, decision)
    return current


def in_order(decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions one after the other: by their dates where all are dated, otherwise by instance."""
    rank = list(Instance).index
    if all(one.judgment.on for one in decisions):
        return sorted(decisions, key=lambda one: (_day(one), rank(one.instance)))
    return sorted(decisions, key=lambda one: rank(one.instance))


def _day(decision: Decision) -> date:
    return decision.judgment.on.earliest if decision.judgment.on else date.min


def _after(before: Judgment, decision: Decision) -> Judgment:
    """What stands once a decision has been made about the judgment before it."""
    now = decision.judgment
    reported = now.reported or before.reported
    if decision.outcome in FELL:
        fallen = tuple(replace(one, state=SentenceState.QUASHED) for one in before.components)
        return Judgment(now.ref, fallen, now.on)
    if now.components:
        return Judgment(now.ref, _replaced(before.components, now.components), now.on, reported)
    if decision.outcome in LEFT_AS_IT_WAS:
        return replace(before, components=_marked(before, decision.outcome), reported=reported)
    if now.untold and all(one.state is SentenceState.QUASHED for one in before.components):
        return now
    if decision.outcome in CHANGED:
        return Judgment(now.ref, _changed(before.components), now.on, reported, before.untold)
    return replace(before, reported=reported)


def _marked(before: Judgment, outcome: Outcome) -> tuple[Component, ...]:
    """The components as they were, those that were only issued marked as upheld."""
    if outcome is not Outcome.UPHELD:
        return before.components
    return tuple(
        replace(one, state=SentenceState.UPHELD) if one.state is SentenceState.ISSUED else one
        for one in before.components
    )


def _changed(before: tuple[Component, ...]) -> tuple[Component, ...]:
    """The components after a decision that changed some of them and recorded no terms of its own.

    Where it is recorded of one what became of it, that is the change, and the others stand as they were.
    """
    if any(one.state in SAID_TO_BE_CHANGED for one in before):
        return before
    return tuple(_reduced_to_what(one) for one in before)


def _reduced_to_what(one: Component) -> Component:
    """A prison term that was changed by a decision whose terms nobody recorded: the gap will be named."""
    if one.kind in PRISON_KINDS and one.state is SentenceState.ISSUED:
        return replace(one, state=SentenceState.REDUCED)
    return one


def _replaced(before: tuple[Component, ...], now: tuple[Component, ...]) -> tuple[Component, ...]:
    """The new components, and of the earlier ones those of charges that the new ones do not speak of."""
    if not all(one.charge for one in now):
        return now
    again = {(one.charge, one.kind): one for one in now}
    kept = tuple(_with_change(one, again.pop((one.charge, one.kind), None)) for one in before)
    return (*kept, *again.values())


def _with_change(before: Component, now: Component | None) -> Component:
    """An earlier component as it is now: reduced where the new term is shorter, otherwise pronounced anew."""
    if now is None:
        return before
    if before.term is None or now.term is None or now.term.weight >= before.term.weight:
        return now
    return replace(now, term=before.term, reduced_to=now.term, state=_reduced_state(now))


def _reduced_state(now: Component) -> SentenceState:
    """Reduced, unless something has happened to the new component since."""
    plain = {SentenceState.ISSUED, SentenceState.UPHELD, SentenceState.REDUCED}
    return SentenceState.REDUCED if now.state in plain else now.state
