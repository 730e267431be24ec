"""Advocacy at the terminal: what was done for whom, and what was answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from prisoners.commands import door
from prisoners.commands.asking import gather
from prisoners.commands.listed import Told, plain, show_one, show_rows
from prisoners.commands.records import Reference, group, number_of
from prisoners.commands.say import complain
from prisoners.commands.tables import show_json
from prisoners.commands.takes import Form, takes
from prisoners.commands.written import expected, say, tell
from prisoners.errors import NoSuchRow
from prisoners.store.references import write_reference

if TYPE_CHECKING:
    import sqlite3

intervention = group("interventions", "What was done for prisoners, and what was answered.", but=("add",))

HANGS = {
    "beneficiaries": "For whom",
    "interventions": "Followed up by",
    "sources": "On whose word",
    "exports": "Files made for it",
}
"""Table → what its rows are to an intervention."""
ForWhom = Annotated[list[str] | None, typer.Option("--for", help="For whom; may be repeated.", metavar="WHO")]


@intervention.command("open")
@takes("interventions")
def open_(
    because: door.Because = None,
    for_whom: ForWhom = None,
    form: Form = None,
    *,
    as_json: door.Json = False,
    **facts: Any,
) -> None:
    """Record an appeal, a letter, a statement or a meeting, and for whom it was made.

    With --follows it is for the same people, unless --for says otherwise.
    """
    from prisoners.actions.interventions import open_intervention

    people = [door.who(one).id for one in for_whom or []]
    typed = gather("interventions", facts, form=form)
    with door.unit(because) as unit:
        told = tell(unit, open_intervention(unit, people, typed), "recorded")
    say(told, as_json=as_json)


@intervention.command("add")
def add_person(
    reference: Reference,
    who: door.Who,
    because: door.Because = None,
    expect: door.Expect = None,
    answer: Annotated[str | None, typer.Option(help="What was answered about this person.")] = None,
    *,
    as_json: door.Json = False,
) -> None:
    """Add a person for whom it was made, or what was answered about them."""
    from prisoners.actions.interventions import answered_before, make_for

    number, person = number_of("interventions", reference), door.who(who).id
    typed = {"prisoner_id": person} | ({"answer": answer} if answer else {})
    with door.unit(because) as unit:
        earlier = answered_before(unit, number, person)
        row = make_for(unit, number, typed)
        expected(unit, row, expect)
        told = tell(unit, row, "recorded")
    say(told, as_json=as_json)
    if answer and earlier and earlier != answer:
        own = write_reference("interventions", number)
        complain(f"The answer before it was “{earlier}”; the history keeps it.")
        complain(
            f"→ For an answer of a later day: `prisoners intervention open --kind further_answer --follows {own}`."
        )


@intervention.command()
def remove(
    reference: Reference,
    who: door.Who,
    because: door.Because = None,
    *,
    as_json: door.Json = False,
) -> None:
    """Take back that it was made for a person, who was named in error."""
    from prisoners.actions.interventions import not_for

    number, person = number_of("interventions", reference), door.who(who).id
    with door.unit(because) as unit:
        told = tell(unit, not_for(unit, number, person), "withdrew")
    say(told, as_json=as_json)


@intervention.command("list")
def list_(
    who: Annotated[str | None, typer.Argument(metavar="WHO", help="Only those made for this person.")] = None,
    *,
    as_json: door.Json = False,
) -> None:
    """List what was done, newest first."""
    from prisoners.queries.registers import interventions

    with door.reading() as reader:
        rows = interventions(reader, door.who(who, reader).id if who else None)
    show_rows("interventions", rows, as_json=as_json)


@intervention.command()
def show(reference: Reference, *, as_json: door.Json = False) -> None:
    """Show one intervention, for whom it was made, what followed it up, its sources, and the files made for it."""
    from prisoners.queries import registers

    number = number_of("interventions", reference)
    with door.reading() as reader:
        row, people = registers.intervention(reader, number), registers.beneficiaries(reader, number)
        files = registers.exports_for(reader, number)
        later = registers.follow_ups_of(reader, number)
        sources = registers.bearing(reader, "interventions", number)
    if row is None:
        raise NoSuchRow(write_reference("interventions", number))
    if as_json:
        told = plain("interventions", row) | {
            "for": [plain("beneficiaries", one) for one in people],
            "followed_by": [plain("interventions", one) for one in later],
            "sources": [plain("sources", one) for one in sources],
            "files": [plain("exports", one) for one in files],
        }
        show_json(told)
        return
    _show(
        number, row, {"beneficiaries": people, "interventions": later, "sources": sources, "exports": files}
    )


def _show(number: int, row: sqlite3.Row, hung_on: Mapping[str, Sequence[Told]]) -> None:
    """One intervention on the screen, and what hangs on it: nothing is said of what there is none of."""
    own = write_reference("interventions", number)
    show_one("interventions", row)
    if not hung_on["beneficiaries"]:
        complain(f"For nobody yet: `prisoners intervention add {own} WHO`.")
    for table, rows in hung_on.items():
        if rows:
            typer.echo(f"\n{HANGS[table]}:")
            show_rows(table, rows, as_json=False)
    if row["withdrawn"]:
        complain(f"{own} was entered in error and no longer counts.")
