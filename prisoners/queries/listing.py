"""The people a filter means, with the columns asked for: sorted, cut, or counted by a field."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from prisoners.queries.fields import Field, Kind
from prisoners.queries.holding import Holding
from prisoners.queries.language import Tree
from prisoners.queries.meaning import Selection, field_named, selection
from prisoners.store.reader import Reader

if TYPE_CHECKING:
    from prisoners.dates.partial import Calendar

USUAL = ("ref", "latin", "persian", "status", "since", "prison")
"""The columns of a list for which nobody asked for others."""


SEVERAL_YEARS = "not certain"
"""What stands for the year of a date that can have been in several."""


class Listing(NamedTuple):
    """A table of people: one row a person, the values as stored; a field with many values has a list of them."""

    columns: tuple[Field, ...]
    rows: list[tuple[Any, ...]]
    found: int
    """How many the filter means, before the list was cut."""


class Counting(NamedTuple):
    """How many people have each value of a field, most first; None stands for those without one."""

    by: Field
    counts: list[tuple[Any, int]]
    found: int
    """How many people the filter means; the counts add up to more where one person has several values."""


def listing(
    reader: Reader,
    tree: Tree,
    *,
    today: dt.date,
    columns: Sequence[str] = USUAL,
    sort: Sequence[str] = (),
    limit: int | None = None,
    everybody: bool = False,
) -> Listing:
    """The people meant, sorted by fields (`-since`: the other way round), then by reference."""
    meant = selection(reader, tree, today, everybody=everybody)
    shown = tuple(field_named(name) for name in columns)
    sorters = [(field_named(name.lstrip("-")), name.startswith("-")) for name in sort]
    asked = {field.name: field for field in (*shown, *(field for field, _ in sorters))}
    meant = _holding_dues(reader, meant, asked.values(), today)
    people, values = _values(reader, meant, asked.values())
    for field, backwards in reversed(sorters):
        people = _sorted(people, field, values[field.name], backwards=backwards)
    found = len(people)
    rows = [tuple(values[field.name].get(one, _nothing(field)) for field in shown) for one in people[:limit]]
    return Listing(shown, rows, found)


def counted(
    reader: Reader,
    tree: Tree,
    by: str,
    *,
    today: dt.date,
    calendar: Calendar | None = None,
    everybody: bool = False,
) -> Counting:
    """How many of the people meant have each value of a field; a date counts by its year where that is certain."""
    meant = selection(reader, tree, today, everybody=everybody)
    field = field_named(by)
    meant = _holding_dues(reader, meant, [field], today)
    found = how_many(reader, meant)
    holders: dict[Any, set[int]] = defaultdict(set)
    for person, value in _pairs(reader, meant, field):
        if value is not None:
            holders[_year(value, calendar) if field.kind in {Kind.DAY, Kind.MOMENT} else value].add(person)
    known = set().union(*holders.values())
    counts = sorted(
        ((value, len(who)) for value, who in holders.items()), key=lambda one: (-one[1], str(one[0]))
    )
    return Counting(field, [*counts, *([(None, found - len(known))] if len(known) < found else [])], found)


def _holding_dues(reader: Reader, meant: Selection, fields: Iterable[Field], today: dt.date) -> Selection:
    """The selection with what is due today, where a column shows it."""
    if all(field.kind is not Kind.DUE for field in fields):
        return meant
    holding = Holding(reader, today)
    holding.values |= meant.values
    holding.hold_dues()
    return meant._replace(values=holding.values)


def how_many(reader: Reader, meant: Selection) -> int:
    """How many people a selection means."""
    return int(str(reader.value(f"SELECT count(*) FROM people WHERE {meant.sql}", **meant.values)))


def _values(
    reader: Reader, meant: Selection, fields: Iterable[Field]
) -> tuple[list[int], dict[str, dict[int, Any]]]:
    """Everyone meant, and field → person → value as stored; fields of the person come from one question."""
    fields = list(fields)
    single = [field for field in fields if not field.many]
    columns = ", ".join(["people.id", *(field.shown or field.value for field in single)])
    rows = [
        tuple(row)
        for row in reader.each(
            f"SELECT {columns} FROM people WHERE {meant.sql} ORDER BY people.id", **meant.values
        )
    ]
    values = {field.name: {row[0]: row[place] for row in rows} for place, field in enumerate(single, start=1)}
    for field in fields:
        if field.many:
            several: dict[int, dict[Any, None]] = defaultdict(dict)
            for person, value in _pairs(reader, meant, field):
                if value is not None:
                    several[person][value] = None
            values[field.name] = {person: list(each) for person, each in several.items()}
    return [row[0] for row in rows], values


def _pairs(reader: Reader, meant: Selection, field: Field) -> Iterable[Any]:
    """(person, value) for everyone meant, once for every row that holds the field."""
    value = field.shown or field.value
    if not field.many:
        return reader.each(f"SELECT people.id, {value} FROM people WHERE {meant.sql}", **meant.values)
    counts = f" AND ({field.where})" if field.where else ""
    return reader.each(
        f"SELECT its.prisoner_id, {value} FROM {field.rows} AS its"
        f" WHERE its.prisoner_id IN (SELECT people.id FROM people WHERE {meant.sql}){counts}",
        **meant.values,
    )


def _nothing(field: Field) -> Any:
    return [] if field.many else None


def _sorted(people: list[int], field: Field, values: dict[int, Any], *, backwards: bool) -> list[int]:
    """Sorted by one field; who has no value stands last, whichever way round."""
    known = [person for person in people if values.get(person) not in (None, [])]
    unknown = [person for person in people if values.get(person) in (None, [])]
    # the younger the later the date of birth
    turned = backwards is not (field.kind is Kind.AGE)
    return sorted(known, key=lambda person: _rank(values[person]), reverse=turned) + unknown


def _rank(value: Any) -> Any:
    from prisoners.queries.collation import sort_key

    if isinstance(value, list):
        return min(_rank(one) for one in value)
    return sort_key(value) if isinstance(value, str) else value


def _year(stored: str, calendar: Calendar | None) -> str:
    """The year of a date in a calendar (Jalali for None), or that it can have been in several."""
    from prisoners.dates.jalali import from_gregorian
    from prisoners.dates.partial import Calendar, PartialDate, reach

    if stored[10:11] == " ":
        ends = tuple(str(day) for day in reach(PartialDate.from_stored(stored)))
    else:
        ends = (stored[:10], stored[:10])
    if calendar is Calendar.GREGORIAN or "0001-01-01" in ends or "9999-12-31" in ends:
        years = {end[:4] for end in ends}
    else:
        years = {str(from_gregorian(dt.date.fromisoformat(end))[0]) for end in ends}
    return years.pop() if len(years) == 1 else SEVERAL_YEARS
