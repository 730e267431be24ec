"""A morning's news: one source, then event after event, person after person; one update each."""

from __future__ import annotations

from typing import Any

from prisoners.commands import door, drafts
from prisoners.commands.asking import ask_for
from prisoners.commands.menu import complain, explain
from prisoners.commands.update import ASKED, ask_source, report_or_correct
from prisoners.commands.written import say, tell
from prisoners.errors import NobodyFound, NoTerminal, PrisonersError

DRAFT = "enter"


def enter(because: door.Because = None) -> None:
    """Enter the morning's news: what happened to whom, one after the other; Enter instead of a name ends it.

    Every event is an update of its own. The source is asked for once; the next event takes the same unless told
    otherwise.
    """
    if not door.at_terminal():
        raise NoTerminal
    draft, written = drafts.offered(DRAFT), 0
    source = because or draft.typed.get("because")
    while source := _one_event(draft, source):
        draft, written = drafts.Draft(DRAFT), written + 1
    complain(f"{written} events entered.")


def _one_event(draft: drafts.Draft, source: str | None) -> str | None:
    """Ask for one event and write it; returns the source it was taken from, None when the person is done."""
    with drafts.kept(draft) as typed:
        person = _person(typed, source)
        if person is None:
            typed.clear()
            return None
        ask_for("events", [field for field in ASKED if field not in typed], typed)
        typed["because"] = ask_source(source)
        report_or_correct(person, typed)
        return str(typed["because"])


def _person(typed: dict[str, Any], source: str | None) -> int | None:
    """Whom the event is about, asked until somebody is found or recorded; None when nobody is named."""
    while (
        who := typed.pop("who", None) or door.ask("Who? (a name, P-0042; Enter to end)", default="").strip()
    ):
        try:
            person = door.who(who)
        except NobodyFound as nobody:
            explain(nobody)
            if door.agree(f"Record {who} as a new person?"):
                typed["who"], number = _new_person(who, source)
                return number
        except PrisonersError as error:
            explain(error)
        else:
            typed["who"] = person.reference
            complain(f"{person.reference} {person.name}")
            return person.id
    return None


def _new_person(name: str, source: str | None) -> tuple[str, int]:
    """Record somebody by name alone; the reference and the number."""
    from prisoners.actions.prisoners import add

    with door.unit(ask_source(source)) as unit:
        person = add(unit, [name], {})
        told = tell(unit, person, "recorded")
    say(told)
    return told.reference, person.id or 0
