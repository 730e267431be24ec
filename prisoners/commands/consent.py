"""Consents at the terminal: who agreed to what, and what was taken back."""

from __future__ import annotations

from typing import Annotated

import typer

from prisoners.commands import door
from prisoners.commands.asking import read_day
from prisoners.commands.listed import show_rows
from prisoners.commands.records import Reference, group, number_of
from prisoners.commands.written import expected, say, tell

consent = group("consents", "Who agreed to what, and until when.", but=("withdraw",))


@consent.command()
def withdraw(
    reference: Reference,
    because: door.Because = None,
    expect: door.Expect = None,
    on: Annotated[
        str | None, typer.Option("--on", help="When it was taken back; today where nothing is said.")
    ] = None,
    *,
    as_json: door.Json = False,
) -> None:
    """Record that a consent was taken back; what needs it leaves no more from now on."""
    from prisoners.actions.consents import take_back
    from prisoners.vocabulary import UpdateKind

    number = number_of("consents", reference)
    typed = {"taken_back": read_day(on)} if on else {}
    with door.unit(because, kind=UpdateKind.WITHDRAWAL) as unit:
        row = take_back(unit, number, typed)
        expected(unit, row, expect)
        told = tell(unit, row, "took back")
    say(told, as_json=as_json)


@consent.command("list")
def list_(who: door.Who, *, sealed: door.Sealed = False, as_json: door.Json = False) -> None:
    """List what a person, the family or the lawyer agreed to, refused and took back, and what each left out."""
    from prisoners.queries.registers import consents

    person = door.who(who)
    if sealed:
        door.unseal(person.reference)
    with door.reading() as reader:
        rows = consents(reader, person.id, sealed=sealed)
    show_rows("consents", rows, as_json=as_json)
