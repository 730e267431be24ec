"""What is done for prisoners, what is answered, and what comes of it."""

from __future__ import annotations

from enum import StrEnum


class InterventionKind(StrEnum):
    """What was done for somebody (OpenEvSys mt20, and the forms that advocates use)."""

    URGENT_APPEAL = "urgent_appeal"
    LETTER = "letter"
    STATEMENT = "statement"
    MEETING = "meeting"
    UN_SUBMISSION = "un_submission"
    PRISONER_LIST = "prisoner_list"
    PARLIAMENTARY_QUESTION = "parliamentary_question"
    SPONSORSHIP = "sponsorship"
    PETITION = "petition"
    PUBLICITY = "publicity"
    CONFIDENTIAL_CONTACT = "confidential_contact"
    REQUEST_TO_OTHERS = "request_to_others"
    DEMAND_FOR_INVESTIGATION = "demand_for_investigation"
    PETITION_AGAINST_DECISION = "petition_against_decision"
    LEGAL_AID = "legal_aid"
    MEDICAL_AID = "medical_aid"
    FINANCIAL_AID = "financial_aid"
    FURTHER_ANSWER = "further_answer"
    OTHER = "other"


class InterventionStatus(StrEnum):
    """Whether those who were asked are doing something (OpenEvSys mt44)."""

    SIGNIFICANT_ACTION = "significant_action"
    SOME_ACTION = "some_action"
    TOKEN_ACTION = "token_action"  # noqa: S105 - a code of the list, no password
    NOT_CONTINUING = "not_continuing"
    PENDING = "pending"
    NONE = "none"
    CLOSED = "closed"


class InterventionResponse(StrEnum):
    """How those who were asked answered (OpenEvSys mt27)."""

    ASSISTANCE_GIVEN = "assistance_given"
    MORE_PRESSURE = "more_pressure"
    PUBLICITY = "publicity"
    PLEDGE = "pledge"
    DENIAL = "denial"
    OBSTRUCTION = "obstruction"
    MORE_INFORMATION_ASKED = "more_information_asked"
    TOKEN_RESPONSE = "token_response"  # noqa: S105 - a code of the list, no password
    NONE = "none"


class Impact(StrEnum):
    """What an intervention changed for the person (OpenEvSys mt45)."""

    STRONG_POSITIVE = "strong_positive"
    MODERATE_POSITIVE = "moderate_positive"
    MINOR = "minor"
    NONE_DISCERNIBLE = "none_discernible"
    MODERATE_NEGATIVE = "moderate_negative"
    STRONG_NEGATIVE = "strong_negative"
    UNKNOWN = "unknown"


class FollowUpState(StrEnum):
    """What has become of a reminder."""

    OPEN = "open"
    DONE = "done"
    POSTPONED = "postponed"
    DROPPED = "dropped"
