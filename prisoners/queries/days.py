"""Comparing a stored date in SQL: what is certain, and with `~` what cannot be excluded."""

from __future__ import annotations

import datetime as dt

from prisoners.queries.language import Sign

Span = tuple[dt.date, dt.date]
"""First and last day of the period a date is compared with."""

_CERTAINLY: dict[Sign, str] = {
    ":": "{earliest} >= {first} AND {latest} <= {last}",
    "=": "{earliest} >= {first} AND {latest} <= {last}",
    "<": "{latest} < {first}",
    "<=": "{latest} <= {last}",
    ">": "{earliest} > {last}",
    ">=": "{earliest} >= {first}",
}
_POSSIBLY: dict[Sign, str] = {
    ":": "{earliest} <= {last} AND {latest} >= {first}",
    "=": "{earliest} <= {last} AND {latest} >= {first}",
    "<": "{earliest} < {first}",
    "<=": "{earliest} <= {last}",
    ">": "{latest} > {last}",
    ">=": "{latest} >= {first}",
}


def compared(column: str, sign: Sign, first: str, last: str, *, possibly: bool = False) -> str:
    """SQL: whether the stored date lies so to a period; `first` and `last` are parameters for its days."""
    pattern = _POSSIBLY[sign] if possibly else _CERTAINLY[sign]
    return (
        "(" + pattern.format(earliest=earliest(column), latest=latest(column), first=first, last=last) + ")"
    )


def earliest(column: str) -> str:
    """SQL of the first day a stored date can have been; "about 2019" can have been in 2018."""
    day = f"substr({column}, 1, 10)"
    return f"(CASE WHEN {_about(column)} AND {day} <> '0001-01-01' THEN {_shifted(day, column, '-')} ELSE {day} END)"


def latest(column: str) -> str:
    """SQL of the last day a stored date can have been."""
    day = f"substr({column}, 12, 10)"
    return f"(CASE WHEN {_about(column)} AND {day} <> '9999-12-31' THEN {_shifted(day, column, '+')} ELSE {day} END)"


def _about(column: str) -> str:
    edtf = f"substr({column}, 23, instr({column}, '|') - 23)"
    # char(37) is the per cent sign, which shared SQL does not write
    return f"(instr({edtf}, '~') > 0 OR instr({edtf}, char(37)) > 0)"


def _shifted(day: str, column: str, direction: str) -> str:
    """An approximate date reaches its own length to either side, a year where it has an open end."""
    first, last = f"substr({column}, 1, 10)", f"substr({column}, 12, 10)"
    length = (
        f"(CASE WHEN {first} = '0001-01-01' OR {last} = '9999-12-31' THEN 365"
        f" ELSE CAST(julianday({last}) - julianday({first}) AS INTEGER) + 1 END)"
    )
    return f"date({day}, '{direction}' || {length} || ' days')"


def years_before(day: dt.date, years: int) -> dt.date:
    """The same day of an earlier year; 1 March for a 29 February that it does not have."""
    year = max(day.year - years, 1)
    try:
        return day.replace(year=year)
    except ValueError:
        return dt.date(year, 3, 1)
