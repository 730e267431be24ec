"""Doubts about who sat in the branch that gave a judgment."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator

from prisoners.checks.doubt import COUNTED, day_of, each_found
from prisoners.dates.partial import PartialDate
from prisoners.findings import Finding
from prisoners.law.reckoning import Answer
from prisoners.store.benches import Benches, Chair
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference

_JUDGED = f"""
SELECT judgment_sheet.id, judgment_sheet.prisoner_id, judgment_sheet.court_id, judgment_sheet.branch,
  judgment_sheet.court, judgment_sheet.judge_id, judgment_sheet.judge, judgment_sheet.given_on
FROM judgment_sheet {COUNTED.format("judgment_sheet")}
WHERE judgment_sheet.given_on IS NOT NULL AND judgment_sheet.judge_id IS NOT NULL
  AND judgment_sheet.court_id IS NOT NULL ORDER BY judgment_sheet.id"""


def judge_elsewhere_at_that_date(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """The judge of a judgment is known to have chaired that branch at other times, and certainly not then.

    Another judge sat in the branch, or the judgment has another date.
    """
    del today
    for row, chairs, on in _judged(reader):
        own = [chair for chair in chairs if chair.official == row["judge_id"]]
        if own and all(chair.on(on) is Answer.NO for chair in own):
            yield from each_found(
                "judge_elsewhere_at_that_date",
                "judgments",
                [row],
                lambda row: f"{row['judge']} did not sit in {row['court']} on {day_of(row['given_on'])}.",
                "`prisoners judgment amend {about} --judge …` or `… --on …`.",
            )


def another_judge_chaired_the_branch(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """A judgment names a judge who is not known ever to have chaired that branch, and another certainly did then.

    The judge, the branch or the date is wrong; or a posting is, or a colleague sat in for the other.
    """
    del today
    for row, chairs, on in _judged(reader):
        if any(chair.official == row["judge_id"] for chair in chairs):
            continue
        other = next((chair for chair in chairs if chair.on(on) is Answer.YES), None)
        if other is not None:
            yield from _another(row, other)


def _another(row: sqlite3.Row, other: Chair) -> Iterator[Finding]:
    posting = write_reference("postings", other.posting)
    yield from each_found(
        "another_judge_chaired_the_branch",
        "judgments",
        [row],
        lambda row: (
            f"{row['judge']} is named, and {other.name_en} chaired the branch then"
            f" ({day_of(row['given_on'])}; {posting})."
        ),
        f"`prisoners judgment amend {{about}} --judge …`, or `prisoners posting amend {posting} --until …`.",
    )


def _judged(reader: Reader) -> Iterator[tuple[sqlite3.Row, list[Chair], PartialDate]]:
    """Every judgment that names judge, court and day, with those who are known to have chaired its branch."""
    benches = Benches(reader)
    for row in reader.each(_JUDGED) if benches.known else ():
        chairs = benches.chairs(row["court_id"], row["branch"])
        if chairs:
            yield row, chairs, PartialDate.from_stored(row["given_on"])
