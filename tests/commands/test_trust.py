"""Verify, backup, restore and the file itself, as they are typed."""

import json
import re
import sqlite3

from prisoners.commands import watching
from prisoners.store.opening import APPLICATION_ID
from prisoners.store.schema import schema_page
from tests.builders import act, make_prisoner


def tamper(home, *statements):
    connection = sqlite3.connect(home / "registry.db", isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_an_untouched_registry_is_proven_with_its_head(run, home):
    result = run("verify")
    assert result.exit_code == 0
    assert result.stdout.startswith("Proven up to U-0001: 1 sealed updates, head ")
    told = json.loads(run("verify", "--json").stdout)
    assert told["findings"] == []
    assert told["heads"][0][:2] == ["U-0001", 1]
    assert home.exists()


def test_tampering_ends_with_exit_code_6_and_its_finding(run, home):
    tamper(home, "DROP TRIGGER seals_never_amended", "UPDATE seals SET hash = 'x'")
    result = run("verify")
    assert result.exit_code == 6
    assert "seal_differs  U-0001" in result.stdout
    told = json.loads(run("verify", "--json").stdout)["findings"]
    assert {finding["name"] for finding in told} == {"guard_differs", "seal_differs"}
    assert told[0]["gravity"] == "danger"


def test_a_head_that_was_kept_elsewhere_shows_a_history_that_was_cut(run, home):
    with act(home / "registry.db") as unit:
        make_prisoner(unit)
    yesterday = (home / "registry.db").read_bytes()
    with act(home / "registry.db") as unit:
        make_prisoner(unit)
    heads = [run("verify", "--json").stdout.split('"')[-2]]
    assert run("verify", "--head", heads[0]).exit_code == 0
    with act(home / "registry.db") as unit:
        make_prisoner(unit)
    later = run("verify", "--head", heads[0])
    assert (later.exit_code, "Nothing before the head" in later.stderr) == (0, True)
    (home / "registry.db").write_bytes(yesterday)
    assert run("verify").exit_code == 0
    cut = run("verify", "--head", heads[0].upper())
    assert (cut.exit_code, "head_not_found" in cut.stdout) == (6, True)


def test_what_is_derived_is_written_anew_when_asked(run, home):
    with act(home / "registry.db") as unit:
        make_prisoner(unit)
    tamper(home, "DELETE FROM name_keys")
    told = run("verify")
    assert told.exit_code == 6
    assert "verify --rebuild" in told.stderr
    assert run("verify", "--rebuild").exit_code == 0


def test_a_backup_is_made_listed_and_brought_back(run, home):
    made = run("backup").stdout.split()[0]
    assert run("backup", "--list").stdout.strip() == made
    run("prison", "amend", "Evin", "note=changed later", "-b", "a test")
    result = run("restore", made)
    assert result.exit_code == 0
    assert "changed later" not in run("prison", "show", "Evin").stdout
    assert len(list(home.glob("registry.before-restore-*.db"))) == 1


def test_a_backup_can_be_made_elsewhere(run, home, tmp_path):
    target = tmp_path / "stick" / "copy.db"
    result = run("backup", str(target))
    assert result.stdout.startswith("copy.db  ")
    assert run("backup", str(target)).exit_code == 5
    assert run("restore", str(target)).exit_code == 0
    assert home.exists()


def test_a_backup_that_is_not_there_is_named(run, home):
    before = (home / "registry.db").read_bytes()
    assert run("restore", "nothing.db").exit_code == 3
    assert (home / "registry.db").read_bytes() == before


def test_what_the_file_is(run, home):
    assert run("db", "where").stdout.strip() == str(home / "registry.db")
    assert run("db", "schema").stdout == schema_page()
    assert "Nothing to do" in run("db", "migrate").stderr


def test_an_older_file_is_brought_up_to_date(run, empty_home):
    empty_home.mkdir()
    tamper(empty_home, f"PRAGMA application_id = {APPLICATION_ID}", "VACUUM")
    assert run("verify").exit_code == 8
    result = run("db", "migrate")
    assert "From schema 0 to 1" in result.stderr
    assert run("verify").exit_code == 0


def test_without_a_registry_every_question_says_how_to_make_one(run, empty_home):
    for command in (["verify"], ["backup"], ["db", "migrate"], ["prison", "list"]):
        result = run(*command)
        assert (result.exit_code, "prisoners init" in result.stderr) == (3, True)
    assert not empty_home.exists()


def test_everything_goes_into_one_file_and_comes_back_proven(run, told_home, tmp_path):
    target = tmp_path / "everything.jsonl"
    unloaded = run("db", "unload", str(target))
    assert unloaded.exit_code == 0
    assert re.fullmatch(r"everything\.jsonl  [\d,]+ rows of \d+ tables, 0 kept files\n", unloaded.stdout)
    assert "holds EVERYTHING" in unloaded.stderr
    before = target.read_bytes()
    again = run("db", "unload", str(target))
    assert (again.exit_code, "--replace" in again.stderr) == (5, True)
    assert run("db", "unload", str(target), "--replace").exit_code == 0
    assert target.read_bytes() == before
    head = run("verify").stdout
    told_home.rename(tmp_path / "the old home")
    loaded = run("db", "load", str(target))
    assert (loaded.exit_code, head in loaded.stdout) == (0, True)
    assert run("db", "load", str(target)).exit_code == 5
    assert run("show", "P-0001").exit_code == 0


def test_a_kept_file_that_could_not_go_along_is_named(run, home, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("an invented letter", encoding="utf-8")
    run("add", "Neda Zarbaf", "-b", "a test")
    run("file", "add", "P-0001", str(letter), "--kind", "letter", "-b", "a test")
    (kept,) = (home / "files").rglob("*.txt")
    kept.unlink()
    told = run("db", "unload", str(tmp_path / "everything.jsonl"))
    assert (told.exit_code, f"{kept.relative_to(home)} is recorded and not" in told.stderr) == (0, True)


def test_a_file_that_was_cut_makes_no_registry(run, home, tmp_path):
    target = tmp_path / "everything.jsonl"
    run("db", "unload", str(target))
    target.write_bytes(target.read_bytes()[:-100])
    cut = run("--home", str(tmp_path / "new"), "db", "load", str(target))
    assert (cut.exit_code, "Nothing was loaded" in cut.stderr) == (8, True)
    assert not (tmp_path / "new").exists()
    assert home.exists()


def test_what_was_wrong_with_a_registry_is_told_when_it_is_loaded(run, home, tmp_path):
    with act(home / "registry.db") as unit:
        make_prisoner(unit)
    tamper(home, "DELETE FROM name_keys")
    run("db", "unload", str(tmp_path / "everything.jsonl"))
    told = run("--home", str(tmp_path / "new"), "db", "load", str(tmp_path / "everything.jsonl"))
    assert (told.exit_code, "derived_out_of_date" in told.stdout) == (6, True)
    assert (tmp_path / "new" / "registry.db").exists()


def test_a_large_registry_is_watched_where_somebody_is_looking(monkeypatch):
    lines, about = iter([{"a": 1}]), watching.WORTH_IT
    watch = watching.watched_lines("writing everything")
    assert watch(lines, about) is lines
    monkeypatch.setattr(watching.sys.stderr, "isatty", lambda: True)
    assert watch(lines, about - 1) is lines
    assert list(watch(lines, about)) == [{"a": 1}]
