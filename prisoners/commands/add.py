"""Recording a new person: asked for at a terminal, or taken from options or a form; likely doubles are shown first."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from prisoners.commands import door, drafts
from prisoners.commands.asking import ask_for, gather
from prisoners.commands.safe import safe_text
from prisoners.commands.takes import Form, takes
from prisoners.commands.written import say, tell
from prisoners.errors import LooksLike, NameNeeded

ASKED = ("father", "gender", "born", "residence", "occupation")
"""What is asked for at a terminal when nothing but names was typed."""

Names = Annotated[
    list[str] | None, typer.Argument(metavar="NAME…", help="Every name, in either script, in quotes.")
]
Numbers = Annotated[
    list[str] | None, typer.Option("--number", help="Number in a foreign list: hrana:5081; may be repeated.")
]
Activities = Annotated[
    list[str] | None, typer.Option("--activity", help="Why the person is really targeted; may be repeated.")
]
NewPerson = Annotated[
    bool, typer.Option("--new-person", help="Record the person even if somebody of the name is recorded.")
]


@takes("prisoners")
def add(
    names: Names = None,
    because: door.Because = None,
    form: Form = None,
    numbers: Numbers = None,
    activities: Activities = None,
    *,
    new_person: NewPerson = False,
    as_json: door.Json = False,
    **facts: Any,
) -> None:
    """Record a new person.

    A form (--form) may hold everything: names, numbers, activities, cases with charges and sentences, events.
    """
    typed = {} if names or form else drafts.offered("add")
    lists = {"names": names, "numbers": numbers, "activities": activities}
    with drafts.kept("add", typed):
        typed |= gather("prisoners", facts, form=form) | {
            name: value for name, value in lists.items() if value
        }
        _ask(typed, form)
        _look_for_doubles(typed["names"], new_person=new_person)
        because = door.reason(because)
        _write(typed, because, as_json=as_json)


def _ask(typed: dict[str, Any], form: str | None) -> None:
    """At a terminal, ask for a name in each script and, where nothing else was typed, for what is mostly known."""
    if door.at_terminal() and not form:
        for script in () if typed.get("names") else ("Latin", "Persian"):
            if name := door.ask(f"Name in {script} script", default="").strip():
                typed["names"] = [*typed.get("names", []), name]
        if not typed.keys() & set(ASKED):
            ask_for("prisoners", ASKED, typed)
    if not typed.get("names"):
        raise NameNeeded


def _look_for_doubles(names: list[Any], *, new_person: bool) -> None:
    """Show who may be the same person; raises LooksLike where nobody says that it is another."""
    from prisoners.names.key import is_unknown
    from prisoners.queries.find import describe, people_named

    if new_person:
        return
    texts = [name if isinstance(name, str) else str(name.get("text", "")) for name in names]
    with door.reading() as reader:
        found = {one.id: one for text in texts if not is_unknown(text) for one in people_named(reader, text)}
    told = [describe(one) for one in found.values()]
    for line in told if door.at_terminal() else ():
        typer.echo(f"  {safe_text(line, one_line=True)}", err=True)
    if told and not door.agree(
        "Somebody of this name is recorded already. Record a new person all the same?"
    ):
        raise LooksLike(told)


def _write(typed: dict[str, Any], because: str, *, as_json: bool) -> None:
    from prisoners.actions.whole import enter_whole

    with door.unit(because) as unit:
        told = tell(unit, enter_whole(unit, typed), "recorded")
    say(told, as_json=as_json)
