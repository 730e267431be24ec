"""Reporting what happened: places in either script, the status after it, and what cannot have happened."""

from __future__ import annotations

import pytest

from prisoners.actions import events, prisoners
from prisoners.actions.cases import open_case
from prisoners.errors import (
    AfterDeath,
    AheadOfToday,
    AmbiguousInCatalogue,
    DeathBefore,
    DiedTwice,
    FormNotRight,
    NoSuchRow,
    NotANumber,
    NotYesOrNo,
    OfAnotherPerson,
    ReleaseBeforeArrest,
    RowWithdrawn,
    StatusNeeded,
)
from prisoners.records.prisons import Prison


@pytest.fixture
def person(act) -> int:
    with act() as unit:
        return prisoners.add(unit, ["Neda Zarbaf"], {}).id


def told(act, person, *reported):
    """Report events in one update; returns the statuses they leave."""
    with act() as unit:
        return [events.report(unit, person, typed).status for typed in reported]


def test_a_usual_story_needs_no_status_typed_but_at_release(act, person):
    statuses = told(
        act,
        person,
        {"kind": "arrest", "on": "1 Mehr 1401"},
        {"kind": "indictment", "on": "Aban 1401"},
        {"kind": "enforcement_start", "on": "1402/01/20"},
        {"kind": "transfer", "on": "1402/02/20", "prison": "Evin"},
        {"kind": "furlough_start", "on": "1402/03/20", "until": "1402/03/27"},
        {"kind": "furlough_end", "on": "1402/03/27"},
        {"kind": "release", "on": "1402/12/01", "status": "released_pardon"},
    )
    assert statuses == [
        "detained_investigation",
        "detained_pending_trial",
        "imprisoned_serving",
        None,
        "furlough",
        "imprisoned_serving",
        "released_pardon",
    ]


def test_a_release_asks_which(act, person):
    with pytest.raises(StatusNeeded) as asked:
        told(act, person, {"kind": "release", "on": "1402/12/01"})
    assert "released_end_of_term" in asked.value.statuses
    assert told(act, person, {"kind": "release", "status": "none"}) == [None]


@pytest.mark.parametrize(
    ("before", "status"),
    [
        pytest.param({"kind": "arrest"}, "died_in_custody", id="held"),
        pytest.param({"kind": "release", "status": "released_pardon"}, "died_after_release", id="free"),
        pytest.param({"kind": "status_reported", "status": "executed"}, "executed", id="known to be dead"),
    ],
)
def test_where_somebody_died_follows_from_where_they_were(act, person, before, status):
    assert told(act, person, before | {"on": "1400"}, {"kind": "death", "on": "1401"})[1] == status


def test_a_death_of_somebody_of_whom_nothing_is_known_asks_which(act, person):
    with pytest.raises(StatusNeeded):
        told(act, person, {"kind": "death", "on": "1401"})


def test_a_summons_makes_no_prisoner_free(act, person):
    assert told(act, person, {"kind": "summons", "on": "1400"}) == ["summoned"]
    assert told(act, person, {"kind": "arrest", "on": "1401"}, {"kind": "summons", "on": "1402"})[1] is None


def test_whereabouts_disclosed_end_a_disappearance(act, person):
    story = told(
        act, person, {"kind": "disappearance", "on": "1401"}, {"kind": "whereabouts_disclosed", "on": "1402"}
    )
    assert story == ["disappeared", "detained_investigation"]


def test_a_status_reported_late_is_judged_by_what_came_before_it(act, person):
    told(
        act, person, {"kind": "arrest", "on": "1401/01/01"}, {"kind": "enforcement_start", "on": "1402/01/01"}
    )
    assert told(act, person, {"kind": "indictment", "on": "1401/06/01"}) == ["detained_pending_trial"]


@pytest.mark.parametrize(
    ("typed", "prison", "ward", "authority"),
    [
        pytest.param("Evin", "Evin", None, None, id="name"),
        pytest.param("زندان اوین", "Evin", None, None, id="Persian alias"),
        pytest.param("Evin 209", "Evin", "209", "MOIS", id="with its ward"),
        pytest.param("اوین، بند ۲۰۹", "Evin", "۲۰۹", "MOIS", id="with its ward in Persian"),
        pytest.param("Fashafouyeh", "Greater Tehran Penitentiary", None, None, id="other name"),
    ],
)
def test_a_prison_is_known_by_whatever_it_is_called(act, person, typed, prison, ward, authority):
    with act() as unit:
        event = events.report(unit, person, {"kind": "transfer", "prison": typed})
        assert unit.get(Prison, event.prison_id).name_en == prison
        assert (event.ward, event.authority, event.place) == (ward, authority, None)
        assert events.remarks(unit, event) == []


def test_a_prison_is_known_by_its_reference(act, person):
    with act() as unit:
        event = events.report(unit, person, {"kind": "transfer", "prison": "PR-0001", "ward": "4"})
        assert (event.prison_id, event.ward, event.authority) == (1, "4", None)
        with pytest.raises(NoSuchRow):
            events.report(unit, person, {"kind": "transfer", "prison": "PR-9999"})


def test_a_place_that_nobody_knows_is_kept_as_written_and_said(act, person):
    with act() as unit:
        event = events.report(unit, person, {"kind": "transfer", "prison": "a house in Sari"})
        assert (event.prison_id, event.place) == (None, "a house in Sari")
        assert "kept as written" in events.remarks(unit, event)[0]


def test_two_prisons_of_one_name_are_asked(act, person):
    with act() as unit:
        unit.add(Prison, {"name_en": "Evin"})
        with pytest.raises(AmbiguousInCatalogue):
            events.report(unit, person, {"kind": "transfer", "prison": "Evin"})


def test_a_prison_that_was_closed_by_then_is_remarked_on(act, person):
    with act() as unit:
        unit.amend(unit.get(Prison, 1), closed_on="1400")
        event = events.report(unit, person, {"kind": "transfer", "prison": "PR-0001", "on": "1402"})
        assert "closed by then" in events.remarks(unit, event)[0]


def test_amending_the_place_forgets_the_other_kind_of_place(act, person):
    with act() as unit:
        event = events.report(unit, person, {"kind": "transfer", "prison": "Evin 209"})
        events.amend(unit, event.id, {"prison": "a house in Sari", "ward": ""})
        assert (event.prison_id, event.place, event.ward) == (None, "a house in Sari", None)
        events.amend(unit, event.id, {"prison": "Evin"})
        assert (event.prison_id, event.place) == (1, None)
        events.amend(unit, event.id, {"place": "somewhere"})
        assert (event.prison_id, event.place) == (None, "somewhere")
        events.amend(unit, event.id, {"prison": ""})
        assert (event.prison_id, event.place) == (None, None)


def test_a_release_before_every_arrest_is_refused(act, person):
    told(act, person, {"kind": "arrest", "on": "1401/06/01"})
    with pytest.raises(ReleaseBeforeArrest, match="1401/06/01"):
        told(act, person, {"kind": "release", "on": "1400/06/01", "status": "on_bail"})


def test_an_arrest_that_a_case_knows_of_counts(act, person):
    with act() as unit:
        open_case(unit, person, {"arrested_on": "1401/06/01"})
    with pytest.raises(ReleaseBeforeArrest):
        told(act, person, {"kind": "status_reported", "on": "1400", "status": "released_pardon"})


def test_a_release_that_may_lie_after_the_arrest_is_let_in(act, person):
    told(act, person, {"kind": "arrest", "on": "1401/06/01"})
    assert told(act, person, {"kind": "release", "on": "1401", "status": "on_bail"}) == ["on_bail"]


def test_an_arrest_without_a_day_leaves_every_release_possible(act, person):
    told(act, person, {"kind": "arrest"}, {"kind": "re_arrest", "on": "1401/06/01"})
    assert told(act, person, {"kind": "release", "on": "1399", "status": "on_bail"}) == ["on_bail"]


def test_a_release_needs_no_arrest_on_record(act, person):
    assert told(act, person, {"kind": "release", "on": "1399", "status": "on_bail"}) == ["on_bail"]


def test_nothing_happens_to_the_dead(act, person):
    told(act, person, {"kind": "execution_carried_out", "on": "1401/06/01"})
    with pytest.raises(AfterDeath, match="E-0001"):
        told(act, person, {"kind": "transfer", "on": "1402/06/01"})
    with pytest.raises(AfterDeath):
        told(act, person, {"kind": "transfer", "after": "E-0001"})


@pytest.mark.parametrize("on", ["1402/06/01", ""])
def test_an_executed_person_is_not_released(act, person, on):
    told(act, person, {"kind": "execution_carried_out", "on": "1401/06/01"})
    with pytest.raises(AfterDeath):
        told(act, person, {"kind": "release", "on": on, "status": "released_pardon"})


def test_an_execution_whose_day_is_not_known_lets_no_release_in_unless_it_came_after(act, person):
    told(act, person, {"kind": "execution_carried_out"})
    with pytest.raises(AfterDeath):
        told(act, person, {"kind": "release", "on": "1399", "status": "released_pardon"})


def test_a_death_whose_day_nobody_knows_comes_last(act, person):
    told(act, person, {"kind": "arrest", "on": "1401"}, {"kind": "execution_carried_out"})
    with act() as unit:
        assert unit.rows("SELECT status FROM headlines")[0]["status"] == "executed"
        prisoners.amend(unit, person, {"father": "Karim"})


def test_what_came_before_a_death_may_be_reported_after_it(act, person):
    told(act, person, {"kind": "execution_carried_out", "on": "1401/06/01"})
    assert told(act, person, {"kind": "arrest", "on": "1399"}) == ["detained_investigation"]


def test_a_family_may_be_under_pressure_after_a_death(act, person):
    told(act, person, {"kind": "execution_carried_out", "on": "1401/06/01"})
    assert told(act, person, {"kind": "family_pressure", "on": "1402"}) == [None]


def test_a_death_before_what_is_recorded_later_is_refused(act, person):
    told(act, person, {"kind": "transfer", "on": "1402/06/01"}, {"kind": "letter", "on": "1402/07/01"})
    with pytest.raises(DeathBefore, match=r"E-0001 transfer on 1402/06/01\."):
        told(act, person, {"kind": "execution_carried_out", "on": "1401/06/01"})


@pytest.mark.parametrize("on", ["1401/06/01", "1402", ""])
def test_nobody_dies_twice(act, person, on):
    told(act, person, {"kind": "arrest", "on": "1400"}, {"kind": "execution_carried_out"})
    with pytest.raises(DiedTwice, match="E-0002") as refused:
        told(act, person, {"kind": "death", "on": on})
    assert "prisoners cite S-… E-0002" in refused.value.hint


def test_a_death_reported_in_error_is_withdrawn_and_no_longer_counts(act, person):
    told(act, person, {"kind": "execution_carried_out", "on": "1401/06/01"})
    with act() as unit:
        unit.amend(unit.get(events.Event, 1), withdrawn=True)
    assert told(act, person, {"kind": "transfer", "on": "1402/06/01"}) == [None]
    with pytest.raises(RowWithdrawn), act() as unit:
        events.amend(unit, 1, {"on": "1400"})


def test_what_is_planned_may_lie_ahead_and_nothing_else(act, person):
    told(act, person, {"kind": "execution_scheduled", "on": "2031-01-01"})
    with pytest.raises(AheadOfToday):
        told(act, person, {"kind": "hearing", "on": "2031-01-01", "status": "on_bail"})
    with pytest.raises(AheadOfToday):
        told(act, person, {"kind": "arrest", "on": "2031-01-01"})


def test_the_day_that_has_begun_in_tehran_is_not_ahead(act, person):
    assert told(act, person, {"kind": "hearing", "on": "2024-03-21"}) == [None]


def test_a_furlough_may_last_beyond_today(act, person):
    assert told(act, person, {"kind": "furlough_start", "on": "2024-03-19", "until": "2024-04-02"}) == [
        "furlough"
    ]


def test_overlapping_days_with_different_statuses_are_let_in(act, person):
    assert (
        told(act, person, {"kind": "arrest", "on": "1401"}, {"kind": "bail_paid", "on": "Mehr 1401"})[1]
        == "on_bail"
    )


def test_an_event_belongs_to_a_case_of_the_same_person(act, person):
    with act() as unit:
        case = open_case(unit, prisoners.add(unit, ["Omid Sangi"], {}).id, {})
        assert case.id == 1
        with pytest.raises(OfAnotherPerson, match="case: C-0001"):
            events.report(unit, person, {"kind": "hearing", "case": "C-0001"})


def test_what_is_no_number_and_no_flag_is_refused(act, person):
    with pytest.raises(NotANumber):
        told(act, person, {"kind": "bail_set", "amount": "much"})
    with pytest.raises(NotYesOrNo):
        told(act, person, {"kind": "furlough_start", "open_ended": "perhaps"})


def test_an_event_needs_to_say_what_happened(act, person):
    with pytest.raises(FormNotRight, match="kind: this is needed"):
        told(act, person, {"on": "1401"})
