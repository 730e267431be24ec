"""Doubts about who says so."""

from __future__ import annotations

import pytest

from prisoners.records.citations import Citation
from prisoners.records.external_ids import ExternalId
from prisoners.records.prisoners import Prisoner
from prisoners.records.sources import Source
from prisoners.store.unit import Unit
from tests.builders import act, make_event, make_prisoner


def cite(unit: Unit, value: str | None = None, *, table: str = "prisoners", **facts: object) -> None:
    source = unit.add(Source, {"outlet": "Bidar News"})
    unit.add(
        Citation,
        {
            "source_id": source.id,
            "prisoner_id": 1,
            "about_table": table,
            "about_row": 1,
            "value": value,
            **facts,
        },
    )


def test_a_status_that_no_source_bears_is_doubted(found):
    """
    arrest 2022-09-16 status=detained_investigation
    """
    (finding,) = found("status_without_source")
    assert finding.sentence == "No source says “detained, under interrogation” (E-0001)."


def test_a_status_that_a_source_bears_is_not_doubted(found, told):
    """
    arrest 2022-09-16 status=detained_investigation
    """
    with act(told) as unit:
        cite(unit, table="events")
    assert found("status_without_source") == []


def test_two_values_for_one_field_are_doubted(found, told):
    with act(told) as unit:
        cite(unit, "1989", field="born")
        cite(unit, "1990", field="born")
        cite(unit, "1990", field="born")
    (finding,) = found("conflicting_values_unresolved")
    assert finding.sentence == "born is 1989 (S-0001) or 1990 (S-0002, S-0003)."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param({"value": "1989"}, {"value": "1989"}, id="both say the same"),
        pytest.param({"value": "1989"}, {"value": "1990", "credibility": "unlikely"}, id="one is unlikely"),
        pytest.param({"value": "1989"}, {"value": "1990", "credibility": "confirmed"}, id="one is confirmed"),
        pytest.param({"value": "1989"}, {"value": "Sanandaj", "field": "birthplace"}, id="different fields"),
        pytest.param({"value": "1989"}, {"value": None}, id="one says no value"),
    ],
)
def test_values_that_do_not_conflict_are_not_doubted(found, told, first, second):
    with act(told) as unit:
        cite(unit, **({"field": "born"} | first))
        cite(unit, **({"field": "born"} | second))
    assert found("conflicting_values_unresolved") == []


def test_two_confirmed_values_still_conflict(found, told):
    with act(told) as unit:
        for value in ("1989", "1990"):
            cite(unit, value, field="born", credibility="confirmed")
    assert len(found("conflicting_values_unresolved")) == 1


def test_one_number_of_two_people_is_doubted(found, told):
    with act(told) as unit:
        other = make_prisoner(unit, "Omid Pirouz")
        for prisoner, name in ((1, "bidar"), (other, "Bidar")):
            unit.add(ExternalId, {"prisoner_id": prisoner, "list_name": name, "number": "5081"})
    (finding,) = found("foreign_number_of_two")
    assert finding.sentence == "bidar:5081 is the number of P-0001 and of P-0002."


def test_a_number_that_stands_twice_for_one_person_is_not_doubted(found, told):
    with act(told) as unit:
        for number in ("5081", "5082", "5081"):
            unit.add(ExternalId, {"prisoner_id": 1, "list_name": "bidar", "number": number})
    assert found("foreign_number_of_two") == []


@pytest.mark.parametrize(
    ("entered_by", "confirmed_by", "also", "doubted"),
    [
        pytest.param("Sara", "Sara", "Lida", True, id="the same, and there is another"),
        pytest.param("Sara", "Lida", "Lida", False, id="another"),
        pytest.param("Sara", "Sara", "Sara", False, id="the same, who is alone"),
    ],
)
def test_who_recorded_a_situation_is_not_who_confirms_it(
    found, told, entered_by, confirmed_by, also, doubted
):
    with act(told, by=entered_by) as unit:
        make_event(unit, 1, "arrest", "2023-05-01", status="detained_investigation")
    with act(told, by=confirmed_by) as unit:
        unit.amend(unit.get(Prisoner, 1), verified_on="2024-03-01")
    with act(told, by=also) as unit:
        make_prisoner(unit, "Omid Pirouz")
    findings = found("verified_by_who_entered_it")
    assert [finding.about for finding in findings] == ["P-0001"] * doubted
    if doubted:
        assert findings[0].sentence == (
            "Sara recorded “detained, under interrogation” (E-0001) and confirmed it: nobody else has."
        )


def test_the_last_who_confirmed_counts(found, told):
    """
    arrest 2023-05-01 status=detained_investigation
    """
    for by, day in (("Lida", "2024-02-01"), ("Sara", "2024-03-01")):
        with act(told, by=by) as unit:
            unit.amend(unit.get(Prisoner, 1), verified_on=day)
    assert len(found("verified_by_who_entered_it")) == 1
