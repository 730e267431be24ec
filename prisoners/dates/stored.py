"""A date as the registry keeps it, told from a text that only looks like one."""

from __future__ import annotations

import re
from functools import lru_cache

from prisoners.dates.edtf import parse_edtf
from prisoners.dates.partial import OPEN_EARLY, OPEN_LATE, PartialDate

_SHAPE = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{4}-[0-9]{2}-[0-9]{2} [^|Y]*\|[a-z]+\|.*", re.ASCII | re.DOTALL
)
"""Without a year of five digits or more, in which no prisoner lived, and which could be a telephone number."""


@lru_cache(maxsize=65536)
def stored_date(text: str) -> PartialDate | None:
    """The date that is kept as this text; None for any other text, and for one whose days are not those of its EDTF."""
    if not _SHAPE.fullmatch(text):
        return None
    try:
        date = PartialDate.from_stored(text)
    except (KeyError, ValueError):
        return None
    if date.edtf:
        meant = parse_edtf(date.edtf)
        ends = meant and (meant.earliest, meant.latest)
    else:
        ends = (OPEN_EARLY, OPEN_LATE)
    return date if ends == (date.earliest, date.latest) else None
