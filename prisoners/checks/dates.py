"""Doubts about dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from prisoners.checks.doubt import COUNTED, day_of, each_found
from prisoners.findings import Finding, Gravity
from prisoners.store.reader import Reader

YOUNGEST, OLDEST = 9, 90
"""Between these ages an arrest is not doubted for the age alone."""

_ARRESTS = (
    "SELECT id, prisoner_id, arrested_on AS day FROM cases WHERE withdrawn = 0 AND arrested_on IS NOT NULL"
)


def arrested_before_born(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """Somebody is recorded as arrested certainly before the day of birth.

    One of the two dates is wrong, often by a century or by the calendar.
    """
    del today
    sql = f"""
SELECT arrests.id, arrests.prisoner_id, arrests.day, prisoners.born FROM ({_ARRESTS}) AS arrests
{COUNTED.format("arrests")} WHERE substr(arrests.day, 12, 10) < substr(prisoners.born, 1, 10) ORDER BY arrests.id"""
    yield from each_found(
        "arrested_before_born",
        "cases",
        reader.each(sql),
        lambda row: f"Arrested on {day_of(row['day'])}, but born on {day_of(row['born'])}.",
        "`prisoners case amend {about} --arrested …`, or `prisoners amend {person} --born …`.",
        Gravity.WRONG,
    )


def implausible_age_at_arrest(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """Somebody was certainly younger than nine or older than ninety when arrested.

    It happens, but more often a year is mistyped or two people of one name are mixed up.
    """
    del today
    age = "CAST(substr(arrests.day, {}, 4) AS INTEGER) - CAST(substr(prisoners.born, {}, 4) AS INTEGER)"
    most, least = age.format(12, 1), age.format(1, 12)
    sql = f"""
SELECT arrests.id, arrests.prisoner_id, arrests.day, prisoners.born FROM ({_ARRESTS}) AS arrests
{COUNTED.format("arrests")} WHERE substr(arrests.day, 12, 10) >= substr(prisoners.born, 1, 10)
  AND (({most} < {YOUNGEST} AND substr(arrests.day, 12, 4) <> '9999' AND substr(prisoners.born, 1, 4) <> '0001')
  OR ({least} > {OLDEST} AND substr(arrests.day, 1, 4) <> '0001' AND substr(prisoners.born, 12, 4) <> '9999'))
ORDER BY arrests.id"""
    yield from each_found(
        "implausible_age_at_arrest",
        "cases",
        reader.each(sql),
        lambda row: f"Arrested on {day_of(row['day'])}, born on {day_of(row['born'])}.",
        "`prisoners amend {person} --born …`, or `prisoners case amend {about} --arrested …`.",
    )


def date_not_read(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """The words of a date were kept, but could not be read as one.

    Until somebody says what they mean, the event stands before everything that has a day.
    """
    del today
    sql = f"""
SELECT timeline.id, timeline.prisoner_id, timeline.happened_on FROM timeline {COUNTED.format("timeline")}
WHERE instr(timeline.happened_on, '|unread|') > 0 ORDER BY timeline.id"""
    yield from each_found(
        "date_not_read",
        "events",
        reader.each(sql),
        lambda row: f"“{day_of(row['happened_on'])}” was not read as a date.",
        "`prisoners event amend {about} --on …`.",
    )


def arrest_days_disagree(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """The case has one day of arrest, the event of the same case certainly another.

    Sources often give the day of the news for the day of the arrest.
    """
    del today
    sql = f"""
SELECT timeline.id, timeline.prisoner_id, timeline.case_id, timeline.happened_on, cases.arrested_on FROM timeline
{COUNTED.format("timeline")} JOIN cases ON cases.id = timeline.case_id AND cases.withdrawn = 0
WHERE timeline.kind = 'arrest' AND (substr(timeline.happened_on, 1, 10) > substr(cases.arrested_on, 12, 10)
  OR substr(timeline.happened_on, 12, 10) < substr(cases.arrested_on, 1, 10)) ORDER BY timeline.id"""
    yield from each_found(
        "arrest_days_disagree",
        "events",
        reader.each(sql),
        lambda row: f"Arrested on {day_of(row['happened_on'])}; the case says {day_of(row['arrested_on'])}.",
        "`prisoners event amend {about} --on …`, or `prisoners case amend {case} --arrested …`.",
    )


def judged_before_arrested(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """A judgment lies certainly before the arrest in its case and is not marked as given in absentia.

    Either it was given in absentia, or one of the two dates is wrong.
    """
    del today
    sql = f"""
SELECT judgment_sheet.id, judgment_sheet.prisoner_id, judgment_sheet.given_on, cases.arrested_on FROM judgment_sheet
{COUNTED.format("judgment_sheet")} JOIN cases ON cases.id = judgment_sheet.case_id
WHERE judgment_sheet.in_absentia = 0
  AND substr(judgment_sheet.given_on, 12, 10) < substr(cases.arrested_on, 1, 10) ORDER BY judgment_sheet.id"""
    yield from each_found(
        "judged_before_arrested",
        "judgments",
        reader.each(sql),
        lambda row: f"Judged on {day_of(row['given_on'])}, but arrested on {day_of(row['arrested_on'])}.",
        "`prisoners judgment amend {about} --in-absentia`, or `… --on …`.",
    )


def judgment_in_the_future(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """A judgment is dated on a day that has not come yet.

    The day is mistyped, or it is the day of a hearing.
    """
    sql = f"""
SELECT judgment_sheet.id, judgment_sheet.prisoner_id, judgment_sheet.given_on FROM judgment_sheet
{COUNTED.format("judgment_sheet")} WHERE substr(judgment_sheet.given_on, 1, 10) > :today ORDER BY judgment_sheet.id"""
    yield from each_found(
        "judgment_in_the_future",
        "judgments",
        reader.each(sql, today=str(today)),
        lambda row: f"Judged on {day_of(row['given_on'])}, which has not come yet.",
        "`prisoners judgment amend {about} --on …`.",
        Gravity.WRONG,
    )
