"""Fits the proposals for single columns together into one reading of a list: which event, which name, which number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from prisoners.sheets.contents import says_death, status_facts
from prisoners.sheets.propose import ENOUGH, Proposal, Sure, used

_NAMES = ("name.text", "given", "family")
_JOINED = frozenset({"event.place", "event.note", "event.summary", "prisoner.note"})
"""Fields of words in which the texts of several columns can stand one after the other."""
_PARTED = ("charge.", "activity.", "source.title")
"""What makes a record of each value in a cell."""
_WHO = ("name_fa", "name_en", "name", "prisoner.father")
"""What tells people apart where a list has no numbers: every part of their names, and their father's."""
_IDENTITY = ("prisoner.born", "event.happened_on", "event.place", "prisoner.")
"""What is added, in this order, where these are not enough."""


def arrange(proposals: Sequence[Proposal]) -> list[Proposal]:
    """The proposals as one reading of the list; what does not fit the others is doubtful and says why."""
    arranged = _numbered(list(proposals))
    arranged = _lying_headings_seen(arranged)
    note = "event.note" if used(arranged, "event.") else "prisoner.note"
    arranged = [_placed(one, note) for one in arranged]
    arranged = [_in_event(one, about(arranged)) for one in arranged]
    return _sharing(_named(arranged))


def about(proposals: Sequence[Proposal]) -> str:
    """What happened to the people of a list, as its headings or its statuses say: arrest, death, or nothing said."""
    if any(one.more.get("event.kind") == "arrest" for one in used(proposals, "event.")):
        return "arrest"
    dead, known = _deaths(next(iter(used(proposals, "status")), None))
    if known:
        return "death" if dead > known / 2 else "arrest"
    return "death" if used(proposals, "event_death.") else ""


def number_of_list(proposals: Sequence[Proposal], rows: int) -> list[str]:
    """The headings that tell the rows of a list apart: its own number, or as few columns as do."""
    if numbers := used(proposals, "number"):
        return [numbers[0].heading]
    named = [one.column for start in _WHO for one in used(proposals, start)]
    others = [one.column for start in _IDENTITY for one in used(proposals, start)]
    chosen = list(dict.fromkeys(named))
    for column in dict.fromkeys(others):
        if chosen and len(set(zip(*(one.cells for one in chosen), strict=True))) == rows:
            break
        chosen += [column] if column not in chosen else []
    return [column.heading for column in chosen]


def _numbered(proposals: list[Proposal]) -> list[Proposal]:
    """One column has the people's numbers: one that counts the rows of this file has not."""
    done: list[Proposal] = []
    for one in proposals:
        wanted = one.to in ("number", "row")
        if wanted and one.to == "row" and one.column.counts_rows:
            reason = (
                "it counts the rows of this file, and in the next file the same number is somebody else's"
            )
            done.append(Proposal(one.column, "", Sure.SURE, reason))
        elif wanted and any(each.to == "number" for each in done):
            done.append(one.doubted(f"{one.reason}, but another column has the numbers already"))
        elif wanted and not one.column.tells_apart:
            done.append(
                replace(one, to="number").doubted(f"{one.reason}, but not every row has a number of its own")
            )
        else:
            done.append(replace(one, to="number") if wanted else one)
    return done


def _deaths(status: Proposal | None) -> tuple[int, int]:
    """How many cells of the column of statuses speak of a death, and how many say anything that is known."""
    dead = known = 0
    for text, number in status.column.counted.items() if status else ():
        if (facts := status_facts(text)) is not None:
            known += number
            dead += number * says_death(facts)
    return dead, known


def _lying_headings_seen(proposals: list[Proposal]) -> list[Proposal]:
    """Columns of a "death" whose people are alive by their status hold what a list of arrests holds."""
    status = next(iter(used(proposals, "status")), None)
    if status is None:
        return proposals
    taken = {one.to for one in used(proposals, "event.")}
    return [
        _as_arrest(one, status) if _may_lie(one, taken) and _of_the_living(one, status) else one
        for one in proposals
    ]


def _may_lie(one: Proposal, taken: set[str]) -> bool:
    return one.to.startswith("event_death.") and one.to.replace("event_death.", "event.") not in taken


def _of_the_living(one: Proposal, status: Proposal) -> bool:
    pairs = zip(one.column.cells, status.column.cells, strict=True)
    told = [facts for cell, word in pairs if cell.strip() and (facts := status_facts(word)) is not None]
    return bool(told) and sum(not says_death(facts) for facts in told) >= ENOUGH * len(told)


def _as_arrest(one: Proposal, status: Proposal) -> Proposal:
    word = status.column.examples(1)[0]
    reason = f"the heading speaks of a death, but “{status.heading}” says “{word}”: taken as the arrest"
    return replace(
        one, to=one.to.replace("event_death.", "event."), more={"event.kind": "arrest"}, reason=reason
    )


def _in_event(one: Proposal, happened: str) -> Proposal:
    """A date or a place of which nothing is said belongs to what the list is about."""
    if not one.to.startswith("event.") or "event.kind" in one.more:
        return one
    if happened == "death":
        return replace(
            one, to=one.to.replace("event.", "event_death."), more=one.more | {"event_death.kind": "death"}
        )
    kind = happened or "other"
    told = "" if happened else "; nothing says what happened there"
    return replace(one, more=one.more | {"event.kind": kind}, reason=one.reason + told)


def _named(proposals: list[Proposal]) -> list[Proposal]:
    """Names by their letters: a name and a family name in the same letters are one name, two names are two."""
    done, seen = [], dict[str, Proposal]()
    families = {one.column.script for one in used(proposals, "family")}
    for one in proposals:
        if one.to not in _NAMES:
            done.append(one)
            continue
        slot = f"name_{one.column.script}" if one.column.filled else "name"
        part = one.to != "name.text" or slot[5:] in families
        whole = replace(
            one, to=f"{slot}.text", more=one.more | ({"join": " "} if part and slot in seen else {})
        )
        if slot in seen and not part:
            whole = whole.doubted(f"{one.reason}, but “{seen[slot].heading}” is the name in these letters")
        if whole.used:
            seen.setdefault(slot, whole)
        done.append(whole)
    return done


def _placed(one: Proposal, note: str) -> Proposal:
    """A proposal as the mapping says it: fields instead of the words of the table of headings."""
    if one.to == "note":
        return replace(one, to=note, more=one.more | {"join": "\n"})
    if one.to == "age":
        return replace(one, to="prisoner.born", more={"read": "age"})
    more = {key: value for key, value in one.more.items() if key != "part"}
    if one.to.startswith(_PARTED) and one.column.separator:
        more["split"] = one.column.separator
    return replace(one, more=more)


def _sharing(proposals: list[Proposal]) -> list[Proposal]:
    """Columns of one field: words stand one after the other, days and ages must agree, and the rest is doubtful."""
    taken: dict[str, Proposal] = {}
    done = []
    for one in proposals:
        first = taken.get(one.to)
        stands_alone = one.to.startswith("source.") or "join" in one.more or "split" in one.more
        if not one.used or first is None or stands_alone:
            shared = one
        elif one.to in _JOINED:
            shared = replace(one, more=one.more | {"join": "، " if one.column.script == "fa" else ", "})
        elif one.to == "prisoner.born" or _same_words(one, first):
            shared = one
        else:
            shared = one.doubted(f"{one.reason}, but “{first.heading}” goes there already")
        if shared.used:
            taken.setdefault(shared.to, shared)
        done.append(shared)
    return done


def _same_words(one: Proposal, other: Proposal) -> bool:
    """Whether two columns are one day in two calendars: both headings say the same."""
    return one.to.endswith("_on") and _quoted(one.reason) == _quoted(other.reason)


def _quoted(reason: str) -> str:
    return reason.split("”", 1)[0]


def said_of(one: Proposal, bears: Sequence[str]) -> dict[str, Any]:
    """What a mapping file says of a column; `bears`: the records that the list's sources bear out."""
    if one.to == "status":
        return {"words": {text: dated_facts(text) or "note" for text in one.column.counted}}
    said: dict[str, Any] = {"to": one.to, **one.more}
    if one.to.startswith("source."):
        said["bears"] = list(bears)
    return said


def dated_facts(word: str) -> dict[str, str] | None:
    """What a word of status says, dated to the day of the release, on which it holds; None where it is not known."""
    facts = status_facts(word)
    if facts is None or not any(key.startswith("event_status.") for key in facts):
        return facts
    return facts | {"event_status.happened_on": "counted_on"}


def borne_by(proposals: Sequence[Proposal]) -> list[str]:
    """The records that the sources of a row bear out: what happened, and where somebody stands."""
    slots = {one.to.partition(".")[0] for one in used(proposals, "event")}
    if any(
        key.startswith("event_status.")
        for one in used(proposals, "status")
        for text in one.column.counted
        for key in status_facts(text) or {}
    ):
        slots.add("event_status")
    return sorted(slots) or ["prisoner"]
