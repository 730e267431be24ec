"""The reference lists at the terminal: list, show, add and amend prisons, courts, offences and officials."""

from __future__ import annotations

import sqlite3
from typing import Annotated

import typer

from prisoners.commands import door
from prisoners.commands.safe import isolated, safe_text
from prisoners.commands.tables import show_json
from prisoners.dates.partial import PartialDate
from prisoners.dates.stored import stored_date
from prisoners.dates.write import write_date
from prisoners.errors import NotAFact
from prisoners.queries.catalogues import entries, entry_meant
from prisoners.store.references import write_reference
from prisoners.vocabulary.catalogue import called, entry_name
from prisoners.vocabulary.reading import folded

Facts = Annotated[list[str], typer.Argument(metavar="FIELD=VALUE…", help="Facts, such as name_fa=اوین.")]


def _group(table: str, one: str) -> typer.Typer:
    """The commands of one reference list."""
    app = typer.Typer(rich_markup_mode=None, no_args_is_help=True, help=f"The list of {table}.")
    _questions(app, table, one)
    _changes(app, table, one)
    return app


def _questions(app: typer.Typer, table: str, one: str) -> None:
    @app.command("list", help=f"Show the list of {table}.")
    def list_(
        contains: Annotated[str, typer.Argument(help="Only those called something that contains this.")] = "",
        *,
        as_json: door.Json = False,
    ) -> None:
        with door.reading() as reader:
            rows = [row for row in entries(reader, table) if _is_called(row, contains)]
        if as_json:
            show_json([_facts(table, row) for row in rows])
            return
        for row in rows:
            typer.echo(_line(table, row))

    @app.command(help=f"Show one {one}, by reference, name or alias.")
    def show(name: str, *, as_json: door.Json = False) -> None:
        with door.reading() as reader:
            facts = _facts(table, entry_meant(reader, table, name))
        if as_json:
            show_json(facts)
            return
        for field, value in facts.items():
            if value not in (None, 0):
                typer.echo(f"{field:<18}{isolated(safe_text(in_words(value), one_line=True))}")


def _changes(app: typer.Typer, table: str, one: str) -> None:
    @app.command(help=f"Record a new {one}.")
    def add(facts: Facts, *, because: door.Because = None) -> None:
        from prisoners.actions.rows import enter

        with door.unit(because) as unit:
            row = enter(unit, table, _read(facts))
        typer.echo(write_reference(table, row.id or 0))

    @app.command(help=f"Correct one {one}; FIELD= clears a field.")
    def amend(name: str, facts: Facts, *, because: door.Because = None) -> None:
        from prisoners.actions.rows import correct

        with door.reading() as reader:
            number = entry_meant(reader, table, name)["id"]
        with door.unit(because) as unit:
            correct(unit, table, number, _read(facts))
        typer.echo(write_reference(table, number))


def _is_called(row: sqlite3.Row, contains: str) -> bool:
    return any(folded(contains) in folded(word) for word in called(row))  # type: ignore[arg-type]


def in_words(value: object) -> object:
    """A date of the catalogue in both calendars; anything else as it is."""
    date = stored_date(value) if isinstance(value, str) else None
    return write_date(date) if date else value


def _read(facts: list[str]) -> dict[str, str]:
    read = {}
    for fact in facts:
        field, sign, value = fact.partition("=")
        if not sign:
            raise NotAFact(fact)
        read[field.strip()] = value
    return read


def _facts(table: str, row: sqlite3.Row) -> dict[str, object]:
    """An entry by field, with its reference for its number and dates in the words of their source."""
    facts: dict[str, object] = {"reference": write_reference(table, row["id"])}
    return facts | {field: row[field] for field in row.keys() if field != "id"}  # noqa: SIM118 -- a sqlite3.Row


def _line(table: str, row: sqlite3.Row) -> str:
    names = isolated(safe_text(row["name_fa"], one_line=True)) if row["name_fa"] else ""
    doubt = " (unconfirmed)" if "unconfirmed" in row.keys() and row["unconfirmed"] else ""  # noqa: SIM118
    ended = row["valid_until"] if "valid_until" in row.keys() else None  # noqa: SIM118
    until = f" (until {write_date(PartialDate.from_stored(ended), both=False)})" if ended else ""
    name = safe_text(f"{entry_name(dict(row))}{until}", one_line=True)
    return f"{write_reference(table, row['id']):<8} {name}  {names}{doubt}".rstrip()


prison = _group("prisons", "prison")
court = _group("courts", "court")
offence = _group("offences", "offence")
official = _group("officials", "official")
