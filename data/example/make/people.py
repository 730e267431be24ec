"""Who the invented people are: their names, their kin, what they do, and why they are persecuted for it."""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import NamedTuple

from data.example.make.names import Named, Namer
from data.example.make.places import Province, home


class Profile(NamedTuple):
    """A kind of case: the activity, what such people work as, and what they are charged with."""

    activity: str
    weight: int
    peoples: str
    faith: str
    work: str
    charges: str
    told: str


def profiles() -> list[Profile]:
    """The kinds of cases of `profiles.csv`; several works and sets of charges are separated by `;`."""
    with (Path(__file__).parent / "profiles.csv").open(encoding="utf-8", newline="") as file:
        return [Profile(weight=int(row.pop("weight")), **row) for row in csv.DictReader(file, strict=True)]


PROFILES = profiles()
YOUNG = {"student", "labourer", "shopkeeper", "دانشجو", "کولبر", "سوختبر", "barista", "seminary student"}
"""What people also are before they are 24."""
SECONDARY = ("cyberspace", "civic_activist", "protest_participation", "womens_rights", "student_activist")
COUNTRIES = ("Sweden", "Germany", "France", "United States", "United Kingdom", "Canada")
WOMEN_OFTEN = {
    "womens_rights": 0.95,
    "religious_minority_bahai": 0.5,
    "teacher": 0.35,
    "family_of_victim": 0.6,
}
MEN_ONLY = {"religious_minority_gonabadi_dervish", "religious_minority_sunni"}
SELDOM_WOMEN = {"ethnic_rights_baluch": 0.06, "ethnic_rights_arab": 0.08, "ethnic_rights_kurdish": 0.15}


@dataclass
class Person:
    """One invented human being."""

    named: Named
    people: str
    gender: str
    born: dt.date
    father: tuple[str, str]
    home: Province
    profile: Profile
    work: str

    @property
    def her(self) -> str:
        """How a sentence goes on about the person."""
        return "she" if self.gender == "female" else "he"


def invent(random: Random, namer: Namer, arrested: dt.date, *, given: str = "", **fixed: str) -> Person:
    """Somebody who was arrested on this day; `fixed` may say the activity, people or gender."""
    profile = _profile(random, fixed.get("activity", ""), arrested)
    people = fixed.get("people") or random.choice(profile.peoples.split())
    gender = fixed.get("gender") or _gender(random, profile.activity)
    work = random.choice(profile.work.split(";"))
    youngest = 17 if work in YOUNG else 24
    age = int(min(76, max(youngest, random.gauss(37, 12))))
    born = arrested - dt.timedelta(days=age * 365 + random.randrange(365))
    named = namer.new(people, gender, given=given)
    return Person(
        named,
        people,
        gender,
        born,
        namer.given(people, "male"),
        home(random, people),
        profile,
        work,
    )


def _profile(random: Random, activity: str, arrested: dt.date) -> Profile:
    if activity:
        return next(profile for profile in PROFILES if profile.activity == activity)
    waves = {2017, 2018, 2019, 2022, 2025}
    weights = [
        profile.weight * (2 if profile.activity == "protest_participation" and arrested.year in waves else 1)
        for profile in PROFILES
    ]
    return random.choices(PROFILES, weights)[0]


def _gender(random: Random, activity: str) -> str:
    if activity in MEN_ONLY:
        return "male"
    share = WOMEN_OFTEN.get(activity, SELDOM_WOMEN.get(activity, 0.2))
    return "female" if random.random() < share else "male"
