"""Erasing at the terminal: confirmed, explained, and honest about what it cannot reach."""

import pytest

from prisoners.records.contacts import Contact
from tests.builders import act, make_prisoner

NUMBER = "+98 900 000 0042"


@pytest.fixture
def contact(home):
    with act(home / "registry.db") as unit:
        unit.add(Contact, {"prisoner_id": make_prisoner(unit), "kind": "telephone", "value": NUMBER})
    return home / "registry.db"


def test_erasing_must_be_confirmed(run, contact):
    result = run("erase", "K-0001", "-b", "asked by the family")
    assert result.exit_code == 5
    assert NUMBER.encode() in contact.read_bytes()


def test_erasing_names_the_copies_that_remember(run, contact):
    run("backup")
    result = run("erase", "K-0001", "-b", "asked by the family", "--yes")
    assert result.exit_code == 0, result.stderr
    assert NUMBER.encode() not in contact.read_bytes()
    assert "Still in" in result.stderr
    assert NUMBER not in result.output
    assert run("verify").exit_code == 0
