"""What events amount to: the last status, the last place, held since when, and whether the order is certain."""

import pytest

from prisoners.dates.read import read_date
from prisoners.store.headlines import headline, in_order


def event(number, on=None, status=None, prison=None, after=None, place=None, ward=None):
    return {
        "id": number,
        "happened_on": read_date(on).stored if on else None,
        "status": status,
        "prison_id": prison,
        "place": place,
        "ward": ward,
        "after_id": after,
    }


HELD, SERVING, FURLOUGH, FREE = (
    "detained_investigation",
    "imprisoned_serving",
    "furlough",
    "released_end_of_term",
)
DEAD = "died_in_custody"


def test_nothing_happened_gives_nothing():
    now = headline([])
    assert (now.status, now.since, now.prison_id, now.order_uncertain) == (None, None, None, False)


def test_the_last_status_and_the_last_place_count():
    now = headline(
        [event(3, "2023-05-01", FREE), event(1, "2022-09-16", HELD, prison=7, ward="209"), event(2, "2023")]
    )
    assert (now.status, now.status_event_id, now.prison_id, now.ward) == (FREE, 3, 7, "209")
    assert now.held_since is None


def test_a_place_that_is_no_prison_of_the_list_is_kept_in_its_words():
    assert headline([event(1, "2022", HELD, prison=7), event(2, "2023-02", place="a flat")]).place == "a flat"


def test_held_since_goes_back_through_custody_without_a_break():
    told = [
        event(1, "2018-01-01", HELD),
        event(2, "2019-01-01", FREE),
        event(3, "2022-09-16", HELD),
        event(4, "2023-03-01", SERVING),
    ]
    assert headline(told).held_since[:10] == "2022-09-16"


def test_an_undated_arrest_leaves_the_first_day_that_is_known():
    assert headline([event(1, None, HELD), event(2, "2023-03-01", SERVING)]).held_since[:10] == "2023-03-01"


@pytest.mark.parametrize(
    ("events", "status"),
    [
        pytest.param([event(1, None, DEAD), event(2, "2023-05-01", HELD)], DEAD, id="a death without a day"),
        pytest.param([event(1, "2023", DEAD), event(2, "2023-05-01", HELD)], DEAD, id="a death in that year"),
        pytest.param([event(1, "2023", DEAD), event(2, "2023", HELD)], DEAD, id="both in one year"),
        pytest.param(
            [event(1, "2022", DEAD), event(2, "2023-05-01", HELD)],
            HELD,
            id="a life long after a death stands",
        ),
    ],
)
def test_a_death_comes_after_everything_that_may_have_been_before_it(events, status):
    now = headline(events)
    assert (now.status, now.order_uncertain) == (status, False)


@pytest.mark.parametrize(
    ("events", "order"),
    [
        pytest.param([event(2, "2022"), event(1, "2022-05")], [2, 1], id="a year begins before its May"),
        pytest.param([event(2, "2022-05-01"), event(1, "2022-05")], [2, 1], id="a day ends before its month"),
        pytest.param([event(2, "2022-05-01"), event(1, "2022-05-01")], [1, 2], id="one day: as reported"),
        pytest.param([event(1, "2022", after=2), event(2, "2022-05")], [2, 1], id="said to come after"),
        pytest.param(
            [event(1, after=2), event(2, "2022", after=3), event(3, "2023")], [3, 2, 1], id="a chain"
        ),
        pytest.param(
            [event(1, "2023", after=2), event(2, "2022")], [2, 1], id="after what was earlier anyway"
        ),
        pytest.param([event(1, after=2), event(2, after=1)], [1, 2], id="a circle does not hang"),
        pytest.param([event(1, after=99), event(2)], [1, 2], id="after an event that is withdrawn"),
    ],
)
def test_events_stand_in_the_order_in_which_they_came(events, order):
    assert [one["id"] for one in in_order(events)] == order


@pytest.mark.parametrize(
    ("events", "uncertain"),
    [
        pytest.param([event(1, "2022", HELD)], False, id="one status is certain"),
        pytest.param([event(1, "2022", HELD), event(2, "2022", FREE)], True, id="two in one year are not"),
        pytest.param(
            [event(1, "2022", HELD), event(2, "2022", FREE, after=1)], False, id="unless somebody said"
        ),
        pytest.param([event(1, "2022", HELD, after=2), event(2, "2022", FREE)], False, id="from either side"),
        pytest.param([event(1, "2022", HELD), event(2, "2022", HELD)], False, id="the same status twice"),
        pytest.param([event(1, "2022-05-01", HELD), event(2, "2022-05-01", FREE)], False, id="one known day"),
        pytest.param([event(1, "2022", HELD), event(2, "2023", FREE)], False, id="one year after another"),
    ],
)
def test_overlapping_days_with_different_statuses_are_uncertain(events, uncertain):
    assert headline(events).order_uncertain is uncertain
