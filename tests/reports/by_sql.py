"""Figures counted by plain SQL and sets, knowing nothing of how reports count."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from prisoners.store.reader import Reader
from prisoners.vocabulary import label

_LIVING = "withdrawn = 0 AND merged_into IS NULL"
_CODES = {"status": "custody_status", "gender": "gender", "ethnicity": "ethnicity", "religion": "religion"}
_SQL = {
    **{column: f"SELECT id, {column} FROM people WHERE {_LIVING}" for column in _CODES},
    "prison": f"SELECT id, coalesce(prison, place) FROM people WHERE {_LIVING}",
    "province": f"SELECT id, province FROM people WHERE {_LIVING}",
    "charge": "SELECT prisoner_id, coalesce(name_en, quoted) FROM charge_sheet",
    "charge_state": "SELECT prisoner_id, state FROM charge_sheet",
    "activity": "SELECT prisoner_id, activity FROM activities WHERE withdrawn = 0",
    "age_group": f"SELECT id, born FROM people WHERE {_LIVING}",
    "year": "SELECT prisoner_id, arrested_on FROM cases WHERE withdrawn = 0 UNION SELECT prisoner_id, happened_on"
    " FROM timeline WHERE kind IN ('arrest', 're_arrest')",
}
"""Dimension → person and value; one person may stand there several times."""
_TOGETHER = "SELECT prisoner_id, coalesce(name_en, quoted), state FROM charge_sheet"
"""What one charge has together: never the name of one charge with the state of another."""
_AGES = ((17, "under 18"), (24, "18–24"), (34, "25–34"), (49, "35–49"), (64, "50–64"), (999, "65 and over"))


def counted_by_sql(reader: Reader, down: str, across: str, *, on: dt.date) -> dict[tuple[str, str], int]:
    """How many have both values, with the totals under All; what is 0 is not there."""
    everybody = {row[0] for row in reader.rows(f"SELECT id FROM people WHERE {_LIVING}")}
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    rows, columns = (_values(reader, dimension, everybody, on) for dimension in (down, across))
    if {down, across} == {"charge", "charge_state"}:
        for person, charge, state in map(tuple, reader.rows(_TOGETHER)):
            said = _said("charge_state", state, on)
            for pair in ((charge, said), (charge, "All"), ("All", said)):
                found[pair if down == "charge" else pair[::-1]].add(person)
        found["All", "All"] = everybody
        none = everybody - {row[0] for row in reader.rows(_TOGETHER)}
        for pair in (("not recorded", "not recorded"), ("not recorded", "All"), ("All", "not recorded")):
            found[pair] = none
        return {pair: len(people) for pair, people in found.items()}
    for person in everybody:
        for one in (*rows[person], "All"):
            for other in (*columns[person], "All"):
                found[one, other].add(person)
    return {pair: len(people) for pair, people in found.items()}


def _values(reader: Reader, dimension: str, everybody: set[int], on: dt.date) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for person, value in map(tuple, reader.rows(_SQL[dimension])):
        if person in everybody and value:
            found[person].add(_said(dimension, value, on))
    return {person: found[person] or {"not recorded"} for person in everybody}


def _said(dimension: str, value: str, on: dt.date) -> str:
    if dimension in _CODES:
        return label(_CODES[dimension], value)
    if dimension in ("activity", "charge_state"):
        return label(dimension, value)
    if dimension == "province":
        return value.capitalize()
    first, last = value[:10], value[11:21]
    if dimension == "year":
        return first[:4] if first[:4] == last[:4] else "not certain"
    if dimension == "age_group":
        groups = {_group(dt.date.fromisoformat(day), on) for day in (first, last)}
        return groups.pop() if len(groups) == 1 else "not certain"
    return value


def _group(born: dt.date, on: dt.date) -> str:
    age = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    return next(words for most, words in _AGES if age <= most)
