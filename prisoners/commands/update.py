"""What happened: one event of one person, with the place, the status after it and the source, as one act."""

from __future__ import annotations

from typing import Any

from prisoners.commands import door
from prisoners.commands.asking import gather
from prisoners.commands.menu import complain
from prisoners.commands.takes import Form, takes
from prisoners.commands.written import Told, expected, say, tell
from prisoners.errors import StatusNeeded

ASKED = ("kind", "on", "prison", "ward", "summary")
"""What is asked for at a terminal when no kind was typed."""


@takes("events")
def update(
    who: door.Who,
    because: door.Because = None,
    expect: door.Expect = None,
    form: Form = None,
    *,
    as_json: door.Json = False,
    **facts: Any,
) -> None:
    """Report what happened to a person: what, when, where, and the status after it."""
    person = door.who(who)
    missing = ASKED if not (form or facts.get("kind")) else ()
    typed = gather("events", facts, form=form, missing=missing)
    told, remarks = report(person.id, typed, door.reason(because), expect)
    say(told, as_json=as_json)
    for remark in remarks:
        complain(remark)


def report(
    person: int, typed: dict[str, Any], because: str, expect: str | None = None
) -> tuple[Told, list[str]]:
    """Report the event; where it can leave more than one status, the one that is meant is asked for at a terminal."""
    from prisoners.actions import events
    from prisoners.vocabulary import UpdateKind

    try:
        with door.unit(because, kind=UpdateKind.REPORT) as unit:
            event = events.report(unit, person, typed)
            expected(unit, event, expect)
            return tell(unit, event, "reported"), events.remarks(unit, event)
    except StatusNeeded as needed:
        if not door.at_terminal():
            raise
        typed["status"] = _ask_status(needed)
    return report(person, typed, because, expect)


def _ask_status(needed: StatusNeeded) -> str:
    """Which status came after it, by its code or its number in the list that is shown."""
    from prisoners.vocabulary import label

    choices = [*needed.statuses, "none"]
    for number, status in enumerate(choices, start=1):
        complain(f"  {number:>2}  {status:<32}{label('custody_status', status)}")
    answer = door.ask("Which custody status came after it?").strip()
    return choices[int(answer) - 1] if answer.isdecimal() and 0 < int(answer) <= len(choices) else answer
