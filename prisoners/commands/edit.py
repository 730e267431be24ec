"""The whole case as a form in the editor: validated, shown as a diff, and written as one update."""

from __future__ import annotations

import difflib
from typing import Any, NamedTuple

import typer

from prisoners.commands import door, drafts
from prisoners.commands.editor import edit_form, keep_what_was_open
from prisoners.commands.forms import Block, FormWriter, parse_form, read_form
from prisoners.commands.menu import complain, explain
from prisoners.commands.recalling import warn_of_files
from prisoners.commands.safe import safe_text
from prisoners.commands.takes import Form
from prisoners.errors import NotAgreed, NoTerminal, NothingChanged, PrisonersError, StaleEdit
from prisoners.queries.catalogues import CATALOGUES
from prisoners.store.reader import Reader
from prisoners.store.references import read_reference, write_reference


def edit(
    who: door.Who,
    because: door.Because = None,
    form: Form = None,
    *,
    show_form: bool = typer.Option(False, "--print", help="Print the form and do nothing."),
    yes: bool = typer.Option(False, "--yes", help="Do not ask before writing what the form says."),
) -> None:
    """Edit everything that is recorded about a person as one form, and write what was changed as one update.

    Take a block out of the form to withdraw what it stands for; write one without `ref` to add it.
    """
    draft = _read_out(door.who(who).id)
    if show_form:
        typer.echo(draft.text, nl=False)
    elif form:
        _write(draft, read_form(form), because, yes=yes)
    else:
        _in_editor(draft, because, yes=yes)


class ReadOut(NamedTuple):
    """A person as read out for editing."""

    form: Block
    writer: FormWriter
    text: str
    version: int
    """The last update that it knows of."""


def _read_out(number: int) -> ReadOut:
    """The form of a person and what the references in it stand for, from one moment of the registry."""
    from prisoners.actions.whole import form_of

    with door.reading() as reader:
        form = form_of(reader.rows, number)
        writer = FormWriter(_words(), _called(reader))
        version = int(str(reader.value("SELECT max(id) FROM updates") or 0))
    return ReadOut(form, writer, writer.write(form), version)


def _words() -> dict[str, dict[str, str]]:
    """What is said of each field of each table that a form shows."""
    from prisoners.actions.rows import record_of
    from prisoners.actions.whole import CHILDREN, fields_of

    tables = {"prisoners", *(child for children in CHILDREN.values() for child in children)}
    return {
        table: {field: _said(record_of(table), column) for field, column in fields_of(table).items()}
        for table in tables
    }


def _said(record: Any, column: str) -> str:
    return str(record.__table__.columns[column].comment or "")


def _called(reader: Reader) -> dict[str, str]:
    """What the references to entries of the lists stand for."""
    return {
        write_reference(table, row["id"]): row["name_en"]
        for table in CATALOGUES.values()
        for row in reader.rows(f"SELECT id, name_en FROM {table}")
    }


def _in_editor(read_out: ReadOut, because: str | None, *, yes: bool) -> None:
    """Let the person edit until the form can be read and written, or they give it up; a form given up is kept."""
    if not door.at_terminal():
        raise NoTerminal
    name = f"edit-{read_out.form['ref']}"
    keep_what_was_open(name)
    draft = drafts.offered(name)
    if base := draft.typed.get("base"):
        # a draft goes on from what was read out when it was begun, so that it undoes nothing written since
        version = int(draft.typed["version"])
        read_out = read_out._replace(form=parse_form(base, name), text=base, version=version)
    opened = {"form": read_out.text, "base": read_out.text, "version": read_out.version} | draft.typed
    with drafts.kept(draft) as typed:
        while True:
            try:
                edited = edit_form(name, opened)
            finally:
                if opened["form"] != opened["base"]:
                    typed.update(opened)
            try:
                return _write(read_out, parse_form(edited, "The form"), because, yes=yes)
            except NothingChanged:
                typed.clear()
                raise
            except PrisonersError as error:
                if isinstance(error, StaleEdit) or not _again(error):
                    raise


def _again(error: PrisonersError) -> bool:
    """Whether the person goes back to a form that was refused."""
    explain(error)
    return door.agree("Go back to the form?")


def _write(read_out: ReadOut, after: Block, because: str | None, *, yes: bool) -> None:
    from prisoners.actions.whole import differences, take
    from prisoners.vocabulary import UpdateKind

    reference = read_out.form["ref"]
    steps = list(differences(read_out.form, after))
    if not steps:
        raise NothingChanged
    _show_diff(read_out.text, read_out.writer.write(after))
    if not yes and not door.agree("Write this?"):
        raise NotAgreed
    with door.unit(because, kind=UpdateKind.EDIT) as unit:
        unit.expect(read_reference(reference)[1], read_out.version)
        take(unit, steps)
        update = write_reference("updates", unit.update.id or 0)
    typer.echo(reference)
    complain(f"Edited {reference} in {update}: {len(steps)} changes.")
    warn_of_files(update)


def _show_diff(before: str, after: str) -> None:
    """What was taken out and what was put in, with the blocks in which it stands; empty fields are not shown."""
    old, new = ([line for line in text.splitlines() if not line.startswith("#")] for text in (before, after))
    for line in list(difflib.unified_diff(old, new, lineterm="", n=2))[2:]:
        typer.echo(safe_text(line, one_line=True), err=True)
