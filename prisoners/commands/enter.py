"""A morning's news: one source, then event after event, person after person; one update each."""

from __future__ import annotations

from typing import Any

from prisoners.commands import door, drafts
from prisoners.commands.asking import ask_for
from prisoners.commands.fields import FIELDS
from prisoners.commands.menu import complain, explain
from prisoners.commands.update import ASKED, report
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
    source = because or draft.get("because")
    while source := _one_event(draft, source):
        draft, written = {}, written + 1
    complain(f"{written} events entered.")


def _one_event(draft: dict[str, Any], source: str | None) -> str | None:
    """Ask for one event and write it; returns the source it was taken from, None when the person is done."""
    with drafts.kept(DRAFT, dict(draft)) as typed:
        person = _person(typed, source)
        if person is None:
            typed.clear()
            return None
        ask_for("events", [field for field in ASKED if field not in typed], typed)
        typed["because"] = _source(source)
        _write(person, typed)
        return str(typed["because"])


def _source(last: str | None) -> str:
    while not (answer := door.ask("Source (S-…, an address, or a sentence)", default=last or "").strip()):
        pass
    return answer


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
                return _new_person(who, source)
        except PrisonersError as error:
            explain(error)
        else:
            typed["who"] = person.reference
            complain(f"{person.reference} {person.name}")
            return person.id
    return None


def _new_person(name: str, source: str | None) -> int:
    from prisoners.actions.prisoners import add

    with door.unit(_source(source)) as unit:
        person = add(unit, [name], {})
        told = tell(unit, person, "recorded")
    say(told)
    return person.id or 0


def _write(person: int, typed: dict[str, Any]) -> None:
    """Write the event; where it is refused, ask again for the field that the person wants to correct."""
    while True:
        facts = {field: value for field, value in typed.items() if field in FIELDS["events"]}
        try:
            told, remarks = report(person, facts, typed["because"])
        except PrisonersError as error:
            explain(error)
            _correct(typed)
        else:
            say(told)
            for remark in remarks:
                complain(remark)
            return


def _correct(typed: dict[str, Any]) -> None:
    """Ask which answer was wrong and ask for that one again."""
    names = [*FIELDS["events"], "because"]
    name = ""
    while name not in names:
        name = door.ask(
            f"Which answer shall be corrected? ({', '.join((*ASKED, 'status', 'because'))})"
        ).strip()
    typed.pop(name, None)
    if name == "because":
        typed["because"] = _source(None)
    else:
        ask_for("events", [name], typed)
