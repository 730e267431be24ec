"""The values by which people, arrests, cases, judgments and charges are counted, as pairs of item and value."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from prisoners.dates.jalali import from_gregorian, to_gregorian
from prisoners.dates.partial import Calendar, PartialDate, reach
from prisoners.errors import NoSuchFigure, TooManyDimensions
from prisoners.privacy.policy import level_of, may_see
from prisoners.reports.material import Material
from prisoners.reports.people import People, Row
from prisoners.reports.table import ALLOWED_BY

Pair = tuple[int, str]
"""An item and one of its values, in words."""

AGE_GROUPS = (18, 25, 35, 50, 65)
FIRST_YEAR = {Calendar.JALALI: 1320, Calendar.GREGORIAN: 1941}
"""The first year of an arrest that is counted by itself, as `stats` has it."""
UNITS = ("persons", "arrests", "cases", "judgments", "charges")


def items(material: Material, unit: str, persons: list[int]) -> list[Row]:
    """What is counted, each with its person: the people themselves, or their rows."""
    if unit == "persons":
        return [{"id": person, "prisoner_id": person} for person in persons]
    if unit == "arrests":
        return [row for person in persons for row in material.people.arrested(person)]
    return [row for person in persons for row in material.people.rows(unit, person)]


def asked_by(texts: Sequence[str]) -> tuple[str, ...]:
    """By what to count, as typed: `status`, `age-group` or `status,gender`; raises NoSuchFigure, TooManyDimensions."""
    words = [word.strip().casefold().replace("-", "_") for text in texts for word in text.split(",")]
    for word in words:
        if word not in DIMENSIONS:
            raise NoSuchFigure(word, list(DIMENSIONS), difflib.get_close_matches(word, DIMENSIONS, n=2))
    found = list(dict.fromkeys(words))
    if len(found) > 2:  # noqa: PLR2004 -- down and across
        raise TooManyDimensions(found)
    return tuple(found)


def unit_asked(text: str) -> str:
    """What to count, as typed; raises NoSuchFigure."""
    word = text.strip().casefold()
    if word not in UNITS:
        raise NoSuchFigure(text, list(UNITS), difflib.get_close_matches(word, UNITS, n=1))
    return word


def told(material: Material, dimension: str) -> bool:
    """Whether the audience may know this of anybody."""
    allowed = ALLOWED_BY.get(dimension)
    return allowed is None or may_see(material.audience, level_of(*allowed))


def pairs(material: Material, dimension: str, counted: list[Row]) -> Iterator[Pair]:
    """Every value of every item that has one; an item with several stands here several times."""
    of = DIMENSIONS[dimension]
    return ((item["id"], value) for item in counted for value in dict.fromkeys(of(material, item)) if value)


def _code(code_list: str) -> Callable[[Material, Row], list[str]]:
    """A code of the person, in words."""
    return lambda material, item: [
        material.speech.code(code_list, material.people.persons[item["prisoner_id"]].get(code_list))
    ]


def _status(material: Material, item: Row) -> list[str]:
    return [material.speech.code("custody_status", material.people.status(item["prisoner_id"]))]


def _prison(material: Material, item: Row) -> list[str]:
    headline = material.people.headlines.get(item["prisoner_id"], {})
    return [material.people.prison(headline.get("prison_id")) or headline.get("place") or ""]


def _province(material: Material, item: Row) -> list[str]:
    headline = material.people.headlines.get(item["prisoner_id"], {})
    prison = material.people.prisons.get(headline.get("prison_id") or 0, {})
    return [material.speech.province(prison.get("province"))]


def charges_of(material: Material, item: Row) -> list[Row]:
    """The charge itself; the charges of a case, of a judgment's or an arrest's case; or all those of a person."""
    charges = material.people.rows("charges", item["prisoner_id"])
    if "offence_id" in item:
        return [item]
    if "stage" in item:
        return [row for row in charges if row["case_id"] == item["id"]]
    if "case_id" in item:
        return [row for row in charges if row["case_id"] == item["case_id"]]
    return charges


def _charges(material: Material, item: Row) -> list[str]:
    return [material.people.charge(row) for row in charges_of(material, item)]


def _charge_states(material: Material, item: Row) -> list[str]:
    return [material.speech.code("charge_state", row["state"]) for row in charges_of(material, item)]


def _activities(material: Material, item: Row) -> list[str]:
    rows = material.people.rows("activities", item["prisoner_id"])
    return [material.speech.code("activity", row["activity"]) for row in rows]


def _age_group(material: Material, item: Row) -> list[str]:
    """The age group on the day of the report, where a partial date of birth leaves only one."""
    ages = material.people.ages(item["prisoner_id"])
    if ages is None:
        return []
    groups = {_group(material, age) for age in ages}
    return [groups.pop() if len(groups) == 1 else material.speech.said("not_certain")]


def _group(material: Material, age: int) -> str:
    speech, below = material.speech, 0
    for limit in AGE_GROUPS:
        if age < limit:
            return f"{speech.number(below)}–{speech.number(limit - 1)}" if below else speech.said("under_18")
        below = limit
    return speech.said("age_and_over", age=str(below))


def own_order(material: Material, dimension: str) -> Callable[[str], Any] | None:
    """Where a value stands that has its place by itself: ages and years; None where those with most stand first."""
    if dimension == "age_group":
        groups = [_group(material, age) for age in (0, *AGE_GROUPS)]
        return lambda value: groups.index(value) if value in groups else len(groups)
    if dimension == "year":
        unclear = material.speech.said("not_certain")
        return lambda value: (value == unclear, value)
    return None


def _year(material: Material, item: Row) -> list[Any]:
    """The years of the arrests, as far as a date leaves only one."""
    calendar = material.options.calendar
    found = [certain_year(day, calendar) for day in _arrest_days(material.people, item)]
    return [material.speech.number(year) if year else material.speech.said("not_certain") for year in found]


def _arrest_days(people: People, item: Row) -> list[str]:
    """The day of an arrest, those of the case that something belongs to, or those of all arrests of a person."""
    if "arrested" in item:
        return [item["arrested"]] if item["arrested"] else []
    case = item["id"] if "stage" in item else item.get("case_id")
    return people.arrests(item["prisoner_id"], case)


def certain_year(stored: str, calendar: Calendar) -> int | None:
    """The one year in which a date can lie, or None."""
    first, last = years_of(stored, calendar)
    return first if first == last and first >= FIRST_YEAR[calendar] else None


def years_of(stored: str, calendar: Calendar) -> tuple[int, int]:
    """The first and the last year in which a date can lie."""
    first, last = reach(PartialDate.from_stored(stored))
    if calendar is Calendar.GREGORIAN:
        return first.year, last.year
    return (
        from_gregorian(first)[0] if first.year > 1 else 0,
        from_gregorian(last)[0] if last.year < 9999 else 9999,  # noqa: PLR2004 -- the open end
    )


def calendar_said(material: Material) -> str:
    """Of which calendar the years and months are, with the year of the report in the other one."""
    calendar, speech = material.options.calendar, material.speech
    if calendar is Calendar.GREGORIAN:
        return speech.said("gregorian_years")
    year = from_gregorian(material.on)[0]
    return speech.said("jalali_years", year=speech.number(year), since=speech.day(to_gregorian(year, 1, 1)))


def month_of(stored: str, calendar: Calendar) -> str:
    """The one month in which a date lies, as `1403-05`; nothing where it can lie in several."""
    days = reach(PartialDate.from_stored(stored))
    split = [
        from_gregorian(day)[:2] if calendar is Calendar.JALALI else (day.year, day.month) for day in days
    ]
    return f"{split[0][0]}-{split[0][1]:02}" if split[0] == split[1] else ""


DIMENSIONS: dict[str, Callable[[Material, Row], list[Any]]] = {
    "status": _status,
    "prison": _prison,
    "province": _province,
    "charge": _charges,
    "charge_state": _charge_states,
    "activity": _activities,
    "gender": _code("gender"),
    "age_group": _age_group,
    "ethnicity": _code("ethnicity"),
    "religion": _code("religion"),
    "year": _year,
}
"""What can be counted by."""
MANY = frozenset({"charge", "charge_state", "activity", "year"})
"""Of these, one person can have several."""
OF_A_CHARGE = frozenset({"charge", "charge_state"})
"""Two that one charge has together: somebody convicted of one charge and acquitted of another is neither of both."""
PLACES = frozenset({"prison", "province"})
"""Where somebody was last known to be; outside custody it is no place where the person is held."""
