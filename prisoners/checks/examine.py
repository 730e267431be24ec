"""All checks by name, and examining the registry with some of them or all."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Sequence

from prisoners.checks.doubt import Doubt
from prisoners.checks.order import (
    event_in_the_future,
    executed_then_released,
    order_uncertain,
    released_before_arrested,
)
from prisoners.checks.places import prison_closed_at_that_date
from prisoners.checks.testimony import (
    conflicting_values_unresolved,
    foreign_number_of_two,
    status_without_source,
)
from prisoners.errors import NoSuchCheck
from prisoners.findings import Finding
from prisoners.store.reader import Reader

DOUBTS: dict[str, Doubt] = {
    doubt.__name__: doubt
    for doubt in (
        released_before_arrested,
        executed_then_released,
        order_uncertain,
        event_in_the_future,
        prison_closed_at_that_date,
        status_without_source,
        conflicting_values_unresolved,
        foreign_number_of_two,
    )
}
"""Name → check; the name is the function, the finding, the heading in the documents and the argument of `--only`."""


def examine(
    reader: Reader, today: dt.date, *, only: Sequence[str] = (), person: str | None = None
) -> list[Finding]:
    """Every doubt there is, the gravest first; raises NoSuchCheck for a name that is none."""
    for name in only:
        if name not in DOUBTS:
            raise NoSuchCheck(name, difflib.get_close_matches(name, DOUBTS, n=3, cutoff=0.4))
    found = [finding for name in only or DOUBTS for finding in DOUBTS[name](reader, today)]
    if person is not None:
        found = [finding for finding in found if person in {finding.person, finding.about}]
    return sorted(found, key=lambda finding: -finding.gravity)
