"""What is not known of a person: what was never recorded, and not what is only kept from the audience."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from prisoners.privacy.policy import Columns, leads_to, level_of, may_see
from prisoners.reports.material import Material
from prisoners.reports.people import People
from prisoners.vocabulary import NamingRule

Knows = Callable[[People, int], bool]


def _of_person(column: str) -> Knows:
    return lambda people, person: bool(people.persons[person].get(column))


def _of_headline(*columns: str) -> Knows:
    return lambda people, person: any(people.headlines.get(person, {}).get(column) for column in columns)


def _of_any(table: str, column: str) -> Knows:
    return lambda people, person: any(row.get(column) for row in people.rows(table, person))


def _courts_named(people: People, person: int) -> bool:
    return all(row.get("court_id") for row in people.rows("judgments", person))


ASKED: tuple[tuple[str, Columns, Knows], ...] = (
    ("a_status", ("headlines", "status"), _of_headline("status")),
    ("a_place", ("headlines", "prison_id"), _of_headline("prison_id", "place")),
    ("an_arrest", ("cases", "arrested_on"), lambda people, person: bool(people.arrests(person))),
    ("an_arrester", ("cases", "arrested_by"), _of_any("cases", "arrested_by")),
    ("a_charge", ("charges", "state"), _of_any("charges", "state")),
    ("a_court", ("judgments", "court_id"), _courts_named),
    ("a_birth", ("prisoners", "born"), _of_person("born")),
    ("a_gender", ("prisoners", "gender"), _of_person("gender")),
    ("an_occupation", ("prisoners", "occupation"), _of_person("occupation")),
    ("a_verification", ("prisoners", "verified_on"), _of_person("verified_on")),
)
"""What a case sheet wants to say: its word, the column that tells who may know, and whether it is there."""


def unknown(material: Material, person: int) -> Iterator[str]:
    """The words of what is not recorded about a person; of what the audience may not see nothing is said."""
    people = material.people
    rule = NamingRule.ANONYMOUS if people.shown[person].code else NamingRule.FULL
    held = {(text.table, text.column) for text in material.leaving.withheld.texts} | leads_to(rule)
    for word, column, knows in ASKED:
        if may_see(material.audience, level_of(*column)) and column not in held and not knows(people, person):
            yield word
