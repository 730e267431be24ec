"""Minors: who is, or when arrested was, under 18; certain and possible told apart."""

from __future__ import annotations

from prisoners.dates.ages import age_on
from prisoners.dates.partial import PartialDate
from prisoners.reports.lists import ADULT, WHAT, WHERE, narrowed, people_table
from prisoners.reports.material import Material
from prisoners.reports.population import Population
from prisoners.reports.table import Table

KEYS = (
    "reference",
    "name",
    "name_persian",
    "gender",
    "born",
    "age",
    "age_at_arrest",
    "minor",
    *WHERE,
    *WHAT,
)


def minors(material: Material) -> list[Table]:
    """Everybody in custody or under control who is, or when arrested was, possibly under 18."""
    which = material.options.population or Population.CONTROL
    told = {person: {"minor": _certainty(material, person)} for person in material.people.shown}
    return [
        people_table(
            material,
            "minors",
            material.persons(which),
            keys=KEYS,
            population=narrowed(material, which, "minors"),
            more=told,
        )
    ]


def _certainty(material: Material, person: int) -> str:
    """Whether somebody certainly is or was under age on some reading of every date, or only possibly."""
    born = material.people.persons[person].get("born")
    days = [PartialDate.from_stored(day) for day in material.people.arrests(person)]
    ages = [age_on(PartialDate.from_stored(born), day) for day in days] if born else []
    if any(age is not None and age[1] < ADULT for age in (*ages, material.people.ages(person))):
        return material.speech.said("certainly")
    return material.speech.said("possibly")
