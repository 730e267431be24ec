"""`prisoners show`: one prisoner on one screen, now or as once known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from prisoners.commands import door
from prisoners.commands.looking import KnownOn, On, looking
from prisoners.commands.tables import show_json

if TYPE_CHECKING:
    from prisoners.queries.case_file import CaseFile
    from prisoners.store.reader import Reader

Sealed = Annotated[
    bool, typer.Option("--sealed", help="Contacts, relatives and everything else that is sealed, too.")
]


def show(
    who: door.Who,
    known: KnownOn = None,
    on: On = None,
    *,
    sealed: Sealed = False,
    as_json: door.Json = False,
) -> None:
    """Show one prisoner: who, where, since when, on what charge, what happened, on whose word, what is missing."""
    from prisoners.errors import NotYetKnown
    from prisoners.queries.case_file import case_file, in_json

    with looking(known, on, who) as (reader, person):
        file = case_file(reader, person.id, sealed=sealed)
    if not file.person:
        raise NotYetKnown(person.reference, known or "")
    if as_json:
        show_json(in_json(file))
    else:
        _print(file)


def prisoner(reader: Reader, number: int) -> None:
    """Print the page of one prisoner, as after a write."""
    from prisoners.queries.case_file import case_file

    _print(case_file(reader, number))


def _print(file: CaseFile) -> None:
    from prisoners.commands.page import page
    from prisoners.commands.words import Words

    typer.echo("\n".join(page(file, Words(door.today()))))
