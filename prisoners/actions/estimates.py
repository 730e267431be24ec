"""Estimates of groups: how many a source says there were, apart from everybody who is recorded one by one."""

from __future__ import annotations

from typing import Any

from prisoners.actions.facts import Typed, read_facts
from prisoners.actions.rows import correct, enter
from prisoners.errors import NoSuchProvince, OverlapsItself, RowWithdrawn
from prisoners.records.estimates import Estimate
from prisoners.records.form import Row
from prisoners.reference import reference_list
from prisoners.store.references import write_reference
from prisoners.store.unit import Unit
from prisoners.vocabulary.catalogue import nearest, resolve


def estimate(unit: Unit, typed: Typed) -> Row:
    """Record what a source says of a group; raises FormNotRight where the numbers cannot be right."""
    return enter(unit, "estimates", _facts(unit, typed))


def amend(unit: Unit, number: int, typed: Typed) -> Row:
    """Correct an estimate; a source that has changed its mind is another estimate, and overlaps this one."""
    if unit.get(Estimate, number).withdrawn:
        raise RowWithdrawn(write_reference("estimates", number))
    facts = _facts(unit, typed)
    if facts.get("overlaps") == number:
        raise OverlapsItself(write_reference("estimates", number))
    return correct(unit, "estimates", number, facts)


def _facts(unit: Unit, typed: Typed) -> dict[str, Any]:
    facts = read_facts(unit, "estimates", typed)
    if province := facts.get("province"):
        facts["province"] = province_meant(province)
    return facts


def province_meant(text: str) -> str:
    """The code of a province that is called this, in either script; raises NoSuchProvince."""
    provinces = [dict(row) for row in reference_list("provinces")]
    codes = {row["code"] for row in provinces}
    if text.strip().casefold() in codes:
        return text.strip().casefold()
    found = resolve(provinces, text)
    if not found:
        raise NoSuchProvince(text, nearest(provinces, text))
    return str(found[0]["code"])
