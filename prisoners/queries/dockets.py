"""The prosecutions of a person as the law reads them: rows of the views made judgments with their components."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from prisoners.dates.partial import PartialDate
from prisoners.law.instances import Decision
from prisoners.law.judgments import Component, Judgment
from prisoners.law.offences import degree
from prisoners.law.recorded import offence_text, term_of
from prisoners.store.reader import Reader
from prisoners.vocabulary.justice import Instance, Outcome, PunishmentClass, SentenceKind, SentenceState

Row = Mapping[str, Any]
Named = Callable[[str, int], str]
"""How a row is called: its reference, unless somebody must not be found by it."""

AT_ONCE = 500

_TAKEN = {
    "cases": "SELECT id, prisoner_id FROM cases WHERE withdrawn = 0 AND prisoner_id IN ({}) ORDER BY id",
    "charges": "SELECT * FROM charge_sheet WHERE prisoner_id IN ({}) ORDER BY id",
    "judgments": "SELECT * FROM judgment_sheet WHERE prisoner_id IN ({}) ORDER BY id",
    "sentences": "SELECT * FROM sentence_sheet WHERE prisoner_id IN ({}) ORDER BY id",
    "events": (
        "SELECT id, prisoner_id, case_id, kind, happened_on, until, status, after_id FROM events"
        " WHERE withdrawn = 0 AND prisoner_id IN ({}) AND (status IS NOT NULL OR after_id IS NOT NULL"
        " OR kind IN ('arrest', 're_arrest', 'enforcement_start'))"
    ),
}


class Docket(NamedTuple):
    """What is recorded of one person's prosecutions, as rows of the views."""

    cases: Sequence[Row]
    charges: Sequence[Row]
    judgments: Sequence[Row]
    sentences: Sequence[Row]
    events: Sequence[Row]


def dockets(reader: Reader, people: Sequence[int]) -> Iterator[tuple[int, Docket]]:
    """What is recorded of the prosecutions of many people, a few hundred at a time."""
    for first in range(0, len(people), AT_ONCE):
        some = people[first : first + AT_ONCE]
        marks = ", ".join(map(str, map(int, some)))
        taken = {name: _by_person(reader.each(sql.format(marks))) for name, sql in _TAKEN.items()}
        for person in some:
            yield person, Docket(**{name: rows[person] for name, rows in taken.items()})


def _by_person(rows: Iterable[sqlite3.Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["prisoner_id"]].append(dict(row))
    return found


def components(docket: Docket, named: Named) -> dict[int, list[Component]]:
    """Judgment → its components.

    A component that names no charge has the class and the degree that all charges of its case share, if they do.
    """
    charges = {row["id"]: row for row in docket.charges}
    of_case: dict[int, list[Row]] = defaultdict(list)
    for row in docket.charges:
        of_case[row["case_id"]].append(row)
    found: dict[int, list[Component]] = defaultdict(list)
    for row in docket.sentences:
        own = charges.get(row["charge_id"])
        punished = [own] if own is not None else of_case[row["case_id"]]
        found[row["judgment_id"]].append(_component(row, own, punished, named))
    return found


def _component(row: Row, own: Row | None, punished: Sequence[Row], named: Named) -> Component:
    classes = {charge["punishment_class"] or PunishmentClass.UNKNOWN for charge in punished}
    degrees = {degree(offence_text(charge)) for charge in punished}
    offence = (own["name_en"] or own["quoted"] or "") if own is not None else ""
    becomes = row["becomes"]
    return Component(
        named("sentences", row["id"]),
        SentenceKind(row["kind"]),
        term_of(row),
        offence,
        PunishmentClass(classes.pop()) if len(classes) == 1 else PunishmentClass.UNKNOWN,
        degrees.pop() if len(degrees) == 1 else None,
        SentenceState(row["state"]),
        term_of(row, "reduced_"),
        SentenceKind(becomes) if becomes else None,
        None if row["by_pardon"] is None else bool(row["by_pardon"]),
        term_of(row, "suspended_"),
        bool(row["suspended"]),
        row["act"] or "",
        named("charges", row["charge_id"]) if row["charge_id"] else "",
        row["lashes"],
        row["amount"],
        row["currency"] or "",
        row["place"] or "",
        row["quoted"] or "",
    )


def decision(row: Row, components: Mapping[int, list[Component]], named: Named) -> Decision:
    """One judgment with its components, its instance and what it decided about the one before."""
    on = PartialDate.from_stored(row["given_on"]) if row["given_on"] else None
    parts = tuple(components.get(row["id"], ()))
    outcome = Outcome(row["outcome"])
    sentenced = outcome is Outcome.CONVICTED or (outcome is Outcome.UNKNOWN and bool(row["announced_total"]))
    untold = sentenced and not parts
    judgment = Judgment(named("judgments", row["id"]), parts, on, term_of(row, "reported_"), untold)
    return Decision(judgment, Instance(row["instance"]), outcome)
