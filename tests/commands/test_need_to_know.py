"""What is sealed stands on no screen until somebody asks for it, and that they asked is kept."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from collections.abc import Iterator

import pytest

from prisoners.commands import settings
from prisoners.commands.menu import COMMANDS, load
from prisoners.queries.sealed import CONTACTS, ROWS_WITH_A_LEVEL, SEALED_TABLES
from prisoners.records.contacts import Contact
from prisoners.records.sources import Source
from prisoners.records.tables import BY_NAME
from prisoners.reference import reference_list
from prisoners.store.engine import create_registry
from prisoners.store.references import write_reference
from tests.builders import act, make_prisoner, stopped
from tests.commands.conftest import type_command
from tests.sheets.canaries import Canaries
from tests.sheets.hunter import hunted

LEVELS = {(line["table"], line["column"]): line["level"] for line in reference_list("privacy")}
SEALED = {column for column, level in LEVELS.items() if level == "sealed"} | {
    (table, column) for table, (_, columns) in ROWS_WITH_A_LEVEL.items() for column in columns
}
OTHERS = {"restore", "verify", "backup", "db", "init", "settings", "words", "reports"}
"""Commands that say nothing of anybody, or bring back another registry."""
JSON = ("manifest", "options", "people")
ASKED_FOR = {"exports show exports": {("exports", "recipient")}}
"""What a question is itself about: a file cannot be recalled from a code name."""
TYPED = {
    "source": "S-0001",
    "intervention": "I-0001",
    "estimate": "ES-0001",
    "exports": "EX-0001",
    "case": "C-0001",
    "prison": ("prisons", "name_en"),
    "court": ("courts", "name_en"),
    "offence": ("offences", "name_en"),
    "official": ("officials", "name_en"),
    "search": ("names", "text"),
}
"""What is typed for the argument of a command: a reference, or the words of a column."""


def questions() -> Iterator[list[str]]:
    """Every command of the menu that writes nothing and does not ask for whom it is, in every form that it has."""
    for name, entry in COMMANDS.items():
        command = load(entry)
        for sub, one in (getattr(command, "commands", None) or {"": command}).items():
            params = {param.name: param for param in one.params}
            if name in OTHERS or {"because", "audience"} & params.keys():
                continue
            words = [word for word in (name, sub) if word]
            ways = [["P-0001"]] if "who" in params else []
            if not any(param.required for param in one.params) and name != "search":
                ways.append([])
            elif "who" not in params:
                ways.append([name])
            flags = {opt for param in one.params for opt in param.opts}
            forms = [[], *([flag] for flag in ("--json", "--csv", "--why", "--all") if flag in flags)]
            yield from ([*words, *way, *form] for way in ways for form in forms)


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A registry with a canary in every field, whose sources, files and medical facts are sealed."""
    home = tmp_path_factory.mktemp("need") / "home"
    create_registry(home / "registry.db", clock=stopped).close()
    settings.choose_home(home)
    settings.save(settings.Settings(by="Sara"))
    with act(home / "registry.db", because="S-0001") as unit:
        return home, Canaries(unit, confidentiality="sealed", level="sealed", **dict.fromkeys(JSON, "{}"))


@pytest.fixture
def at_home(filled, monkeypatch):
    home, canaries = filled
    monkeypatch.setenv("PRISONERS_HOME", str(home))
    monkeypatch.setattr(settings, "_chosen", [])
    return canaries


def seen(canaries, *words):
    """Which sealed columns an answer repeats; `words` end in the name of the command where it wants an argument."""
    said = [TYPED[word] if place and word == words[0] else word for place, word in enumerate(words)]
    said = [word if isinstance(word, str) else " ".join(canaries.words[word]) for word in said]
    told = type_command(*said)
    assert told.exit_code in {0, 6}, told.output
    hidden = {part: field for field, part in canaries.parts() if field in SEALED}
    shown = told.output.replace("\n", "")
    return {hidden[word] for word in hunted(told.output, shown) if word in hidden}


@pytest.mark.parametrize("words", list(questions()), ids=" ".join)
def test_nothing_sealed_is_on_the_screen(at_home, words):
    typed = [*words[:-1], words[0]] if len(words) > 1 and words[-1] == words[0] else words
    assert seen(at_home, *typed) <= ASKED_FOR.get(" ".join(words[:3]), set())


def test_every_sealed_column_that_takes_words_is_hunted(at_home):
    recorded = {column for column in SEALED if column[0] in BY_NAME and column[1] not in {"id", "withdrawn"}}
    without_words = {("contacts", "prisoner_id"), ("contacts", "kind"), ("health", "kind")}
    assert recorded - without_words == set(at_home.words) & SEALED
    assert {
        column for column in recorded if column[0] not in SEALED_TABLES and LEVELS[column] == "sealed"
    } <= CONTACTS


def test_whoever_asks_for_it_sees_what_is_sealed_in_every_place_where_it_stands(at_home):
    everything = {column for column in SEALED if column in at_home.words}
    assert seen(at_home, "history", "U-0001", "--sealed") == everything
    assert seen(at_home, "source", "show", "S-0001", "--sealed") >= {
        ("sources", "author"),
        ("sources", "note"),
    }
    assert seen(at_home, "source", "list", "--sealed") == {
        ("sources", name) for name in ("outlet", "title", "url")
    }
    assert seen(at_home, "show", "P-0001", "--sealed", "--json") >= {
        ("contacts", "value"),
        ("consents", "given_by"),
    }


@pytest.fixture
def sealed_source(home):
    """A sealed source, and a contact of somebody, each in an update of its own."""
    with act(home / "registry.db") as unit:
        make_prisoner(unit, "Neda Zarbaf")
        facts = {"kind": "family", "outlet": "SEALED-neighbour", "confidentiality": "sealed"}
        unit.add(Source, facts | {"title": "SEALED-call", "author": "SEALED-aunt"})
        unit.add(
            Contact, {"prisoner_id": 1, "kind": "mobile", "name": "SEALED-aunt", "value": "SEALED-number"}
        )
    return home


def test_one_code_name_stands_for_a_source_everywhere(run, sealed_source):
    run("amend", "P-0001", "--occupation", "miller", "-b", "S-0001")
    listed = json.loads(run("source", "list", "--json").stdout)[0]
    code = listed["outlet"]
    assert re.fullmatch("Source [A-Z]{5}", code)
    assert (listed["title"], listed["url"]) == ("‹sealed›", None)
    for words in (
        ["source", "show", "S-0001"],
        ["show", "P-0001"],
        ["history", "P-0001"],
        ["history", "S-0001"],
    ):
        assert code in run(*words).stdout
    assert code in run("source", "list", code.split()[1]).stdout
    assert "There are none" in run("source", "list", "neighbour").stderr
    assert "SEALED-neighbour" in run("source", "list", "neighbour", "--sealed").stdout
    assert sealed_source.exists()


def test_one_code_name_stands_for_a_contact_however_it_is_spelled(run, home):
    with act(home / "registry.db") as unit:
        make_prisoner(unit, "Neda Zarbaf")
    for given_by in ("علي کیان", "على كيان", "رضا کیان"):
        form = home / "form.json"
        form.write_text(
            json.dumps({"scope": "share", "subject": "family", "given_by": given_by}), encoding="utf-8"
        )
        run("consent", "add", "P-0001", "--form", str(form), "-b", "a test")
    said = [row["given_by"] for row in json.loads(run("show", "P-0001", "--json").stdout)["consents"]]
    assert said[0] == said[1] != said[2]
    assert all(re.fullmatch("Contact [A-Z]{5}", one) for one in said)


def test_who_looked_at_what_and_when_is_kept_and_never_what_it_says(run, sealed_source):
    assert "SEALED-number" in run("show", "Neda Zarbaf", "--sealed").stdout
    assert "SEALED-aunt" in run("source", "show", "S-0001", "--sealed").stdout
    run("history", "U-0002", "--sealed")
    run("history", "--sealed")
    looked = [act for act in json.loads(run("history", "--json").stdout) if act["kind"] == "unsealing"]
    assert [act["because"] for act in looked] == ["everything", "U-0002", "S-0001", "P-0001"]
    assert {act["by"] for act in looked} == {"Sara"}
    assert all(act["changes"] == [] for act in looked)
    assert "look at what is sealed\n        of: P-0001\n" in run("history", "P-0001").stdout
    assert "of: S-0001 (Source " in run("history", "S-0001").stdout
    connection = sqlite3.connect(sealed_source / "registry.db")
    kept = str(connection.execute("SELECT * FROM updates WHERE kind = 'unsealing'").fetchall())
    connection.close()
    assert "SEALED-" not in kept


def test_looking_is_no_change(run, sealed_source):
    before = json.loads(run("show", "P-0001", "--json").stdout)
    run("show", "P-0001", "--sealed")
    assert json.loads(run("show", "P-0001", "--json").stdout) == before
    assert "look at what" not in run("recent").stdout
    assert (
        run("amend", "P-0001", "--occupation", "miller", "--expect", "U-0002", "-b", "a test").exit_code == 0
    )
    undone = run("undo", "U-0003", "-b", "a test")
    assert (undone.exit_code, "unsealing" in undone.stderr) == (4, True)
    assert run("verify").exit_code == 0
    assert sealed_source.exists()


def test_a_question_without_the_flag_writes_nothing(run, sealed_source):
    before = (sealed_source / "registry.db").read_bytes()
    for words in (["show", "P-0001"], ["history"], ["source", "list"], ["source", "show", "S-0001"]):
        run(*words)
    assert (sealed_source / "registry.db").read_bytes() == before


def test_what_is_sealed_stays_covered_where_it_cannot_be_kept_who_looked(run, sealed_source, monkeypatch):
    def refuse(*_args, **_kwargs):
        error = sqlite3.OperationalError("attempt to write a readonly database")
        error.sqlite_errorname = "SQLITE_READONLY"
        raise error

    monkeypatch.setattr("prisoners.store.unit.refresh_if_stale", refuse)
    for words in (["show", "P-0001"], ["history"], ["source", "list"], ["source", "show", "S-0001"]):
        told = run(*words, "--sealed")
        assert (told.exit_code, "it cannot be noted that you look" in told.stderr) == (5, True)
        assert "SEALED-" not in told.output
        assert run(*words).exit_code == 0
    settings.save(settings.Settings())
    nobody = run("show", "P-0001", "--sealed")
    assert (nobody.exit_code, "settings --by" in nobody.stderr, nobody.stdout) == (2, True, "")
    assert sealed_source.exists()


def test_the_values_of_a_sealed_row_that_was_taken_out_stay_covered_in_its_history(run, sealed_source):
    with act(sealed_source / "registry.db") as unit:
        unit.remove(unit.get(Source, 1))
    for words in (["history"], ["history", "S-0001"], ["history", "--json"]):
        assert "SEALED-" not in run(*words).stdout
    assert "SEALED-neighbour" in run("history", "S-0001", "--sealed").stdout


WITHDRAWN = {
    "source": "sources",
    "relation": "relations",
    "contact": "contacts",
    "health": "health",
    "file": "files",
    "consent": "consents",
    "exports": "exports",
}
"""Commands of the kinds of record with something sealed, and their tables."""


def test_no_write_repeats_what_is_sealed(filled, tmp_path, monkeypatch):
    home, canaries = filled
    shutil.copytree(home, tmp_path / "home")
    monkeypatch.setenv("PRISONERS_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(settings, "_chosen", [])
    assert set(WITHDRAWN.values()) == {table for table, _ in SEALED} & set(BY_NAME)
    hidden = {part: field for field, part in canaries.parts() if field in SEALED}
    said = []
    for command, table in WITHDRAWN.items():
        reference = write_reference(table, canaries.rows[table])
        said.append(type_command(command, "withdraw", reference, "-b", "a test"))
    others = (
        ["undo", "U-0001", "-b", "a test"],
        [
            "contact",
            "amend",
            write_reference("contacts", 1),
            "--expect",
            "U-0001",
            "--kind",
            "email",
            "-b",
            "a test",
        ],
        ["add", *canaries.words["names", "text"][:1], "-b", "a test"],
        ["erase", write_reference("contacts", canaries.rows["contacts"]), "-b", "a test", "--yes"],
    )
    said += [type_command(*words) for words in others]
    assert {one.exit_code for one in said} >= {0, 4}
    assert {hidden[word] for one in said for word in hunted(one.output) if word in hidden} == set()
