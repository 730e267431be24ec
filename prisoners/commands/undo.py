"""Taking an update back, by a new update that says which it undoes."""

from __future__ import annotations

from typing import Annotated

import typer

from prisoners.commands import door
from prisoners.commands.menu import complain
from prisoners.commands.recalling import warn_of_files
from prisoners.commands.records import number_of
from prisoners.commands.safe import safe_text
from prisoners.commands.tables import json_line
from prisoners.errors import NothingToUndo, WhichUpdate
from prisoners.store.references import write_reference

Update = Annotated[
    str | None, typer.Argument(metavar="U-…", help="The update; your last one where none is named.")
]


def undo(update: Update = None, because: door.Because = None, *, as_json: door.Json = False) -> None:
    """Write back what an update changed; later work that stands on it is named, never overwritten."""
    from prisoners.actions.undo import undo as take_back
    from prisoners.vocabulary import UpdateKind

    number = number_of("updates", update) if update else _my_last()
    with door.unit(because, kind=UpdateKind.UNDO, undoes=number) as unit:
        fields = take_back(unit, number)
        own = write_reference("updates", unit.update.id or 0)
    undone = write_reference("updates", number)
    typer.echo(json_line({"reference": undone, "update": own}) if as_json else own)
    if not as_json:
        told = f"{fields:,} {'field' if fields == 1 else 'fields'}"
        complain(f"Undid {undone} in {own}: {told}. `prisoners undo {own}` brings it back.")
    warn_of_files(own)


def _my_last() -> int:
    """The last update of who is writing that stands, if that is the one meant; raises NothingToUndo or WhichUpdate."""
    with door.reading() as reader:
        last = reader.row(
            "SELECT id, at, because, kind FROM updates WHERE by_whom = :me AND kind NOT IN ('undo', 'seed')"
            " AND id NOT IN (SELECT undoes FROM updates WHERE undoes IS NOT NULL) ORDER BY id DESC LIMIT 1",
            me=door.writer(),
        )
    if last is None:
        raise NothingToUndo
    told = f"{write_reference('updates', last['id'])} of {last['at']}, {last['kind']}: {last['because']}"
    if not door.agree(f"Undo {safe_text(told, one_line=True)}?"):
        raise WhichUpdate(write_reference("updates", last["id"]))
    return int(last["id"])
