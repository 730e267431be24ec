"""The three axes of a person's situation: custody, legal stage and life, and what reports sum up."""

from __future__ import annotations

from enum import StrEnum


class CustodyStatus(StrEnum):
    """Where a person stands between freedom and the cell, as an event left it.

    The axis is independent of the legal stage and of life (OpenEvSys mt25, Press Freedom Tracker). What
    follows only from the calendar (a furlough that has run out, a term that has ended without news) is a
    `ComputedStatus`.
    """

    SUMMONED = "summoned"
    AT_LARGE_WANTED = "at_large_wanted"
    DETAINED_INVESTIGATION = "detained_investigation"
    DETAINED_PENDING_TRIAL = "detained_pending_trial"
    DETAINED_PENDING_APPEAL = "detained_pending_appeal"
    IMPRISONED_SERVING = "imprisoned_serving"
    IMPRISONED_UNKNOWN_BASIS = "imprisoned_unknown_basis"
    FURLOUGH = "furlough"
    HOSPITAL_CUSTODY = "hospital_custody"
    SEMI_LIBERTY = "semi_liberty"
    ELECTRONIC_MONITORING = "electronic_monitoring"
    HOUSE_ARREST = "house_arrest"
    INTERNAL_EXILE = "internal_exile"
    ON_BAIL = "on_bail"
    RELEASED_ON_UNDERTAKING = "released_on_undertaking"
    SENTENCE_NOT_YET_ENFORCED = "sentence_not_yet_enforced"
    SUSPENDED_SENTENCE = "suspended_sentence"
    SENTENCE_POSTPONED = "sentence_postponed"
    CONDITIONAL_RELEASE = "conditional_release"
    RELEASED_END_OF_TERM = "released_end_of_term"
    RELEASED_PARDON = "released_pardon"
    RELEASED_ACQUITTED_OR_DROPPED = "released_acquitted_or_dropped"
    RELEASED_UNKNOWN_REASON = "released_unknown_reason"
    ESCAPED_OR_LEFT_COUNTRY = "escaped_or_left_country"
    DISAPPEARED = "disappeared"
    WHEREABOUTS_UNKNOWN = "whereabouts_unknown"
    DEPORTED_OR_HANDED_OVER = "deported_or_handed_over"
    EXECUTED = "executed"
    DIED_IN_CUSTODY = "died_in_custody"
    DIED_AFTER_RELEASE = "died_after_release"
    UNKNOWN = "unknown"


class ComputedStatus(StrEnum):
    """What the calendar alone says of a person on a given day: an answer of a view, never entered."""

    FURLOUGH_OVERDUE = "furlough_overdue"
    UNRESOLVED_AFTER_EXPECTED_END = "unresolved_after_expected_end"


class LegalStage(StrEnum):
    """How far one prosecution has come, from investigation to closing (Code of Criminal Procedure 1392)."""

    NONE = "none"
    INVESTIGATION = "investigation"
    INDICTED = "indicted"
    FIRST_INSTANCE = "first_instance"
    VERDICT_NOT_FINAL = "verdict_not_final"
    APPEAL = "appeal"
    CASSATION = "cassation"
    FINAL = "final"
    RETRIAL_474 = "retrial_474"
    REVIEW_477 = "review_477"
    ENFORCEMENT = "enforcement"
    PARDON_REQUEST = "pardon_request"
    CLOSED = "closed"
    STAYED = "stayed"
    UNKNOWN = "unknown"


class LifeState(StrEnum):
    """Whether a person is alive: asked apart from custody, since people also die on furlough."""

    ALIVE = "alive"
    DEAD = "dead"
    UNKNOWN = "unknown"


IN_CUSTODY = frozenset(
    {
        CustodyStatus.DETAINED_INVESTIGATION,
        CustodyStatus.DETAINED_PENDING_TRIAL,
        CustodyStatus.DETAINED_PENDING_APPEAL,
        CustodyStatus.IMPRISONED_SERVING,
        CustodyStatus.IMPRISONED_UNKNOWN_BASIS,
        CustodyStatus.HOSPITAL_CUSTODY,
        CustodyStatus.DISAPPEARED,
    }
)
"""Held by an authority, acknowledged or not: an enforced disappearance is a detention that is denied."""

SERVING = frozenset(
    {
        CustodyStatus.IMPRISONED_SERVING,
        CustodyStatus.FURLOUGH,
        CustodyStatus.SEMI_LIBERTY,
        CustodyStatus.ELECTRONIC_MONITORING,
    }
)
"""A sentence runs: in prison, and outside it under the same sentence."""

UNDER_CONTROL = frozenset(
    {
        CustodyStatus.SUMMONED,
        CustodyStatus.AT_LARGE_WANTED,
        CustodyStatus.FURLOUGH,
        CustodyStatus.SEMI_LIBERTY,
        CustodyStatus.ELECTRONIC_MONITORING,
        CustodyStatus.HOUSE_ARREST,
        CustodyStatus.INTERNAL_EXILE,
        CustodyStatus.ON_BAIL,
        CustodyStatus.RELEASED_ON_UNDERTAKING,
        CustodyStatus.SENTENCE_NOT_YET_ENFORCED,
        CustodyStatus.SUSPENDED_SENTENCE,
        CustodyStatus.SENTENCE_POSTPONED,
        CustodyStatus.CONDITIONAL_RELEASE,
    }
)
"""Outside the cell, but not free: bail, bracelet, exile, furlough, a sentence that hangs over the person."""

FREE = frozenset(
    {
        CustodyStatus.RELEASED_END_OF_TERM,
        CustodyStatus.RELEASED_PARDON,
        CustodyStatus.RELEASED_ACQUITTED_OR_DROPPED,
        CustodyStatus.RELEASED_UNKNOWN_REASON,
        CustodyStatus.ESCAPED_OR_LEFT_COUNTRY,
    }
)
"""No longer held, with nothing known that still binds the person inside the country."""

DEAD = frozenset({CustodyStatus.EXECUTED, CustodyStatus.DIED_IN_CUSTODY, CustodyStatus.DIED_AFTER_RELEASE})
"""These need a life state of dead."""

UNKNOWN = frozenset(
    {
        CustodyStatus.WHEREABOUTS_UNKNOWN,
        CustodyStatus.DEPORTED_OR_HANDED_OVER,
        CustodyStatus.UNKNOWN,
    }
)
"""Neither held nor free can be said: in nobody's count but this one."""
