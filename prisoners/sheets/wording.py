"""How what is recorded is put into words for a sheet: codes, dates in both calendars, terms, amounts."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from prisoners.dates.partial import PartialDate
from prisoners.dates.write import write_date
from prisoners.vocabulary import label

Row = dict[str, Any]


@lru_cache(maxsize=65536)
def read_stored(stored: str | None) -> PartialDate | None:
    """A date as it is stored, read; None for none."""
    return PartialDate.from_stored(stored) if stored else None


@lru_cache(maxsize=65536)
def said(stored: str | None) -> str:
    """A stored date in both calendars."""
    date = read_stored(stored)
    return write_date(date) if date else ""


def word(code_list: str, code: str | None) -> str:
    """What a code is called; nothing for none."""
    return label(code_list, code) if code else ""


def title(code: str | None) -> str:
    """A province or city by its code, as it is written: `west_azerbaijan` as West Azerbaijan."""
    return code.replace("_", " ").title() if code else ""


def presumed(field: str, row: Row) -> str:
    """What a code of a person is called, with the doubt that belongs to it."""
    said_of = word(field, row.get(field))
    return f"{said_of} (presumed)" if said_of and row.get(f"{field}_presumed") else said_of


def yes_or_no(value: int | None) -> str:
    """A flag in words; empty is not recorded."""
    return "" if value is None else "yes" if value else "no"


def article(offence: Row) -> str:
    """The article of an offence, as lawyers cite it: `IPC75 500 bis, 2`."""
    if not offence:
        return ""
    bis = f" bis {offence['bis']}" if offence.get("bis") else ""
    paragraph = f", {offence['paragraph']}" if offence.get("paragraph") else ""
    return f"{offence['law']} {offence['article']}{bis}{paragraph}"


def amount(row: Row) -> str:
    """An amount with its currency."""
    return f"{row['amount']:,} {row.get('currency') or ''}".strip() if row.get("amount") else ""


def term(row: Row, years: str = "years", months: str = "months", days: str = "days") -> str:
    """Years, months and days as pronounced: `3 years 6½ months`."""
    half = "½" if row.get("half_month") and months == "months" else ""
    counted = ((row.get(years), "", "year"), (row.get(months), half, "month"), (row.get(days), "", "day"))
    return " ".join(
        f"{number or ''}{part} {unit}{'' if number == 1 and not part else 's'}"
        for number, part, unit in counted
        if number or part
    )


def punishment(row: Row) -> Row:
    """One component of a sentence, cell by cell."""
    if not row:
        return {}
    suspended = term(row, "suspended_years", "suspended_months", "suspended_days")
    return {
        **{field: row.get(field) for field in ("lashes", "place", "quoted")},
        "kind": word("sentence_kind", row["kind"]),
        "term": term(row),
        "fine": amount(row),
        "suspended": "wholly" if row.get("suspended") else suspended,
        "state": word("sentence_state", row["state"]),
        "official_release": said(row.get("official_release")),
    }


def sentence(row: Row) -> str:
    """One punishment in few words: `prison 3 years 6 months (suspended)`."""
    told = [word("sentence_kind", row["kind"]), term(row), amount(row), row.get("place")]
    told += [
        f"{row['lashes']} lashes" if row.get("lashes") else "",
        "(suspended)" if row.get("suspended") else "",
    ]
    return " ".join(part for part in told if part)
