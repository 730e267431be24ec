"""How a fact is kept in a cell: one column type each for text, choices, flags, numbers, days and moments."""

from __future__ import annotations

import datetime as dt
from abc import abstractmethod
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer
from sqlalchemy import Integer
from sqlalchemy.types import UserDefinedType
from sqlmodel import Field
from sqlmodel._compat import SQLModelConfig

from prisoners.dates.partial import PartialDate
from prisoners.dates.read import read_date

LONGEST_LINE = 500
LONGEST_NOTE = 100_000
LONGEST_LIST = 10_000_000


class _OverText(UserDefinedType[Any]):
    """A column that is TEXT (or INTEGER) to the database, with the CHECK that its kind of fact needs."""

    storage = "TEXT"

    def __init_subclass__(cls) -> None:
        """Let statements with this kind be kept ready: SQLAlchemy asks each class, never its parent."""
        cls.cache_ok = True

    def get_col_spec(self, **kw: Any) -> str:
        """The column's type and CHECK, as CREATE TABLE says them."""
        column = kw["type_expression"]
        return (
            f"{self.storage} CONSTRAINT {column.table.name}_{column.name} CHECK ({self._rule(column.name)})"
        )

    def bind_processor(self, dialect: Any) -> Any:
        """How a value is written."""
        del dialect
        return lambda value: None if value is None else self._write(value)

    def result_processor(self, dialect: Any, coltype: object) -> Any:
        """How a cell is read."""
        del dialect, coltype
        return lambda cell: None if cell is None else self._read(cell)

    @abstractmethod
    def _rule(self, name: str) -> str:
        """The SQL condition that every stored value of this kind meets."""

    def _write(self, value: Any) -> Any:
        return value

    def _read(self, cell: Any) -> Any:
        return cell


class Line(_OverText):
    """Words, at most `longest` characters, never an empty text (that would be a second kind of nothing)."""

    def __init__(self, longest: int = LONGEST_LINE) -> None:
        self.longest = longest

    def _rule(self, name: str) -> str:
        return f"length({name}) BETWEEN 1 AND {self.longest}"


class Choice(_OverText):
    """One code of a closed list."""

    def __init__(self, choices: type[StrEnum]) -> None:
        self.choices = choices

    def _rule(self, name: str) -> str:
        return f"{name} IN ({', '.join(repr(str(code)) for code in self.choices)})"

    def _write(self, value: Any) -> str:
        return str(self.choices(value))

    def _read(self, cell: Any) -> StrEnum:
        return self.choices(cell)


class Flag(_OverText):
    """Yes or no."""

    storage = "INTEGER"

    def _rule(self, name: str) -> str:
        return f"{name} IN (0, 1)"

    def _write(self, value: Any) -> int:
        return int(value)

    def _read(self, cell: Any) -> bool:
        return bool(cell)


class Count(_OverText):
    """A whole number that is not negative."""

    storage = "INTEGER"

    def _rule(self, name: str) -> str:
        return f"{name} >= 0"


class Day(_OverText):
    """A date as precise as its source: `earliest latest EDTF|calendar|words`, which sorts by its earliest day."""

    def _rule(self, name: str) -> str:
        day = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
        return f"{name} GLOB '{day} {day} *|*|*' AND substr({name}, 1, 10) <= substr({name}, 12, 10)"

    def _write(self, value: Any) -> Any:
        return value.stored

    def _read(self, cell: Any) -> PartialDate:
        return PartialDate.from_stored(cell)


class Moment(_OverText):
    """When something was done to the registry, in UTC to the second: `2026-03-21T08:15:00Z`."""

    def _rule(self, name: str) -> str:
        return f"{name} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z'"


def read_when(value: Any) -> Any:
    """Take a date as a form gives it: a PartialDate, a calendar day, or the words of a source."""
    if isinstance(value, str):
        return read_date(value) if value.strip() else None
    if isinstance(value, dt.date):
        return read_date(value.isoformat())
    return value


When = Annotated[
    PartialDate, BeforeValidator(read_when), PlainSerializer(lambda date: date.words, return_type=str)
]
"""A date in a form: typed as people write it, kept with its words."""


FORM = SQLModelConfig(extra="forbid", arbitrary_types_allowed=True, use_enum_values=False)


def _column(description: str, kind: Any, default: Any = None, **more: Any) -> Any:
    keywords = {"comment": description} | more.pop("column", {})
    return Field(default=default, description=description, sa_type=kind, sa_column_kwargs=keywords, **more)


def short_text(description: str, *, default: Any = None) -> Any:
    """A short text."""
    return _column(description, Line(), default, max_length=LONGEST_LINE)


def long_text(description: str, *, default: Any = None) -> Any:
    """A text as long as it needs to be."""
    return _column(description, Line(LONGEST_NOTE), default, max_length=LONGEST_NOTE)


def numbers(description: str, *, default: Any = None) -> Any:
    """The numbers of any number of rows."""
    return _column(description, Line(LONGEST_LIST), default, max_length=LONGEST_LIST)


def choice(codes: type[StrEnum], description: str, *, default: Any = None) -> Any:
    """One code of a closed list."""
    return _column(description, Choice(codes), default)


def flag(description: str, *, default: bool | None = False) -> Any:
    """Yes or no; `default=None` where "not recorded" is a third answer."""
    return _column(description, Flag(), default)


def count(description: str, *, default: Any = None) -> Any:
    """A whole number that is not negative."""
    return _column(description, Count(), default, ge=0)


def day(description: str, *, default: Any = None) -> Any:
    """A date as precise as its source."""
    return _column(description, Day(), default)


def moment(description: str, *, default: Any = None) -> Any:
    """When something was done to the registry."""
    return _column(description, Moment(), default)


def link(target: str, description: str, *, default: Any = None, index: bool = True) -> Any:
    """The number of a row in another table."""
    return _column(description, Integer, default, foreign_key=f"{target}.id", index=index)
