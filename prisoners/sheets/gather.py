"""Everything the gate must know about a selection of people: their rows, all verdicts, and what no text may repeat."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from prisoners.privacy.policy import Columns
from prisoners.privacy.redact import OF_A_PERSON, Leaving, Tables, redact
from prisoners.privacy.verdict import Verdict, judge
from prisoners.privacy.watch import Watch
from prisoners.sheets.unsaid import watch_for
from prisoners.store.reader import Reader
from prisoners.vocabulary import DEAD, Audience

AT_ONCE = 500

_OF_PEOPLE = {
    "prisoners": "SELECT * FROM prisoners WHERE id IN ({})",
    **{
        table: f"SELECT * FROM {table} WHERE prisoner_id IN ({{}})"
        for table in ("names", *OF_A_PERSON, "citations")
    },
    "charges": "SELECT charges.* FROM charges JOIN cases ON cases.id = case_id WHERE cases.prisoner_id IN ({})",
    "judgments": "SELECT judgments.* FROM judgments JOIN cases ON cases.id = case_id WHERE cases.prisoner_id IN ({})",
    "sentences": "SELECT sentences.* FROM sentences JOIN judgments ON judgments.id = judgment_id"
    " JOIN cases ON cases.id = case_id WHERE cases.prisoner_id IN ({})",
    "sources": "SELECT * FROM sources WHERE id IN (SELECT source_id FROM citations WHERE prisoner_id IN ({}))",
}
_WHOLE = ("prisons", "courts", "officials", "offences")


_DEAD = ", ".join(f"'{status}'" for status in sorted(DEAD))
_DEATHS = (
    "SELECT prisoner_id, happened_on FROM events WHERE withdrawn = 0"
    f" AND (kind IN ('death', 'execution_carried_out') OR status IN ({_DEAD}))"
)


def everybody(reader: Reader) -> list[int]:
    """The numbers of all people who count, in the order of their references."""
    return [
        row["id"]
        for row in reader.rows(
            "SELECT id FROM prisoners WHERE withdrawn = 0 AND merged_into IS NULL ORDER BY id"
        )
    ]


def let_out(
    reader: Reader,
    people: Sequence[int],
    audience: Audience,
    today: dt.date,
    *,
    rows: Tables | None = None,
    listed_by: frozenset[Columns] = frozenset(),
) -> tuple[Leaving, Watch]:
    """The rows of these people that may leave to an audience and what was withheld, with what no text may hold.

    `rows`: other rows of theirs, such as those of a day long gone; they pass the gate as it stands now.
    `listed_by`: the columns that standing in the list tells, since people were chosen by them.
    """
    verdicts = verdicts_on(reader, audience, today, listed_by)
    watch = watch_for(reader, audience, verdicts)
    key = str(reader.value("SELECT pseudonym_key FROM registry"))
    return redact(
        rows_of(reader, people) if rows is None else rows,
        audience=audience,
        verdicts=verdicts,
        key=key,
        watch=watch,
    ), watch


def deaths(reader: Reader) -> Iterator[dict[str, Any]]:
    """Every death that is reported of anybody; one that was reported in error is withdrawn, and does not count."""
    return map(dict, reader.each(_DEATHS))


def verdicts_on(
    reader: Reader, audience: Audience, today: dt.date, listed_by: frozenset[Columns] = frozenset()
) -> dict[int, Verdict]:
    """What the gate decides about everybody, by what this reader tells."""
    return judge(
        audience,
        (dict(row) for row in reader.each("SELECT id, basis, naming, withdrawn, merged_into FROM prisoners")),
        (dict(row) for row in reader.each("SELECT * FROM consents")),
        today,
        deaths=deaths(reader),
        listed_by=listed_by,
    )


def rows_of(reader: Reader, people: Sequence[int]) -> dict[str, list[dict[str, Any]]]:
    """Every row about these people, and the reference lists, as they are stored."""
    tables: dict[str, list[dict[str, Any]]] = {
        table: [dict(row) for row in reader.each(f"SELECT * FROM {table} ORDER BY id")] for table in _WHOLE
    }
    for table, sql in _OF_PEOPLE.items():
        found: dict[object, dict[str, Any]] = {}
        for first in range(0, len(people), AT_ONCE):
            marks = ", ".join(str(int(number)) for number in people[first : first + AT_ONCE])
            for row in reader.each(sql.format(marks)):
                # half the time of dict(row), which looks each column up by its name
                found[row["id"] if table != "headlines" else row["prisoner_id"]] = dict(
                    zip(row.keys(), row, strict=True)
                )
        tables[table] = list(found.values())
    return tables
