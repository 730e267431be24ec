"""What was changed: what it was, what it became, who did it, when, why, and on whose word."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from prisoners.errors import FieldNeverRecorded
from prisoners.queries.outward import DAYS, date_outward
from prisoners.queries.sealed import SEALED, Seal, seal_of
from prisoners.store.reader import Reader
from prisoners.store.references import PREFIXES, is_reference, read_reference, write_reference

ERASED = "‹erased›"
"""What stands for a value that was erased for someone's safety."""


@dataclass(frozen=True)
class Line:
    """One changed field."""

    table: str
    row: int
    prisoner: int | None
    field: str
    old: str | None
    new: str | None

    @property
    def reference(self) -> str:
        """The row it was changed in."""
        return write_reference(self.table, self.row)


@dataclass(frozen=True)
class Act:
    """One update with its lines."""

    id: int
    at: str
    by_whom: str
    because: str
    kind: str
    undoes: int | None
    source: str | None
    """On whose word, where the reason is a source: outlet, title or address."""
    lines: list[Line] = field(default_factory=list)

    @property
    def reference(self) -> str:
        """U-0123."""
        return write_reference("updates", self.id)

    def totals(self) -> dict[str, Counter[str]]:
        """Table → how many of its records were added, amended and withdrawn."""
        done: dict[tuple[str, int], str] = {}
        for line in self.lines:
            record = (line.table, line.row)
            before = done.setdefault(record, "amended")
            if line.field == "id":
                done[record] = "added"
            elif (line.field, line.new, before) == ("withdrawn", "1", "amended"):
                done[record] = "withdrawn"
        found: dict[str, Counter[str]] = {}
        for (table, _), what in done.items():
            found.setdefault(table, Counter())[what] += 1
        return found


@dataclass(frozen=True)
class Asked:
    """Which part of the history; None asks for any."""

    prisoner: int | None = None
    row: tuple[str, int] | None = None
    field: str | None = None
    by: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    update: int | None = None
    looking: bool = True
    """Also when somebody looked at what is sealed, which changed nothing."""

    @property
    def of(self) -> str | None:
        """The one record that is asked about, by its reference."""
        table, number = (
            self.row or ("prisoners", self.prisoner) if self.update is None else ("updates", self.update)
        )
        return write_reference(table, number) if number is not None else None


EVERYTHING = -1
"""As a limit: no limit."""


def history(reader: Reader, asked: Asked, *, sealed: bool = False, limit: int = EVERYTHING) -> Iterator[Act]:
    """The updates asked for, newest first, each with the lines asked for; sealed values covered unless `sealed`.

    Raises FieldNeverRecorded for a field that no line of the history has.
    """
    _check_field(reader, asked.field)
    seal = None if sealed else seal_of(reader, past=True)
    of_lines, of_updates, values = _conditions(asked)
    chosen = (
        "SELECT id, at, by_whom, because, kind, undoes FROM updates"
        f" WHERE {' AND '.join(of_updates)} ORDER BY at DESC, id DESC LIMIT :limit"
    )
    lines = (
        "SELECT table_name, row_id, prisoner_id, field, old, new, erased FROM history_lines"
        f" WHERE {' AND '.join(('update_id = :act', *of_lines))} ORDER BY line"
    )
    for row in reader.rows(chosen, limit=limit, **values):
        found = reader.rows(lines, act=row["id"], **values)
        yield Act(
            **dict(row),
            source=_whose_word(reader, row["because"], seal),
            lines=[_line(dict(line), seal) for line in found],
        )


def _conditions(asked: Asked) -> tuple[list[str], list[str], dict[str, object]]:
    """What holds of a line, what holds of an update, and the values both hold."""
    of_lines: list[str] = []
    of_updates = ["TRUE"]
    values: dict[str, object] = {}
    if asked.prisoner is not None:
        of_lines.append("prisoner_id = :prisoner")
        values["prisoner"] = asked.prisoner
    if asked.row is not None:
        of_lines.append("table_name = :table_name AND row_id = :row_id")
        values |= {"table_name": asked.row[0], "row_id": asked.row[1]}
    if asked.field is not None:
        of_lines.append("field = :field")
        values["field"] = asked.field
    if of_lines:
        changed = f"id IN (SELECT update_id FROM changes WHERE {' AND '.join(of_lines)})"
        looked = " OR (kind = 'unsealing' AND because = :of)" if asked.field is None else ""
        of_updates.append(f"({changed}{looked})")
        values |= {"of": asked.of} if looked else {}
    if not asked.looking:
        of_updates.append("kind <> 'unsealing'")
    for condition, name, value in (
        ("lower(by_whom) = lower(:by)", "by", asked.by),
        ("substr(at, 1, 10) >= :since", "since", asked.since and str(asked.since)),
        ("substr(at, 1, 10) <= :until", "until", asked.until and str(asked.until)),
        ("id = :number", "number", asked.update),
    ):
        if value is not None:
            of_updates.append(condition)
            values[name] = value
    return of_lines, of_updates, values


def _check_field(reader: Reader, name: str | None) -> None:
    if name is None or reader.value("SELECT 1 FROM changes WHERE field = :field LIMIT 1", field=name):
        return
    import difflib

    known = [row[0] for row in reader.rows("SELECT DISTINCT field FROM changes ORDER BY field")]
    raise FieldNeverRecorded(name, difflib.get_close_matches(name, known, n=3, cutoff=0.5))


def _line(line: dict[str, Any], seal: Seal | None) -> Line:
    """A line of the history, covered where there is a seal."""
    table, row, name = line["table_name"], line["row_id"], line["field"]
    old, new = line["old"], line["new"]
    if line["erased"]:
        old, new = ERASED, ERASED
    elif seal:
        old, new = (seal.instead(table, name, row, value) for value in (old, new))
    return Line(table, row, line["prisoner_id"], name, old, new)


def _whose_word(reader: Reader, because: str, seal: Seal | None) -> str | None:
    """The source behind a reason, in words; None where the reason is a sentence."""
    if not is_reference(because, "sources"):
        return None
    number = read_reference(because)[1]
    row = reader.row("SELECT id, outlet, title, author, url FROM sources WHERE id = :number", number=number)
    if row is None:
        return None
    if seal and ("sources", number) in seal.rows:
        return seal.source(number)
    return ", ".join(word for word in row[1:] if word)


def act_outward(act: Act) -> dict[str, Any]:
    """An update for programs."""
    return {
        "reference": act.reference,
        "at": act.at,
        "by": act.by_whom,
        "because": act.because,
        "source": act.source,
        "kind": act.kind,
        "undoes": act.undoes and write_reference("updates", act.undoes),
        "changes": [
            {
                "record": line.reference,
                "table": line.table,
                "prisoner": line.prisoner and write_reference("prisoners", line.prisoner),
                "field": line.field,
                "old": _value_outward(line.field, line.old),
                "new": _value_outward(line.field, line.new),
            }
            for line in act.lines
        ],
    }


def _value_outward(name: str, value: str | None) -> Any:
    if name in DAYS and value not in (None, ERASED, SEALED):
        return date_outward(value)
    return value


def record_named(text: str) -> tuple[str, int] | None:
    """The table and number of a record's reference (E-0133); None for a prisoner or anything else."""
    if not is_reference(text):
        return None
    table, number = read_reference(text)
    return (table, number) if table in PREFIXES and table not in {"prisoners", "updates"} else None
