"""In which case somebody was held from when to when, read from the events in their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from prisoners.dates.partial import PartialDate
from prisoners.law.absence import Absence
from prisoners.law.credit import Detention
from prisoners.vocabulary.custody import DEAD, FREE, IN_CUSTODY, SERVING, CustodyStatus
from prisoners.vocabulary.events import EventKind

Row = Mapping[str, Any]

ARRESTS = frozenset({EventKind.ARREST, EventKind.RE_ARREST})
UNKNOWN_DAY = "0001-01-01 9999-12-31 |unread|?"
"""A detention that ended on a day nobody knows has ended all the same."""

AWAY = frozenset({CustodyStatus.SENTENCE_POSTPONED, CustodyStatus.ESCAPED_OR_LEFT_COUNTRY})
"""A sentence that has begun does not run on while somebody is away."""

ENDED = FREE | DEAD | {CustodyStatus.CONDITIONAL_RELEASE}
"""After these nobody waits for the end of the term."""


@dataclass
class Custody:
    """What the events of one person say of being held: since when each sentence is served, after which detention."""

    began: dict[int, str | None] = field(default_factory=dict)
    """Case → day on which the sentence began to be served, as stored; None where the day is not known."""
    served: dict[int, str | None] = field(default_factory=dict)
    """Case → day on which its sentence was last said to be served, as stored."""
    detentions: list[tuple[int, Detention]] = field(default_factory=list)
    """Case (0 where it is not recorded) and span of every detention before the sentence."""
    ended: list[str] = field(default_factory=list)
    """The days, as stored, on which the person came free."""
    absences: list[tuple[int, Absence]] = field(default_factory=list)
    """Case and time outside after an escape, or while its sentence was postponed."""
    last: Row | None = None
    """The last event with a status: the present one."""

    @property
    def awaited(self) -> bool:
        """Whether the person was last heard of in custody or serving a sentence."""
        return self.last is not None and self.last["status"] in IN_CUSTODY | SERVING

    def add(self, case: int, since: str | None, until: str | None) -> None:
        """Count a detention; one whose beginning nobody knows cannot be counted."""
        if since is not None:
            began = PartialDate.from_stored(since)
            ended = PartialDate.from_stored(until) if until else None
            self.detentions.append((case, Detention(str(case) if case else "", began, ended)))

    def serve(self, case: int, on: str | None) -> None:
        """The sentence of a case begins or goes on; every one that has begun, where nobody says of which case."""
        if self.began.get(case) is None:
            self.began[case] = on
        for one in (case,) if case else tuple(self.began):
            self.served[one] = on

    def came_free_since(self, case: int, given: PartialDate | None) -> bool:
        """Whether the person certainly came free after the sentence was last served, or given if it never was."""
        stored = self.served.get(case)
        since = PartialDate.from_stored(stored) if stored else given
        return since is not None and any(
            PartialDate.from_stored(free).certainly_after(since) for free in self.ended
        )

    def follow(self, case: int, status: str, on: str | None) -> None:
        """Begin an absence from a sentence that is being served, or end the one that has lasted."""
        day = PartialDate.from_stored(on) if on else None
        if status in AWAY:
            if self.began and not self._is_away():
                self.absences.append(
                    (case if case in self.began else next(reversed(self.began)), Absence(day))
                )
        elif self._is_away():
            absent, began = self.absences[-1]
            self.absences[-1] = (absent, Absence(began.since, day))

    def _is_away(self) -> bool:
        return self.last is not None and self.last["status"] in AWAY and bool(self.absences)

    def note(self, event: Row) -> None:
        """Remember the last status and every day on which the person came free."""
        if event["status"]:
            self.last = event
        if event["status"] in ENDED - AWAY and event["happened_on"]:
            self.ended.append(event["happened_on"])


def custody(events: Iterable[Row], only_case: int = 0) -> Custody:
    """Read the events of one person, in their order; `only_case` is the case of events that name none.

    A detention ends when its sentence begins to be served, when the person comes out, and when the authorities
    go on holding the person for another case.
    """
    found = Custody()
    held: tuple[int, str | None] | None = None
    for event in events:
        status = _status(event)
        case = event["case_id"] or (held[0] if held else 0) or only_case
        serves = event["kind"] == EventKind.ENFORCEMENT_START or status == CustodyStatus.IMPRISONED_SERVING
        if serves:
            found.serve(case, event["happened_on"])
        if status is None:
            continue
        found.follow(case, status, event["happened_on"])
        detained = status in IN_CUSTODY and not serves
        if held and (not detained or case != held[0]):
            runs_on = serves and case == held[0]
            found.add(*held, None if runs_on else event["happened_on"] or UNKNOWN_DAY)
            held = None
        if detained and not held:
            held = (case, event["happened_on"])
        found.note(event)
    if held:
        found.add(*held, None)
    return found


def _status(event: Row) -> str | None:
    """The status after an event; an arrest puts somebody in custody even where no status was entered."""
    if event["status"] is None and event["kind"] in ARRESTS:
        return CustodyStatus.DETAINED_INVESTIGATION
    status: str | None = event["status"]
    return status
