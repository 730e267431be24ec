"""Two people who were doubted to be one, and are not."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from prisoners.records.columns import flag, link, long_text
from prisoners.records.form import STRICT, Form, Row


class NotTheSameForm(Form):
    """A judgement that is remembered, so that nobody doubts the pair again."""

    prisoner_id: int = link("prisoners", "the one", default=...)
    other_id: int = link("prisoners", "the other", default=...)
    note: str | None = long_text("why; never leaves")
    withdrawn: bool = flag("entered in error")

    @model_validator(mode="after")
    def _two_people(self) -> Self:
        if self.prisoner_id == self.other_id:
            raise ValueError("one record cannot be told apart from itself")
        return self


class NotTheSame(NotTheSameForm, Row, table=True):
    """One pair told apart."""

    __tablename__ = "not_the_same"
    __table_args__ = STRICT
