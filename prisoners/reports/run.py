"""Makes a report: asks, passes the gate, counts, and hands over tables that can be shown, told or written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from prisoners.errors import NobodyYet, NoSuchFigure, NothingToExport, ReportNeeds
from prisoners.privacy.policy import Columns
from prisoners.queries.as_of import one_day
from prisoners.reports.catalogue import DAY, SENT, Entry, report_named
from prisoners.reports.changes_since import concerned, made_for, told_by
from prisoners.reports.lists import TELLS, WHOM
from prisoners.reports.material import Material, Options, Whom, gather, situation
from prisoners.reports.phrases import REPORTS as CALLED
from prisoners.reports.speech import Lang, Speech
from prisoners.reports.suppression import suppressed
from prisoners.reports.table import Table
from prisoners.sheets.asked import listed_by, told
from prisoners.sheets.columns import Sheet
from prisoners.sheets.manifest import TITLE, Manifest, manifest_of
from prisoners.sheets.standing import referred_to
from prisoners.sheets.write import Prepared
from prisoners.store.reader import Reader
from prisoners.vocabulary import Audience

CAN_BE_COUNTED = "This report lists people one by one: whoever gets it can count them, whatever is kept back."
Vet = Callable[[Material, Sequence[Table]], None]
"""What looks at the tables of a report before it is one, and raises where it must not be made."""
UNIT = "Every table says what it counts, of whom, and as known when."


@dataclass(frozen=True)
class Made:
    """A report that is ready to be shown or written."""

    report: Entry
    tables: tuple[Table, ...]
    prepared: Prepared
    speech: Speech
    remarks: tuple[str, ...]
    """What only the researcher is told."""

    def as_json(self) -> dict[str, Any]:
        """The report for programs."""
        return {
            "report": self.report.name,
            "about": self.prepared.manifest.as_json(),
            "tables": [table.as_json() for table in self.tables],
        }

    def first(self, key: str) -> Made:
        """The same report with one of its tables before the others, for a file that holds only one."""
        keys = [table.key for table in self.tables]
        if key not in keys:
            raise NoSuchFigure(key, keys)
        place = keys.index(key)
        sheets = self.prepared.sheets
        moved = [sheets[place], *sheets[:place], *sheets[place + 1 :]]
        return replace(self, prepared=replace(self.prepared, sheets=moved))


def make(
    reader: Reader,
    name: str,
    *,
    audience: Audience | None,
    today: dt.date,
    options: Options,
    lang: Lang = Lang.EN,
    known: str | None = None,
    on: dt.date | None = None,
    vet: Vet = lambda _material, _tables: None,
) -> Made:
    """The report of this name; for advocates where no audience is said, or as the file was that it is about.

    Raises NoSuchReport, ReportNeeds where a day or an export is missing, and NothingToExport where nobody of those it
    is about may be shown to the audience. That is what a report on a file that was sent is there to tell, however.
    """
    entry = report_named(name)
    options = _settled(entry, options, today)
    audience = audience or (made_for(reader, options) if entry.needs == SENT else Audience.ADVOCATES)
    speech = Speech(lang)
    with situation(reader, known, on, today) as (then, day):
        material = gather(
            reader, then, audience=audience, today=today, on=day, options=options, speech=speech,
            whom=_whom(reader, entry, options, today), tells=tells(reader, entry, options, today),
        )  # fmt: skip
        tables = tables_of(entry, material) if material.people.shown or entry.needs == SENT else ()
        if not material.people.shown and not material.remarks:
            raise _nobody(material, known)
        vet(material, tables)
        if options.suppress > 1 and any(table.lists_people for table in tables):
            material.remarks.append(CAN_BE_COUNTED)
        return Made(entry, tables, _prepared(material, entry, tables), speech, tuple(material.remarks))


def _nobody(material: Material, known: str | None) -> NobodyYet | NothingToExport:
    """Why there is nobody to show: nobody was known yet, or nobody who is meant may be shown."""
    if known and not material.then.value("SELECT count(*) FROM prisoners"):
        first = material.reader.value("SELECT min(substr(at, 1, 10)) FROM updates")
        return NobodyYet(known, str(first))
    withheld = material.leaving.withheld.people.most_common()
    return NothingToExport(material.asked, material.audience, withheld)


def tables_of(entry: Entry, material: Material) -> tuple[Table, ...]:
    """The tables of a report, small counts kept back as it was asked for."""
    least = material.options.suppress
    fewer = material.speech.said("fewer", least=material.speech.number(least))
    return tuple(suppressed(entry.make()(material), least, fewer))


def _whom(reader: Reader, entry: Entry, options: Options, today: dt.date) -> Whom:
    """Whom a report is about."""
    if entry.needs == SENT:
        return concerned(reader, options, today)
    return WHOM.get(entry.name, WHOM[""])


def tells(reader: Reader, entry: Entry, options: Options, today: dt.date) -> frozenset[Columns]:
    """What standing in a report tells of everybody in it."""
    return told_by(reader, options, today) if entry.needs == SENT else TELLS.get(entry.name, frozenset())


def _settled(entry: Entry, options: Options, today: dt.date) -> Options:
    """The options with what the report needs; a day that was typed is read."""
    if not entry.needs:
        return options
    if not options.argument:
        raise ReportNeeds(entry.name, entry.needs, entry.example)
    return replace(options, since=one_day(options.argument, today)) if entry.needs == DAY else options


def _prepared(material: Material, entry: Entry, tables: Sequence[Table]) -> Prepared:
    """The tables as sheets of a file, with the manifest."""
    speech, selection = material.speech, material.options.selection
    sheets = _told_apart([table.sheet(speech) for table in tables])
    columns = listed_by(material.then, selection, material.on)
    manifest = manifest_of(
        sheets,
        audience=material.audience,
        known=material.known,
        selection=told(selection, columns, material.audience, material.watch),
        asked=material.asked,
        statuses=[material.people.status(person) for person in material.people.shown],
        withheld=material.leaving.withheld,
        lang=speech.lang,
    )
    remarks = tuple((table.title, " ".join(table.about(speech))) for table in tables)
    argument = f" {material.options.argument}" if entry.needs else ""
    title = f"{speech.words(TITLE)}: {speech.either(CALLED[entry.name])}{argument}"
    about = replace(manifest, title=title, unit=UNIT, report=entry.name, remarks=remarks, on=str(material.on))
    if least := material.options.suppress:
        asked = None if 0 < material.asked - manifest.shown < least else material.asked
        withheld = _without_small(_as_told(manifest), least)
        about = replace(about, population=(), asked=asked, withheld=withheld)
    return Prepared(about, sheets, material.leaving.withheld.texts, references=referred_to(material.leaving))


def _as_told(manifest: Manifest) -> dict[str, dict[str, int]]:
    """What was withheld, with the people counted as the file counts them, so that no part of them is left out of it."""
    told = {part: manifest.outward().withheld[part] for part in ("people",) if part in manifest.withheld}
    return manifest.withheld | told


def _without_small(withheld: dict[str, dict[str, int]], least: int) -> dict[str, dict[str, int]]:
    """What was withheld and why, as far as the number is not small."""
    kept = {part: {why: n for why, n in counted.items() if n >= least} for part, counted in withheld.items()}
    return {part: counted for part, counted in kept.items() if counted}


def _told_apart(sheets: list[Sheet]) -> list[Sheet]:
    """The sheets under names that no other has, as a workbook wants them."""
    taken: set[str] = set()
    named = []
    for sheet in sheets:
        name, number = sheet.name, 1
        while name.casefold() in taken:
            number += 1
            name = f"{sheet.name[:27]} {number}"
        taken.add(name.casefold())
        named.append(replace(sheet, name=name))
    return named
