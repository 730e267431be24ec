"""What others say of groups of people: how many were arrested, held, killed, where and when. All of it invented."""

from __future__ import annotations

import datetime as dt
from typing import Any

from data.example.make.book import Row
from data.example.make.world import OUTLETS, World

DENG, BARAN, SARV = "Deng Kurdistan Report", "Baran Human Rights Report", "Sarv Watch"
CHERAGH, KARIZ, PANJEREH = "Cheragh News", "Kariz Baluch Report", "Panjereh Daily"
DERAKHT, DADGOSTAR = "Radio Derakht", "Dadgostar Agency"
RELEASED = {
    "kind": "fellow_prisoner",
    "author": "somebody released from the same ward",
    "confidentiality": "sealed",
}
NEIGHBOUR = {"kind": "eyewitness", "author": "a neighbour who saw the arrests", "confidentiality": "sealed"}

Told = tuple[str, str | dict[str, str], dict[str, Any]]

ESTIMATES: tuple[Told, ...] = (
    ("2022-12-27", DENG, {"kind": "arrested", "least": 1300, "named": 240, "quoted": "زیاتر لە ١٣٠٠ کەس",
        "happened_on": "پاییز ۱۴۰۱", "province": "kurdistan"}),
    ("2023-01-09", BARAN, {"kind": "arrested", "least": 900, "most": 1100, "named": 410,
        "quoted": "between 900 and 1,100", "happened_on": "autumn 1401", "province": "kurdistan", "overlaps": 1}),
    ("2022-11-02", CHERAGH, {"kind": "arrested", "quoted": "صدها زن", "happened_on": "مهر ۱۴۰۱", "gender": "female"}),
    ("2023-02-14", SARV, {"kind": "arrested", "least": 180, "most": 220, "named": 35, "minors": True,
        "quoted": "about two hundred children", "happened_on": "autumn 1401"}),
    ("2022-10-19", KARIZ, {"kind": "killed", "least": 60, "named": 48, "quoted": "بیش از شصت تن",
        "happened_on": "Mehr 1401", "place": "Zahedan", "province": "sistan_baluchestan"}),
    ("2023-05-20", PANJEREH, {"kind": "arrested", "least": 300, "quoted": "دست‌کم ۳۰۰ دانشجو",
        "happened_on": "1401", "activity": "student_activist"}),
    ("2025-04-03", RELEASED, {"kind": "held", "least": 90, "most": 120, "quoted": "a hundred, more or less",
        "happened_on": "1403", "gender": "female", "prison_id": "qarchak"}),
    ("2025-12-11", BARAN, {"kind": "arrested", "least": 40, "most": 40, "named": 40,
        "quoted": "forty, all of them named", "happened_on": "1404", "activity": "religious_minority_bahai"}),
    ("2025-04-21", SARV, {"kind": "executed", "least": 30, "most": 45, "named": 12,
        "quoted": "between 30 and 45", "happened_on": "1403"}),
    ("2025-07-30", DADGOSTAR, {"kind": "arrested", "unit": "arrests", "least": 2000,
        "quoted": "more than 2,000 arrests", "happened_on": "خرداد ۱۴۰۴", "until": "تیر ۱۴۰۴"}),
    ("2022-12-05", NEIGHBOUR, {"kind": "arrested", "least": 3, "most": 3, "named": 0,
        "quoted": "three boys of one street", "happened_on": "Aban 1401", "place": "Izeh",
        "province": "khuzestan", "gender": "male"}),
    ("2025-03-25", DADGOSTAR, {"kind": "held", "most": 10, "quoted": "fewer than ten security prisoners",
        "happened_on": "1403", "prison_id": "evin"}),
    ("2022-11-20", DERAKHT, {"kind": "arrested", "least": 15000, "quoted": "fifteen thousand", "happened_on": "1401"}),
)  # fmt: skip
"""On which day it was entered, on whose word, and what was said."""
RETRACTED = 12
"""The place of the one that its paper took back."""


def estimates(world: World) -> None:
    """Enter every estimate with its source, and take back the one that was retracted."""
    rows: list[Row] = []
    for number, (day, who, facts) in enumerate(ESTIMATES):
        at = world.moment(dt.date.fromisoformat(day))
        act = world.book.open(at, world.researcher(at), "")
        source = _paper(who, day, number) if isinstance(who, str) else who | {"reliability": "C"}
        act.because, act.credible = act.add("sources", **source, accessed_on=day), "possible"
        told = {name: rows[value - 1] if name == "overlaps" else value for name, value in facts.items()}
        rows.append(act.add("estimates", **told))
    at = world.moment(dt.date(2022, 12, 1))
    act = world.book.open(at, world.researcher(at), "the radio took the number back", "withdrawal")
    act.amend(rows[RETRACTED], withdrawn=True)


def _paper(outlet: str, day: str, number: int) -> dict[str, Any]:
    """A report of an invented paper that gives a number."""
    _, host, kind, language, reliability, _ = next(one for one in OUTLETS if one[0] == outlet)
    return {
        "kind": kind,
        "outlet": outlet,
        "title": "How many were arrested" if number % 2 else "شمار بازداشت‌شدگان",
        "url": f"https://{host}/numbers/{number + 1:03}",
        "published_on": day,
        "language": language,
        "reliability": reliability,
    }
