"""Doubts about where somebody stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from prisoners.checks.doubt import day_of, each_found, status_words
from prisoners.findings import Finding, Gravity
from prisoners.store.reader import Reader
from prisoners.vocabulary import DEAD, IN_CUSTODY
from prisoners.vocabulary.words import label

_COUNT = "people.withdrawn = 0 AND people.merged_into IS NULL"
_HELD = "({})".format(", ".join(f"'{status}'" for status in sorted(IN_CUSTODY)))
_DEAD = "({})".format(", ".join(f"'{status}'" for status in sorted(DEAD)))
_SENTENCED = (
    "SELECT 1 FROM sentence_sheet WHERE sentence_sheet.prisoner_id = people.id"
    " AND sentence_sheet.kind IN ('prison', 'prison_in_exile', 'life', 'death')"
)


def status_disagrees_with_events(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """What happened last says one thing, and the status another.

    A release, an arrest or a death was reported after the event that gives the status, and without a status of its own.
    """
    del today
    sql = f"""
SELECT later.id, later.prisoner_id, later.kind, later.happened_on, people.status
FROM people JOIN events AS later ON later.prisoner_id = people.id AND later.withdrawn = 0 AND later.status IS NULL
  AND (later.kind IN ('execution_carried_out', 'death') AND people.status NOT IN {_DEAD}
    OR later.kind = 'release' AND people.status IN {_HELD}
    OR later.kind IN ('arrest', 're_arrest') AND people.status NOT IN {_HELD})
WHERE {_COUNT} AND substr(later.happened_on, 1, 10) > substr(people.since, 12, 10) ORDER BY later.id"""
    yield from each_found(
        "status_disagrees_with_events",
        "events",
        reader.each(sql),
        lambda row: (
            f"“{label('event_kind', row['kind'])}” on {day_of(row['happened_on'])}, "
            f"but the status is still “{status_words(row['status'])}”."
        ),
        "`prisoners event amend {about} --status …`.",
        Gravity.WRONG,
    )


def serving_without_sentence(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """Somebody serves a sentence, is on furlough or conditionally released, and no sentence is recorded.

    Without it nobody can say until when; where the basis of the imprisonment is unknown, there is a status for it.
    """
    del today
    sql = f"""
SELECT people.id, people.id AS prisoner_id, people.status FROM people
WHERE {_COUNT} AND people.status IN
  ('imprisoned_serving', 'furlough', 'electronic_monitoring', 'semi_liberty', 'conditional_release')
  AND NOT EXISTS ({_SENTENCED}) ORDER BY people.id"""
    yield from each_found(
        "serving_without_sentence",
        "prisoners",
        reader.each(sql),
        lambda row: f"The status is “{status_words(row['status'])}”, and no sentence is recorded.",
        "`prisoners judgment add {about} …`, then `prisoners sentence add J-… --term …`.",
    )


def free_under_a_death_sentence(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """Somebody is released, and a death sentence is recorded as issued or upheld in the last judgment.

    It was quashed, commuted or pardoned, and nobody recorded it; or the release is somebody else's.
    """
    del today
    sql = f"""
SELECT people.id, people.id AS prisoner_id, people.status, (SELECT max(death.id) FROM sentence_sheet AS death
    WHERE death.prisoner_id = people.id AND death.kind = 'death' AND death.state IN ('issued', 'upheld')) AS sentence_id
FROM people
WHERE people.status IN ('released_end_of_term', 'released_pardon', 'released_acquitted_or_dropped') AND {_COUNT}
  AND EXISTS (SELECT 1 FROM sentence_sheet WHERE sentence_sheet.prisoner_id = people.id
    AND sentence_sheet.kind = 'death' AND sentence_sheet.state IN ('issued', 'upheld')
    AND NOT EXISTS (SELECT 1 FROM judgments AS later WHERE later.case_id = sentence_sheet.case_id
      AND later.withdrawn = 0 AND later.id > sentence_sheet.judgment_id
      AND later.outcome NOT IN ('upheld', 'rejected'))) ORDER BY people.id"""
    yield from each_found(
        "free_under_a_death_sentence",
        "prisoners",
        reader.each(sql),
        lambda row: f"The status is “{status_words(row['status'])}”, but a death sentence stands.",
        "`prisoners sentence amend {sentence} --state …` says what became of it.",
        Gravity.WRONG,
    )


def bail_without_order(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """Somebody is free on bail, and no order, setting or payment of bail is recorded.

    The amount tells what the authorities asked of the family.
    """
    del today
    sql = f"""
SELECT people.id, people.id AS prisoner_id, people.since FROM people WHERE people.status = 'on_bail' AND {_COUNT}
  AND NOT EXISTS (SELECT 1 FROM events WHERE events.prisoner_id = people.id AND events.withdrawn = 0
    AND (events.kind IN ('bail_set', 'bail_paid', 'security_order') OR events.amount IS NOT NULL)) ORDER BY people.id"""
    yield from each_found(
        "bail_without_order",
        "prisoners",
        reader.each(sql),
        lambda _: "Free on bail, and no bail is recorded as set or paid.",
        "`prisoners update {about} --kind bail_set --amount … --currency IRR`.",
        Gravity.NOTE,
    )


def held_though_all_charges_fell(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """Somebody is held, and every charge of every case has been dropped or ended in an acquittal.

    A charge or a case is missing, the release was not reported, or the detention has no basis any more.
    """
    del today
    sql = f"""
SELECT people.id, people.id AS prisoner_id, people.status FROM people WHERE people.status IN {_HELD} AND {_COUNT}
  AND EXISTS (SELECT 1 FROM charge_sheet WHERE charge_sheet.prisoner_id = people.id)
  AND NOT EXISTS (SELECT 1 FROM charge_sheet WHERE charge_sheet.prisoner_id = people.id
    AND charge_sheet.state NOT IN ('acquitted', 'dropped')) ORDER BY people.id"""
    yield from each_found(
        "held_though_all_charges_fell",
        "prisoners",
        reader.each(sql),
        lambda row: f"The status is “{status_words(row['status'])}”, but every charge has fallen.",
        "`prisoners update {about} --kind release --on …`, or `prisoners charge add C-… --offence …`.",
        Gravity.WRONG,
    )


def held_nobody_knows_where(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """Somebody is held, and no prison or place is recorded.

    If the authorities do not say where, that is a violation to be recorded; if we only do not know, it is to be asked.
    """
    del today
    sql = f"""
SELECT people.id, people.id AS prisoner_id, people.status FROM people
WHERE people.status IN {_HELD} AND people.status <> 'disappeared' AND {_COUNT}
  AND people.prison_id IS NULL AND people.place IS NULL ORDER BY people.id"""
    yield from each_found(
        "held_nobody_knows_where",
        "prisoners",
        reader.each(sql),
        lambda row: f"“{status_words(row['status'])}”, and no prison or place is recorded.",
        "`prisoners update {about} --kind transfer --prison …`, or `… --kind disappearance`.",
        Gravity.NOTE,
    )
