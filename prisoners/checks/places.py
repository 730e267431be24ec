"""Doubts about places."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from prisoners.checks.doubt import COUNTED, day_of
from prisoners.findings import Finding, Gravity
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference


def prison_closed_at_that_date(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """Somebody is held in a prison that was certainly closed by then, or certainly not open yet.

    Newspapers go on using the old name of a prison for years: the inmates may be in its successor.
    """
    del today
    sql = f"""
SELECT timeline.id, timeline.prisoner_id, timeline.prison, timeline.happened_on, prisons.opened_on, prisons.closed_on,
  prisons.id AS prison_id, successors.name_en AS successor FROM timeline {COUNTED.format("timeline")}
JOIN prisons ON prisons.id = timeline.prison_id LEFT JOIN prisons AS successors ON successors.id = prisons.successor_id
WHERE substr(timeline.happened_on, 1, 10) > substr(prisons.closed_on, 12, 10)
  OR substr(timeline.happened_on, 12, 10) < substr(prisons.opened_on, 1, 10) ORDER BY timeline.id"""
    for row in reader.each(sql):
        event = write_reference("events", row["id"])
        closed = row["closed_on"] is not None and row["happened_on"][:10] > row["closed_on"][11:21]
        when = f"closed on {day_of(row['closed_on'])}" if closed else f"opened on {day_of(row['opened_on'])}"
        went = f" Its inmates went to {row['successor']}." if closed and row["successor"] else ""
        yield Finding(
            "prison_closed_at_that_date",
            event,
            f"In {row['prison']} on {day_of(row['happened_on'])}, but it {when}.{went}",
            Gravity.DOUBT,
            f"`prisoners event amend {event} --prison …`; `prisoners prison show "
            f"{write_reference('prisons', row['prison_id'])}` shows what is known of the place.",
            write_reference("prisoners", row["prisoner_id"]),
        )
