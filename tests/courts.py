"""Invented cases and judgments, made in one line: `5 y | 1 y suspended | 74 lashes`."""

from __future__ import annotations

from typing import Any

from prisoners.law.term_words import read_term
from prisoners.records.cases import Case
from prisoners.records.charges import Charge
from prisoners.records.judgments import Judgment
from prisoners.records.offences import Offence
from prisoners.records.sentences import Sentence
from prisoners.store.unit import Unit

KINDS = {"death", "life"}
STATES = {"issued", "upheld", "reduced", "quashed", "commuted", "pardoned", "served"}


def make_offence(unit: Unit, **facts: object) -> int:
    """A ta'zir offence of the catalogue: two to five years, unless it is said otherwise."""
    usual = {
        "law": "IPC75",
        "article": "610",
        "name_en": "assembly and collusion",
        "punishment_class": "tazir",
    }
    return int(unit.add(Offence, usual | {"min_years": 2, "max_years": 5} | facts).id or 0)


def make_case(unit: Unit, prisoner: int, *, offence: int | None = None, **facts: object) -> int:
    """A case with one charge: an offence of the catalogue, or only words."""
    case = int(unit.add(Case, {"prisoner_id": prisoner, **facts}).id or 0)
    charge = {"offence_id": offence} if offence else {"quoted": "acting against the state"}
    unit.add(Charge, {"case_id": case, "state": "convicted", **charge})
    return case


def judge(unit: Unit, case: int, terms: str = "", **facts: object) -> int:
    """A judgment with its components, separated by |; returns its number."""
    given = {"given_on": "2021-02-01", "outcome": "convicted", **facts}
    number = int(unit.add(Judgment, {"case_id": case, **given}).id or 0)
    for part in filter(None, (part.strip() for part in terms.split("|"))):
        unit.add(Sentence, {"judgment_id": number, **component(part)})
    return number


def component(text: str) -> dict[str, Any]:
    """One component: a kind or a length, then a state, `suspended`, `reduced:6 m`."""
    facts: dict[str, Any] = {"kind": "prison"}
    text, _, reduced = text.partition(" to ")
    rest = []
    for word in text.split():
        if word in KINDS:
            facts["kind"] = word
        elif word in STATES:
            facts["state"] = word
        elif word == "suspended":
            facts["suspended"] = True
        else:
            rest.append(word)
    if "lashes" in rest:
        return facts | {"kind": "lashes", "lashes": int(rest[0])}
    return facts | _units(" ".join(rest), "") | _units(reduced, "reduced_")


def _units(text: str, part: str) -> dict[str, Any]:
    if not text:
        return {}
    term = read_term(text)
    units = {f"{part}{unit}": getattr(term, unit) or None for unit in ("years", "months", "days")}
    return units | {f"{part}half_month": term.half_month}
