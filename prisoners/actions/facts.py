"""What people type into the fields of a record, read into the values that its columns hold."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Column

from prisoners.actions.named import number_meant
from prisoners.actions.rows import record_of
from prisoners.dates.read import read_date
from prisoners.errors import FormNotRight, NoSuchField, NotANumber, NotYesOrNo, PrisonersError
from prisoners.records.columns import Choice, Count, Day, Flag
from prisoners.store.unit import Unit
from prisoners.vocabulary import folded, read_code

Typed = Mapping[str, Any]
"""Field → what was typed: a text as people write it, or a value that is read already."""

WORDS: dict[str, dict[str, str]] = {
    "cases": {"arrested": "arrested_on"},
    "charges": {"case": "case_id", "offence": "offence_id", "laid": "laid_on", "act": "act_on"},
    "judgments": {
        "case": "case_id",
        "court": "court_id",
        "judge": "judge_id",
        "on": "given_on",
        "notified": "notified_on",
    },
    "sentences": {"charge": "charge_id", "judgment": "judgment_id"},
    "events": {
        "on": "happened_on",
        "case": "case_id",
        "prison": "prison_id",
        "after": "after_id",
    },
    "consents": {"on": "given_on", "taken_back": "withdrawn_on"},
    "estimates": {"on": "happened_on", "prison": "prison_id"},
    "interventions": {"on": "made_on", "responded": "responded_on"},
    "relations": {"other": "other_id"},
    "postings": {"official": "official_id", "court": "court_id", "prison": "prison_id"},
    "sources": {"published": "published_on", "accessed": "accessed_on"},
    "follow_ups": {"due": "due_on"},
    "files": {"captured": "captured_on", "source": "source_id"},
    "prisoners": {"verified": "verified_on"},
}
"""What a field is called where it is typed, where that is shorter than its column."""

YES = frozenset(map(folded, ("yes", "y", "true", "1", "بله", "آری")))
NO = frozenset(map(folded, ("no", "n", "false", "0", "خیر", "نه")))


def read_facts(unit: Unit, table: str, typed: Typed) -> dict[str, Any]:
    """Every field with its value; an empty text clears a field. Raises what is wrong, all of it together."""
    facts: dict[str, Any] = {}
    faults: list[tuple[str, PrisonersError]] = []
    for field, value in typed.items():
        column = column_of(table, field)
        try:
            facts[column.name] = _read(unit, column, value)
        except PrisonersError as error:
            faults.append((field, error))
    if len(faults) > 1:
        raise FormNotRight(table.removesuffix("s"), [(field, fault.sentence) for field, fault in faults])
    if faults:
        raise faults[0][1]
    return facts


def column_of(table: str, field: str) -> Column[Any]:
    """The column that a field is typed for; raises NoSuchField, naming the nearest."""
    columns: Mapping[str, Column[Any]] = record_of(table).__table__.columns  # type: ignore[attr-defined]
    words = WORDS.get(table, {})
    name = words.get(field, field).replace("-", "_")
    if name == "id" or name not in columns:
        fields = [*words, *(column for column in columns.keys() if column != "id")]  # noqa: SIM118
        nearest = difflib.get_close_matches(field, fields, n=3)
        raise NoSuchField(table, field, list(dict.fromkeys([*nearest, *fields])))
    return columns[name]


def _read(unit: Unit, column: Column[Any], value: Any) -> Any:
    """One value: by the kind of its column, or the number of the row that a link names."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    return _read_text(unit, column, value, text) if text else None


def _read_text(unit: Unit, column: Column[Any], value: str, text: str) -> Any:
    for key in column.foreign_keys:
        return number_meant(unit, key.column.table.name, text)
    kind: object = column.type
    if isinstance(kind, Day):
        return read_date(text, today=unit.today)
    if isinstance(kind, Choice):
        return read_code(kind.choices, text)
    if isinstance(kind, Flag | Count):
        return (read_flag if isinstance(kind, Flag) else read_count)(column.name, text)
    return value


def read_flag(field: str, text: str) -> bool:
    """Yes or no, in either language; raises NotYesOrNo."""
    word = folded(text)
    if word not in YES | NO:
        raise NotYesOrNo(field, text)
    return word in YES


def read_count(field: str, text: str) -> int:
    """A whole number in the digits of any script, thousands set apart or not; raises NotANumber."""
    plain = "".join(sign for sign in text if sign not in ",٬’' \u00a0\u202f")
    digits = [str(unicodedata.decimal(sign, "?")) for sign in plain]
    if not digits or "?" in digits:
        raise NotANumber(field, text)
    return int("".join(digits))
