"""The reports by name: what each one says, what it needs, and where it is made."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NamedTuple

from prisoners.errors import NoSuchReport
from prisoners.reports.material import Material
from prisoners.reports.table import Table

DAY, SENT = "a day", "an export or an update"
"""What some reports must be told."""


class Entry(NamedTuple):
    """One report."""

    name: str
    says: str
    where: str = ""
    """`module:function` in prisoners.reports; the name of the report where it is empty."""
    needs: str = ""
    """What it must be told besides its name; empty for nothing."""
    example: str = ""
    unit: str = "persons"

    def make(self) -> Callable[[Material], list[Table]]:
        """The function that makes the tables, loaded when it is asked for."""
        module, _, function = (self.where or self.name.replace("-", "_")).partition(":")
        found: Callable[[Material], list[Table]] = getattr(
            import_module(f"prisoners.reports.{module}"), function or module
        )
        return found


REPORTS: tuple[Entry, ...] = (
    Entry("situation", "The whole picture: key figures, over time, by status, prison, charge, gender."),
    Entry("urgent", "Death row, hunger strike, ill, without contact, minors."),
    Entry("releases", "Who was released: by month, and one by one."),
    Entry("new-since", "New people and new events since a day.", "new_since", DAY, "1403-01-01"),
    Entry(
        "changes-since",
        "What changed since what was sent, field by field.",
        "changes_since",
        SENT,
        "EX-0001",
    ),
    Entry("by-prison", "Who is held where.", "by_prison"),
    Entry("by-charge", "How many people and charges by offence.", "by_charge"),
    Entry("women", "Women in custody or under control."),
    Entry("minors", "Who is, or when arrested was, under 18."),
    Entry("dual-nationals", "Dual and foreign nationals.", "dual_nationals"),
    Entry(
        "list-for-government", "A list to hand over, with what was asked and answered before.", "government"
    ),
    Entry("deadlines", "Deadlines of the law, furloughs and releases that are near or over."),
    Entry("sources", "How many statements each source bears, how reliable it is, what it touches."),
    Entry("officials", "Judges and their cases; named only where sourced twice."),
    Entry("campaign", "Who was asked for whom, what was answered, what followed."),
    Entry("letters", "To whom letters can be sent in prison, and where: only where it was agreed to."),
    Entry("figures", "Any count by one thing or two: --by status --by gender.", "crossed:figures"),
)


def report_named(name: str, behind: Sequence[str] = ()) -> Entry:
    """The report of this name; raises NoSuchReport, with the nearest names, or the one that stands behind it."""
    found = {entry.name: entry for entry in REPORTS}
    asked = name.strip().casefold().replace("_", "-")
    if asked not in found:
        nearest = difflib.get_close_matches(asked, found, n=2)
        raise NoSuchReport(name, nearest, next((word for word in behind if word in found), ""))
    return found[asked]
