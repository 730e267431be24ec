"""`prisoners import`, as it is typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from prisoners.commands.menu import app
from prisoners.store.engine import create_registry
from prisoners.store.reader import reading
from tests.builders import act, make_prisoner, stopped
from tests.sheets.test_import import HEADING, KAVEH, MAPPING, NEDA


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "home" / "registry.db"
    create_registry(path, clock=stopped).close()
    (path.parent / "settings.toml").write_text('by = "Sara"\n', encoding="utf-8")
    monkeypatch.setenv("PRISONERS_HOME", str(path.parent))
    (tmp_path / "map.toml").write_text(MAPPING, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return path


def listed(*rows: str) -> None:
    Path("list.csv").write_text("\n".join([HEADING, *rows, ""]), encoding="utf-8")


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["import", "list.csv", "--map", "map.toml", *words])


def people(registry: Path) -> object:
    with reading(registry) as reader:
        return reader.value("SELECT count(*) FROM prisoners")


def test_the_plan_is_shown_and_nothing_is_written(registry):
    listed(NEDA, KAVEH)
    before = registry.read_bytes()
    done = run()
    assert done.exit_code == 0
    assert "map: 2 rows of list.csv" in done.stdout
    assert "new:                 2" in done.stdout
    assert "note: kept in the import note alone: “remark”" in done.stdout
    assert "Nothing was written. `--apply` writes it." in done.stderr
    assert registry.read_bytes() == before


def test_what_was_planned_is_written_after_a_backup_and_the_registry_proves_sound(registry):
    listed(NEDA, KAVEH)
    done = run("--apply")
    assert done.exit_code == 0
    assert "2 prisoners" in done.stderr
    assert len(list((registry.parent / "backups").glob("*-before-import.db"))) == 1
    assert people(registry) == 2
    assert CliRunner().invoke(app, ["verify"]).exit_code == 0
    again = run("--apply")
    assert again.exit_code == 0
    assert "Nothing changed" in again.stderr


def test_what_is_amended_or_doubtful_is_told_row_by_row(registry):
    listed(NEDA, KAVEH)
    run("--apply")
    with act(registry) as unit:
        make_prisoner(unit, "Roya Sahraei", gender="female")
        from prisoners.records.events import Event

        unit.amend(unit.get(Event, 2), place="Babol")
    rows = [
        NEDA.replace("Rasht", "Lahijan").replace("example.org/1", "example.org/7"),
        KAVEH.replace("Sari", "Amol"),
    ]
    listed(*rows, "3,Roya Sahraei,,,female,,,,,held,", *(f"{n},Neda,,??x,,,,,,held," for n in range(10, 32)))
    done = run()
    assert (
        "row 2 P-0001 Neda Zarbaf: amended: E-0001 place: Rasht → Lahijan; + https://example.org/7"
        in done.stdout
    )
    assert "row 3 P-0002 Kaveh Rostami: in conflict: E-0002 place: Babol ≠ Amol" in done.stdout
    assert "Roya Sahraei: unclear: could be P-0003" in done.stdout
    assert "  D5 age: ??x (" in done.stdout
    assert "  and 2 more; `--json` tells them all" in done.stdout
    refused = run("--apply")
    assert refused.exit_code == 7
    assert (
        "1 rows could be people of the registry; 1 cells contradict the registry; 22 cells were not read"
        in refused.stderr
    )
    assert people(registry) == 3
    decided = run("--apply", "--skip-unclear", "--leave-conflicts", "--skip-unread")
    assert decided.exit_code == 0
    assert "1 rows left out" in decided.stderr
    assert people(registry) == 25


def test_only_the_import_note_may_change(registry):
    listed(KAVEH)
    run("--apply")
    listed(KAVEH.replace("on strike", "free"))
    assert "row 2 P-0001 Kaveh Rostami: amended: import note" in run().stdout
    assert run("--apply").exit_code == 0
    with reading(registry) as reader:
        assert reader.value("SELECT import_note FROM prisoners") == "hand-list · remark: free"


@pytest.mark.usefixtures("registry")
def test_the_plan_is_there_for_programs():
    listed(NEDA, KAVEH)
    told = json.loads(run("--json").stdout)
    assert told["totals"]["new"] == 2
    assert [row["row"] for row in told["plan"]] == [2, 3]


def test_the_reason_can_be_another_than_the_list(registry):
    listed(NEDA)
    assert run("--apply", "--because", "handed over at a meeting").exit_code == 0
    with reading(registry) as reader:
        assert reader.row("SELECT because, kind FROM updates")[:] == ("handed over at a meeting", "import")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["import", "list.csv", "--map", "nowhere"], 2),
        (["import", "list.odt", "--map", "map.toml"], 2),
        (["import", "gone.csv", "--map", "map.toml"], 8),
        (["import", "bad.csv", "--map", "map.toml"], 7),
    ],
)
def test_what_cannot_be_read_says_so_in_one_line(registry, words, code):
    Path("bad.csv").write_text("no,name\n1\n", encoding="utf-8")
    listed(NEDA)
    done = CliRunner().invoke(app, words)
    assert done.exit_code == code
    assert len(done.stderr.splitlines()) <= 2
    assert people(registry) == 0


@pytest.mark.usefixtures("registry")
def test_nothing_from_a_list_reaches_the_terminal_as_a_command():
    listed(NEDA.replace("Rasht", "Ra\u202esht").replace("۳۴", "[/x]\u202e"))
    done = run()
    assert done.exit_code == 0
    assert "\u202e" not in done.stdout
