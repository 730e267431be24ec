"""Postings at the terminal: who sat in which branch or prison, from when to when."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from prisoners.commands import door
from prisoners.commands.asking import gather, read_day
from prisoners.commands.records import group
from prisoners.commands.safe import safe_text
from prisoners.commands.say import complain
from prisoners.commands.tables import show_json, show_table
from prisoners.commands.takes import Form, takes
from prisoners.commands.words import Words
from prisoners.commands.written import say, tell
from prisoners.queries.catalogues import entry_meant
from prisoners.queries.outward import outward
from prisoners.queries.postings import Row, postings
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference

posting = group("postings", "Who sat in which branch or prison, from when to when.", but=("add",))

OF_OFFICIAL = ("posting", "court", "branch", "prison", "office", "since", "until")
OF_PLACE = ("posting", "court", "branch", "prison", "official", "office", "since", "until")


@posting.command("add")
@takes("postings")
def add(
    official: Annotated[
        str, typer.Argument(metavar="OFFICIAL", help="By name in either script, by alias, or O-0003.")
    ],
    because: door.Because = None,
    form: Form = None,
    *,
    as_json: door.Json = False,
    **facts: Any,
) -> None:
    """Record that an official sat in a court or a prison; a branch belongs to its court."""
    from prisoners.actions.named import number_meant
    from prisoners.actions.postings import post

    typed = gather("postings", facts, form=form)
    with door.unit(because) as unit:
        told = tell(unit, post(unit, number_meant(unit, "officials", official), typed), "recorded")
    say(told, as_json=as_json)


@posting.command("list")
def list_(
    official: Annotated[
        str | None, typer.Argument(metavar="[OFFICIAL]", help="Only where this official sat.")
    ] = None,
    *,
    court: Annotated[str | None, typer.Option(help="Only in this court, with all its branches.")] = None,
    branch: Annotated[str, typer.Option(help="Only in this branch.")] = "",
    prison: Annotated[str | None, typer.Option(help="Only in this prison.")] = None,
    on: Annotated[
        str | None, typer.Option(help="Only who sat there on this day, certainly or perhaps.")
    ] = None,
    as_json: door.Json = False,
) -> None:
    """List who sat where, branch by branch and in order of time."""
    day = read_day(on) if on else None
    with door.reading() as reader:
        rows = postings(
            reader,
            official=_number(reader, "officials", official),
            court=_number(reader, "courts", court),
            prison=_number(reader, "prisons", prison),
            branch=branch,
            on=day,
        )
    if as_json:
        show_json([outward("postings", row) for row in rows])
    elif rows:
        _draw(rows, of_official=official is not None, doubt=day is not None)
    else:
        complain("No posting like this is recorded. → `prisoners posting add OFFICIAL --court … --since …`")


def _number(reader: Reader, table: str, text: str | None) -> int | None:
    return int(entry_meant(reader, table, text)["id"]) if text else None


def _draw(rows: list[Row], *, of_official: bool, doubt: bool) -> None:
    """A table without the columns that say nothing, and without the official where only one was asked about."""
    words = Words(door.today())
    headings = list(OF_OFFICIAL if of_official else OF_PLACE)
    cells = [[_cell(words, row, heading, doubt=doubt) for heading in headings] for row in rows]
    filled = [place for place, column in enumerate(zip(*cells, strict=True)) if any(column)]
    show_table([headings[place] for place in filled], [[row[place] for place in filled] for row in cells])


def _cell(words: Words, row: Row, heading: str, *, doubt: bool) -> str:
    if heading == "posting":
        reference = write_reference("postings", row["id"])
        return f"{reference} (perhaps)" if doubt and not row["certainly"] else reference
    if heading in ("since", "until"):
        return words.date(row[heading])
    if heading == "office":
        return words.code("official_role", row["role"])
    if heading == "branch":
        return safe_text(row["branch"] or "", one_line=True)
    return words.name(row, heading, f"{heading}_fa") if row[heading] else ""
