"""Who says so, how far they can be believed, and what kind of file they left."""

from __future__ import annotations

from enum import StrEnum


class SourceKind(StrEnum):
    """Where a statement comes from (OpenEvSys mt16 and mt19, adapted)."""

    COURT_DOCUMENT = "court_document"
    LAWYER = "lawyer"
    FAMILY = "family"
    PRISONER_STATEMENT = "prisoner_statement"
    FELLOW_PRISONER = "fellow_prisoner"
    EYEWITNESS = "eyewitness"
    HR_ORG_REPORT = "hr_org_report"
    STATE_MEDIA = "state_media"
    JUDICIARY_OFFICIAL = "judiciary_official"
    INDEPENDENT_MEDIA = "independent_media"
    SOCIAL_MEDIA_ACCOUNT = "social_media_account"
    LEAKED_DOCUMENT = "leaked_document"
    UN_DOCUMENT = "un_document"
    FOREIGN_GOVERNMENT = "foreign_government"
    RESEARCHER_INFERENCE = "researcher_inference"
    OTHER = "other"


class Reliability(StrEnum):
    """How far a source can be relied on in general, A highly to E not at all, F unknown (OpenEvSys mt42)."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Credibility(StrEnum):
    """How far one statement can be believed (OpenEvSys mt41); *confirmed* needs two independent sources."""

    CONFIRMED = "confirmed"
    LIKELY = "likely"
    POSSIBLE = "possible"
    UNLIKELY = "unlikely"
    UNKNOWN = "unknown"


class FileKind(StrEnum):
    """What a stored file is: it decides what is asked of it and how carefully it is kept."""

    PHOTO = "photo"
    VERDICT = "verdict"
    INDICTMENT = "indictment"
    SUMMONS = "summons"
    COURT_DOCUMENT = "court_document"
    LETTER = "letter"
    STATEMENT = "statement"
    MEDICAL_DOCUMENT = "medical_document"
    IDENTITY_DOCUMENT = "identity_document"
    CONSENT_FORM = "consent_form"
    WEB_PAGE = "web_page"
    SCREENSHOT = "screenshot"
    AUDIO = "audio"
    VIDEO = "video"
    OTHER = "other"
