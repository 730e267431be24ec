"""A second release of a list against the first: who came, who went, what changed, and what is taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from prisoners.records.tables import BY_NAME
from prisoners.sheets.decide import plan_import
from prisoners.sheets.delimited import read_delimited
from prisoners.sheets.links import Catalogues
from prisoners.sheets.mapping_file import proposed
from prisoners.sheets.plan import Answer, Decision, Plan, Verdict, one_of_several
from prisoners.store.reader import reading
from tests.builders import act, make_event, make_prisoner
from tests.sheets import test_import as by_hand
from tests.sheets.test_import import applied, rows_of, verdicts

HEADING = "ID,Name,Age,City of arrest,Date of arrest,Prison,Charges,Status,Link"
NEDA = "k1,Neda Zarbaf,34,Rasht,2025-12-30,Evin,propaganda; an unheard-of charge,{},https://example.org/1?utm_source=x"


def planned(registry: Path, *rows: str, on: str = "2026-02-09", answers: Any = None) -> Plan:
    sheet = read_delimited(f"people_{on}.csv", "\n".join([HEADING, *rows, ""]).encode())
    with reading(registry) as reader:
        return plan_import(sheet, proposed(sheet, Catalogues(reader)).mapping, reader, answers)


def released(registry: Path, state: str, on: str) -> Plan:
    plan = planned(registry, NEDA.format(state), on=on)
    applied(registry, plan)
    return plan


def events(registry: Path) -> list[tuple[Any, ...]]:
    return rows_of(
        registry, "SELECT kind, status, substr(happened_on, 1, 10), after_id FROM events ORDER BY id"
    )


@pytest.fixture
def first(registry_file: Path) -> Path:
    with act(registry_file) as unit:
        facts = {"name_en": "Evin", "name_fa": "اوین", "kind": "prison"}
        unit.add(BY_NAME["prisons"], facts)
    released(registry_file, "killed", "2026-02-09")
    return registry_file


def test_a_death_taken_back_keeps_both_with_their_dates_and_sources(first):
    plan = planned(first, NEDA.format("arrested"), on="2026-02-12")
    assert [row.contradicts for row in plan.contradicted()] == [
        "E-0002 death (2026-02-09), and the list says: detained, under interrogation"
    ]
    assert plan.as_json()["contradicted"] == [2]
    applied(first, plan)
    assert events(first) == [
        ("arrest", "detained_investigation", "2025-12-30", None),
        ("death", None, "2026-02-09", 1),
        ("status_reported", "detained_investigation", "2026-02-12", 2),
        ("status_reported", None, "2026-02-12", 1),
    ]
    assert rows_of(first, "SELECT status FROM people") == [("detained_investigation",)]
    cited = (
        "SELECT about_row FROM citations JOIN sources ON sources.id = source_id WHERE about_table = 'events'"
    )
    assert rows_of(first, f"{cited} AND url LIKE '%/1' ORDER BY 1") == [(1,), (2,), (3,), (4,)]
    again = planned(first, NEDA.format("arrested"), on="2026-02-12")
    assert verdicts(again) == ["same"]
    assert again.contradicted() == []


def test_a_status_that_comes_back_is_told_again_and_one_that_stays_is_not(registry_file):
    for state, day in (("arrested", "2026-02-09"), ("released", "2026-02-12"), ("released", "2026-02-15")):
        plan = planned(registry_file, NEDA.format(state), on=day)
        assert plan.contradicted() == []
        applied(registry_file, plan) if plan.rows[0].verdict is not Verdict.SAME else None
    assert [event[:3] for event in events(registry_file)] == [
        ("arrest", "detained_investigation", "2025-12-30"),
        ("status_reported", None, "2026-02-09"),
        ("release", "released_unknown_reason", "2026-02-12"),
    ]
    released(registry_file, "arrested", "2026-03-01")
    assert events(registry_file)[-1] == ("status_reported", "detained_investigation", "2026-03-01", 3)
    assert verdicts(planned(registry_file, NEDA.format("arrested"), on="2026-03-02")) == ["same"]


def test_somebody_first_heard_of_as_released_and_then_held_is_held_and_told_once(registry_file):
    released(registry_file, "released on bail", "2026-02-09")
    released(registry_file, "arrested", "2026-03-01")
    assert [event[:3] for event in events(registry_file)] == [
        ("arrest", "detained_investigation", "2025-12-30"),
        ("bail_paid", "on_bail", "2026-02-09"),
        ("status_reported", "detained_investigation", "2026-03-01"),
        ("status_reported", None, "2026-03-01"),
    ]
    assert rows_of(registry_file, "SELECT status FROM people") == [("detained_investigation",)]
    assert verdicts(planned(registry_file, NEDA.format("arrested"), on="2026-03-01")) == ["same"]
    assert verdicts(planned(registry_file, NEDA.format("arrested"), on="2026-03-02")) == ["same"]


def test_a_status_that_came_back_is_the_one_of_which_the_list_goes_on_to_speak(registry_file):
    told = [("released", "Qarchak"), ("awaiting trial", ""), ("acquitted", ""), ("awaiting trial", "Evin")]
    for month, (state, prison) in enumerate(told, start=2):
        row, day = f"k1,Neda Zarbaf,34,Rasht,2025-12-30,{prison},,{state},", f"2026-{month:02}-09"
        applied(registry_file, planned(registry_file, row, on=day))
        assert verdicts(planned(registry_file, row, on=day)) == ["same"]


def test_an_age_that_may_be_the_same_birthday_is_no_change_and_another_is(registry_file):
    row = NEDA.format("arrested")
    applied(registry_file, planned(registry_file, row))
    assert verdicts(planned(registry_file, row.replace("34", "35"), on="2026-06-01")) == ["same"]
    assert verdicts(planned(registry_file, row.replace("34", "37"), on="2026-06-01")) == ["amended"]


def test_what_a_list_names_is_tied_to_the_registry_and_what_it_does_not_know_stays_words(first):
    assert rows_of(first, "SELECT place, prison_id FROM events WHERE prison_id IS NOT NULL") == [("Evin", 1)]
    plan = planned(first, NEDA.format("killed"), "k2,Roya Sahraei,,,,Nowhere House,,,")
    assert plan.links()["prisons"] == (1, {"Nowhere House": 1})
    assert plan.as_json()["links"]["offences"]["stay_words"] == 2


@pytest.mark.parametrize(
    "place", ["Evin", "Evin Prison, Tehran", "EVIN prison (ward 8)", "زندان اوین", "زندان اوین، تهران"]
)
def test_a_prison_is_known_with_and_without_the_word_and_the_town(first, place):
    with reading(first) as reader:
        link = Catalogues(reader).link("events", "place", place, named=True)
        town = Catalogues(reader).link("events", "place", "Rasht", named=False)
    assert link is not None
    assert (link.number, town) == (1, None)


def test_a_text_that_becomes_known_ties_the_record_that_stands(first):
    with act(first) as unit:
        law = {"law": "IPC75", "article": "500", "name_en": "propaganda", "name_fa": "تبلیغ"}
        unit.add(BY_NAME["offences"], law | {"punishment_class": "tazir"})
    plan = planned(first, NEDA.format("killed"))
    assert [change.told() for change in plan.rows[0].changes] == ["CH-0001 offence_id: — → OF-0001"]
    assert plan.rows[0].adds == {}


def test_an_address_is_one_source_with_or_without_the_marks_of_a_campaign(first):
    assert rows_of(first, "SELECT url FROM sources WHERE url LIKE '%.org/1%'") == [("https://example.org/1",)]
    other = NEDA.format("killed").replace("?utm_source=x", "/?fbclid=7")
    assert verdicts(planned(first, other)) == ["same"]


def test_somebody_whose_number_changed_is_asked_about_and_not_made_anew(first):
    row = NEDA.format("killed").replace("k1", "k9")
    plan = planned(first, row)
    assert verdicts(plan) == ["unclear"]
    assert "number k1 of the list is not in this file" in plan.rows[0].reason
    assert plan.gone == [("k1", 1)]
    decided = planned(first, row, answers={"k9": Answer(Decision.SAME, 1)})
    assert (verdicts(decided), decided.gone) == (["amended"], [])
    applied(first, decided)
    assert rows_of(first, "SELECT prisoner_id, number FROM external_ids ORDER BY id") == [
        (1, "k1"),
        (1, "k9"),
    ]
    assert verdicts(planned(first, row)) == ["same"]


def test_somebody_decided_to_be_new_is_told_apart_for_good(registry_file):
    with act(registry_file) as unit:
        known = make_prisoner(unit, "Neda Zarbaf")
        make_event(unit, known, "arrest", "2025-12-30", place="Rasht")
    row = NEDA.format("arrested")
    assert verdicts(planned(registry_file, row)) == ["unclear"]
    assert verdicts(planned(registry_file, row, answers={"k1": Answer(Decision.SKIP)})) == ["left out"]
    gone = planned(registry_file, row, answers={"k1": Answer(Decision.SAME, 77)})
    assert gone.rows[0].reason == "the review names P-0077, who does not stand"
    applied(registry_file, planned(registry_file, row, answers={"k1": Answer(Decision.NEW)}))
    assert rows_of(registry_file, "SELECT prisoner_id, other_id FROM not_the_same") == [(2, 1)]


def test_two_rows_of_one_number_are_decided_one_by_one(registry_file):
    sheet = read_delimited("list.csv", f"{by_hand.HEADING}\n{by_hand.NEDA}\n{by_hand.NEDA}\n".encode())
    skip = {one_of_several("1", 3): Answer(Decision.SKIP)}
    with reading(registry_file) as reader:
        plans = [plan_import(sheet, by_hand.mapping(), reader, answers) for answers in ({}, skip)]
    assert [verdicts(plan) for plan in plans] == [["new", "unclear"], ["new", "left out"]]


def test_a_date_that_says_the_same_less_precisely_contradicts_nobody(registry_file):
    with act(registry_file) as unit:
        known = make_prisoner(unit, "Neda Zarbaf")
        make_event(unit, known, "arrest", "2025-12-30", place="Rasht")
    decided = {"k1": Answer(Decision.SAME, 1)}
    vague = planned(registry_file, NEDA.format("").replace("2025-12-30", "2025-12"), answers=decided)
    other = planned(registry_file, NEDA.format("").replace("2025-12-30", "2025-11"), answers=decided)
    assert (len(vague.conflicts()), len(other.conflicts())) == (0, 1)


def test_an_arrest_years_later_is_another_arrest_and_what_another_list_wrote_is_ours(registry_file):
    first = released(registry_file, "arrested", "2026-02-09")
    later = NEDA.format("arrested").replace("2025-12-30", "2026-08-30")
    other = by_hand.mapping(
        'list = "other"\nnumber = "ID"\n[columns.Name]\nto = "name.text"\n[columns."Date of arrest"]\n'
        'to = "event.happened_on"\n"event.kind" = "arrest"\n[columns."City of arrest"]\nto = "event.place"'
    )
    decided = {"k1": Answer(Decision.SAME, 1)}

    def by_other_list(row: str) -> list[Any]:
        sheet = read_delimited("other.csv", f"{HEADING}\n{row}\n".encode())
        with reading(registry_file) as reader:
            return plan_import(sheet, other, reader, decided).rows

    assert first.count() == {Verdict.NEW: 1}
    assert list(by_other_list(later)[0].adds) == ["event"]
    (elsewhere,) = by_other_list(NEDA.format("arrested").replace("Rasht", "Sari"))
    assert [change.told() for change in elsewhere.conflicts] == ["E-0001 place: Rasht ≠ Sari"]
