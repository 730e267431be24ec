"""A rehearsal: what a working copy would do is done to a picture of the registry in memory, and forgotten."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from sqlalchemy.exc import DBAPIError

from prisoners.actions.because import open_act
from prisoners.errors import DatabaseRefuses, FormNotRight, PrisonersError
from prisoners.store.engine import writing
from prisoners.store.opening import connect, connect_new
from prisoners.store.unit import Unit
from prisoners.vocabulary import UpdateKind

Typed = dict[str, str]


class _Enough(Exception):
    """The rehearsal is over; nothing of it stays."""


@contextmanager
def picture(registry: Path) -> Iterator[sqlite3.Connection]:
    """The registry in memory, as it is at this moment."""
    with closing(connect_new(None)) as memory:
        with closing(connect(registry, reading=True)) as source:
            source.backup(memory)
        yield memory


@contextmanager
def rehearsing(memory: sqlite3.Connection) -> Iterator[Unit]:
    """An update on the picture that is never closed."""
    memory.row_factory = None
    with (
        suppress(_Enough),
        writing(memory) as session,
        open_act(session, by="rehearsal", because="rehearsal", kind=UpdateKind.IMPORT) as unit,
    ):
        yield unit
        raise _Enough


class Tried(NamedTuple):
    """What came of trying to write some fields."""

    typed: Typed
    """The fields that can be written together."""
    faults: Mapping[str, str]
    """Field → why it cannot be."""
    refused: str = ""
    """Why nothing can be written, where no single field is to blame."""


def attempt(unit: Unit, do: Callable[[], bool | None]) -> PrisonersError | None:
    """Do something and see whether the registry takes it; it stays in the picture where `do` says so."""
    nested = unit.session.begin_nested()
    try:
        keep = do()
    except PrisonersError as error:
        nested.rollback()
        return error
    except DBAPIError:
        nested.rollback()
        return DatabaseRefuses("the database does not take it", "")
    if keep:
        nested.commit()
    else:
        nested.rollback()
    return None


def tried(unit: Unit, do: Callable[[Typed], bool | None], typed: Typed) -> Tried:
    """Which of these fields can be written together, and what is wrong with the others; they stay if `do` says so."""
    left, faults = dict(typed), dict[str, str]()
    while left and (error := attempt(unit, partial(do, left))):
        blamed = _blamed(unit, do, left, error)
        if not blamed:
            return Tried({}, faults, error.sentence)
        faults |= blamed
        left = {field: text for field, text in left.items() if field not in blamed}
    return Tried(left, faults)


def _only_tried(do: Callable[[Typed], bool | None], typed: Typed) -> None:
    do(typed)


def _blamed(
    unit: Unit, do: Callable[[Typed], bool | None], typed: Typed, error: PrisonersError
) -> dict[str, str]:
    """The fields that are at fault: those which the form names, else the one without which it works."""
    if isinstance(error, FormNotRight):
        named = {field: why for field, why in error.faults if field in typed}
        if named:
            return named
    for field in typed:
        rest = {other: text for other, text in typed.items() if other != field}
        without = attempt(unit, partial(_only_tried, do, rest))
        if without is None or (not rest and without.sentence != error.sentence):
            return {field: error.sentence}
    return {}
