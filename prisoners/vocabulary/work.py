"""The researchers' own work: how far a record is reviewed, and what kind of act changed it."""

from __future__ import annotations

from enum import StrEnum


class ReviewState(StrEnum):
    """How far a record has come on its way to being published (Bayanat's workflow)."""

    DRAFT = "draft"
    ENTERED = "entered"
    PEER_REVIEWED = "peer_reviewed"
    PUBLISHED = "published"
    REVISIT_DUE = "revisit_due"


class UpdateKind(StrEnum):
    """What kind of act of a researcher an update is; only an *erasure* may forget old values.

    An *unsealing* changes nothing: somebody looked at what is sealed.
    """

    ENTRY = "entry"
    AMENDMENT = "amendment"
    REPORT = "report"
    WITHDRAWAL = "withdrawal"
    EDIT = "edit"
    IMPORT = "import"
    MERGE = "merge"
    UNDO = "undo"
    ERASURE = "erasure"
    MIGRATION = "migration"
    SEED = "seed"
    UNSEALING = "unsealing"
