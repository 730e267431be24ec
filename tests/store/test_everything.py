"""The way out: everything in one text file, and a registry made of it that says the same, table by table."""

from __future__ import annotations

import json
import os
import random
import sqlite3
import stat
import tracemalloc
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import Column, Text

from prisoners.actions.erasure import erase
from prisoners.actions.files import keep
from prisoners.actions.merge import merge
from prisoners.actions.rows import withdraw
from prisoners.actions.undo import undo
from prisoners.errors import CannotBeLoaded, DatabaseRefuses, RegistryExists
from prisoners.records.contacts import Contact
from prisoners.records.files import File
from prisoners.records.prisoners import Prisoner, PrisonerForm
from prisoners.records.sources import Source
from prisoners.store import unload as unloading
from prisoners.store.backup import content_digest
from prisoners.store.load import load
from prisoners.store.migrate import known_steps
from prisoners.store.opening import connect
from prisoners.store.schema import expected_shape, shape
from prisoners.store.unload import unload
from prisoners.store.unloaded import examine, line_of
from prisoners.store.verify import head, verify
from prisoners.vocabulary import UpdateKind
from tests.builders import act, empty_registry_file, make_event, make_prisoner

AWKWARD = (
    *("ي", "ك", "نامه‌ای", "\u200f", "\u2028", "é", "e\u0301", "𐏈", "\ufeff", "\u0085", "\x1b[2J", "\x7f"),
    *('"', "\\", "\\u0041", "\r\n", "\n", "\t", "=1+1", "NULL", "null", "0", "۰۱۲", " ", "|", "'", ",", "{}"),
)
SIZES = [
    pytest.param(40, id="forty records"),
    pytest.param(10_000, id="10,000 records", marks=pytest.mark.trust),
]


def lived_in(home: Path, size: int = 40) -> Path:
    """A registry in which everything has happened that leaves a trace; returns its file."""
    path, dice = empty_registry_file(home / "registry.db"), random.Random(size)  # noqa: S311 -- texts of a test
    with act(path) as unit:
        for _ in range(4):
            make_event(
                unit, make_prisoner(unit, "Neda Zarbaf", "ندا زرباف", father="رستم"), "arrest", "1401/07"
            )
        notes = ("".join(dice.choices(AWKWARD, k=dice.randint(1, 9))) + "." for _ in range(size))
        unit.add_many(
            Prisoner, [PrisonerForm(note=note, summary=dice.choice([None, note])) for note in notes]
        )
        unit.add(Source, {"kind": "family", "outlet": "a neighbour", "confidentiality": "sealed"})
        unit.add(Contact, {"prisoner_id": 1, "kind": "mobile", "name": "Parvaneh", "value": "0912"})
        (home / "letter.TXT").write_bytes(os.urandom(unloading.PIECE + 1))
        (home / "empty").touch()
        for original in ("letter.TXT", "empty"):
            keep(unit, home / "files", 1, home / original, {"kind": "letter"})
        (home / "letter.TXT").unlink()
        (home / "empty").unlink()
    with act(path, kind=UpdateKind.MERGE) as unit:
        merge(unit, 1, 2, {})
    with act(path, kind=UpdateKind.AMENDMENT) as unit:
        unit.amend(unit.get(Prisoner, 3), occupation="miller")
    with act(path, kind=UpdateKind.UNDO) as unit:
        undo(unit, 3)
    with act(path, kind=UpdateKind.ERASURE) as unit:
        erase(unit, "contacts", 1)
    with act(path, kind=UpdateKind.WITHDRAWAL) as unit:
        withdraw(unit, "events", 3)
    connection = connect(path)
    connection.execute("INSERT INTO field_names VALUES ('prisoners', 'papa', 'father', 1)")
    connection.close()
    return path


@pytest.fixture(scope="module")
def registry_home(tmp_path_factory):
    home = tmp_path_factory.mktemp("everything") / "home"
    lived_in(home)
    return home


@pytest.fixture(scope="module")
def whole(registry_home):
    """The lines of the file of everything."""
    return unloaded(registry_home)[0].splitlines(keepends=True)


def unloaded(home):
    """The bytes of the file of everything, and what was counted."""
    connection, out = connect(home / "registry.db", reading=True), BytesIO()
    try:
        told = unload(connection, home, out)
        return out.getvalue(), told
    finally:
        connection.close()


def loaded(lines, tmp_path, **more):
    """A new home made of these lines."""
    (tmp_path / "everything.jsonl").write_bytes(b"".join(lines))
    load(tmp_path / "everything.jsonl", tmp_path / "new", **more)
    return tmp_path / "new"


def sealed_anew(lines):
    """Lines that were altered by somebody who knows how to make the digest fit."""
    *body, _ = lines
    return [*body, line_of({"sha256": sha256(b"".join(body)).hexdigest()})]


def said_by(home):
    """What a registry says: the digest of all its rows, its proof, and its heads."""
    connection = connect(home / "registry.db", reading=True)
    try:
        proof = verify(connection, expected_shape(), shape(connection))
        return content_digest(connection), proof, head(connection)
    finally:
        connection.close()


@pytest.mark.parametrize("size", SIZES)
def test_a_registry_comes_back_table_by_table_byte_for_byte_and_proven(tmp_path, size):
    home = lived_in(tmp_path / "home", size).parent
    lines, told = unloaded(home)
    new = loaded([lines], tmp_path)
    assert said_by(new) == said_by(home)
    assert said_by(new)[1] == []
    assert unloaded(new)[0] == lines
    assert told.rows["prisoners"] == size + 4
    assert (told.files, told.missing) == (2, [])
    kept = {
        path.relative_to(home): path.read_bytes() for path in (home / "files").rglob("*") if path.is_file()
    }
    assert {path: (new / path).read_bytes() for path in kept} == kept
    with act(new / "registry.db") as unit:
        assert make_prisoner(unit) == size + 5


def test_the_file_says_what_it_is_and_explains_every_column(whole):
    first, second = json.loads(whole[0]), json.loads(whole[1])
    assert (first["format"], first["version"], first["schema"]) == ("prisoners registry", 1, 1)
    assert first["contains"].startswith("CONFIDENTIAL")
    connection = sqlite3.connect(":memory:")
    connection.executescript(second["schema.sql"])
    assert shape(connection) == expected_shape()
    connection.close()
    rows = [json.loads(line) for line in whole[2:-1] if b'{"table":' in line]
    assert len(rows) == sum(first["rows"].values())
    assert all(isinstance(value, (str, int, type(None))) for row in rows for value in row["row"].values())


def test_another_program_needs_nothing_but_json_to_read_it(whole):
    story = [one["row"] for line in whole if (one := json.loads(line)).get("table") == "prisoners"]
    assert story[0]["father"] == "رستم"
    assert "رستم".encode() in b"".join(whole)
    assert story[0]["occupation"] is None


def test_the_file_is_read_back_when_it_was_written(whole, tmp_path):
    (tmp_path / "good").write_bytes(b"".join(whole))
    examine(tmp_path / "good")
    for damaged in ([], whole[:-1], [whole[0].replace(b"C", b"c"), *whole[1:]]):
        (tmp_path / "bad").write_bytes(b"".join(damaged))
        with pytest.raises(CannotBeLoaded, match="not what was written"):
            examine(tmp_path / "bad")


def test_everything_that_is_made_is_for_its_owner_alone(whole, tmp_path):
    before = os.umask(0)
    try:
        new = loaded(whole, tmp_path)
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (new, *new.rglob("*"))}
    assert modes == {0o700, 0o600}


def test_a_kept_file_that_is_not_there_is_named_and_the_rest_goes(tmp_path, whole):
    home = loaded(whole, tmp_path)
    lost = next(path for path in (home / "files").rglob("*.txt"))
    lost.unlink()
    assert unloaded(home)[1].missing == [lost.relative_to(home).as_posix()]


def test_nothing_outside_the_folder_of_kept_files_is_read(tmp_path, whole):
    home = loaded(whole, tmp_path)
    with act(home / "registry.db") as unit:
        facts = {"prisoner_id": 1, "kind": "letter", "sha256": "0"}
        for path in ("files/../../everything.jsonl", "/etc/hostname", "files/ab/.hidden"):
            (home / "files").mkdir(exist_ok=True)
            unit.add(File, facts | {"path": path})
    lines, told = unloaded(home)
    assert sorted(told.missing) == ["/etc/hostname", "files/../../everything.jsonl", "files/ab/.hidden"]
    assert told.files == 2
    assert lines


def test_a_registry_is_made_only_where_none_is(whole, tmp_path):
    new = loaded(whole, tmp_path)
    before = (new / "registry.db").read_bytes()
    with pytest.raises(RegistryExists, match=r"registry\.db"):
        loaded(whole, tmp_path)
    (new / "registry.db").rename(tmp_path / "elsewhere")
    with pytest.raises(RegistryExists, match="files"):
        loaded(whole, tmp_path)
    assert (tmp_path / "elsewhere").read_bytes() == before
    assert sorted(path.name for path in new.iterdir()) == ["files"]


def altered(lines, number, **facts):
    """The lines with some keys of one line said otherwise; None takes a key away."""
    said = json.loads(lines[number]) | facts
    kept = {key: value for key, value in said.items() if value is not None}
    return sealed_anew([*lines[:number], line_of(kept), *lines[number + 1 :]])


def row_of(lines, table):
    """Where the first row of a table stands, and the row."""
    return next(
        (number, one["row"])
        for number, line in enumerate(lines)
        if (one := json.loads(line)).get("table") == table
    )


def piece_of(lines):
    """Where the first piece of a kept file stands."""
    return next(number for number, line in enumerate(lines) if line.startswith(b'{"file":'))


def with_row(table, **facts):
    """The lines with one row said otherwise."""

    def change(lines):
        number, row = row_of(lines, table)
        return altered(lines, number, row=row | facts)

    return change


def with_piece(**facts):
    """The lines with one piece of a kept file said otherwise."""
    return lambda lines: altered(lines, piece_of(lines), **facts)


WRONG = {
    "something else": (lambda _: [b"id,name\n1,Neda\n"], "line 1: it cannot be read"),
    "an empty file": (lambda _: [], "line 1: the file ends too early"),
    "some other JSON": (lambda _: [b"[1, 2]\n"], "line 1: it cannot be read"),
    "nested without end": (lambda _: [b"[" * 100_000 + b"\n"], "line 1: it cannot be read"),
    "another format": (lambda lines: altered(lines, 0, format="x"), "line 1: it is not the file of a reg"),
    "no version": (lambda lines: altered(lines, 0, version=None), "line 1: it does not say its version"),
    "version true": (lambda lines: altered(lines, 0, version=True), "line 1: it does not say its version"),
    "schema 0": (lambda lines: altered(lines, 0, schema=0), "line 1: it does not say its version"),
    "a newer version": (lambda lines: altered(lines, 0, version=2), "line 1: .* newer version"),
    "a newer schema": (lambda lines: altered(lines, 0, schema=2), "line 1: .* newer version"),
    "no counts": (lambda lines: altered(lines, 0, rows=None), "line 1: it does not say how many"),
    "counts in words": (
        lambda lines: altered(lines, 0, rows={"names": "x"}),
        "line 1: it does not say how many",
    ),
    "other counts": (lambda lines: altered(lines, 0, rows={"prisoners": 1}), "neither a row"),
    "no schema": (lambda lines: [lines[0], *lines[2:]], "line 2: the tables are not explained"),
    "cut in a line": (lambda lines: [*lines[:9], lines[9][:-5]], "line 10: the file ends too early"),
    "cut between lines": (lambda lines: lines[:9], "line 10: the file ends too early"),
    "a line too few": (
        lambda lines: sealed_anew([*lines[:2], *lines[3:]]),
        "not the rows that its first line",
    ),
    "a line twice": (lambda lines: sealed_anew([*lines[:9], lines[8], *lines[9:]]), "line 10: .* twice"),
    "more behind the end": (lambda lines: [*lines, b"{}\n"], "the file goes on behind its end"),
    "another digest": (lambda lines: [*lines[:-1], line_of({"sha256": "0"})], "its digest differs"),
    "a foreign line": (
        lambda lines: sealed_anew([*lines[:9], b"{}\n", *lines[9:]]),
        "line 10: it is neither",
    ),
    "a foreign table": (
        lambda lines: altered(altered(lines, 0, rows={"sqlite_sequence": 1}), 2, table="sqlite_sequence"),
        "line 3: the registry has no such table",
    ),
    "a table with no name": (lambda lines: altered(lines, 2, table=7), "line 3: it is neither"),
    "no row": (lambda lines: altered(lines, 2, row=[1]), "line 3: the row has not the columns"),
    "a column too many": (with_row("prisoners", shoe="42"), "the row has not the columns"),
    "a number in words": (with_row("prisoners", id="1"), "a number stands where words belong"),
    "yes for a number": (with_row("prisoners", withdrawn=True), "a number stands where words belong"),
    "words as a number": (with_row("prisoners", father=7), "a number stands where words belong"),
    "a word of no list": (with_row("prisoners", gender="x"), "the row cannot stand"),
    "half a letter": (
        lambda lines: [line.replace("رستم".encode(), rb"\ud800") for line in lines],
        "the row cannot stand",
    ),
    "a number too large": (with_row("prisoners", id=1 << 64), "the row cannot stand"),
    "a link to nobody": (with_row("names", prisoner_id=9_999), "point to rows that are not there"),
    "a file elsewhere": (with_piece(file="files/../../x"), "a kept file cannot lie there"),
    "a file of no name": (with_piece(file=7), "a kept file cannot lie there"),
    "a piece that is no base64": (with_piece(base64="*"), "the piece of a kept file cannot be read"),
    "a piece of nothing": (with_piece(base64=7), "the piece of a kept file cannot be read"),
    "a piece out of place": (with_piece(at=7), "a piece of a kept file is missing"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_not_whole_is_refused_with_its_line_and_leaves_nothing(whole, tmp_path, wrong):
    change, why = WRONG[wrong]
    with pytest.raises(CannotBeLoaded, match=why) as refused:
        loaded(change(list(whole)), tmp_path)
    assert refused.value.sentence.startswith("everything.jsonl, line ")
    assert [path.name for path in tmp_path.iterdir()] == ["everything.jsonl"]


def test_a_line_without_an_end_is_not_read_into_memory(tmp_path, monkeypatch):
    monkeypatch.setattr("prisoners.store.unloaded.LONGEST", 1_000)
    with pytest.raises(CannotBeLoaded, match="line 1: it has no end"):
        loaded([b"[" * 2_000], tmp_path)


def test_what_a_killed_load_left_is_cleared_away(whole, tmp_path):
    left = tmp_path / "new" / ".load.part"
    left.mkdir(parents=True)
    (left / "registry.db-journal").write_bytes(b"half")
    new = loaded(whole, tmp_path)
    assert sorted(path.name for path in new.iterdir()) == ["files", "registry.db"]


def test_a_file_of_an_older_program_is_brought_up_to_date(whole, tmp_path):
    def add_a_column(operations):
        operations.add_column("counters", Column("remark", Text()))
        operations.execute("UPDATE counters SET remark = 'seen by the second step'")

    new = loaded(whole, tmp_path, steps=[*known_steps(), add_a_column])
    connection = sqlite3.connect(new / "registry.db")
    assert connection.execute("PRAGMA user_version").fetchone() == (2,)
    assert set(connection.execute("SELECT remark FROM counters")) == {("seen by the second step",)}
    connection.close()


def test_a_damaged_registry_says_so_when_it_is_unloaded(whole, tmp_path):
    path = loaded(whole, tmp_path) / "registry.db"
    connection = sqlite3.connect(path)
    (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'changes'").fetchone()
    connection.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 8)
    with pytest.raises(DatabaseRefuses, match="damaged"):
        unloaded(path.parent)


@pytest.mark.trust
def test_memory_does_not_grow_with_the_registry(tmp_path):
    home = lived_in(tmp_path / "home", 10_000).parent
    with (tmp_path / "everything.jsonl").open("wb") as out:
        connection = connect(home / "registry.db", reading=True)
        tracemalloc.start()
        unload(connection, home, out)
        writing = tracemalloc.get_traced_memory()[1]
        connection.close()
    tracemalloc.reset_peak()
    load(tmp_path / "everything.jsonl", tmp_path / "new")
    reading = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert max(writing, reading) < 32 << 20
