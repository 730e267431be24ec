"""`prisoners export`, as it is typed."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from prisoners.commands.menu import app
from prisoners.store.engine import create_registry
from prisoners.store.reader import reading
from tests.builders import act, make_event, make_prisoner, stopped


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "home" / "registry.db"
    create_registry(path, clock=stopped).close()
    (path.parent / "settings.toml").write_text('by = "Sara"\n', encoding="utf-8")
    monkeypatch.setenv("PRISONERS_HOME", str(path.parent))
    with act(path) as unit:
        neda = make_prisoner(unit, "Neda Zarbaf", basis="already_public", summary="Call +98 912 345 6789")
        make_event(unit, neda, "arrest", "1401/06/25", status="detained_investigation")
        make_prisoner(unit, "Kaveh Rostami", basis="already_public")
        make_prisoner(unit, "Roya Sahraei")
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(app, ["export", *map(str, words)])


def names_in(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row["Name"] for row in csv.DictReader(file)]


@pytest.mark.usefixtures("registry")
def test_everybody_who_may_be_shown_is_in_the_file_and_the_manifest_says_who_is_not(tmp_path):
    done = run(tmp_path / "cases.csv", "--to", "A parliament")
    assert done.exit_code == 0
    assert names_in(tmp_path / "cases.csv") == ["Neda Zarbaf", "Kaveh Rostami"]
    assert "2 of 3 people" in done.output
    assert "no publication basis" in done.output
    assert "1 texts were held back; `--why` says which." in done.output


@pytest.mark.usefixtures("registry")
@pytest.mark.parametrize(
    ("chosen", "names"),
    [
        (["status:detained_investigation"], ["Neda Zarbaf"]),
        (["P-0002"], ["Kaveh Rostami"]),
        (["P-0002,", "p-0001"], ["Neda Zarbaf", "Kaveh Rostami"]),
    ],
)
def test_whom_to_take_is_a_filter_or_references(tmp_path, chosen, names):
    assert run(tmp_path / "cases.csv", *chosen, "--audience", "public").exit_code == 0
    assert names_in(tmp_path / "cases.csv") == names


@pytest.mark.usefixtures("registry")
def test_the_manifest_is_there_for_programs_and_the_held_texts_for_the_researcher(tmp_path):
    done = run(tmp_path / "cases.json", "--json", "--why")
    assert json.loads(done.stdout)["shown"] == 2
    assert "P-0001 prisoners.summary: holds a telephone number" in done.stderr
    assert "912" not in done.output


def test_more_than_a_hundred_people_need_a_yes(registry, tmp_path):
    with act(registry) as unit:
        for number in range(100):
            make_prisoner(unit, f"Neda Zarbaf{number}", basis="already_public")
    refused = run(tmp_path / "cases.xlsx")
    assert refused.exit_code == 5
    assert "102 people" in refused.output
    assert not (tmp_path / "cases.xlsx").exists()
    assert run(tmp_path / "cases.xlsx", "--yes").exit_code == 0
    with reading(registry) as reader:
        assert reader.value("SELECT count(*) FROM exports") == 1


def test_a_file_that_cannot_be_written_leaves_no_trace_in_the_registry(registry, tmp_path):
    refused = run(tmp_path / "nowhere" / "cases.xlsx")
    assert refused.exit_code == 8
    assert "nowhere: no such file or directory" in refused.stderr
    assert ".part" not in refused.stderr
    with reading(registry) as reader:
        assert reader.value("SELECT count(*) FROM exports") == 0
        assert reader.value("SELECT count(*) FROM updates") == 1


@pytest.mark.usefixtures("registry")
def test_two_exports_of_the_same_update_are_the_same_file(tmp_path):
    for name in ("one.xlsx", "two.xlsx"):
        assert run(tmp_path / name).exit_code == 0
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_to_whom_it_goes_is_asked_for(registry, tmp_path):
    done = CliRunner().invoke(
        app, ["export", str(tmp_path / "cases.csv"), "--to", "-"], input="A parliament\n"
    )
    assert done.exit_code == 0
    with reading(registry) as reader:
        assert reader.value("SELECT recipient FROM exports") == "A parliament"


@pytest.mark.usefixtures("registry")
def test_nothing_to_export_says_why(tmp_path):
    refused = run(tmp_path / "cases.xlsx", "P-0003", "--audience", "public")
    assert refused.exit_code == 5
    assert "0 of 1 may be published (1: no publication basis)" in refused.output


@pytest.mark.usefixtures("registry")
def test_an_unknown_ending_is_typed_wrongly(tmp_path):
    assert run(tmp_path / "cases.odt").exit_code == 2
