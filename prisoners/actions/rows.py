"""The verbs under every other verb: enter, correct and withdraw one row, cited to the source of the update."""

from __future__ import annotations

from typing import Any

from prisoners.errors import NoSuchTable
from prisoners.records.citations import Citation, CitationForm
from prisoners.records.form import Form, Row
from prisoners.records.tables import BY_NAME
from prisoners.store.unit import Unit

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


def record_of(table: str) -> type[Row]:
    """The record kept in a table; raises NoSuchTable."""
    if table not in BY_NAME:
        raise NoSuchTable(table, sorted(BY_NAME))
    return BY_NAME[table]


def enter(unit: Unit, table: str, facts: Form | dict[str, Any]) -> Row:
    """Record a new row and cite it to the source of the update; raises FormNotRight."""
    row = unit.add(record_of(table), facts)
    cite_update(unit, row)
    return row


def correct(unit: Unit, table: str, number: int, facts: dict[str, Any]) -> Row:
    """Correct fields of a row and cite each to the source of the update; raises NoSuchRow or FormNotRight."""
    row = unit.get(record_of(table), number)
    before = {field: getattr(row, field, None) for field in facts}
    unit.amend(row, **facts)
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
    table = str(type(row).__tablename__)
    sql = f"SELECT {type(row).whose.format(row=table)} AS prisoner FROM {table} WHERE id = :number"
    found = unit.rows(sql, number=row.id)
    return found[0]["prisoner"] if found else None
