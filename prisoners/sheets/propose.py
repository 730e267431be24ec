"""Proposes how the columns of a list are read, from their headings and their cells, with a reason and how sure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from prisoners.sheets.contents import (
    Column,
    columns_of,
    fits_field,
    is_address,
    is_age,
    is_day,
    is_full_name,
    is_name,
    is_number,
    is_status,
    is_telephone,
    names_entry,
)
from prisoners.sheets.foreign import ForeignSheet
from prisoners.sheets.headings import Meaning, meaning_of
from prisoners.sheets.links import Catalogues

ENOUGH = 0.8
"""The part of the cells that must look like what a column is taken for."""
MOST = 0.6
"""The part that is enough where the heading says it in so many words: the other cells are told one by one."""
_MANY = 0.5
_READ_ALIKE = {"given": is_name, "family": is_name, "name.text": is_name, "name_alias.text": is_name}
_LOOKS = _READ_ALIKE | {
    "number": is_number,
    "row": is_number,
    "age": is_age,
    "status": is_status,
    "source.url": is_address,
    "source.title": bool,
    "contact.value": is_telephone,
    "contact_national.value": is_number,
    "contact_email.value": lambda text: "@" in text,
    "contact_address.value": lambda text: not is_address(text),
    "note": bool,
}


class Sure(StrEnum):
    """How sure a proposal is."""

    SURE = "sure"
    DOUBTFUL = "doubtful"
    NO_IDEA = "no idea"


@dataclass(frozen=True)
class Proposal:
    """What one column is taken for."""

    column: Column
    to: str
    """`event.place`, `number`, `status`; empty for the import note."""
    sure: Sure
    reason: str
    more: dict[str, Any] = field(default_factory=dict)
    """What else the mapping says of the column."""

    @property
    def heading(self) -> str:
        """The heading of the column."""
        return self.column.heading

    @property
    def used(self) -> bool:
        """Whether it is taken without asking anybody."""
        return self.sure is Sure.SURE and bool(self.to)

    @property
    def settled(self) -> bool:
        """Whether nobody needs to be asked: it is used, or it is known that no field is for it."""
        return self.sure is Sure.SURE or not self.column.filled

    def as_json(self) -> dict[str, Any]:
        """The proposal for programs."""
        told = {"heading": self.heading, "to": self.to, "sure": str(self.sure), "reason": self.reason}
        return told | {"used": self.used, "filled": self.column.filled, "more": self.more}

    def doubted(self, reason: str) -> Proposal:
        """The same, but not to be taken before somebody was asked."""
        return replace(self, sure=Sure.DOUBTFUL, reason=reason)


def propose(sheet: ForeignSheet, catalogues: Catalogues) -> list[Proposal]:
    """A proposal for every column, each by itself."""
    looks = _Looks(catalogues)
    return [looks.proposal(column) for column in columns_of(sheet)]


class _Looks:
    """Heading and cells of one column after the other, against the words of lists and of the registry."""

    def __init__(self, catalogues: Catalogues) -> None:
        self.prison = names_entry(catalogues, "prisons")
        self.offence = names_entry(catalogues, "offences")
        self.court = names_entry(catalogues, "courts")

    def proposal(self, column: Column) -> Proposal:
        """What a column is taken for."""
        meaning = meaning_of(column.heading)
        seen = self._by_cells(column)
        if meaning is None:
            return seen or _no_idea(column)
        return self._by_heading(column, meaning, seen)

    def _by_heading(self, column: Column, meaning: Meaning, seen: Proposal | None) -> Proposal:
        said = f"the heading says “{meaning.phrase}”"
        if meaning.to == "none":
            return Proposal(column, "", Sure.SURE, f"{said}, for which there is no field that a list fills")
        share = column.share(_test_of(meaning, column)) if column.filled else 1.0
        if meaning.to == "source.title" and seen is not None and seen.to == "source.url":
            return seen
        if meaning.to == "status" and not column.filled:
            return Proposal(column, "status", Sure.DOUBTFUL, f"{said}, and it is empty")
        if share >= (MOST if meaning.exact else ENOUGH):
            fits = "" if share == 1 else f", and {_told(share)} of its cells fit"
            cells = fits if column.filled else ", and it is empty"
            more: dict[str, Any] = dict(meaning.more)
            return Proposal(column, meaning.to, Sure.SURE, said + cells, more)
        if seen is not None and seen.used:
            return replace(seen, reason=f"{said}, but {seen.reason}")
        reason = f"{said}, but {_told(share)} of its cells fit"
        return Proposal(column, meaning.to, Sure.DOUBTFUL, reason, dict(meaning.more))

    def _by_cells(self, column: Column) -> Proposal | None:
        """What the cells say by themselves: what can be nothing else is sure, what is one of several is not."""
        if not column.filled:
            return None
        held = {"event_status.kind": "status_reported", "event_status.happened_on": "counted_on"}
        certain: list[tuple[str, Any, float, str, dict[str, Any]]] = [
            ("source.url", is_address, ENOUGH, "addresses", {}),
            ("prisoner.gender", _reads("prisoner.gender"), ENOUGH, "words for a gender", {}),
            ("status", is_status, ENOUGH, "words for where somebody stands", {}),
            ("event_status.prison", self.prison, _MANY, "names of prisons", held),
            ("charge.quoted", self._offences(column), _MANY, "names of offences", {}),
            ("judgment.court", self.court, _MANY, "names of courts", {}),
            ("prisoner.religion", _reads("prisoner.religion"), ENOUGH, "words for a religion", {}),
            ("prisoner.ethnicity", _reads("prisoner.ethnicity"), ENOUGH, "names of peoples", {}),
        ]
        for to, test, least, what, more in certain:
            if (share := column.share(test)) >= least:
                return Proposal(column, to, Sure.SURE, f"{_told(share)} of its cells are {what}", dict(more))
        return self._perhaps(column)

    def _perhaps(self, column: Column) -> Proposal | None:
        """What the cells may be: a day of something, somebody's name."""
        if (share := column.share(is_day)) >= ENOUGH and column.share(is_number) < 1:
            told = f"{_told(share)} of its cells are dates, and nothing says of what"
            return Proposal(column, "event.happened_on", Sure.DOUBTFUL, told)
        if (share := column.share(is_full_name)) >= ENOUGH and len(column.counted) > _MANY * column.filled:
            told = f"{_told(share)} of its cells could be names of people"
            return Proposal(column, "name.text", Sure.DOUBTFUL, told)
        return None

    def _offences(self, column: Column) -> Any:
        sign = column.separator
        return lambda text: any(self.offence(part) for part in (text.split(sign) if sign else [text]))


def _no_idea(column: Column) -> Proposal:
    return Proposal(column, "", Sure.NO_IDEA, "neither its heading nor its cells say what it is")


def _reads(to: str) -> Any:
    return lambda text: not text.isdigit() and fits_field(to, text)


def _test_of(meaning: Meaning, column: Column) -> Any:
    """How a cell looks that is what the heading says."""
    return _LOOKS.get(meaning.to) or (lambda text: fits_field(meaning.to, text, column.separator))


def _told(share: float) -> str:
    """A part of the cells in words."""
    return "all" if share == 1 else "none" if share == 0 else f"{share:.0%}"


def used(proposals: Iterable[Proposal], *starts: str) -> list[Proposal]:
    """The proposals that are taken, for these fields or records."""
    return [one for one in proposals if one.used and one.to.startswith(starts)]
