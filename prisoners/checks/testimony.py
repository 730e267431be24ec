"""Doubts about who says so."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from prisoners.checks.doubt import COUNTED, each_found, status_words
from prisoners.findings import Finding, Gravity
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference


def status_without_source(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """The event that gives somebody's present status is borne by no source.

    It cannot be told to anybody outside before somebody can say where it comes from.
    """
    del today
    sql = """
SELECT people.id, people.status, people.status_event_id FROM people
WHERE people.status IS NOT NULL AND people.withdrawn = 0 AND people.merged_into IS NULL AND NOT EXISTS
  (SELECT 1 FROM sourced WHERE sourced.about_table = 'events' AND sourced.about_row = people.status_event_id)
ORDER BY people.id"""
    for row in reader.each(sql):
        event = write_reference("events", row["status_event_id"])
        yield Finding(
            "status_without_source",
            write_reference("prisoners", row["id"]),
            f"No source says “{status_words(row['status'])}” ({event}).",
            Gravity.DOUBT,
            f"`prisoners cite S-… {event}` ties a source to it.",
        )


def conflicting_values_unresolved(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """Sources give different values for one field, and none of them is confirmed.

    A value whose credibility is *unlikely* no longer counts; one *confirmed* value settles the field.
    """
    del today
    sql = f"""
SELECT sourced.prisoner_id, sourced.about_table, sourced.about_row, sourced.field, sourced.value, sourced.credibility,
  sourced.source_id FROM sourced {COUNTED.format("sourced")}
WHERE sourced.field IS NOT NULL AND sourced.value IS NOT NULL AND sourced.credibility <> 'unlikely'
ORDER BY sourced.id"""
    said: dict[tuple[int, str, int, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    confirmed: dict[tuple[int, str, int, str], set[str]] = defaultdict(set)
    for row in reader.each(sql):
        key = (row["prisoner_id"], row["about_table"], row["about_row"], row["field"])
        said[key][row["value"]].append(write_reference("sources", row["source_id"]))
        if row["credibility"] == "confirmed":
            confirmed[key].add(row["value"])
    for key, values in said.items():
        if len(values) > 1 and len(confirmed[key]) != 1:
            yield _conflict(key, values)


def _conflict(key: tuple[int, str, int, str], values: dict[str, list[str]]) -> Finding:
    prisoner, table, row, field = key
    record = write_reference(table, row)
    told = " or ".join(f"{value} ({', '.join(sources)})" for value, sources in values.items())
    return Finding(
        "conflicting_values_unresolved",
        record,
        f"{field} is {told}.",
        Gravity.DOUBT,
        f"`prisoners cite S-… {record} --field {field} --credibility confirmed` settles it.",
        write_reference("prisoners", prisoner),
    )


def foreign_number_of_two(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """Two people have the same number in one foreign list.

    They are one person recorded twice, or one of the numbers is wrong.
    """
    del today
    sql = f"""
SELECT lower(external_ids.list_name) AS list_name, external_ids.number, min(external_ids.prisoner_id) AS one,
  max(external_ids.prisoner_id) AS other FROM external_ids {COUNTED.format("external_ids")}
WHERE external_ids.withdrawn = 0 GROUP BY lower(external_ids.list_name), external_ids.number
HAVING count(DISTINCT external_ids.prisoner_id) > 1 ORDER BY 1, 2"""
    for row in reader.each(sql):
        one, other = write_reference("prisoners", row["one"]), write_reference("prisoners", row["other"])
        yield Finding(
            "foreign_number_of_two",
            one,
            f"{row['list_name']}:{row['number']} is the number of {one} and of {other}.",
            Gravity.WRONG,
            f"`prisoners merge {one} {other}` if they are one person.",
        )


def verified_by_who_entered_it(reader: Reader, today: dt.date) -> Iterator[Finding]:
    """Whoever confirmed a situation is the one who recorded it, and somebody else works on this registry.

    A second pair of eyes finds what the first read wrongly, and what somebody was made to believe. Who confirmed is
    read from the signed history. Where one person works alone it is not doubted: nobody else could have looked.
    """
    del today
    sql = """
SELECT people.id, people.id AS prisoner_id, people.status, people.status_event_id, one.by_whom FROM people
JOIN updates AS one ON one.id = (SELECT max(update_id) FROM changes WHERE table_name = 'prisoners'
  AND row_id = people.id AND field = 'verified_on' AND new IS NOT NULL)
JOIN updates AS other ON other.by_whom = one.by_whom AND other.id = (SELECT min(update_id) FROM changes
  WHERE table_name = 'events' AND row_id = people.status_event_id AND field = 'id')
WHERE people.verified_on IS NOT NULL AND people.withdrawn = 0 AND people.merged_into IS NULL
  AND (SELECT count(DISTINCT lower(by_whom)) FROM updates WHERE kind NOT IN ('seed', 'migration')) > 1
ORDER BY people.id"""
    yield from each_found(
        "verified_by_who_entered_it",
        "prisoners",
        reader.each(sql),
        lambda row: (
            f"{row['by_whom']} recorded “{status_words(row['status'])}”"
            f" ({write_reference('events', row['status_event_id'])}) and confirmed it: nobody else has."
        ),
        "Somebody else looks at the sources: `prisoners show {about}`, `prisoners amend {about} --verified today`.",
        Gravity.NOTE,
    )
