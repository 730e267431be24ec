"""`prisoners report` and `prisoners reports`, as they are typed."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from prisoners.commands import settings
from prisoners.commands.menu import app
from prisoners.store.reader import reading
from tests.reports.story import make_story


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_story(tmp_path_factory.mktemp("told") / "registry.db")


@pytest.fixture
def registry(told: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small story of the reports, in a home in which Sara writes."""
    home = tmp_path / "home"
    home.mkdir()
    shutil.copy(told, home / "registry.db")
    (home / "settings.toml").write_text('by = "Sara"\n', encoding="utf-8")
    monkeypatch.setenv("PRISONERS_HOME", str(home))
    monkeypatch.setattr(settings, "_chosen", [])
    return home / "registry.db"


def run(*words: object) -> Result:
    return CliRunner().invoke(app, list(map(str, words)), prog_name="prisoners")


def test_the_reports_are_listed_with_one_line_each():
    done = run("reports")
    assert done.exit_code == 0
    assert "situation" in done.stdout
    names = [entry["name"] for entry in json.loads(run("reports", "--json").stdout)]
    assert {"urgent", "women", "changes-since", "list-for-government", "campaign"} <= set(names)


@pytest.mark.usefixtures("registry")
def test_a_report_is_shown_with_what_it_counts_and_what_was_withheld():
    done = run("report", "women")
    assert done.exit_code == 0
    assert "Neda Zarbaf" in done.stdout
    assert "Unit of count: persons." in done.stdout
    assert "As known on 2024-05-20 (U-0003)." in done.stdout
    assert "Withheld: people left out: 1 (no publication basis)" in done.stdout
    assert "Roya" not in done.output


@pytest.mark.usefixtures("registry")
def test_an_empty_table_says_so():
    assert "Nothing." in run("report", "urgent", "P-0001").stdout


@pytest.mark.usefixtures("registry")
def test_programs_get_the_same_as_json():
    told = json.loads(run("report", "women", "--json").stdout)
    assert told["report"] == "women"
    assert told["about"]["asked"] == 6
    assert told["tables"][0]["rows"][0]["name"] == "Neda Zarbaf"
    assert told["tables"][0]["unit"] == "persons"


@pytest.mark.usefixtures("registry")
@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".html", ".md", ".json"])
@pytest.mark.parametrize("lang", ["en", "fa", "both"])
def test_the_same_report_twice_is_the_same_bytes(tmp_path, ending, lang):
    for name in ("one", "two"):
        done = run("report", "situation", "-o", tmp_path / f"{name}{ending}", "--lang", lang)
        assert done.exit_code == 0, done.output
    assert (tmp_path / f"one{ending}").read_bytes() == (tmp_path / f"two{ending}").read_bytes()


def test_what_was_sent_is_kept_and_what_changed_since_can_be_asked(registry, tmp_path):
    done = run("report", "women", "-o", tmp_path / "women.xlsx", "--to", "A parliament", "--for", "I-0001")
    assert done.exit_code == 0
    assert (
        "women.xlsx: 5 people, of whom 4 have a row of their own, for advocates. Kept as EX-0001."
        in done.stderr
    )
    with reading(registry) as reader:
        kept = dict(reader.row("SELECT * FROM exports") or {})
    assert (kept["recipient"], kept["prisoners"], kept["made_from"]) == ("A parliament", 5, 3)
    assert json.loads(kept["manifest"])["report"] == "women"
    counted = run("report", "figures", "--by", "gender", "-o", tmp_path / "figures.csv")
    assert "people, of whom 0 have a row of their own, for advocates. Kept as EX-0002." in counted.stderr
    assert kept["intervention_id"] == 1
    assert run("amend", "P-0001", "--birthplace", "Sanandaj", "-b", "a test").exit_code == 0
    since = json.loads(run("report", "changes-since", "EX-0001", "--json").stdout)
    rows = [(row["reference"], row["field"], row["now"]) for row in since["tables"][0]["rows"]]
    assert rows == [("P-0001", "Birthplace", "Sanandaj")]


@pytest.mark.usefixtures("registry")
def test_a_csv_file_holds_the_table_that_was_asked_for(tmp_path):
    done = run("report", "by-prison", "-o", tmp_path / "prisons.csv", "--table", "province")
    assert "A csv file holds one table; --table chooses among" in done.stderr
    with (tmp_path / "prisons.csv").open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.reader(file)) == ["Province", "Persons"]


@pytest.mark.usefixtures("registry")
def test_a_workbook_has_a_sheet_for_each_table_and_reads_rightwards(tmp_path):
    from openpyxl import load_workbook

    assert run("report", "women", "-o", tmp_path / "women.xlsx", "--lang", "fa").exit_code == 0
    book = load_workbook(tmp_path / "women.xlsx")
    assert book.sheetnames[:2] == ["درباره", "زنان"]
    assert all(page.sheet_view.rightToLeft for page in book)


@pytest.mark.usefixtures("registry")
def test_figures_are_counted_as_asked():
    done = run(
        "report",
        "figures",
        "--by",
        "prison",
        "--by",
        "gender",
        "--suppress-below",
        "3",
        "--population",
        "control",
    )
    assert "Persons by Prison and Gender" in done.stdout
    assert "<3" in done.stdout
    assert "in custody or under control" in done.stdout


@pytest.mark.usefixtures("registry")
@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["report", "situaton"], 3, "Did you mean situation"),
        (["report", "qqqq"], 3, "`prisoners reports` lists them"),
        (["report", "new-since"], 2, "`new-since` needs a day"),
        (["report", "new-since", "1402"], 2, "1402"),
        (["report", "changes-since", "EX-0042"], 3, "There is no EX-0042"),
        (["report", "women", "P-0005"], 5, "0 of 1 may be shared with advocates (1: no publication basis)"),
        (["report", "women", "P-0002"], 5, "nobody was found"),
        (["report", "figures", "--by", "colour"], 2, "There is no “colour” here"),
        (
            ["report", "releases", "--from", "1405-05-01", "--until", "1405-01-01"],
            2,
            "would end (2026-03-21) before it begins",
        ),
        (["report", "figures", "--unit", "prisons"], 2, "persons, arrests, cases, judgments"),
        (["report", "women", "--table", "men"], 2, "There is no “men” here"),
        (["report", "women", "--lang", "de"], 2, "'de'"),
        (["report", "women", "-o", "women.md", "--for", "I-0042"], 3, "There is no I-0042"),
        (["report", "women", "-o", "women.md", "--for", "P-0001"], 2, "P-0001 is a prisoner"),
        (["report", "women", "-o", "women.odt"], 2, "names no format"),
        (["report", "women", "-o", "women.jsonl"], 2, "names no format"),
        (["report", "women", "-o", "nowhere/women.xlsx"], 8, "Nothing was changed"),
    ],
)
def test_what_is_typed_wrongly_is_answered_with_the_next_step(words, code, said):
    result = run(*words)
    assert (result.exit_code, said in result.stderr) == (code, True), result.output


def test_a_file_of_many_needs_a_yes(registry, tmp_path):
    from tests.builders import act, make_prisoner

    with act(registry) as unit:
        for number in range(100):
            make_prisoner(unit, f"Neda Zarbaf{number}", basis="already_public")
    refused = run("report", "situation", "-o", tmp_path / "all.xlsx")
    assert refused.exit_code == 5
    assert not (tmp_path / "all.xlsx").exists()
    assert run("report", "situation", "-o", tmp_path / "all.xlsx", "--yes").exit_code == 0


def test_the_researcher_alone_is_told_which_texts_were_held_back(registry):
    from prisoners.records.prisoners import Prisoner
    from tests.builders import act

    with act(registry) as unit:
        unit.amend(unit.get(Prisoner, 1), summary="Call +98 912 345 6789")
    assert "1 text was held back" in run("report", "women").stderr
    done = run("report", "women", "--why")
    assert "P-0001 prisoners.summary: holds a telephone number" in done.stderr
    assert "912" not in done.output
