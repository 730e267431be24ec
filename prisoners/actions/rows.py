"""The verbs under every other verb: enter, correct and withdraw one row, cited to the source of the update."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from prisoners.dates.partial import PartialDate
from prisoners.errors import AheadOfToday, NoSuchTable, OfAnotherPerson
from prisoners.records.citations import Citation, CitationForm
from prisoners.records.form import Form, Row
from prisoners.records.tables import BY_NAME
from prisoners.store.references import write_reference
from prisoners.store.unit import Unit
from prisoners.vocabulary import EventKind

Rows = Callable[..., Sequence[Any]]
"""How rows are read, before an update or inside it: `reader.rows` or `unit.rows`."""

UNCITED = frozenset(
    {
        "sources",
        "citations",
        "names",
        "exports",
        "follow_ups",
        "external_ids",
        "beneficiaries",
        "not_the_same",
    }
)
"""Tables whose rows are no statements about the world that a source could bear, or that stand with their person's."""

MAY_LIE_AHEAD = frozenset({"until", "official_release", "due_on", "valid_until", "valid_from", "closed_on"})
"""Fields whose day may be still to come."""

PLANNED = frozenset({EventKind.HEARING, EventKind.EXECUTION_SCHEDULED})
"""Events that are reported before they happen."""


def record_of(table: str) -> type[Row]:
    """The record kept in a table; raises NoSuchTable."""
    if table not in BY_NAME:
        raise NoSuchTable(table, sorted(BY_NAME))
    return BY_NAME[table]


def enter(unit: Unit, table: str, facts: Form | dict[str, Any]) -> Row:
    """Record a new row and cite it to the source of the update; raises FormNotRight."""
    row = unit.add(record_of(table), facts)
    _can_be(unit, row)
    cite_update(unit, row)
    return row


def correct(unit: Unit, table: str, number: int, facts: dict[str, Any]) -> Row:
    """Correct fields of a row and cite each to the source of the update; raises NoSuchRow or FormNotRight."""
    row = unit.get(record_of(table), number)
    before = {field: getattr(row, field, None) for field in facts}
    unit.amend(row, **facts)
    _can_be(unit, row)
    for field in facts:
        if getattr(row, field) != before[field]:
            cite_update(unit, row, field)
    return row


def withdraw(unit: Unit, table: str, number: int) -> Row:
    """Mark a row as entered in error; it stays in the registry and no longer counts."""
    row = unit.get(record_of(table), number)
    return unit.amend(row, withdrawn=True)


def cite_update(unit: Unit, row: Row, field: str | None = None) -> None:
    """Tie what was written to the source because of which it was written, where there is one."""
    table = str(type(row).__tablename__)
    if unit.source_id is None or table in UNCITED:
        return
    form = CitationForm(
        source_id=unit.source_id,
        prisoner_id=whose(unit, row),
        about_table=table,
        about_row=row.id or 0,
        field=field,
    )
    unit.add(Citation, form)


def whose(unit: Unit, row: Row) -> int | None:
    """The prisoner whom a row is about, None for one that is about nobody."""
    return _whose(unit, type(row), row.id or 0)


def _whose(unit: Unit, record: type[Row], number: int) -> int | None:
    if record.whose == "NULL":
        return None
    table = str(record.__tablename__)
    person = record.whose.format(row=table)
    found = unit.rows(f"SELECT {person} AS prisoner FROM {table} WHERE id = :number", number=number)
    return found[0]["prisoner"] if found else None


def _can_be(unit: Unit, row: Row) -> None:
    """Refuse a day that has not come yet, and a link into the records of another person."""
    _not_ahead(unit, row)
    _of_one_person(unit, row)


def _not_ahead(unit: Unit, row: Row) -> None:
    tomorrow = unit.today + dt.timedelta(days=1)  # the day begins in Tehran before it does in UTC
    for field in type(row).model_fields:
        day = getattr(row, field)
        if not isinstance(day, PartialDate) or field in MAY_LIE_AHEAD or not day.certainly_after(tomorrow):
            continue
        planned = getattr(row, "kind", None) in PLANNED and getattr(row, "status", None) is None
        if not (planned and field == "happened_on"):
            raise AheadOfToday(field, day.words)


def _of_one_person(unit: Unit, row: Row) -> None:
    own: int | None = None
    for field, record in links_of(type(row)):
        number = getattr(row, field)
        if number is None or record.whose in ("NULL", "{row}.id"):
            continue
        own = own or whose(unit, row)
        other = _whose(unit, record, number)
        if own and other and other != own:
            reference = write_reference(str(record.__tablename__), number)
            raise OfAnotherPerson(field.removesuffix("_id"), reference, write_reference("prisoners", other))


@cache
def links_of(record: type[Row]) -> list[tuple[str, type[Row]]]:
    """The fields of a record that hold the number of a recorded row, each with the record it leads to."""
    columns = record.__table__.columns  # type: ignore[attr-defined]
    keys = [(column.name, key.column.table.name) for column in columns for key in column.foreign_keys]
    return [(field, BY_NAME[table]) for field, table in keys if table in BY_NAME]
