"""Doubts about sources and what they bear."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from prisoners.checks.doubt import COUNTED, day_of, each_found, status_words
from prisoners.findings import Finding, Gravity
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference


def source_that_bears_nothing(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """A source was entered, and nothing is tied to it.

    What it says was not entered, or was entered because of something else.
    """
    del today
    sql = """
SELECT sources.id, NULL AS prisoner_id, coalesce(sources.outlet, sources.title, sources.url) AS called FROM sources
WHERE sources.withdrawn = 0
  AND NOT EXISTS (SELECT 1 FROM citations WHERE citations.source_id = sources.id AND citations.withdrawn = 0)
  AND NOT EXISTS (SELECT 1 FROM sources AS repeats WHERE repeats.derived_from = sources.id AND repeats.withdrawn = 0)
ORDER BY sources.id"""
    yield from each_found(
        "source_that_bears_nothing",
        "sources",
        reader.each(sql),
        lambda row: f"Nothing is tied to it ({row['called'] or 'without a name'}).",
        "`prisoners cite {about} E-…`, or `prisoners source withdraw {about}`.",
        Gravity.NOTE,
    )


def judgment_without_source(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """A judgment is recorded, and no source bears it or any of its sentences.

    An advocate who quotes it must be able to say where it comes from.
    """
    del today
    sql = f"""
SELECT judgment_sheet.id, judgment_sheet.prisoner_id FROM judgment_sheet {COUNTED.format("judgment_sheet")}
WHERE judgment_sheet.id NOT IN (SELECT about_row FROM sourced WHERE about_table = 'judgments') AND judgment_sheet.id
  NOT IN (SELECT sentences.judgment_id FROM sourced JOIN sentences ON sentences.id = sourced.about_row
    WHERE sourced.about_table = 'sentences') ORDER BY judgment_sheet.id"""
    yield from each_found(
        "judgment_without_source",
        "judgments",
        reader.each(sql),
        lambda _: "No source bears this judgment.",
        "`prisoners cite S-… {about}`.",
    )


def status_on_unreliable_word(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """The present status is borne only by sources that are graded unreliable (D or E).

    A second, independent source would settle it.
    """
    del today
    sql = """
SELECT people.id, people.id AS prisoner_id, people.status, people.status_event_id FROM people
JOIN sourced ON sourced.about_table = 'events' AND sourced.about_row = people.status_event_id
WHERE people.withdrawn = 0 AND people.merged_into IS NULL
GROUP BY people.id, people.status, people.status_event_id HAVING min(sourced.reliability) IN ('D', 'E')
ORDER BY people.id"""
    yield from each_found(
        "status_on_unreliable_word",
        "prisoners",
        reader.each(sql),
        lambda row: (
            f"Only unreliable sources say “{status_words(row['status'])}” "
            f"({write_reference('events', row['status_event_id'])})."
        ),
        "`prisoners cite S-… E-…` ties a better source to it.",
    )


def death_on_one_word(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """A death or an execution is marked as confirmed, and only one independent source bears it.

    Two outlets that quote the same report are one source; for a court document or an official no second is asked.
    """
    del today
    sql = f"""
SELECT timeline.id, timeline.prisoner_id, timeline.status FROM sourced
JOIN timeline ON timeline.id = sourced.about_row {COUNTED.format("timeline")}
WHERE sourced.about_table = 'events' AND timeline.status IN ('executed', 'died_in_custody')
GROUP BY timeline.id, timeline.prisoner_id, timeline.status
HAVING max(CASE WHEN sourced.credibility = 'confirmed' THEN 1 ELSE 0 END) = 1
  AND count(DISTINCT coalesce(sourced.derived_from, sourced.source_id)) = 1
  AND max(CASE WHEN sourced.kind IN ('court_document', 'judiciary_official', 'lawyer') THEN 1 ELSE 0 END) = 0
ORDER BY timeline.id"""
    yield from each_found(
        "death_on_one_word",
        "events",
        reader.each(sql),
        lambda row: f"“{status_words(row['status'])}” is confirmed by one source alone.",
        "`prisoners cite S-… {about}` ties a second, independent source to it.",
    )


def source_older_than_what_it_says(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """A source was published certainly before the event that its words are quoted for.

    The date of the event or of the publication is wrong, or the source announces what came later.
    """
    del today
    sql = f"""
SELECT timeline.id, timeline.prisoner_id, timeline.happened_on, sourced.published_on, sourced.source_id
FROM sourced JOIN timeline ON timeline.id = sourced.about_row {COUNTED.format("timeline")}
WHERE sourced.about_table = 'events' AND sourced.quoted IS NOT NULL
  AND substr(sourced.published_on, 12, 10) < substr(timeline.happened_on, 1, 10) ORDER BY timeline.id"""
    yield from each_found(
        "source_older_than_what_it_says",
        "events",
        reader.each(sql),
        lambda row: (
            f"It happened on {day_of(row['happened_on'])}, but {write_reference('sources', row['source_id'])} "
            f"was published on {day_of(row['published_on'])}."
        ),
        "`prisoners event amend {about} --on …`, or `prisoners source amend S-… --published …`.",
        Gravity.WRONG,
    )
