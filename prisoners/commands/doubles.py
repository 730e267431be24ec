"""`prisoners doubles`: who may stand in the registry twice, and what speaks for and against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from prisoners.commands import door
from prisoners.commands.menu import complain

if TYPE_CHECKING:
    from prisoners.queries.doubles import Pair
    from prisoners.queries.find import Person


def doubles(
    who: Annotated[str | None, typer.Argument(help="Only pairs with this person.")] = None,
    *,
    likely: Annotated[bool, typer.Option("--likely", help="Only those that are likely one person.")] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="Show this many pairs at most.")] = None,
    as_json: door.Json = False,
) -> None:
    """Show pairs of records that may be one person; nobody is ever merged without being asked."""
    from prisoners.commands.tables import show_json
    from prisoners.queries.doubles import Verdict
    from prisoners.queries.doubles import doubles as found
    from prisoners.queries.find import person_numbered

    with door.reading() as reader:
        wanted = door.who(who, reader).id if who else None
        pairs = [
            pair
            for pair in found(reader)
            if (wanted in (None, pair.one_id, pair.other_id))
            and (not likely or pair.verdict is Verdict.LIKELY)
        ][:limit]
        people = {number: person_numbered(reader, number) for number in _numbers(pairs)}
    if as_json:
        show_json([_in_json(pair, people) for pair in pairs])
        return
    for pair in pairs:
        typer.echo("\n".join(_lines(pair, people)))
    if not pairs:
        complain("Nobody seems to stand in the registry twice.")


def _numbers(pairs: Iterable[Pair]) -> list[int]:
    return sorted({number for pair in pairs for number in (pair.one_id, pair.other_id)})


def _in_json(pair: Pair, people: dict[int, Person]) -> dict[str, Any]:
    one, other = people[pair.one_id], people[pair.other_id]
    return {
        "one": one.reference,
        "other": other.reference,
        "names": [one.name, other.name],
        "score": pair.score,
        "verdict": pair.verdict.value,
        "name": pair.name,
        "for": list(pair.speaks_for),
        "against": list(pair.speaks_against),
    }


def _lines(pair: Pair, people: dict[int, Person]) -> Iterator[str]:
    """One pair: who, how likely, what speaks for and against, and what to type."""
    from prisoners.commands.safe import isolated, safe_text
    from prisoners.queries.find import describe

    one, other = people[pair.one_id], people[pair.other_id]
    yield f"{pair.score:.2f}  {pair.verdict.value}"
    for person in (one, other):
        yield f"      {isolated(safe_text(describe(person), one_line=True))}"
    yield f"  for      {safe_text('; '.join((pair.name, *pair.speaks_for)), one_line=True)}"
    if pair.speaks_against:
        yield f"  against  {safe_text('; '.join(pair.speaks_against), one_line=True)}"
    pair_named = f"{one.reference} {other.reference}"
    yield f"  →        prisoners merge {pair_named}   or   prisoners apart {pair_named}"
    yield ""
