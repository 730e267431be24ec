"""What is said after a write: the reference on stdout, and on stderr what was done and in which update."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

import typer

from prisoners.commands.menu import complain
from prisoners.commands.recalling import warn_of_files
from prisoners.commands.safe import isolated, safe_text
from prisoners.commands.tables import json_line
from prisoners.store.references import read_reference, write_reference

if TYPE_CHECKING:
    from prisoners.records.form import Row
    from prisoners.store.unit import Unit


class Told(NamedTuple):
    """What was written, by references: they stand when the update is closed."""

    verb: str
    reference: str
    person: str
    update: str


def tell(unit: Unit, row: Row, verb: str) -> Told:
    """What is to be said of a row when its update is closed."""
    from prisoners.actions.rows import whose

    person = whose(unit, row)
    return Told(
        verb,
        write_reference(str(type(row).__tablename__), row.id or 0),
        _person(unit, person) if person else "",
        write_reference("updates", unit.update.id or 0),
    )


def _person(unit: Unit, number: int) -> str:
    """A person by reference and name, so that a slip of the hand is seen at once."""
    names = unit.rows(
        "SELECT text FROM names WHERE prisoner_id = :number AND withdrawn = 0 ORDER BY is_primary DESC, id LIMIT 1",
        number=number,
    )
    return " ".join([write_reference("prisoners", number), *(name["text"] for name in names)])


def say(told: Told, *, as_json: bool = False) -> None:
    """Say it: for programs the references as JSON, for people a sentence beside the reference.

    What was written of a person or a consent may forbid what was sent: then the files are named.
    """
    if as_json:
        typer.echo(json_line({"reference": told.reference, "update": told.update}))
    else:
        typer.echo(told.reference)
        what = told.person if told.person.startswith(told.reference) else f"{told.reference} of {told.person}"
        said = isolated(safe_text(what if told.person else told.reference, one_line=True))
        complain(f"{told.verb.capitalize()} {said} in {told.update}.")
    if read_reference(told.reference)[0] in ("consents", "prisoners"):
        warn_of_files(told.update)


def warn_of_look_alikes(names: Iterable[object]) -> None:
    """Tell which names may be read as another, since a letter of theirs is not what it looks like."""
    from prisoners.names.script import look_alike_warning

    for name in names:
        if warning := look_alike_warning(str(name)):
            complain(f"{warning} It is found by its looks; `prisoners name amend` corrects it.")


def expected(unit: Unit, row: Row, expect: str | None) -> None:
    """Refuse a write that was begun on an older version of the person; raises StaleEdit."""
    from prisoners.actions.rows import whose

    person = whose(unit, row)
    if expect and person:
        unit.expect(person, read_reference(expect)[1])
