"""Looking at what is sealed: an update that changes nothing and tells who looked at which record, and when."""

from __future__ import annotations

from pathlib import Path

from prisoners.errors import ReadOnlyRegistry, SealedNeedsNote
from prisoners.store.clock import Clock, now
from prisoners.store.engine import writing
from prisoners.store.unit import unit_of_work
from prisoners.vocabulary import UpdateKind


def note_look(registry: Path, of: str, *, by: str, clock: Clock = now) -> None:
    """Keep that somebody looks at what is sealed `of` a record, before it is shown; never what it says.

    Raises SealedNeedsNote where the registry cannot be written.
    """
    try:
        with (
            writing(registry) as session,
            unit_of_work(session, by=by, because=of, kind=UpdateKind.UNSEALING, clock=clock),
        ):
            pass
    except ReadOnlyRegistry:
        raise SealedNeedsNote(registry.name) from None
