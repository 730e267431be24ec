"""The closed lists of the field: every code that may stand in a column, with its words in two languages.

A list is loaded when it is first asked for: all 600 codes take 15 ms, and a question needs a few dozen.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from prisoners.vocabulary.lists import ENUM_NAMES, HOMES, codes, enum_named, list_name
from prisoners.vocabulary.words import label, offered

if TYPE_CHECKING:
    from prisoners.vocabulary.activities import Activity, ActivityWeight
    from prisoners.vocabulary.advocacy import (
        FollowUpState,
        Impact,
        InterventionKind,
        InterventionResponse,
        InterventionStatus,
    )
    from prisoners.vocabulary.consent import (
        Audience,
        Confidentiality,
        ConsentMeans,
        ConsentScope,
        ConsentSubject,
        NamingRule,
        PublicationBasis,
    )
    from prisoners.vocabulary.custody import (
        DEAD,
        FREE,
        IN_CUSTODY,
        UNDER_CONTROL,
        UNKNOWN,
        ComputedStatus,
        CustodyStatus,
        LegalStage,
        LifeState,
    )
    from prisoners.vocabulary.estimates import EstimateKind, EstimateUnit
    from prisoners.vocabulary.events import EventKind
    from prisoners.vocabulary.justice import (
        CaseNumberKind,
        ChargeState,
        CourtKind,
        Currency,
        Instance,
        OfficialRole,
        Outcome,
        PunishmentClass,
        SentenceKind,
        SentenceState,
    )
    from prisoners.vocabulary.people import (
        ContactKind,
        Ethnicity,
        Gender,
        HealthKind,
        NameKind,
        Priority,
        RelationKind,
        Religion,
        Script,
    )
    from prisoners.vocabulary.places import Authority, PrisonKind
    from prisoners.vocabulary.reading import folded, read_code
    from prisoners.vocabulary.sources import Credibility, FileKind, Reliability, SourceKind
    from prisoners.vocabulary.violations import Violation
    from prisoners.vocabulary.work import ReviewState, UpdateKind

__all__ = [
    "DEAD",
    "ENUM_NAMES",
    "FREE",
    "IN_CUSTODY",
    "UNDER_CONTROL",
    "UNKNOWN",
    "Activity",
    "ActivityWeight",
    "Audience",
    "Authority",
    "CaseNumberKind",
    "ChargeState",
    "ComputedStatus",
    "Confidentiality",
    "ConsentMeans",
    "ConsentScope",
    "ConsentSubject",
    "ContactKind",
    "CourtKind",
    "Credibility",
    "Currency",
    "CustodyStatus",
    "EstimateKind",
    "EstimateUnit",
    "Ethnicity",
    "EventKind",
    "FileKind",
    "FollowUpState",
    "Gender",
    "HealthKind",
    "Impact",
    "Instance",
    "InterventionKind",
    "InterventionResponse",
    "InterventionStatus",
    "LegalStage",
    "LifeState",
    "NameKind",
    "NamingRule",
    "OfficialRole",
    "Outcome",
    "Priority",
    "PrisonKind",
    "PublicationBasis",
    "PunishmentClass",
    "RelationKind",
    "Reliability",
    "Religion",
    "ReviewState",
    "Script",
    "SentenceKind",
    "SentenceState",
    "SourceKind",
    "UpdateKind",
    "Violation",
    "codes",
    "enum_named",
    "folded",
    "label",
    "list_name",
    "offered",
    "read_code",
]


def __getattr__(name: str) -> Any:
    """Load the subject in which the list lives."""
    subject = HOMES.get(name)
    if subject is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f"{__name__}.{subject}"), name)
    globals()[name] = value
    return value
