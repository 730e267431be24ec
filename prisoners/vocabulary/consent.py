"""Who may know what, and who agreed to it."""

from __future__ import annotations

from enum import StrEnum


class Confidentiality(StrEnum):
    """How far a fact may travel, from everybody to nobody but its keeper."""

    PUBLIC = "public"
    ADVOCATES = "advocates"
    INTERNAL = "internal"
    SEALED = "sealed"


class Audience(StrEnum):
    """For whom an answer or a file is made; what is sealed is made for no audience."""

    PUBLIC = "public"
    ADVOCATES = "advocates"
    INTERNAL = "internal"


class NamingRule(StrEnum):
    """How much of a name may be shown to others."""

    FULL = "full"
    FIRST_NAME = "first_name"
    INITIALS = "initials"
    PSEUDONYM = "pseudonym"
    ANONYMOUS = "anonymous"


class PublicationBasis(StrEnum):
    """Why a person's case may be made public; *none* until a researcher says otherwise."""

    NONE = "none"
    CONSENT = "consent"
    OWN_STATEMENT = "own_statement"
    FAMILY_STATEMENT = "family_statement"
    ALREADY_PUBLIC = "already_public"
    OFFICIAL_ANNOUNCEMENT = "official_announcement"
    PUBLIC_OFFICIAL_DUTY = "public_official_duty"


class ConsentScope(StrEnum):
    """What exactly somebody agreed to (WGEID and Special Rapporteur forms ask for each apart).

    To be written to is asked apart as well: a letter passes through the hands of those who hold the prisoner.
    """

    STORE = "store"
    SHARE = "share"
    PUBLISH = "publish"
    SEND_TO_UN = "send_to_un"
    USE_NAME = "use_name"
    RECEIVE_LETTERS = "receive_letters"


class ConsentSubject(StrEnum):
    """Who gave the consent."""

    PERSON = "person"
    FAMILY = "family"
    LAWYER = "lawyer"
    GUARDIAN = "guardian"
    REPRESENTATIVE = "representative"


class ConsentMeans(StrEnum):
    """How the consent was given."""

    SIGNED_DOCUMENT = "signed_document"
    LETTER = "letter"
    EMAIL = "email"
    MESSAGE = "message"
    TELEPHONE = "telephone"
    VIDEO_CALL = "video_call"
    IN_PERSON = "in_person"
    THROUGH_FAMILY = "through_family"
    THROUGH_LAWYER = "through_lawyer"
    PUBLIC_STATEMENT = "public_statement"
    OTHER = "other"
