"""Making a file for somebody: through the gate, with a manifest that is shown, agreed to and kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prisoners.commands import door, settings
from prisoners.commands.leaving import (
    For,
    ForWhom,
    Language,
    Leaves,
    To,
    Why,
    Yes,
    check_anybody,
    file_written,
    make,
    say_held,
    sending,
    show_manifest,
    with_restrictions,
)
from prisoners.commands.menu import complain
from prisoners.sheets.speech import Lang
from prisoners.vocabulary.consent import Audience

if TYPE_CHECKING:
    from prisoners.sheets.write import Prepared, Summarise
    from prisoners.store.reader import Reader


SameAs = Annotated[
    str | None,
    typer.Option(
        "--same-as", help="Make an export again, byte for byte, such as EX-0001; it says whom and for whom."
    ),
]


SETTLED = ("to", "intervention", "audience", "lang")
"""What a file that is made again has been asked for with already."""


def export(
    context: typer.Context,
    target: Annotated[
        Path, typer.Argument(help="The file to make: .xlsx, .csv, .json, .jsonl, .html or .md.")
    ],
    chosen: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILTER]", help="Whom: a filter as in `list`, or references."),
    ] = None,
    audience: ForWhom = Audience.ADVOCATES,
    lang: Language = Lang.EN,
    to: To = None,
    intervention: For = None,
    because: door.Because = None,
    same_as: SameAs = None,
    yes: Yes = False,
    why: Why = False,
    as_json: door.Json = False,
) -> None:
    """Make a file for somebody: a workbook, csv or json, with nothing in it that they may not see.

    The manifest says what is in it and what was withheld; the registry keeps what was made for whom.
    """
    from prisoners.sheets.write import check_format

    if same_as:
        if chosen or any(_is_typed(context, one) for one in SETTLED):
            raise typer.BadParameter(
                "--same-as takes no filter, --to, --for, --audience or --lang: it is the file that was sent"
            )
        _again(target, same_as, as_json=as_json)
        return
    check_format(target)
    said = sending(target, to, because, intervention)
    selection = " ".join(chosen or [])
    prepared, options = _prepared(selection, audience, lang)
    ready = with_restrictions(prepared, target)
    show_manifest(ready, as_json=as_json)
    say_held(ready.held, why=why)
    make(ready, target, replace(said, selection=selection, options=options), yes=yes)


def _is_typed(context: typer.Context, option: str) -> bool:
    """Whether an option was typed, and is not only what holds where nothing is said."""
    source = context.get_parameter_source(option)
    return source is not None and source.name == "COMMANDLINE"


def _prepared(selection: str, audience: Audience, lang: Lang) -> tuple[Prepared, str]:
    """The people meant, through the gate, with the figures that open the file; and how they were asked for."""
    from prisoners.queries.selected import selected
    from prisoners.reports.kept import Asked, last_update
    from prisoners.sheets.write import prepare

    today = door.today()
    with door.reading() as reader:
        check_anybody(reader)
        prepared = prepare(
            reader,
            selected(reader, selection, today),
            audience=audience,
            today=today,
            selection=selection,
            lang=lang,
            summarise=_summarise(reader, audience, lang),
        )
        return prepared, Asked(today, last_update(reader)).written()


def _summarise(reader: Reader, audience: Audience, lang: Lang) -> Summarise:
    """What counts the people of the file."""
    from prisoners.reports.summary import summary

    return lambda leaving, watch: summary(
        reader, leaving, watch, audience=audience, today=door.today(), lang=lang
    )


def _again(target: Path, reference: str, *, as_json: bool) -> None:
    """Save the very file that was sent; raises NotMadeAgain where it would be another one."""
    from prisoners.reports.again import again, check_ending, other, sent
    from prisoners.reports.paper_again import is_paper, paper_again
    from prisoners.sheets.save import check_place

    with door.reading() as reader:
        export = sent(reader, reference)
        check_ending(export, target)
        check_place(target)
        prepared: Leaves = (
            paper_again(reader, export, door.today(), settings.home())
            if is_paper(export)
            else again(reader, export, door.today())
        )
        with file_written(prepared, target) as fresh:
            if fresh.sha256() != export["sha256"]:
                raise other(reader, export)
    show_manifest(with_restrictions(prepared, target), as_json=as_json)
    complain(f"{target.name}: {reference} again, byte for byte.")
