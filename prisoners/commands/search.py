"""`prisoners search`: is this person in the registry; candidates best first, each with a score and the reason."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from prisoners.commands import door
from prisoners.commands.tables import json_line
from prisoners.errors import NothingToSearch


def search(
    name: Annotated[
        list[str] | None, typer.Argument(help="A name, in any spelling and either script.")
    ] = None,
    *,
    father: Annotated[str | None, typer.Option(help="Father's name, if known.")] = None,
    born: Annotated[str | None, typer.Option(help="Date or year of birth, if known.")] = None,
    city: Annotated[str | None, typer.Option(help="A city the person is tied to, if known.")] = None,
    prison: Annotated[str | None, typer.Option(help="A prison, if known.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=100, help="Show this many at most.")] = 10,
    from_file: Annotated[
        Path | None,
        typer.Option("--from", metavar="FILE", help="Every line of a file is a name; - reads stdin."),
    ] = None,
    as_json: door.Json = False,
) -> None:
    """Search for a person by name; say why each candidate may be meant."""
    from prisoners.commands.answers import candidate_in_json, show_candidates
    from prisoners.queries.search import search as found

    if not name and from_file is None:
        raise NothingToSearch
    names = [" ".join(name)] if name else _lines(from_file or Path("-"))
    with door.reading() as reader:
        date = _read(born)
        answers = (
            (text, found(reader, text, father=father, born=date, city=city, prison=prison, limit=limit))
            for text in names
        )
        for number, (text, candidates) in enumerate(answers, start=1):
            if as_json and from_file:
                typer.echo(
                    json_line(
                        {
                            "line": number,
                            "name": text,
                            "candidates": [candidate_in_json(one) for one in candidates],
                        }
                    )
                )
            else:
                show_candidates(text, candidates, as_json=as_json)


def _lines(file: Path) -> list[str]:
    """The names of a file, in its order; an empty line is a name that nobody has."""
    if str(file) == "-":
        return [line.strip() for line in typer.get_text_stream("stdin")]
    return [line.strip() for line in file.read_text(encoding="utf-8-sig").splitlines()]


def _read(born: str | None) -> Any:
    from prisoners.dates.read import read_date

    return read_date(born, today=door.today()) if born else None
