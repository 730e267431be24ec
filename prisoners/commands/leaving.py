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
from prisoners.commands.say import on_screen
from prisoners.commands.tables import broken_lines, screen_width, show_json
from prisoners.errors import NobodyRecorded, NotConfirmed
from prisoners.sheets.speech import Lang
from prisoners.store.references import is_reference, read_reference, write_reference
from prisoners.vocabulary.consent import Audience

if TYPE_CHECKING:
    from prisoners.privacy.withheld import HeldText
    from prisoners.sheets.document_file import PreparedDocument
    from prisoners.sheets.save import Fresh
    from prisoners.sheets.write import Prepared
    from prisoners.store.reader import Reader

Leaves: TypeAlias = "Prepared | PreparedDocument"
"""A file that is ready to leave: sheets, or a document to be read on paper."""

WORDS_AT = 29
"""Where the words of a line of the manifest begin."""

UNASKED = 100
"""People up to whom a file is made without asking."""
MOST_NAMED = 10
"""People whose restrictions are to be read, beside the first, before the others are only counted."""

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

    to: str | None
    because: str | None
    intervention: int | None = None
    """The number of the intervention it is made for."""
    selection: str = ""
    """The filter, as typed."""
    options: str | None = None
    """How it was asked for beside its filter, as it is kept."""


def sending(target: Path, to: str | None, because: str | None, intervention: str | None) -> Sending:
    """What was said of a file that is to be made; what cannot be is refused before anything is shown or asked.

    Raises NobodyWrites, OSError for a place where no file can stand, NotAReference, WrongKindOfReference, NoSuchRow.
    """
    from prisoners.sheets.save import check_place

    door.writer()
    check_place(target)
    number = _must_stand(intervention, "interventions", "I-0003") if intervention else None
    if because and is_reference(because.strip(), "sources"):
        _must_stand(because.strip(), "sources", "S-0012")
    return Sending(to, because, number)


def _must_stand(reference: str, table: str, example: str) -> int:
    """The number of a row that is recorded and was not withdrawn."""
    from prisoners.errors import NoSuchRow, WrongKindOfReference

    found, number = read_reference(reference)
    if found != table:
        raise WrongKindOfReference(reference, found.rstrip("s"), example)
    with door.reading() as reader:
        if reader.row(f"SELECT id FROM {table} WHERE id = :id AND withdrawn = 0", id=number) is None:
            raise NoSuchRow(reference)
    return number


def make(prepared: Leaves, target: Path, sending: Sending, *, yes: bool) -> None:
    """Ask where many people are in it, save the file, and record the export; raises NotConfirmed."""
    manifest = prepared.manifest
    if not yes:
        _confirm(prepared, target, sending)
    recipient = door.ask("To whom will it be sent?") if sending.to == "-" else sending.to
    reference = _make(prepared, target, replace(sending, to=recipient))
    standing = len(prepared.standing(target.suffix.lower()))
    only = "" if standing == manifest.shown else f", of whom {standing:,} have a row of their own"
    complain(
        f"{target.name}: {_counted(manifest.shown)}{only}, for {manifest.audience}. Kept as {reference}."
    )


def _confirm(prepared: Leaves, target: Path, sending: Sending) -> None:
    """Ask where more is in it than anybody counts at a glance, or more people than the last time; NotConfirmed.

    A ministry once sent 33,000 rows that were thought to be 150.
    """
    from prisoners.queries.sent import last_alike

    manifest = prepared.manifest
    sheets = manifest.sheets[:1] if target.suffix.lower() == ".csv" else manifest.sheets
    rows = max((rows for _, rows, _ in sheets), default=0)
    with door.reading() as reader:
        before = last_alike(reader, manifest.as_json(), sending.selection)
    if before is not None and manifest.shown > before["prisoners"]:
        reference = write_reference("exports", before["id"])
        last = f"the last such file, {reference} of {before['made']}, had {before['prisoners']:,}"
    else:
        last = ""
    if not last and max(manifest.shown, rows) <= UNASKED:
        return
    inside = f"{_counted(manifest.shown)}, up to {rows:,} rows a sheet" + (f"; {last}" if last else "")
    if not door.agree(f"{target.name} will hold {inside}. Make it?"):
        raise NotConfirmed(f"a file with {inside},")


def _counted(people: int) -> str:
    return "1 person" if people == 1 else f"{people:,} people"


def check_anybody(reader: Reader) -> None:
    """Raise NobodyRecorded where there is nobody of whom a file could be made."""
    if reader.value("SELECT 1 FROM prisoners LIMIT 1") is None:
        raise NobodyRecorded


def with_restrictions(prepared: Leaves, target: Path) -> Leaves:
    """The same file, whose manifest says who in it agreed with restrictions: words that the gate cannot obey."""
    from prisoners.queries.registers import restricted

    if prepared.manifest.audience is Audience.INTERNAL:
        return prepared
    with door.reading() as reader:
        people = restricted(reader) & prepared.standing(target.suffix.lower()).keys()
    return replace(prepared, manifest=replace(prepared.manifest, restricted=tuple(sorted(people))))


def show_manifest(prepared: Leaves, *, as_json: bool) -> None:
    """Say on stdout what is in the file, and what is not; on stderr whose restrictions are to be read first."""
    if as_json:
        show_json(prepared.manifest.as_json())
    else:
        for what, words in prepared.manifest.lines():
            _tell(f"{what + ':':<{WORDS_AT - 1}}", words)
    if people := prepared.manifest.restricted:
        first, *others = (write_reference("prisoners", person) for person in people)
        also = f"; also {', '.join(others[:MOST_NAMED])}" if others else ""
        more = f" and {len(others) - MOST_NAMED:,} more" if len(others) > MOST_NAMED else ""
        complain(
            f"{_counted(len(people))} agreed with restrictions, which no program can obey. Read them before you"
            f" send it: `prisoners consent list {first}`{also}{more}."
        )


def _tell(what: str, words: str) -> None:
    """A line of the manifest; broken between words where a person reads it."""
    line = safe_text(words)
    first, *others = broken_lines(line, max(screen_width() - WORDS_AT, 30)) if on_screen() else [line]
    typer.echo(safe_text(f"{what} {first}"))
    for other in others:
        typer.echo(" " * WORDS_AT + other)


def say_held(held: list[HeldText], *, why: bool) -> None:
    """Tell the researcher alone how many texts were held back, or which."""
    if why:
        for text in held:
            complain(f"{write_reference(text.table, text.row)} {text.table}.{text.column}: {text.why}")
    elif held:
        texts = "1 text was" if len(held) == 1 else f"{len(held):,} texts were"
        complain(f"{texts} held back; `--why` says which.")


def _make(prepared: Leaves, target: Path, sending: Sending) -> str:
    """Save the file and record the export, both or neither; its reference."""
    from prisoners.actions.because import act
    from prisoners.actions.rows import enter
    from prisoners.store.clock import stamp
    from prisoners.store.named import write_named

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
            "selection": sending.selection or None,
            "options": sending.options,
            "made_from": manifest.update or None,
            "prisoners": manifest.shown,
            "people": write_named(prepared.standing(target.suffix.lower())),
            "sha256": fresh.sha256(),
            "intervention_id": sending.intervention,
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
