"""What an estimate must be: a number or the words for one, in an order that can be."""

from __future__ import annotations

import pytest

from prisoners.errors import FormNotRight
from prisoners.records.estimates import EstimateForm

HUNDREDS = {"kind": "arrested", "quoted": "hundreds"}


def refused(**facts):
    with pytest.raises(FormNotRight) as caught:
        EstimateForm.validated({"kind": "arrested", **facts})
    return str(caught.value)


def test_words_alone_are_an_estimate_without_bounds():
    estimate = EstimateForm.validated(HUNDREDS)
    assert (estimate.least, estimate.most, str(estimate.unit)) == (None, None, "persons")


def test_more_than_a_number_is_open_above():
    assert EstimateForm.validated({"kind": "held", "least": 4000, "named": 5000}).most is None


def test_an_estimate_of_nothing_is_refused():
    assert "say how many" in refused(happened_on="1401")


def test_at_least_is_not_more_than_at_most():
    assert "at least 500 is more than at most 400" in refused(least=500, most=400)


def test_no_more_are_named_than_there_are():
    assert "784 of them by name is more than at most 700" in refused(most=700, named=784)


def test_a_time_does_not_end_before_it_begins():
    assert "what began mehr 1401 cannot have ended 1399" in refused(
        quoted="hundreds", happened_on="mehr 1401", until="1399"
    )
    assert EstimateForm.validated(HUNDREDS | {"happened_on": "1401", "until": "mehr 1401"}).until


def test_what_is_counted_is_said_in_a_word_of_the_list():
    assert "there is no “beaten” in this list" in refused(kind="beaten", quoted="hundreds")
