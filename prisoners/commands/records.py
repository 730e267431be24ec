"""The commands that a kind of record has at the terminal: add, amend and withdraw, made from its fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import typer

from prisoners.commands import door
from prisoners.commands.asking import amended, gather
from prisoners.commands.guarded import level_standing
from prisoners.commands.menu import complain
from prisoners.commands.takes import Form, takes
from prisoners.commands.written import expected, say, tell, warn_of_look_alikes
from prisoners.store.references import is_reference, read_reference, write_reference

ToWhom = Annotated[
    str, typer.Argument(metavar="WHO|REFERENCE", help="To whom or what it belongs: a person, or C-0007.")
]
Reference = Annotated[str, typer.Argument(metavar="REFERENCE", help="The record, such as C-0007 or E-0133.")]


def group(table: str, says: str, *, add: str = "add", but: tuple[str, ...] = ()) -> typer.Typer:
    """The commands of one kind of record; `but` leaves out those that a module writes itself."""
    app = typer.Typer(rich_markup_mode=None, no_args_is_help=True, help=says)
    one = called(table)
    one = f"an {one}" if one[0] in "aeiou" else f"a {one}"
    for name, make, help_text in (
        (add, _adder, f"Record {one}."),
        ("amend", _amender, f"Correct {one}; a field given as '' is cleared."),
        ("withdraw", _withdrawer, f"Mark {one} as entered in error; it is kept and no longer counts."),
    ):
        if name not in but:
            app.command(name, help=help_text)(make(table))
    return app


def called(table: str) -> str:
    """What one record of a table is called."""
    return {
        "activities": "activity",
        "external_ids": "number",
        "follow_ups": "reminder",
        "health": "medical fact",
    }.get(table, table.removesuffix("s"))


def _adder(table: str) -> Callable[..., None]:
    @takes(table)
    def add(
        to: ToWhom,
        because: door.Because = None,
        expect: door.Expect = None,
        form: Form = None,
        *,
        as_json: door.Json = False,
        **facts: Any,
    ) -> None:
        record(table, to, gather(table, facts, form=form), because=because, expect=expect, as_json=as_json)

    return add


def record(
    table: str,
    to: str,
    typed: dict[str, Any],
    *,
    because: str | None,
    expect: str | None = None,
    as_json: bool = False,
) -> None:
    """Record one thing that belongs to a person or to another record, and say so."""
    from prisoners.actions.cases import remarks
    from prisoners.actions.verbs import verbs

    parent = belonging_to(verbs(table).parent, to)
    with door.unit(because) as unit:
        row = verbs(table).add(unit, parent, typed)
        expected(unit, row, expect)
        told, also = tell(unit, row, "recorded"), remarks(unit, row)
    say(told, as_json=as_json)
    if table == "names":
        warn_of_look_alikes([typed["text"]])
    for remark in also:
        complain(remark)


def _amender(table: str) -> Callable[..., None]:
    @takes(table)
    def amend(
        reference: Reference,
        because: door.Because = None,
        expect: door.Expect = None,
        form: Form = None,
        *,
        as_json: door.Json = False,
        **facts: Any,
    ) -> None:
        change(
            table,
            reference,
            amended(table, facts, form=form, standing=level_standing(table, reference)),
            because=because,
            expect=expect,
            as_json=as_json,
        )

    return amend


def change(
    table: str,
    reference: str,
    typed: dict[str, Any],
    *,
    because: str | None,
    expect: str | None = None,
    as_json: bool = False,
) -> None:
    """Correct one record and say so."""
    from prisoners.actions.verbs import verbs
    from prisoners.vocabulary import UpdateKind

    own = number_of(table, reference)
    with door.unit(because, kind=UpdateKind.AMENDMENT) as unit:
        row = verbs(table).amend(unit, own, typed)
        expected(unit, row, expect)
        told = tell(unit, row, "amended")
    say(told, as_json=as_json)


def _withdrawer(table: str) -> Callable[..., None]:
    def withdraw(
        reference: Reference,
        because: door.Because = None,
        expect: door.Expect = None,
        *,
        as_json: door.Json = False,
    ) -> None:
        from prisoners.actions.verbs import verbs
        from prisoners.vocabulary import UpdateKind

        own = number_of(table, reference)
        with door.unit(because, kind=UpdateKind.WITHDRAWAL) as unit:
            row = verbs(table).withdraw(unit, own)
            expected(unit, row, expect)
            told = tell(unit, row, "withdrew")
        say(told, as_json=as_json)

    return withdraw


def number_of(table: str, reference: str) -> int:
    """The number behind a reference to a row of this table; raises NotAReference, WrongKindOfReference."""
    from prisoners.errors import WrongKindOfReference

    found, number = read_reference(reference)
    if found != table:
        raise WrongKindOfReference(reference, called(found), write_reference(table, 7))
    return number


def belonging_to(table: str, text: str) -> int:
    """The number of the record that something belongs to: as referred to, or the only one that a person has."""
    if is_reference(text, table):
        return read_reference(text)[1]
    with door.reading() as reader:
        person = door.who(text, reader).id
        if table == "prisoners":
            return person
        from prisoners.actions.cases import only_one

        return only_one(reader.rows, table, person)
