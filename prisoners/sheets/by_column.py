"""The columns of a sheet, put into words one by one when they are asked for: what stands in many rows is said once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any, NamedTuple

from prisoners.sheets.speech import Speech

Row = Mapping[str, Any]
Said = Mapping[str, Iterator[str]]
"""Key of a column → its cells, row after row; nothing is said of a column that nobody asks for."""


class Columns(NamedTuple):
    """All that the rows of a sheet can say."""

    rows: Sequence[Row]
    """What is recorded, as far as it may leave; a column that is not among the words stands as it is here."""
    words: Said

    def cells(self, keys: Iterable[str]) -> list[tuple[str, ...]]:
        """The cells of these columns, row by row; each column is told once."""
        told = [self.words[key] if key in self.words else as_it_is(self.rows, key) for key in keys]
        return list(zip(*told, strict=True))


def of_each(rows: Iterable[Row], field: str) -> Iterator[Any]:
    """What is recorded in a field of each row; None where it did not leave."""
    return (row.get(field) for row in rows)


def as_it_is(rows: Iterable[Row], field: str) -> Iterator[str]:
    """A field that needs no words of ours."""
    return (str(row.get(field) or "") for row in rows)


def once(say: Callable[[Any], str], values: Iterable[Any]) -> Iterator[str]:
    """What is said of each of these values: a value that comes again is not put into words again."""
    return map(cache(lambda value: str(say(value))), values)


def coded(speech: Speech, code_list: str, rows: Iterable[Row], field: str) -> Iterator[str]:
    """A field that holds codes of a closed list."""
    return once(partial(speech.code, code_list), of_each(rows, field))


def dated(speech: Speech, rows: Iterable[Row], field: str) -> Iterator[str]:
    """A field that holds dates."""
    return once(speech.date, of_each(rows, field))
