"""One prisoner on one screen."""

from __future__ import annotations

import json

import pytest

from prisoners.commands.tables import screen_width
from prisoners.records.tables import BY_NAME
from prisoners.store.unit import Unit
from tests.queries.world import on_day

pytestmark = pytest.mark.usefixtures("told_home")


@pytest.fixture(autouse=True)
def wide(monkeypatch):
    """A screen on which the lines of these pages are not broken, wherever the tests run."""
    monkeypatch.setenv("COLUMNS", "120")
    screen_width.cache_clear()
    yield
    screen_width.cache_clear()


def test_one_prisoner_stands_on_one_screen(run):
    shown = run("show", "P-0001").stdout
    for words in (
        "P-0001  Neda Zarbaf · ندا زرباف",
        "Status     on furlough since 30 Dey 1402 · 20 Jan 2024",
        "Place      Evin, ward 8",
        "born 14 Ordibehesht 1368 · 4 May 1989",
        "father Rostam",
        "Elsewhere  bidar:5081",
        "Case C-0001  enforcement of judgment",
        "CH-0001  IPC75 610 assembly and collusion, convicted",
        "imprisonment 5 years and 6 months",
        "E-0001   25 Shahrivar 1401 · 16 Sep 2022  arrest, → detained, under interrogation, Evin, ward 209",
        "S-0001   human rights organisation, Bidar News, https://bidar.example/1, likely reliable",
        "Missing    a day on which it was last confirmed",
        "Updated    U-0004 on 2024-02-01 at 12:00 UTC by Lida: the family told us",
    ):
        assert words in shown


def test_what_is_sealed_is_shown_only_when_asked_for(run):
    for form in ([], ["--json"]):
        assert "SEALED-" not in run("show", "P-0001", *form).stdout
        asked = run("show", "P-0001", "--sealed", *form).stdout
        for secret in ("SEALED-number", "SEALED-mother", "SEALED-illness"):
            assert secret in asked
    assert "--sealed shows them" in run("show", "P-0001").stdout


def test_a_name_in_another_script_shows_the_same_person(run):
    assert run("show", "Babak Arjmand").stdout == run("show", "بابک ارجمند").stdout


def test_a_withdrawn_record_says_so(run):
    assert "WITHDRAWN" in run("show", "P-0007").stdout


def test_a_merged_record_shows_the_one_that_stands(run):
    shown = run("show", "P-0006").stdout
    assert shown.startswith("P-0002")
    assert "merged from P-0006" in shown


def test_what_was_known_then(run):
    assert "serving a sentence since" in run("show", "P-0001", "--as-known-on", "2023-06-01").stdout
    assert "serving a sentence since" in run("show", "P-0001", "--as-known-on", "U-0003").stdout


def test_ages_and_times_in_custody_are_counted_to_the_day_that_is_asked_about(run):
    shown = run("show", "P-0001", "--on", "2022-10-16").stdout
    assert "detained, under interrogation since 25 Shahrivar 1401 · 16 Sep 2022 (1 m)" in shown
    assert "(33 years old)" in shown
    assert "(34 years old)" in run("show", "P-0001", "--as-known-on", "2023-06-01").stdout
    assert "(33 years old)" in run("show", "P-0001", "--as-known-on", "U-0003").stdout


def test_what_was_the_case_then(run):
    shown = run("show", "P-0002", "--on", "2023-04-10").stdout
    assert "Status     not recorded" in shown
    assert "the status may be another" in shown


def test_somebody_who_was_not_yet_known_is_not_there(run):
    ran = run("show", "P-0002", "--as-known-on", "2022-12-31")
    assert ran.exit_code == 3
    assert "P-0002 was not in the registry yet" in ran.stderr


def test_programs_get_the_whole_record(run):
    said = json.loads(run("show", "P-0001", "--json").stdout)
    assert (said["reference"], said["status"], said["version"]) == ("P-0001", "furlough", "U-0004")
    assert said["kept_back"] == {"contacts": 1, "health": 1, "relations": 1}
    assert said["contacts"] == []


@pytest.mark.parametrize(
    ("who", "code", "words"),
    [
        ("P-0099", 3, "There is no P-0099"),
        ("Nobody Atall", 3, "Nobody in this registry is found"),
        ("Neda Zarbaf", 3, "could be several people: P-0001"),
    ],
)
def test_who_cannot_be_shown_is_told(run, who, code, words):
    ran = run("show", who)
    assert ran.exit_code == code
    assert words in ran.stderr
    assert ran.stdout == ""


def test_without_a_registry_the_next_step_is_told(told_home, run):
    (told_home / "registry.db").unlink()
    ran = run("show", "P-0001")
    assert ran.exit_code == 3
    assert "prisoners init" in ran.stderr


def add(unit: Unit, table: str, **facts: object) -> int:
    return int(unit.add(BY_NAME[table], facts).id)


def enter_case(unit: Unit) -> None:
    """A case of Omid with everything that a case can hold."""
    case = add(
        unit,
        "cases",
        prisoner_id=2,
        file_number="9909977121100770",
        warrant_shown=False,
        note="a note on the case",
    )
    add(unit, "charges", case_id=case, quoted="acting against security", laid_on="1402", act_on="spring 1401")
    judgment = add(
        unit, "judgments", case_id=case, in_absentia=True, notified_on="2024-05-01", announced_total="5 years"
    )
    add(unit, "sentences", judgment_id=judgment, kind="prison", years=5, suspended_years=2)
    add(unit, "sentences", judgment_id=judgment, kind="fine", amount=100_000_000, currency="IRR")
    add(unit, "sentences", judgment_id=judgment, kind="lashes", lashes=74, suspended=True)


def enter_sources(unit: Unit) -> None:
    """Two sources that differ, and one that bears much."""
    add(unit, "sources", outlet="Nameh", confidentiality="internal", kind="family")
    said = {"prisoner_id": 2, "about_table": "prisoners", "about_row": 2, "field": "born", "quoted": "so"}
    add(unit, "citations", source_id=1, value="1989", **said)
    add(unit, "citations", source_id=2, value="1990", **said)
    for event in range(3, 11):
        add(unit, "citations", source_id=1, prisoner_id=2, about_table="events", about_row=event)


def enter_the_rest(unit: Unit) -> None:
    """Names, health, files, consents, reminders, interventions, relatives."""
    omid = {"prisoner_id": 2}
    add(unit, "names", **omid, text="Omid Pirouzfar", script="latin", kind="pen")
    add(unit, "activities", **omid, activity="lawyer", weight="secondary", detail="of the bar of Kerman")
    add(unit, "health", **omid, kind="injury", summary="a broken arm", since="1402")
    add(unit, "files", **omid, kind="photo", path="files/1.jpg", sha256="0" * 64, level="internal")
    add(
        unit,
        "consents",
        **omid,
        subject="person",
        scope="publish",
        refused=True,
        given_on="2024",
        until="2027",
    )
    add(unit, "follow_ups", **omid, due_on="2026-01-01", ask="whether he was moved")
    letter = add(
        unit, "interventions", kind="letter", title="A letter", addressee="the court", made_on="2024-02-02"
    )
    add(unit, "beneficiaries", **omid, intervention_id=letter, answer="none came")
    bail = {"amount": 5_000_000, "currency": "IRR", "summary": "set high"}
    add(unit, "events", **omid, kind="bail_set", happened_on="2024-03-01", **bail)
    add(unit, "relations", **omid, kind="brother", name="SEALED-brother", other_id=4)


def test_everything_that_is_recorded_stands_on_the_page(told_home, run):
    with on_day(told_home / "registry.db", "2025-01-01") as unit:
        enter_case(unit)
        enter_sources(unit)
        enter_the_rest(unit)
    shown = " ".join(run("show", "P-0002", "--sealed").stdout.split())
    for words in (
        "Omid Pirouzfar (pen or online name)",
        "(of the bar of Kerman) [secondary]",
        "file 9909977121100770",
        "without a warrant",
        "note a note on the case",
        "“acting against security”, alleged, brought 1402 · 2023/24, for an act of spring 1401",
        "undated",
        "in absentia",
        "announced: 5 years",
        "2 years of it suspended",
        "100,000,000 IRR",
        "74 lashes",
        "wholly suspended",
        "differ P-0002 born: 1989 (S-0001) or 1990 (S-0002)",
        "and 3 more",
        "“so”",
        "Health",
        "a broken arm",
        "files/1.jpg",
        "refused by",
        "To ask 11 Dey 1404 · 1 Jan 2026, whether he was moved",
        "I-0001",
        "answer: none came",
        "5,000,000 IRR, set high",
        "SEALED-brother, P-0004",
    ):
        assert words in shown
    assert "SEALED-" not in run("show", "P-0002").stdout


def test_a_sealed_source_is_there_but_not_who_it_is(told_home, run):
    from prisoners.records.sources import Source

    with on_day(told_home / "registry.db", "2025-01-01") as unit:
        unit.amend(unit.get(Source, 1), confidentiality="sealed")
    shown = run("show", "P-0001").stdout
    assert "S-0001" in shown
    assert "Bidar News" not in shown
    assert "Bidar News" not in run("history", "P-0001").stdout
    assert "Bidar News" in run("show", "P-0001", "--sealed").stdout


def test_who_confirmed_is_who_signed_the_day_of_it(told_home, run):
    assert run("amend", "P-0001", "--verified", "2024-03-01", "-b", "a call").exit_code == 0
    assert "1 Mar 2024, by Lida" in " ".join(run("show", "P-0001").stdout.split())
    assert json.loads(run("show", "P-0001", "--json").stdout)["confirmed_by"] == "Lida"
    assert run("amend", "P-0001", "--verified", "", "-b", "it was somebody else").exit_code == 0
    assert json.loads(run("show", "P-0001", "--json").stdout)["confirmed_by"] is None
    assert told_home.exists()
