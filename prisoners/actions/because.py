"""On whose word an update is made: a source of the registry, an address that becomes one, or a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import text
from sqlmodel import Session

from prisoners.actions.sources import spellings
from prisoners.errors import DatabaseRefuses, NoSuchRow, NothingChanged
from prisoners.records.sources import Source, SourceForm
from prisoners.records.updates import Update
from prisoners.store.clock import Clock, now
from prisoners.store.engine import writing
from prisoners.store.kept import KEPT
from prisoners.store.numbers import Numbers
from prisoners.store.reader import reading
from prisoners.store.references import is_reference, read_reference, write_reference
from prisoners.store.unit import Unit, unit_of_work
from prisoners.vocabulary import SourceKind, UpdateKind

ADDRESS = re.compile(r"https?://\S+", re.ASCII)


@contextmanager
def act(
    registry: Path,
    *,
    by: str,
    because: str,
    kind: UpdateKind = UpdateKind.ENTRY,
    undoes: int | None = None,
    clock: Clock = now,
) -> Iterator[Unit]:
    """One update on the registry file, cited to the source named in `because` where there is one.

    An address that the registry does not know yet becomes a source in the same update. Raises NoSuchRow for a
    source reference that stands for nothing.
    """
    whole: Update | None = None
    try:
        with writing(registry) as session:
            with open_act(session, by=by, because=because, kind=kind, undoes=undoes, clock=clock) as unit:
                yield unit
            whole = unit.update
    except BaseException:
        if whole is None or not _stands(registry, whole):
            raise
    if whole:
        KEPT.append(write_reference("updates", whole.id or 0))


def _stands(registry: Path, update: Update) -> bool:
    """Whether an update was kept although something failed: what comes after its last byte undoes nothing.

    A disk may fail when only the end of the journal is to be settled, and somebody may press Ctrl-C too late.
    """
    with suppress(DatabaseRefuses), reading(registry) as reader:
        kept = reader.row("SELECT at, by_whom, because FROM updates WHERE id = :own", own=update.id)
        return kept is not None and tuple(kept) == (update.at, update.by_whom, update.because)
    return False


@contextmanager
def open_act(
    session: Session,
    *,
    by: str,
    because: str,
    kind: UpdateKind = UpdateKind.ENTRY,
    undoes: int | None = None,
    clock: Clock = now,
) -> Iterator[Unit]:
    """One update inside a transaction that may hold several."""
    because = because.strip()
    if undoes is not None:
        _must_stand(session, "updates", undoes)
    known = _source_named(session, because)
    fresh = Numbers(session).next("sources") if known is None and ADDRESS.fullmatch(because) else None
    source = known or fresh
    reason = write_reference("sources", source) if source else because
    with unit_of_work(session, by=by, because=reason, kind=kind, undoes=undoes, clock=clock) as unit:
        unit.source_id = source
        if fresh:
            form = SourceForm.validated({"kind": SourceKind.OTHER, "url": because, "accessed_on": unit.today})
            unit.add(Source, form, number=unit.numbers.next("sources"))
        yield unit
        if fresh and not _wrote_more_than(unit, fresh):
            raise NothingChanged


def _source_named(session: Session, because: str) -> int | None:
    """The number of the source that `because` names by reference or by its address; None where it names none."""
    connection = session.connection()
    if is_reference(because, "sources"):
        number = read_reference(because)[1]
        _must_stand(session, "sources", number)
        return number
    if not ADDRESS.fullmatch(because):
        return None
    ways = {f"url{place}": spelling for place, spelling in enumerate(spellings(because))}
    marks = ", ".join(f":{way}" for way in ways)
    asked = f"SELECT min(id) FROM sources WHERE withdrawn = 0 AND url IN ({marks})"
    found = connection.execute(text(asked), ways).scalar()
    return int(found) if found else None


def _must_stand(session: Session, table: str, number: int) -> None:
    asked = text(f"SELECT 1 FROM {table} WHERE id = :number")
    if session.connection().execute(asked, {"number": number}).scalar() is None:
        raise NoSuchRow(write_reference(table, number))


def _wrote_more_than(unit: Unit, source: int) -> bool:
    """Whether the update did anything but record the source because of which it was made."""
    unit.session.flush()
    return bool(
        unit.rows(
            "SELECT 1 FROM changes WHERE update_id = :own"
            " AND NOT (table_name = 'sources' AND row_id = :source) LIMIT 1",
            own=unit.update.id,
            source=source,
        )
    )
