"""What changed since a file was sent, or since an update: field by field, through the gate as it stands now."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from prisoners.dates.stored import stored_date
from prisoners.errors import NoSuchRow, WrongKindOfReference
from prisoners.privacy.policy import Columns
from prisoners.privacy.redact import Leaving
from prisoners.queries.as_of import known_at, looking_back
from prisoners.queries.judges import sourced
from prisoners.reports.apart import gathered
from prisoners.reports.estimates_since import changed_estimates
from prisoners.reports.field_words import CODES, LISTS
from prisoners.reports.lists import TELLS, WHOM
from prisoners.reports.material import Material, Options, Whom, chosen, let_through
from prisoners.reports.people import People, Row
from prisoners.reports.recall import Recall, allowed, otherwise
from prisoners.reports.table import Table
from prisoners.sheets.asked import listed_by
from prisoners.sheets.field_names import field_name
from prisoners.sheets.gather import verdicts_on
from prisoners.sheets.judges import keep_judges_back
from prisoners.sheets.manifest import known_when
from prisoners.store.named import read_named
from prisoners.store.reader import Reader
from prisoners.store.references import read_reference, write_reference
from prisoners.vocabulary import Audience

WITH_ESTIMATES = frozenset({"situation", "new-since"})
"""Reports that tell estimates of groups."""
KEYS = ("reference", "name", "name_persian", "record", "field", "then", "now")
OF_PEOPLE = (
    "prisoners", "activities", "cases", "charges", "judgments", "sentences", "events", "external_ids",
    "files", "citations", "beneficiaries",
)  # fmt: skip
TIES = frozenset({"id", "prisoner_id", "withdrawn", "merged_into", "about_table", "about_row"})
"""Columns that only tie rows together."""


def changes_since(material: Material) -> list[Table]:
    """Every field that is otherwise than in what was sent; who is new, and how many must be forgotten."""
    update, export = moment(material.reader, material.options.argument)
    with _before(material.reader, update, material.today) as before:
        sent = _asked_then(before, export, material.options)
        then = let_through(material.reader, before, sent, material.audience, material.today)[0]
        if material.audience is not Audience.INTERNAL:
            named = sourced(material.reader)
            keep_judges_back(then, named)
            keep_judges_back(material.leaving, named)
        recalls = _no_longer(material, before, sent, export)
        groups = gathered(material.reader, before, material.audience, material.watch)
    both = {person for person in then.shown if person in material.people.shown}
    rows = list(_changed(material, then, both))
    rows += [_new(material, person) for person in material.people.shown if person not in set(sent)]
    _tell_us(material, export, recalls)
    gone = sum(bool(one.why_not) for one in recalls)
    notes = [material.speech.said("recall", number=material.speech.number(gone))] if gone else []
    said = material.speech.said("since", since=_said(update, export))
    return [
        material.table("changed", KEYS, rows, "changes", said, notes),
        *(changed_estimates(material, groups, said) if _told_groups(export) else []),
    ]


def _told_groups(export: Row | None) -> bool:
    """Whether what was sent told of groups that are estimated: a list with its figures, or such a report."""
    if export is None:
        return True
    about = json.loads(export["manifest"])
    return about.get("report") in WITH_ESTIMATES or "figures" in about


def concerned(reader: Reader, options: Options, today: dt.date) -> Whom:
    """Whom the changes are about: those asked for then, and those asked for in the same way now."""
    update, export = moment(reader, options.argument)
    with _before(reader, update, today) as before:
        sent = _asked_then(before, export, options)
    report, selection = _way(export, options)
    return lambda then, on: sorted({*sent, *chosen(then, WHOM[report], selection, on)})


def made_for(reader: Reader, options: Options) -> Audience:
    """For whom the changes are told where nobody says: for those for whom the file was made."""
    export = moment(reader, options.argument)[1] if options.argument else None
    return Audience(export["audience"]) if export else Audience.ADVOCATES


def told_by(reader: Reader, options: Options, today: dt.date) -> frozenset[Columns]:
    """What everybody who got the export knows of whoever stands in it: its report and its filter tell that."""
    report, selection = _way(moment(reader, options.argument)[1], options)
    return TELLS.get(report, frozenset()) | listed_by(reader, selection, today)


@contextmanager
def _before(reader: Reader, update: int, today: dt.date) -> Iterator[Reader]:
    """The registry as it was when the file was made."""
    known = known_at(reader, write_reference("updates", update), today)
    with looking_back(reader, known=known) as before:
        yield before


def _new(material: Material, person: int) -> Row:
    """Somebody who was not asked for then."""
    return material.people.row(person) | {
        "record": material.people.reference(person),
        "field": material.speech.said("new_record"),
    }


def moment(reader: Reader, text: str) -> tuple[int, Row | None]:
    """The update that is looked back to, and the export where one was named; raises NoSuchRow and its kin."""
    table, number = read_reference(text)
    if table == "updates":
        return number, None
    if table != "exports":
        raise WrongKindOfReference(text, table.rstrip("s"), "EX-0001 or U-0001")
    export = reader.row("SELECT * FROM exports WHERE id = :number", number=number)
    if export is None:
        raise NoSuchRow(text)
    return int(export["made_from"] or 0), dict(export)


def _said(update: int, export: Row | None) -> str:
    made = write_reference("updates", update)
    return f"{write_reference('exports', export['id'])} ({made})" if export else made


def _way(export: Row | None, options: Options) -> tuple[str, str]:
    """Of which report and by which filter people were asked for."""
    if export is None:
        return "", options.selection
    report = str(json.loads(export["manifest"]).get("report", ""))
    return report if report in WHOM else "", export["selection"] or ""


def _asked_then(before: Reader, export: Row | None, options: Options) -> list[int]:
    """Who was asked for then."""
    report, selection = _way(export, options)
    return chosen(before, WHOM[report], selection, dt.date.fromisoformat(known_when(before)[1]))


def _no_longer(material: Material, before: Reader, whom: Sequence[int], export: Row | None) -> list[Recall]:
    """Who stood in it and may not be shown there any more, or must be named less."""
    audience = Audience(export["audience"]) if export else material.audience
    if export and export["people"]:
        stood = read_named(export["people"])
    else:
        then = verdicts_on(before, audience, dt.date.fromisoformat(known_when(before)[1]))
        stood = {person: then[person].naming for person in whom if person in then and then[person].leaves}
    return list(otherwise(stood, allowed(material.reader, audience, material.today)))


def _tell_us(material: Material, export: Row | None, recalls: Sequence[Recall]) -> None:
    """Name them for the researcher alone, and the file that must be recalled."""
    if export and recalls and not export["recalled_on"]:
        whom = f"sent to {export['recipient']}" if export["recipient"] else "made"
        file = f"{write_reference('exports', export['id'])} ({export['file_name']}, {whom}"
        material.remarks.append(
            f"{file} on {export['made_at'][:10]}) must be recalled; `prisoners exports --recall` tells names:"
        )
    for one in recalls:
        person = write_reference("prisoners", one.person)
        material.remarks.append(
            f"{person} stood in it and may no longer be shown: {one.why_not}."
            if one.why_not
            else f"{person} was named in it otherwise than is allowed today."
        )


def _changed(material: Material, then: Leaving, persons: set[int]) -> Iterator[Row]:
    """One row a field that differs, in the order of people, tables and rows."""
    before, after = _by_person(then, persons), _by_person(material.leaving, persons)
    was = People(then, material.speech, material.on)
    for person in material.people.shown:
        if person not in persons:
            continue
        for key in sorted({*before.get(person, {}), *after.get(person, {})}):
            old, new = before.get(person, {}).get(key), after.get(person, {}).get(key)
            record = {"record": _record(material, person, key)}
            for field, then_said, now_said in _fields(material, was, key[0], old, new):
                yield (
                    material.people.row(person)
                    | record
                    | {
                        "field": field,
                        "then": then_said,
                        "now": now_said,
                    }
                )


def _fields(
    material: Material, was: People, table: str, old: Row | None, new: Row | None
) -> Iterator[tuple[str, str, str]]:
    """Field, then, now, for each that differs; a row that came or went is told in one line."""
    if old is None or new is None:
        said = material.speech.said("new_record" if old is None else "left")
        yield said, _whole(was, table, old), _whole(material.people, table, new)
        return
    for column in dict.fromkeys((*new, *old)):
        if column not in TIES and old.get(column) != new.get(column):
            yield (
                field_name(material.speech, table, column),
                _words(was, table, column, old.get(column)),
                _words(material.people, table, column, new.get(column)),
            )


def _whole(people: People, table: str, row: Row | None) -> str:
    """Everything a row says, in one line; nothing for a row that is not there."""
    told = [
        (field_name(people.speech, table, column), _words(people, table, column, value))
        for column, value in (row or {}).items()
        if column not in TIES and value
    ]
    return people.speech.several(f"{column}: {words}" for column, words in told if words)


def _by_person(leaving: Leaving, persons: set[int]) -> dict[int, dict[tuple[str, int], Row]]:
    """Person → table and number → the row."""
    found: dict[int, dict[tuple[str, int], Row]] = {}
    for table in OF_PEOPLE:
        for row in leaving.tables.get(table, ()):
            person = row["id"] if table == "prisoners" else row["prisoner_id"]
            if person in persons:
                found.setdefault(person, {})[table, row["id"]] = row
    for person in persons:
        found.setdefault(person, {})["names", 0] = leaving.shown[person]._asdict()
    return found


def _record(material: Material, person: int, key: tuple[str, int]) -> str:
    """The reference of a row; what it is, for somebody who could be found by it."""
    table, number = key
    if not number or material.people.shown[person].code:
        return table.rstrip("s") if table != "activities" else "activity"
    return write_reference(table, number)


def _words(people: People, table: str, column: str, value: Any) -> str:
    """A value in words: a date, a code, a row of a list, or as it stands."""
    if value in (None, ""):
        return ""
    if isinstance(value, str) and stored_date(value):
        return people.speech.date(value)
    if code_list := CODES.get((table, column)) or CODES.get(("", column)):
        return people.speech.code(code_list, str(value))
    if column.endswith("_id"):
        return _linked(people, column, value)
    return people.speech.number(value) if isinstance(value, int) else str(value)


def _linked(people: People, column: str, number: int) -> str:
    """What a link leads to: a source, a prison, an offence … as far as it left the gate."""
    listed = "sources" if column == "source_id" else LISTS.get(column, "")
    row = next((row for row in people.tables.get(listed, ()) if row["id"] == number), None)
    if row is None:
        return ""
    if listed == "sources":
        return " ".join(filter(None, (write_reference(listed, number), row.get("outlet"))))
    return people.speech.either((row["name_en"], row["name_fa"] or row["name_en"]))
