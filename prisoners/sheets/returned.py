"""A status that a list reports again after another: held again after a release, alive after a reported death."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from prisoners.dates.partial import PartialDate
from prisoners.records.events import EventForm
from prisoners.records.form import Form
from prisoners.sheets.draft import Draft
from prisoners.sheets.known import Row
from prisoners.sheets.values import shown, table_of
from prisoners.store.headlines import in_order
from prisoners.store.references import write_reference
from prisoners.vocabulary import DEAD, CustodyStatus, EventKind, label

DEATHS = frozenset({EventKind.DEATH, EventKind.EXECUTION_CARRIED_OUT})
RETURNED = "event_returned"
"""The slot of a status that came back."""


@dataclass(frozen=True)
class Returned:
    """What a list says now of somebody, after an event that says otherwise."""

    after: int
    """The event that said otherwise; it stays, with its date and sources."""
    contradiction: str = ""
    """Where a death is taken back: both statements, in words."""


def returned(draft: Draft, events: Iterable[Row], was_imported: Callable[[Any], bool]) -> Returned | None:
    """Whether the last that the list said of somebody is another status than what it says now of an earlier event.

    It said so before, or it says so of an event that it told before, such as the arrest of somebody since released.
    """
    slot = status_slot(draft)
    ordered = in_order([dict(event) for event in events])
    standing = [event for event in ordered if not event["withdrawn"] and _says_where(event)]
    if slot is None or not standing:
        return None
    status, last = draft.forms[slot].status, standing[-1]  # type: ignore[attr-defined]
    if is_death(draft.forms[slot]):
        return None
    if is_death(last):
        told = f"{write_reference('events', last['id'])} {label('event_kind', last['kind'])}"
        told += f" ({shown(last['happened_on'])})" if last["happened_on"] else ""
        return Returned(last["id"], f"{told}, and the list says: {label('custody_status', status)}")
    of_its_own = slot.startswith("event_status")
    told_before = any(
        event["status"] == status or (not of_its_own and event["kind"] == draft.forms[slot].kind)  # type: ignore[attr-defined]
        for event in ordered[: ordered.index(last)]
        if not event["withdrawn"]
    )
    if told_before and last["status"] != status and was_imported(last):
        return Returned(last["id"])
    return None


def tell(draft: Draft, again: Returned, counted_on: PartialDate | None) -> None:
    """Let the draft say that the status came after the event that said otherwise, borne out by the same sources."""
    slot = status_slot(draft) or ""
    facts: dict[str, Any] = {"kind": EventKind.STATUS_REPORTED, "after_id": again.after}
    facts |= {"status": draft.forms[slot].status, "happened_on": counted_on}  # type: ignore[attr-defined]
    if slot.startswith("event_status"):
        facts = draft.facts.pop(slot) | {"after_id": again.after}
        draft.forms.pop(slot)
        draft.addresses = [
            (place, RETURNED if to == slot else to, more) for place, to, more in draft.addresses
        ]
    else:
        draft.addresses += [(place, RETURNED, more) for place, to, more in draft.addresses if to == slot]
    draft.facts[RETURNED] = facts
    draft.forms[RETURNED] = EventForm.validated(
        facts | {"prisoner_id": 1}
    )  # the number is filled when it is written


def status_slot(draft: Draft) -> str | None:
    """The part of a row that says where somebody stands: the last event with a status, or a death."""
    slots = [
        slot for slot in draft.forms if table_of(slot) == "events" and _says_where(vars(draft.forms[slot]))
    ]
    return slots[-1] if slots else None


def is_death(event: Mapping[str, Any] | Form) -> bool:
    """Whether an event, a form or a row, says that the person is dead."""
    said = vars(event) if isinstance(event, Form) else event
    return said["kind"] in DEATHS or said["status"] in DEAD


def _says_where(event: Any) -> bool:
    return (bool(event["status"]) and event["status"] != CustodyStatus.UNKNOWN) or event["kind"] in DEATHS
