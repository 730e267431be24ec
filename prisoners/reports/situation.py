"""The whole picture: key figures, by status, prison, province, charge and gender, over time; estimates apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from prisoners.privacy.verdict import told_outside
from prisoners.reports.dimensions import FIRST_YEAR, calendar_said, years_of
from prisoners.reports.estimates import estimates
from prisoners.reports.figures import cross
from prisoners.reports.held import over_time
from prisoners.reports.material import Material
from prisoners.reports.population import Population
from prisoners.reports.table import Count, Table
from prisoners.sheets.manifest import reason
from prisoners.vocabulary import DEAD, FREE, IN_CUSTODY, UNDER_CONTROL, Audience

ADULT = 18
KINDS = {"uncertain": "uncertain"}
"""Figures that say how well others are known: a kind of their own, from which nothing else can be computed."""
SUMS = {"in_custody": IN_CUSTODY, "under_control": UNDER_CONTROL, "free": FREE, "dead": DEAD}


def situation(material: Material) -> list[Table]:
    """Key figures first, then every way to look at those in custody, then what others estimate."""
    held = material.options.population or Population.CUSTODY
    return [
        key_figures(material),
        over_time(material),
        *cross(material, "status", population=Population.EVER),
        *cross(material, "prison", "status", population=held),
        *cross(material, "province", population=held),
        *cross(material, "charge", population=held),
        *cross(material, "activity", population=held),
        *cross(material, "gender", "age_group", population=held),
        *cross(material, "ethnicity", "religion", population=held),
        arrests(material),
        *estimates(material),
    ]


def key_figures(material: Material) -> Table:
    """The figures that a sentence would quote."""
    people, speech = material.people, material.speech
    held = material.persons(Population.CUSTODY)
    status = {person: people.status(person) for person in people.shown}
    groups = {name: {person for person in status if status[person] in group} for name, group in SUMS.items()}
    ages = {person: found for person in held if (found := people.ages(person))}
    figures: dict[str, Iterable[int]] = {
        "shown": people.shown,
        **groups,
        "unknown": status.keys() - set().union(*groups.values()),
        "uncertain": (person for person in status if people.headlines.get(person, {}).get("order_uncertain")),
        "named": filter(people.has_name, status),
        "unnamed": (person for person in status if not people.has_name(person)),
        "death": filter(people.under_death, held),
        "women": (person for person in held if people.persons[person].get("gender") == "female"),
        "minor": (person for person in ages if ages[person][1] < ADULT),
        "maybe_minor": (person for person in ages if ages[person][0] < ADULT <= ages[person][1]),
    }
    rows = [
        {"what": speech.said(key), "figure": Count(who, KINDS.get(key, "persons"))}
        for key, who in figures.items()
    ]
    notes = [speech.said("with_name"), *_withheld(material)]
    return material.table(
        "key_figures", ("what", "figure"), rows, "persons", material.population(Population.EVER), notes
    )


def _withheld(material: Material) -> list[str]:
    """Who was asked for and is not counted, and why."""
    people: Mapping[str, int] = material.leaving.withheld.people
    if material.audience is not Audience.INTERNAL:
        people = told_outside(people)
    return [
        material.speech.said(
            "withheld", number=material.speech.number(number), why=reason(material.speech, why)
        )
        for why, number in sorted(people.items())
        if number >= material.options.suppress
    ]


def arrests(material: Material) -> Table:
    """Persons by year of arrest: certain, and possible where a date is partial."""
    calendar, speech = material.options.calendar, material.speech
    certain: dict[int, set[int]] = {}
    possible: dict[int, set[int]] = {}
    latest = years_of(f"{material.on} {material.on} {material.on}|gregorian|", calendar)[1]
    for person in material.people.shown:
        for day in material.people.arrests(person):
            first, last = years_of(day, calendar)
            if first == last:
                certain.setdefault(first, set()).add(person)
            for year in range(max(first, FIRST_YEAR[calendar]), min(last, latest) + 1):
                possible.setdefault(year, set()).add(person)
    rows = [
        {
            "year": speech.number(year),
            "certain": Count(certain.get(year, ())),
            "possible": Count(possible[year]),
        }
        for year in sorted(possible)
    ]
    return material.table(
        "arrests", ("year", "certain", "possible"), rows, "persons", material.population(Population.EVER),
        [speech.said("year_certain"), calendar_said(material)],
    )  # fmt: skip
