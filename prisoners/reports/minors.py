"""Minors: who is, or when arrested or at the act was, under 18; certain and possible told apart."""

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
    "age_at_act",
    "minor",
    *WHERE,
    *WHAT,
)


def minors(material: Material) -> list[Table]:
    """Everybody in custody or under control who possibly is, or at an arrest or the act was, under 18."""
    which = material.options.population or Population.CONTROL
    people = material.people
    told = {
        person: {
            "minor": _certainty(material, person),
            "age_at_act": people.youngest(person, people.acts(person)),
        }
        for person in people.shown
    }
    return [
        people_table(
            material,
            "minors",
            material.persons(which),
            keys=KEYS,
            population=narrowed(material, which, "minors"),
            more=told,
            notes=[material.speech.said("under_age")],
        )
    ]


def _certainty(material: Material, person: int) -> str:
    """Whether somebody certainly is or was under age on some reading of every date, or only possibly."""
    people, born = material.people, material.people.persons[person].get("born")
    days = [PartialDate.from_stored(day) for day in (*people.arrests(person), *people.acts(person))]
    ages = [age_on(PartialDate.from_stored(born), day) for day in days] if born else []
    if any(age is not None and age[1] < ADULT for age in (*ages, material.people.ages(person))):
        return material.speech.said("certainly")
    return material.speech.said("possibly")
