"""Erasing a value for someone's safety, also from the history; the one thing that cannot be undone."""

from __future__ import annotations

from typing import Annotated

import typer

from prisoners.commands import door, settings
from prisoners.commands.menu import complain
from prisoners.commands.recalling import name_files
from prisoners.errors import NotConfirmed


def erase(
    reference: Annotated[
        str, typer.Argument(help="The record: K-0003 a contact, N-0012 a name, E-0133 an event …")
    ],
    fields: Annotated[
        list[str] | None, typer.Argument(help="The fields to empty; without any, the whole record.")
    ] = None,
    because: door.Because = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask: this cannot be undone.")] = False,
) -> None:
    """Erase a record or fields of it for someone's safety, also from the history; cannot be undone."""
    from prisoners.actions.erasure import erase as forget
    from prisoners.actions.rows import record_of, whose
    from prisoners.store.references import read_reference
    from prisoners.vocabulary import UpdateKind

    table, number = read_reference(reference)
    what = f"erasing {', '.join(fields) if fields else 'all'} of {reference.upper()}"
    if not yes and not door.agree(f"This cannot be undone: {what}, also from the history. Erase?"):
        raise NotConfirmed(what)
    with door.unit(because, kind=UpdateKind.ERASURE) as unit:
        person = whose(unit, unit.get(record_of(table), number))
        lines = forget(unit, table, number, fields)
    complain(f"Erased: {lines} lines of the history hold no value any more. Who, when and why stay.")
    _name_copies()
    if person:
        name_files(person)


def _name_copies() -> None:
    """What we cannot erase: earlier backups and everything that was sent."""
    kept = sorted(file.name for file in settings.backups().glob("*.db"))
    beside = sorted(file.name for file in settings.home().glob("registry.before-restore-*.db"))
    for name in (*kept, *beside):
        complain(f"Still in {name}: delete it if it must be forgotten there too.")
    complain(
        "Exports already sent, synced copies and the drive itself may remember it; this program cannot reach them."
    )
