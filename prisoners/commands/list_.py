"""`prisoners list`: who is meant by a filter, as a table, a count, JSON or CSV."""

from typing import TYPE_CHECKING, Annotated

import typer

from prisoners.commands import door
from prisoners.commands.closed_lists import code_lines
from prisoners.commands.lists import Form, show_counts, show_listing, show_number
from prisoners.commands.looking import KnownOn, On, looking_at
from prisoners.commands.say import bold
from prisoners.commands.tables import padded, width
from prisoners.queries.fields import SECTIONS, Field, Kind

if TYPE_CHECKING:
    from prisoners.queries.language import Tree
    from prisoners.queries.listing import Listing
    from prisoners.store.reader import Reader

SEVERAL = "; several separated by commas"


Filter = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILTER]",
        help="Such as 'status:serving born<1990 -charge:610 missing:source'; --fields explains it.",
    ),
]
Status = Annotated[str | None, typer.Option(help=f"Custody status, or in_custody, free …{SEVERAL}.")]
Prison = Annotated[str | None, typer.Option(help=f"Where they are{SEVERAL}.")]
Province = Annotated[str | None, typer.Option(help="Province of the prison.")]
Charge = Annotated[str | None, typer.Option(help="Article (610) or words of the charge.")]
Activity = Annotated[str | None, typer.Option(help="Why they are really targeted.")]
Gender = Annotated[str | None, typer.Option(help="Gender.")]
Year = Annotated[str | None, typer.Option(help="Arrested in this year, of either calendar.")]
Since = Annotated[str | None, typer.Option(help="In this status since this day or later.")]
Columns = Annotated[str | None, typer.Option(help="Fields to show, separated by commas.")]
Sort = Annotated[str | None, typer.Option(help="Fields to sort by; -since for the other way round.")]
By = Annotated[str | None, typer.Option("--by", help="Count by this field instead of listing.")]
Limit = Annotated[int | None, typer.Option(min=1, help="Show this many at most.")]
Count = Annotated[bool, typer.Option("--count", help="Only how many there are.")]
Everybody = Annotated[bool, typer.Option("--all", help="Merged and withdrawn records too.")]
Fields = Annotated[bool, typer.Option("--fields", help="Explain every field of the filter, or those named.")]
Csv = Annotated[bool, typer.Option("--csv", help="For other programs: comma-separated values.")]


def list_people(
    filter_: Filter = None,
    *,
    status: Status = None,
    prison: Prison = None,
    province: Province = None,
    charge: Charge = None,
    activity: Activity = None,
    gender: Gender = None,
    year: Year = None,
    since: Since = None,
    columns: Columns = None,
    sort: Sort = None,
    by: By = None,
    limit: Limit = None,
    count: Count = False,
    everybody: Everybody = False,
    fields: Fields = False,
    known: KnownOn = None,
    on: On = None,
    as_json: door.Json = False,
    as_csv: Csv = False,
) -> None:
    """List prisoners: all, or those a filter means."""
    if fields:
        explain_fields(filter_ or [])
        return
    chosen = {
        "status": status, "prison": prison, "province": province, "charge": charge, "activity": activity,
        "gender": gender, "arrested": year, "since>=": since,
    }  # fmt: skip
    form, tree = _form(as_json, as_csv), filtered(filter_, chosen)
    with door.reading() as now, looking_at(now, known, on) as reader:
        if count or by:
            _show_counts(reader, tree, None if count else by, form, everybody=everybody)
        else:
            show_listing(_listed(reader, tree, columns, sort, limit, everybody=everybody), form)


def _form(as_json: bool, as_csv: bool) -> Form:
    return Form.JSON if as_json else Form.CSV if as_csv else Form.TABLE


def _show_counts(reader: "Reader", tree: "Tree", by: str | None, form: Form, *, everybody: bool) -> None:
    if by is None:
        show_number(reader, tree, form, everybody=everybody)
    else:
        show_counts(reader, tree, by, form, everybody=everybody)


def filtered(words: list[str] | None, chosen: dict[str, str | None]) -> "Tree":
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
    reader: "Reader",
    tree: "Tree",
    columns: str | None,
    sort: str | None,
    limit: int | None,
    *,
    everybody: bool,
) -> "Listing":
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
        typer.echo(bold(section))
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
    typer.echo(f"{bold(field.name)}  {field.says}{_takes(field)}")
    if field.kind is Kind.CODE:
        typer.echo("\n".join(code_lines(field.codes)))
