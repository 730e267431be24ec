"""What commands do with a file that leaves: show its manifest, ask, save it, and keep that it was made."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from prisoners.commands import door, settings
from prisoners.commands.menu import complain
from prisoners.commands.safe import safe_text
from prisoners.commands.tables import show_json
from prisoners.errors import NotConfirmed
from prisoners.sheets.speech import Lang
from prisoners.vocabulary.consent import Audience

if TYPE_CHECKING:
    from prisoners.privacy.withheld import HeldText
    from prisoners.sheets.document_file import PreparedDocument
    from prisoners.sheets.save import Fresh
    from prisoners.sheets.write import Prepared

Leaves: TypeAlias = "Prepared | PreparedDocument"
"""A file that is ready to leave: sheets, or a document to be read on paper."""

UNASKED = 100
"""People up to whom a file is made without asking."""

ForWhom = Annotated[Audience, typer.Option("--audience", "-a", help="For whom: what each may see differs.")]
To = Annotated[
    str | None,
    typer.Option("--to", help="To whom it will be sent; kept here, not in the file; - asks for it."),
]
For = Annotated[
    str | None, typer.Option("--for", help="The intervention it is made for, such as I-0003; kept here.")
]
Language = Annotated[Lang, typer.Option(help="The language of words and dates: en, fa, or both.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask, however many people are in it.")]
Why = Annotated[bool, typer.Option("--why", help="Name the texts that were held back, and why.")]


@dataclass(frozen=True)
class Sending:
    """What the registry keeps of a file that leaves, beside what is in it."""

    selection: str
    """The filter, as typed."""
    to: str | None
    because: str | None
    intervention: str | None = None
    """The reference of the intervention it is made for."""


def make(prepared: Leaves, target: Path, sending: Sending, *, yes: bool) -> None:
    """Ask where many people are in it, save the file, and record the export; raises NotConfirmed."""
    manifest = prepared.manifest
    shown = manifest.shown
    intervention = _intervention(sending.intervention) if sending.intervention else None
    if shown > UNASKED and not yes and not door.agree(f"{shown:,} people will be in {target.name}. Make it?"):
        raise NotConfirmed(f"a file with {shown:,} people")
    recipient = door.ask("To whom will it be sent?") if sending.to == "-" else sending.to
    reference = _make(prepared, target, replace(sending, to=recipient), intervention)
    counted = "1 person" if shown == 1 else f"{shown:,} people"
    complain(f"{target.name}: {counted}, for {manifest.audience}. Kept as {reference}.")


def _intervention(reference: str) -> int:
    """The number of an intervention that is recorded; raises NotAReference, WrongKindOfReference, NoSuchRow."""
    from prisoners.errors import NoSuchRow, WrongKindOfReference
    from prisoners.store.references import read_reference

    table, number = read_reference(reference)
    if table != "interventions":
        raise WrongKindOfReference(reference, table.rstrip("s"), "I-0003")
    with door.reading() as reader:
        if reader.row("SELECT id FROM interventions WHERE id = :id AND withdrawn = 0", id=number) is None:
            raise NoSuchRow(reference)
    return number


def show_manifest(prepared: Leaves, *, as_json: bool) -> None:
    """Say on stdout what is in the file, and what is not."""
    if as_json:
        show_json(prepared.manifest.as_json())
    else:
        for what, words in prepared.manifest.lines():
            typer.echo(safe_text(f"{what + ':':<28} {words}"))


def say_held(held: list[HeldText], *, why: bool) -> None:
    """Tell the researcher alone how many texts were held back, or which."""
    from prisoners.store.references import write_reference

    if why:
        for text in held:
            complain(f"{write_reference(text.table, text.row)} {text.table}.{text.column}: {text.why}")
    elif held:
        complain(f"{len(held):,} texts were held back; `--why` says which.")


def _make(prepared: Leaves, target: Path, sending: Sending, intervention: int | None) -> str:
    """Save the file and record the export, both or neither; its reference."""
    from prisoners.actions.because import act
    from prisoners.actions.rows import enter
    from prisoners.records.columns import LONGEST_LINE
    from prisoners.store.clock import stamp
    from prisoners.store.references import write_reference

    manifest = prepared.manifest
    by, because = door.writer(), sending.because or f"an export for {manifest.audience}"
    with (
        file_written(prepared, target) as fresh,
        act(settings.registry_file(), by=by, because=because) as unit,
    ):
        facts = {
            "made_at": stamp(unit.moment),
            "recipient": sending.to,
            "audience": manifest.audience,
            "file_name": target.name,
            "selection": sending.selection[:LONGEST_LINE] or None,
            "made_from": manifest.update or None,
            "prisoners": manifest.shown,
            "sha256": fresh.sha256(),
            "intervention_id": intervention,
            "manifest": json.dumps(manifest.as_json(), ensure_ascii=False),
        }
        reference = write_reference("exports", enter(unit, "exports", facts).id or 0)
        fresh.take_name()
    return reference


def file_written(prepared: Leaves, target: Path) -> AbstractContextManager[Fresh]:
    """The new file, which takes its place when the block ends well."""
    from prisoners.sheets.document_file import PreparedDocument, document_written
    from prisoners.sheets.write import written

    if isinstance(prepared, PreparedDocument):
        return document_written(prepared, target)
    return written(prepared, target)
