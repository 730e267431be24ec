"""The register of the closed lists: what a column calls each, and which enum holds its codes."""

from __future__ import annotations

import importlib
from enum import StrEnum
from functools import cache
from typing import cast

from prisoners.errors import UnknownList

SUBJECTS: dict[str, tuple[str, ...]] = {
    "activities": ("Activity", "ActivityWeight"),
    "advocacy": ("FollowUpState", "Impact", "InterventionKind", "InterventionResponse", "InterventionStatus"),
    "consent": (
        "Audience",
        "Confidentiality",
        "ConsentMeans",
        "ConsentScope",
        "ConsentSubject",
        "NamingRule",
        "PublicationBasis",
    ),
    "custody": ("ComputedStatus", "CustodyStatus", "LegalStage", "LifeState"),
    "estimates": ("EstimateKind", "EstimateUnit"),
    "events": ("EventKind",),
    "justice": (
        "CaseNumberKind",
        "ChargeState",
        "CourtKind",
        "Currency",
        "Instance",
        "OfficialRole",
        "Outcome",
        "PunishmentClass",
        "SentenceKind",
        "SentenceState",
    ),
    "people": (
        "ContactKind",
        "Ethnicity",
        "Gender",
        "HealthKind",
        "NameKind",
        "Priority",
        "RelationKind",
        "Religion",
        "Script",
    ),
    "places": ("Authority", "PrisonKind"),
    "sources": ("Credibility", "FileKind", "Reliability", "SourceKind"),
    "violations": ("Violation",),
    "work": ("ReviewState", "UpdateKind"),
}
"""Subject (a module of this package) → the enums it holds; loaded when one of them is asked for."""

AGGREGATES = ("IN_CUSTODY", "UNDER_CONTROL", "FREE", "DEAD", "UNKNOWN")
"""The sums of custody statuses that reports count, in `custody`."""

HOMES: dict[str, str] = {name: subject for subject, names in SUBJECTS.items() for name in names}
HOMES.update(dict.fromkeys(AGGREGATES, "custody"), folded="reading", read_code="reading")


def list_name(enum_name: str) -> str:
    """The name of a list as columns and `labels.csv` write it: `CustodyStatus` → `custody_status`."""
    parts = "".join("_" + letter.lower() if letter.isupper() else letter for letter in enum_name)
    return parts.removeprefix("_")


ENUM_NAMES: dict[str, str] = {list_name(name): name for names in SUBJECTS.values() for name in names}
"""List → enum: `custody_status` → `CustodyStatus`."""


@cache
def enum_named(code_list: str) -> type[StrEnum]:
    """The enum of a list: `enum_named("custody_status")` is `CustodyStatus`."""
    name = ENUM_NAMES.get(code_list)
    if name is None:
        raise UnknownList(code_list, sorted(ENUM_NAMES), [])
    module = importlib.import_module(f"prisoners.vocabulary.{HOMES[name]}")
    return cast("type[StrEnum]", getattr(module, name))


def codes(code_list: str) -> tuple[str, ...]:
    """The codes of a list, in the order of the field."""
    return tuple(member.value for member in enum_named(code_list))
