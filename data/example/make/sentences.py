"""The components of a judgment: terms as courts word them, and what they add beside prison."""

from __future__ import annotations

from random import Random
from typing import Any

BESIDE: tuple[dict[str, Any], ...] = (
    {"kind": "travel_ban", "years": 2},
    {"kind": "membership_ban", "years": 2},
    {"kind": "online_ban", "years": 2},
    {"kind": "profession_ban", "years": 2},
    {"kind": "deprivation_of_rights", "years": 5},
    {"kind": "seizure_of_means", "quoted": "mobile telephone and laptop"},
    {"kind": "residence_ban", "years": 2, "place": "Tehran"},
    {"kind": "exile", "years": 2, "place": "Zabol"},
    {"kind": "fine", "amount": 150_000_000, "currency": "IRR"},
    {"kind": "book_study", "quoted": "summaries of three books, by hand"},
    {"kind": "community_service", "months": 3},
)


def term(months: int, random: Random) -> dict[str, Any]:
    """Years, months and days of a term, as the judgment has them."""
    years, rest = divmod(months, 12)
    facts: dict[str, Any] = {}
    if months == 16 and random.random() < 0.3:  # noqa: PLR2004
        facts = {"years": 1, "days": 120}
    elif rest == 7 and years and random.random() < 0.5:  # noqa: PLR2004
        facts = {"years": years, "months": 7, "half_month": True}
    else:
        facts = {name: number for name, number in (("years", years), ("months", rest)) if number}
    if months < 4 and random.random() < 0.3:  # noqa: PLR2004
        facts = {"days": months * 30 + 1}
    return facts


def beside(random: Random, charges: list[str]) -> list[dict[str, Any]]:
    """What a court adds beside prison."""
    found: list[dict[str, Any]] = []
    if {"618", "698"} & set(charges) and random.random() < 0.35:  # noqa: PLR2004
        found.append({"kind": "lashes", "lashes": random.choice((10, 30, 40, 74))})
    return found + [dict(facts) for facts in random.sample(BESIDE, random.choice((0, 0, 0, 1, 1, 2)))]


def months_of(facts: dict[str, Any]) -> int:
    """How many months a term has, thirty days to each."""
    return int(facts.get("years", 0)) * 12 + int(facts.get("months", 0)) + int(facts.get("days", 0)) // 30


def punishment(facts: dict[str, Any]) -> dict[str, Any]:
    """A component of a judgment without what ties it to that judgment."""
    return {name: value for name, value in facts.items() if name not in {"judgment_id", "charge_id", "state"}}
