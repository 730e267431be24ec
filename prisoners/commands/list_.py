"""`prisoners list`: who is meant by a filter, as a table, a count, JSON or CSV."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from prisoners.commands import door
from prisoners.commands.looking import KnownOn, On, looking_at
from prisoners.commands.safe import isolated
from prisoners.commands.tables import heading, padded, show_csv, show_table, width
from prisoners.queries.fields import SECTIONS, Field, Kind

if TYPE_CHECKING:
    from prisoners.queries.language import Tree
    from prisoners.queries.listing import Counting, Listing
    from prisoners.store.reader import Reader

SEVERAL = "; several separated by commas"


def list_people(
    filter_: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILTER]",
            help="Such as 'status:serving born<1990 -charge:610 missing:source'; --fields explains it.",
        ),
    ] = None,
    *,
    status: Annotated[
        str | None, typer.Option(help=f"Custody status, or in_custody, free …{SEVERAL}.")
    ] = None,
    prison: Annotated[str | None, typer.Option(help=f"Where they are{SEVERAL}.")] = None,
    province: Annotated[str | None, typer.Option(help="Province of the prison.")] = None,
    charge: Annotated[str | None, typer.Option(help="Article (610) or words of the charge.")] = None,
    activity: Annotated[str | None, typer.Option(help="Why they are really targeted.")] = None,
    gender: Annotated[str | None, typer.Option(help="Gender.")] = None,
    year: Annotated[str | None, typer.Option(help="Arrested in this year, of either calendar.")] = None,
    since: Annotated[str | None, typer.Option(help="In this status since this day or later.")] = None,
    columns: Annotated[str | None, typer.Option(help="Fields to show, separated by commas.")] = None,
    sort: Annotated[
        str | None, typer.Option(help="Fields to sort by; -since for the other way round.")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", help="Count by this field instead of listing.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Show this many at most.")] = None,
    count: Annotated[bool, typer.Option("--count", help="Only how many there are.")] = False,
    everybody: Annotated[bool, typer.Option("--all", help="Merged and withdrawn records too.")] = False,
    fields: Annotated[
        bool, typer.Option("--fields", help="Explain every field of the filter, or those named.")
    ] = False,
    known: KnownOn = None,
    on: On = None,
    as_json: door.Json = False,
    as_csv: Annotated[
        bool, typer.Option("--csv", help="For other programs: comma-separated values.")
    ] = False,
) -> None:
    """List prisoners: all, or those a filter means."""
    if fields:
        explain_fields(filter_ or [])
        return
    chosen = {
        "status": status, "prison": prison, "province": province, "charge": charge, "activity": activity,
        "gender": gender, "arrested": year, "since>=": since,
    }  # fmt: skip
    tree = filtered(filter_, chosen)
    with door.reading() as now, looking_at(now, known, on) as reader:
        if count or by:
            _show_counts(
                reader, tree, None if count else by, everybody=everybody, as_json=as_json, as_csv=as_csv
            )
            return
        found = _listed(reader, tree, columns, sort, limit, everybody=everybody)
    show_listing(found, as_json=as_json, as_csv=as_csv)


def filtered(words: list[str] | None, chosen: dict[str, str | None]) -> Tree:
    """The filter typed and the options chosen: all of it must hold."""
    from prisoners.queries.language import Both, Term, read_filter

    typed = read_filter(" ".join(words or []))
    terms = []
    for field, value in chosen.items():
        if value is not None:
            name = field.removesuffix(">=")
            values = tuple(part.strip() for part in value.replace("،", ",").split(",") if part.strip())
            terms.append(Term(name, ">=" if field.endswith(">=") else ":", values))
    return Both((typed, *terms)) if terms else typed


def _listed(
    reader: Reader, tree: Tree, columns: str | None, sort: str | None, limit: int | None, *, everybody: bool
) -> Listing:
    from prisoners.queries.listing import USUAL, listing

    return listing(
        reader,
        tree,
        today=door.today(),
        columns=_names(columns) or USUAL,
        sort=_names(sort),
        limit=limit,
        everybody=everybody,
    )


def _names(typed: str | None) -> list[str]:
    return [name.strip() for name in (typed or "").split(",") if name.strip()]


def show_listing(found: Listing, *, as_json: bool, as_csv: bool) -> None:
    """Print a list as it was asked for."""
    from prisoners.commands.menu import complain
    from prisoners.commands.words import Words, plain_cell

    headings = [field.name for field in found.columns]
    if as_json:
        rows = [dict(zip(headings, map(in_json, found.columns, row), strict=True)) for row in found.rows]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    elif as_csv:
        show_csv(headings, [list(map(plain_cell, found.columns, row)) for row in found.rows])
    else:
        words = Words(door.today())
        if found.rows:
            show_table(headings, [list(map(words.cell, found.columns, row)) for row in found.rows])
        cut = f"{len(found.rows)} of " if len(found.rows) < found.found else ""
        complain(f"{cut}{found.found} {'person' if found.found == 1 else 'people'}.")


def in_json(field: Field, value: Any) -> Any:
    """A value of a list for programs."""
    from prisoners.commands.words import plain_cell
    from prisoners.queries.outward import date_outward

    if isinstance(value, list):
        return [in_json(field, one) for one in value]
    if value is None or field.kind is Kind.NUMBER:
        return value
    if field.kind in {Kind.DAY, Kind.AGE}:
        return date_outward(value)
    return bool(value) if field.kind is Kind.FLAG else plain_cell(field, value)


def _show_counts(
    reader: Reader, tree: Tree, by: str | None, *, everybody: bool, as_json: bool, as_csv: bool
) -> None:
    from prisoners.commands.words import Words
    from prisoners.dates.partial import Calendar
    from prisoners.queries.listing import counted, how_many
    from prisoners.queries.meaning import selection

    words = Words(door.today())
    if by is None:
        number = how_many(reader, selection(reader, tree, door.today(), everybody=everybody))
        typer.echo(json.dumps({"people": number}) if as_json else number)
        return
    calendar = Calendar(words.settings.calendar)
    found = counted(reader, tree, by, today=door.today(), calendar=calendar, everybody=everybody)
    if as_json:
        counts = [
            {"value": _counted_in_json(found, value), "people": people} for value, people in found.counts
        ]
        typer.echo(
            json.dumps(
                {"by": found.by.name, "people": found.found, "counts": counts}, ensure_ascii=False, indent=1
            )
        )
        return
    show_counts(
        found.by.name,
        [(_counted_in_words(words, found, value), people) for value, people in found.counts],
        as_csv=as_csv,
    )


def _counted_in_json(found: Counting, value: Any) -> Any:
    return value if found.by.kind in {Kind.DAY, Kind.MOMENT} else in_json(found.by, value)


def _counted_in_words(words: Any, found: Counting, value: Any) -> str:
    if value is None:
        return "not recorded"
    return str(value) if found.by.kind in {Kind.DAY, Kind.MOMENT} else str(words.cell(found.by, value))


def show_counts(what: str, counts: list[tuple[str, int]], *, as_csv: bool) -> None:
    """Print how many people have each value."""
    rows = [[said, str(people)] for said, people in counts]
    if as_csv:
        show_csv([what, "people"], rows)
    else:
        show_table([what, "people"], rows, numbers=[1])


EXPLAINED = """\
field:value      contains the words, or is the code, whatever it is called in English or Persian
field=value      is exactly this
field:a,b        one or the other
born<1990        certainly before 1990 began; > certainly after it ended; <= and >= with the year itself
born<~1990       possibly: it cannot be excluded; also >~ and born:~1990
arrested:1401    certainly within 1401, of either calendar; arrested:1401..1402 within two years
-charge:610      not; a OR b, ( … ) and "quoted words" are understood
missing:source   nothing is recorded; has:source something is
Neda Zarbaf      words without a field are names, in any spelling and either script
"""


def explain_fields(named: list[str]) -> None:
    """Say how a filter is written and what every field is; of fields that are named, every word they take."""
    from prisoners.queries.meaning import field_named

    if named:
        for name in named:
            _explain(field_named(name))
        return
    typer.echo(EXPLAINED)
    widest = max(width(field.name) for section in SECTIONS.values() for field in section)
    for section, known in SECTIONS.items():
        typer.echo(heading(section))
        for field in known:
            typer.echo(f"  {padded(field.name, widest)}  {field.says}{_takes(field)}")
        typer.echo()
    typer.echo("Every kind of event is a field too, its day: furlough_start>2024, executed:1402.")
    typer.echo("`prisoners list --fields status` shows every word that status takes.")


def _takes(field: Field) -> str:
    few = 6
    if field.kind is Kind.CODE:
        from prisoners.vocabulary import codes

        known = codes(field.codes)
        return f" ({', '.join(known)})" if len(known) <= few else ""
    return f" ({field.kind.value})" if field.kind is not Kind.TEXT else ""


def _explain(field: Field) -> None:
    from prisoners.vocabulary import codes, label

    typer.echo(f"{heading(field.name)}  {field.says}{_takes(field)}")
    if field.kind is Kind.CODE:
        for code in codes(field.codes):
            persian = label(field.codes, code, "fa")
            typer.echo(f"  {padded(code, 30)}{padded(label(field.codes, code), 40)}{isolated(persian)}")
