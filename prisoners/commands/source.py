"""Sources at the terminal: who says so, and which records rest on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from prisoners.commands import door
from prisoners.commands.asking import gather
from prisoners.commands.guarded import level_standing
from prisoners.commands.listed import plain, show_one, show_rows
from prisoners.commands.records import Reference, group, number_of
from prisoners.commands.safe import safe_text
from prisoners.commands.say import complain
from prisoners.commands.tables import show_json
from prisoners.commands.takes import Form, takes
from prisoners.commands.written import expected, say, tell
from prisoners.errors import NoSuchRow
from prisoners.store.references import write_reference

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from prisoners.queries.registers import Row

source = group("sources", "Who says so: articles, documents, people.", but=("add", "withdraw"))


@source.command("add")
@takes("sources")
def add(
    url: Annotated[
        str | None, typer.Argument(metavar="ADDRESS", help="Its address, where it has one.")
    ] = None,
    because: door.Because = None,
    form: Form = None,
    *,
    as_json: door.Json = False,
    **facts: Any,
) -> None:
    """Record a source; an address that is known already is not recorded twice.

    Who a confidential source is does not stand on the command line: with --confidentiality sealed (or internal) it is
    asked for at a terminal, or read from a form.
    """
    from prisoners.actions.sources import add as enter

    typed = gather("sources", facts | {"url": url}, form=form)
    with door.unit(because) as unit:
        told = tell(unit, enter(unit, typed), "recorded")
    say(told, as_json=as_json)


@source.command()
def withdraw(
    reference: Reference,
    because: door.Because = None,
    with_citations: Annotated[
        bool, typer.Option("--with-citations", help="Withdraw what ties it to records as well.")
    ] = False,
    *,
    as_json: door.Json = False,
) -> None:
    """Mark a source as retracted or entered in error; records that rested on it stay."""
    from prisoners.actions.sources import withdraw as take_out
    from prisoners.vocabulary import UpdateKind

    number = number_of("sources", reference)
    with door.unit(because, kind=UpdateKind.WITHDRAWAL) as unit:
        told = tell(unit, take_out(unit, number, with_citations=with_citations), "withdrew")
    say(told, as_json=as_json)


@source.command("list")
def list_(
    contains: Annotated[
        str, typer.Argument(help="Only those whose outlet, title, author or address has this.")
    ] = "",
    *,
    sealed: door.Sealed = False,
    as_json: door.Json = False,
) -> None:
    """List the sources, newest first, with how many statements rest on each."""
    from prisoners.queries.registers import sources

    if sealed:
        door.unseal("all sources")
    with door.reading() as reader:
        rows = sources(reader, contains, sealed=sealed)
    show_rows("sources", rows, as_json=as_json)


@source.command()
def show(reference: Reference, *, sealed: door.Sealed = False, as_json: door.Json = False) -> None:
    """Show one source and everything that rests on it."""
    from prisoners.queries import registers

    number = number_of("sources", reference)
    if sealed:
        door.unseal(write_reference("sources", number))
    with door.reading() as reader:
        row = registers.source(reader, number, sealed=sealed)
        resting = registers.statements(reader, number, sealed=sealed)
        rested = registers.rested(reader, number) if row and row["withdrawn"] else []
    if row is None:
        raise NoSuchRow(write_reference("sources", number))
    if as_json:
        told = plain("sources", row) | {"statements": [_statement(one) for one in resting]}
        show_json(told | ({"rested": [_rested(one) for one in rested]} if row["withdrawn"] else {}))
        return
    show_one("sources", row)
    for one in resting:
        typer.echo(
            "  " + " ".join(safe_text(part, one_line=True) for part in _statement(one).values() if part)
        )

    if row["withdrawn"]:
        _say_reach([_rested(one) for one in rested])


def _say_reach(rested: Sequence[Row]) -> None:
    """What a source that was taken out had borne, first what nothing else bears out."""
    for one in rested:
        whose = f" of {one['prisoner']}" if one["prisoner"] not in (None, one["about"]) else ""
        still = "another source bears it out" if one["borne_out"] else "nothing else bears it out"
        typer.echo(f"  {one['about']}{whose} rested on it: {still}")
    complain("It was retracted or entered in error: it no longer counts.")


def _rested(row: sqlite3.Row) -> Row:
    """A record that rested on a source, whose it is, and whether it still has one."""
    person = row["prisoner_id"]
    return {
        "about": write_reference(row["about_table"], row["about_row"]),
        "prisoner": write_reference("prisoners", person) if person else None,
        "borne_out": bool(row["borne_out"]),
    }


def _statement(row: Row) -> dict[str, Any]:
    """One statement, with the record that it bears by its reference."""
    facts = plain("citations", row)
    about = write_reference(facts.pop("about_table"), facts.pop("about_row"))
    return {"reference": facts.pop("reference"), "about": about, **facts}


@takes("citations")
def cite(
    reference: Annotated[str, typer.Argument(metavar="SOURCE", help="S-0012, or an address.")],
    about: Annotated[str, typer.Argument(metavar="RECORD", help="What it bears: P-0042, E-0133, CH-0007 …")],
    because: door.Because = None,
    expect: door.Expect = None,
    form: Form = None,
    *,
    as_json: door.Json = False,
    **facts: Any,
) -> None:
    """Tie a source to a record, or to one field of it; what sources state differently is kept side by side."""
    from prisoners.actions import sources
    from prisoners.actions.because import ADDRESS

    standing = level_standing("sources", reference)
    typed = gather("citations", facts, form=form, standing=standing) | {"about": about}
    number = None if ADDRESS.fullmatch(reference) else number_of("sources", reference)
    with door.unit(because or reference) as unit:
        row = sources.cite(unit, number or sources.at(unit, reference), typed)
        expected(unit, row, expect)
        told = tell(unit, row, "cited")
    say(told, as_json=as_json)
