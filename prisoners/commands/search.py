"""`prisoners search`: is this person in the registry; candidates best first, each with a score and the reason."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from prisoners.commands import door
from prisoners.commands.menu import complain
from prisoners.commands.tables import show_json
from prisoners.errors import NothingToSearch

if TYPE_CHECKING:
    from prisoners.queries.search import Candidate

HEADINGS = ("score", "ref", "latin", "persian", "father", "born", "status", "place", "because")


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
    with door.reading() as reader:
        date = _read(born)
        answers = (
            (text, found(reader, text, father=father, born=date, city=city, prison=prison, limit=limit))
            for text in names
        )
        for number, (text, candidates) in enumerate(answers, start=1):
            if as_json and from_file:
                typer.echo(
                    json.dumps(
                        {"line": number, "name": text, "candidates": _all(candidates)}, ensure_ascii=False
                    )
                )
            elif as_json:
                show_json(_all(candidates))
            else:
                _show(text, candidates)


def _lines(file: Path) -> list[str]:
    """The names of a file, in its order; an empty line is a name that nobody has."""
    if str(file) == "-":
        return [line.strip() for line in typer.get_text_stream("stdin")]
    return [line.strip() for line in file.read_text(encoding="utf-8-sig").splitlines()]


def _read(born: str | None) -> Any:
    from prisoners.dates.read import read_date

    return read_date(born, today=door.today()) if born else None


def _all(candidates: Iterable[Candidate]) -> list[dict[str, Any]]:
    from prisoners.queries.outward import date_outward

    return [
        {
            "reference": one.reference,
            "score": one.score,
            "reason": one.reason,
            "matched": one.matched,
            "name_latin": one.name_latin,
            "name_persian": one.name_persian,
            "father": one.father,
            "born": date_outward(one.born),
            "status": one.status,
            "place": one.place,
        }
        for one in candidates
    ]


def _show(name: str, candidates: list[Candidate]) -> None:
    from prisoners.commands.safe import safe_text
    from prisoners.commands.tables import show_table
    from prisoners.commands.words import Words

    words = Words(door.today())
    if not candidates:
        complain(f"Nobody in this registry has a name like “{safe_text(name, one_line=True)}”.")
        return
    rows = [
        [
            f"{one.score:.2f}",
            one.reference,
            *(words.text(text or "") for text in (one.name_latin, one.name_persian, one.father)),
            words.date(one.born, both=False),
            words.code("custody_status", one.status),
            words.text(one.place or ""),
            words.text(one.reason),
        ]
        for one in candidates
    ]
    show_table(HEADINGS, rows, numbers=[0])
