"""The closed lists at the terminal: every word that a field takes, with what it is called in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from prisoners.commands import door
from prisoners.commands.safe import isolated
from prisoners.commands.tables import padded, show_json, show_table


def _names(incomplete: str) -> list[str]:
    """The lists that begin like this, for the shell."""
    from prisoners.vocabulary.lists import ENUM_NAMES

    return sorted(name for name in ENUM_NAMES if name.startswith(incomplete))


LANGUAGES = ("code", "en", "fa")
CELLS = 32
"""For a code and the gap after it."""

Name = Annotated[
    str | None, typer.Argument(metavar="[LIST]", help="Such as custody_status.", autocompletion=_names)
]


def words(name: Name = None, *, as_json: door.Json = False) -> None:
    """Show every word of a closed list, or the lists there are."""
    if name is None:
        lists = _names("")
        if as_json:
            show_json(lists)
        else:
            typer.echo("\n".join(lists))
        return
    code_list = name.strip().casefold().replace("-", "_").replace(" ", "_")
    if as_json:
        show_json([dict(zip(LANGUAGES, row, strict=True)) for row in _codes(code_list)])
    else:
        show_table(
            LANGUAGES, [[code, english, isolated(persian)] for code, english, persian in _codes(code_list)]
        )


def code_lines(code_list: str) -> Iterator[str]:
    """A line for every code that may still be chosen, where a table has no place; raises UnknownList."""
    for code, english, persian in _codes(code_list):
        yield f"  {padded(code, CELLS)}{english} · {isolated(persian)}"


def _codes(code_list: str) -> list[tuple[str, str, str]]:
    from prisoners.vocabulary import label, offered

    return [(code, label(code_list, code), label(code_list, code, "fa")) for code in offered(code_list)]
