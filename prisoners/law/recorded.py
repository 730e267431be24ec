"""Terms and articles of the law, read from the columns in which a row keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from prisoners.dates.partial import PartialDate
from prisoners.law.offences import OffenceText
from prisoners.law.terms import Term
from prisoners.vocabulary.justice import PunishmentClass

Row = Mapping[str, Any]


def term_of(row: Row, part: str = "") -> Term | None:
    """The years, months and days that begin with `part`; None where none are recorded."""
    years, months, days = row[f"{part}years"], row[f"{part}months"], row[f"{part}days"]
    half = bool(row[f"{part}half_month"])
    if years is None and months is None and days is None and not half:
        return None
    return Term(years or 0, months or 0, days or 0, half)


def offence_text(row: Row) -> OffenceText:
    """The article of a charge as the catalogue has it."""
    greatest, least = (
        Term(row[f"{end}_years"] or 0, row[f"{end}_months"] or 0, row[f"{end}_days"] or 0)
        for end in ("max", "min")
    )
    since, until = row["valid_from"], row["valid_until"]
    return OffenceText(
        row["name_en"] or "",
        PunishmentClass(row["punishment_class"] or PunishmentClass.UNKNOWN),
        least or None,
        greatest or None,
        PartialDate.from_stored(since) if since else None,
        PartialDate.from_stored(until) if until else None,
    )
