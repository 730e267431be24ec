"""Which row is meant: a reference, or what a prison, a court, an offence or an official is called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from prisoners.errors import (
    AmbiguousInCatalogue,
    MergedAway,
    NoSuchRow,
    NotAReference,
    NotInCatalogue,
    RowWithdrawn,
)
from prisoners.records.prisoners import Prisoner
from prisoners.store.references import is_reference, read_reference, write_reference
from prisoners.store.unit import Unit
from prisoners.vocabulary.catalogue import court_and_branch, nearest, resolve, told_apart

CATALOGUES = frozenset({"prisons", "courts", "offences", "officials"})


def number_meant(unit: Unit, table: str, text: str) -> int:
    """The number of the row of `table` that a text names; raises a fault for one that is not there."""
    if is_reference(text, table):
        number = read_reference(text)[1]
        found = unit.rows(f"SELECT withdrawn FROM {table} WHERE id = :number", number=number)
        if not found:
            raise NoSuchRow(write_reference(table, number))
        if found[0]["withdrawn"]:
            raise RowWithdrawn(write_reference(table, number))
        return number
    if table not in CATALOGUES:
        raise NotAReference(text)
    rows = entries_called(unit, table, text)
    if not rows:
        raise NotInCatalogue(table, text, nearest(entries(unit, table), text))
    return one_of(table, text, rows)


def with_branch(unit: Unit, typed: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed of a court, with the branch apart where the court was typed with it and has no such entry."""
    facts = dict(typed)
    court = facts.get("court")
    parted = court_and_branch(court) if isinstance(court, str) and not facts.get("branch") else None
    if (
        parted
        and not entries_called(unit, "courts", str(court))
        and entries_called(unit, "courts", parted[0])
    ):
        facts["court"], facts["branch"] = parted
    return facts


def entries_called(unit: Unit, table: str, text: str) -> list[dict[str, Any]]:
    """The entries of a reference list that are called this; several where the list has several."""
    return [dict(row) for row in resolve(entries(unit, table), text)]


def one_of(table: str, text: str, rows: list[dict[str, Any]]) -> int:
    """The number of the only entry; raises AmbiguousInCatalogue where there are several."""
    if len(rows) > 1:
        raise AmbiguousInCatalogue(
            text, [f"{write_reference(table, row['id'])} {told_apart(row)}" for row in rows]
        )
    return int(rows[0]["id"])


def living(unit: Unit, number: int) -> Prisoner:
    """The record of a person that still counts; raises NoSuchRow, RowWithdrawn or MergedAway."""
    person = unit.get(Prisoner, number)
    if person.withdrawn:
        raise RowWithdrawn(write_reference("prisoners", number))
    if person.merged_into:
        raise MergedAway(
            write_reference("prisoners", number), write_reference("prisoners", person.merged_into)
        )
    return person


def entries(unit: Unit, table: str) -> list[dict[str, Any]]:
    """Every entry of a reference list that stands."""
    return unit.rows(f"SELECT * FROM {table} WHERE withdrawn = 0 ORDER BY id")
