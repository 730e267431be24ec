"""What was changed, and my own last updates."""

from __future__ import annotations

import json

import pytest

pytestmark = pytest.mark.usefixtures("told_home")


def test_an_update_says_who_when_why_and_what(run):
    shown = run("history", "P-0001", "--limit", "1").stdout
    for words in (
        "U-0004  2024-02-01 12:00 UTC  Lida",
        "because: the family told us",
        "E-0007 events of P-0001",
        "happened_on: 30 Dey 1402 · 20 Jan 2024",
        "occupation: teacher → teacher and translator",
    ):
        assert words in shown
    assert "withdrawn: no" not in shown


def test_a_source_says_on_whose_word(run):
    assert "because: S-0001 (Bidar News, https://bidar.example/1)" in run("history", "P-0001").stdout


def test_one_field(run):
    shown = run("history", "P-0001", "--field", "occupation").stdout
    assert shown.count("occupation:") == 2
    assert "kind:" not in shown


def test_one_record_and_one_update(run):
    assert "E-0007" in run("history", "E-0007").stdout
    assert run("history", "U-0004").stdout.count("U-0004") == 1


def test_one_researcher_since_and_until_a_day(run):
    by_lida = json.loads(run("history", "--by", "Lida", "--json").stdout)
    assert [act["reference"] for act in by_lida] == ["U-0004"]
    between = json.loads(
        run("history", "--since", "2022-10-02", "--until", "12 Ordibehesht 1402", "--json").stdout
    )
    assert [act["reference"] for act in between] == ["U-0003", "U-0002"]


def test_sealed_values_stay_covered(run):
    assert "SEALED-" not in run("history").stdout
    assert "value: ‹sealed›" in run("history", "P-0001").stdout
    assert "SEALED-mother" in run("history", "P-0001", "--sealed").stdout


def test_a_link_is_shown_as_a_reference_and_a_correction_of_nothing_as_a_dash(told_home, run):
    from prisoners.records.prisoners import Prisoner
    from tests.queries.world import on_day

    with on_day(told_home / "registry.db", "2025-01-01") as unit:
        unit.amend(unit.get(Prisoner, 1), father=None, withdrawn=True)
    shown = run("history", "P-0001", "--limit", "1").stdout
    assert "father: Rostam → —" in shown
    assert "withdrawn: no → yes" in shown
    merged = run("history", "--field", "merged_into").stdout
    assert "P-0006 prisoners" in merged
    assert "merged_into: P-0002" in merged


def test_nothing_to_tell_is_said(run):
    ran = run("history", "P-0001", "--by", "Nobody")
    assert (ran.exit_code, ran.stdout) == (0, "")
    assert "Nothing was changed" in ran.stderr


def test_a_field_that_never_was_names_the_nearest(run):
    ran = run("history", "P-0001", "--field", "fahter")
    assert ran.exit_code == 3
    assert "father" in ran.stderr


def test_my_last_updates(run):
    assert [act["reference"] for act in json.loads(run("recent", "--json").stdout)] == ["U-0004"]
    everybody = json.loads(run("recent", "--all", "--limit", "3", "--json").stdout)
    assert [act["reference"] for act in everybody] == ["U-0004", "U-0003", "U-0002"]


def test_an_update_of_many_records_is_shown_by_its_totals_and_whole_where_it_is_asked_for(told_home, run):
    from prisoners.records.events import Event
    from tests.builders import make_event
    from tests.queries.world import on_day

    with on_day(told_home / "registry.db", "2025-01-01") as unit:
        for _ in range(20):
            make_event(unit, 1, "hearing", place="Bandar Khiyali")
        unit.amend(unit.get(Event, 7), withdrawn=True)
        unit.amend(unit.get(Event, 6), place="Bandar Khiyali")
    shown = run("recent", "--all", "--limit", "1").stdout
    assert "  events: 20 added, 1 amended, 1 withdrawn\n" in shown
    assert "  `prisoners history U-0005` shows every line.\n" in shown
    assert "Bandar Khiyali" not in shown
    for asked in (("U-0005",), ("P-0001",), ("--field", "place")):
        assert run("history", *asked).stdout.count("place: Bandar Khiyali") >= 20, asked
    everything = json.loads(run("recent", "--all", "--limit", "1", "--json").stdout)[0]["changes"]
    assert sum(change["new"] == "Bandar Khiyali" for change in everything) == 21


def test_what_was_erased_is_said_to_be(told_home, run):
    from prisoners.actions.erasure import erase
    from prisoners.store.engine import writing
    from prisoners.store.unit import unit_of_work
    from prisoners.vocabulary import UpdateKind

    with (
        writing(told_home / "registry.db") as session,
        unit_of_work(session, by="Lida", because="for her safety", kind=UpdateKind.ERASURE) as unit,
    ):
        erase(unit, "prisoners", 1, ["occupation"])
    shown = run("history", "P-0001", "--field", "occupation").stdout
    assert "‹erased›" in shown
    assert "teacher" not in shown
    then = run("show", "P-0001", "--as-known-on", "U-0004")
    assert then.exit_code == 0
    assert "teacher and" not in then.stdout
