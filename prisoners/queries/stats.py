"""How many people: by status, prison and year of arrest, counted in SQL; every figure says what it counts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from prisoners.dates.jalali import from_gregorian, to_gregorian
from prisoners.dates.partial import Calendar
from prisoners.queries.days import earliest, latest
from prisoners.queries.language import EVERYBODY, Tree
from prisoners.queries.meaning import selection
from prisoners.store.reader import Reader

_STATUS = (
    "SELECT status, count(*) AS people FROM people WHERE {} GROUP BY status ORDER BY count(*) DESC, status"
)
_PRISON = (
    "SELECT coalesce(prison, place) AS place, count(*) AS people FROM people WHERE {} AND status IN ({})"
    " GROUP BY coalesce(prison, place) ORDER BY count(*) DESC, coalesce(prison, place)"
)
_ARRESTS = (
    "SELECT prisoner_id, arrested_on AS day FROM cases WHERE withdrawn = 0 AND arrested_on IS NOT NULL UNION"
    " SELECT prisoner_id, happened_on FROM events WHERE withdrawn = 0 AND happened_on IS NOT NULL"
    " AND kind IN ('arrest', 're_arrest')"
)
_YEAR = (
    f"SELECT years.year, count(DISTINCT arrests.prisoner_id) AS people FROM ({_ARRESTS}) AS arrests"
    f" LEFT JOIN ({{}}) AS years ON {earliest('day')} >= years.first_day AND {latest('day')} <= years.last_day"
    " WHERE arrests.prisoner_id IN (SELECT people.id FROM people WHERE {}) GROUP BY years.year ORDER BY years.year"
)
EARLIEST = {Calendar.JALALI: 1320, Calendar.GREGORIAN: 1941}
"""The first year of an arrest that is counted by itself."""


@dataclass(frozen=True)
class Stats:
    """Counts of people; None stands for what is not recorded, or not certain."""

    found: int
    """How many people the figures are about."""
    by_status: list[tuple[str | None, int]]
    sums: dict[str, int]
    """In custody, under control, free, dead, unknown: each status belongs to one of them."""
    by_prison: list[tuple[str | None, int]]
    """Of those in custody."""
    by_year: list[tuple[str | None, int]]
    """By year of arrest, where the date leaves only one; somebody arrested in two years is counted in each."""
    uncertain: int
    """How many could have another status, since events overlap."""
    estimates: int
    """How many estimates of groups stand beside these counts; they are never added to them."""


def stats(
    reader: Reader, *, today: dt.date, tree: Tree = EVERYBODY, calendar: Calendar = Calendar.JALALI
) -> Stats:
    """Count the people a filter means; years are those of the calendar."""
    meant = selection(reader, tree, today)
    status = [
        (row["status"], row["people"]) for row in reader.rows(_STATUS.format(meant.sql), **meant.values)
    ]
    marks, held = _held()
    prison = reader.rows(_PRISON.format(meant.sql, marks), **meant.values, **held)
    years, ends = _years(calendar, today)
    year = reader.rows(_YEAR.format(years, meant.sql), **meant.values, **ends)
    doubt = reader.value(
        f"SELECT count(*) FROM people WHERE {meant.sql} AND order_uncertain = 1", **meant.values
    )
    return Stats(
        found=sum(people for _, people in status),
        by_status=status,
        sums=_sums(status),
        by_prison=[(row["place"], row["people"]) for row in prison],
        by_year=[(row["year"], row["people"]) for row in year],
        uncertain=int(str(doubt)),
        estimates=int(str(reader.value("SELECT count(*) FROM estimates WHERE withdrawn = 0"))),
    )


def _years(calendar: Calendar, today: dt.date) -> tuple[str, dict[str, str]]:
    """Every year of a calendar up to this one, as a table of its first and last day."""
    this = from_gregorian(today)[0] if calendar is Calendar.JALALI else today.year
    values: dict[str, str] = {}
    table = []
    for year in range(EARLIEST[calendar], this + 1):
        first, after = _new_year(calendar, year), _new_year(calendar, year + 1)
        values |= {f"first{year}": str(first), f"last{year}": str(after - dt.timedelta(days=1))}
        table.append(f"SELECT '{year}' AS year, :first{year} AS first_day, :last{year} AS last_day")
    return " UNION ALL ".join(table), values


def _new_year(calendar: Calendar, year: int) -> dt.date:
    return to_gregorian(year, 1, 1) if calendar is Calendar.JALALI else dt.date(year, 1, 1)


def _held() -> tuple[str, dict[str, str]]:
    from prisoners.vocabulary import IN_CUSTODY

    values = {f"held{place}": str(status) for place, status in enumerate(sorted(IN_CUSTODY))}
    return ", ".join(f":{name}" for name in values), values


def _sums(status: list[tuple[str | None, int]]) -> dict[str, int]:
    from prisoners.vocabulary import DEAD, FREE, IN_CUSTODY, UNDER_CONTROL

    sums = {"in_custody": IN_CUSTODY, "under_control": UNDER_CONTROL, "free": FREE, "dead": DEAD}
    counted = {name: sum(people for code, people in status if code in codes) for name, codes in sums.items()}
    return counted | {"unknown": sum(people for _, people in status) - sum(counted.values())}
