"""Whose release is to be expected, whose day has passed without news, and over whom a death sentence hangs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from prisoners.law.reasons import write_window
from prisoners.law.reckoning import Window
from prisoners.law.release import Expectation, Projection, expectation_on
from prisoners.queries.dues import Asked, Due, DueKind, DueState, person_of, stored_day
from prisoners.queries.sentencing import CaseSentence, sentencing_of_each
from prisoners.queries.working import inputs
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference
from prisoners.vocabulary import DEAD, IN_CUSTODY
from prisoners.vocabulary.custody import SERVING, ComputedStatus

_WAITING = sorted({str(status) for status in IN_CUSTODY | SERVING})
_DEAD = ", ".join(f"'{status}'" for status in sorted(DEAD))

_COUNT = "people.withdrawn = 0 AND people.merged_into IS NULL"

_SERVING = f"""
SELECT people.id AS prisoner_id, people.since, people.verified_on FROM people
WHERE people.status IN ({", ".join(f"'{status}'" for status in _WAITING)}) AND {_COUNT}
  AND people.id IN (SELECT prisoner_id FROM sentence_sheet WHERE kind IN ('prison', 'prison_in_exile', 'life', 'death'))
ORDER BY people.id"""

_DEATH = f"""
SELECT people.id AS prisoner_id, sentence_sheet.id, sentence_sheet.case_id FROM people
JOIN sentence_sheet ON sentence_sheet.prisoner_id = people.id
WHERE sentence_sheet.kind = 'death' AND sentence_sheet.state IN ('issued', 'upheld', 'served') AND {_COUNT}
  AND coalesce(people.status, '') NOT IN ({_DEAD})
ORDER BY people.id, sentence_sheet.id"""


_TOUCHED = """
SELECT DISTINCT prisoner_id FROM sentence_sheet WHERE state NOT IN ('issued', 'upheld', 'served') OR suspended = 1
  OR coalesce(suspended_years, suspended_months, suspended_days) IS NOT NULL OR suspended_half_month = 1
  OR official_release IS NOT NULL
UNION SELECT prisoner_id FROM judgment_sheet
  WHERE coalesce(reported_years, reported_months, reported_days) IS NOT NULL OR reported_half_month = 1"""

_HEAVIEST = """
SELECT prisoner_id, max(coalesce(years, 0) * 365 + coalesce(months, 0) * 29 + coalesce(days, 0)) AS fewest_days
FROM sentence_sheet WHERE kind IN ('prison', 'prison_in_exile') GROUP BY prisoner_id, judgment_id"""

_FIRST = f"""
SELECT events.prisoner_id, min(substr(events.happened_on, 1, 10)) AS first_day,
  max(CASE WHEN instr(events.happened_on, '~') + instr(events.happened_on, char(37)) > 0 THEN 1 ELSE 0 END) AS about
FROM people JOIN events ON events.prisoner_id = people.id AND events.withdrawn = 0 AND events.happened_on IS NOT NULL
WHERE people.status IN ({", ".join(f"'{status}'" for status in _WAITING)})
  AND (events.status IS NOT NULL OR events.kind IN ('arrest', 're_arrest', 'enforcement_start'))
GROUP BY events.prisoner_id"""


def _not_before(reader: Reader) -> dict[int, dt.date]:
    """Person → a day before which no release can be expected, where that is quickly told.

    Nobody is released before the first day of detention and the heaviest term of the lightest judgment, as long as
    nothing was suspended, reduced, pardoned or reported otherwise. It spares the law thousands of cases.
    """
    touched = {row[0] for row in reader.each(_TOUCHED)}
    fewest: dict[int, int] = {}
    for person, days in reader.each(_HEAVIEST):
        fewest[person] = min(days, fewest.get(person, days))
    return {
        row["prisoner_id"]: dt.date.fromisoformat(row["first_day"])
        + dt.timedelta(days=fewest[row["prisoner_id"]])
        for row in reader.each(_FIRST)
        if row["prisoner_id"] in fewest and row["prisoner_id"] not in touched and not row["about"]
    }


def releases(reader: Reader, asked: Asked) -> Iterator[Due]:
    """Whose projected or reported release is near, may have come, or passed without news: unresolved, not released."""
    waiting = {row["prisoner_id"]: row for row in asked.of_person(map(dict, reader.each(_SERVING)))}
    not_before = _not_before(reader)
    near = [person for person in waiting if not_before.get(person, asked.today) <= asked.horizon]
    for person, cases in sentencing_of_each(reader, near):
        last = last_release(cases)
        expected = last[1].expected if last else None
        if last is None or expected is None or not asked.near(expected):
            continue
        row = waiting[person]
        heard = _heard_since(expected, row["since"], row["verified_on"])
        expectation = expectation_on(last[1], asked.today, heard=heard)
        if expectation in _STATES:
            yield _release(person, *last, expectation, asked.today)


_STATES = {
    Expectation.AHEAD: DueState.AHEAD,
    Expectation.MAY_HAVE_COME: DueState.MAY_BE_OVER,
    Expectation.UNRESOLVED: DueState.OVER,
}


def last_release(cases: Sequence[CaseSentence]) -> tuple[CaseSentence, Projection] | None:
    """The case whose end a person waits for; None where the end of any case to be served is not known."""
    served = [one for one in cases if one.enforceable.death or (_to_serve(one) and not one.over)]
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
        says[expectation]
        + ("" if projection.reported else f" A projection, not a fact, from {inputs(case)}."),
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
        _in_persian(case, projection, expectation, expected),
    )


def _in_persian(
    case: CaseSentence, projection: Projection, expectation: Expectation, expected: Window
) -> str:
    when = write_window(expected, "fa")
    basis = "گزارش‌شده" if projection.reported else "پیش‌بینی‌شده"
    news = {
        Expectation.AHEAD: "",
        Expectation.MAY_HAVE_COME: "؛ شاید فرا رسیده باشد",
        Expectation.UNRESOLVED: "؛ از آن پس خبری نرسیده و نامعلوم است",
    }[expectation]
    caution = "" if projection.reported else f" پیش‌بینی است نه واقعیت، بر پایهٔ {inputs(case, 'fa')}."
    return f"آزادی {basis} {when}{news}.{caution}"


def executions(reader: Reader, asked: Asked) -> Iterator[Due]:
    """Over whom a death sentence hangs: it was issued or upheld, and nothing that came after took it away."""
    sentence_of = {
        (row["prisoner_id"], row["case_id"]): row["id"]
        for row in asked.of_person(map(dict, reader.each(_DEATH)))
    }
    people = list(dict.fromkeys(person for person, _ in sentence_of))
    for person, cases in sentencing_of_each(reader, people):
        for case in cases:
            if case.enforceable.death:
                yield _death_sentence(person, case, sentence_of)


def _death_sentence(person: int, case: CaseSentence, sentence_of: dict[tuple[int, int], int]) -> Due:
    of_case = [sentence_of[person, one] for one in (case.case, *case.merged) if (person, one) in sentence_of]
    sentence = write_reference("sentences", of_case[0])
    return Due(
        DueKind.EXECUTION,
        DueState.RUNNING,
        write_reference("judgments", case.judgments[-1]),
        f"A death sentence stands in {write_reference('cases', case.case)}.",
        f"`prisoners sentence amend {sentence} --state …` when it is quashed, commuted or pardoned",
        person,
        sentence_fa=f"حکم اعدام در {write_reference('cases', case.case)} پابرجاست.",
    )
