"""How what is recorded is put into words for a sheet: terms, punishments, articles, amounts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from prisoners.dates.partial import PartialDate
from prisoners.dates.write import write_ends
from prisoners.law.term_words import write_term
from prisoners.law.terms import Term
from prisoners.reference import reference_list
from prisoners.sheets.speech import Both, Speech

Row = Mapping[str, Any]

_UNITS = ("years", "months", "days", "half_month")


def ends(stored: str | None) -> tuple[str, str]:
    """The first and the last day of a stored date, for columns that sort; nothing for none."""
    return write_ends(PartialDate.from_stored(stored)) if stored else ("", "")


def persian_name(row: Row) -> str:
    """What an entry of a reference list is called in Persian, where that is recorded."""
    return row.get("name_fa") or ""


def presumed(speech: Speech, field: str, row: Row) -> str:
    """What a code of a person is called, with the doubt that belongs to it."""
    said = speech.code(field, row.get(field))
    return speech.words("{words} (presumed)", words=said) if said and row.get(f"{field}_presumed") else said


def yes_or_no(speech: Speech, value: int | None) -> str:
    """A flag in words; empty is not recorded."""
    return "" if value is None else speech.words("yes" if value else "no")


def article(speech: Speech, offence: Row) -> str:
    """The article of an offence, as lawyers cite it: `IPC75 500 bis, 2`."""
    if not offence:
        return ""
    bis = speech.words(" bis {number}", number=offence["bis"]) if offence.get("bis") else ""
    paragraph = f", {offence['paragraph']}" if offence.get("paragraph") else ""
    return f"{offence['law']} {offence['article']}{bis}{paragraph}"


def law_named(speech: Speech, code: str) -> str:
    """The full title of a law; one that is not in the list stands as it is cited."""
    return speech.either(_laws().get(code, (code, code)))


def legislation(speech: Speech, offences: Iterable[Row]) -> list[str]:
    """Each law with its articles, for readers who do not know how it is cited: `Islamic Penal Code 1392: 279, 286`."""
    articles: dict[str, dict[str, None]] = {}
    for offence in offences:
        if offence:
            cited = article(speech, offence).removeprefix(f"{offence['law']} ")
            articles.setdefault(offence["law"], {})[speech.digits(cited)] = None
    between = "، " if speech.is_persian else ", "
    return [f"{law_named(speech, law)}: {between.join(cited)}" for law, cited in articles.items()]


@cache
def _laws() -> dict[str, Both]:
    return {row["code"]: (row["title_en"], row["title_fa"]) for row in reference_list("laws")}


def amount(speech: Speech, row: Row) -> str:
    """An amount with its currency."""
    if not row.get("amount"):
        return ""
    return f"{speech.digits(format(row['amount'], ','))} {row.get('currency') or ''}".strip()


def term(speech: Speech, row: Row, prefix: str = "") -> str:
    """Years, months and days as pronounced: `3 years and 6½ months`; `prefix` for those of the suspended part."""
    years, months, days, half = (row.get(f"{prefix}{unit}") or 0 for unit in _UNITS)
    if not (years or months or days or half):
        return ""
    said = Term(years, months, days, bool(half))
    return speech.told(lambda language: write_term(said, language))


def suspended(speech: Speech, row: Row) -> str:
    """How much of a punishment is suspended: wholly, or which part of it."""
    return speech.words("wholly") if row.get("suspended") else term(speech, row, "suspended_")


def sentence(speech: Speech, row: Row) -> str:
    """One punishment in few words: `imprisonment 3 years and 6 months (suspended)`, `… (suspended: 2 years)`."""
    lashes = speech.words("{number} lashes", number=speech.number(row["lashes"])) if row.get("lashes") else ""
    told = [
        speech.code("sentence_kind", row["kind"]),
        term(speech, row),
        amount(speech, row),
        row.get("place"),
        lashes,
    ]
    part = suspended(speech, row)
    if row.get("suspended"):
        told.append(speech.words("(suspended)"))
    elif part:
        told.append(f"({speech.words('suspended')}: {part})")
    return " ".join(part for part in told if part)
