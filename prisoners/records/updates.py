"""One act of a researcher on the registry: who, when, because of what."""

from __future__ import annotations

from sqlmodel import Field, SQLModel

from prisoners.records.columns import choice, count, link, long_text, moment, short_text
from prisoners.records.form import STRICT, Form, Row
from prisoners.vocabulary import UpdateKind


class UpdateForm(Form):
    """Who did it, and because of what: a source, or a sentence that is not confidential."""

    at: str = moment("when, in UTC", default=...)
    by_whom: str = short_text("the researcher who did it", default=...)
    because: str = long_text("a source reference, or the reason in a sentence", default=...)
    kind: UpdateKind = choice(UpdateKind, "what kind of act", default=...)
    own_copy: int = count("the copy of the registry in which it was done", default=0)
    undoes: int | None = link("updates", "the update that this one undoes")


class Update(UpdateForm, Row, table=True):
    """One update; insert-only."""

    __tablename__ = "updates"
    __table_args__ = STRICT


class OpenUpdate(SQLModel, table=True):
    """The one update that is being written; without it the database takes no change."""

    __tablename__ = "open_update"
    __table_args__ = STRICT
    only: int = Field(primary_key=True, sa_column_kwargs={"comment": "always 1: one at a time"})
    update_id: int = link("updates", "the update that signs what is written now", default=..., index=False)
