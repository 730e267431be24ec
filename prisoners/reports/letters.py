"""To whom letters and postcards can be sent in prison, and where: only people who agreed to be written to."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from typing import Any

from prisoners.errors import NobodyToWriteTo
from prisoners.privacy.consents import Standing, perhaps_dead, standing
from prisoners.reference import reference_list
from prisoners.reports.material import Material
from prisoners.reports.people import Row
from prisoners.reports.table import Table
from prisoners.sheets.gather import deaths
from prisoners.store.reader import Reader
from prisoners.vocabulary import IN_CUSTODY, ConsentScope

KEYS = ("reference", "name", "name_persian", "address", "address_persian", "held_since", "verified_on")
_ASKED = (
    "SELECT DISTINCT people.id FROM people JOIN consents ON consents.prisoner_id = people.id"
    " WHERE people.withdrawn = 0 AND people.merged_into IS NULL AND consents.withdrawn = 0"
    f" AND consents.scope = '{ConsentScope.RECEIVE_LETTERS}' ORDER BY people.id"
)

DEAD = "a death is reported"
NOT_AGREED = "the consent to be written to is {}"
LEFT_OUT = "the consent to be written to leaves something out: read it first"
NOT_NAMED = "not named in full, so that no letter would arrive"
NOT_HELD = "not in custody"
NO_PLACE = "the prison is not known"


def asked(then: Reader, _on: dt.date) -> list[int]:
    """Everybody about whom it was ever asked whether letters may be sent; raises NobodyToWriteTo."""
    found = [row["id"] for row in then.rows(_ASKED)]
    if not found:
        raise NobodyToWriteTo
    return found


def letters(material: Material) -> list[Table]:
    """One row for everybody who may be written to, with the address in both scripts; who is left out is told to us."""
    consents = _consents(material.reader)
    dead = perhaps_dead(deaths(material.reader), material.today)
    left_out: Counter[str] = Counter()
    rows = []
    for person in material.people.shown:
        if why := DEAD if person in dead else _why_not(material, person, consents[person]):
            left_out[why] += 1
        else:
            rows.append(material.people.row(person) | _address(material, person))
    material.remarks.extend(f"Left out: {number} ({why})." for why, number in sorted(left_out.items()))
    said = material.speech.said
    return [
        material.table("letters", KEYS, rows, "persons", said("may_be_written_to"), [said("how_to_write")])
    ]


def _consents(reader: Reader) -> dict[int, list[dict[str, Any]]]:
    """What everybody agreed to, as it is recorded now, whatever was known then."""
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in reader.rows("SELECT * FROM consents WHERE withdrawn = 0"):
        found[row["prisoner_id"]].append(dict(row))
    return found


def _why_not(material: Material, person: int, consents: list[dict[str, Any]]) -> str:
    """Why nobody is asked to write to a living person; empty for one who may be written to."""
    scope = ConsentScope.RECEIVE_LETTERS
    state = standing(consents, scope, material.today, perhaps_dead=False)
    if state is not Standing.GIVEN:
        return NOT_AGREED.format(state)
    if any(row["restrictions"] for row in consents if row["scope"] == scope):
        return LEFT_OUT
    if material.people.shown[person].code or not material.people.has_name(person):
        return NOT_NAMED
    if material.people.status(person) not in IN_CUSTODY:
        return NOT_HELD
    return "" if _prison(material, person) else NO_PLACE


def _prison(material: Material, person: int) -> Row:
    headline = material.people.headlines.get(person, {})
    return material.people.prisons.get(headline.get("prison_id") or 0, {})


def _address(material: Material, person: int) -> Row:
    """Where a letter goes, as an envelope wants it: the smallest first in English, the largest first in Persian."""
    prison, ward = _prison(material, person), material.people.headlines[person].get("ward")
    provinces = {row["code"]: row for row in reference_list("provinces")}
    province = provinces.get(prison.get("province") or "", {})
    city = prison.get("city")
    city_persian = province.get("capital_fa") if city and city == province.get("capital_en") else None
    latin = (prison["name_en"], ward, city, province.get("name_en"), "Iran")
    persian = ("ایران", province.get("name_fa"), city_persian, prison.get("name_fa"), ward)
    return {
        "address": ", ".join(dict.fromkeys(str(part) for part in latin if part)),
        "address_persian": "، ".join(dict.fromkeys(str(part) for part in persian if part)),
    }
