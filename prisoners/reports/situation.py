"""The whole picture: key figures, by status, prison, province, charge and gender, over time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prisoners.reports.dimensions import FIRST_YEAR, years_of
from prisoners.reports.figures import cross
from prisoners.reports.held import over_time
from prisoners.reports.material import Material
from prisoners.reports.population import Population
from prisoners.reports.suppression import suppressed
from prisoners.reports.table import Cell, Table
from prisoners.sheets.manifest import reason
from prisoners.vocabulary import DEAD, FREE, IN_CUSTODY, UNDER_CONTROL

ADULT = 18
SUMS = {"in_custody": IN_CUSTODY, "under_control": UNDER_CONTROL, "free": FREE, "dead": DEAD}


def situation(material: Material) -> list[Table]:
    """Key figures first, then every way to look at those in custody."""
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
    ]


def key_figures(material: Material) -> Table:
    """The figures that a sentence would quote."""
    people, speech = material.people, material.speech
    statuses = [people.status(person) for person in people.shown]
    held = material.persons(Population.CUSTODY)
    ages = [people.ages(person) for person in held]
    named = sum(people.has_name(person) for person in people.shown)
    counted = {name: sum(status in group for status in statuses) for name, group in SUMS.items()}
    figures = {
        "shown": len(statuses),
        **counted,
        "unknown": len(statuses) - sum(counted.values()),
        "uncertain": sum(bool(row.get("order_uncertain")) for row in people.headlines.values()),
        "named": named,
        "unnamed": len(statuses) - named,
        "death": sum(map(people.under_death, held)),
        "women": sum(people.persons[person].get("gender") == "female" for person in held),
        "minor": sum(age is not None and age[1] < ADULT for age in ages),
        "maybe_minor": sum(age is not None and age[0] < ADULT <= age[1] for age in ages),
    }
    kept = _kept_back(figures, material.options.suppress)
    rows = [{"what": speech.said(key), "figure": figure} for key, figure in kept.items()]
    notes = [speech.said("estimates"), *_withheld(material)]
    return material.table(
        "key_figures", ("what", "figure"), rows, "persons", material.population(Population.EVER), notes
    )


def _kept_back(figures: dict[str, int], least: int) -> dict[str, Cell]:
    """The figures without small counts, and without those from which a small one could be computed."""
    kept: dict[str, Cell] = {}
    for group in (("named", "unnamed", "shown"), (*SUMS, "unknown", "shown")):
        kept |= dict(_pairs(suppressed([(key, figures[key]) for key in group], least)))
    alone = {key: figures[key] for key in figures if key not in kept}
    kept |= {key: f"<{least}" if 0 < figure < least else figure for key, figure in alone.items()}
    return {key: kept[key] for key in figures}


def _pairs(rows: Iterable[tuple[Cell, ...]]) -> Iterator[tuple[str, Cell]]:
    return ((str(key), figure) for key, figure in rows)


def _withheld(material: Material) -> list[str]:
    """Who was asked for and is not counted, and why."""
    return [
        material.speech.said("withheld", number=material.speech.number(number), why=reason(material.speech, why))
        for why, number in sorted(material.leaving.withheld.people.items())
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
    lines = [
        (speech.number(year), len(certain.get(year, ())), len(possible[year])) for year in sorted(possible)
    ]
    rows = [
        dict(zip(("year", "certain", "possible"), line, strict=True))
        for line in suppressed(lines, material.options.suppress)
    ]
    return material.table(
        "arrests", ("year", "certain", "possible"), rows, "persons", material.population(Population.EVER),
        [speech.said("year_certain")],
    )  # fmt: skip
