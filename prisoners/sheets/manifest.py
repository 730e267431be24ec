"""What a file says about itself: for whom, as known when, of whom, what was withheld; in the file and on screen."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from prisoners.privacy.withheld import Withheld
from prisoners.sheets.columns import Column, Sheet
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference
from prisoners.vocabulary import DEAD, FREE, IN_CUSTODY, UNDER_CONTROL, Audience

TITLE = "Political prisoners in Iran"
UNIT = "Prisoners counts people; the other sheets count what their name says, several rows a person."
EVERYBODY = "everybody in the registry"
RULES = {
    Audience.PUBLIC: "People whose case has a publication basis or a current consent to publish; nobody who said no.",
    Audience.ADVOCATES: "People whose case has a publication basis or a current consent to share; nobody who said no.",
    Audience.INTERNAL: "Everybody. For the researchers of this registry alone; what is sealed is left out.",
}
GROUPS = (
    ("in custody", IN_CUSTODY),
    ("under control (bail, furlough, bracelet, exile, sentence not yet enforced …)", UNDER_CONTROL),
    ("free", FREE),
    ("dead", DEAD),
)
_SAID = {
    "people": "people left out",
    "names": "people not named in full",
    "rows": "rows left out",
    "cells": "cells left out",
    "texts": "texts left out",
}


@dataclass(frozen=True)
class Manifest:
    """What is in a file, what is not, and why."""

    audience: Audience
    update: int
    """The last update that changed anything about anybody: the registry as known then."""
    day: str
    selection: str
    asked: int
    shown: int
    population: tuple[tuple[str, int], ...]
    sheets: tuple[tuple[str, int, int], ...]
    """Name, rows and columns of every sheet."""
    withheld: dict[str, dict[str, int]]
    digest: str
    """SHA-256 over the content of all sheets but the first: equal for files that say the same."""
    title: str = TITLE
    unit: str = UNIT
    report: str = ""
    """The report that it is, by its name; empty for a plain export."""
    remarks: tuple[tuple[str, str], ...] = ()
    """What must be known to read one of the sheets: which, and the words."""

    @property
    def made_from(self) -> str:
        """The update of which this is the picture, as it is cited."""
        return write_reference("updates", self.update) if self.update else "an empty registry"

    def lines(self) -> list[tuple[str, str]]:
        """The manifest as people read it: what, and its words."""
        told = [
            ("Title", self.title),
            ("Made for", self.audience),
            ("As known on", f"{self.day} ({self.made_from})"),
            ("Filter", self.selection or EVERYBODY),
            ("Consent rule", RULES[self.audience]),
            ("Unit of count", self.unit),
            ("Population", f"{self.shown:,} of {self.asked:,} people; ever recorded, in custody or not"),
            *((f"  {group}", f"{number:,}") for group, number in self.population),
            *((f"Sheet {name}", f"{rows:,} rows × {columns} columns") for name, rows, columns in self.sheets),
        ]
        for part, counted in self.withheld.items():
            told += [(f"Withheld: {_SAID[part]}", f"{number:,} ({why})") for why, number in counted.items()]
        return [
            *((what, str(words)) for what, words in (*told, *self.remarks)),
            ("Digest of the content", f"sha256 {self.digest}"),
        ]

    def page(self) -> Sheet:
        """The manifest as the first sheet of a workbook."""
        (title, words), *others = self.lines()
        return Sheet(
            "About",
            "about",
            (Column("what", title), Column("words", words)),
            others,
            listed=False,
            widest=100,
        )

    def as_json(self) -> dict[str, object]:
        """The manifest for programs."""
        return {
            "title": self.title,
            **({"report": self.report} if self.report else {}),
            "audience": str(self.audience),
            "as_known_on": self.day,
            "made_from": self.made_from,
            "filter": self.selection or EVERYBODY,
            "consent_rule": RULES[self.audience],
            "unit": self.unit,
            "asked": self.asked,
            "shown": self.shown,
            "population": dict(self.population),
            "sheets": {name: {"rows": rows, "columns": columns} for name, rows, columns in self.sheets},
            "withheld": self.withheld,
            "sha256_of_content": self.digest,
        }


def manifest_of(
    sheets: Sequence[Sheet],
    *,
    audience: Audience,
    known: tuple[int, str],
    selection: str,
    asked: int,
    statuses: Sequence[str | None],
    withheld: Withheld,
) -> Manifest:
    """The manifest of these sheets; `statuses` has the status of every person who is shown."""
    return Manifest(
        audience=audience,
        update=known[0],
        day=known[1],
        selection=selection,
        asked=asked,
        shown=len(statuses),
        population=_population(statuses),
        sheets=tuple((sheet.name, len(sheet.rows), len(sheet.columns)) for sheet in sheets),
        withheld={part: counted for part, counted in withheld.counts().items() if counted},
        digest=digest_of(sheets),
    )


def known_when(reader: Reader) -> tuple[int, str]:
    """The last update that changed more than the list of exports, and its day: what a file is a picture of."""
    update = reader.value("SELECT max(update_id) FROM changes WHERE table_name <> 'exports'")
    if update is None:
        return 0, "—"
    day = reader.value("SELECT substr(at, 1, 10) FROM updates WHERE id = :update", update=update)
    return int(str(update)), str(day)


def digest_of(sheets: Sequence[Sheet]) -> str:
    """SHA-256 over names, columns and cells of the sheets."""
    hasher = hashlib.sha256()
    for sheet in sheets:
        for row in ([sheet.key], [column.key for column in sheet.columns], *sheet.rows):
            hasher.update(json.dumps(row, ensure_ascii=False).encode() + b"\n")
    return hasher.hexdigest()


def _population(statuses: Sequence[str | None]) -> tuple[tuple[str, int], ...]:
    counted = Counter(statuses)
    groups = [(name, sum(counted[status] for status in group)) for name, group in GROUPS]
    return (*groups, ("not known", len(statuses) - sum(number for _, number in groups)))
