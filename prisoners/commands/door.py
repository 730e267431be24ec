"""Where a command meets the registry: which person is meant, who is writing, and because of what."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from prisoners.commands import settings
from prisoners.commands.complete import people
from prisoners.commands.safe import isolated, safe_text
from prisoners.errors import NobodyWrites, NothingBecause
from prisoners.store.reader import Reader
from prisoners.store.reader import reading as reading_at

if TYPE_CHECKING:
    from prisoners.queries.find import Person
    from prisoners.store.unit import Unit
    from prisoners.vocabulary import UpdateKind

Who = Annotated[
    str,
    typer.Argument(
        help="P-0042, a name in either script, or a foreign number such as list:5081.", autocompletion=people
    ),
]
Because = Annotated[
    str | None,
    typer.Option(
        "--because",
        "-b",
        help="On whose word: a source (S-0012), an address, or a sentence that is not confidential; - asks for it.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="For programs: stable JSON on stdout.")]
Sealed = Annotated[
    bool, typer.Option("--sealed", help="What is sealed, too; the registry keeps that you looked.")
]
Expect = Annotated[
    str | None, typer.Option(help="Refuse if anything about the person changed after this update (U-0123).")
]

_before_asking: list[Callable[[], None]] = []


@contextmanager
def reading() -> Iterator[Reader]:
    """A reader on the registry of this command."""
    with reading_at(settings.registry_file()) as reader:
        yield reader


def at_terminal() -> bool:
    """Whether a person is there to be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


@contextmanager
def before_each_question(do: Callable[[], None]) -> Iterator[None]:
    """Have something done before anything is asked inside the block."""
    _before_asking.append(do)
    try:
        yield
    finally:
        _before_asking.remove(do)


def ask(question: str, *, default: str | None = None) -> str:
    """Ask on stderr; stdout stays for data."""
    for do in _before_asking:
        do()
    answer: str = typer.prompt(question, default=default, err=True, show_default=bool(default))
    return answer


def agree(question: str) -> bool:
    """Ask for a yes or no; without a terminal the answer is no."""
    if not at_terminal():
        return False
    for do in _before_asking:
        do()
    return typer.confirm(question, err=True)


def who(text: str, reader: Reader | None = None) -> Person:
    """The one person meant; asks which of several at a terminal, raises AmbiguousName or NobodyFound otherwise."""
    from prisoners.queries.find import person_meant

    if reader is not None:
        return person_meant(reader, text, choose=_choose if at_terminal() else None)
    with reading() as own:
        return person_meant(own, text, choose=_choose if at_terminal() else None)


def _choose(candidates: list[Person]) -> Person | None:
    """Show the candidates and ask which is meant; None when none of them is."""
    from prisoners.queries.find import describe

    for number, candidate in enumerate(candidates, start=1):
        typer.echo(f"  {number}  {isolated(safe_text(describe(candidate), one_line=True))}", err=True)
    answer = ask("Which of them? (a number, or Enter for none)", default="0")
    return candidates[int(answer) - 1] if answer.isdecimal() and 0 < int(answer) <= len(candidates) else None


def writer() -> str:
    """Who is writing, from the settings; raises NobodyWrites."""
    by = settings.load().by
    if not by:
        raise NobodyWrites
    return by


def unseal(of: str) -> None:
    """Keep that the writer looks at what is sealed of something, before it is shown and while nobody is reading."""
    from prisoners.actions.unsealing import note_look

    note_look(settings.registry_file(), of, by=writer())


def reason(because: str | None) -> str:
    """Because of what: as given, or asked for; raises NothingBecause."""
    if because == "-" or (because is None and at_terminal()):
        because = ask("Because of what? (S-…, an address, or a sentence that is not confidential)")
    if not because or not because.strip():
        raise NothingBecause
    return because


@contextmanager
def unit(because: str | None, *, kind: UpdateKind | None = None, undoes: int | None = None) -> Iterator[Unit]:
    """One update of this command: opened with who and why, wholly written at the end of the block or not at all."""
    from prisoners.actions.because import act
    from prisoners.vocabulary import UpdateKind

    registry = settings.registry_file()
    with act(
        registry, by=writer(), because=reason(because), kind=kind or UpdateKind.ENTRY, undoes=undoes
    ) as opened:
        yield opened


def today() -> dt.date:
    """The day of the command."""
    return dt.datetime.now(dt.UTC).astimezone().date()
