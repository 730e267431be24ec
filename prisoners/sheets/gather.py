"""Everything the gate must know about a selection of people: their rows, all verdicts, and what no text may repeat."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from prisoners.names.script import fold
from prisoners.privacy.policy import Columns, hidden_columns, level_of, may_see, row_level
from prisoners.privacy.redact import OF_A_PERSON, PUBLIC_OFFICE, Leaving, Tables, judge, redact
from prisoners.privacy.verdict import Verdict
from prisoners.privacy.watch import Watch
from prisoners.reference import reference_list
from prisoners.store.reader import Reader
from prisoners.vocabulary import Audience, Confidentiality, NamingRule

AT_ONCE = 500
A_SENTENCE = 6
"""Words from which on even everyday ones say something of somebody."""

_WORDS = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"https?://\S+", re.ASCII)

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

# What the public may know anyway, and a note may repeat: names of places and of who publishes.
_COMMON = (
    "SELECT name_en FROM prisons UNION SELECT name_fa FROM prisons UNION SELECT city FROM prisons"
    " UNION SELECT name_en FROM courts UNION SELECT name_fa FROM courts UNION SELECT name_en FROM offences"
    " UNION SELECT name_fa FROM offences UNION SELECT name_en FROM officials UNION SELECT name_fa FROM officials"
    " UNION SELECT outlet FROM sources WHERE confidentiality = 'public'"
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
    verdicts = judge(
        audience,
        (dict(row) for row in reader.each("SELECT id, basis, naming, withdrawn, merged_into FROM prisoners")),
        (dict(row) for row in reader.each("SELECT * FROM consents")),
        today,
        listed_by,
    )
    watch = watch_for(reader, audience, verdicts)
    key = str(reader.value("SELECT pseudonym_key FROM registry"))
    return redact(
        rows_of(reader, people) if rows is None else rows,
        audience=audience,
        verdicts=verdicts,
        key=key,
        watch=watch,
    ), watch


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
                found[row["id"] if table != "headlines" else row["prisoner_id"]] = dict(row)
        tables[table] = list(found.values())
    return tables


def watch_for(reader: Reader, audience: Audience, verdicts: Mapping[int, Verdict]) -> Watch:
    """What no text that leaves to this audience may hold, of anybody in the registry, now or at any time before."""
    everyday = _everyday(reader)
    return Watch(
        values=(value for value in _hidden_values(reader, audience) if not _says_nothing(value, everyday)),
        names=_hidden_names(reader, verdicts),
        patterns=audience is not Audience.INTERNAL,
    )


def _everyday(reader: Reader) -> set[str]:
    """Words that tell nothing about anybody: those of the closed lists, of places, and of who publishes."""
    known = [row[0] for row in reader.each(_COMMON)]
    for row in reference_list("labels"):
        known += [row["en"], row["fa"], row["code"].replace("_", " ")]
    return {word for text in known if text for word in _WORDS.findall(fold(text))}


def _says_nothing(value: str, everyday: set[str]) -> bool:
    """Whether a value is a code or a few everyday words, as "sentenced to death" in a note is."""
    words = _WORDS.findall(fold(value.replace("_", " ")))
    return len(words) < A_SENTENCE and everyday.issuperset(words)


def _hidden_values(reader: Reader, audience: Audience) -> Iterator[str]:
    """Every text ever recorded that stays in the house, who did it, and what a confidential source is called.

    What advocates may see and the public may not is left out in its own column; it is no secret in a sentence.
    """
    inside = hidden_columns(Audience.INTERNAL if audience is Audience.INTERNAL else Audience.ADVOCATES)
    private = sorted(field for field in inside if field[0] not in PUBLIC_OFFICE)
    fields = ", ".join(f"'{table}.{column}'" for table, column in private)
    for line in reader.each(
        f"SELECT table_name, field, old, new FROM changes WHERE table_name || '.' || field IN ({fields})"
    ):
        sealed = level_of(line["table_name"], line["field"]) is Confidentiality.SEALED
        for value in (line["old"], line["new"]):
            if value and (sealed or not _ADDRESS.fullmatch(value)):
                yield str(value)
    yield from (str(row[0]) for row in reader.each("SELECT DISTINCT by_whom FROM updates"))
    for source in reader.each("SELECT kind, url, confidentiality, outlet, title, author FROM sources"):
        if not may_see(audience, row_level("sources", dict(source))):
            yield from (str(source[field]) for field in ("outlet", "title", "author", "url") if source[field])


def _hidden_names(reader: Reader, verdicts: Mapping[int, Verdict]) -> Iterator[str]:
    """The names of everybody who does not leave, or does not leave under the full name.

    A record that was merged away bears the name of the person whom it stands for now.
    """
    for name in reader.each(
        "SELECT coalesce(prisoners.merged_into, prisoners.id) AS person, names.text FROM names"
        " JOIN prisoners ON prisoners.id = names.prisoner_id WHERE names.withdrawn = 0"
    ):
        judged = verdicts[name["person"]]
        if not judged.leaves or judged.naming is not NamingRule.FULL:
            yield str(name["text"])
