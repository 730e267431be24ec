"""What is due as a field of the list language: `due:furlough` means whoever has one that is over or near."""

from __future__ import annotations

import datetime as dt
import json

from prisoners.queries.due import due
from prisoners.queries.dues import Asked, DueKind
from prisoners.store.reader import Reader
from prisoners.vocabulary.custody import ComputedStatus

WORDS = (*DueKind, *ComputedStatus)
"""What can be due, and what the calendar alone then says of a person."""


def dues_held(reader: Reader, today: dt.date) -> str:
    """Person and word of everything that is due today, as the parameter that `json_each` spreads."""
    found = {
        (one.person, str(word))
        for one in due(reader, Asked(today))
        if one.person
        for word in (one.kind, one.flag)
        if word
    }
    return json.dumps(sorted(found))
