"""The history: one line per changed field, the seal of each update, and what stands for an erased value."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Index, Integer
from sqlmodel import Field, SQLModel

from prisoners.records.columns import Line, count, link, long_text, moment, short_text

ORDERED: dict[str, Any] = {"sqlite_strict": True, "sqlite_with_rowid": False}


def _key(description: str, target: str | None = None, kind: Any = Integer) -> Any:
    if target:
        return Field(primary_key=True, foreign_key=target, sa_column_kwargs={"comment": description})
    return Field(primary_key=True, sa_type=kind, sa_column_kwargs={"comment": description})


class Change(SQLModel, table=True):
    """One changed field of one row; written by triggers, insert-only."""

    __tablename__ = "changes"
    __table_args__ = (
        Index("changes_row", "table_name", "row_id"),
        Index("changes_prisoner", "prisoner_id", "update_id"),
        ORDERED,
    )
    update_id: int = _key("the update that made it", "updates.id")
    line: int = _key("its place in the update, from 1")
    table_name: str = short_text("table of the row", default=...)
    row_id: int = count("number of the row", default=...)
    prisoner_id: int | None = count("the prisoner whom the row is about")
    field: str = short_text("the field", default=...)
    old: str | None = long_text("what it was; empty is nothing, or erased")
    new: str | None = long_text("what it became; empty is nothing, or erased")
    salt: str | None = short_text("random, so that an erased value cannot be guessed from its commitment")


class Seal(SQLModel, table=True):
    """What closes an update: a hash over its lines and over the seal before it."""

    __tablename__ = "seals"
    __table_args__ = ORDERED
    update_id: int = _key("the update it closes", "updates.id")
    previous: str | None = short_text("hash of the seal before it in the same copy; empty for the first")
    hash: str = short_text(
        "SHA-256 over the previous hash, the update and the commitments of its lines", default=...
    )


class Erasure(SQLModel, table=True):
    """The commitment that stands for a value erased for someone's safety."""

    __tablename__ = "erasures"
    __table_args__ = ORDERED
    update_id: int = _key("the update whose line lost its value")
    line: int = _key("the line")
    commitment: str = short_text("the commitment of the line before it was erased", default=...)
    erased_by: int = link("updates", "the update that erased it", default=..., index=False)


class Headline(SQLModel, table=True):
    """Derived, not recorded: what one prisoner's events amount to now; rebuilt by `verify`."""

    __tablename__ = "headlines"
    __table_args__ = ORDERED
    prisoner_id: int = _key("the prisoner")
    name_latin: str | None = short_text("name shown in Latin script")
    name_persian: str | None = short_text("name shown in Persian script")
    status: str | None = short_text("custody status now")
    status_event_id: int | None = count("the event that gave it")
    since: str | None = short_text("date of that event, as stored")
    held_since: str | None = short_text("date since which the person is held without a break, as stored")
    prison_id: int | None = count("where the person is held")
    ward: str | None = short_text("the ward")
    place: str | None = short_text("the place as written, where it is no prison of the list")
    order_uncertain: int = count(
        "1: events with different statuses overlap, the order is uncertain", default=0
    )
    version: int = count("the last update that touched anything about the person", default=0)


class NameKey(SQLModel, table=True):
    """Derived, not recorded: a key under which a name is found in every spelling."""

    __tablename__ = "name_keys"
    __table_args__ = ORDERED
    key: str = _key("the search key", kind=Line())
    name_id: int = _key("the name")
    prisoner_id: int = count("whose name it is", default=...)


class Counter(SQLModel, table=True):
    """The last number allotted in each table by this copy; numbers are never used again."""

    __tablename__ = "counters"
    __table_args__ = ORDERED
    table_name: str = _key("the table", kind=Line())
    last: int = count("the last number allotted", default=...)


class Registry(SQLModel, table=True):
    """What this file is: one row."""

    __tablename__ = "registry"
    __table_args__ = ORDERED
    only: int = _key("always 1")
    own_copy: int = count("which copy of the registry this is, from 0", default=0)
    created_at: str = moment("when it was made, in UTC", default=...)
    pseudonym_key: str = short_text(
        "random; pseudonyms are made from it, and are the same in every copy", default=...
    )
    derived_by: int | None = count(
        "number of the rules by which headlines and search keys were last written; where this version's is another,"
        " the next update writes them all anew"
    )


class FieldName(SQLModel, table=True):
    """A column that was renamed or dropped, so that old lines of the history can be read."""

    __tablename__ = "field_names"
    __table_args__ = ORDERED
    table_name: str = _key("the table", kind=Line())
    old_name: str = _key("the name in old lines", kind=Line())
    new_name: str | None = short_text("the name now; empty for a dropped column")
    step: int = count("the migration step that changed it", default=...)
