"""Two clocks: the registry as it was known on a day, and the situation as it was on a day."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass

from prisoners.dates.read import read_date
from prisoners.errors import NoSuchRow, NotADay
from prisoners.queries import replica
from prisoners.store.headlines import HeadlineNow, headline
from prisoners.store.reader import Reader
from prisoners.store.references import is_reference, read_reference, write_reference

LAST_NUMBER = (1 << 63) - 1

_STATED = (
    "SELECT id, prisoner_id, happened_on, after_id, status, prison_id, ward, place"
    " FROM events WHERE withdrawn = 0"
)
_ENTERED = (
    "SELECT changes.row_id, updates.at FROM changes JOIN updates ON updates.id = changes.update_id"
    " WHERE changes.table_name = 'events' AND changes.field = 'id' AND changes.new IS NOT NULL"
)
_DATED = (
    ("events", "happened_on"),
    ("judgments", "given_on"),
    ("cases", "arrested_on"),
    ("interventions", "made_on"),
)
"""What did not exist yet before its day."""


@dataclass(frozen=True)
class Known:
    """A moment of the registry: everything up to and with this update."""

    at: str
    number: int
    said: str
    """As it is written in figures: the day, or the update."""


def known_at(reader: Reader, text: str, today: dt.date) -> Known:
    """The end of a day (in UTC), or just after an update (U-0123); raises NotADay, NoSuchRow."""
    if is_reference(text, "updates"):
        number = read_reference(text)[1]
        row = reader.row("SELECT at FROM updates WHERE id = :number", number=number)
        if row is None:
            raise NoSuchRow(write_reference("updates", number))
        return Known(row["at"], number, write_reference("updates", number))
    day = one_day(text, today)
    return Known(f"{day}T23:59:59Z", LAST_NUMBER, str(day))


def one_day(text: str, today: dt.date) -> dt.date:
    """A day as typed in any calendar; raises NotADay for a month or a year."""
    date = read_date(text, today=today)
    if not date.is_day:
        raise NotADay(text)
    return date.earliest


@contextmanager
def looking_back(
    reader: Reader, *, known: Known | None = None, on: dt.date | None = None, prisoner: int | None = None
) -> Iterator[Reader]:
    """A reader on the registry as it was known, and on the situation as it was on a day; the reader itself for now.

    On a day: what certainly came later is left out; status and place are those that were certain by then, and
    `order_uncertain` marks who may have had another status, since a date is partial. An event whose day nobody
    knows had happened when it was entered.
    """
    if known is None and on is None:
        with nullcontext(reader) as same:
            yield same
        return
    with replica.empty_replica(reader) as connection:
        if known is None:
            replica.fill_as_now(connection, reader)
        else:
            replica.fill_as_known(connection, reader, known.at, known.number, prisoner=prisoner)
        if on is not None:
            _settle(connection, on)
        yield Reader(connection)


def _settle(connection: sqlite3.Connection, on: dt.date) -> None:
    """Leave out what came later, and tell everybody's status and place as they were."""
    for table, column in _DATED:
        connection.execute(f"DELETE FROM {table} WHERE substr({column}, 1, 10) > ?", (str(on),))
    connection.row_factory = sqlite3.Row
    entered = dict(connection.execute(_ENTERED).fetchall())
    events: dict[int, list[dict[str, object]]] = defaultdict(list)
    for row in connection.execute(_STATED):
        events[row["prisoner_id"]].append(dict(row))
    for person in replica.everybody(connection):
        certain, doubtful = _headlines(events[person], entered, on)
        connection.execute(
            "UPDATE headlines SET status = :status, status_event_id = :event, since = :since, held_since = :held,"
            " prison_id = :prison, ward = :ward, place = :place, order_uncertain = :doubt"
            " WHERE prisoner_id = :person",
            {
                "status": certain.status, "event": certain.status_event_id, "since": certain.since,
                "held": certain.held_since, "prison": certain.prison_id, "ward": certain.ward,
                "place": certain.place, "doubt": int(doubtful), "person": person,
            },
        )  # fmt: skip


def _headlines(
    events: list[dict[str, object]], entered: dict[int, str], on: dt.date
) -> tuple[HeadlineNow, bool]:
    """The headline of what certainly had happened, and whether what may have happened would change the status."""
    certain = headline(event for event in events if _by_then(event, entered, on))
    possible = headline(events)
    return certain, certain.order_uncertain or certain.status != possible.status


def _by_then(event: dict[str, object], entered: dict[int, str], on: dt.date) -> bool:
    """Whether it certainly had happened: by its latest day, or because it was entered by then."""
    stored = event["happened_on"]
    latest = str(stored)[11:21] if stored else "9999-12-31"
    return min(latest, entered.get(int(str(event["id"])), "9999-12-31")[:10]) <= str(on)
