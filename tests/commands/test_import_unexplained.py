"""`prisoners import` of a list that nobody explained: proposals, questions, what is kept, and a review to decide in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from prisoners.commands import watching
from prisoners.commands.menu import app
from prisoners.store.engine import create_registry
from prisoners.store.reader import reading
from tests.builders import act, make_event, make_prisoner, stopped

LIST = """Ref,Name,Age,City,When,Job,Odd
k1,Neda Zarbaf,34,Rasht,1 Mehr 1404,teacher,x
k2,Kaveh Rostami,41,Sari,2 Mehr 1404,,y
"""


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "home" / "registry.db"
    create_registry(path, clock=stopped).close()
    (path.parent / "settings.toml").write_text('by = "Sara"\n', encoding="utf-8")
    monkeypatch.setenv("PRISONERS_HOME", str(path.parent))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    Path("people.csv").write_text(LIST, encoding="utf-8")
    return path


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("prisoners.commands.door.at_terminal", lambda: True)


def unbroken(text: str) -> str:
    """What was said, however the lines were broken."""
    return " ".join(text.split())


def run(*words: str, answers: str | None = None) -> Result:
    return CliRunner().invoke(app, ["import", *words], input=answers, prog_name="prisoners")


def rows_of(registry: Path, sql: str) -> list[tuple[object, ...]]:
    with reading(registry) as reader:
        return [tuple(row) for row in reader.rows(sql)]


def test_without_a_mapping_what_is_sure_is_used_and_the_rest_is_kept_and_told(registry):
    done = run("people.csv", "--apply")
    assert done.exit_code == 0, done.output
    assert "  Name → name_en.text: the heading says “name”" in done.stdout
    assert "  When → import note [doubtful: event.happened_on?]: all of its cells are" in done.stdout
    assert "Odd → import note [no idea]: neither its heading nor its cells say" in unbroken(done.stdout)
    assert max(map(len, done.stdout.splitlines())) <= 80
    kept = registry.parent / "mappings" / "people.toml"
    assert f"How the list was read is kept in {kept}" in done.stderr
    assert kept.stat().st_mode & 0o777 == 0o600
    notes = rows_of(registry, "SELECT import_note FROM prisoners ORDER BY id")
    assert notes[0] == ("people · Age: 34\npeople · When: 1 Mehr 1404\npeople · Odd: x",)
    again = run("people.csv")
    assert "read by the mapping that was kept as people" in again.stdout
    assert "same:                  2" in again.stdout


def test_a_list_that_was_not_taken_in_leaves_no_mapping_behind(registry):
    days = ("2022-09-24", "2022-10-01", "31 Esfand 1401")
    rows = [f"{number},Somebody {number},3{number},{day}" for number, day in enumerate(days, start=1)]
    Path("aged.csv").write_text("\n".join(["ID,Name,Age,Date of arrest", *rows, ""]))
    assert run("aged.csv", "--apply").exit_code == 7
    assert not (registry.parent / "mappings" / "aged.toml").exists()
    aged = run("aged.csv", "--counted-on", "2026-01-01")
    assert "Age → prisoner.born: the heading says “age”; counted from 2026-01-01" in unbroken(aged.stdout)


@pytest.mark.usefixtures("terminal")
def test_at_a_terminal_every_doubtful_column_is_asked_about(registry):
    answers = "\nevent.happend_on\nevent.happened_on\nn\nsome day\n2026-01-01\nhanging\narrest\n"
    done = run("people.csv", "--save-map", "mine.toml", answers=answers)
    assert done.exit_code == 0, done.output
    assert "3 of 7 columns are doubtful" in done.stderr
    assert "“When”: 1 Mehr 1404 | 2 Mehr 1404" in done.stderr
    said = Path("mine.toml").read_text(encoding="utf-8")
    assert '[columns.When]\nto = "event.happened_on"\n"event.kind" = "arrest"' in said
    assert 'counted_on = "2026-01-01"' in said
    assert run("people.csv", "--map", "mine.toml", "--apply").exit_code == 0
    assert rows_of(registry, "SELECT kind, place, substr(happened_on, 1, 10) FROM events WHERE id = 1") == [
        ("arrest", "Rasht", "2025-09-23")
    ]


@pytest.mark.usefixtures("registry", "terminal")
def test_questions_can_be_ended_and_a_day_may_be_unknown():
    done = run("people.csv", answers="s\n\n\n")
    assert done.exit_code == 0, done.output
    assert "Age → import note" in done.stdout


@pytest.mark.usefixtures("registry")
def test_proposals_are_there_for_programs():
    told = json.loads(run("people.csv", "--json").stdout)
    assert {one["heading"]: one["sure"] for one in told["proposals"]}["When"] == "doubtful"


def test_the_next_release_is_read_in_the_same_way_from_its_own_day(registry):
    Path("people.csv").rename("people_2026-02-09.csv")
    assert run("people_2026-02-09.csv", "--apply").exit_code == 0
    Path("people_2026-03-01.csv").write_text(LIST.replace("Sari", "Amol"), encoding="utf-8")
    done = run("people_2026-03-01.csv", "--apply")
    assert "ages and statuses are counted from 2026-03-01, as the name of the file says" in unbroken(
        done.stdout
    )
    assert "E-0002 place: Sari → Amol" in done.stdout
    assert rows_of(registry, "SELECT count(*) FROM prisoners") == [(2,)]
    asked = run("people_2026-03-01.csv", "--counted-on", "2026-04-01")
    assert "counted from 2026-04-01, as asked" in asked.stdout


def test_a_review_is_written_decided_and_taken_back(registry):
    with act(registry) as unit:
        for name in ("Neda Zarbaf", "Kaveh Rostami"):
            make_event(unit, make_prisoner(unit, name), "arrest", "1 Mehr 1404", place="Rasht")
    Path("people.csv").write_text(LIST.replace("Sari", "Rasht"), encoding="utf-8")
    written = run("people.csv", "--review", "review.xlsx")
    assert "2 unclear rows are in review.xlsx." in written.stderr
    decide("review.xlsx", "same as P-0001", "perhaps")
    half = run("people.csv", "--review", "review.xlsx", "--apply")
    assert half.exit_code == 7
    assert "review.xlsx A3: “perhaps” is no decision; there are same as P-…, new, skip" in unbroken(
        half.stdout
    )
    assert "1 row is still unclear: decide in review.xlsx." in half.stderr
    decide("review.xlsx", "P-0001", "new")
    done = run("people.csv", "--review", "review.xlsx", "--apply", "--leave-conflicts")
    assert done.exit_code == 0, done.output
    assert rows_of(registry, "SELECT prisoner_id, number FROM external_ids ORDER BY number") == [
        (1, "k1"),
        (3, "k2"),
    ]
    assert "Nothing changed" in run("people.csv", "--review", "review.xlsx", "--apply").stderr
    alone = run("review.xlsx")
    assert alone.exit_code == 2
    assert "`prisoners import LIST --review review.xlsx`" in alone.stderr


def decide(file: str, *decisions: str) -> None:
    from openpyxl import load_workbook

    book = load_workbook(file)
    page = book["Review"]
    down = page.data_validations.dataValidation[0]
    assert down.formula1 == '"same as P-0001,new,skip"'
    for place, decision in enumerate(decisions, start=2):
        page.cell(place, 1).value = decision
    book.save(file)


@pytest.mark.usefixtures("registry", "terminal")
def test_which_sheet_is_asked_where_there_are_several():
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["note", "x"])
    page = book.create_sheet("People")
    for line in LIST.splitlines():
        page.append(line.split(","))
    book.save("people.xlsx")
    done = run("people.xlsx", answers="2\ns\n\n\n")
    assert "  2  People" in done.stderr
    assert "new:                   2" in done.stdout
    assert "new:                   2" in run("people.xlsx", "--sheet", "People", answers="s\n\n\n").stdout


def test_who_is_gone_and_who_is_alive_again_is_told_under_a_heading_of_its_own(registry):
    heading, rest = "Ref,Name,Status", "k3,Roya Sahraei,arrested"
    Path("p_2026-02-09.csv").write_text(f"{heading}\nk1,Neda Zarbaf,killed\n{rest}\n", encoding="utf-8")
    assert run("p_2026-02-09.csv", "--apply").exit_code == 0
    Path("p_2026-02-12.csv").write_text(f"{heading}\nk1,Neda Zarbaf,prison\n", encoding="utf-8")
    done = run("p_2026-02-12.csv", "--apply")
    assert done.exit_code == 0, done.output
    said = unbroken(done.stdout)
    assert "“Status” has words that are new and known: prison" in said
    assert "Contradicted: a death on record, of somebody whom the list calls alive." in said
    assert "row 2 P-0001 Neda Zarbaf: E-0001 death (2026-02-09), and the list says: imprisoned" in said
    assert "Gone from the list, and kept in the registry: P-0002 (number k3)" in said
    assert "contradicted: 1 gone: 1 cells not read: 0" in said
    assert rows_of(registry, "SELECT kind, status, after_id FROM events ORDER BY id") == [
        ("death", None, None),
        ("arrest", "detained_investigation", None),
        ("status_reported", "imprisoned_unknown_basis", 1),
    ]
    assert "same: 1" in unbroken(run("p_2026-02-12.csv").stdout)


def test_a_long_list_is_watched_where_somebody_is_looking(monkeypatch):
    rows = list(range(watching.WORTH_IT))
    assert watching.watched(rows, "reading") is rows
    monkeypatch.setattr(watching.sys.stderr, "isatty", lambda: True)
    assert list(watching.watched(rows, "reading")) == rows
    assert watching.watched(rows[1:], "reading") == rows[1:]


@pytest.mark.usefixtures("registry")
def test_a_review_is_a_workbook_and_a_day_is_a_day():
    assert run("people.csv", "--review", "review.csv").exit_code == 2
    assert run("people.csv", "--counted-on", "some day").exit_code == 4


def test_a_column_that_a_later_release_renames_or_adds_is_read_where_it_speaks_for_itself(registry):
    assert run("people.csv", "--apply").exit_code == 0
    later = LIST.replace("City,", "Town,").replace(",Odd", ",Gender").replace(",x\n", ",female\n")
    Path("people.csv").write_text(later.replace(",y\n", ",male\n"), encoding="utf-8")
    said = unbroken(run("people.csv", "--apply").stdout)
    assert "“Town” is new and read as event.place" in said
    assert "“Gender” is new and read as prisoner.gender" in said
    assert rows_of(
        registry, "SELECT gender, place FROM prisoners JOIN events ON prisoner_id = prisoners.id"
    ) == [
        ("female", "Rasht"),
        ("male", "Sari"),
    ]
