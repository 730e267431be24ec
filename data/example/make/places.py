"""Where the invented people live, and which real prisons and courts are answerable for them there."""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

RAJAI_SHAHR_CLOSED = dt.date(2023, 8, 5)

PEOPLES = ("persian", "kurdish", "azeri", "baluch", "arab")
APPEALS = {
    "tehran": ("appeal_tehran_26", "appeal_tehran_36", "appeal_tehran_54"),
    "khuzestan": ("appeal_khuzestan_17",),
    "fars": ("appeal_fars_17", "appeal_fars_37"),
}
EVIN_MEN = ("4", "7", "8", "4", "8")
WARDS = ("1", "2", "3", "5", "ward 6", "بند ۱", "quarantine", "بند سیاسی", "")


@dataclass(frozen=True)
class Province:
    """One province: its main city, its courts, how likely people of each kind live there, its prisons."""

    code: str
    city: str
    city_fa: str
    courts: tuple[str, ...]
    weights: tuple[int, ...]
    men: tuple[str, ...]
    women: tuple[str, ...]

    @property
    def has_own_branch(self) -> bool:
        """Whether its revolutionary court stands in the reference list already."""
        return self.courts[0].startswith("revolutionary")


@cache
def provinces() -> tuple[Province, ...]:
    """Every province of `provinces.csv`."""
    with (Path(__file__).parent / "provinces.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Province(
                row["province"],
                row["city"],
                row["city_fa"],
                tuple(row["courts"].split()),
                tuple(int(row[people]) for people in PEOPLES),
                tuple(row["men"].split()),
                tuple(row["women"].split()),
            )
            for row in csv.DictReader(file, strict=True)
        )


def home(random: Random, people: str) -> Province:
    """Where somebody of this people lives."""
    every = provinces()
    return random.choices(every, [province.weights[PEOPLES.index(people)] for province in every])[0]


@dataclass(frozen=True)
class Cell:
    """A place of detention as an event names it."""

    prison: str | None = None
    ward: str | None = None
    authority: str | None = None
    place: str | None = None


def general_prison(
    random: Random, province: Province, gender: str, on: dt.date, other_than: str = ""
) -> Cell:
    """A prison where people of this gender are held on this day; mostly the main one of the province."""
    women = gender == "female"
    codes = [code for code in (province.women if women else province.men) if _open(code, on)]
    codes = [code for code in codes if code != other_than] or ["qarchak" if women else "greater_tehran"]
    code = codes[0] if random.random() < 0.6 else random.choice(codes)  # noqa: PLR2004
    return Cell(code, _ward(random, code, women=women), "PRISONS_ORGANIZATION" if code == "evin" else None)


def interrogation(random: Random, province: Province, authority: str) -> Cell:
    """Where people are interrogated: a ward of the ministry or the guards in Evin, or a centre as papers name it."""
    if province.code == "tehran":
        guards = authority.startswith("IRGC")
        return Cell("evin", "2A" if guards else random.choice(("209", "209", "240", "241")), authority)
    if province.code == "fars" and authority == "MOIS":
        return Cell("pelak_100", None, "MOIS")
    if random.random() < 0.1:  # noqa: PLR2004
        return Cell("unknown")
    if random.random() < 0.85:  # noqa: PLR2004
        return Cell("setad", province.city, authority)
    if random.random() < 0.3:  # noqa: PLR2004
        return Cell(
            None, None, authority, f"بازداشتگاه {_AUTHORITY_FA.get(authority, 'امنیتی')} {province.city_fa}"
        )
    whose = _AUTHORITY_EN.get(authority, "security forces")
    return Cell(None, None, authority, f"detention centre of the {whose} in {province.city}")


_AUTHORITY_EN = {
    "MOIS": "Ministry of Intelligence",
    "IRGC_IO": "IRGC Intelligence",
    "IRGC": "Revolutionary Guards",
}
_AUTHORITY_FA = {"MOIS": "ادارهٔ اطلاعات", "IRGC_IO": "اطلاعات سپاه", "IRGC": "سپاه"}


def _open(code: str, on: dt.date) -> bool:
    return not (code == "rajai_shahr" and on >= RAJAI_SHAHR_CLOSED)


def _ward(random: Random, code: str, *, women: bool) -> str | None:
    if women and code not in {"qarchak", "kachoui", "sepidar", "kermanshah_women"}:
        return random.choice(("women", "women's ward", "بند زنان"))
    if code == "evin":
        return random.choice(EVIN_MEN)
    return random.choice(WARDS) or None
