"""`prisoners stats`: how many, by status, prison and year; every figure says what it counts."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from prisoners.commands import door
from prisoners.commands.list_ import filtered
from prisoners.commands.looking import KnownOn, On, looking_at
from prisoners.commands.say import bold
from prisoners.commands.tables import show_csv, show_json, show_table

if TYPE_CHECKING:
    from prisoners.commands.words import Words
    from prisoners.queries.stats import Stats

SUMS = {
    "in_custody": "in custody",
    "under_control": "under control",
    "free": "free",
    "dead": "dead",
    "unknown": "unknown",
}


def stats(
    filter_: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILTER]", help="Only these people; `list --fields` explains it."),
    ] = None,
    *,
    known: KnownOn = None,
    on: On = None,
    as_json: door.Json = False,
    as_csv: Annotated[
        bool, typer.Option("--csv", help="For other programs: comma-separated values.")
    ] = False,
) -> None:
    """Count people by status, prison and year of arrest."""
    from prisoners.commands.words import Words
    from prisoners.dates.partial import Calendar
    from prisoners.queries.stats import stats as counted

    words = Words(door.today())
    calendar = Calendar(words.settings.calendar)
    with door.reading() as now, looking_at(now, known, on) as reader:
        found = counted(reader, today=door.today(), tree=filtered(filter_, {}), calendar=calendar)
    about = {
        "unit": "persons",
        "population": "everybody in the registry" if not filter_ else " ".join(filter_),
        "as_of": on or str(door.today()),
        "as_known_on": known or str(door.today()),
        "calendar": calendar.value,
    }
    if as_json:
        show_json({"about": about} | asdict(found))
    elif as_csv:
        show_csv(["count", "value", "people"], [list(row) for row in _in_columns(found)])
    else:
        _print(words, found, about)


def _in_columns(found: Stats) -> list[tuple[str, str, str]]:
    counts: list[tuple[str, str | None, int]] = [("sum", name, people) for name, people in found.sums.items()]
    counts += [("status", *one) for one in found.by_status]
    counts += [("prison", *one) for one in found.by_prison]
    counts += [("year of arrest", *one) for one in found.by_year]
    return [(what, value or "", str(people)) for what, value, people in counts]


def _print(words: Words, found: Stats, about: dict[str, str]) -> None:
    typer.echo(bold(f"{found.found} persons: {about['population']}, without merged and withdrawn records."))
    typer.echo(f"Situation of {about['as_of']}, as known on {about['as_known_on']}.")
    if found.uncertain:
        typer.echo(f"Of {found.uncertain} the status could be another, since dates overlap.")
    if found.estimates:
        typer.echo(
            f"Estimates of groups stand apart, not added: {found.estimates} (`prisoners estimate list`)."
        )
    tables = (
        ("custody", [(SUMS[name], people) for name, people in found.sums.items()]),
        (
            "status",
            [
                (words.code("custody_status", code) or "not recorded", people)
                for code, people in found.by_status
            ],
        ),
        (
            "in custody, by prison",
            [(words.text(place or "not recorded"), people) for place, people in found.by_prison],
        ),
        (
            f"year of arrest ({about['calendar']})",
            [(year or "not certain", people) for year, people in found.by_year],
        ),
    )
    for what, counts in tables:
        typer.echo()
        show_table([what, "persons"], [[said, str(people)] for said, people in counts], numbers=[1])
    typer.echo("\nSomebody arrested in two years is counted in each.")
