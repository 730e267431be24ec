"""`prisoners show`: one prisoner on one screen, now or as once known."""

from __future__ import annotations

from typing import Annotated

import typer

from prisoners.commands import door
from prisoners.commands.looking import KnownOn, On, day_looked_at, looking


def show(
    who: door.Who,
    known: KnownOn = None,
    on: On = None,
    *,
    sealed: door.Sealed = False,
    why: Annotated[
        bool, typer.Option("--why", help="How the enforceable term and the projected release were computed.")
    ] = False,
    as_json: door.Json = False,
) -> None:
    """Show one prisoner: who, where, since when, on what charge, what happened, on whose word, what is missing."""
    from prisoners.commands.answers import show_file
    from prisoners.errors import NotYetKnown
    from prisoners.queries.case_file import case_file

    if sealed:
        who = door.who(who).reference
        door.unseal(who)
    with looking(known, on, who) as (reader, person):
        file = case_file(reader, person.id, sealed=sealed)
        day = day_looked_at(reader, known, on)
    if not file.person:
        raise NotYetKnown(person.reference, known or "")
    show_file(file, as_json=as_json, why=why, day=day)
