"""What is due at the researcher's own desk: verifying, asking again, answers that have not come, consents that end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from prisoners.dates.partial import OPEN_EARLY
from prisoners.law import deadlines
from prisoners.law.reasons import write_fact, write_window
from prisoners.law.reckoning import window_of
from prisoners.queries.dues import (
    WHEN_PASSED,
    Asked,
    Due,
    DueKind,
    DueState,
    Row,
    of_deadline,
    person_of,
    stored_day,
)
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference
from prisoners.vocabulary import IN_CUSTODY
from prisoners.vocabulary.custody import SERVING, CustodyStatus

REPLY_WITHIN = 60
"""Days that the Special Procedures give a government to answer; other addressees are asked after the same time."""

_COUNT = "people.withdrawn = 0 AND people.merged_into IS NULL"
_HELD = ", ".join(f"'{status}'" for status in sorted(IN_CUSTODY | SERVING))

_VERIFIED = f"""
SELECT people.id AS prisoner_id, people.status, people.since, people.verified_on,
  EXISTS (SELECT 1 FROM sentence_sheet WHERE sentence_sheet.prisoner_id = people.id AND sentence_sheet.kind = 'death'
    AND sentence_sheet.state IN ('issued', 'upheld', 'served')) AS death
FROM people WHERE people.status IN ({_HELD}) AND {_COUNT} ORDER BY people.id"""


def verifications(reader: Reader, asked: Asked) -> Iterator[Due]:
    """Who was not verified for longer than the status allows; an event that gave the status counts as heard of."""
    for row in asked.of_person(map(dict, reader.each(_VERIFIED))):
        heard = max(filter(None, (row["verified_on"], row["since"])), default=None)
        if heard and heard[:10] > str(asked.today):
            continue
        deadline = deadlines.verification(
            stored_day(heard),
            CustodyStatus(row["status"]),
            death_sentence=bool(row["death"]),
            every=asked.verify,
        )
        last = deadline.last_day if deadline else None
        if deadline and last and last.earliest <= asked.today:
            yield _verification(row, deadline, asked)


def _verification(row: Row, deadline: deadlines.Deadline, asked: Asked) -> Due:
    person = row["prisoner_id"]
    about = ("prisoners", person)
    hint = f"`prisoners amend {person_of(person)} --verified {asked.today}`, or `prisoners update` what you heard"
    return of_deadline(DueKind.VERIFICATION, deadline, asked, about, person, hint)


_AWAITED = """
SELECT interventions.id, interventions.kind, interventions.made_on, count(beneficiaries.prisoner_id) AS people,
  min(beneficiaries.prisoner_id) AS one, group_concat(beneficiaries.prisoner_id) AS each_one
FROM interventions LEFT JOIN beneficiaries
  ON beneficiaries.intervention_id = interventions.id AND beneficiaries.withdrawn = 0
WHERE interventions.withdrawn = 0 AND interventions.response IS NULL AND interventions.responded_on IS NULL
  AND interventions.made_on IS NOT NULL AND coalesce(interventions.status, 'pending') = 'pending'
  AND (interventions.kind = 'un_submission' OR interventions.status = 'pending')
GROUP BY interventions.id, interventions.kind, interventions.made_on ORDER BY interventions.id"""


def answers(reader: Reader, asked: Asked) -> Iterator[Due]:
    """A submission to the United Nations, or any act that is marked as pending, whose answer should have come."""
    for row in reader.each(_AWAITED):
        people = {int(number) for number in (row["each_one"] or "").split(",") if number}
        made = stored_day(row["made_on"])
        if made is None or (asked.people is not None and not people & asked.people):
            continue
        expected = window_of(made).days_later(REPLY_WITHIN, REPLY_WITHIN)
        if asked.near(expected):
            reference = write_reference("interventions", row["id"])
            for_whom = f" for {row['people']} people" if row["people"] > 1 else ""
            yield Due(
                DueKind.ANSWER,
                WHEN_PASSED[expected.passed(asked.today)],
                reference,
                f"No answer is recorded to what was sent ({made.words}){for_whom}; {REPLY_WITHIN} days are usual.",
                f"`prisoners intervention amend {reference} --response … --responded …`",
                row["one"] if row["people"] == 1 else None,
                expected,
                None if expected.earliest == OPEN_EARLY else (expected.earliest - asked.today).days,
                sentence_fa=f"به آنچه فرستاده شد ({write_window(window_of(made), 'fa')}) پاسخی ثبت نشده است؛ معمول "
                f"{write_fact(REPLY_WITHIN, 'fa')} روز است.",
            )


_CONSENTS = """
SELECT consents.id, consents.prisoner_id, consents.scope, consents.until FROM consents
JOIN people ON people.id = consents.prisoner_id AND people.withdrawn = 0 AND people.merged_into IS NULL
WHERE consents.withdrawn = 0 AND consents.refused = 0 AND consents.withdrawn_on IS NULL
  AND substr(consents.until, 1, 10) <= :near ORDER BY consents.id"""


def consents(reader: Reader, asked: Asked) -> Iterator[Due]:
    """A consent that has ended, or soon will: what it allowed leaves no more."""
    for row in asked.of_person(map(dict, reader.each(_CONSENTS, near=str(asked.horizon)))):
        reference = write_reference("consents", row["id"])
        yield _dated(
            DueKind.CONSENT,
            row,
            row["until"],
            reference,
            ("A consent ends{when}.", "رضایتی پایان می‌یابد{when}."),
            f"`prisoners consent amend {reference} --until …` when it was given anew",
            asked.today,
        )


_FOLLOW_UPS = """
SELECT follow_ups.id, follow_ups.prisoner_id, follow_ups.due_on FROM follow_ups
JOIN people ON people.id = follow_ups.prisoner_id AND people.withdrawn = 0 AND people.merged_into IS NULL
WHERE follow_ups.withdrawn = 0 AND follow_ups.state IN ('open', 'postponed')
  AND substr(follow_ups.due_on, 1, 10) <= :near ORDER BY follow_ups.id"""


def follow_ups(reader: Reader, asked: Asked) -> Iterator[Due]:
    """A reminder that a researcher wrote for this day; what to ask stays on the person's own page."""
    for row in asked.of_person(map(dict, reader.each(_FOLLOW_UPS, near=str(asked.horizon)))):
        reference = write_reference("follow_ups", row["id"])
        yield _dated(
            DueKind.FOLLOW_UP,
            row,
            row["due_on"],
            reference,
            ("A reminder is due{when}.", "موعد یک یادآوری است{when}."),
            f"`prisoners show {person_of(row['prisoner_id'])}` says what to ask; "
            f"`prisoners follow-up amend {reference} --state done`",
            asked.today,
        )


def _dated(
    kind: DueKind, row: Row, stored: str, reference: str, says: tuple[str, str], hint: str, today: dt.date
) -> Due:
    day = stored_day(stored)
    last = window_of(day) if day else None
    return Due(
        kind,
        WHEN_PASSED[last.passed(today)] if last else DueState.UNKNOWN,
        reference,
        says[0].format(when=f" ({day.words})" if day else ""),
        hint,
        row["prisoner_id"],
        last,
        (last.earliest - today).days if last and not last.is_open else None,
        sentence_fa=says[1].format(when=f" ({write_window(last, 'fa')})" if last else ""),
    )
