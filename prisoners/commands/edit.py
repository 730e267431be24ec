"""The whole case as a form in the editor: validated, shown as a diff, and written as one update."""

from __future__ import annotations

import difflib
import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import typer

from prisoners.commands import door, drafts, settings
from prisoners.commands.forms import Block, FormWriter, parse_form, read_form
from prisoners.commands.menu import complain, explain
from prisoners.commands.safe import safe_text
from prisoners.commands.takes import Form
from prisoners.errors import EditorFailed, NotAgreed, NoTerminal, NothingChanged, PrisonersError, StaleEdit
from prisoners.queries.catalogues import CATALOGUES
from prisoners.store.reader import Reader
from prisoners.store.references import read_reference, write_reference

PRIVATE_VIM = ("-n", "-i", "NONE", "--cmd", "set nobackup nowritebackup noundofile")
"""No swap file, no viminfo, no backup: nothing of a case is left beside the form."""


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
    draft = drafts.offered(name)
    if base := draft.typed.get("base"):
        # a draft goes on from what was read out when it was begun, so that it undoes nothing written since
        version = int(draft.typed["version"])
        read_out = read_out._replace(form=parse_form(base, name), text=base, version=version)
    with drafts.kept(draft) as typed:
        while True:
            edited = edited_text(str(typed.get("form", read_out.text)))
            typed |= {"form": edited, "base": read_out.text, "version": read_out.version}
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


def _show_diff(before: str, after: str) -> None:
    """What was taken out and what was put in, with the blocks in which it stands; empty fields are not shown."""
    old, new = ([line for line in text.splitlines() if not line.startswith("#")] for text in (before, after))
    for line in list(difflib.unified_diff(old, new, lineterm="", n=2))[2:]:
        typer.echo(safe_text(line, one_line=True), err=True)


def edited_text(text: str) -> str:
    """The text as the person leaves it in their editor; the file is theirs alone and is gone afterwards."""
    with _private_file(text) as path:
        command = [*_editor(), str(path)]
        try:
            finished = subprocess.run(command, check=False)  # noqa: S603 - the editor that the person chose
        except OSError:
            raise EditorFailed(command[0], "could not be started") from None
        if finished.returncode != 0:
            raise EditorFailed(command[0], f"ended with {finished.returncode}")
        return path.read_text(encoding="utf-8")


@contextmanager
def _private_file(text: str) -> Iterator[Path]:
    """A file 0600 in a folder 0700 of the registry's home, removed with everything an editor left beside it."""
    folder = Path(tempfile.mkdtemp(prefix=".edit-", dir=settings.home()))
    try:
        path = folder / "form.toml"
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        yield path
    finally:
        shutil.rmtree(folder)


def _editor() -> list[str]:
    """The person's editor, told to leave no copies where it is one that would."""
    command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
    name = Path(command[0]).name
    return [*command, *PRIVATE_VIM] if name in ("vi", "vim", "nvim", "view") else command
