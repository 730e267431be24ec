"""A file that was sent, made again as it was: where nothing in it has become confidential since."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from prisoners.errors import NoSuchRow, NotMadeAgain, WrongKindOfReference
from prisoners.privacy.policy import Columns
from prisoners.privacy.redact import Leaving
from prisoners.privacy.watch import Watch
from prisoners.queries.as_of import known_at, looking_back
from prisoners.queries.judges import sourced
from prisoners.queries.selected import selected
from prisoners.reports.catalogue import report_named
from prisoners.reports.kept import Asked, read_asked
from prisoners.reports.material import Material, gather, let_through
from prisoners.reports.phrases import SAID
from prisoners.reports.run import make, tables_of, tells
from prisoners.reports.summary import summary
from prisoners.reports.table import Cell, Table
from prisoners.sheets.judges import keep_judges_back
from prisoners.sheets.speech import BETWEEN, PARTED, Lang
from prisoners.sheets.summary import Figure
from prisoners.sheets.write import Prepared, prepare
from prisoners.store.reader import Reader
from prisoners.store.references import read_reference, write_reference
from prisoners.vocabulary import Audience

Row = Mapping[str, Any]

_PARTED = re.compile("|".join(map(re.escape, (BETWEEN, *PARTED.values()))))
_NO_ANSWER = {"", *SAID["not_told"]}

NO_LONGER = "something in it may no longer be shown"
WORKING_COPY = "it is a working copy, and `prisoners working-copy` makes another"


def sent(reader: Reader, reference: str) -> Row:
    """What is kept of an export; raises NotAReference, WrongKindOfReference, NoSuchRow."""
    table, number = read_reference(reference)
    if table != "exports":
        raise WrongKindOfReference(reference, "export", "EX-0001")
    found = reader.row("SELECT * FROM exports WHERE id = :id AND withdrawn = 0", id=number)
    if found is None:
        raise NoSuchRow(reference)
    export = dict(found)
    return export | {"about": json.loads(export["manifest"])}


def again(reader: Reader, export: Row, today: dt.date) -> Prepared:
    """The file as it was: the registry as known then, its gate as it stood on that day.

    Raises NotMadeAgain where something in it may no longer be shown: who took a consent back is not shown again.
    """
    about = export["about"]
    if "audience" not in about or export["made_from"] is None:
        raise NotMadeAgain(write_reference("exports", export["id"]), WORKING_COPY)
    asked = read_asked(export)
    with _that_day(reader, asked, today) as then:
        if about.get("report"):
            return _report_again(reader, then, export, asked, today)
        return _list_again(reader, then, export, asked, today)


def other(reader: Reader, export: Row) -> NotMadeAgain:
    """Why a file that was made again has other bytes than the one that was sent."""
    erased = reader.value(
        "SELECT 1 FROM updates WHERE kind = 'erasure' AND at >= :made LIMIT 1", made=export["made_at"]
    )
    since = "something was erased since" if erased else "another version of the program wrote it"
    why = f"it would be another file than {export['file_name']}: {since}"
    return NotMadeAgain(write_reference("exports", export["id"]), why)


def check_ending(export: Row, target: Path) -> None:
    """Raise NotMadeAgain for a name whose ending is that of another format."""
    ending = Path(export["file_name"]).suffix
    if target.suffix.lower() != ending.lower():
        why = f"it was a {ending} file, and {target.name} would be none"
        raise NotMadeAgain(write_reference("exports", export["id"]), why)


@contextmanager
def _that_day(reader: Reader, asked: Asked, today: dt.date) -> Iterator[Reader]:
    """The registry as it stood when the file was made, its consents and levels too."""
    known = known_at(reader, write_reference("updates", asked.after), today)
    with looking_back(reader, known=known) as then:
        yield then


def _report_again(reader: Reader, then: Reader, export: Row, asked: Asked, today: dt.date) -> Prepared:
    """A report again, with the options that were kept of it."""
    name, about = export["about"]["report"], export["about"]
    entry = report_named(name)

    def vet(material: Material, tables: Sequence[Table]) -> None:
        now = _by_the_gate_of_today(
            reader, material, today, tells=tells(then, entry, material.options, today)
        )
        if not now.people.shown or not still_stand(tables, tables_of(entry, now)):
            raise NotMadeAgain(write_reference("exports", export["id"]), NO_LONGER)

    made = make(
        then, name, audience=Audience(about["audience"]), today=asked.today, options=asked.options,
        lang=Lang(about.get("language", Lang.EN)), known=asked.known, on=asked.on, vet=vet,
    )  # fmt: skip
    return (made.first(asked.table) if asked.table else made).prepared


def _by_the_gate_of_today(
    reader: Reader, then: Material, today: dt.date, *, tells: frozenset[Columns]
) -> Material:
    """The same people and the same rows, judged by what is recorded now."""
    people = list(then.people.shown)
    return gather(
        reader, then.then, audience=then.audience, today=today, on=then.on, options=then.options,
        speech=then.speech, whom=lambda _then, _on: people, tells=tells,
    )  # fmt: skip


def still_stand(then: Sequence[Table], now: Sequence[Table]) -> bool:
    """Whether every row that stood in tables stands in them still; an empty cell may have been filled."""
    return all(_still_stands(was, table) for was, table in zip(then, now, strict=True))


def _still_stands(then: Table, now: Table) -> bool:
    missing = Counter(then.rows) - Counter(now.rows)
    others = Counter(now.rows) - Counter(then.rows)
    for row in missing.elements():
        fuller = next((other for other in others if _fills(other, row)), None)
        if fuller is None:
            return False
        others -= Counter([fuller])
    return True


def _fills(fuller: Sequence[Cell], row: Sequence[Cell]) -> bool:
    """Whether a row says all that another says."""
    return all(old == new or _parts(old) <= _parts(new) for old, new in zip(row, fuller, strict=True))


def _parts(cell: Cell) -> set[str]:
    """The answers in a cell, each by itself; that something is not told is none."""
    return set(_PARTED.split(str(cell))) - _NO_ANSWER


def _list_again(reader: Reader, then: Reader, export: Row, asked: Asked, today: dt.date) -> Prepared:
    """An export again, with its figures where it had some."""
    about, selection = export["about"], asked.options.selection
    audience, lang = Audience(about["audience"]), Lang(about.get("language", Lang.EN))

    def counted(leaving: Leaving, watch: Watch) -> Sequence[Figure]:
        now = let_through(reader, then, list(leaving.shown), audience, today)[0]
        if audience is not Audience.INTERNAL:
            keep_judges_back(now, sourced(reader))
        if not still_leaves(leaving, now):
            raise NotMadeAgain(write_reference("exports", export["id"]), NO_LONGER)
        if "figures" not in about:
            return ()
        return summary(then, leaving, watch, audience=audience, today=asked.today, lang=lang)

    return prepare(
        then,
        selected(then, selection, asked.today),
        audience=audience,
        today=asked.today,
        selection=selection,
        lang=lang,
        summarise=counted,
    )


def still_leaves(then: Leaving, now: Leaving) -> bool:
    """Whether everything that left then leaves now, under the same names."""
    if any(now.shown.get(person) != name for person, name in then.shown.items()):
        return False
    for table, rows in then.tables.items():
        key = "prisoner_id" if table == "headlines" else "id"
        left = {row[key]: row for row in now.tables.get(table, ())}
        for row in rows:
            kept = left.get(row[key], {})
            if any(value is not None and kept.get(column) != value for column, value in row.items()):
                return False
    return True
