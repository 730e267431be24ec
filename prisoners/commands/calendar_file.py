"""What is due as a calendar file (RFC 5545): reference and kind, and a name only as the person may be named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from prisoners.queries.dues import Due, DueState
from prisoners.store.references import write_reference
from prisoners.vocabulary import NamingRule

LONGEST_LINE = 75
"""Octets of a line (RFC 5545, 3.1); a longer one is folded."""
CRLF = "\r\n"

Names = Mapping[int, str]


def write_calendar(found: Sequence[Due], names: Names, moment: dt.datetime) -> str:
    """The calendar, one all-day entry for everything that is due."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//prisoners//due//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *(line for one in found for line in _entry(one, names, moment)),
        "END:VCALENDAR",
    ]
    return "".join(fold(line) + CRLF for line in lines)


def _entry(one: Due, names: Names, moment: dt.datetime) -> Iterator[str]:
    day = _day(one, moment.date())
    person = write_reference("prisoners", one.person) if one.person else ""
    named = names.get(one.person or 0, "")
    kind, state = one.kind.replace("_", " "), one.state.replace("_", " ")
    subject = " ".join(part for part in (person, named) if part) or one.about
    yield "BEGIN:VEVENT"
    yield f"UID:{one.kind}-{one.about}-{person or 'all'}@prisoners.invalid"
    yield f"DTSTAMP:{moment:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + dt.timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(f'{kind}: {subject}')}"
    yield f"DESCRIPTION:{escaped(f'{one.about}, {state}')}"
    yield "CLASS:CONFIDENTIAL"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(one: Due, today: dt.date) -> dt.date:
    """The day under which it stands: the first day ahead, the last that passed, today for what goes on."""
    window = one.last_day
    if window is None or window.is_open or one.state in {DueState.RUNNING, DueState.UNKNOWN}:
        return today
    return window.latest if one.state is DueState.OVER else window.earliest


def shown_names(rows: Sequence[Mapping[str, str]]) -> dict[int, str]:
    """Person → name as it may leave, from rows of `names` with the naming rule of the person."""
    from prisoners.privacy.naming import shown_name

    theirs: dict[int, list[Mapping[str, str]]] = {}
    for row in rows:
        theirs.setdefault(int(row["prisoner_id"]), []).append(row)
    hidden = {NamingRule.ANONYMOUS, NamingRule.PSEUDONYM}
    return {
        person: shown_name(NamingRule(each[0]["naming"]), each, "").latin
        for person, each in theirs.items()
        if NamingRule(each[0]["naming"]) not in hidden
    }


def escaped(text: str) -> str:
    """A text as the value of a property: commas, semicolons, backslashes and new lines escaped."""
    told = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
    return "".join(told.get(sign, sign) for sign in text if sign >= " " or sign == "\n")


def fold(line: str) -> str:
    """A line in pieces of at most 75 octets, each after the first beginning with a blank; no letter is cut."""
    pieces, piece, room = [], "", LONGEST_LINE
    for sign in line:
        size = len(sign.encode())
        if size > room:
            pieces.append(piece)
            piece, room = "", LONGEST_LINE - 1
        piece, room = piece + sign, room - size
    return (CRLF + " ").join([*pieces, piece])
