"""What a file says about itself: for whom, as known when, of whom, what was withheld; in the file and on screen."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from prisoners.dates.speech import in_persian_digits
from prisoners.privacy.verdict import told_outside
from prisoners.privacy.withheld import Withheld
from prisoners.sheets.asked import NOT_TOLD
from prisoners.sheets.columns import Column, Sheet
from prisoners.sheets.speech import Lang, Speech, Twofold
from prisoners.sheets.summary import Figure
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference
from prisoners.vocabulary import (
    DEAD,
    FREE,
    IN_CUSTODY,
    UNDER_CONTROL,
    Audience,
    Confidentiality,
    NamingRule,
)

TITLE = "Political prisoners in Iran"
UNIT = "Prisoners counts people; the other sheets count what their name says, several rows a person."
EVERYBODY = "everybody in the registry"
FIXED = frozenset({EVERYBODY, NOT_TOLD})
POPULATION = "{shown} of {asked} people; ever recorded, in custody or not"
SHOWN_ALONE = "{shown} people; ever recorded, in custody or not"
INSIDE = "rows, cells and texts"
NOT_COUNTED = "whatever this audience may not see; how much there is of it is told to nobody outside"
COUNTED_OUTSIDE = ("people", "names")
"""What a file counts of the withheld; rows with a confidential source, counted for one person, would tell too much."""
RESTRICTED = "{number} of them agreed with restrictions: read these before it is sent"
METHOD_VERSION = 1
"""Grows when the same registry would give other figures, terms or days."""
METHOD = (
    "version {number}: who is counted is certain, and what is possible stands beside it; a term or a release that is "
    "computed is a projection with its inputs, never a fact"
)
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
    asked: int | None
    """How many were asked for; nothing where the difference would tell a small count."""
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
    figures: int = 0
    """How many figures the summary has; none where a file has no summary."""
    lang: Lang = Lang.EN
    """The language in which the file speaks."""
    on: str = ""
    """The day whose situation is told; empty for that of the last update."""
    outside: bool = False
    """Whether it is read by others than the researchers of this registry."""
    restricted: tuple[int, ...] = ()
    """Who in the file left something out of what they agreed to; told to nobody outside."""

    def outward(self) -> Manifest:
        """The manifest as it stands in a file: outside, what is known in confidence and who refused is not counted.

        Nor is counted there who agreed with restrictions: of one person that would tell who spoke to the researchers.
        """
        if self.audience is Audience.INTERNAL:
            return self
        told = {part: counted for part, counted in self.withheld.items() if part in COUNTED_OUTSIDE}
        if people := told.get("people"):
            told["people"] = told_outside(people)
        return replace(self, withheld=told, outside=True, restricted=())

    @property
    def made_from(self) -> str:
        """The update of which this is the picture, as it is cited."""
        return write_reference("updates", self.update) if self.update else "an empty registry"

    def lines(self) -> list[tuple[str, str]]:
        """The manifest as people read it: what, and its words."""
        speech = Speech(self.lang)
        told = [
            ("Title", speech.words(self.title)),
            ("Made for", speech.code("audience", self.audience)),
            ("As known on", self._known(speech)),
            ("As of", self._situation(speech)),
            ("Filter", speech.words(self.selection) if self.selection in FIXED else self.selection),
            ("Consent rule", speech.words(RULES[self.audience])),
            ("Unit of count", speech.words(self.unit)),
            ("Method", speech.words(METHOD, number=speech.number(METHOD_VERSION))),
        ]
        told = [(speech.words(what), words) for what, words in told]
        return [
            *told,
            *self._counts(speech),
            *self._withheld(speech),
            *self._restricted(speech),
            *self.remarks,
            (speech.words("Digest of the content"), f"sha256 {self.digest}"),
        ]

    def in_short(self) -> list[tuple[str, str]]:
        """Of whom it is, and what was withheld."""
        speech = Speech(self.lang)
        return [next(self._counts(speech)), *self._withheld(speech)]

    def _known(self, speech: Speech) -> str:
        if not self.update:
            return speech.words("an empty registry")
        return f"{speech.day(self.day)} ({self.made_from})"

    def _situation(self, speech: Speech) -> str:
        """The day whose situation is told."""
        if self.on or not self.update:
            return speech.day(self.on) if self.on else self.day
        return speech.words("{day}, the day of the last update", day=speech.day(self.day))

    def _counts(self, speech: Speech) -> Iterator[tuple[str, str]]:
        """Of whom, and how much of what."""

        def number(count: int) -> str:
            return speech.digits(f"{count:,}")

        def within(count: int) -> Twofold:
            """A number inside a sentence, in the digits of the language of that sentence."""
            return Twofold((f"{count:,}", in_persian_digits(f"{count:,}")))

        shown, asked = within(self.shown), within(self.asked or 0)
        population = SHOWN_ALONE if self.asked is None else POPULATION
        yield speech.words("Population"), speech.words(population, shown=shown, asked=asked)
        for group, count in self.population:
            yield f"  {speech.words(group)}", number(count)
        if self.figures:
            yield (
                speech.words("Sheet {name}", name=speech.words("Summary")),
                speech.words("{number} figures", number=within(self.figures)),
            )
        for name, rows, columns in self.sheets:
            size = speech.words("{rows} rows × {columns} columns", rows=within(rows), columns=within(columns))
            yield speech.words("Sheet {name}", name=name), size

    def _withheld(self, speech: Speech) -> Iterator[tuple[str, str]]:
        """What was kept back, and why."""
        for part, counted in self.withheld.items():
            what = speech.words("Withheld: {what}", what=speech.words(_SAID[part]))
            for why, number in counted.items():
                yield what, f"{speech.digits(f'{number:,}')} ({reason(speech, why)})"
        if self.outside:
            yield speech.words("Withheld: {what}", what=speech.words(INSIDE)), speech.words(NOT_COUNTED)

    def _restricted(self, speech: Speech) -> Iterator[tuple[str, str]]:
        """How many agreed with restrictions, which are words that no program obeys."""
        if self.restricted:
            number = speech.number(len(self.restricted))
            yield speech.words("Restrictions"), speech.words(RESTRICTED, number=number)

    def page(self) -> Sheet:
        """The manifest as the first sheet of a workbook."""
        speech = Speech(self.lang)
        (title, words), *others = self.outward().lines()
        columns = (Column("what", title), Column("words", words))
        return Sheet(
            speech.words("About"),
            "about",
            columns,
            others,
            listed=False,
            widest=100,
            rightwards=speech.is_persian,
        )

    def as_json(self) -> dict[str, object]:
        """The manifest for programs."""
        return {
            "title": self.title,
            **({"report": self.report} if self.report else {}),
            **({"figures": self.figures} if self.figures else {}),
            **({"language": str(self.lang)} if self.lang is not Lang.EN else {}),
            "audience": str(self.audience),
            "as_known_on": self.day,
            "made_from": self.made_from,
            "filter": self.selection,
            "consent_rule": RULES[self.audience],
            "unit": self.unit,
            "method": METHOD_VERSION,
            **({"asked": self.asked} if self.asked is not None else {}),
            "shown": self.shown,
            "population": dict(self.population),
            "sheets": {name: {"rows": rows, "columns": columns} for name, rows, columns in self.sheets},
            "withheld": self.withheld,
            **({"agreed_with_restrictions": len(self.restricted)} if self.restricted else {}),
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
    lang: Lang = Lang.EN,
    figures: Sequence[Figure] = (),
) -> Manifest:
    """The manifest of these sheets; `statuses` has the status of every person who is shown."""
    return Manifest(
        audience=audience,
        update=known[0],
        day=known[1],
        selection=selection or EVERYBODY,
        asked=asked,
        shown=len(statuses),
        population=_population(statuses),
        sheets=tuple((sheet.name, len(sheet.rows), len(sheet.columns)) for sheet in sheets),
        withheld={part: counted for part, counted in withheld.counts().items() if counted},
        digest=digest_of([*(figure.sheet(Speech(lang)) for figure in figures), *sheets]),
        lang=lang,
        figures=len(figures),
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


def reason(speech: Speech, why: str) -> str:
    """Why something was withheld, in the language of a file: a sentence, a level, or `health: sealed`."""
    table, _, level = why.rpartition(": ")
    if level in set(Confidentiality):
        said = speech.code("confidentiality", level) if speech.lang is not Lang.EN else level
        return f"{speech.words(table)}: {said}" if table else said
    if why in set(NamingRule):
        return speech.code("naming_rule", why)
    return speech.words(why)
