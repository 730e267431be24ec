"""The enforceable term: what of an announced sentence is really to be served, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from prisoners.law.absorption import Outcome, evaluate, stands_as_death
from prisoners.law.gaps import blocking, soft, untold
from prisoners.law.judgments import (
    CUSTODIAL,
    GONE,
    NOTHING,
    PRISON_KINDS,
    Component,
    Judgment,
    Measure,
    Merger,
)
from prisoners.law.readings import readings
from prisoners.law.reasons import Reason, reason, write_measure
from prisoners.law.terms import Term, total
from prisoners.vocabulary.justice import PunishmentClass, SentenceKind
from prisoners.vocabulary.words import Language


@dataclass(frozen=True)
class Enforceable:
    """What is to be served of one judgment: announced, computed, reported, and every step between them.

    `at_least` and `at_most` differ only where a fact is missing; both are None where nothing can be said.
    A death sentence that stands is flagged and never added to a term.
    """

    judgment: str
    announced: Measure
    at_least: Measure | None
    at_most: Measure | None
    death: bool
    reported: Term | None
    beside: tuple[Component, ...]
    reasons: tuple[Reason, ...]
    missing: tuple[Reason, ...]
    tazir: bool

    @property
    def computed(self) -> Measure | None:
        """The enforceable measure, when the facts leave no doubt of it."""
        return self.at_least if self.at_least == self.at_most else None

    @property
    def term(self) -> Term | None:
        """The enforceable term: the reported one where there is one, otherwise the computed one.

        None when it is in doubt or for life.
        """
        if self.reported is not None:
            return self.reported
        return None if self.computed is None or self.computed.life else self.computed.term

    @property
    def life(self) -> bool:
        """Whether it is certainly for life."""
        return self.computed is not None and self.computed.life

    def in_words(self, language: Language = "en") -> str:
        """The answer in a few words: `2 years and 7½ months`, or between which terms it lies."""
        if self.reported is not None:
            return write_measure(Measure(self.reported), language)
        if self.at_least is None or self.at_most is None:
            return "cannot be computed" if language == "en" else "محاسبه‌پذیر نیست"
        if self.computed is not None:
            return write_measure(self.computed, language)
        least, most = write_measure(self.at_least, language), write_measure(self.at_most, language)
        return f"{least} to {most}" if language == "en" else f"{least} تا {most}"

    def told(self, language: Language = "en") -> str:
        """The answer as it may stand alone: a death sentence is said first, and no term is said to take its place."""
        if not self.death:
            return self.in_words(language)
        english = language == "en"
        death = "a death sentence" if english else "اعدام"
        if self.reported is None and self.at_most is None:
            return death + (
                "; the term beside it cannot be computed" if english else "؛ حبس کنار آن محاسبه‌پذیر نیست"
            )
        if self.at_most == NOTHING and self.reported is None:
            return death
        return f"{death}{'; beside it ' if english else '؛ در کنار آن '}{self.in_words(language)}"

    def sentences(self, language: Language = "en") -> tuple[str, ...]:
        """The explanation, sentence by sentence, ready to be quoted."""
        return tuple(step.write(language) for step in self.reasons)


def enforceable(judgment: Judgment) -> Enforceable:
    """The enforceable term of one judgment (Islamic Penal Code 1392, art. 131–135; 1370, art. 47).

    The law is chosen by the judgment's date. Where a fact is missing (class, degree, date, who commuted) the
    mildest and the harshest reading of it are both computed; if they agree, the fact was not needed.
    """
    custodial = tuple(one for one in judgment.components if one.kind in CUSTODIAL)
    opening = () if untold(judgment) else _announced(custodial)
    gaps = untold(judgment) or blocking(custodial)
    if gaps:
        return _answer(judgment, None, (*opening, *_cannot(gaps)), gaps)
    unsure = soft(custodial, judgment.on)
    mild_reading, harsh_reading = readings(judgment.on)
    mild = evaluate(custodial, mild_reading)
    harsh = evaluate(custodial, harsh_reading) if unsure else mild
    if mild.measure == harsh.measure:
        death = any(stands_as_death(one) for one in custodial)
        result = reason("enforceable_beside_death" if death else "enforceable", measure=mild.measure)
        steps = (*opening, *mild.reasons, result)
        return _answer(judgment, (mild, mild), steps, ())
    steps = (*opening, *mild.reasons, *_between(mild, harsh, unsure))
    return _answer(judgment, (mild, harsh), steps, unsure)


def enforceable_terms(
    judgments: Sequence[Judgment], mergers: Sequence[Merger] = ()
) -> tuple[Enforceable, ...]:
    """The enforceable term of each judgment, one after the other: judgments are not merged by themselves.

    Only a recorded merger makes one of several (Code of Criminal Procedure 1392, art. 510); its date chooses
    the law.
    """
    merged = [(_merge(merger, judgments), merger) for merger in mergers]
    taken = {ref for merger in mergers for ref in merger.judgments}
    alone = [judgment for judgment in judgments if judgment.ref not in taken]
    answers = [_with_step(enforceable(one), _merged(merger)) for one, merger in merged]
    answers += [enforceable(one) for one in alone]
    if len(answers) == 1:
        return tuple(answers)
    return tuple(_with_step(answer, reason("stands_apart", count=len(answers))) for answer in answers)


def _merge(merger: Merger, judgments: Sequence[Judgment]) -> Judgment:
    components = tuple(part for one in judgments if one.ref in merger.judgments for part in one.components)
    return Judgment(merger.ref, components, merger.on, merger.reported)


def _merged(merger: Merger) -> Reason:
    return reason("merged", names=merger.judgments, merger=merger.ref)


def _with_step(answer: Enforceable, step: Reason) -> Enforceable:
    return replace(answer, reasons=(*answer.reasons[:-1], step, answer.reasons[-1]))


def _announced(custodial: tuple[Component, ...]) -> tuple[Reason, ...]:
    """What the judgment announced, added up as the press does, and the words that are no term."""
    kept = tuple(
        reason("words_kept", words=one.words, name=one.name)
        for one in custodial
        if one.words and not one.term
    )
    if not custodial:
        return (reason("no_prison"),)
    if len(custodial) == 1:
        return (reason("announced_one", part=custodial[0]), *kept)
    if any(one.kind is SentenceKind.DEATH for one in custodial):
        return (reason("announced_with_death", parts=custodial), *kept)
    return (reason("announced", parts=_parts(custodial), total=_added_up(custodial)), *kept)


def _parts(custodial: tuple[Component, ...]) -> tuple[Component | Term, ...]:
    """The components as they are written: pure terms are joined by +."""
    if all(one.kind in PRISON_KINDS and one.term for one in custodial):
        return tuple(one.term for one in custodial if one.term)
    return custodial


def _added_up(components: tuple[Component, ...]) -> Measure:
    """The announced total: terms added unit by unit; life where life was announced; death is no term."""
    if any(one.kind is SentenceKind.LIFE for one in components):
        return Measure(life=True)
    return Measure(total([one.term for one in components if one.term]).tidy())


def _between(mild: Outcome, harsh: Outcome, unsure: tuple[Reason, ...]) -> tuple[Reason, ...]:
    return (reason("between", least=mild.measure, most=harsh.measure), *_cannot(unsure))


def _cannot(gaps: tuple[Reason, ...]) -> tuple[Reason, ...]:
    return (reason("cannot", missing=gaps),)


def _answer(
    judgment: Judgment,
    bounds: tuple[Outcome, Outcome] | None,
    steps: tuple[Reason, ...],
    missing: tuple[Reason, ...],
) -> Enforceable:
    """The answer with what stands beside the prison term, what was reported, and the caution at its end."""
    custodial = tuple(one for one in judgment.components if one.kind in CUSTODIAL)
    beside = tuple(one for one in judgment.components if one.kind not in CUSTODIAL and one.state not in GONE)
    more = [reason("beside", components=beside)] if beside else []
    if judgment.reported is not None:
        more.append(reason("reported", reported=judgment.reported))
    return Enforceable(
        judgment=judgment.ref,
        announced=_added_up(custodial),
        at_least=bounds[0].measure if bounds else None,
        at_most=bounds[1].measure if bounds else None,
        death=any(stands_as_death(one) for one in custodial),
        reported=judgment.reported,
        beside=beside,
        reasons=(*steps, *more, reason("opinion")),
        missing=missing,
        tazir=all(one.punishment_class is PunishmentClass.TAZIR for one in custodial),
    )
