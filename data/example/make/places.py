"""Where the invented people live, and which real prisons and courts are answerable for them there."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random

from prisoners.reference import reference_list

RAJAI_SHAHR_CLOSED = dt.date(2023, 8, 5)

# province | city | in Persian | code of its revolutionary court, or the branch a researcher adds | weight by people:
# persian, kurdish, azeri, baluch, arab
_PROVINCES = """
tehran|Tehran|تهران|revolutionary_tehran_15 revolutionary_tehran_26 revolutionary_tehran_28|50 6 14 0 2
alborz|Karaj|کرج|1|16 4 6 0 0
razavi_khorasan|Mashhad|مشهد|revolutionary_mashhad_4|10 2 0 2 0
isfahan|Isfahan|اصفهان|2|12 0 0 0 2
fars|Shiraz|شیراز|1|12 0 0 0 2
gilan|Rasht|رشت|3|9 0 2 0 0
mazandaran|Sari|ساری|1|8 0 0 0 0
kurdistan|Sanandaj|سنندج|1|0 40 0 0 0
west_azerbaijan|Urmia|ارومیه|2|0 34 14 0 0
kermanshah|Kermanshah|کرمانشاه|1|1 22 0 0 0
ilam|Ilam|ایلام|1|0 6 0 0 0
east_azerbaijan|Tabriz|تبریز|3|0 0 34 0 0
ardabil|Ardabil|اردبیل|1|0 0 16 0 0
zanjan|Zanjan|زنجان|1|2 0 8 0 0
sistan_baluchestan|Zahedan|زاهدان|1|0 0 0 60 0
khuzestan|Ahvaz|اهواز|2|3 0 0 0 60
kerman|Kerman|کرمان|1|5 0 0 4 0
yazd|Yazd|یزد|1|4 0 0 0 0
hamadan|Hamedan|همدان|1|4 3 0 0 0
lorestan|Khorramabad|خرم‌آباد|1|5 2 0 0 0
golestan|Gorgan|گرگان|1|4 0 0 0 0
bushehr|Bushehr|بوشهر|1|3 0 0 0 4
qom|Qom|قم|1|3 0 0 0 0
"""
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
    """One province with its main city, its courts and how likely people of each kind live there."""

    code: str
    city: str
    city_fa: str
    courts: tuple[str, ...]
    weights: tuple[int, ...]

    @property
    def has_own_branch(self) -> bool:
        """Whether its revolutionary court stands in the reference list already."""
        return self.courts[0].startswith("revolutionary")


def provinces() -> list[Province]:
    """Every province of the example."""
    found = []
    for line in _PROVINCES.strip().splitlines():
        code, city, city_fa, courts, weights = line.split("|")
        found.append(Province(code, city, city_fa, tuple(courts.split()), tuple(map(int, weights.split()))))
    return found


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


def general_prison(random: Random, province: str, gender: str, on: dt.date, other_than: str = "") -> Cell:
    """A prison where people of this gender are held on this day."""
    women = gender == "female"
    rows = [row for row in reference_list("prisons") if row["province"] == province]
    kinds = {"womens_prison"} if women else {"prison"}
    codes = [row["code"] for row in rows if row["kind"] in kinds]
    codes = [code for code in codes if _open(code, on) and code != other_than] or _any(rows, on, other_than)
    if province == "tehran" and other_than != "evin" and random.random() < 0.6:  # noqa: PLR2004
        codes = ["evin"]
    code = random.choice(codes)
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
    if random.random() < 0.15:  # noqa: PLR2004
        return Cell("setad", None, authority)
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
    return code not in {"kahrizak", "karoon"} and not (code == "rajai_shahr" and on >= RAJAI_SHAHR_CLOSED)


def _any(rows: list[dict[str, str]], on: dt.date, other_than: str) -> list[str]:
    prisons = [row["code"] for row in rows if row["kind"] in {"prison", "womens_prison"}]
    return [code for code in prisons if _open(code, on) and code != other_than] or ["greater_tehran"]


def _ward(random: Random, code: str, *, women: bool) -> str | None:
    if women and code not in {"qarchak", "kachoui", "sepidar", "kermanshah_women"}:
        return random.choice(("women", "women's ward", "بند زنان"))
    if code == "evin":
        return random.choice(EVIN_MEN)
    return random.choice(WARDS) or None
