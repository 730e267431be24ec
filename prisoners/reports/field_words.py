"""Which closed list the codes of a column belong to, and which reference list its numbers."""

from __future__ import annotations

CODES: dict[tuple[str, str], str] = {
    ("", "gender"): "gender",
    ("", "ethnicity"): "ethnicity",
    ("", "religion"): "religion",
    ("", "naming"): "naming_rule",
    ("", "basis"): "publication_basis",
    ("", "priority"): "priority",
    ("", "activity"): "activity",
    ("", "weight"): "activity_weight",
    ("", "stage"): "legal_stage",
    ("", "arrested_by"): "authority",
    ("", "authority"): "authority",
    ("", "violation"): "violation",
    ("", "instance"): "instance",
    ("", "outcome"): "outcome",
    ("", "credibility"): "credibility",
    ("", "becomes"): "sentence_kind",
    ("charges", "state"): "charge_state",
    ("sentences", "state"): "sentence_state",
    ("sentences", "kind"): "sentence_kind",
    ("events", "kind"): "event_kind",
    ("events", "status"): "custody_status",
    ("files", "kind"): "file_kind",
    ("files", "verification"): "credibility",
}
"""(Table, or nothing for any; column) → the list."""

LISTS: dict[str, str] = {
    "prison_id": "prisons",
    "court_id": "courts",
    "judge_id": "officials",
    "offence_id": "offences",
}
"""Columns that hold the number of a row of a reference list."""
