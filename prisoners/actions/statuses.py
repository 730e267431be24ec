"""The custody status that a happening leaves, where it leaves one: a table, and what it asks for."""

from __future__ import annotations

from collections.abc import Mapping

from prisoners.vocabulary import DEAD, FREE, IN_CUSTODY, CustodyStatus, EventKind

AFTER: Mapping[EventKind, CustodyStatus] = {
    EventKind.ARREST: CustodyStatus.DETAINED_INVESTIGATION,
    EventKind.RE_ARREST: CustodyStatus.DETAINED_INVESTIGATION,
    EventKind.DISAPPEARANCE: CustodyStatus.DISAPPEARED,
    EventKind.BAIL_PAID: CustodyStatus.ON_BAIL,
    EventKind.ENFORCEMENT_START: CustodyStatus.IMPRISONED_SERVING,
    EventKind.ENFORCEMENT_POSTPONED: CustodyStatus.SENTENCE_POSTPONED,
    EventKind.FURLOUGH_START: CustodyStatus.FURLOUGH,
    EventKind.FURLOUGH_EXTEND: CustodyStatus.FURLOUGH,
    EventKind.FURLOUGH_END: CustodyStatus.IMPRISONED_SERVING,
    EventKind.MONITORING_START: CustodyStatus.ELECTRONIC_MONITORING,
    EventKind.CONDITIONAL_RELEASE_GRANT: CustodyStatus.CONDITIONAL_RELEASE,
    EventKind.CONDITIONAL_RELEASE_REVOKED: CustodyStatus.IMPRISONED_SERVING,
    EventKind.EXECUTION_CARRIED_OUT: CustodyStatus.EXECUTED,
    EventKind.HOUSE_ARREST_START: CustodyStatus.HOUSE_ARREST,
    EventKind.EXILE_START: CustodyStatus.INTERNAL_EXILE,
    EventKind.ESCAPE: CustodyStatus.ESCAPED_OR_LEFT_COUNTRY,
    EventKind.LEFT_COUNTRY: CustodyStatus.ESCAPED_OR_LEFT_COUNTRY,
    EventKind.DEPORTATION: CustodyStatus.DEPORTED_OR_HANDED_OVER,
}
"""What always leaves the same status. A kind that stands in none of these tables, such as a transfer or a
hearing, leaves the status as it was."""

AT_LARGE: Mapping[EventKind, CustodyStatus] = {
    EventKind.SUMMONS: CustodyStatus.SUMMONED,
    EventKind.SUMMONS_TO_SERVE: CustodyStatus.SENTENCE_NOT_YET_ENFORCED,
}
"""What changes the status only of somebody who is not held: a prisoner who is summoned stays a prisoner."""

FROM: Mapping[tuple[EventKind, CustodyStatus], CustodyStatus] = {
    (EventKind.INDICTMENT, CustodyStatus.DETAINED_INVESTIGATION): CustodyStatus.DETAINED_PENDING_TRIAL,
    (EventKind.WHEREABOUTS_DISCLOSED, CustodyStatus.DISAPPEARED): CustodyStatus.DETAINED_INVESTIGATION,
    (
        EventKind.WHEREABOUTS_DISCLOSED,
        CustodyStatus.WHEREABOUTS_UNKNOWN,
    ): CustodyStatus.IMPRISONED_UNKNOWN_BASIS,
}
"""What moves a person from one status to the next."""

_RELEASED = (
    CustodyStatus.RELEASED_END_OF_TERM,
    CustodyStatus.RELEASED_PARDON,
    CustodyStatus.RELEASED_ACQUITTED_OR_DROPPED,
    CustodyStatus.ON_BAIL,
    CustodyStatus.RELEASED_ON_UNDERTAKING,
    CustodyStatus.CONDITIONAL_RELEASE,
    CustodyStatus.SUSPENDED_SENTENCE,
    CustodyStatus.RELEASED_UNKNOWN_REASON,
)
ASKED: Mapping[EventKind, tuple[CustodyStatus, ...]] = {
    EventKind.RELEASE: _RELEASED,
    EventKind.MONITORING_END: (*_RELEASED, CustodyStatus.IMPRISONED_SERVING),
    EventKind.HOUSE_ARREST_END: (*_RELEASED, CustodyStatus.IMPRISONED_SERVING),
    EventKind.EXILE_END: _RELEASED,
    EventKind.DEATH: (CustodyStatus.DIED_IN_CUSTODY, CustodyStatus.DIED_AFTER_RELEASE),
    EventKind.STATUS_REPORTED: tuple(CustodyStatus),
}
"""What can leave a person in more than one status, so that it must be said."""


def status_after(kind: EventKind, before: CustodyStatus | None) -> CustodyStatus | None:
    """The status that a happening leaves, None where it changes none or where it must be asked for."""
    if kind in AFTER:
        return AFTER[kind]
    if kind in AT_LARGE and before not in IN_CUSTODY:
        return AT_LARGE[kind]
    if kind is EventKind.DEATH and before is not None:
        return _status_of_the_dead(before)
    return FROM.get((kind, before)) if before else None


def must_be_asked(kind: EventKind, before: CustodyStatus | None) -> tuple[CustodyStatus, ...]:
    """The statuses that this could leave, where it must be said which; nothing where it is clear."""
    return () if status_after(kind, before) else ASKED.get(kind, ())


def _status_of_the_dead(before: CustodyStatus) -> CustodyStatus | None:
    if before in IN_CUSTODY:
        return CustodyStatus.DIED_IN_CUSTODY
    return CustodyStatus.DIED_AFTER_RELEASE if before in FREE else before if before in DEAD else None
