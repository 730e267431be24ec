"""Making two records of one person one, with every choice said; and telling two people apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from prisoners.commands import door, settings
from prisoners.commands.menu import complain
from prisoners.commands.recalling import warn_of_files
from prisoners.commands.safe import isolated, safe_text
from prisoners.errors import MergeOpen, NotAFact

if TYPE_CHECKING:
    from prisoners.queries.find import Person

Pair = tuple["Person", "Person"]
ALL = "all"


def merge(
    stays: door.Who,
    goes: door.Who,
    stands: Annotated[
        list[str] | None,
        typer.Option(help="Whose value stands where both differ: father=P-0042, or all=P-0042."),
    ] = None,
    because: door.Because = None,
) -> None:
    """Make two records of one person one; both references go on resolving, and `undo` parts them again."""
    from prisoners.store.backup import automatic_backup

    pair = _two(stays, goes)
    because = door.reason(because)
    automatic_backup(settings.registry_file(), settings.backups(), before="merge")
    standing = _said(stands or [], pair)
    try:
        written = _make_one(pair, standing, because)
    except MergeOpen as undecided:
        fields = dict.fromkeys(undecided.fields)
        if ALL in standing:
            standing |= dict.fromkeys(fields, standing[ALL])
        elif door.at_terminal():
            standing |= _asked(list(fields), pair)
        written = _make_one(pair, standing, because)
    complain(
        f"{pair[1].reference} is now {pair[0].reference}, in {written}; `prisoners undo {written}` parts them."
    )
    warn_of_files(written)


def apart(one: door.Who, other: door.Who, because: door.Because = None) -> None:
    """Remember that two people who were doubted to be one are not."""
    from prisoners.actions.verbs import verbs

    pair = _two(one, other)
    with door.unit(because) as unit:
        verbs("not_the_same").add(unit, pair[0].id, {"other_id": pair[1].reference})
    complain(f"{pair[0].reference} and {pair[1].reference} are two people; nobody will be asked again.")


def _two(one: str, other: str) -> Pair:
    with door.reading() as reader:
        return door.who(one, reader), door.who(other, reader)


def _make_one(pair: Pair, standing: dict[str, int], because: str) -> str:
    from prisoners.actions.merge import merge as make_one
    from prisoners.store.references import write_reference
    from prisoners.vocabulary import UpdateKind

    with door.unit(because, kind=UpdateKind.MERGE) as unit:
        make_one(unit, pair[0].id, pair[1].id, standing)
        return write_reference("updates", unit.update.id or 0)


def _said(stands: list[str], pair: Pair) -> dict[str, int]:
    """Whose value stands, as said in options."""
    by_reference = {person.reference: person.id for person in pair}
    said = {}
    for word in stands:
        field, _, reference = word.partition("=")
        if reference.upper() not in by_reference:
            raise NotAFact(word)
        said[field] = by_reference[reference.upper()]
    return said


def _asked(fields: list[str], pair: Pair) -> dict[str, int]:
    """Whose value stands, asked side by side; what nobody chooses stays open."""
    from prisoners.commands.catalogue import in_words

    with door.reading() as reader:
        rows = [reader.row("SELECT * FROM prisoners WHERE id = :id", id=person.id) for person in pair]
    chosen = {}
    for field in fields:
        for number, (row, person) in enumerate(zip(rows, pair, strict=True), start=1):
            value = safe_text(in_words(row[field] if row else ""), one_line=True)
            typer.echo(f"  {number}  {person.reference}  {isolated(value)}", err=True)
        answer = door.ask(f"Which {field} stands? (1 or 2)").strip()
        if answer in ("1", "2"):
            chosen[field] = pair[int(answer) - 1].id
    return chosen
