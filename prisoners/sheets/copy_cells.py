"""The cells of a working copy: what is written into each, and whether what stands in one says what a record says."""

from __future__ import annotations

from typing import Any

from prisoners.actions.cases import ARTICLE
from prisoners.actions.rows import links_of, record_of
from prisoners.dates.partial import PartialDate
from prisoners.dates.write import write_date
from prisoners.errors import PrisonersError
from prisoners.law.term_words import read_term, write_term
from prisoners.law.terms import Term
from prisoners.sheets.copy_columns import SCRIPTS, TERMS, UNITS, Column, CopySheet, Kind
from prisoners.sheets.copy_moments import Row, World
from prisoners.sheets.safe import fault_of
from prisoners.sheets.values import read_value, same, shown, stored
from prisoners.store.references import is_reference, read_reference, write_reference
from prisoners.vocabulary import label

CLEAR = "<clear>"
"""Written into a cell to empty the field behind it."""
KEPT_BACK = "<kept back>"
"""Stands for what may not leave, or cannot stand in a cell."""

_MOST_PEOPLE = 40


def cell_text(world: World, sheet: CopySheet, column: Column, row: Row) -> str:
    """What stands in a cell; nothing where nothing is recorded."""
    if column.kind is Kind.SHOWN:
        return _shown(world, sheet.table, column, row)
    if column.kind is Kind.NAME:
        return world.name(row["id"], SCRIPTS[column.field])
    if column.kind is Kind.TERM:
        return _term(row, TERMS[column.field])
    value = row[column.columns[0]]
    return "" if value is None else _value_text(world, sheet.table, column, value)


def _value_text(world: World, table: str, column: Column, value: Any) -> str:
    """One stored value in the words in which it would be typed."""
    if column.kind is Kind.CODE:
        return label(column.codes, value)
    if column.kind is Kind.FLAG:
        return "yes" if value else "no" if is_nullable(table, column) else ""
    if column.kind is Kind.LINK:
        return write_reference(_leads_to(table, column), value)
    if column.kind is Kind.CALLED:
        return _called(world, _leads_to(table, column), value)
    return shown(value) if column.kind is Kind.DAY else str(value)


def written(world: World, sheet: CopySheet, column: Column, row: Row) -> str:
    """What a cell can hold of it: a text that no cell may hold is kept back."""
    text = cell_text(world, sheet, column, row)
    return KEPT_BACK if text and fault_of(text) else text


def is_nullable(table: str, column: Column) -> bool:
    """Whether the field may be empty."""
    return all(bool(record_of(table).__table__.columns[name].nullable) for name in column.columns)  # type: ignore[attr-defined]


def as_read(column: Column, values: Row) -> str:
    """How a day was read, in both calendars; nothing for what needs no reading."""
    day = values[column.columns[0]] if column.kind is Kind.DAY else None
    return write_date(PartialDate.from_stored(day)) if day else ""


def says(world: World, sheet: CopySheet, column: Column, row: Row, text: str) -> bool:
    """Whether a text says what a row says in this field, however it is put."""
    if text.strip() == cell_text(world, sheet, column, row).strip():
        return True
    try:
        return _reads_as(world, sheet.table, column, row, text)
    except PrisonersError:
        return False


def _reads_as(world: World, table: str, column: Column, row: Row, text: str) -> bool:
    if column.kind is Kind.TERM:
        return read_term(text) == _as_term(row, TERMS[column.field])
    if column.kind in (Kind.LINK, Kind.CALLED):
        return _names(world, table, column, row, text)
    plain = column.kind not in (Kind.NAME, Kind.SHOWN)
    name = column.columns[0] if plain else ""
    return plain and same(stored(read_value(table, name, text)), row[name])


def _names(world: World, table: str, column: Column, row: Row, text: str) -> bool:
    """Whether a text is the reference of what a row leads to, or one of its names."""
    to, number = _leads_to(table, column), row[column.columns[0]]
    if is_reference(text, to):
        return bool(number == read_reference(text)[1])
    if column.field == "prison":
        return _is_place(world, row, text)
    wording = column.field == "offence" and row["quoted"] == text
    return wording or (column.kind is Kind.CALLED and number in world.entries_called(to, text))


def _is_place(world: World, row: Row, text: str) -> bool:
    """Whether a text names the prison of an event, with its ward (`Evin 209`) or without; or its place as written."""
    words = text.split()
    called = (" ".join(words[:length]) for length in range(len(words), 0, -1))
    return row["place"] == text or any(
        row["prison_id"] in world.entries_called("prisons", one) for one in called
    )


def _leads_to(table: str, column: Column) -> str:
    return str(dict(links_of(record_of(table)))[column.columns[0]].__tablename__)


def _called(world: World, table: str, number: int) -> str:
    """What an entry of a catalogue is called, where nothing else is called so; else its reference."""
    row = world.lists[table][number]
    text = f"{row['law']}-{row['article']}" if table == "offences" else str(row["name_en"] or row["name_fa"])
    if table == "offences" and row["bis"]:
        text += f"-{row['bis']}"
    plain = table != "offences" or ARTICLE.fullmatch(text)
    return text if plain and world.entries_called(table, text) == {number} else write_reference(table, number)


def _as_term(row: Row, part: str) -> Term:
    years, months, half, days = (row[f"{part}{unit}"] or 0 for unit in UNITS)
    return Term(years, months, days, half_month=bool(half))


def _term(row: Row, part: str) -> str:
    term = _as_term(row, part)
    return write_term(term) if term else ""


def _shown(world: World, table: str, column: Column, row: Row) -> str:
    """What is only to be read."""
    if column.field == "as_read":
        stored_day = row[column.columns[0]]
        return write_date(PartialDate.from_stored(stored_day)) if stored_day else ""
    if column.field == "name":
        person = world.person_of(table, row)
        return world.name(person, "latin") or world.name(person, "persian")
    if column.field == "offence":
        offence = world.lists["offences"].get(row["offence_id"] or 0)
        return (
            " · ".join(offence[name] for name in ("name_en", "name_fa") if offence[name]) if offence else ""
        )
    if column.field == "bears_out":
        return _people(world.people_borne_out.get(row["id"], set()))
    now = world.headline(row["id"])
    if column.field == "status":
        return label("custody_status", now.status) if now.status else ""
    prison = world.lists["prisons"].get(now.prison_id or 0)
    return " ".join(part for part in (prison["name_en"] if prison else now.place, now.ward) if part)


def _people(numbers: set[int]) -> str:
    told = [write_reference("prisoners", number) for number in sorted(numbers)]
    more = [f"and {len(told) - _MOST_PEOPLE} more"] if len(told) > _MOST_PEOPLE else []
    return "; ".join(told[:_MOST_PEOPLE] + more)
