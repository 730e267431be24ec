"""Doubles at the terminal: pairs with reasons, what to type, and no pair that was told apart."""

import json

import pytest

from tests.builders import act, make_prisoner


@pytest.fixture
def doubled(home):
    with act(home / "registry.db") as unit:
        make_prisoner(unit, "Parvaneh Ghalamzan", "پروانه قلم‌زن", father="Rostam", born="1371")
        make_prisoner(unit, "Parvane Qalamzan", None, father="Rostam", born="1371/2")
        make_prisoner(unit, "Siamak Kuhi", None)
    return home


def test_a_pair_is_shown_with_reasons_and_the_next_step(run, doubled):
    said = run("doubles").stdout
    assert "P-0001" in said
    assert "  for      " in said
    assert "prisoners merge P-0001 P-0002" in said
    assert "P-0003" not in said
    assert doubled.exists()


def test_a_pair_is_told_to_programs(run, doubled):
    (pair,) = json.loads(run("doubles", "--json").stdout)
    assert {pair["one"], pair["other"]} == {"P-0001", "P-0002"}
    assert pair["verdict"] in ("likely", "possible")
    assert pair["for"]
    assert json.loads(run("doubles", "P-0003", "--json").stdout) == []
    assert len(json.loads(run("doubles", "P-0002", "--json").stdout)) == 1
    assert doubled.exists()


def test_a_pair_that_was_told_apart_does_not_come_back(run, doubled):
    run("apart", "P-0001", "P-0002", "-b", "they met")
    result = run("doubles")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Nobody seems" in result.stderr
    assert doubled.exists()
