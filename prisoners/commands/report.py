"""`prisoners report`, `prisoners reports`: what an advocate asks for, on the screen or as a file, through the gate."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prisoners.commands import door, settings
from prisoners.commands.cards import show_cards
from prisoners.commands.leaving import (
    For,
    Language,
    Sending,
    To,
    Why,
    Yes,
    check_anybody,
    say_held,
    sending,
    show_manifest,
    with_restrictions,
)
from prisoners.commands.leaving import make as make_file
from prisoners.commands.looking import KnownOn, On
from prisoners.commands.menu import complain
from prisoners.commands.safe import isolated, safe_text
from prisoners.commands.say import on_screen
from prisoners.commands.tables import broken_lines, fits, screen_width, show_json, show_table
from prisoners.errors import NobodyLeftToTell
from prisoners.reports.population import Population
from prisoners.reports.speech import Lang
from prisoners.vocabulary.consent import Audience

if TYPE_CHECKING:
    from prisoners.reports.kept import Asked
    from prisoners.reports.material import Options
    from prisoners.reports.run import Made
    from prisoners.reports.table import Table

NAMED_BY = frozenset({"reference", "name", "name_persian"})
"""Columns that say who stands in a row."""
ONE_PERSON_A_LINE = frozenset({".jsonl"})
"""Formats of which every line is a person; a report has other tables."""


def reports(as_json: door.Json = False) -> None:
    """List the reports, with one line about each."""
    from prisoners.reports.catalogue import REPORTS

    if as_json:
        show_json([{"name": entry.name, "says": entry.says, "needs": entry.needs} for entry in REPORTS])
        return
    show_table(
        ["report", "what it says", "needs"], [[entry.name, entry.says, entry.needs] for entry in REPORTS]
    )


ForWhomOrAsBefore = Annotated[
    Audience | None,
    typer.Option(
        "--audience",
        "-a",
        help="For whom: what each may see differs.  [default: advocates; of changes-since as the file was]",
        show_default=False,
    ),
]
Name = Annotated[str, typer.Argument(help="Which report; `prisoners reports` lists them.")]
Rest = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[DAY|EXPORT] [FILTER]",
        help="What the report needs, if anything; then whom: a filter as in `list`, or references.",
    ),
]
Target = Annotated[
    Path | None, typer.Option("--to-file", "-o", help="A file to make: .xlsx, .csv, .html, .md, .json.")
]
Counted = Annotated[
    Population | None,
    typer.Option(help="Whom to count: in custody, under any control too, held in the period, or all."),
]
Since = Annotated[str | None, typer.Option("--from", help="First day of the period.")]
Until = Annotated[str | None, typer.Option("--until", help="Last day of the period.")]
By = Annotated[list[str] | None, typer.Option(help="For `figures`: by what to count; once or twice.")]
OfWhat = Annotated[str, typer.Option(help="For `figures`: persons, arrests, cases, judgments or charges.")]
Below = Annotated[
    int,
    typer.Option(
        "--suppress-below", "--suppress", min=0, help="Keep back counts below this, and what tells them."
    ),
]
One = Annotated[str | None, typer.Option(help="The table that a csv file holds; the first one if not said.")]


def report(
    name: Name,
    words: Rest = None,
    *,
    audience: ForWhomOrAsBefore = None,
    target: Target = None,
    lang: Language = Lang.EN,
    population: Counted = None,
    since: Since = None,
    until: Until = None,
    by: By = None,
    unit: OfWhat = "persons",
    suppress: Below = 0,
    table: One = None,
    known: KnownOn = None,
    on: On = None,
    to: To = None,
    intervention: For = None,
    because: door.Because = None,
    yes: Yes = False,
    why: Why = False,
    as_json: door.Json = False,
) -> None:
    """Show a report, or make a file of it, with nothing in it that the audience may not see."""
    from prisoners.reports.catalogue import report_named
    from prisoners.reports.kept import Asked

    said = _sending(target, to, because, intervention)
    period = _day(since), _day(until)
    options = _options(
        words or [], report_named(name, words or []).needs, population, period, by or [], unit, suppress
    )
    asked = Asked(door.today(), options=options, known=known, table=table)
    made, kept = _made(name, audience, lang, asked, on)
    said = replace(said, selection=options.selection, options=kept)
    _hand_over(made, target, said, yes=yes, as_json=as_json)
    _tell_us(made, why=why)


def _made(name: str, audience: Audience | None, lang: Lang, asked: Asked, on: str | None) -> tuple[Made, str]:
    """The report, the table that was asked for first, and what is kept of how it was asked for."""
    from prisoners.queries.as_of import day_of_situation
    from prisoners.reports.kept import last_update
    from prisoners.reports.run import make

    with door.reading() as reader:
        check_anybody(reader)
        day = day_of_situation(reader, on, asked.today) if on else None
        asked = replace(asked, after=last_update(reader), on=day)
        made = make(
            reader, name, audience=audience, today=asked.today, options=asked.options, lang=lang,
            known=asked.known, on=asked.on,
        )  # fmt: skip
    return made.first(asked.table) if asked.table else made, asked.written()


def _sending(target: Path | None, to: str | None, because: str | None, intervention: str | None) -> Sending:
    """What was said of the file; raises BadParameter where there is none of which it could be kept."""
    from prisoners.sheets.write import check_format

    if target:
        check_format(target, ONE_PERSON_A_LINE)
        return sending(target, to, because, intervention)
    if to or intervention:
        raise typer.BadParameter("--to and --for are kept of a file: name one with -o")
    return Sending(to, because)


def _tell_us(made: Made, *, why: bool) -> None:
    """What only the researcher is told."""
    say_held(made.prepared.held, why=why)
    for remark in made.remarks:
        complain(remark)


def _hand_over(made: Made, target: Path | None, said: Sending, *, yes: bool, as_json: bool) -> None:
    """Make a file of it and keep in the registry that it was made, or show it."""
    if target is None:
        if as_json:
            show_json(made.as_json())
        else:
            _show(made)
        return
    if not made.prepared.references:
        raise NobodyLeftToTell(made.prepared.manifest.title)
    if target.suffix.lower() == ".csv" and len(made.tables) > 1:
        others = ", ".join(table.key for table in made.tables)
        complain(f"A csv file holds one table; --table chooses among {others}.")
    prepared = with_restrictions(made.prepared, target)
    show_manifest(prepared, as_json=as_json)
    make_file(prepared, target, said, yes=yes)


def _options(
    words: list[str],
    needs: str,
    population: Population | None,
    period: tuple[dt.date | None, dt.date | None],
    by: list[str],
    unit: str,
    suppress: int,
) -> Options:
    """What was typed, read; raises NoSuchFigure, TooManyDimensions, PeriodBackwards."""
    from prisoners.dates.partial import Calendar
    from prisoners.errors import PeriodBackwards
    from prisoners.reports.dimensions import asked_by, unit_asked
    from prisoners.reports.material import Options

    first, last = period
    if first and last and last < first:
        raise PeriodBackwards(str(first), str(last))
    argument, selection = (words[:1], words[1:]) if needs else ([], words)
    return Options(
        argument="".join(argument),
        selection=" ".join(selection),
        population=population,
        since=period[0],
        until=period[1],
        by=asked_by(by),
        unit=unit_asked(unit),
        suppress=suppress,
        calendar=Calendar(settings.load().calendar),
    )


def _day(text: str | None) -> dt.date | None:
    """A day as typed in any calendar; raises NotADay."""
    from prisoners.queries.as_of import one_day

    return one_day(text, door.today()) if text else None


def _show(made: Made) -> None:
    """Every table with what must be known to read it, then what was withheld."""
    manifest = made.prepared.manifest
    audience = made.speech.code("audience", manifest.audience)
    typer.echo(typer.style(safe_text(f"{manifest.title} ({audience})", one_line=True), bold=True))
    for table in made.tables:
        typer.echo(f"\n{typer.style(_said(table.title), bold=True)}")
        _show_rows(made, table)
        for line in table.about(made.speech):
            _tell(line)
    typer.echo()
    for what, words in manifest.in_short():
        _tell(f"{what}: {words}")


def _show_rows(made: Made, table: Table) -> None:
    """The rows as a table; as cards where a line of the screen is too short for them."""
    headings = [_said(column.heading) for column in table.columns]
    rows = [[_said(made.speech.text(cell)) for cell in row] for row in table.rows]
    if not rows:
        typer.echo(made.speech.said("nothing"))
    elif fits(headings, rows):
        show_table(headings, rows, numbers=table.numbers())
    else:
        named = [column.key in NAMED_BY for column in table.columns]
        order = sorted(range(len(named)), key=lambda place: not named[place])
        cards = [
            [row[place] if cells[place] != 0 else "" for place in order]
            for row, cells in zip(rows, table.rows, strict=True)
        ]
        show_cards([headings[place] for place in order], cards, titles=sum(named) or 1)


def _tell(text: str) -> None:
    """A sentence as the terminal may show it, broken between words where a person reads it."""
    line = _said(text)
    typer.echo("\n".join(broken_lines(line, screen_width())) if on_screen() else line)


def _said(text: str) -> str:
    """A text as the terminal may show it, on one line."""
    return isolated(safe_text(text, one_line=True))
