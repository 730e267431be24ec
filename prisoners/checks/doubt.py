"""What a check is: a question to the registry that bears the name of the fault it looks for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from prisoners.findings import Finding
from prisoners.store.reader import Reader
from prisoners.vocabulary.words import label

Doubt = Callable[[Reader, dt.date], Iterator[Finding]]
"""A function named after the fault: `released_before_arrested(reader, today)` finds each case of it."""

COUNTED = (
    "JOIN prisoners ON prisoners.id = {}.prisoner_id"
    " AND prisoners.withdrawn = 0 AND prisoners.merged_into IS NULL"
)
"""SQL: only people who count."""


def status_words(code: str) -> str:
    """A custody status as it is told in a finding."""
    return label("custody_status", code)


def day_of(stored: str) -> str:
    """A date as it is told in a finding: the words of its source."""
    return stored.split("|", 2)[2]
