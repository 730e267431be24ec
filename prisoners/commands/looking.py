"""When a question is about: now, as known on another day, or the situation of another day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from prisoners.commands import door

if TYPE_CHECKING:
    import datetime as dt

    from prisoners.queries.find import Person
    from prisoners.store.reader import Reader

KnownOn = Annotated[
    str | None,
    typer.Option(
        "--as-known-on", help="As the registry knew it at the end of this day (UTC), or after U-0123."
    ),
]
On = Annotated[str | None, typer.Option("--on", help="The situation as it was on this day.")]


@contextmanager
def looking(known: str | None, on: str | None, who: str) -> Iterator[tuple[Reader, Person]]:
    """One person, and a reader on what was known of them then."""
    with door.reading() as reader:
        person = door.who(who, reader)
        with looking_at(reader, known, on, person.id) as then:
            yield then, person


@contextmanager
def looking_at(
    reader: Reader, known: str | None, on: str | None, prisoner: int | None = None
) -> Iterator[Reader]:
    """A reader on what was known then of the situation on a day; the reader itself for neither."""
    if known is None and on is None:
        yield reader
        return
    from prisoners.queries.as_of import day_of_situation, known_at, looking_back

    today = door.today()
    moment = known_at(reader, known, today) if known else None
    day = day_of_situation(reader, on, today) if on else None
    with looking_back(reader, known=moment, on=day, prisoner=prisoner) as then:
        yield then


def day_looked_at(reader: Reader, known: str | None, on: str | None) -> dt.date:
    """The day to which ages and times in custody are counted: the one that is asked about, else today."""
    import datetime as dt

    from prisoners.queries.as_of import known_at, one_day

    today = door.today()
    if on:
        return one_day(on, today)
    return min(today, dt.date.fromisoformat(known_at(reader, known, today).at[:10])) if known else today
