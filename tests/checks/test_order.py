"""Doubts about order, each told as a case in the docstring."""

from __future__ import annotations


def test_a_release_before_the_first_arrest_is_doubted(found):
    """
    release 2019-03-01 status=released_pardon
    arrest "25 Shahrivar 1401" status=detained_investigation
    """
    (finding,) = found("released_before_arrested")
    assert (finding.about, finding.person) == ("E-0001", "P-0001")
    assert (
        finding.sentence == "Released on 1 Mar 2019, but first arrested on 25 Shahrivar 1401 · 16 Sep 2022."
    )


def test_a_release_after_an_arrest_is_not_doubted(found):
    """
    arrest 2018-03-01
    release 2019-03-01
    arrest 2022-01-01
    """
    assert found("released_before_arrested") == []


def test_a_release_that_may_have_come_after_is_not_doubted(found):
    """
    release 1401
    arrest "spring 1401"
    """
    assert found("released_before_arrested") == []


def test_a_release_whose_arrest_nobody_dated_is_not_doubted(found):
    """
    arrest
    release 2019-03-01
    """
    assert found("released_before_arrested") == []


def test_overlapping_events_with_different_statuses_are_doubted(found):
    """
    arrest 1401 status=detained_investigation
    release "spring 1401" status=on_bail
    """
    (finding,) = found("order_uncertain")
    assert finding.about == "P-0001"
    assert "prisoners event amend E-" in finding.hint


def test_what_somebody_said_came_after_is_not_doubted(found):
    """
    arrest 1401 status=detained_investigation
    release "spring 1401" status=on_bail after_id=1
    """
    assert found("order_uncertain") == []


def test_life_after_death_is_doubted(found):
    """
    execution_carried_out 2020-01-01 status=executed
    release 2021-01-01 status=released_pardon
    """
    (finding,) = found("executed_then_released")
    assert finding.sentence == "“released by pardon” after “executed” (E-0001)."
    assert finding.gravity.name == "DANGER"


def test_life_after_death_by_what_somebody_said_is_doubted_without_a_day(found):
    """
    death 2020-01-01 status=died_in_custody
    release status=released_pardon after_id=1
    """
    assert len(found("executed_then_released")) == 1


def test_a_death_at_the_end_is_not_doubted(found):
    """
    release 2019-01-01 status=released_pardon
    death 2020-01-01 status=died_after_release
    intervention 2021-01-01
    """
    assert found("executed_then_released") == []


def test_what_has_not_come_yet_cannot_have_happened(found):
    """
    release 2024-03-21 status=released_end_of_term
    """
    (finding,) = found("event_in_the_future")
    assert finding.sentence == "“release” on 21 Mar 2024, which has not come yet."


def test_what_may_have_happened_or_is_announced_is_not_doubted(found):
    """
    release 2024 status=released_end_of_term
    execution_scheduled 2024-05-01
    """
    assert found("event_in_the_future") == []
