"""Doubts about the order in which things happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from prisoners.checks.doubt import COUNTED, day_of, status_words
from prisoners.findings import Finding, Gravity
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference
from prisoners.vocabulary.words import label


def released_before_arrested(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """A release lies certainly before the first arrest that is recorded.

    Either the earlier arrest is missing, or one of the two dates is wrong.
    """
    del today
    sql = f"""
SELECT releases.id, releases.prisoner_id, releases.happened_on, arrests.first_day, arrests.told
FROM timeline AS releases {COUNTED.format("releases")}
JOIN (SELECT prisoner_id, min(substr(day, 1, 10)) AS first_day, min(day) AS told FROM
  (SELECT prisoner_id, arrested_on AS day FROM cases WHERE withdrawn = 0 UNION ALL
   SELECT prisoner_id, happened_on FROM timeline WHERE kind IN ('arrest', 're_arrest')) AS each_arrest
  WHERE day IS NOT NULL GROUP BY prisoner_id) AS arrests ON arrests.prisoner_id = releases.prisoner_id
WHERE releases.kind = 'release' AND substr(releases.happened_on, 12, 10) < arrests.first_day
ORDER BY releases.id"""
    for row in reader.each(sql):
        event = write_reference("events", row["id"])
        yield Finding(
            "released_before_arrested",
            event,
            f"Released on {day_of(row['happened_on'])}, but first arrested on {day_of(row['told'])}.",
            Gravity.WRONG,
            f"`prisoners event amend {event} --on …`, or `prisoners update` reports the earlier arrest.",
            write_reference("prisoners", row["prisoner_id"]),
        )


def order_uncertain(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """Events with different statuses overlap in time, and nobody said which came after which.

    The last of them is taken as the status; it may be another.
    """
    del today
    sql = """
SELECT people.id, people.status_event_id, people.status, people.since FROM people
WHERE people.order_uncertain = 1 AND people.withdrawn = 0 AND people.merged_into IS NULL ORDER BY people.id"""
    for row in reader.each(sql):
        event, person = (
            write_reference("events", row["status_event_id"]),
            write_reference("prisoners", row["id"]),
        )
        yield Finding(
            "order_uncertain",
            person,
            f"“{status_words(row['status'])}” ({event}) is taken as the last; another event may have come later.",
            Gravity.DOUBT,
            f"`prisoners event amend {event} --after E-…` says which came before it; or make a date more precise.",
        )


def executed_then_released(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """Somebody is recorded as dead, and certainly later as living.

    One of the two events is about somebody else, or untrue; a correction withdraws it.
    """
    del today
    dead = "('executed', 'died_in_custody', 'died_after_release')"
    sql = f"""
SELECT later.id, later.prisoner_id, later.status, later.happened_on, death.id AS death_id, death.status AS dead
FROM timeline AS death {COUNTED.format("death")}
JOIN timeline AS later ON later.prisoner_id = death.prisoner_id AND later.status NOT IN {dead}
  AND (substr(later.happened_on, 1, 10) > substr(death.happened_on, 12, 10) OR later.after_id = death.id)
WHERE death.status IN {dead} ORDER BY later.id"""
    for row in reader.each(sql):
        event, death = write_reference("events", row["id"]), write_reference("events", row["death_id"])
        yield Finding(
            "executed_then_released",
            event,
            f"“{status_words(row['status'])}” after “{status_words(row['dead'])}” ({death}).",
            Gravity.DANGER,
            f"`prisoners event withdraw {event}` or `… {death}`, whichever is untrue, with the source that says so.",
            write_reference("prisoners", row["prisoner_id"]),
        )


def event_in_the_future(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """Something is recorded as having happened on a day that has not come yet.

    What is only announced, such as an execution that is scheduled, is an event of its own kind on the day it was
    announced.
    """
    sql = f"""
SELECT timeline.id, timeline.prisoner_id, timeline.kind, timeline.happened_on FROM timeline {COUNTED.format("timeline")}
WHERE substr(timeline.happened_on, 1, 10) > :today AND timeline.kind <> 'execution_scheduled' ORDER BY timeline.id"""
    for row in reader.each(sql, today=str(today)):
        event = write_reference("events", row["id"])
        yield Finding(
            "event_in_the_future",
            event,
            f"“{label('event_kind', row['kind'])}” on {day_of(row['happened_on'])}, which has not come yet.",
            Gravity.WRONG,
            f"`prisoners event amend {event} --on …` corrects the day.",
            write_reference("prisoners", row["prisoner_id"]),
        )
