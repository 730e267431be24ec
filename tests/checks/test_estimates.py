"""Doubts about estimates."""

from __future__ import annotations

import datetime as dt

import pytest

from prisoners.checks.examine import DOUBTS
from prisoners.records.citations import Citation
from prisoners.records.estimates import Estimate
from prisoners.records.sources import Source
from prisoners.store.reader import Reader
from tests.builders import act, make_event, make_prisoner

TODAY = dt.date(2024, 3, 20)
SPRING = {"kind": "arrested", "happened_on": "spring 1401"}


@pytest.fixture
def doubted(registry):
    """Enter three people arrested in the spring of 1401 and these estimates; the findings of a check."""

    def findings(check, *estimates):
        with act(registry) as unit:
            for on in ("2022-04-01", "2022-05-01", "1401"):
                make_event(unit, make_prisoner(unit), "arrest", on)
            for facts in estimates:
                unit.add(Estimate, SPRING | facts)
        return list(DOUBTS[check](Reader(registry), TODAY))

    return findings


def test_an_estimate_of_fewer_than_are_on_record_is_doubted(doubted):
    (finding,) = doubted("estimate_below_the_named", {"least": 1, "most": 1})
    assert (finding.about, finding.person) == ("ES-0001", "")
    assert finding.sentence == "It says at most 1, and 2 persons are on record."
    assert "prisoners estimate amend ES-0001" in finding.hint


def test_an_estimate_that_is_open_above_or_reached_only_perhaps_is_not(doubted):
    some = ({"most": 2}, {"least": 1}, {"kind": "killed", "most": 1}, {"most": 1, "withdrawn": True})
    assert doubted("estimate_below_the_named", *some) == []


def test_without_estimates_nothing_is_doubted(doubted):
    assert doubted("estimate_below_the_named") == []


def test_an_estimate_without_a_source_is_doubted(registry, doubted):
    assert [one.about for one in doubted("estimate_without_source", {"most": 9})] == ["ES-0001"]
    with act(registry) as unit:
        source = unit.add(Source, {"outlet": "Bidar News"}).id
        unit.add(Citation, {"source_id": source, "about_table": "estimates", "about_row": 1})
    assert list(DOUBTS["estimate_without_source"](Reader(registry), TODAY)) == []
