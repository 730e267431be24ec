"""`prisoners exports`: the files that were made for somebody, what is kept of each, and which must be recalled."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from prisoners.commands import door
from prisoners.commands.asking import read_day
from prisoners.commands.cards import show_fitting
from prisoners.commands.recalling import file_name, names_of, went_to, why
from prisoners.commands.records import number_of
from prisoners.commands.safe import isolated, safe_text
from prisoners.commands.say import bold, complain, say
from prisoners.commands.tables import screen_width, show_json, wrapped
from prisoners.commands.written import say as say_written
from prisoners.commands.written import tell
from prisoners.errors import NoSuchRow, NothingChanged
from prisoners.store.references import write_reference

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prisoners.reports.recall import Out

exports = typer.Typer(rich_markup_mode=None, add_completion=False)

Export = Annotated[str, typer.Argument(metavar="EX-…", help="The file, such as EX-0003.")]
MOST_NAMED = 20
"""People who are named before the rest of a file is only counted."""


@exports.callback(invoke_without_command=True)
def list_(
    context: typer.Context,
    recall: Annotated[
        bool, typer.Option("--recall", help="Which must be recalled: where, whom, why, and who stands in it.")
    ] = False,
    to: Annotated[
        str | None,
        typer.Option("--to", help="Only those sent to whoever is called so; '' shows all of them."),
    ] = None,
    intervention: Annotated[
        str | None, typer.Option("--for", help="Only those made for this intervention, such as I-0003.")
    ] = None,
    as_json: door.Json = False,
) -> None:
    """The files that were made, newest first: when, for whom, and by which filter.

    `prisoners report changes-since EX-0001` says what has changed since one of them.
    """
    if context.invoked_subcommand:
        return
    number = number_of("interventions", intervention) if intervention else None
    if recall:
        _show_recalls(as_json=as_json)
        return
    from prisoners.queries.sent import exports as made

    with door.reading() as reader:
        rows = [dict(row) for row in made(reader, to=to, intervention=number)]
    _show_list(rows, told=to is not None, as_json=as_json)


def _show_list(rows: list[dict[str, Any]], *, told: bool, as_json: bool) -> None:
    """The files in one line each; to whom each was sent is sealed, and told where it is asked for."""
    from prisoners.queries.sent import kind_of

    for row in rows:
        row["what"] = kind_of(row.pop("manifest"))
        whom = row.pop("recipient")
        if told:
            row["recipient"] = whom
    if as_json:
        show_json([{"reference": _reference(row.pop("id")), **row} for row in rows])
    elif rows:
        last = "recipient" if told else "selection"
        keys = ("made_at", "what", "audience", "prisoners", "file_name", last)
        headings = ["reference", "made", "what", "for", "people", "file", "sent to" if told else "filter"]
        cells = [
            [_reference(row["id"]), row["made_at"][:10], *(_said(row[key]) for key in keys[1:])]
            for row in rows
        ]
        show_fitting(headings, cells, titles=1, numbers=[4])
    else:
        complain("There are none.")


def _reference(number: int) -> str:
    return write_reference("exports", number)


def _said(value: object) -> str:
    return "" if value is None else isolated(safe_text(str(value), one_line=True))


@exports.command()
def show(reference: Export, *, as_json: door.Json = False) -> None:
    """Show what is kept of one file: to whom it was sent, how it was asked for, and who stands in it."""
    from prisoners.queries.sent import export

    number = number_of("exports", reference)
    with door.reading() as reader:
        found = export(reader, number)
        if found is None:
            raise NoSuchRow(reference)
        kept = dict(found)
        people = list(_named(kept))
        names = names_of(reader, people)
    if as_json:
        show_json(_as_json(kept))
        return
    say(bold(_reference(number)))
    for what, words in _facts(kept):
        _tell(what, words)
    _tell("people", f"{kept['prisoners']:,}; {len(people):,} have a row of their own")
    for one in people[:MOST_NAMED]:
        say(f"    {names[one]}")
    _say_rest(len(people))
    if kept["withdrawn"]:
        complain(f"{write_reference('exports', number)} was entered in error and no longer counts.")


@exports.command()
def amend(
    reference: Export,
    to: Annotated[str | None, typer.Option("--to", help="To whom it was sent.")] = None,
    intervention: Annotated[
        str | None, typer.Option("--for", help="The intervention it was made for, such as I-0003.")
    ] = None,
    because: door.Because = None,
    *,
    as_json: door.Json = False,
) -> None:
    """Say to whom a file was sent, or for what it was made, where that was not said or was wrong."""
    facts: dict[str, Any] = {}
    if to is not None:
        facts["recipient"] = to
    if intervention is not None:
        facts["intervention_id"] = number_of("interventions", intervention) if intervention else None
    _correct([reference], facts, because, "amended", as_json=as_json)


@exports.command()
def recalled(
    references: Annotated[
        list[str],
        typer.Argument(metavar="EX-… [EX-…]", help="The files, such as EX-0003 EX-0007: all or none."),
    ],
    on: Annotated[
        str | None, typer.Option("--on", help="The day on which they were asked to delete it; else today.")
    ] = None,
    because: door.Because = None,
    *,
    as_json: door.Json = False,
) -> None:
    """Say that those who have a file were asked to delete it: `--recall` does not name it from then on.

    Several files are one update, and one line of --json each.
    """
    day = read_day(on) if on else str(door.today())
    _correct(references, {"recalled_on": day}, because, "recalled", as_json=as_json)


@exports.command()
def withdraw(reference: Export, because: door.Because = None, *, as_json: door.Json = False) -> None:
    """Mark a file as never sent, or entered in error; it is kept and no longer counts."""
    _correct([reference], {"withdrawn": True}, because, "withdrew", as_json=as_json)


def _correct(
    references: list[str], facts: dict[str, Any], because: str | None, verb: str, *, as_json: bool
) -> None:
    """Correct what is kept of some files, all in one update or none."""
    from prisoners.actions.rows import correct
    from prisoners.vocabulary import UpdateKind

    numbers = dict.fromkeys(number_of("exports", reference) for reference in references)
    if not facts:
        raise NothingChanged
    with door.unit(because, kind=UpdateKind.AMENDMENT) as unit:
        told = [tell(unit, correct(unit, "exports", number, facts), verb) for number in numbers]
    for one in told:
        say_written(one, as_json=as_json)


def _show_recalls(*, as_json: bool) -> None:
    """Every file that must be recalled, with the people because of whom, and what to do."""
    from prisoners.reports.recall import to_be_recalled

    with door.reading() as reader:
        files = to_be_recalled(reader, door.today())
        names = names_of(reader, (one.person for out in files for one in out.people))
    if as_json:
        show_json([_recall_as_json(out) for out in files])
        return
    for out in files:
        reference = _reference(out.export)
        head = f"{file_name(out)}, for {out.audience}, {went_to(out)}"
        say(f"{bold(reference)}  {_broken(head, 2 + len(reference))}")
        for one in out.people[:MOST_NAMED]:
            say(f"    {_broken(f'{names[one.person]} {why(one)}', 6)}")
        _say_rest(len(out.people))
    if not files:
        complain("No file must be recalled: everybody may be shown where they stand.")
        return
    reference, *others = [_reference(out.export) for out in files]
    also = f", or several at once: {reference} {others[0]}" if others else ""
    complain(f"→ Ask whoever has it to delete it, then `prisoners exports recalled {reference}`{also}.")
    complain(f"→ `prisoners report changes-since {reference}` says what else is otherwise, to send instead.")


def _say_rest(people: int) -> None:
    """How many were not named."""
    if people > MOST_NAMED:
        say(f"    … and {people - MOST_NAMED:,} more (`--json` lists all)")


def _recall_as_json(out: Out) -> dict[str, Any]:
    people = [
        {
            "reference": write_reference("prisoners", one.person),
            "why": one.why_not or "must be named less",
            "named": str(one.named),
            "may_be_named": str(one.rule),
        }
        for one in out.people
    ]
    return {
        "reference": _reference(out.export),
        "made_at": out.made_at,
        "recipient": out.recipient or None,
        "audience": str(out.audience),
        "file_name": out.file_name,
        "people": people,
    }


def _named(kept: Mapping[str, Any]) -> Mapping[int, str]:
    from prisoners.store.named import read_named

    return read_named(kept["people"] or "{}")


def _as_json(kept: Mapping[str, Any]) -> dict[str, Any]:
    told = {name: value for name, value in kept.items() if name not in ("id", "people", "withdrawn")}
    for name in ("options", "manifest"):
        told[name] = json.loads(kept[name] or "{}")
    for name, table in (("made_from", "updates"), ("intervention_id", "interventions")):
        told[name] = write_reference(table, kept[name]) if kept[name] else None
    if kept["recalled_on"]:
        told["recalled_on"] = kept["recalled_on"].split("|", 2)[2]
    people = [
        {"reference": write_reference("prisoners", one), "named": str(rule)}
        for one, rule in _named(kept).items()
    ]
    return {"reference": _reference(kept["id"]), **told, "people": people}


def _facts(kept: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What is kept of a file, in words, without what stands in its manifest."""
    from prisoners.queries.sent import kind_of

    options = json.loads(kept["options"] or "{}")
    told = {
        "made": kept["made_at"].replace("T", " ").replace("Z", " UTC"),
        "file": kept["file_name"],
        "what": kind_of(kept["manifest"]),
        "for": kept["audience"],
        "sent to": kept["recipient"],
        "intervention": write_reference("interventions", kept["intervention_id"]) if kept["intervention_id"] else "",
        "filter": kept["selection"],
        "asked for": "; ".join(f"{name.replace('_', ' ')}: {_words(value)}" for name, value in options.items()),
        "as known": write_reference("updates", kept["made_from"]) if kept["made_from"] else "",
        "recalled on": kept["recalled_on"].split("|", 2)[2] if kept["recalled_on"] else "",
        "sha256": kept["sha256"],
    }  # fmt: skip
    return [(name, words) for name, words in told.items() if words]


def _words(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _tell(what: str, words: str) -> None:
    say(f"  {what:<13}{_broken(_said(words), 15)}")


def _broken(text: str, indent: int) -> str:
    return wrapped(text, screen_width() - indent, indent)
