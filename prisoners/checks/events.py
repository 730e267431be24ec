"""Doubts about single events."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from prisoners.checks.doubt import COUNTED, day_of, each_found
from prisoners.findings import Finding, Gravity
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference
from prisoners.vocabulary.words import label

LONGEST_STRIKE = 120
"""Days after which a hunger strike without an end is more likely one whose end was not reported."""


def event_told_twice(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """The same thing is recorded twice of one person on one day, in the same place and with the same status.

    Two sources of one event belong to one event: cite both.
    """
    del today
    sql = f"""
SELECT max(timeline.id) AS id, min(timeline.id) AS first_id, timeline.prisoner_id, timeline.kind, timeline.happened_on
FROM timeline {COUNTED.format("timeline")}
WHERE substr(timeline.happened_on, 1, 10) = substr(timeline.happened_on, 12, 10)
GROUP BY timeline.prisoner_id, timeline.kind, timeline.happened_on, timeline.status, timeline.prison_id,
  timeline.place, timeline.violation, timeline.summary HAVING count(*) > 1 ORDER BY 1"""
    yield from each_found(
        "event_told_twice",
        "events",
        reader.each(sql),
        lambda row: (
            f"“{label('event_kind', row['kind'])}” on {day_of(row['happened_on'])} is recorded already: "
            f"{write_reference('events', row['first_id'])}."
        ),
        "`prisoners event withdraw {about}`, and `prisoners cite S-… {first}` ties its source to the other.",
    )


def hunger_strike_without_end(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """A hunger strike began more than a hundred and twenty days ago, and no end is recorded.

    Nobody fasts so long without help; the end was not reported.
    """
    oldest = today - dt.timedelta(days=LONGEST_STRIKE)
    sql = f"""
SELECT timeline.id, timeline.prisoner_id, timeline.happened_on FROM timeline {COUNTED.format("timeline")}
WHERE timeline.kind = 'hunger_strike_start' AND substr(timeline.happened_on, 12, 10) < :oldest
  AND timeline.until IS NULL AND NOT EXISTS (SELECT 1 FROM events AS ended
    WHERE ended.prisoner_id = timeline.prisoner_id AND ended.withdrawn = 0
    AND (ended.kind = 'hunger_strike_end' OR ended.status IN ('executed', 'died_in_custody', 'died_after_release'))
    AND (ended.happened_on IS NULL OR substr(ended.happened_on, 12, 10) >= substr(timeline.happened_on, 1, 10)))
ORDER BY timeline.id"""
    yield from each_found(
        "hunger_strike_without_end",
        "events",
        reader.each(sql, oldest=str(oldest)),
        lambda row: f"The hunger strike that began on {day_of(row['happened_on'])} has no end.",
        "`prisoners update {person} --kind hunger_strike_end --on …`.",
    )


def place_not_in_the_list(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """A place is written in words that are no prison of the list, where somebody is held.

    The words are kept; once the place is in the list, everybody there is counted together.
    """
    del today
    sql = f"""
SELECT min(timeline.id) AS id, min(timeline.prisoner_id) AS prisoner_id, timeline.place, count(*) AS events
FROM timeline {COUNTED.format("timeline")} WHERE timeline.place IS NOT NULL AND timeline.prison_id IS NULL
  AND timeline.kind IN ('transfer', 'enforcement_start', 'status_reported')
GROUP BY timeline.place ORDER BY count(*) DESC, 1"""
    yield from each_found(
        "place_not_in_the_list",
        "events",
        reader.each(sql),
        lambda row: (
            f"“{row['place']}” is no prison of the list; {row['events']} "
            f"{'event says' if row['events'] == 1 else 'events say'} so."
        ),
        "`prisoners prison add …`, then `prisoners event amend {about} --prison …`.",
        Gravity.NOTE,
    )


def case_of_somebody_else(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """An event is tied to the case of another person.

    Co-defendants have a case each; their group has a name.
    """
    del today
    sql = f"""
SELECT timeline.id, timeline.prisoner_id, timeline.case_id FROM timeline {COUNTED.format("timeline")}
JOIN cases ON cases.id = timeline.case_id WHERE cases.prisoner_id <> timeline.prisoner_id ORDER BY timeline.id"""
    yield from each_found(
        "case_of_somebody_else",
        "events",
        reader.each(sql),
        lambda row: f"{write_reference('cases', row['case_id'])} is the case of another person.",
        "`prisoners event amend {about} --case …`.",
        Gravity.WRONG,
    )


def after_what_happened_to_another(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """An event is said to have come after an event of another person.

    The order of one person's events can only be told by that person's events.
    """
    del today
    sql = f"""
SELECT timeline.id, timeline.prisoner_id, timeline.after_id FROM timeline {COUNTED.format("timeline")}
JOIN events AS before ON before.id = timeline.after_id WHERE before.prisoner_id <> timeline.prisoner_id
ORDER BY timeline.id"""
    yield from each_found(
        "after_what_happened_to_another",
        "events",
        reader.each(sql),
        lambda row: f"{write_reference('events', row['after_id'])} happened to another person.",
        "`prisoners event amend {about} --after …`.",
        Gravity.WRONG,
    )


def amount_without_currency(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """An amount of money has no currency.

    The press says toman, the judgment rial: ten times as much.
    """
    del today
    sql = f"""
SELECT timeline.id, timeline.prisoner_id, timeline.amount FROM timeline {COUNTED.format("timeline")}
WHERE timeline.amount IS NOT NULL AND timeline.currency IS NULL ORDER BY timeline.id"""
    yield from each_found(
        "amount_without_currency",
        "events",
        reader.each(sql),
        lambda row: f"{row['amount']:,} of which currency?",
        "`prisoners event amend {about} --currency IRR`.",
    )
