"""What the level of a record keeps off the command line: who a confidential source is, and what it said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from prisoners.commands import door
from prisoners.errors import NotOnTheCommandLine
from prisoners.store.references import is_reference, read_reference


class Guard(NamedTuple):
    """What is kept off the command line of one kind of record, and when."""

    level: str
    """The field that says who may know of it; none where the source that bears it says so."""

    levels: frozenset[str]
    """The levels at which the fields are kept off."""

    fields: tuple[str, ...]


GUARDED = {
    "sources": Guard(
        "confidentiality",
        frozenset({"internal", "sealed"}),
        ("outlet", "title", "author", "url", "archived_url"),
    ),
    "citations": Guard("", frozenset({"sealed"}), ("quoted",)),
    "files": Guard("level", frozenset({"sealed"}), ("caption",)),
}


def guarded(table: str, typed: Mapping[str, Any], standing: str | None = None) -> tuple[str, ...]:
    """The fields that may not stand on a command line at the level that is typed, or that stands in the registry."""
    guard = GUARDED.get(table)
    level = (typed.get(guard.level) or standing) if guard else None
    if guard is None or level is None:
        return ()
    from prisoners.vocabulary import Confidentiality, read_code

    return guard.fields if str(read_code(Confidentiality, str(level))) in guard.levels else ()


def refuse_options(
    table: str, options: Mapping[str, Any], typed: Mapping[str, Any], standing: str | None = None
) -> None:
    """Raise NotOnTheCommandLine where an option holds what the shell's history must not keep."""
    if told := [name for name in guarded(table, typed, standing) if options.get(name)]:
        raise NotOnTheCommandLine(told)


def level_standing(table: str, reference: str) -> str | None:
    """The level of a record as it stands in the registry; None for a kind of record without one, and for an address."""
    guard = GUARDED.get(table)
    if guard is None or not is_reference(reference, table):
        return None
    asked = f"SELECT {guard.level} FROM {table} WHERE id = :number"
    with door.reading() as reader:
        level = reader.value(asked, number=read_reference(reference)[1])
    return None if level is None else str(level)
