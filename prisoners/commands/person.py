"""What belongs to a person beside the case: names, numbers, activities, kin, contacts, health, reminders, files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from prisoners.commands import door, settings
from prisoners.commands.asking import gather
from prisoners.commands.records import group, record
from prisoners.commands.takes import Form, takes
from prisoners.commands.written import expected, say, tell

name = group("names", "The names by which a person is known.", but=("add",))
number = group("external_ids", "A person's numbers in other people's lists.", but=("add", "amend"))
activity = group("activities", "Why a person is really targeted; never the charge.", but=("add",))
relation = group("relations", "Relatives and companions; their names are sealed.")
contact = group("contacts", "How family and lawyers are reached; sealed.")
health = group("health", "Medical facts; they leave only with consent.")
follow_up = group("follow_ups", "Your own reminders: on what day to ask what, about whom.")
file = group("files", "Photographs, verdicts and letters, kept in the registry's folder.", but=("add",))


@name.command("add")
@takes("names")
def add_name(
    who: door.Who,
    text: Annotated[str, typer.Argument(metavar="NAME", help="The name, in either script, in quotes.")],
    because: door.Because = None,
    expect: door.Expect = None,
    *,
    as_json: door.Json = False,
    **facts: Any,
) -> None:
    """Record another name of a person; its script is seen from its letters."""
    typed = gather("names", facts) | {"text": text}
    record("names", who, typed, because=because, expect=expect, as_json=as_json)


@number.command("add")
def add_number(
    who: door.Who,
    text: Annotated[str, typer.Argument(metavar="LIST:NUMBER", help="Such as hrana:5081.")],
    because: door.Because = None,
    expect: door.Expect = None,
    *,
    as_json: door.Json = False,
) -> None:
    """Record the number that a person has in somebody else's list."""
    from prisoners.actions.prisoners import read_number

    record("external_ids", who, dict(read_number(text)), because=because, expect=expect, as_json=as_json)


@activity.command("add")
@takes("activities")
def add_activity(
    who: door.Who,
    text: Annotated[
        str, typer.Argument(metavar="ACTIVITY", help="Such as journalist, teacher, womens_rights.")
    ],
    because: door.Because = None,
    expect: door.Expect = None,
    *,
    as_json: door.Json = False,
    **facts: Any,
) -> None:
    """Record why a person is really targeted."""
    typed = gather("activities", facts) | {"activity": text}
    record("activities", who, typed, because=because, expect=expect, as_json=as_json)


@file.command("add")
@takes("files")
def add_file(
    who: door.Who,
    original: Annotated[Path, typer.Argument(metavar="FILE", help="The file to keep a copy of.")],
    because: door.Because = None,
    expect: door.Expect = None,
    form: Form = None,
    *,
    as_json: door.Json = False,
    **facts: Any,
) -> None:
    """Keep a copy of a file in the registry's folder, under its SHA-256, and record what it is."""
    from prisoners.actions.files import keep

    person = door.who(who)
    typed = gather("files", facts, form=form)
    with door.unit(because) as unit:
        row = keep(unit, settings.home() / "files", person.id, original, typed)
        expected(unit, row, expect)
        told = tell(unit, row, "kept")
    say(told, as_json=as_json)
