"""Making a file for somebody: through the gate, with a manifest that is shown, agreed to and kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prisoners.commands import door, settings
from prisoners.commands.menu import complain
from prisoners.commands.safe import safe_text
from prisoners.errors import NotConfirmed
from prisoners.vocabulary.consent import Audience

if TYPE_CHECKING:
    from prisoners.sheets.write import Prepared
    from prisoners.store.reader import Reader

UNASKED = 100
"""People up to whom a file is made without asking."""


def export(
    target: Annotated[Path, typer.Argument(help="The file to make: .xlsx, .csv, .json or .jsonl.")],
    chosen: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILTER]", help="Whom: a filter as in `list`, or references."),
    ] = None,
    audience: Annotated[
        Audience, typer.Option("--audience", "-a", help="For whom: what each may see differs.")
    ] = Audience.ADVOCATES,
    to: Annotated[
        str | None,
        typer.Option("--to", help="To whom it will be sent; kept here, not in the file; - asks for it."),
    ] = None,
    because: door.Because = None,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Do not ask, however many people are in it.")
    ] = False,
    why: Annotated[bool, typer.Option("--why", help="Name the texts that were held back, and why.")] = False,
    as_json: door.Json = False,
) -> None:
    """Make a file for somebody: a workbook, csv or json, with nothing in it that they may not see.

    The manifest says what is in it and what was withheld; the registry keeps what was made for whom.
    """
    from prisoners.sheets.write import check_format, prepare

    check_format(target)
    selection = " ".join(chosen or [])
    with door.reading() as reader:
        prepared = prepare(
            reader, _people(reader, selection), audience=audience, today=door.today(), selection=selection
        )
    _tell(prepared, as_json=as_json, why=why)
    shown = prepared.manifest.shown
    if shown > UNASKED and not yes and not door.agree(f"{shown:,} people will be in {target.name}. Make it?"):
        raise NotConfirmed(f"a file with {shown:,} people")
    recipient = door.ask("To whom will it be sent?") if to == "-" else to
    _make(prepared, target, selection, recipient, because)
    complain(f"{target.name}: {shown:,} people, for {audience}. Kept in the registry's list of exports.")


def _people(reader: Reader, selection: str) -> list[int]:
    """The numbers of the people meant by a filter, by references, or by nothing: everybody."""
    from prisoners.queries.find import person_numbered
    from prisoners.queries.language import read_filter
    from prisoners.queries.meaning import selection as meaning
    from prisoners.sheets.gather import everybody
    from prisoners.store.references import is_reference, read_reference

    words = selection.replace(",", " ").split()
    if not words:
        return everybody(reader)
    if all(is_reference(word, "prisoners") for word in words):
        return list(dict.fromkeys(person_numbered(reader, read_reference(word)[1]).id for word in words))
    meant = meaning(reader, read_filter(selection), door.today())
    return [
        row[0]
        for row in reader.each(f"SELECT people.id FROM people WHERE {meant.sql} ORDER BY 1", **meant.values)
    ]


def _tell(prepared: Prepared, *, as_json: bool, why: bool) -> None:
    """Show the manifest, and to the researcher alone where texts were held back."""
    from prisoners.store.references import write_reference

    if as_json:
        typer.echo(json.dumps(prepared.manifest.as_json(), ensure_ascii=False, indent=1))
    else:
        for what, words in prepared.manifest.lines():
            typer.echo(safe_text(f"{what + ':':<28} {words}"))
    if why:
        for held in prepared.held:
            complain(f"{write_reference(held.table, held.row)} {held.table}.{held.column}: {held.why}")
    elif prepared.held:
        complain(f"{len(prepared.held):,} texts were held back; `--why` says which.")


def _make(prepared: Prepared, target: Path, selection: str, to: str | None, because: str | None) -> None:
    """Save the file and record the export: both, or neither."""
    from prisoners.actions.because import act
    from prisoners.actions.rows import enter
    from prisoners.records.columns import LONGEST_LINE
    from prisoners.sheets.write import written
    from prisoners.store.clock import stamp

    manifest = prepared.manifest
    with (
        act(
            settings.registry_file(),
            by=door.writer(),
            because=because or f"an export for {manifest.audience}",
        ) as unit,
        written(prepared, target) as digest,
    ):
        facts = {
            "made_at": stamp(unit.moment),
            "recipient": to,
            "audience": manifest.audience,
            "file_name": target.name,
            "selection": selection[:LONGEST_LINE] or None,
            "made_from": manifest.update or None,
            "prisoners": manifest.shown,
            "sha256": digest,
            "manifest": json.dumps(manifest.as_json(), ensure_ascii=False),
        }
        enter(unit, "exports", facts)
