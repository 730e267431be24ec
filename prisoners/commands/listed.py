"""Rows of a register at the terminal: a table for people, JSON for programs, one record as its fields."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

import typer

from prisoners.commands import door
from prisoners.commands.cards import show_fitting
from prisoners.commands.tables import show_json
from prisoners.commands.words import Words
from prisoners.store.references import write_reference

Told = sqlite3.Row | dict[str, Any]
"""A row as it was read, or with some of its cells put into words."""

CODES: dict[str, dict[str, str]] = {
    "sources": {"kind": "source_kind"},
    "citations": {"credibility": "credibility"},
    "consents": {"subject": "consent_subject", "scope": "consent_scope", "means": "consent_means"},
    "estimates": {
        "kind": "estimate_kind",
        "unit": "estimate_unit",
        "gender": "gender",
        "activity": "activity",
    },
    "exports": {"audience": "audience"},
    "interventions": {
        "kind": "intervention_kind",
        "status": "intervention_status",
        "response": "intervention_response",
        "impact": "impact",
    },
}
"""Table → column → the closed list of its codes."""
FLAGS = {
    "consents": {"refused", "after_death", "disclosed", "voluntary", "understood", "competent"},
}
"""Table → columns that say yes, or nothing."""
LINKS = {"prisoner_id": "prisoners", "derived_from": "sources", "follows": "interventions"}
"""Columns that hold the number of a row, and of which table."""


def show_rows(table: str, rows: Sequence[Told], *, as_json: bool) -> None:
    """Show the rows of a register, the reference first; nothing is said where there are none but on stderr."""
    if as_json:
        show_json([plain(table, row) for row in rows])
    elif not rows:
        typer.echo("There are none.", err=True)
    else:
        columns = [name for name in rows[0].keys() if name != "id"]  # noqa: SIM118 -- a sqlite3.Row
        words = Words(door.today())
        cells = [
            [write_reference(table, row["id"]), *(_cell(words, table, name, row[name]) for name in columns)]
            for row in rows
        ]
        headings = [
            "reference",
            *(name.removesuffix("_on").removesuffix("_id").replace("_", " ") for name in columns),
        ]
        show_fitting(headings, cells, titles=1)


def show_one(table: str, row: Told) -> None:
    """Show the fields of one record that are filled."""
    words = Words(door.today())
    typer.echo(write_reference(table, row["id"]))
    for name in row.keys():  # noqa: SIM118 -- a sqlite3.Row
        if name not in ("id", "withdrawn") and (said := _cell(words, table, name, row[name])):
            typer.echo(f"  {name.replace('_', ' '):<16} {said}")


def plain(table: str, row: Told) -> dict[str, Any]:
    """A row for programs: references for numbers, dates in their words, codes as codes."""
    shown: dict[str, Any] = {"reference": write_reference(table, row["id"])}
    for name in row.keys():  # noqa: SIM118 -- a sqlite3.Row
        if name == "prisoner_id":
            shown["prisoner"] = write_reference("prisoners", row[name]) if row[name] else None
        elif name == "follows":
            shown[name] = write_reference(LINKS[name], row[name]) if row[name] else None
        elif name != "id":
            shown[name] = row[name].split("|", 2)[2] if _is_day(name) and row[name] else row[name]
    return shown


def _cell(words: Words, table: str, name: str, value: Any) -> str:
    if value in (None, ""):
        return ""
    if name in FLAGS.get(table, ()):
        return "yes" if value else ""
    if name in LINKS:
        return write_reference(LINKS[name], value)
    if _is_day(name):
        return words.date(value)
    if code_list := CODES.get(table, {}).get(name):
        return words.code(code_list, value)
    return words.text(value)


def _is_day(name: str) -> bool:
    return name.endswith("_on") or name == "until"
