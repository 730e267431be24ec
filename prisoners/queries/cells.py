"""The cells of a list for programs: codes as codes, dates as EDTF or objects, numbers of rows as references."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from prisoners.queries.fields import Field, Kind
from prisoners.queries.outward import date_outward
from prisoners.store.references import write_reference

MONTH, DAY = 1_000_000, 10
"""How the length of a term is one number: months, then days, then whether half a month is among them."""
DAYS_OF_HALF_A_MONTH = 15

Cell = Callable[[Any], Any]


def in_text(field: Field, each: Cell | None = None) -> Cell:
    """How a value of this field is written as text (by `each`, for values in words); "" for none."""
    write = each or _TEXT.get(field.kind, _words)(field)
    if field.many:
        return lambda values: "; ".join(map(write, values))
    return lambda value: "" if value is None else write(value)


def in_json(field: Field) -> Cell:
    """How a value of this field is given to programs; null for none, a list for a field with many values."""
    give = _JSON.get(field.kind, _itself)(field)
    if field.many:
        return lambda values: [give(value) for value in values]
    return lambda value: None if value is None else give(value)


def _words(_: Field) -> Cell:
    return str


def _itself(_: Field) -> Cell:
    return lambda value: value


def _reference(field: Field) -> Cell:
    table = field.codes or "sources"
    return lambda number: write_reference(table, number)


def _edtf(stored: str) -> str:
    head, _, words = stored.split("|", 2)
    return head[22:] or words


def _term(length: int) -> str:
    """A length of the list language, in its units."""
    years, months = divmod(length // MONTH, 12)
    half = length % DAY
    days = length % MONTH // DAY - DAYS_OF_HALF_A_MONTH * half
    parts = ((years, "y"), (f"{months or ''}½" if half else months, "m"), (days, "d"))
    return " ".join(f"{count} {unit}" for count, unit in parts if count)


_TEXT: dict[Kind, Callable[[Field], Cell]] = {
    Kind.DAY: lambda _: _edtf,
    Kind.AGE: lambda _: _edtf,
    Kind.REFERENCE: _reference,
    Kind.SOURCE: _reference,
    Kind.FLAG: lambda _: lambda flag: "yes" if flag else "no",
    Kind.TERM: lambda _: _term,
}
_JSON: dict[Kind, Callable[[Field], Cell]] = {
    Kind.DAY: lambda _: date_outward,
    Kind.AGE: lambda _: date_outward,
    Kind.REFERENCE: _reference,
    Kind.SOURCE: _reference,
    Kind.FLAG: lambda _: bool,
    Kind.TERM: lambda _: _term,
}
