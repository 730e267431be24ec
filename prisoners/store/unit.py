"""One act of a researcher: opened with who and why, closed with its seal, wholly done or not at all."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import bindparam, select, text, update
from sqlmodel import Session, insert

from prisoners.errors import NoSuchRow, NothingBecause, NothingChanged, StaleEdit, UpdateLeftOpen
from prisoners.records.form import Form, Row
from prisoners.records.tables import BY_NAME
from prisoners.records.updates import Update, UpdateForm
from prisoners.store.clock import Clock, now, stamp
from prisoners.store.derived import AT_ONCE, refresh, refresh_if_stale
from prisoners.store.engine import driver
from prisoners.store.numbers import Numbers
from prisoners.store.references import write_reference
from prisoners.store.sealing import seal_update
from prisoners.store.stale import changes_in_words
from prisoners.vocabulary import UpdateKind

R = TypeVar("R", bound=Row)


class Unit:
    """An open update: what verbs write through. Every change in it is signed by the database."""

    def __init__(self, session: Session, update: Update, numbers: Numbers, moment: dt.datetime) -> None:
        self.session, self.update, self.numbers, self.moment = session, update, numbers, moment
        self.source_id: int | None = None
        """The source because of which the update is made, where there is one: what is written is cited to it."""

    @property
    def today(self) -> dt.date:
        """The day of the update, against which "three days ago" is read."""
        return self.moment.date()

    def add(self, record: type[R], facts: Form | dict[str, Any], *, number: int | None = None) -> R:
        """Record a new row; raises FormNotRight where it could not be."""
        form = facts if isinstance(facts, Form) else form_of(record).validated(facts)
        row = record(**_values(form), id=number or self.numbers.next(str(record.__tablename__)))
        self.session.add(row)
        self.session.flush()
        return row

    def add_many(
        self, record: type[R], forms: Iterable[Form], numbers: Iterable[int] | None = None
    ) -> list[int]:
        """Record many new rows of one table at once; returns their numbers in order, allotted unless given."""
        table = str(record.__tablename__)
        given = iter(numbers) if numbers is not None else None
        rows = [_values(form) | {"id": next(given) if given else self.numbers.next(table)} for form in forms]
        if rows:
            self.session.connection().execute(insert(record), rows)
        return [row["id"] for row in rows]

    def get(self, record: type[R], number: int) -> R:
        """The row with this number; raises NoSuchRow."""
        row = self.session.get(record, number)
        if row is None:
            raise NoSuchRow(write_reference(str(record.__tablename__), number))
        return row

    def amend(self, row: R, **facts: Any) -> R:
        """Correct fields of a row; the whole form is validated again. Raises FormNotRight."""
        form = form_of(type(row))
        asked = form.validated({name: getattr(row, name) for name in form.model_fields} | facts)
        for name, value in _values(asked).items():
            if getattr(row, name) != value:
                setattr(row, name, value)
        self.session.add(row)
        self.session.flush()
        return row

    def amend_many(self, record: type[R], forms: Mapping[int, Form], fields: Sequence[str]) -> None:
        """Correct the same fields of many rows of one table at once, as their forms say, by number."""
        columns = record.__table__.columns  # type: ignore[attr-defined]
        change = update(record).where(columns.id == bindparam("own"))
        change = change.values({field: bindparam(f"new_{field}") for field in fields})
        rows = [
            {"own": number} | {f"new_{field}": getattr(form, field) for field in fields}
            for number, form in forms.items()
        ]
        self.session.connection().execute(change, rows)

    def amend_each(self, record: type[R], facts: Mapping[int, Mapping[str, Any]]) -> None:
        """Correct rows of one table by number, each in fields of its own; every whole form is validated again.

        Raises NoSuchRow or FormNotRight. As `amend` for one row after another, in a tenth of the time.
        """
        self.session.flush()
        form, standing = form_of(record), self._standing(record, list(facts))
        together: dict[tuple[str, ...], dict[int, Form]] = defaultdict(dict)
        for number, told in facts.items():
            if number not in standing:
                raise NoSuchRow(write_reference(str(record.__tablename__), number))
            row = standing[number]
            asked = form.validated({name: row[name] for name in form.model_fields} | dict(told))
            if changed := tuple(name for name, value in _values(asked).items() if row[name] != value):
                together[changed][number] = asked
        for fields, forms in together.items():
            self.amend_many(record, forms, fields)
        self.session.expire_all()

    def _standing(self, record: type[R], numbers: Sequence[int]) -> dict[int, Mapping[str, Any]]:
        """The rows with these numbers, as they are."""
        columns = record.__table__.columns  # type: ignore[attr-defined]
        rows: dict[int, Mapping[str, Any]] = {}
        for first in range(0, len(numbers), AT_ONCE):
            some = select(*columns).where(columns.id.in_(numbers[first : first + AT_ONCE]))
            found = self.session.connection().execute(some).mappings()
            rows |= {row["id"]: dict(row) for row in found}
        return rows

    def remove(self, row: Row) -> None:
        """Take a row out again, as undoing its entry does; its number is never used again."""
        self.session.delete(row)
        self.session.flush()

    def rows(self, sql: str, **values: object) -> list[dict[str, Any]]:
        """What a verb must know before it writes, read inside the unit."""
        return [dict(row) for row in self.session.connection().execute(text(sql), values).mappings()]

    def expect(self, prisoner_id: int, version: int | None) -> None:
        """Refuse an edit that was begun on an older version of the person; raises StaleEdit with what changed.

        Raises NoSuchRow for a version that has not been written yet: an edit cannot have begun on it.
        """
        if version is None:
            return
        if not self.rows(
            "SELECT id FROM updates WHERE id = :own AND id < :this", own=version, this=self.update.id
        ):
            raise NoSuchRow(write_reference("updates", version))
        since = self.rows(
            "SELECT updates.id, updates.by_whom, changes.table_name, changes.row_id, changes.field, changes.old,"
            " changes.new"
            " FROM changes JOIN updates ON updates.id = changes.update_id"
            " WHERE changes.prisoner_id = :prisoner AND changes.update_id > :version"
            " AND changes.update_id < :own ORDER BY changes.update_id, changes.line",
            prisoner=prisoner_id,
            version=version,
            own=self.update.id,
        )
        if since:
            raise StaleEdit(
                write_reference("prisoners", prisoner_id),
                write_reference("updates", version),
                list(changes_in_words(since)),
            )


def form_of(record: type[Row]) -> type[Form]:
    """The validated form of a record."""
    form = record.__bases__[0]
    if not issubclass(form, Form):
        raise TypeError(record)
    return form


def _values(form: Form) -> dict[str, Any]:
    """The facts of a form by column; not model_dump, which turns dates into words."""
    return {name: getattr(form, name) for name in type(form).model_fields}


@contextmanager
def unit_of_work(
    session: Session,
    *,
    by: str,
    because: str,
    kind: UpdateKind = UpdateKind.ENTRY,
    clock: Clock = now,
    undoes: int | None = None,
) -> Iterator[Unit]:
    """Open an update inside a transaction, and close it with its seal.

    Raises NothingChanged if it wrote nothing, unless it is an unsealing, which only tells that somebody looked.
    """
    unit = _open(session, by=by, because=because, kind=kind, clock=clock, undoes=undoes)
    yield unit
    _close(unit)


def _open(
    session: Session, *, by: str, because: str, kind: UpdateKind, clock: Clock, undoes: int | None
) -> Unit:
    if not because.strip() or not by.strip():
        raise NothingBecause
    connection = driver(session.connection())
    left = connection.execute("SELECT update_id FROM open_update").fetchone()
    if left is not None:
        raise UpdateLeftOpen(write_reference("updates", left[0]))
    refresh_if_stale(connection)
    numbers, moment = Numbers(session), clock()
    facts = {"at": stamp(moment), "by_whom": by.strip(), "because": because.strip(), "kind": kind}
    form = UpdateForm.validated(facts | {"own_copy": numbers.copy, "undoes": undoes})
    opened = Update(**_values(form), id=numbers.next("updates"))
    session.connection().execute(insert(Update), [_values(form) | {"id": opened.id}])
    connection.execute("INSERT INTO open_update (only, update_id) VALUES (1, :own)", {"own": opened.id})
    return Unit(session, opened, numbers, moment)


def _close(unit: Unit) -> None:
    unit.session.flush()
    connection, own = driver(unit.session.connection()), int(unit.update.id or 0)
    lines = "FROM changes WHERE update_id = :own"
    wrote = connection.execute(f"SELECT 1 {lines} LIMIT 1", {"own": own}).fetchone()
    if wrote is None and unit.update.kind is not UpdateKind.UNSEALING:
        raise NothingChanged
    touched = connection.execute(
        f"SELECT DISTINCT prisoner_id {lines} AND prisoner_id IS NOT NULL", {"own": own}
    )
    refresh(connection, [row[0] for row in touched])
    seal_update(connection, own)
    connection.execute("DELETE FROM open_update")
    unit.numbers.keep()


def record_named(table: str) -> type[Row]:
    """The record kept in a table."""
    return BY_NAME[table]
