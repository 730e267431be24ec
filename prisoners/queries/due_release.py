"""Whose release is to be expected, whose day has passed without news, and over whom a death sentence hangs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from prisoners.law.deadlines import SERVING
from prisoners.law.reasons import write_window
from prisoners.law.reckoning import Window
from prisoners.law.release import Expectation, Projection, expectation_on
from prisoners.queries.dues import Asked, Due, DueKind, DueState, person_of, stored_day
from prisoners.queries.sentencing import CaseSentence, sentencing_of_each
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference
from prisoners.vocabulary import DEAD, IN_CUSTODY
from prisoners.vocabulary.custody import ComputedStatus

_WAITING = sorted({str(status) for status in IN_CUSTODY | SERVING})
_DEAD = ", ".join(f"'{status}'" for status in sorted(DEAD))

_COUNT = "people.withdrawn = 0 AND people.merged_into IS NULL"

_SERVING = f"""
SELECT people.id AS prisoner_id, people.since, people.verified_on FROM people
WHERE people.status IN ({", ".join(f"'{status}'" for status in _WAITING)}) AND {_COUNT}
  AND people.id IN (SELECT prisoner_id FROM sentence_sheet WHERE kind IN ('prison', 'prison_in_exile', 'life', 'death'))
ORDER BY people.id"""

_DEATH = f"""
SELECT DISTINCT people.id AS prisoner_id FROM people JOIN sentence_sheet ON sentence_sheet.prisoner_id = people.id
WHERE sentence_sheet.kind = 'death' AND sentence_sheet.state IN ('issued', 'upheld', 'served') AND {_COUNT}
  AND coalesce(people.status, '') NOT IN ({_DEAD}) ORDER BY people.id"""


def releases(reader: Reader, asked: Asked) -> Iterator[Due]:
    """Whose projected or reported release is near, may have come, or passed without news: unresolved, not released."""
    waiting = {row["prisoner_id"]: row for row in asked.of_person(map(dict, reader.each(_SERVING)))}
    for person, cases in sentencing_of_each(reader, list(waiting)):
        last = last_release(cases)
        if last is None or last[1].expected is None:
            continue
        case, projection = last
        heard = _heard_since(projection.expected, waiting[person]["since"], waiting[person]["verified_on"])
        expectation = expectation_on(projection, asked.today, heard=heard)
        if expectation in _STATES and asked.near(projection.expected):
            yield _release(person, case, projection, expectation, asked.today)


_STATES = {
    Expectation.AHEAD: DueState.AHEAD,
    Expectation.MAY_HAVE_COME: DueState.MAY_BE_OVER,
    Expectation.UNRESOLVED: DueState.OVER,
}


def last_release(cases: Sequence[CaseSentence]) -> tuple[CaseSentence, Projection] | None:
    """The case whose end a person waits for; None where the end of any case to be served is not known."""
    served = [one for one in cases if one.enforceable.death or _to_serve(one)]
    if not served or any(one.projection.expected is None for one in served):
        return None
    last = max(served, key=lambda one: (one.projection.expected or Window(dt.date.min, dt.date.min)).latest)
    return last, last.projection


def _to_serve(one: CaseSentence) -> bool:
    answer = one.enforceable
    most = answer.at_most
    return bool(answer.reported or answer.missing or (most and (most.life or most.term)))


def _heard_since(expected: Window | None, *days: str | None) -> bool:
    """Whether somebody heard of the person after the day had passed: then it is not the news that is missing."""
    read = [stored_day(day) for day in days]
    return expected is not None and any(day and day.earliest > expected.latest for day in read)


def _release(
    person: int, case: CaseSentence, projection: Projection, expectation: Expectation, today: dt.date
) -> Due:
    expected = projection.expected or Window(today, today)
    basis = "reported" if projection.reported else "projected"
    says = {
        Expectation.AHEAD: f"Release is {basis} {write_window(expected)}.",
        Expectation.MAY_HAVE_COME: f"Release is {basis} {write_window(expected)}: it may have come.",
        Expectation.UNRESOLVED: f"Release was {basis} {write_window(expected)}; nothing was heard since: unresolved.",
    }
    unresolved = expectation is Expectation.UNRESOLVED
    return Due(
        DueKind.RELEASE,
        _STATES[expectation],
        write_reference("cases", case.case),
        says[expectation] + ("" if projection.reported else " A projection, not a fact."),
        f"`prisoners update {person_of(person)} --kind release --on …`, or `prisoners amend {person_of(person)} "
        "--verified …` if they are still held",
        person,
        expected,
        None
        if expected.is_open
        else (expected.latest - today).days
        if unresolved
        else (expected.earliest - today).days,
        ComputedStatus.UNRESOLVED_AFTER_EXPECTED_END.value if unresolved else "",
    )


def executions(reader: Reader, asked: Asked) -> Iterator[Due]:
    """Over whom a death sentence hangs: it was issued or upheld, and nothing that came after took it away."""
    people = [row["prisoner_id"] for row in asked.of_person(map(dict, reader.each(_DEATH)))]
    for person, cases in sentencing_of_each(reader, people):
        for case in cases:
            if case.enforceable.death:
                yield Due(
                    DueKind.EXECUTION,
                    DueState.RUNNING,
                    write_reference("judgments", case.judgments[-1]),
                    f"A death sentence stands in {write_reference('cases', case.case)}.",
                    "`prisoners sentence amend SN-… --state …` when it is quashed, commuted or pardoned",
                    person,
                )
