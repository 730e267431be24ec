"""A row as programs get it: dates as an object, flags as true or false, numbers of rows as references."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from prisoners.store.references import write_reference

DAYS = frozenset(
    {
        "accessed_on", "act_on", "arrested_on", "born", "captured_on", "closed_on", "due_on", "given_on", "happened_on",
        "held_since", "laid_on", "made_on", "notified_on", "official_release", "opened_on", "published_on",
        "recalled_on", "responded_on", "since", "until", "valid_from", "valid_until", "verified_on", "withdrawn_on",
    }
)  # fmt: skip
"""Columns that hold a date."""

FLAGS = frozenset(
    {
        "abroad", "after_death", "by_pardon", "competent", "convertible", "disclosed", "ethnicity_presumed",
        "half_month", "in_absentia", "is_primary", "merges", "minors", "open_ended", "order_uncertain",
        "reduced_half_month", "refused", "religion_presumed", "reported_half_month", "suspended",
        "suspended_half_month", "unconfirmed", "understood", "voluntary", "warrant_shown", "withdrawn",
    }
)  # fmt: skip
"""Columns that hold yes or no."""

LINKS: dict[str, str] = {
    "after_id": "events", "case_id": "cases", "charge_id": "charges", "court_id": "courts", "derived_from": "sources",
    "follows": "interventions",
    "instead_of": "charges", "intervention_id": "interventions", "judge_id": "officials", "judgment_id": "judgments",
    "merged_into": "prisoners", "offence_id": "offences", "official_id": "officials", "other_id": "prisoners",
    "overlaps": "estimates", "prison_id": "prisons", "prisoner_id": "prisoners", "source_id": "sources",
    "status_event_id": "events", "successor_id": "prisons", "update_id": "updates", "version": "updates",
}  # fmt: skip
"""Columns that hold the number of a row, and of which table."""

OPEN = ("0001-01-01", "9999-12-31")


def date_outward(stored: str | None) -> dict[str, str | None] | None:
    """A date for programs; an open end is null, never a day nobody meant."""
    if stored is None:
        return None
    head, calendar, words = stored.split("|", 2)
    first, last, edtf = head[:10], head[11:21], head[22:]
    return {
        "earliest": None if first == OPEN[0] else first,
        "latest": None if last == OPEN[1] else last,
        "edtf": edtf or None,
        "calendar": calendar,
        "words": words,
    }


def outward(table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of a table or of a view on it, its own reference first."""
    cells = {"reference": write_reference(table, row["id"])} if "id" in row else {}
    return cells | {column: _cell(column, value) for column, value in row.items() if column != "id"}


def _cell(column: str, value: Any) -> Any:
    if value is None:
        return None
    if column in DAYS:
        return date_outward(value)
    if column in FLAGS:
        return bool(value)
    if column in LINKS:
        return write_reference(LINKS[column], value) if value else None
    return value
