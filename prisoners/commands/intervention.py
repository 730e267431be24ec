"""Advocacy at the terminal: what was done for whom, and what was answered."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from prisoners.commands import door
from prisoners.commands.asking import gather
from prisoners.commands.listed import plain, show_one, show_rows
from prisoners.commands.records import Reference, group, number_of
from prisoners.commands.say import complain
from prisoners.commands.tables import show_json
from prisoners.commands.takes import Form, takes
from prisoners.commands.written import expected, say, tell
from prisoners.errors import NoSuchRow
from prisoners.store.references import write_reference

intervention = group("interventions", "What was done for prisoners, and what was answered.", but=("add",))

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
    """Show one intervention, for whom it was made, what followed it up, and the files that were made for it."""
    from prisoners.queries import registers

    number = number_of("interventions", reference)
    with door.reading() as reader:
        row, people = registers.intervention(reader, number), registers.beneficiaries(reader, number)
        files = registers.exports_for(reader, number)
        later = registers.follow_ups_of(reader, number)
    if row is None:
        raise NoSuchRow(write_reference("interventions", number))
    if as_json:
        told = plain("interventions", row) | {
            "for": [plain("beneficiaries", one) for one in people],
            "followed_by": [plain("interventions", one) for one in later],
            "files": [plain("exports", one) for one in files],
        }
        show_json(told)
        return
    show_one("interventions", row)
    if people:
        show_rows("beneficiaries", people, as_json=False)
    else:
        complain(
            f"For nobody yet: `prisoners intervention add {write_reference('interventions', number)} WHO`."
        )
    if later:
        typer.echo("Followed up by:")
        show_rows("interventions", later, as_json=False)
    if files:
        show_rows("exports", files, as_json=False)
    if row["withdrawn"]:
        complain(f"{write_reference('interventions', number)} was entered in error and no longer counts.")
