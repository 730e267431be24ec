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
from typing import Any

import typer

from prisoners.commands import door, drafts, settings
from prisoners.commands.forms import parse_form, read_form, write_form
from prisoners.commands.menu import complain, explain
from prisoners.commands.safe import safe_text
from prisoners.commands.takes import Form
from prisoners.errors import EditorFailed, NotAgreed, NoTerminal, NothingChanged, PrisonersError
from prisoners.store.references import write_reference

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
    before, version = _read_out(door.who(who).id)
    text = write_form(before, _words())
    if show_form:
        typer.echo(text)
    elif form:
        _write(before, read_form(form), text, version, because, yes=yes)
    else:
        _in_editor(before, text, version, because, yes=yes)


def _read_out(number: int) -> tuple[dict[str, Any], int]:
    """The form of a person and the last update that it knows of, from one moment of the registry."""
    from prisoners.actions.whole import form_of

    with door.reading() as reader:
        return form_of(reader.rows, number), int(str(reader.value("SELECT max(id) FROM updates") or 0))


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


def _in_editor(before: dict[str, Any], text: str, version: int, because: str | None, *, yes: bool) -> None:
    """Let the person edit until the form can be read and written, or they give it up; a form given up is kept."""
    if not door.at_terminal():
        raise NoTerminal
    name = f"edit-{before['ref']}"
    edited = str(drafts.offered(name).get("form", "")) or text
    typed: dict[str, Any] = {}
    with drafts.kept(name, typed):
        while True:
            edited = edited_text(edited)
            typed["form"] = edited
            try:
                return _write(before, parse_form(edited, "The form"), text, version, because, yes=yes)
            except NothingChanged:
                typed.clear()
                raise
            except PrisonersError as error:
                explain(error)
                if isinstance(error, NotAgreed) or not door.agree("Go back to the form?"):
                    raise


def _write(
    before: dict[str, Any], after: dict[str, Any], text: str, version: int, because: str | None, *, yes: bool
) -> None:
    from prisoners.actions.whole import differences, take
    from prisoners.store.references import read_reference
    from prisoners.vocabulary import UpdateKind

    steps = list(differences(before, after))
    if not steps:
        raise NothingChanged
    _show_diff(text, write_form(after, _words()))
    if not yes and not door.agree("Write this?"):
        raise NotAgreed
    with door.unit(because, kind=UpdateKind.EDIT) as unit:
        unit.expect(read_reference(before["ref"])[1], version)
        take(unit, steps)
        update = write_reference("updates", unit.update.id or 0)
    typer.echo(before["ref"])
    complain(f"Edited {before['ref']} in {update}: {len(steps)} changes.")


def _show_diff(before: str, after: str) -> None:
    """What was taken out and what was put in, with the blocks in which it stands; empty fields are not shown."""
    old, new = ([line for line in text.splitlines() if not line.startswith("# ")] for text in (before, after))
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
            file.write(text + "\n")
        yield path
    finally:
        shutil.rmtree(folder)


def _editor() -> list[str]:
    """The person's editor, told to leave no copies where it is one that would."""
    command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
    name = Path(command[0]).name
    return [*command, *PRIVATE_VIM] if name in ("vi", "vim", "nvim", "view") else command
