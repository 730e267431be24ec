"""Estimates are recorded as they are typed, in either script, and each keeps to itself."""

from __future__ import annotations

import pytest

from prisoners.actions.estimates import amend, estimate, province_meant
from prisoners.actions.rows import withdraw
from prisoners.errors import NoSuchProvince, OverlapsItself, RowWithdrawn

ARRESTED = {"kind": "بازداشت‌شده", "least": "۴٬۰۰۰", "named": "۷۸۴", "on": "پاییز ۱۴۰۱", "province": "کردستان"}


def test_an_estimate_is_typed_in_persian(act):
    with act() as unit:
        row = estimate(unit, ARRESTED)
        assert (str(row.kind), row.least, row.most, row.named) == ("arrested", 4000, None, 784)
        assert (row.province, row.happened_on.words) == ("kurdistan", "پاییز ۱۴۰۱")


@pytest.mark.parametrize("text", ["Kurdistan", "kurdistan", " KURDISTAN ", "کردستان", "كردستان"])
def test_a_province_is_meant_by_its_code_or_a_name_in_either_script(text):
    assert province_meant(text) == "kurdistan"


def test_a_province_that_is_none_brings_the_nearest_to_mind():
    with pytest.raises(NoSuchProvince, match="“Kordestann”") as caught:
        province_meant("Kordestann")
    assert "Kurdistan" in caught.value.hint


def test_an_estimate_overlaps_another_but_not_itself(act):
    with act() as unit:
        first, second = estimate(unit, ARRESTED), estimate(unit, ARRESTED | {"overlaps": "ES-0001"})
        assert second.overlaps == first.id
        with pytest.raises(OverlapsItself):
            amend(unit, first.id, {"overlaps": "ES-0001"})


def test_an_estimate_that_was_retracted_is_not_corrected(act):
    with act() as unit:
        row = estimate(unit, ARRESTED)
        assert amend(unit, row.id, {"most": "5000", "province": ""}).most == 5000
        withdraw(unit, "estimates", row.id)
        with pytest.raises(RowWithdrawn):
            amend(unit, row.id, {"most": "6000"})
