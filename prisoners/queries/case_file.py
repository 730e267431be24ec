"""Everything that is recorded about one person, as one page needs it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from prisoners.queries.outward import outward
from prisoners.queries.sealed import Seal, seal_of
from prisoners.queries.sent import files_with
from prisoners.queries.timeline import timeline
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference

if TYPE_CHECKING:
    from prisoners.queries.groups import Group

Row = dict[str, Any]


@dataclass(frozen=True)
class CaseFile:
    """One person: rows as stored, sealed ones only where they were asked for."""

    person: Row
    names: list[Row]
    activities: list[Row]
    cases: list[Row]
    charges: list[Row]
    judgments: list[Row]
    sentences: list[Row]
    events: list[Row]
    statements: list[Row]
    """What sources bear, one row a citation."""
    consents: list[Row]
    external_ids: list[Row]
    files: list[Row]
    interventions: list[Row]
    follow_ups: list[Row]
    health: list[Row]
    contacts: list[Row]
    relations: list[Row]
    merged: list[int]
    """The records that were merged into this one."""
    updated: Row | None
    """The last update that touched anything about the person."""
    confirmed_by: str | None = None
    """The researcher who last confirmed the situation: who signed the day on which it was."""
    kept_back: dict[str, int] = field(default_factory=dict)
    """How many rows of which table are sealed and not here."""
    chairs: dict[int, list[Row]] = field(default_factory=dict)
    """Judgment that names no judge → who chaired the branch then, by the postings: an inference."""
    sent: list[Row] = field(default_factory=list)
    """The files that were made in which the person stands."""
    groups: dict[int, Group] = field(default_factory=dict)
    """Case → the people tried together in it."""

    @property
    def reference(self) -> str:
        """P-0042."""
        return write_reference("prisoners", self.person["id"])


_OF_ONE: dict[str, str] = {
    "names": "SELECT * FROM names WHERE prisoner_id = :one AND withdrawn = 0 ORDER BY is_primary DESC, id",
    "activities": "SELECT * FROM activities WHERE prisoner_id = :one AND withdrawn = 0 ORDER BY weight, id",
    "cases": "SELECT * FROM cases WHERE prisoner_id = :one AND withdrawn = 0 ORDER BY id",
    "charges": "SELECT * FROM charge_sheet WHERE prisoner_id = :one ORDER BY id",
    "judgments": "SELECT * FROM judgment_sheet WHERE prisoner_id = :one ORDER BY given_on, id",
    "sentences": "SELECT * FROM sentence_sheet WHERE prisoner_id = :one ORDER BY id",
    "statements": "SELECT * FROM sourced WHERE prisoner_id = :one ORDER BY source_id, id",
    "consents": "SELECT * FROM consents WHERE prisoner_id = :one AND withdrawn = 0 ORDER BY id",
    "external_ids": "SELECT * FROM external_ids WHERE prisoner_id = :one AND withdrawn = 0 ORDER BY list_name, id",
    "files": "SELECT * FROM files WHERE prisoner_id = :one AND withdrawn = 0 ORDER BY id",
    "follow_ups": (
        "SELECT * FROM follow_ups WHERE prisoner_id = :one AND withdrawn = 0 AND state = 'open' ORDER BY due_on, id"
    ),
    "interventions": (
        "SELECT interventions.*, beneficiaries.answer FROM beneficiaries JOIN interventions"
        " ON interventions.id = beneficiaries.intervention_id AND interventions.withdrawn = 0"
        " WHERE beneficiaries.prisoner_id = :one AND beneficiaries.withdrawn = 0"
        " ORDER BY interventions.made_on, interventions.id"
    ),
    "health": "SELECT * FROM health WHERE prisoner_id = :one AND withdrawn = 0 ORDER BY since, id",
    "contacts": "SELECT * FROM contacts WHERE prisoner_id = :one AND withdrawn = 0 ORDER BY id",
    "relations": "SELECT * FROM relations WHERE prisoner_id = :one AND withdrawn = 0 ORDER BY kind, id",
}
_MERGED = "SELECT id FROM prisoners WHERE merged_into = :one ORDER BY id"
_DEATHS = ("death", "execution_carried_out", "executed", "died_in_custody", "died_after_release")
"""Kinds of events and statuses that mean one."""
_TABLES: dict[str, str] = {"events": "events", "statements": "citations"}
"""The table whose numbers a list of rows has, where the list is called otherwise."""


def case_file(reader: Reader, prisoner: int, *, sealed: bool = False) -> CaseFile:
    """Everything about one person; contacts, relatives and sealed facts only with `sealed`."""
    found = {name: [dict(row) for row in reader.rows(sql, one=prisoner)] for name, sql in _OF_ONE.items()}
    back: dict[str, int] = {}
    merged = [row["id"] for row in reader.rows(_MERGED, one=prisoner)]
    sent = files_with(reader, [prisoner, *merged])
    if not sealed:
        seal = seal_of(reader)
        found, back = _without_sealed(found, seal)
        sent = [seal.covered("exports", row) for row in sent]
    person = reader.row("SELECT * FROM people WHERE id = :one", one=prisoner)
    updated = reader.row(
        "SELECT id, at, by_whom, because, kind FROM updates WHERE id = (SELECT version FROM people WHERE id = :one)",
        one=prisoner,
    )
    return CaseFile(
        person=dict(person) if person else {},
        events=timeline(reader, prisoner),
        merged=merged,
        sent=sent,
        updated=dict(updated) if updated else None,
        confirmed_by=_confirmed_by(reader, dict(person)) if person else None,
        kept_back=back,
        chairs=_chairs(reader, found["judgments"]),
        groups=_groups(reader, found["cases"]),
        **found,
    )


def _confirmed_by(reader: Reader, person: Mapping[str, Any]) -> str | None:
    """Who signed the day on which the situation was last confirmed; None where it was not, or was taken back."""
    by = reader.value(
        "SELECT by_whom FROM updates WHERE id = (SELECT max(update_id) FROM changes WHERE table_name = 'prisoners'"
        " AND row_id = :one AND field = 'verified_on')",
        one=person["id"],
    )
    return str(by) if by and person["verified_on"] else None


def _chairs(reader: Reader, judgments: list[Row]) -> dict[int, list[Row]]:
    """Judgment → who chaired the branch that gave it, asked only where a judgment names a court and no judge."""
    nameless = [row for row in judgments if row["court_id"] and row["given_on"] and not row["judge_id"]]
    if not nameless:
        return {}
    from prisoners.queries.postings import chairs_of

    return chairs_of(reader, nameless)


def _groups(reader: Reader, cases: list[Row]) -> dict[int, Group]:
    """Case → its group; the law is not woken where no case belongs to one."""
    if not any(case["group_name"] for case in cases):
        return {}
    from prisoners.queries.groups import groups_of

    return groups_of(reader, cases)


def _without_sealed(found: dict[str, list[Row]], seal: Seal) -> tuple[dict[str, list[Row]], dict[str, int]]:
    """The rows without what is sealed, and how many of which table are left out."""
    shown = {
        name: [_source_covered(row, seal) for row in rows]
        if name == "statements"
        else seal.open_rows(name, rows)
        for name, rows in found.items()
    }
    back = {
        name: len(rows) - len(shown[name]) for name, rows in found.items() if len(rows) > len(shown[name])
    }
    return shown, back


def _source_covered(row: Row, seal: Seal) -> Row:
    """A statement whose source is sealed: that there is one, and nothing of who or what it is."""
    source = seal.covered("sources", {**row, "id": row["source_id"]})
    return source | {"id": row["id"], "quoted": seal.instead("citations", "quoted", row["id"], row["quoted"])}


def missing(file: CaseFile) -> list[str]:
    """What a page about this person still lacks, in words; nothing is guessed in its place."""
    person, lacks = file.person, []
    for column, words in (
        ("name_latin", "a name in Latin script"),
        ("name_persian", "a name in Persian script"),
        ("father", "father's name"),
        ("born", "date of birth"),
        ("gender", "gender"),
        ("status", "custody status"),
    ):
        if person[column] is None:
            lacks.append(words)
    held = person["held_since"] is not None or person["prison_id"] is not None or person["place"] is not None
    for absent, words in (
        (person["status"] is not None and not held, "place"),
        (not file.activities, "why the person is targeted"),
        (not file.cases, "a case"),
        (file.cases and not file.charges, "charges"),
        (file.judgments and not file.sentences, "the sentence"),
        (not file.statements, "a source"),
        (person["basis"] == "none" and not _may_be_shared(file.consents), "a basis or a consent to publish"),
        (_family_to_be_asked(file), "the family's agreement, since a death is reported"),
        (person["verified_on"] is None, "a day on which it was last confirmed"),
    ):
        if absent:
            lacks.append(words)
    return lacks


def _may_be_shared(consents: Iterable[Row]) -> bool:
    return any(map(_is_yes, consents))


def _is_yes(consent: Row) -> bool:
    return not consent["refused"] and not consent["withdrawn_on"]


def _family_to_be_asked(file: CaseFile) -> bool:
    """Whether only consents that ended with a death would let the case out."""
    agreed = list(filter(_is_yes, file.consents))
    holds = any(consent["subject"] == "family" or consent["after_death"] for consent in agreed)
    dead = any(event["kind"] in _DEATHS or event["status"] in _DEATHS for event in file.events)
    return bool(file.person["basis"] in ("none", "consent") and dead and agreed and not holds)


def in_json(file: CaseFile) -> dict[str, Any]:
    """The case file for programs: stable keys, references for numbers, nothing sealed that was not asked for."""
    lists: dict[str, list[Row]] = {name: getattr(file, name) for name in (*_OF_ONE, "events")}
    return {
        **outward("prisoners", file.person),
        **{
            name: [outward(_TABLES.get(name, name), row) for row in rows]
            for name, rows in sorted(lists.items())
        },
        "judgments": [
            outward("judgments", row) | {"chaired": file.chairs.get(row["id"], [])} for row in file.judgments
        ],
        "sent": [outward("exports", row) for row in file.sent],
        "merged": [write_reference("prisoners", number) for number in file.merged],
        "updated": outward("updates", file.updated) if file.updated else None,
        "confirmed_by": file.confirmed_by,
        "missing": missing(file),
        "kept_back": file.kept_back,
    }
