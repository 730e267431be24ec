"""`prisoners check`: what is doubtful in the data, how grave it is, and what to type about it."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from prisoners.commands import door
from prisoners.commands.complete import people
from prisoners.commands.safe import isolated, safe_text
from prisoners.commands.say import bold
from prisoners.commands.tables import show_json
from prisoners.errors import FINDINGS

if TYPE_CHECKING:
    from prisoners.findings import Finding


def check(
    who: Annotated[
        str | None, typer.Argument(help="Only what concerns this prisoner.", autocompletion=people)
    ] = None,
    *,
    only: Annotated[
        list[str] | None, typer.Option("--only", help="Only this check; may be repeated.")
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="Explain every check.")] = False,
    as_json: door.Json = False,
) -> None:
    """Look for what is doubtful; the exit code is 6 where there is anything."""
    from prisoners.checks.examine import examine

    if list_:
        _explain()
        return
    with door.reading() as reader:
        person = door.who(who, reader).reference if who else None
        found = examine(reader, door.today(), only=only or (), person=person)
    if as_json:
        show_json([finding.as_json() for finding in found])
    else:
        _print(found)
    if found:
        raise typer.Exit(FINDINGS)


def _print(found: Sequence[Finding]) -> None:
    from prisoners.commands.menu import complain

    for finding in found:
        about = f"{finding.person} {finding.about}" if finding.person else finding.about
        typer.echo(bold(f"{finding.gravity.name.lower():<7} {finding.name}") + f"  {about}")
        typer.echo(f"        {isolated(safe_text(finding.sentence, one_line=True))}")
        typer.echo(f"        → {safe_text(finding.hint, one_line=True)}")
    complain(f"{len(found)} {'finding' if len(found) == 1 else 'findings'}." if found else "No doubts.")


def _explain() -> None:
    from prisoners.checks.examine import DOUBTS

    for name, doubt in DOUBTS.items():
        typer.echo(bold(name))
        for line in inspect.getdoc(doubt).splitlines():  # type: ignore[union-attr]
            typer.echo(f"  {line}".rstrip())
        typer.echo()
