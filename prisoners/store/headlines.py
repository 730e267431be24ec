"""What a person's events amount to: status, since when, where; the same rule now, in the past, and as once known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

OPEN = "0001-01-01 9999-12-31 "
"""How an unknown day sorts: first, since nothing may be taken to come before it."""


@dataclass(frozen=True)
class HeadlineNow:
    """Status, since when, held since when, and place, each with the event that says so."""

    status: str | None = None
    status_event_id: int | None = None
    since: str | None = None
    held_since: str | None = None
    prison_id: int | None = None
    ward: str | None = None
    place: str | None = None
    order_uncertain: bool = False


def in_order(events: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Events as they came: earliest day, latest day, "after" another event, number; a death at its latest day."""
    known = {event["id"]: event for event in events}
    return sorted(known.values(), key=lambda event: _rank(event, known))


def _rank(event: Mapping[str, Any], known: Mapping[int, Mapping[str, Any]]) -> tuple[str, str, int, int]:
    """Where an event stands; one that came after another never stands before it."""
    earliest, latest, depth, seen = _earliest(event), _latest(event), 0, {event["id"]}
    before = known.get(event["after_id"])
    while before is not None and before["id"] not in seen:
        seen.add(before["id"])
        depth += 1
        earliest, latest = max((earliest, latest), (_earliest(before), _latest(before)))
        before = known.get(before["after_id"])
    return earliest, latest, depth, event["id"]


def _earliest(event: Mapping[str, Any]) -> str:
    """The first day on which it may have happened; nobody lived on after a death, so a death waits for its last."""
    first, last = (event["happened_on"] or OPEN)[:10], _latest(event)
    return last if first != last and _is_death(event) else first


def _latest(event: Mapping[str, Any]) -> str:
    return (event["happened_on"] or OPEN)[11:21]


def headline(events: Iterable[Mapping[str, Any]]) -> HeadlineNow:
    """The last event with a status is the status, the last with a place is the place."""
    ordered = in_order(events)
    told = [event for event in ordered if event["status"]]
    placed = [event for event in ordered if event["prison_id"] or event["place"]]
    last = told[-1] if told else None
    where = placed[-1] if placed else None
    held = last is not None and _in_custody(last["status"])
    return HeadlineNow(
        status=last["status"] if last else None,
        status_event_id=last["id"] if last else None,
        since=last["happened_on"] if last else None,
        held_since=_held_since(told) if held else None,
        prison_id=where["prison_id"] if where else None,
        ward=where["ward"] if where else None,
        place=where["place"] if where else None,
        order_uncertain=order_uncertain(ordered),
    )


def _is_death(event: Mapping[str, Any]) -> bool:
    """Whether the person is dead by this event; events told without a status are no deaths."""
    status = event.get("status")
    if not status:
        return False
    from prisoners.vocabulary import DEAD

    return status in DEAD


def _in_custody(status: str) -> bool:
    from prisoners.vocabulary import IN_CUSTODY  # a question that only puts events in order needs no lists

    return status in IN_CUSTODY


def _held_since(told: list[Mapping[str, Any]]) -> str | None:
    """The day on which the present time in custody began: back through every status in custody without a break."""
    since: str | None = None
    for event in reversed(told):
        if not _in_custody(event["status"]):
            break
        since = event["happened_on"] or since
    return since


def order_uncertain(ordered: list[Mapping[str, Any]]) -> bool:
    """Whether the last status could be another, since days overlap and nobody said which came after."""
    told = [event for event in ordered if event["status"]]
    if len(told) < 2:  # noqa: PLR2004 -- a pair
        return False
    last = told[-1]
    return any(
        event["status"] != last["status"]
        and (_is_death(event) or not _is_death(last))
        and _latest(event) >= _earliest(last)
        and not _said_after(last, event)
        for event in told[:-1]
        if not _same_day(event, last)
    )


def _said_after(last: Mapping[str, Any], event: Mapping[str, Any]) -> bool:
    return bool(last["after_id"] == event["id"] or event["after_id"] == last["id"])


def _same_day(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Two events of one known day keep the order in which they were reported."""
    return bool(_earliest(one) == _latest(one) == _earliest(other) == _latest(other))
