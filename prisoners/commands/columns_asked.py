"""How a list is read: by a mapping that is named or was kept, or by proposals, asked about where they are doubtful."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from prisoners.commands import door, settings
from prisoners.commands.menu import complain
from prisoners.commands.safe import isolated, safe_text
from prisoners.dates.read import read_date
from prisoners.errors import MappingWrong, PrisonersError
from prisoners.sheets.foreign import ForeignSheet
from prisoners.sheets.links import Catalogues
from prisoners.sheets.mapping import Mapping, load_mapping, read_mapping
from prisoners.sheets.mapping_file import (
    Proposed,
    day_in,
    keep,
    kept_for,
    knowing_columns,
    knowing_words,
    proposed,
    proposed_of,
)
from prisoners.sheets.propose import Proposal, Sure
from prisoners.store.reader import Reader
from prisoners.vocabulary import EventKind, read_code

_LONGEST_EXAMPLE = 40
_WHOLE_DAY = 10


@dataclass(frozen=True)
class How:
    """How a list is read, and where that was said."""

    mapping: Mapping
    proposed: Proposed | None = None
    """Where nobody had said it."""
    told: tuple[str, ...] = ()


def mappings() -> Path:
    """Where mappings of this registry are kept."""
    return settings.home() / "mappings"


def how_read(sheet: ForeignSheet, reader: Reader, named: str, counted_on: str | None, *, ask: bool) -> How:
    """The mapping that is named, or was kept for this list; else what its columns are taken for, asked about."""
    mapping = load_mapping(named, mappings()) if named else kept_for(sheet, mappings())
    if mapping is not None:
        told: list[str] = []
        if not named:
            mapping, words = knowing_words(mapping, sheet)
            mapping, columns = knowing_columns(mapping, sheet, Catalogues(reader))
            told = [f"read by the mapping that was kept as {mapping.name}", *words, *columns]
        how = How(mapping, told=tuple(told))
        return _dated(how, counted_on or day_in(sheet.file), asked=counted_on is not None)
    if counted_on is not None:
        read_date(counted_on)
    found = proposed(sheet, Catalogues(reader), counted_on)
    if ask and door.at_terminal():
        found = asked_about(sheet, found, counted_on)
    return How(found.mapping, found)


def _dated(how: How, day: str | None, *, asked: bool) -> How:
    """The mapping for another release: ages and statuses are counted from the day that was asked or the file names."""
    before = how.mapping.counted_on
    if day is None or (not asked and len(day) < _WHOLE_DAY):
        return how
    counted = read_date(day)
    if before is not None and before.possibly_same(counted):
        return how
    told = (
        f"ages and statuses are counted from {day}, {'as asked' if asked else 'as the name of the file says'}"
    )
    return replace(how, mapping=replace(how.mapping, counted_on=counted), told=(*how.told, told))


def asked_about(sheet: ForeignSheet, found: Proposed, counted_on: str | None) -> Proposed:
    """The proposals after somebody was asked about every doubtful one, and about what is said nowhere."""
    proposals = list(found.proposals)
    doubtful = [one for one in proposals if not one.settled]
    if doubtful:
        complain(f"{len(doubtful)} of {len(proposals)} columns are doubtful. For each, type:")
        complain("  Enter  what is proposed      n  keep it in the import note      s  ask no more")
        complain("  or a field, such as event.place, prisoner.occupation, charge.quoted (docs/mappings.md)")
    for one in doubtful:
        answer = _asked(sheet, one)
        if answer is None:
            break
        proposals[proposals.index(one)] = answer
    if counted_on is None and day_in(sheet.file) is None and _needs_day(proposals):
        counted_on = _asked_day()
        proposals = [_ages_counted(one) for one in proposals] if counted_on else proposals
    return proposed_of(sheet, _kind_asked(proposals), counted_on)


def _asked(sheet: ForeignSheet, one: Proposal) -> Proposal | None:
    """A column as somebody says it is; None when nothing more is to be asked."""
    examples = " | ".join(text[:_LONGEST_EXAMPLE] for text in one.column.examples())
    complain("")
    complain(safe_text(f"“{one.heading}”: {isolated(examples)}", one_line=True))
    complain(safe_text(f"  {one.to or 'import note'}? {one.reason}", one_line=True))
    while True:
        answer = door.ask("  Which?", default=one.to or "n").strip()
        if answer == "s":
            return None
        if answer == "n":
            return replace(one, to="", sure=Sure.NO_IDEA, reason="it was said to stay in the import note")
        chosen = replace(one, to=answer, sure=Sure.SURE, reason="it was said so", more=_more(one, answer))
        try:
            _check(sheet, chosen)
        except PrisonersError as error:
            complain(f"  {error.sentence}")
        else:
            return chosen


def _more(one: Proposal, to: str) -> dict[str, Any]:
    """What else holds for a field that was chosen: what was proposed with it, and the kind that an event must have."""
    if to == one.to:
        return one.more
    join = {"join": "; "} if to.endswith((".note", ".place", ".summary")) else {}
    return join | ({"event.kind": "other"} if to.startswith("event.") else {})


def _check(sheet: ForeignSheet, one: Proposal) -> None:
    """Raise MappingWrong for a field that a list cannot fill."""
    if one.to not in ("number", "status"):
        read_mapping(
            sheet.file,
            {"list": "x", "number": [one.heading], "columns": {one.heading: {"to": one.to} | one.more}},
        )
    if one.to == "number" and not one.column.tells_apart:
        raise MappingWrong(sheet.file, f"not every row has a “{one.heading}” of its own")


def _needs_day(proposals: Sequence[Proposal]) -> bool:
    return any(one.more.get("read") == "age" and one.column.filled for one in proposals)


def _asked_day() -> str | None:
    while True:
        answer = door.ask("From which day do the ages of the list count? (Enter: not known)", default="")
        if not answer.strip():
            return None
        try:
            read_date(answer)
        except PrisonersError as error:
            complain(f"  {error.sentence}")
        else:
            return answer.strip()


def _ages_counted(one: Proposal) -> Proposal:
    return (
        replace(one, sure=Sure.SURE, reason="the day was asked for") if one.more.get("read") == "age" else one
    )


def _kind_asked(proposals: list[Proposal]) -> list[Proposal]:
    """Ask once what happened to the people of a list that does not say it."""
    if not any(one.used and one.more.get("event.kind") == "other" for one in proposals):
        return proposals
    while True:
        answer = door.ask(
            "What happened on its days, at its places? (arrest, release, death …)", default="other"
        )
        try:
            kind = str(read_code(EventKind, answer))
        except PrisonersError as error:
            complain(f"  {error.sentence} {error.hint}")
        else:
            break
    return [
        replace(one, more=one.more | {"event.kind": kind}) if one.more.get("event.kind") == "other" else one
        for one in proposals
    ]


def keep_mapping(found: Proposed, path: Path | None) -> None:
    """Keep how a list was read, so that its next release is read in the same way."""
    name = str(found.said["list"])
    target = path or mappings() / f"{name}.toml"
    keep(found.as_toml(), target)
    named = str(target) if path else name
    complain(
        safe_text(
            f"How the list was read is kept in {target}: `--map {named}` reads another list so.",
            one_line=True,
        )
    )
