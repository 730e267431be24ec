"""What several answers of several people amount to on one day."""

import datetime as dt

import pytest

from prisoners.privacy.consents import Standing, standing

TODAY = dt.date(2024, 3, 20)


def day(earliest, latest=None):
    return f"{earliest} {latest or earliest} {earliest}|gregorian|{earliest}"


def answer(scope="publish", subject="family", **facts):
    row = {"scope": scope, "subject": subject, "given_by": None, "refused": 0, "withdrawn": 0}
    return row | {"given_on": None, "until": None, "withdrawn_on": None} | facts


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
    assert standing(answers, "publish", TODAY) is state
    assert standing(list(reversed(answers)), "publish", TODAY) is state


def test_only_a_no_forbids():
    assert {state for state in Standing if state.forbids} == {Standing.REFUSED, Standing.WITHDRAWN}
