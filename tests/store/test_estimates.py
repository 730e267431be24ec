"""Who belongs to an estimated group: certainly where every reading says so, perhaps where one does."""

from __future__ import annotations

from collections import defaultdict

import pytest

from prisoners.dates.read import read_date
from prisoners.store.estimates import Found, OnRecord, counted

PRISONS = {1: "tehran", 2: "kurdistan", 3: None}
EVENT = dict.fromkeys(("id", "kind", "happened_on", "status", "prison_id", "place", "case_id", "after_id"))


def day(text):
    return read_date(text).stored if text else None


def record(person=None, **tables):
    """One person with these rows; the days of events are as typed."""
    rows = defaultdict(list, tables)
    rows["events"] = [
        EVENT | {"id": number} | event | {"happened_on": day(event.get("happened_on"))}
        for number, event in enumerate(tables.get("events", ()), start=1)
    ]
    return OnRecord({1: person or {}}, lambda table, one: rows[table] if one == 1 else [], PRISONS)


def asked(kind, on=None, until=None, **more):
    return {"kind": kind, "happened_on": day(on), "until": day(until), **more}


def answer(estimate, on_record):
    """What is said of the one person there is."""
    found = counted(estimate, on_record)
    return "certain" if found.certain else "possible" if found.possible else "no"


def arrested(on, place=None, **more):
    case = {"id": 7, "arrested_on": None, "arrested_at": place}
    return record(
        cases=[case], events=[{"kind": "arrest", "happened_on": on, "case_id": 7, "status": None}], **more
    )


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2022-10-01", "certain"),
        ("mehr 1401", "certain"),
        ("1401", "possible"),
        ("about 1 October 2022", "certain"),
        ("about 22 September 2022", "possible"),
        (None, "possible"),
        ("2022-09-22", "no"),
        ("2023", "no"),
    ],
)
def test_an_arrest_belongs_to_a_time_as_far_as_its_day_is_known(on, said):
    assert answer(asked("arrested", "autumn 1401"), arrested(on)) == said


@pytest.mark.parametrize(
    ("on", "until", "said"),
    [(None, None, "certain"), (None, "1402", "certain"), ("1400", "1402", "certain"), ("1402", None, "no")],
)
def test_an_estimate_without_a_beginning_or_an_end_is_open_there(on, until, said):
    assert answer(asked("arrested", on, until), arrested("2022-10-01")) == said


@pytest.mark.parametrize(
    ("where", "place", "said"),
    [
        ({"province": "kurdistan"}, "سنندج", "certain"),
        ({"province": "kurdistan"}, "home", "possible"),
        ({"province": "kurdistan"}, None, "possible"),
        ({"province": "kurdistan"}, "Tehran", "no"),
        ({"province": "kurdistan"}, "Sanandaj; Tehran", "possible"),
        ({"place": "Sanandaj"}, "سنندج", "certain"),
        ({"place": "Sanandaj"}, "Shiraz", "no"),
        ({"place": "Sanandaj"}, "home", "possible"),
        ({"place": "a village nobody knows"}, "Shiraz", "possible"),
        ({"prison_id": 2}, "Sanandaj", "possible"),
    ],
)
def test_an_arrest_belongs_to_a_place_as_far_as_it_is_told(where, place, said):
    assert answer(asked("arrested", "1401", **where), arrested("2022-10-01", place)) == said


def test_an_arrest_that_only_the_case_knows_is_one_and_one_that_both_know_is_one():
    case = {"id": 7, "arrested_on": day("2022-10-01"), "arrested_at": "Sanandaj"}
    elsewhere = {"kind": "arrest", "happened_on": "2022-10-01", "place": "Tehran"}
    kurdistan = asked("arrested", "1401", province="kurdistan")
    assert answer(kurdistan, record(cases=[case])) == "certain"
    assert answer(kurdistan, record(cases=[case], events=[elsewhere])) == "no"
    assert answer(kurdistan, record(cases=[case], events=[elsewhere | {"case_id": 7}])) == "no"


HELD = [
    {"kind": "arrest", "happened_on": "2022-10-01", "status": "detained_investigation", "prison_id": 2},
    {"kind": "interrogation", "happened_on": "2022-10-02"},
    {"kind": "indictment", "happened_on": "2022-12-30", "status": "detained_pending_trial"},
    {"kind": "transfer", "happened_on": "2023-01-05", "prison_id": 1},
    {"kind": "release", "happened_on": "1402", "status": "released_unknown_reason", "place": "Tehran"},
]


@pytest.mark.parametrize(
    ("on", "where", "said"),
    [
        ("2022-11", {}, "certain"),
        ("2022-11", {"prison_id": 2}, "certain"),
        ("2022-11", {"prison_id": 1}, "no"),
        ("2023-02", {"prison_id": 1}, "certain"),
        ("2023-02", {"province": "tehran"}, "certain"),
        ("2023-02", {"province": "kurdistan"}, "no"),
        ("2023-08", {}, "possible"),
        ("2024-08", {}, "no"),
        ("2022-09", {}, "no"),
    ],
)
def test_somebody_is_held_from_one_event_to_the_next_where_the_last_one_said(on, where, said):
    assert answer(asked("held", on, **where), record(events=HELD)) == said


def test_who_is_not_known_to_be_released_is_held_still():
    assert answer(asked("held", "2030"), record(events=HELD[:1])) == "certain"
    assert answer(asked("disappeared", "2030"), record(events=HELD[:1])) == "no"
    assert answer(asked("held", "2030"), record()) == "no"


@pytest.mark.parametrize(
    ("kind", "event", "said"),
    [
        ("summoned", {"kind": "summons"}, "certain"),
        ("released", {"kind": "bail_paid", "prison_id": 3}, "certain"),
        ("executed", {"kind": "execution_carried_out", "status": "executed"}, "certain"),
        ("died_in_custody", {"kind": "death", "status": "died_in_custody"}, "certain"),
        ("died_in_custody", {"kind": "death", "status": "executed"}, "no"),
    ],
)
def test_what_happens_on_a_day_is_counted_by_that_day(kind, event, said):
    on_record = record(events=[event | {"happened_on": "2022-10-01"}])
    assert answer(asked(kind, "1401"), on_record) == said
    assert answer(asked(kind, "1400"), on_record) == "no"


@pytest.mark.parametrize(
    ("kind", "where", "said"),
    [
        ("sentenced", {}, "certain"),
        ("sentenced", {"province": "kurdistan"}, "possible"),
        ("sentenced_to_death", {}, "no"),
    ],
)
def test_who_is_sentenced_has_a_judgment_with_a_punishment(kind, where, said):
    on_record = record(
        judgments=[{"id": 4, "given_on": day("2022-10-01")}, {"id": 5, "given_on": day("1390")}],
        sentences=[{"judgment_id": 4, "kind": "prison"}],
    )
    assert answer(asked(kind, "1401", **where), on_record) == said


@pytest.mark.parametrize(
    ("group", "person", "said"),
    [
        ({"gender": "female"}, {"gender": "female"}, "certain"),
        ({"gender": "female"}, {"gender": "male"}, "no"),
        ({"gender": "female"}, {}, "possible"),
        ({"minors": 1}, {"born": day("2008")}, "certain"),
        ({"minors": 1}, {"born": day("2004")}, "possible"),
        ({"minors": 1}, {"born": day("1990")}, "no"),
        ({"minors": 1}, {}, "possible"),
    ],
)
def test_somebody_belongs_to_a_group_as_far_as_it_is_recorded(group, person, said):
    assert answer(asked("arrested", "1401", **group), arrested("2022-10-01", person=person)) == said


def test_somebody_belongs_to_those_targeted_for_the_same():
    students = asked("arrested", "1401", activity="student_activist")
    assert (
        answer(students, arrested("2022-10-01", activities=[{"activity": "student_activist"}])) == "certain"
    )
    assert answer(students, arrested("2022-10-01", activities=[{"activity": "teacher"}])) == "no"
    assert answer(students, arrested("2022-10-01")) == "possible"


def test_of_several_happenings_the_one_that_fits_best_counts():
    on_record = record(
        events=[
            {"kind": "arrest", "happened_on": "1390"},
            {"kind": "re_arrest", "happened_on": "2022-10-01", "place": "Sanandaj"},
            {"kind": "re_arrest", "happened_on": "1401"},
        ]
    )
    assert counted(asked("arrested", "autumn 1401", place="Sanandaj"), on_record) == Found([1], [1])


@pytest.mark.parametrize("kind", ["killed", "injured"])
def test_of_what_is_not_recorded_of_anybody_nothing_is_counted(kind):
    assert counted(asked(kind, "1401"), arrested("2022-10-01")) is None
