"""What is not yet typed: read from a form, asked for at the terminal, and an ambiguous date shown in both readings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

import typer

from prisoners.commands import door
from prisoners.commands.closed_lists import code_lines
from prisoners.commands.fields import FIELDS, Field
from prisoners.commands.forms import read_form
from prisoners.commands.guarded import guarded, refuse_options
from prisoners.commands.menu import explain
from prisoners.commands.safe import safe_text
from prisoners.errors import DateAmbiguous, NotAFieldToAsk, PrisonersError, StillNeeded

Typed = dict[str, Any]


def gather(
    table: str,
    facts: Typed,
    *,
    form: str | None = None,
    missing: Iterable[str] = (),
    typed: Typed | None = None,
    standing: str | None = None,
) -> Typed:
    """Everything typed about a record: a form, the options, what `--ask` names, and what is needed and missing.

    `missing` are fields that are asked for at a terminal as well, where nothing was typed for them, as are those that
    the level of the record (typed, or `standing`) keeps off the command line. What is typed goes into `typed` as it
    comes, where that is given. Raises StillNeeded where something is needed and nobody is there to be asked.
    """
    facts = dict(facts)
    asked = facts.pop("asked", None) or []
    typed = {} if typed is None else typed
    typed |= read_form(form) if form else {}
    typed |= {field: value for field, value in facts.items() if value is not None}
    fields = FIELDS[table]
    for name in asked:
        if name not in fields:
            raise NotAFieldToAsk(name, [field for field in fields if fields[field].private])
    refuse_options(table, facts, typed, standing)
    if door.at_terminal():
        wanted = {*asked, *missing, *(() if form else guarded(table, typed))}
        ask_for(table, [name for name in fields if _to_ask(name, fields[name], typed, wanted)], typed)
    if lacking := [name for name, field in fields.items() if field.needed and name not in typed]:
        raise StillNeeded(lacking, private=[name for name in lacking if fields[name].private])
    typed |= settled(table, typed)
    return typed


def amended(table: str, facts: Typed, *, form: str | None = None, standing: str | None = None) -> Typed:
    """What is to be corrected of a record: nothing is needed, and nothing is asked that `--ask` does not name."""
    facts = dict(facts)
    asked = facts.pop("asked", None) or []
    typed = read_form(form) if form else {}
    typed |= {field: value for field, value in facts.items() if value is not None}
    refuse_options(table, facts, typed, standing)
    ask_for(table, asked, typed)
    return settled(table, typed)


def _to_ask(name: str, field: Field, typed: Typed, wanted: set[str]) -> bool:
    return name not in typed and (field.needed or name in wanted)


def ask_for(table: str, names: Iterable[str], typed: Typed) -> None:
    """Ask for these fields one by one and put the answers into `typed`, so that what is answered is not lost."""
    for name in names:
        field = FIELDS[table].get(name)
        if field is None:
            private = [known for known, one in FIELDS[table].items() if one.private]
            raise NotAFieldToAsk(name, private)
        if (answer := ask_one(field)) is not None:
            typed[name] = answer


def ask_one(field: Field) -> Any:
    """Ask until the answer can be understood; None where Enter says that nothing is known."""
    while True:
        answer = door.ask(_question(field), default=None if field.needed else "").strip()
        if answer == "?" and field.codes:
            typer.echo("\n".join(code_lines(field.codes)), err=True)
        elif answer:
            try:
                return _understood(field, answer)
            except PrisonersError as error:
                explain(error)
        elif not field.needed:
            return None


def _question(field: Field) -> str:
    says = field.says.partition(", as precise as")[0]
    return f"{says[:1].upper()}{says[1:]}{' (? lists them)' if field.codes else ''}"


def _understood(field: Field, answer: str) -> Any:
    """The answer, if it can be read; what only the registry knows is judged when it is written."""
    if field.day:
        return read_day(answer)
    if field.codes and answer.casefold() != "none":
        from prisoners.vocabulary import enum_named, read_code

        return str(read_code(enum_named(field.codes), answer))
    if field.flag:
        return answer.casefold() in ("y", "yes", "بله")
    return answer


def settled(table: str, typed: Typed) -> Typed:
    """The same, with every ambiguous date settled by the person at the terminal; raises DateAmbiguous without one."""
    fields = FIELDS[table]
    days = {name: value for name, value in typed.items() if value and _is_day(fields.get(name))}
    return typed | {
        name: read_day(str(value)) for name, value in days.items() if isinstance(value, str | dt.date)
    }


def _is_day(field: Field | None) -> bool:
    return field is not None and field.day


def read_day(text: str) -> Any:
    """A date as typed; where it can be read in more than one way, the one that is meant is asked for."""
    from prisoners.dates.read import read_date

    try:
        return read_date(text, today=door.today())
    except DateAmbiguous as ambiguous:
        if not door.at_terminal():
            raise
        return _choose(ambiguous)


def _choose(ambiguous: DateAmbiguous) -> Any:
    from prisoners.dates.partial import PartialDate
    from prisoners.dates.write import write_date

    typer.echo(f"“{safe_text(ambiguous.words, one_line=True)}” can be read in more than one way:", err=True)
    readings = [reading for reading in ambiguous.readings if isinstance(reading, PartialDate)]
    for number, reading in enumerate(readings, start=1):
        typer.echo(f"  {number}  {write_date(reading)}", err=True)
    answer = door.ask("Which is meant? (a number)")
    if not answer.isdecimal() or not 0 < int(answer) <= len(readings):
        raise ambiguous
    return readings[int(answer) - 1]
