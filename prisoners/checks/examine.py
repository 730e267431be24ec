"""All checks by name, and examining the registry with some of them or all."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Sequence

from prisoners.checks import (
    benches,
    cases,
    dates,
    estimates,
    events,
    order,
    people,
    places,
    sentences,
    sources,
    status,
    testimony,
)
from prisoners.checks.doubt import Doubt
from prisoners.errors import NoSuchCheck
from prisoners.findings import Finding
from prisoners.store.reader import Reader

ABOUT = (
    order,
    dates,
    people,
    cases,
    benches,
    sentences,
    events,
    places,
    status,
    testimony,
    sources,
    estimates,
)
"""The modules of doubts; every public function that one of them defines is a check."""

DOUBTS: dict[str, Doubt] = {
    name: doubt
    for module in ABOUT
    for name, doubt in vars(module).items()
    if not name.startswith("_") and getattr(doubt, "__module__", "") == module.__name__
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
