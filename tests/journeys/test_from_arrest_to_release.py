"""One person's way from the arrest to the release, as a researcher types it day after day."""

from __future__ import annotations

import shutil
import sqlite3
from functools import partial

import pytest

from prisoners.commands import settings
from tests.commands.conftest import type_command

NEWS = "https://example.org/news/"


def typed(run, *words, answers=None):
    """Type a command that must succeed; returns what it printed."""
    result = run(*words, answers=answers)
    assert result.exit_code == 0, (words, result.stderr)
    return result.stdout.strip()


@pytest.fixture
def type_(run):
    return partial(typed, run)


def status(home):
    with sqlite3.connect(home / "registry.db") as connection:
        return connection.execute("SELECT status, ward, place, order_uncertain FROM headlines").fetchone()


@pytest.fixture(scope="session")
def once_told(tmp_path_factory, seeded):
    """A home in which Neda's story was told, in nineteen updates."""
    home = tmp_path_factory.mktemp("told") / "home"
    shutil.copytree(seeded, home)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRISONERS_HOME", str(home))
        settings.save(settings.Settings(by="Sara"))
        tell(partial(typed, type_command))
    return home


STORY = (
    ("add", "Neda Zarbaf", "ندا زرباف", "--father", "Karim", "--born", "بهار ۱۳۶۵", "-b", NEWS + "1"),
    ("activity", "add", "Neda Zarbaf", "teacher", "-b", NEWS + "1"),
    (
        "update",
        "Neda Zarbaf",
        "--kind",
        "arrest",
        "--on",
        "۱۴۰۱/۶/۲۵",
        "--authority",
        "وزارت اطلاعات",
        "-b",
        NEWS + "1",
    ),
    (
        "update",
        "ندا زرباف",
        "--kind",
        "transfer",
        "--on",
        "early Mehr 1401",
        "--prison",
        "بند ۲۰۹ اوین",
        "-b",
        NEWS + "2",
    ),
    ("event", "amend", "E-0002", "--prison", "Evin 209", "-b", NEWS + "2"),
    (
        "case",
        "open",
        "Neda Zarbaf",
        "--file-number",
        "9909977121100770",
        "--stage",
        "investigation",
        "-b",
        NEWS + "2",
    ),
    ("charge", "add", "Neda Zarbaf", "--offence", "تبلیغ علیه نظام", "--state", "charged", "-b", NEWS + "2"),
    (
        "charge",
        "add",
        "Neda Zarbaf",
        "--offence",
        "610",
        "--state",
        "convicted",
        "--changed-from",
        "CH-0001",
        "-b",
        NEWS + "3",
    ),
    (
        "update",
        "Neda Zarbaf",
        "--kind",
        "indictment",
        "--on",
        "Aban 1401",
        "--case",
        "C-0001",
        "-b",
        NEWS + "3",
    ),
    (
        "judgment",
        "add",
        "Neda Zarbaf",
        "--court",
        "Revolutionary Court of Tehran",
        "--branch",
        "15",
        "--on",
        "1401/12/1",
        "--outcome",
        "convicted",
        "-b",
        NEWS + "3",
    ),
    (
        "sentence",
        "add",
        "Neda Zarbaf",
        "--term",
        "5 years and 6 months",
        "--charge",
        "CH-0002",
        "-b",
        NEWS + "3",
    ),
    ("sentence", "add", "J-0001", "--kind", "travel_ban", "--term", "دو سال", "-b", NEWS + "3"),
    (
        "update",
        "Neda Zarbaf",
        "--kind",
        "enforcement_start",
        "--on",
        "1402/1/20",
        "--prison",
        "Qarchak",
        "-b",
        NEWS + "4",
    ),
    (
        "update",
        "Neda Zarbaf",
        "--kind",
        "furlough_start",
        "--on",
        "1402/6/1",
        "--until",
        "1402/6/5",
        "-b",
        "the family called",
    ),
    ("update", "Neda Zarbaf", "--kind", "furlough_end", "--on", "1402/6/5", "-b", "the family called"),
    (
        "consent",
        "add",
        "Neda Zarbaf",
        "--subject",
        "family",
        "--scope",
        "publish",
        "--means",
        "telephone",
        "-b",
        "the family called",
    ),
    (
        "update",
        "Neda Zarbaf",
        "--kind",
        "release",
        "--on",
        "1402/11/22",
        "--status",
        "released_pardon",
        "-b",
        NEWS + "5",
    ),
    ("sentence", "amend", "SN-0001", "--state", "pardoned", "-b", NEWS + "5"),
    ("case", "amend", "C-0001", "--stage", "closed", "-b", NEWS + "5"),
)
"""What is typed from the arrest to the release, in order."""


def tell(type_):
    for words in STORY:
        type_(*words)


@pytest.fixture
def story(home, once_told):
    shutil.rmtree(home)
    shutil.copytree(once_told, home)
    return home


def test_the_story_ends_in_freedom_and_is_proven(story, proven):
    assert status(story)[0] == "released_pardon"
    assert proven()


def test_every_fact_rests_on_the_source_it_was_taken_from(story):
    with sqlite3.connect(story / "registry.db") as connection:
        uncited = connection.execute(
            "SELECT id FROM events WHERE id NOT IN (SELECT about_row FROM citations WHERE about_table = 'events')"
        ).fetchall()
        sources = connection.execute("SELECT count(*) FROM sources").fetchone()[0]
    assert (uncited, sources) == ([(5,), (6,)], 5)  # what the family said by telephone rests on no address


@pytest.mark.usefixtures("story")
def test_the_whole_person_reads_back_from_the_form_as_it_was_entered(type_, run):
    form = type_("edit", "Neda Zarbaf", "--print")
    unchanged = run("edit", "Neda Zarbaf", "--form", "-", "--yes", "-b", "a test", answers=form)
    assert (unchanged.exit_code, "Nothing changed" in unchanged.stderr) == (0, True)


def test_undone_step_by_step_the_story_leads_back_to_nothing(story, type_, proven):
    with sqlite3.connect(story / "registry.db") as connection:
        last = connection.execute("SELECT max(id) FROM updates").fetchone()[0]
    for update in range(last, 1, -1):
        type_("undo", f"U-{update:04}", "-b", "told backwards")
    with sqlite3.connect(story / "registry.db") as connection:
        assert connection.execute("SELECT count(*) FROM prisoners").fetchone() == (0,)
    assert proven()


@pytest.mark.usefixtures("story")
def test_she_is_shown_on_one_screen(type_):
    shown = type_("show", "Neda Zarbaf")
    assert "P-0001" in shown
    assert "ندا زرباف" in shown
    assert "5 years and 6 months" in shown


RELEASED_TOO_EARLY = ["update", "Neda Zarbaf", "--kind", "release", "--on", "1399", "--status", "on_bail"]
SUSPENDED_TOO_LONG = ["sentence", "amend", "SN-0001", "--suspended-term", "6 years"]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        pytest.param(RELEASED_TOO_EARLY, 4, "before every arrest", id="released before the arrest"),
        pytest.param(["update", "Neda Zarbaf", "--kind", "arest"], 3, "arrest", id="a word misspelt"),
        pytest.param(
            ["update", "Bahar Kuhi", "--kind", "arrest"], 3, "prisoners search", id="nobody of the name"
        ),
        pytest.param(
            ["charge", "add", "Neda Zarbaf", "--offence", "IPC75-9999"],
            3,
            "offence list",
            id="no such article",
        ),
        pytest.param(
            ["sentence", "add", "Neda Zarbaf", "--term", "5.5 years"], 2, "decimal point", id="a decimal"
        ),
        pytest.param(SUSPENDED_TOO_LONG, 4, "cannot be taken from", id="more suspended than imposed"),
        pytest.param(
            ["judgment", "add", "Neda Zarbaf", "--on", "30 Esfand 1401"], 4, "29 days", id="no such day"
        ),
        pytest.param(
            ["judgment", "amend", "J-0001", "--notified", "1400"],
            4,
            "before it was given",
            id="told too early",
        ),
        pytest.param(["case", "amend", "C-0002", "--stage", "final"], 3, "C-0002", id="no such case"),
        pytest.param(["undo", "U-0002"], 4, "prisoners undo U-", id="the entry on which all stands"),
    ],
)
def test_what_cannot_be_is_refused_and_the_story_stays_as_it_was(story, run, words, code, told):
    before = (story / "registry.db").read_bytes()
    result = run(*words, "-b", "a test")
    assert (result.exit_code, told in result.stderr, result.stdout) == (code, True, ""), result.stderr
    assert "Traceback" not in result.stderr
    assert (story / "registry.db").read_bytes() == before


def test_an_executed_person_is_not_released_until_the_execution_is_withdrawn(type_, run, home, proven):
    type_("add", "Omid Sangi", "-b", "a test")
    type_("update", "Omid Sangi", "--kind", "execution_carried_out", "--on", "1402", "-b", NEWS)
    release = (
        "update",
        "Omid Sangi",
        "--kind",
        "release",
        "--on",
        "1402/12/28",
        "--status",
        "on_bail",
        "-b",
        NEWS,
    )
    type_("update", "Omid Sangi", "--kind", "arrest", "--on", "1401", "-b", NEWS)
    refused = run(*release[:5], "1403", *release[6:])
    assert (refused.exit_code, "event withdraw E-0001" in refused.stderr) == (4, True)
    type_("event", "withdraw", "E-0001", "-b", "it was another man of the name")
    type_(*release)
    assert status(home)[0] == "on_bail"
    assert proven()
