"""Relatives and co-prisoners."""

from __future__ import annotations

from prisoners.records.columns import choice, flag, link, long_text, short_text
from prisoners.records.form import STRICT, Form, Row
from prisoners.vocabulary import RelationKind


class RelationForm(Form):
    """Who somebody is to the prisoner; a name here is sealed."""

    prisoner_id: int = link("prisoners", "whose relative or companion it is", default=...)
    kind: RelationKind = choice(RelationKind, "what they are to the prisoner", default=...)
    other_id: int | None = link("prisoners", "the other person, where also in the registry")
    name: str | None = short_text("the other person's name; sealed")
    note: str | None = long_text("internal note; never leaves")
    withdrawn: bool = flag("entered in error")


class Relation(RelationForm, Row, table=True):
    """One relation."""

    __tablename__ = "relations"
    __table_args__ = STRICT
