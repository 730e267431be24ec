"""Lists of people as several reports show them, and who belongs on them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from prisoners.dates.ages import age_on
from prisoners.dates.partial import PartialDate
from prisoners.privacy.policy import Columns
from prisoners.reports.figures import among
from prisoners.reports.letters import asked
from prisoners.reports.material import Material, Whom
from prisoners.reports.people import Row
from prisoners.reports.population import Population
from prisoners.reports.table import Table
from prisoners.sheets.gather import everybody
from prisoners.store.reader import Reader
from prisoners.vocabulary import IN_CUSTODY

WHO = ("reference", "name", "name_persian", "gender", "age")
WHERE = ("status", "status_grade", "since", "prison", "province")
WHAT = ("charges", "sentences", "sentence_grade", "enforceable", "activity")

_MERELY = "SELECT id FROM people WHERE withdrawn = 0 AND merged_into IS NULL AND {} ORDER BY id"
_BORN = (
    "SELECT people.id, people.born, cases.arrested_on AS day FROM people"
    " LEFT JOIN cases ON cases.prisoner_id = people.id AND cases.withdrawn = 0"
    " WHERE people.withdrawn = 0 AND people.merged_into IS NULL AND people.born IS NOT NULL UNION"
    " SELECT people.id, people.born, events.happened_on FROM people JOIN events ON events.prisoner_id = people.id"
    " AND events.withdrawn = 0 AND events.kind IN ('arrest', 're_arrest')"
    " WHERE people.withdrawn = 0 AND people.merged_into IS NULL AND people.born IS NOT NULL UNION"
    " SELECT people.id, people.born, charge_sheet.act_on FROM people"
    " JOIN charge_sheet ON charge_sheet.prisoner_id = people.id AND charge_sheet.act_on IS NOT NULL"
    " WHERE people.withdrawn = 0 AND people.merged_into IS NULL AND people.born IS NOT NULL"
)
ADULT = 18


def people_table(
    material: Material,
    key: str,
    persons: Iterable[int],
    *,
    keys: Sequence[str] = (*WHO, *WHERE, *WHAT),
    population: str,
    more: dict[int, Row] | None = None,
    notes: Sequence[str] = (),
) -> Table:
    """One row a person; `more` has what a report adds to it."""
    people, listed = material.people, list(persons)
    rows = [people.row(one) | people.terms(one) | (more or {}).get(one, {}) for one in listed]
    held = all(people.status(one) in IN_CUSTODY for one in listed)
    said = {"to_serve": "enforceable" in keys, "last_place": "prison" in keys and not held}
    about = [material.speech.said(one) for one, needed in said.items() if needed]
    return material.table(key, keys, rows, "persons", population, [*notes, *about] if listed else notes)


def narrowed(material: Material, which: Population, whom: str) -> str:
    """A population, narrowed to the people of the report, in words."""
    return among(material, material.population(which), material.speech.title(whom))


def women(then: Reader, _on: dt.date) -> list[int]:
    """The numbers of all women and girls."""
    return [row["id"] for row in then.rows(_MERELY.format("gender = 'female'"))]


def dual_nationals(then: Reader, _on: dt.date) -> list[int]:
    """The numbers of all who have a second nationality, or one that is not only Iranian."""
    return [
        row["id"]
        for row in then.rows(_MERELY.format("(other_nationality IS NOT NULL OR nationality IS NOT NULL)"))
    ]


def minors(then: Reader, on: dt.date) -> list[int]:
    """The numbers of all who possibly are, or at an arrest or the act they are charged with were, under 18."""
    found = set()
    for row in then.rows(_BORN):
        born = PartialDate.from_stored(row["born"])
        days: list[PartialDate | dt.date] = [
            on,
            *([PartialDate.from_stored(row["day"])] if row["day"] else []),
        ]
        ages = [age_on(born, day) for day in days]
        if any(age is not None and age[0] < ADULT for age in ages):
            found.add(row["id"])
    return sorted(found)


WHOM: dict[str, Whom] = {
    "": lambda then, _on: everybody(then),
    "women": women,
    "minors": minors,
    "dual-nationals": dual_nationals,
    "letters": asked,
}
"""Report → whom it is about; everybody where it is not named here."""

TELLS: dict[str, frozenset[Columns]] = {
    "women": frozenset({("prisoners", "gender")}),
    "minors": frozenset({("prisoners", "born")}),
    "dual-nationals": frozenset({("prisoners", "nationality"), ("prisoners", "other_nationality")}),
}
"""Report → what everybody who gets it knows of whoever stands in it."""
