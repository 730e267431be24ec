"""The two halves of a record: the form that validates what was typed, and the row that is stored."""

from __future__ import annotations

import difflib
import re
from typing import Any, ClassVar, Self

from pydantic import ValidationError, model_validator
from sqlalchemy import Integer
from sqlmodel import Field, SQLModel

from prisoners.errors import FormNotRight
from prisoners.records.columns import FORM

FEW = 8
STRICT: dict[str, Any] = {"sqlite_strict": True}


class Form(SQLModel):
    """What a researcher may type about one thing; refuses what the record could not be."""

    model_config = FORM

    @model_validator(mode="before")
    @classmethod
    def _nothing_for_empty(cls, facts: Any) -> Any:
        """An empty cell of a form is nothing, not an empty text; NUL, at which many programs cut a text, is refused."""
        if not isinstance(facts, dict):
            return facts
        if cut := [field for field, value in facts.items() if isinstance(value, str) and "\0" in value]:
            message = f"{', '.join(map(str, cut))}: the invisible sign NUL cannot be kept"
            raise ValueError(message)
        return {field: None if _blank(value) else value for field, value in facts.items()}

    @classmethod
    def validated(cls, facts: dict[str, Any]) -> Self:
        """The form filled with these facts; raises FormNotRight with every field that is wrong."""
        try:
            return cls.model_validate(facts)
        except ValidationError as error:
            faults = [(".".join(map(str, fault["loc"])), _sentence(fault)) for fault in error.errors()]
            raise FormNotRight(cls.__name__.removesuffix("Form"), faults) from None


class Row(SQLModel):
    """What is stored: a form with its number. A row never shows its facts by accident."""

    id: int | None = Field(
        default=None,
        primary_key=True,
        sa_type=Integer,
        sa_column_kwargs={"comment": "number, allotted by this copy of the registry and never used again"},
    )
    whose: ClassVar[str] = "{row}.prisoner_id"
    """SQL for the prisoner a row is about, with {row} for NEW or OLD; "NULL" where it is about nobody."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}>"

    __str__ = __repr__


def _blank(value: Any) -> bool:
    return isinstance(value, str) and not value.strip()


def _sentence(fault: Any) -> str:
    """What is wrong with one field, without repeating what was typed (it may be confidential)."""
    kind = fault["type"]
    if kind == "extra_forbidden":
        return "there is no such field"
    if kind == "missing" or (kind.endswith("_type") and fault.get("input") is None):
        return "this is needed"
    if kind == "enum":
        return _nearest(str(fault["input"]), re.findall(r"'([^']+)'", fault["ctx"]["expected"]))
    if kind == "string_too_long":
        return f"at most {fault['ctx']['max_length']:,} characters can be kept"
    if kind == "value_error":
        return str(fault["ctx"]["error"])
    return str(fault["msg"])[:1].lower() + str(fault["msg"])[1:]


def _nearest(word: str, codes: list[str]) -> str:
    """All codes of a short list, the nearest of a long one."""
    few = codes if len(codes) <= FEW else difflib.get_close_matches(word.casefold(), codes, n=3, cutoff=0.4)
    return f"there is no “{word}” in this list; " + (f"say {', '.join(few)}" if few else "it has other words")
