"""A list to hand to a government: who, charged with what, where, until when, and what it answered before."""

from __future__ import annotations

from prisoners.reports.lists import people_table
from prisoners.reports.material import Material
from prisoners.reports.people import People, Row, grouped
from prisoners.reports.population import Population
from prisoners.reports.speech import Lang
from prisoners.reports.table import Table

KEYS = (
    "reference", "name", "name_persian", "gender", "born", "charges", "sentences", "sentence_grade", "enforceable",
    "prison", "province", "held_since", "official_release", "projected", "status", "status_grade", "since", "asked",
    "answered", "verified_on",
)  # fmt: skip


def government(material: Material) -> list[Table]:
    """Everybody in custody, with every earlier list, letter and meeting and what was answered about the person.

    Those under a sentence of death stand first, then whoever has been held longest.
    """
    which = material.options.population or Population.CUSTODY
    made = {row["id"]: row for row in material.people.tables["interventions"]}
    asked = grouped(material.people.tables["beneficiaries"], "prisoner_id")
    persons = sorted(material.persons(which), key=lambda person: _place(material.people, person))
    more = {person: _asked(material, asked.get(person, []), made) for person in persons}
    return [
        people_table(
            material, "government", persons, keys=KEYS, population=material.population(which), more=more,
            notes=[material.speech.said("release_reported"), material.speech.said("longest_first")],
        )
    ]  # fmt: skip


def _place(people: People, person: int) -> tuple[bool, str]:
    """Death first, then the longest held; whose time in custody is not known stands last."""
    since = people.headlines.get(person, {}).get("held_since")
    return not people.under_death(person), str(since or "9999")[:10]


def _asked(material: Material, rows: list[Row], made: dict[int, Row]) -> Row:
    """When whom was asked about the person, and what came back."""
    efforts = [(made[row["intervention_id"]], row) for row in rows if row["intervention_id"] in made]
    efforts.sort(key=lambda pair: (str(pair[0].get("made_on") or "9"), pair[0]["id"]))
    return {
        "asked": "; ".join(_effort(material, effort) for effort, _ in efforts),
        "answered": "; ".join(filter(None, (_answer(material, effort, row) for effort, row in efforts))),
    }


def _effort(material: Material, effort: Row) -> str:
    told = (
        material.speech.date(effort.get("made_on")),
        material.speech.code("intervention_kind", effort.get("kind")),
        effort.get("addressee"),
    )
    return ("، " if material.speech.lang is Lang.FA else ", ").join(part for part in told if part)


def _answer(material: Material, effort: Row, row: Row) -> str:
    """What was answered about the person, else what was answered at all."""
    code = material.speech.code("intervention_response", effort.get("response"))
    return str(row.get("answer") or effort.get("response_words") or code)
