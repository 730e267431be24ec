"""Recording a new person: asked for at a terminal, or taken from options or a form; likely doubles are shown first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from prisoners.commands import door, drafts
from prisoners.commands.asking import ask_for, gather
from prisoners.commands.safe import safe_text
from prisoners.commands.takes import Form, takes
from prisoners.commands.written import say, tell, warn_of_look_alikes
from prisoners.errors import LooksLike, NameNeeded

if TYPE_CHECKING:
    from prisoners.queries.facts import Facts

ASKED = ("father", "gender", "born", "residence", "occupation")
"""What is asked for at a terminal when nothing but names was typed."""

MOST = 5
"""How many likely doubles are shown."""

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
    draft = drafts.Draft("add") if names or form else drafts.offered("add")
    lists = {"names": names, "numbers": numbers, "activities": activities}
    with drafts.kept(draft) as typed:
        typed |= {name: value for name, value in lists.items() if value}
        gather("prisoners", facts, form=form, typed=typed)
        _ask(typed, form)
        _look_for_doubles(typed, new_person=new_person)
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


def _look_for_doubles(typed: dict[str, Any], *, new_person: bool) -> None:
    """Show who may be the same person and why; raises LooksLike where nobody says that it is another."""
    if new_person:
        return
    told = _likely_doubles(typed)
    for line in told if door.at_terminal() else ():
        typer.echo(f"  {safe_text(line, one_line=True)}", err=True)
    if told and not door.agree("This person may be recorded already. Record a new person all the same?"):
        raise LooksLike(told)


def _likely_doubles(typed: dict[str, Any]) -> list[str]:
    """Those who may be the person that was typed, likeliest first, each with what speaks for it and against."""
    from prisoners.queries.doubles import likely_doubles_of
    from prisoners.queries.find import describe, person_numbered

    with door.reading() as reader:
        found = likely_doubles_of(reader, _facts(typed))[:MOST]
        people = [person_numbered(reader, pair.other_id) for pair in found]
    return [
        "; ".join((describe(person), *pair.speaks_for, *(f"but {fact}" for fact in pair.speaks_against)))
        for person, pair in zip(people, found, strict=True)
    ]


def _facts(typed: dict[str, Any]) -> Facts:
    """What was typed, as far as it tells one person from another."""
    from prisoners.actions.prisoners import read_number
    from prisoners.queries.facts import Facts, span_of
    from prisoners.vocabulary import Gender, read_code

    numbers = [
        read_number(number) if isinstance(number, str) else number for number in typed.get("numbers", [])
    ]
    facts = Facts(
        names=[name if isinstance(name, str) else str(name.get("text", "")) for name in typed["names"]],
        father=typed.get("father"),
        gender=str(read_code(Gender, typed["gender"])) if typed.get("gender") else None,
        born=span_of(typed.get("born")),
        numbers={(str(number["list_name"]), str(number["number"])) for number in numbers},
    )
    facts.was_at(typed.get("residence"))
    return facts


def _write(typed: dict[str, Any], because: str, *, as_json: bool) -> None:
    from prisoners.actions.whole import enter_whole

    with door.unit(because) as unit:
        told = tell(unit, enter_whole(unit, typed), "recorded")
    say(told, as_json=as_json)
    warn_of_look_alikes(name if isinstance(name, str) else name.get("text") for name in typed["names"])
