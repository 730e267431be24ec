"""What happened: one event of one person, with the place, the status after it and the source, as one act."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import Any

from prisoners.commands import door, drafts
from prisoners.commands.asking import Typed, ask_for, gather
from prisoners.commands.fields import FIELDS
from prisoners.commands.menu import complain, explain
from prisoners.commands.takes import Form, takes
from prisoners.commands.written import Told, expected, say, tell
from prisoners.errors import PrisonersError, StatusNeeded

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
    missing = () if form or facts.get("kind") else ASKED
    asking = door.at_terminal() and bool(missing or facts.get("asked"))
    draft: AbstractContextManager[Typed] = nullcontext({})
    if asking:
        draft = drafts.kept(drafts.offered(f"update-{person.reference}"))
    with draft as typed:
        if because:
            typed["because"] = because
        gather("events", facts, form=form, missing=missing, typed=typed)
        typed["because"] = door.reason(typed.get("because"))
        if asking:
            report_or_correct(person.id, typed, expect, as_json=as_json)
        else:
            _tell_of(*report(person.id, _facts(typed), typed["because"], expect), as_json=as_json)


def report_or_correct(person: int, typed: Typed, expect: str | None = None, *, as_json: bool = False) -> None:
    """Report what was answered; where it is refused, ask again for the field that the person wants to correct."""
    while True:
        try:
            told, remarks = report(person, _facts(typed), typed["because"], expect)
        except PrisonersError as error:
            explain(error)
            _correct(typed)
        else:
            return _tell_of(told, remarks, as_json=as_json)


def _correct(typed: Typed) -> None:
    """Ask which answer was wrong and ask for that one again."""
    names = [*FIELDS["events"], "because"]
    name = ""
    while name not in names:
        name = door.ask(
            f"Which answer shall be corrected? ({', '.join((*ASKED, 'status', 'because'))})"
        ).strip()
    typed.pop(name, None)
    if name == "because":
        typed["because"] = ask_source(None)
    else:
        ask_for("events", [name], typed)


def ask_source(last: str | None) -> str:
    """Because of what, asked until it is said; Enter takes the last one."""
    while not (answer := door.ask("Source (S-…, an address, or a sentence)", default=last or "").strip()):
        pass
    return answer


def _facts(typed: Typed) -> Typed:
    """What was typed of the event itself."""
    return {field: value for field, value in typed.items() if field in FIELDS["events"]}


def _tell_of(told: Told, remarks: list[str], *, as_json: bool) -> None:
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
