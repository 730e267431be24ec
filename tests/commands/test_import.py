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
    monkeypatch.setenv("COLUMNS", "80")
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


def told(*lines: str) -> str:
    return "\n".join(lines)


def people(registry: Path) -> object:
    with reading(registry) as reader:
        return reader.value("SELECT count(*) FROM prisoners")


def test_the_plan_is_shown_and_nothing_is_written(registry):
    listed(NEDA, KAVEH)
    before = registry.read_bytes()
    done = run()
    assert done.exit_code == 0
    assert "map: 2 rows of list.csv" in done.stdout
    assert "new:                   2\n" in done.stdout
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
    assert len(list((registry.parent / "backups").iterdir())) == 1


@pytest.fixture
def doubtful(registry: Path) -> Path:
    """A registry that was changed since a list was taken in, and the next release of the list."""
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
    return registry


@pytest.mark.usefixtures("doubtful")
def test_what_is_amended_or_doubtful_is_told_row_by_row():
    done = run()
    assert (
        told(
            "  row 2 P-0001 Neda Zarbaf: amended",
            "      E-0001 place: Rasht → Lahijan",
            "      + https://example.org/7",
            "  row 3 P-0002 Kaveh Rostami: in conflict",
            "      E-0002 place: Babol ≠ Amol (they differ: who is right?)",
        )
        in done.stdout
    )
    assert "  row 4 Roya Sahraei: unclear: could be P-0003 (" in done.stdout
    assert "  D5 age: ??x (" in done.stdout
    assert "  and 2 more; `--all` tells them all" in done.stdout
    assert max(len(line) for line in done.stdout.splitlines()) <= 80
    assert "  row 26 Neda: new" in run("--all").stdout


def test_what_is_left_open_is_not_applied_until_somebody_says_where_it_goes(doubtful):
    refused = run("--apply")
    assert refused.exit_code == 7
    assert (
        "1 row could be somebody of the registry; 1 cell contradicts the registry; 22 cells were not read"
        in refused.stderr
    )
    assert people(doubtful) == 3
    decided = run("--apply", "--skip-unclear", "--leave-conflicts", "--skip-unread")
    assert decided.exit_code == 0
    assert "22 cells that were not read are in the import notes of their people." in decided.stderr
    assert "1 field stays ours; what the list says is on record beside it" in decided.stderr
    assert "1 row is left out, in the file alone: row 4." in decided.stderr
    assert "`prisoners undo U-000" in decided.stderr
    assert people(doubtful) == 25


def test_what_was_left_out_is_not_said_to_be_in_the_registry_already(registry):
    with act(registry) as unit:
        make_prisoner(unit, "Neda Zarbaf", gender="female")
    listed(NEDA)
    done = run("--apply", "--skip-unclear")
    assert done.exit_code == 0
    assert "1 row is left out, in the file alone: row 2." in done.stderr
    assert "Nothing was written: what the registry does not say already was left out." in done.stderr
    assert "says this already" not in done.stderr
    assert not (registry.parent / "backups").exists()


def test_one_record_is_told_as_one(registry):
    with act(registry) as unit:
        make_prisoner(unit, "Neda Zarbaf", gender="female")
    listed(NEDA, KAVEH)
    done = run("--apply", "--skip-unclear", "--skip-unread").stderr
    for words in (
        "1 case, ",
        "1 external id, ",
        "1 judgment, ",
        "1 prisoner, ",
        "1 row left out",
        "2 events",
    ):
        assert words in done, words


def test_only_the_import_note_may_change(registry):
    listed(KAVEH)
    run("--apply")
    listed(KAVEH.replace("on strike", "free"))
    assert told("  row 2 P-0001 Kaveh Rostami: amended", "      import note") in run().stdout
    assert run("--apply").exit_code == 0
    with reading(registry) as reader:
        assert reader.value("SELECT import_note FROM prisoners") == "hand-list · remark: free"


@pytest.mark.usefixtures("registry")
def test_the_plan_is_there_for_programs():
    listed(NEDA, KAVEH)
    plan = json.loads(run("--json").stdout)
    assert plan["totals"]["new"] == 2
    assert [row["row"] for row in plan["plan"]] == [2, 3]
    assert plan["proposals"] == []


def test_the_reason_can_be_another_than_the_list(registry):
    listed(NEDA)
    assert run("--apply", "--because", "handed over at a meeting").exit_code == 0
    with reading(registry) as reader:
        assert reader.row("SELECT because, kind FROM updates")[:] == ("handed over at a meeting", "import")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["import", "list.csv", "--map", "nowhere"], 2),
        (["import", "map.toml", "--map", "map.toml"], 2),
        (["import", "gone.csv", "--map", "map.toml"], 3),
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
