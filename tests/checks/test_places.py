"""Doubts about places."""

from __future__ import annotations


def test_a_prison_that_was_closed_by_then_is_doubted(found):
    """
    transfer 2023-09-01 prison_id=2
    """
    (finding,) = found("prison_closed_at_that_date")
    assert finding.sentence == (
        "In Rajai Shahr on 1 Sep 2023, but it closed on 8 Aug 2023. Its inmates went to Ghezel Hesar."
    )


def test_a_prison_that_was_not_open_yet_is_doubted(found):
    """
    transfer 1985 prison_id=2
    """
    (finding,) = found("prison_closed_at_that_date")
    assert finding.sentence == "In Rajai Shahr on 1985, but it opened on 1987."


def test_a_prison_that_may_still_have_been_open_is_not_doubted(found):
    """
    transfer 2023 prison_id=2
    transfer prison_id=2
    transfer 2023-09-01 prison_id=1
    """
    assert found("prison_closed_at_that_date") == []
