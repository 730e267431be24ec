"""The sums of custody statuses."""

from __future__ import annotations

import pytest

from prisoners.vocabulary import DEAD, FREE, IN_CUSTODY, UNDER_CONTROL, UNKNOWN, ComputedStatus, CustodyStatus

SUMS = {
    "in custody": IN_CUSTODY,
    "under control": UNDER_CONTROL,
    "free": FREE,
    "dead": DEAD,
    "unknown": UNKNOWN,
}


@pytest.mark.parametrize("status", CustodyStatus)
def test_every_status_is_counted_in_exactly_one_sum(status):
    assert len([name for name, members in SUMS.items() if status in members]) == 1


def test_no_sum_is_empty_and_none_counts_a_status_that_does_not_exist():
    assert all(SUMS.values())
    assert frozenset().union(*SUMS.values()) == frozenset(CustodyStatus)


def test_what_the_calendar_says_is_never_entered():
    assert not {str(code) for code in ComputedStatus} & {str(code) for code in CustodyStatus}


@pytest.mark.parametrize(
    ("status", "members"),
    [
        pytest.param(CustodyStatus.FURLOUGH, UNDER_CONTROL, id="furlough is not freedom"),
        pytest.param(CustodyStatus.HOSPITAL_CUSTODY, IN_CUSTODY, id="a guarded hospital bed is custody"),
        pytest.param(CustodyStatus.DISAPPEARED, IN_CUSTODY, id="a denied detention is a detention"),
        pytest.param(CustodyStatus.ON_BAIL, UNDER_CONTROL, id="bail is control"),
        pytest.param(CustodyStatus.WHEREABOUTS_UNKNOWN, UNKNOWN, id="nobody knows where"),
        pytest.param(CustodyStatus.DIED_AFTER_RELEASE, DEAD, id="the dead are dead wherever they died"),
        pytest.param(CustodyStatus.RELEASED_PARDON, FREE, id="a pardon frees"),
    ],
)
def test_a_status_is_counted_where_the_field_counts_it(status, members):
    assert status in members
