"""`prisoners search`: is this person in the registry; candidates best first, each with a score and the reason."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from prisoners.commands import door
from prisoners.commands.tables import json_line
from prisoners.errors import NothingToSearch

if TYPE_CHECKING:
    from prisoners.queries.search import Candidate


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
    from prisoners.queries.search import search as found

    if not name and from_file is None:
        raise NothingToSearch
    names = [" ".join(name)] if name else _lines(from_file or Path("-"))
    date = _read(born)
    with door.reading() as reader:
        for number, text in enumerate(names, start=1):
            candidates = found(reader, text, father=father, born=date, city=city, prison=prison, limit=limit)
            _answer(text, candidates, line=number if from_file else None, as_json=as_json)


def _answer(name: str, candidates: list[Candidate], *, line: int | None, as_json: bool) -> None:
    """Print who may be meant; for programs one line for every line of a file."""
    from prisoners.commands.answers import candidate_in_json, show_candidates

    if as_json and line is not None:
        given = [candidate_in_json(one) for one in candidates]
        typer.echo(json_line({"line": line, "name": name, "candidates": given}))
    else:
        show_candidates(name, candidates, as_json=as_json)


def _lines(file: Path) -> list[str]:
    """The names of a file, in its order; an empty line is a name that nobody has."""
    if str(file) == "-":
        return [line.strip() for line in typer.get_text_stream("stdin")]
    return [line.strip() for line in file.read_text(encoding="utf-8-sig").splitlines()]


def _read(born: str | None) -> Any:
    from prisoners.dates.read import read_date

    return read_date(born, today=door.today()) if born else None
