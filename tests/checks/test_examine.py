"""All checks together: by name, by person, the gravest first."""

from __future__ import annotations

from inspect import getdoc

import pytest

from prisoners.checks.examine import DOUBTS, examine
from prisoners.errors import NoSuchCheck
from prisoners.records.prisoners import Prisoner
from prisoners.store.reader import Reader
from tests.builders import act
from tests.checks.conftest import TODAY


@pytest.fixture
def doubtful(told):
    return Reader(told)


def test_the_gravest_stands_first(doubtful):
    """
    execution_carried_out 2020-01-01 status=executed
    release 2021-01-01 status=released_pardon
    """
    found = examine(doubtful, TODAY)
    assert found[0].name == "executed_then_released"
    assert [finding.gravity for finding in found] == sorted(
        (finding.gravity for finding in found), reverse=True
    )


def test_only_some_checks(doubtful):
    """
    arrest 2022-09-16 status=detained_investigation
    """
    assert examine(doubtful, TODAY, only=["order_uncertain"]) == []
    assert len(examine(doubtful, TODAY, only=["status_without_source", "order_uncertain"])) == 1


def test_only_one_person(doubtful):
    """
    arrest 2022-09-16 status=detained_investigation
    """
    assert examine(doubtful, TODAY, person="P-0002") == []
    assert {finding.person or finding.about for finding in examine(doubtful, TODAY, person="P-0001")} == {
        "P-0001"
    }


@pytest.mark.parametrize("facts", [{"withdrawn": True}, {"merged_into": 1}])
def test_who_does_not_count_is_not_doubted(told, facts):
    """
    release 2021-01-01 status=released_pardon prison_id=2
    arrest 2023-09-01 status=executed prison_id=2
    arrest 2025-01-01 status=on_bail
    """
    with act(told) as unit:
        unit.amend(unit.get(Prisoner, 1), **facts)
    assert examine(Reader(told), TODAY) == []


def test_a_check_that_does_not_exist_names_the_nearest(doubtful):
    with pytest.raises(NoSuchCheck) as raised:
        examine(doubtful, TODAY, only=["released_before_arrest"])
    assert "released_before_arrested" in raised.value.hint


def test_every_check_says_what_it_doubts_and_finds_under_its_own_name():
    for name, doubt in DOUBTS.items():
        assert doubt.__name__ == name
        assert (getdoc(doubt) or "").count("\n") >= 2
