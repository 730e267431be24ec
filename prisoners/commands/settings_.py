"""Showing and changing who writes and how things are shown."""

from __future__ import annotations

from dataclasses import asdict, fields, replace
from typing import Annotated

import typer

from prisoners.commands import settings as kept
from prisoners.commands.safe import safe_text


def settings(
    by: Annotated[
        str | None, typer.Option(help="Who is writing on this computer; signs every update.")
    ] = None,
    calendar: Annotated[
        str | None, typer.Option(help="Which calendar stands first: jalali or gregorian.")
    ] = None,
    digits: Annotated[str | None, typer.Option(help="Digits of dates: latin or persian.")] = None,
    language: Annotated[str | None, typer.Option(help="Words of lists: en or fa.")] = None,
    verify_death_row: Annotated[
        str | None, typer.Option(help="Days after which somebody under a death sentence is verified again.")
    ] = None,
    verify_detained: Annotated[
        str | None, typer.Option(help="Days after which somebody in detention is verified again.")
    ] = None,
    verify_serving: Annotated[
        str | None, typer.Option(help="Days after which somebody who serves a sentence is verified again.")
    ] = None,
) -> None:
    """Show the settings, or change them."""
    asked = {
        "by": by,
        "calendar": calendar,
        "digits": digits,
        "language": language,
        "verify_death_row": verify_death_row,
        "verify_detained": verify_detained,
        "verify_serving": verify_serving,
    }
    changed = {name: value for name, value in asked.items() if value is not None}
    for name, value in changed.items():
        kept.check(name, value, {field.name for field in fields(kept.Settings)})
    now = replace(kept.load(), **changed)
    if changed:
        kept.home().mkdir(mode=0o700, parents=True, exist_ok=True)
        kept.save(now)
    for name, value in asdict(now).items():
        typer.echo(f"{name:<16} {safe_text(value or '(not set)', one_line=True)}")
