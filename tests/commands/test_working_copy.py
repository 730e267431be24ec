"""`prisoners working-copy` and its way back through `prisoners import`, as they are typed."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from prisoners.commands import door
from prisoners.store.reader import reading
from tests.commands.conftest import Run


@pytest.fixture
def folder(told_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "300")
    return told_home / "registry.db"


def value(registry: Path, sql: str) -> object:
    with reading(registry) as reader:
        return reader.value(sql)


def edit(**cells: Any) -> None:
    """Type into cells of the copy: `Prisoners_R2="nurse"`."""
    book = openpyxl.load_workbook("cases.xlsx")
    for place, text in cells.items():
        sheet, _, cell = place.partition("_")
        book[sheet][cell].value = text
    book.save("back.xlsx")


def test_a_copy_is_made_for_somebody_and_kept_in_the_list_of_exports(folder, run: Run):
    done = run("working-copy", "cases.xlsx", "P-0001", "P-0002", "--for", "Lida")
    assert (done.exit_code, done.stdout) == (0, "EX-0001\n")
    assert "2 prisoners, 1 case," in done.stderr
    row = value(folder, "SELECT recipient || audience || prisoners || file_name FROM exports")
    assert row == "Lidainternal2cases.xlsx"
    assert Path("cases.xlsx").stat().st_mode & 0o777 == 0o600
    told = json.loads(run("working-copy", "more.xlsx", "--for", "Lida", "--json").stdout)
    assert (told["working_copy"], told["people"], told["sheets"]["Events"]) == ("EX-0002", 6, 7)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["cases.xlsx"], 2, "Nobody is named"),
        (["cases.csv", "--for", "Lida"], 2, ".xlsx"),
        (["cases.xlsx", "gender:unicorn", "--for", "Lida"], 2, "unicorn"),
        (["cases.xlsx", "born<1350", "--for", "Lida"], 3, "Nobody in the registry is meant by “born<1350”"),
        (["nowhere/cases.xlsx", "--for", "Lida"], 8, "nowhere"),
    ],
)
def test_what_cannot_be_made_says_why(folder, run: Run, words, code, said):
    done = run("working-copy", *words)
    assert (done.exit_code, done.stdout) == (code, ""), done.output
    assert said in done.stderr
    assert value(folder, "SELECT count(*) FROM exports") == 0


def test_the_way_back_shows_the_plan_refuses_what_is_open_and_says_what_was_left(folder, run: Run):
    run("working-copy", "cases.xlsx", "--for", "Lida")
    run("amend", "P-0001", "--father", "Karim", "--because", "a letter")
    edit(Prisoners_F2="Hassan", Prisoners_R2="nurse", Prisoners_H3="32 Mehr 1399", Events_B8="P-0002")
    before = folder.read_bytes()
    refused = run("import", "back.xlsx", "--apply")
    assert refused.exit_code == 7
    assert "back.xlsx is the working copy EX-0001" in refused.stdout
    assert "in conflict: Prisoners!F2 P-0001 Father: it was Rostam; ours is now Karim (Lida" in refused.stdout
    assert "theirs: Prisoners!R2 P-0001 Occupation: teacher and translator → nurse" in refused.stdout
    assert "not read: Prisoners!H3 Born: 32 Mehr 1399" in refused.stdout
    assert "unclear: Events row 8 E-0006 " in refused.stdout
    assert "1 cell was changed on both sides; 1 row is unclear; 1 cell was not read" in refused.stderr
    assert folder.read_bytes() == before
    left = ("--leave-conflicts", "--skip-unread", "--skip-unclear")
    done = run("import", "back.xlsx", "--apply", *left)
    assert done.exit_code == 0
    assert re.search(r"1 cell taken, in U-\d+; `prisoners undo U-\d+`", done.stderr)
    assert "left as it is: Prisoners!F2 P-0001 Father" in done.stderr
    assert "not read: Prisoners!H3" in done.stderr
    assert "left out: Events row 8" in done.stderr
    assert value(folder, "SELECT father || occupation FROM prisoners WHERE id = 1") == "Karimnurse"
    assert len(list((folder.parent / "backups").glob("*-before-import.db"))) == 1
    nothing = run("import", "back.xlsx", "--apply", *left)
    assert nothing.exit_code == 0
    assert "Nothing changed" in nothing.stderr


@pytest.mark.usefixtures("folder")
def test_the_plan_is_there_for_programs(run: Run):
    run("working-copy", "cases.xlsx", "P-0001", "--for", "Lida")
    run("amend", "P-0001", "--father", "Karim", "--because", "a letter")
    edit(Prisoners_F2="Hassan")
    told = json.loads(run("import", "back.xlsx", "--json").stdout)
    assert (told["working_copy"], told["cells_in_conflict"]) == ("EX-0001", 1)
    (change,) = told["plan"][0]["changes"]
    assert (change["was"], change["ours"], change["theirs"]) == ("Rostam", "Karim", "Hassan")
    assert change["ours_by"]["by"] == "Lida"


def test_at_a_terminal_each_conflict_is_asked_about(folder, run: Run, monkeypatch):
    run("working-copy", "cases.xlsx", "--for", "Lida")
    for number in (1, 2, 4):
        run("amend", f"P-000{number}", "--father", "Karim", "--because", "a letter")
    edit(Prisoners_F2="Hassan", Prisoners_F3="Hassan", Prisoners_F5="Hassan")
    answers = iter(["t", "o", ""])
    monkeypatch.setattr(door, "at_terminal", lambda: True)
    monkeypatch.setattr(door, "ask", lambda *_, **__: next(answers))
    done = run("import", "back.xlsx", "--apply", "--because", "the copy")
    assert done.exit_code == 0, done.output
    assert "1 of 3: Prisoners!F2 P-0001 Father" in done.stderr
    assert done.stderr.count("left as it is") == 2
    assert value(
        folder, "SELECT group_concat(father) FROM prisoners WHERE father IN ('Hassan', 'Karim')"
    ) == ("Hassan,Karim,Karim")


def test_a_copy_for_nobody_asks_at_a_terminal_and_many_people_are_confirmed(folder, run: Run, monkeypatch):
    monkeypatch.setattr(door, "at_terminal", lambda: True)
    monkeypatch.setattr(door, "ask", lambda *_, **__: "Lida")
    monkeypatch.setattr("prisoners.commands.working_copy.UNASKED", 2)
    monkeypatch.setattr(door, "agree", lambda _: False)
    done = run("working-copy", "cases.xlsx")
    assert done.exit_code == 5
    assert run("working-copy", "cases.xlsx", "--yes").exit_code == 0
    assert value(folder, "SELECT recipient FROM exports") == "Lida"


def test_a_cell_that_may_not_leave_is_counted(folder, run: Run):
    from prisoners.actions.because import act
    from prisoners.actions.verbs import verbs

    with act(folder, by="Omid", because="a call") as unit:
        verbs("contacts").add(unit, 1, {"kind": "mobile", "value": "0912 555 0147"})
        verbs("prisoners").amend(unit, 1, {"summary": "Call 0912 555 0147."})
    assert "1 cell says <kept back>" in run("working-copy", "cases.xlsx", "P-0001", "--for", "Lida").stderr
