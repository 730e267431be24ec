"""Which of several punishments is enforced, which are absorbed by it, and which are added (art. 131–135)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from prisoners.law.gaps import LOW_DEGREES, degree_unknown
from prisoners.law.judgments import GONE, LIFE, NOTHING, Component, Measure
from prisoners.law.readings import Article134, Reading
from prisoners.law.reasons import Reason, reason
from prisoners.law.reckoning import Comparison, compare
from prisoners.law.terms import Term, minus
from prisoners.vocabulary.justice import PunishmentClass, SentenceKind, SentenceState

TERM_LEVEL, LIFE_LEVEL, DEATH_LEVEL = range(3)


class Standing(NamedTuple):
    """A component under one reading: what it weighs against the others, and what of it is to be served."""

    component: Component
    weighed: Component | Measure
    weighs: tuple[int, int]
    serves: Measure
    absorbed_by_nothing: bool

    @property
    def name(self) -> str:
        """How a reader calls the component."""
        return self.component.name

    @property
    def rank(self) -> tuple[tuple[int, int], tuple[bool, int]]:
        """The heavier comes first; of two that are equally heavy, the one with more of it to serve."""
        return (self.weighs, self.serves.rank)


class Outcome(NamedTuple):
    """What one reading comes to."""

    measure: Measure
    reasons: tuple[Reason, ...]


def evaluate(custodial: tuple[Component, ...], reading: Reading) -> Outcome:
    """What is to be served under one reading.

    Of several titles of a single act the heaviest counts (Islamic Penal Code 1392, art. 131); hudud, qisas
    and what art. 134 leaves apart are added (art. 132, 135); of the rest the heaviest is served.
    """
    steps = [step for one in custodial for step in _what_became(one)]
    in_force = [stand(one, reading) for one in custodial if one.state is not SentenceState.QUASHED]
    deaths = [one for one in in_force if stands_as_death(one.component)]
    counted, single_acts = _one_of_each_act([one for one in in_force if one not in deaths], reading)
    apart = [one for one in counted if one.absorbed_by_nothing]
    competing = [one for one in counted if not one.absorbed_by_nothing]
    steps += [*single_acts, *_added(apart, competing, reading)]
    if competing:
        heaviest = max(competing, key=lambda one: one.rank)
        steps += [*_fallen(heaviest, custodial, reading), *_heaviest(heaviest, competing, reading)]
        apart = [*apart, heaviest]
    if deaths:
        steps.append(reason("death", names=tuple(one.name for one in deaths)))
    return Outcome(sum((one.serves for one in apart), NOTHING), tuple(steps))


def stands_as_death(one: Component) -> bool:
    """Whether a death sentence hangs over the person: issued or upheld, and nothing that came after."""
    over = {SentenceState.QUASHED, SentenceState.PARDONED, SentenceState.COMMUTED, SentenceState.REDUCED}
    return one.kind is SentenceKind.DEATH and one.state not in over


def stand(one: Component, reading: Reading) -> Standing:
    """A component under one reading.

    A pardon and a suspension leave the weight as it was pronounced, since they count as enforcement; a
    reduction takes weight away, and so does a commutation that was no pardon (art. 134, paragraph e).
    """
    now = measure_now(one)
    lighter = one.state is SentenceState.REDUCED or (
        one.state is SentenceState.COMMUTED and not _by_pardon(one, reading)
    )
    weighs = (LIFE_LEVEL if now.life else TERM_LEVEL, now.term.weight) if lighter else _pronounced(one)
    apart = _absorbed_by_nothing(one, reading)
    return Standing(one, now if lighter else one, weighs, _to_serve(one, now), apart)


def measure_now(one: Component) -> Measure:
    """What the component amounts to after a reduction or commutation; death and other kinds are no term."""
    if one.state in {SentenceState.REDUCED, SentenceState.COMMUTED}:
        if one.becomes is SentenceKind.LIFE:
            return LIFE
        return Measure(one.reduced_to or Term())
    return LIFE if one.kind is SentenceKind.LIFE else Measure(one.term or Term())


def _pronounced(one: Component) -> tuple[int, int]:
    if one.kind is SentenceKind.DEATH:
        return (DEATH_LEVEL, 0)
    if one.kind is SentenceKind.LIFE:
        return (LIFE_LEVEL, 0)
    return (TERM_LEVEL, (one.term or Term()).weight)


def _to_serve(one: Component, now: Measure) -> Measure:
    """What is left to serve after a pardon or a suspension (art. 46–54)."""
    if one.state is SentenceState.PARDONED or one.wholly_suspended:
        return NOTHING
    return Measure(minus(now.term, one.suspended)) if one.suspended and now.term else now


def _by_pardon(one: Component, reading: Reading) -> bool:
    return reading.unknown_commutation_is_pardon if one.by_pardon is None else one.by_pardon


def _class(one: Component, reading: Reading) -> PunishmentClass:
    unknown = one.punishment_class is PunishmentClass.UNKNOWN
    return reading.unknown_class if unknown else one.punishment_class


def _low_degree(one: Component, reading: Reading) -> bool:
    """Whether the offence is of degree 7 or 8, which the text of 2013 added to the others (note 4)."""
    if reading.law is not Article134.TEXT_2013:
        return False
    return one.degree in LOW_DEGREES or (reading.unknown_degree_is_low and degree_unknown(one))


def _absorbed_by_nothing(one: Component, reading: Reading) -> bool:
    not_tazir = _class(one, reading) is not PunishmentClass.TAZIR
    return not_tazir or reading.law is Article134.NONE or _low_degree(one, reading)


def _one_of_each_act(counted: list[Standing], reading: Reading) -> tuple[list[Standing], list[Reason]]:
    """Of the ta'zir titles of one single act only the heaviest stays (art. 131)."""
    by_act: dict[str, list[Standing]] = {}
    for one in counted:
        tazir = _class(one.component, reading) is PunishmentClass.TAZIR
        act = one.component.act if tazir else ""
        by_act.setdefault(f"act {act}" if act else one.component.ref, []).append(one)
    steps = [
        reason("single_act", names=tuple(one.name for one in titles))
        for titles in by_act.values()
        if len(titles) > 1
    ]
    return [max(titles, key=lambda one: one.rank) for titles in by_act.values()], steps


def _what_became(one: Component) -> Iterator[Reason]:
    """What happened to one component since it was pronounced."""
    if one.state is SentenceState.QUASHED:
        yield reason("quashed", name=one.name, before=one)
    elif one.state is SentenceState.REDUCED:
        yield reason("reduced", name=one.name, before=one, after=measure_now(one))
    elif one.state is SentenceState.COMMUTED:
        code = {None: "commuted", True: "commuted_by_pardon", False: "commuted_by_court"}[one.by_pardon]
        yield reason(code, name=one.name, before=one, after=measure_now(one))
    elif one.state is SentenceState.PARDONED:
        yield reason("pardoned", name=one.name, before=one)
    elif one.state is SentenceState.SERVED:
        yield reason("served", name=one.name, before=one)
    yield from _what_is_suspended(one)


def _what_is_suspended(one: Component) -> Iterator[Reason]:
    if one.state in GONE:
        return
    if one.wholly_suspended:
        yield reason("suspended_whole", name=one.name, before=one)
    elif one.suspended:
        left = _to_serve(one, measure_now(one))
        yield reason("suspended_part", name=one.name, suspended=one.suspended, left=left)


def _added(apart: list[Standing], competing: list[Standing], reading: Reading) -> Iterator[Reason]:
    """Why the punishments that nothing absorbs are added."""
    if len(apart) + len(competing) <= 1:
        return
    if reading.law is Article134.NONE:
        yield reason("added_before_2013", parts=tuple(one.serves for one in apart))
        return
    for code, low in (("added_low_degree", True), ("added_hudud", False)):
        group = [one for one in apart if _low_degree(one.component, reading) is low]
        if group:
            names, parts = tuple(one.name for one in group), tuple(one.serves for one in group)
            yield reason(code, names=names, parts=parts)


def _heaviest(heaviest: Standing, competing: list[Standing], reading: Reading) -> Iterator[Reason]:
    """Why the heaviest of several ta'zir punishments is the one to be served (art. 134)."""
    if len(competing) == 1:
        return
    year = "2020" if reading.law is Article134.TEXT_2020 else "2013"
    yield reason(f"heaviest_{year}", name=heaviest.name, weighed=heaviest.weighed)
    for other in competing:
        if other is not heaviest and _depends(heaviest.component, other.component):
            yield reason("order_depends", first=heaviest.name, second=other.name)
    one = heaviest.component
    spared = one.state is SentenceState.PARDONED or one.wholly_suspended or one.suspended
    if spared or (one.state is SentenceState.COMMUTED and _by_pardon(one, reading)):
        yield reason(f"counts_as_enforced_{year}", name=heaviest.name)


def _fallen(heaviest: Standing, custodial: tuple[Component, ...], reading: Reading) -> Iterator[Reason]:
    """Which punishment was heavier before it was quashed or reduced: the next one came up, with credit."""
    fallen = [one for one in custodial if one.ref != heaviest.component.ref and _fell(one, reading)]
    heavier = [one for one in fallen if _pronounced(one) > heaviest.weighs]
    if heavier:
        was = max(heavier, key=_pronounced)
        year = "2020" if reading.law is Article134.TEXT_2020 else "2013"
        yield reason(f"next_heaviest_{year}", fallen=was.name, name=heaviest.name, measure=heaviest.serves)


def _fell(one: Component, reading: Reading) -> bool:
    """Whether a component that competed lost its weight by a decision that is no pardon."""
    if _absorbed_by_nothing(one, reading):
        return False
    if one.state is SentenceState.COMMUTED:
        return not _by_pardon(one, reading)
    return one.state in {SentenceState.QUASHED, SentenceState.REDUCED}


def _depends(one: Component, other: Component) -> bool:
    terms = measure_now(one).term, measure_now(other).term
    return compare(*terms) is Comparison.DEPENDS
