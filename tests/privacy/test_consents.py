"""What several answers of several people amount to on one day."""

import datetime as dt

import pytest

from prisoners.privacy.consents import Standing, perhaps_dead, standing

TODAY = dt.date(2024, 3, 20)


def day(earliest, latest=None):
    return f"{earliest} {latest or earliest} {earliest}|gregorian|{earliest}"


def answer(scope="publish", subject="family", **facts):
    row = {"scope": scope, "subject": subject, "given_by": None, "refused": 0, "withdrawn": 0}
    return row | {"given_on": None, "until": None, "withdrawn_on": None, "after_death": 0} | facts


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        pytest.param([], Standing.NONE, id="nobody was asked"),
        pytest.param([answer("share")], Standing.NONE, id="another question"),
        pytest.param([answer(withdrawn=1)], Standing.NONE, id="entered in error"),
        pytest.param([answer()], Standing.GIVEN, id="a yes without a day"),
        pytest.param([answer(refused=1)], Standing.REFUSED, id="a no"),
        pytest.param([answer(withdrawn_on=day("2024-01-01"))], Standing.WITHDRAWN, id="taken back"),
        pytest.param([answer(until=day("2024-03-20"))], Standing.GIVEN, id="its last day"),
        pytest.param([answer(until=day("2024-03-19"))], Standing.EXPIRED, id="the day after"),
        pytest.param([answer(until=day("2024-01-01", "2024-12-31"))], Standing.EXPIRED, id="may have ended"),
        pytest.param([answer(given_on=day("2024-03-21"))], Standing.NONE, id="from tomorrow on"),
        pytest.param(
            [answer(), answer(subject="lawyer", refused=1)], Standing.REFUSED, id="one of two says no"
        ),
        pytest.param([answer(), answer(until=day("2020-01-01"))], Standing.GIVEN, id="renewed"),
        pytest.param(
            [answer(refused=1, given_on=day("2023-01-01", "2023-12-31")), answer(given_on=day("2024-01-01"))],
            Standing.GIVEN,
            id="a no, and certainly later a yes of the same one",
        ),
        pytest.param(
            [answer(refused=1, given_on=day("2023-01-01", "2023-12-31")), answer(given_on=day("2023-06-01"))],
            Standing.REFUSED,
            id="a yes that may have come before the no",
        ),
        pytest.param(
            [answer(refused=1), answer(given_on=day("2024-01-01"))], Standing.REFUSED, id="a no without a day"
        ),
        pytest.param(
            [answer(refused=1, given_on=day("2023-01-01")), answer()], Standing.REFUSED, id="a yes without"
        ),
        pytest.param([answer(given_on=day("2024-03-20"))], Standing.GIVEN, id="from today on"),
        pytest.param(
            [answer(refused=1, given_on=day("2023-05-01")), answer(given_on=day("2023-05-01"))],
            Standing.REFUSED,
            id="a no and a yes of one day",
        ),
        pytest.param(
            [
                answer(refused=1, given_on=day("2023-01-01")),
                answer(given_on=day("2024-01-01"), until=day("2024-02-01")),
            ],
            Standing.REFUSED,
            id="a no, and later a yes for a month that is over",
        ),
        pytest.param(
            [answer(withdrawn_on=day("2023-05-01")), answer(given_on=day("2023-05-02"))],
            Standing.GIVEN,
            id="taken back, then given again",
        ),
        pytest.param(
            [
                answer(refused=1, given_on=day("2023-01-01")),
                answer(subject="lawyer", given_on=day("2024-01-01")),
            ],
            Standing.REFUSED,
            id="somebody else's yes lifts no no",
        ),
    ],
)
def test_what_the_answers_amount_to(answers, state):
    assert standing(answers, "publish", TODAY, perhaps_dead=False) is state
    assert standing(list(reversed(answers)), "publish", TODAY, perhaps_dead=False) is state


def test_only_a_no_forbids():
    assert {state for state in Standing if state.forbids} == {Standing.REFUSED, Standing.WITHDRAWN}


LATER = day("2024-01-01")
LONG_AGO = day("2020-01-01")


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        pytest.param([answer()], Standing.GIVEN, id="the family's yes holds"),
        pytest.param([answer(subject="person")], Standing.ENDED, id="the person's ends"),
        pytest.param([answer(subject="lawyer")], Standing.ENDED, id="the lawyer's ends"),
        pytest.param([answer(subject="person", after_death=1)], Standing.GIVEN, id="said to hold after it"),
        pytest.param([answer(subject="lawyer"), answer()], Standing.GIVEN, id="the family agrees, too"),
        pytest.param(
            [answer(subject="person", refused=1), answer()], Standing.REFUSED, id="the no of the dead"
        ),
        pytest.param(
            [
                answer(subject="person", refused=1, given_on=LONG_AGO),
                answer(subject="person", given_on=LATER),
            ],
            Standing.ENDED,
            id="dying brings back no no",
        ),
        pytest.param(
            [answer(subject="person"), answer(until=LONG_AGO)],
            Standing.ENDED,
            id="the family's is over besides",
        ),
        pytest.param([answer(subject="person", until=LONG_AGO)], Standing.EXPIRED, id="it was over before"),
    ],
)
def test_what_the_answers_amount_to_once_a_death_is_reported(answers, state):
    assert standing(answers, "publish", TODAY, perhaps_dead=True) is state


@pytest.mark.parametrize(
    ("happened_on", "counts"),
    [
        (None, True),
        (day("2024-03-20"), True),
        (day("2024-03-21"), False),
        (day("2024-01-01", "2024-12-31"), True),
        (day("0001-01-01", "9999-12-31"), True),
    ],
)
def test_a_death_that_may_have_happened_counts_as_one(happened_on, counts):
    deaths = [{"prisoner_id": 7, "happened_on": happened_on}]
    assert perhaps_dead(deaths, TODAY) == ({7} if counts else frozenset())
