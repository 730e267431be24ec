"""Correcting what is recorded about a person."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from prisoners.commands import door
from prisoners.commands.asking import amended
from prisoners.commands.takes import Form, takes
from prisoners.commands.written import expected, say, tell

Withdraw = Annotated[
    bool,
    typer.Option("--withdraw", help="The person was entered in error: keep the record, do not count it."),
]


@takes("prisoners")
def amend(
    who: door.Who,
    because: door.Because = None,
    expect: door.Expect = None,
    form: Form = None,
    *,
    withdraw: Withdraw = False,
    as_json: door.Json = False,
    **facts: Any,
) -> None:
    """Correct what is recorded about a person; a field given as '' is cleared."""
    from prisoners.actions import prisoners
    from prisoners.vocabulary import UpdateKind

    person = door.who(who)
    typed = amended("prisoners", facts, form=form)
    with door.unit(because, kind=UpdateKind.WITHDRAWAL if withdraw else UpdateKind.AMENDMENT) as unit:
        row = prisoners.amend(unit, person.id, typed)
        if withdraw:
            prisoners.withdraw(unit, person.id)
        expected(unit, row, expect)
        told = tell(unit, row, "withdrew" if withdraw else "amended")
    say(told, as_json=as_json)
