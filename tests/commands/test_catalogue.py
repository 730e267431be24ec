"""The reference lists as they are typed: found by any name, extended, corrected, misspelt."""

import json

import pytest


def test_a_list_is_shown_whole_or_by_what_it_contains(run, home):
    everything = run("prison", "list").stdout.splitlines()
    some = run("prison", "list", "گوهر").stdout.splitlines()
    assert len(everything) > 60
    assert [line.split()[0] for line in some] == ["PR-0005"]
    assert json.loads(run("prison", "list", "گوهر", "--json").stdout)[0]["reference"] == "PR-0005"
    assert home.exists()


def test_an_entry_is_shown_with_its_dates_in_both_calendars(run, home):
    said = run("prison", "show", "rajai shahr").stdout
    assert "Aug 2023" in said
    assert "1402" in said
    told = json.loads(run("prison", "show", "PR-0005", "--json").stdout)
    assert told["name_fa"] == "رجایی‌شهر"
    assert home.exists()


def test_an_entry_is_added_found_and_corrected(run, home):
    added = run("official", "add", "name_en=Rostam Kargar", "name_fa=رستم کارگر", "-b", "a test")
    assert added.stdout.strip() == "O-0001"
    assert run("official", "amend", "رستم كارگر", "aliases_en=Kargar Zade", "-b", "a test").exit_code == 0
    assert "Kargar Zade" in run("official", "show", "kargar zade").stdout
    assert run("official", "amend", "O-0001", "aliases_en=", "-b", "a test").exit_code == 0
    assert "Kargar Zade" not in run("official", "show", "O-0001").stdout
    assert home.exists()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["prison", "show", "Gohardash"], 3, "Did you mean Rajai Shahr"),
        (["prison", "show", "گوهر"], 3, "Did you mean Rajai Shahr"),
        (["prison", "show", "PR-9999"], 3, "no prison called"),
        (["offence", "show", "qqqq"], 3, "no offence called"),
        (["court", "add", "name_en=A", "-b", "x"], 4, "kind: this is needed"),
        (["prison", "amend", "Evin", "colour=red", "-b", "x"], 4, "there is no such field"),
        (["prison", "amend", "Evin", "closed_on=31 Mehr 1402", "-b", "x"], 4, "Mehr"),
        (["prison", "amend", "Evin", "note", "-b", "x"], 2, "is not FIELD=VALUE"),
        (["prison", "amend", "Evin", "note=x"], 4, "--because"),
        (["prison", "amend", "Evin", "note=x", "-b", "S-0099"], 3, "S-0099"),
        (["prison", "amend", "Evin", "kind=prison", "-b", "x"], 0, "Nothing changed"),
    ],
)
def test_what_is_typed_wrongly_is_answered_with_the_next_step(run, home, words, code, said):
    result = run(*words)
    assert (result.exit_code, said in result.stderr) == (code, True), result.stderr
    assert home.exists()


def test_several_entries_of_one_name_are_not_chosen_between(run, home):
    for word in ("one", "two"):
        run("official", "add", "name_en=Kargar", f"note={word}", "-b", "a test")
    result = run("official", "show", "Kargar")
    assert result.exit_code == 3
    assert "O-0001 Kargar; O-0002 Kargar" in result.stderr
    assert home.exists()


def test_an_address_becomes_a_source_once(run, home):
    address = "https://example.org/news/1"
    for word in ("one", "two"):
        assert run("prison", "amend", "Evin", f"note={word}", "-b", address).exit_code == 0
    import sqlite3

    connection = sqlite3.connect(home / "registry.db")
    assert connection.execute("SELECT url FROM sources").fetchall() == [(address,)]
    because = connection.execute("SELECT because FROM updates WHERE id > 1").fetchall()
    assert because == [("S-0001",), ("S-0001",)]
    cited = connection.execute("SELECT about_table, about_row, field, source_id FROM citations").fetchall()
    assert cited == [("prisons", 1, "note", 1)] * 2
    connection.close()
