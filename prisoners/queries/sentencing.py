"""What a person's cases come to: announced, enforceable, projected, each with its working, as reported beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from prisoners.dates.partial import PartialDate
from prisoners.law.enforceable import Enforceable, enforceable_terms
from prisoners.law.instances import standing
from prisoners.law.judgments import Judgment, Merger
from prisoners.law.release import Projection, Serving, project, project_consecutive
from prisoners.queries.custody import Custody, custody
from prisoners.queries.dockets import Docket, Named, Row, components, decision, dockets
from prisoners.store.headlines import in_order
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference


class CaseSentence(NamedTuple):
    """What one case comes to."""

    case: int
    """Number of the case."""
    judgments: tuple[int, ...]
    """Numbers of its judgments that count, a merger among them."""
    announced: str
    """The total in the words of the source, where they were recorded."""
    enforceable: Enforceable
    projection: Projection
    merged: tuple[int, ...] = ()
    """The other cases whose judgments a merger took in (CPC 510)."""
    over: bool = False
    """The person came free since it was given or last served: nobody waits for its end."""


@dataclass(frozen=True)
class _Decided:
    """One case with the judgment that stands at its end."""

    case: int
    judgment: Judgment
    rows: tuple[Row, ...]
    merges: tuple[int, ...] = ()


def sentencing(docket: Docket, named: Named = write_reference) -> tuple[CaseSentence, ...]:
    """What each case of a person comes to, in the order in which the sentences are served.

    Only cases in which something was decided; a merger stands once, for all the cases it took in.
    """
    decided = _decided(docket, named)
    if not decided:
        return ()
    only = docket.cases[0]["id"] if len(docket.cases) == 1 else 0
    held = custody(in_order(docket.events), only)
    answers = _answers(decided)
    served = sorted(decided, key=lambda one: _order(one, held))
    projections = _projections(
        [_serving(one, answers[one.judgment.ref], held, docket, named) for one in served], held
    )
    return tuple(
        CaseSentence(
            one.case,
            tuple(row["id"] for row in one.rows),
            next((row["announced_total"] for row in reversed(one.rows) if row["announced_total"]), ""),
            answers[one.judgment.ref],
            projection,
            one.merges,
            all(held.came_free_since(case, one.judgment.on) for case in (one.case, *one.merges)),
        )
        for one, projection in zip(served, projections, strict=True)
    )


def sentencing_of_each(
    reader: Reader, people: Sequence[int]
) -> Iterator[tuple[int, tuple[CaseSentence, ...]]]:
    """What the cases of many people come to, person by person, a few hundred at a time."""
    for person, docket in dockets(reader, people):
        yield person, sentencing(docket)


def _decided(docket: Docket, named: Named) -> list[_Decided]:
    """Every case with what stands of it; cases that a merger took in are one."""
    parts = components(docket, named)
    of_case: dict[int, list[Row]] = defaultdict(list)
    for row in docket.judgments:
        of_case[row["case_id"]].append(row)
    decided, mergers = [], []
    for case in docket.cases:
        rows = of_case[case["id"]]
        plain = [row for row in rows if not row["merges"]]
        mergers += [row for row in rows if row["merges"]]
        stands = standing(decision(row, parts, named) for row in plain)
        if stands is not None:
            decided.append(_Decided(case["id"], stands, tuple(plain)))
    for row in mergers:
        decided = _after_merger(decided, row, decision(row, parts, named).judgment)
    return decided


def _after_merger(decided: list[_Decided], row: Row, merger: Judgment) -> list[_Decided]:
    """What stands once a judgment has merged those before it; it stands for all of them.

    Where it pronounces components of its own, they take the place of those it merged.
    """
    taken = [one for one in decided if not _later(one.judgment, merger)]
    left = [one for one in decided if one not in taken]
    parts = merger.components or tuple(part for one in taken for part in one.judgment.components)
    reported = merger.reported
    whole = Judgment(merger.ref, parts, merger.on, reported)
    rows = tuple(found for one in taken for found in one.rows)
    others = tuple(one.case for one in taken if one.case != row["case_id"])
    names = tuple(one.judgment.ref for one in taken)
    return [*left, _Merged(row["case_id"], whole, (*rows, row), others, names)]


@dataclass(frozen=True)
class _Merged(_Decided):
    """Several judgments that a later one made into one."""

    names: tuple[str, ...] = ()


def _later(one: Judgment, merger: Judgment) -> bool:
    return bool(one.on and merger.on and one.on.certainly_after(merger.on))


def _answers(decided: Sequence[_Decided]) -> dict[str, Enforceable]:
    """Judgment → enforceable term; judgments are not merged by themselves, and each answer says so."""
    judgments: list[Judgment] = []
    mergers: list[Merger] = []
    for one in decided:
        if not isinstance(one, _Merged):
            judgments.append(one.judgment)
            continue
        whole = one.judgment
        names = one.names or (whole.ref,)
        judgments += [replace(whole, ref=name, components=()) for name in names[1:]]
        judgments.append(replace(whole, ref=names[0]))
        mergers.append(Merger(whole.ref, names, whole.on, whole.reported))
    return {answer.judgment: answer for answer in enforceable_terms(judgments, mergers)}


def _order(one: _Decided, held: Custody) -> tuple[str, bool, str, int]:
    """Which sentence is served first: by the beginning of enforcement, by judgment, by number."""
    began = held.began.get(one.case)
    given = one.judgment.on.stored if one.judgment.on else "9999"
    return (began or _waits_for(given, held), began is None, given, one.case)


def _waits_for(given: str, held: Custody) -> str:
    """The day that places a sentence which has not begun: after every sentence that has begun since it was given.

    Unless the person came free between: then it may have been served, and nobody reported it.
    """
    begun = (day for day in held.began.values() if day and day > given)
    return max((day for day in begun if not any(given < free < day for free in held.ended)), default=given)


def _serving(one: _Decided, answer: Enforceable, held: Custody, docket: Docket, named: Named) -> Serving:
    """What is served in a case; detention in a case that was merged into it counts for it."""
    cases = {one.case, *one.merges}
    began = min((day for case in cases if (day := held.began.get(case))), default=None)
    name = named("cases", one.case)
    detentions = tuple(replace(span, case=name) if case in cases else span for case, span in held.detentions)
    rows = {row["id"] for row in one.rows}
    reported = max(
        (
            row["official_release"]
            for row in docket.sentences
            if row["judgment_id"] in rows and row["official_release"]
        ),
        default=None,
    )
    return Serving(
        name,
        answer,
        PartialDate.from_stored(began) if began else None,
        detentions,
        PartialDate.from_stored(reported) if reported else None,
        tuple(absence for case, absence in held.absences if case in cases),
    )


def _projections(servings: Sequence[Serving], held: Custody) -> list[Projection]:
    """The projection of each case: those with something to serve follow on each other, unless freedom lay between."""
    chains: list[list[int]] = []
    found: dict[int, Projection] = {}
    for place, serving in enumerate(servings):
        if not _something_to_serve(serving.enforceable):
            found[place] = project(serving)
        elif chains and not _freed_between(servings[chains[-1][-1]], serving, held):
            chains[-1].append(place)
        else:
            chains.append([place])
    for chain in chains:
        found |= zip(chain, project_consecutive([servings[place] for place in chain]), strict=True)
    return [found[place] for place in range(len(servings))]


def _something_to_serve(answer: Enforceable) -> bool:
    if answer.reported is not None or answer.missing or answer.death:
        return True
    most = answer.at_most
    return most is not None and (most.life or bool(most.term))


def _freed_between(before: Serving, after: Serving, held: Custody) -> bool:
    """Whether the person certainly came free after the one case had begun and before the other did."""
    ours = [span.since for span in before.detentions if span.case == before.case]
    began = min([*ours, *([before.starts] if before.starts else [])], default=None)
    theirs = [span.since for span in after.detentions if span.case == after.case]
    begins = min([*theirs, *([after.starts] if after.starts else [])], default=None)
    if begins is None:
        return False
    frees = map(PartialDate.from_stored, held.ended)
    return any(
        (began is None or not free.certainly_before(began)) and free.certainly_before(begins)
        for free in frees
    )
