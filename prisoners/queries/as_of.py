"""Two clocks: the registry as it was known on a day, and the situation as it was on a day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import asdict, dataclass

from prisoners.dates.read import read_date
from prisoners.errors import DayToCome, NoSuchRow, NotADay, NotKnownYet
from prisoners.queries import replica
from prisoners.store.headlines import HeadlineNow, headline
from prisoners.store.reader import Reader
from prisoners.store.references import is_reference, read_reference, write_reference

LAST_NUMBER = (1 << 63) - 1

_STATED = (
    "SELECT id, prisoner_id, happened_on, after_id, status, prison_id, ward, place FROM events"
    " WHERE withdrawn = 0 AND (happened_on IS NULL OR substr(happened_on, 1, 10) <= :on)"
)
_NOT_BY_THEN = "withdrawn = 0 AND (happened_on IS NULL OR substr(happened_on, 12, 10) > :on)"
_ENTERED = (
    "SELECT events.id, updates.at FROM events JOIN changes ON changes.table_name = 'events'"
    " AND changes.row_id = events.id AND changes.field = 'id' AND changes.new IS NOT NULL"
    " JOIN updates ON updates.id = changes.update_id"
    " WHERE (events.happened_on IS NULL OR substr(events.happened_on, 12, 10) > :on)"
    " AND coalesce(substr(events.happened_on, 1, 10), '') <= :on"
)
_DATED = (
    ("events", "happened_on"),
    ("judgments", "given_on"),
    ("cases", "arrested_on"),
    ("interventions", "made_on"),
    ("estimates", "happened_on"),
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
    """The end of a day (in UTC), or just after an update (U-0123); raises NotADay, NoSuchRow, and NotKnownYet."""
    if is_reference(text, "updates"):
        number = read_reference(text)[1]
        row = reader.row("SELECT at FROM updates WHERE id = :number", number=number)
        if row is None:
            raise NoSuchRow(write_reference("updates", number))
        return Known(row["at"], number, write_reference("updates", number))
    day = one_day(text, today)
    if _is_to_come(reader, day, today):
        raise NotKnownYet(str(day))
    return Known(f"{day}T23:59:59Z", LAST_NUMBER, str(day))


def one_day(text: str, today: dt.date) -> dt.date:
    """A day as typed in any calendar; raises NotADay for a month or a year."""
    date = read_date(text, today=today)
    if not date.is_day:
        raise NotADay(text)
    return date.earliest


def day_of_situation(reader: Reader, text: str, today: dt.date) -> dt.date:
    """The day whose situation is asked about; raises NotADay, and DayToCome: nobody knows the situation of tomorrow."""
    day = one_day(text, today)
    if _is_to_come(reader, day, today):
        raise DayToCome(str(day))
    return day


def _is_to_come(reader: Reader, day: dt.date, today: dt.date) -> bool:
    """Whether a day has come nowhere yet: neither here nor where the registry was last written."""
    last = reader.value("SELECT max(substr(at, 1, 10)) FROM updates")
    return str(day) > max(str(today), str(last or ""))


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
    with nullcontext(reader) if known is None else _as_known(reader, known, prisoner) as then:
        if on is None:
            yield then
        else:
            earlier = {
                table: f"SELECT * FROM main.{table} WHERE {day} IS NULL OR substr({day}, 1, 10) <= '{on}'"
                for table, day in _DATED
            }
            with then.instead(earlier, {"headlines": list(_situation(then, on, prisoner))}):
                yield then


@contextmanager
def _as_known(reader: Reader, known: Known, prisoner: int | None) -> Iterator[Reader]:
    with replica.empty_replica(reader) as connection:
        replica.fill_as_known(connection, reader, known.at, known.number, prisoner=prisoner)
        yield Reader(connection)


def _situation(reader: Reader, on: dt.date, prisoner: int | None) -> Iterator[dict[str, object]]:
    """The headlines that were others on that day: of one person, or of everybody to whom something happened since."""
    one = "" if prisoner is None else " AND prisoner_id = :one"
    asked = {"on": str(on), "one": prisoner}
    changed = f" AND prisoner_id IN (SELECT prisoner_id FROM events WHERE {_NOT_BY_THEN}{one})"
    events: dict[int, list[dict[str, object]]] = defaultdict(list)
    for row in reader.each(f"SELECT DISTINCT prisoner_id FROM events WHERE {_NOT_BY_THEN}{one}", **asked):
        events[row["prisoner_id"]] = []
    for row in reader.each(_STATED + changed, **asked):
        events[row["prisoner_id"]].append(dict(row))
    mine = one.replace("prisoner_id", "events.prisoner_id")
    entered = {row["id"]: row["at"] for row in reader.each(_ENTERED + mine, **asked)}
    for person, told in events.items():
        certain, doubtful = _headlines(told, entered, on)
        yield {"prisoner_id": person} | asdict(certain) | {"order_uncertain": int(doubtful)}


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
