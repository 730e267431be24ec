"""The open recipe: every setting read back, and every file that is no sound registry refused with its reason."""

import os
import sqlite3
import stat
import subprocess
import sys

import pytest

from prisoners.errors import (
    DatabaseLocked,
    DatabaseRefuses,
    DiskFull,
    LinkedRegistry,
    NewerRegistry,
    NoRegistry,
    NotARegistry,
    OlderRegistry,
    ReadOnlyRegistry,
)
from prisoners.store import opening
from prisoners.store.engine import create_registry
from prisoners.store.opening import PRAGMAS, connect, database_refuses
from prisoners.store.reader import reading
from tests.builders import act, make_prisoner


@pytest.mark.parametrize("reader", [True, False])
def test_every_setting_is_read_back_on_every_connection(registry_file, reader):
    connection = connect(registry_file, reading=reader)
    found = {name: connection.execute(f"PRAGMA {name}").fetchone() for name in PRAGMAS}
    connection.close()
    assert {name: row[0] for name, row in found.items() if row} == {
        name: expected for name, (_, expected) in PRAGMAS.items() if found[name]
    }


def test_a_setting_that_the_database_does_not_take_is_not_passed_over(registry_file, monkeypatch):
    monkeypatch.setitem(opening.PRAGMAS, "synchronous", ("EXTRA", 99))
    with pytest.raises(DatabaseRefuses, match="synchronous"):
        connect(registry_file)


def test_a_reader_cannot_write(registry_file):
    connection = connect(registry_file, reading=True)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM counters")
    connection.close()


def test_no_registry_yet_names_the_command_that_makes_one(tmp_path):
    with pytest.raises(NoRegistry) as refused:
        connect(tmp_path / "registry.db")
    assert "init" in refused.value.hint
    assert refused.value.exit_code == 3


def test_a_registry_behind_a_link_is_refused(registry_file, tmp_path):
    link, twin = tmp_path / "link.db", tmp_path / "twin.db"
    link.symlink_to(registry_file)
    os.link(registry_file, twin)
    for path in (link, twin):
        with pytest.raises(LinkedRegistry):
            connect(path)


def test_a_folder_is_no_registry(tmp_path):
    with pytest.raises(LinkedRegistry):
        connect(tmp_path)


def test_a_file_that_others_could_read_is_closed_to_them(registry_file):
    registry_file.chmod(0o644)
    connect(registry_file).close()
    assert stat.S_IMODE(registry_file.stat().st_mode) == 0o600


def test_a_new_registry_is_readable_by_its_owner_alone(registry_file):
    assert stat.S_IMODE(registry_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(registry_file.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "content", [b"", b"not a database at all, but long enough to have a header of one hundred bytes" * 2]
)
def test_another_file_is_no_registry(tmp_path, content):
    path = tmp_path / "registry.db"
    path.write_bytes(content)
    with pytest.raises(NotARegistry):
        connect(path)
    assert path.read_bytes() == content


def test_a_newer_registry_is_refused_and_left_untouched(registry_file):
    with sqlite3.connect(registry_file) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = registry_file.read_bytes()
    with pytest.raises(NewerRegistry, match="99"):
        connect(registry_file)
    assert registry_file.read_bytes() == before


def test_an_older_registry_names_the_command_that_brings_it_up_to_date(registry_file):
    with sqlite3.connect(registry_file) as connection:
        connection.execute("PRAGMA user_version = 0")
    connection.close()
    with pytest.raises(OlderRegistry) as refused:
        connect(registry_file)
    assert "migrate" in refused.value.hint
    connect(registry_file, any_version=True).close()


KILLED = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("CREATE TABLE half (a)")
connection.executemany("INSERT INTO half VALUES (?)", [("x" * 4000,) for _ in range(50)])
os._exit(9)
"""


def test_what_a_killed_writer_left_is_rolled_back_by_the_next_reader(registry_file):
    with act(registry_file) as unit:
        make_prisoner(unit)
    subprocess.run([sys.executable, "-c", KILLED, str(registry_file)], check=False)
    assert registry_file.with_name("registry.db-journal").exists()
    with reading(registry_file) as reader:
        assert reader.value("SELECT count(*) FROM prisoners") == 1
        assert reader.value("SELECT count(*) FROM sqlite_master WHERE name = 'half'") == 0


def test_a_registry_on_read_only_media_can_still_be_read(registry_file, monkeypatch):
    real = os.access
    monkeypatch.setattr(opening.os, "access", lambda path, mode: mode != os.W_OK and real(path, mode))
    with reading(registry_file) as reader:
        assert reader.value("SELECT count(*) FROM prisoners") == 0


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("SQLITE_BUSY", DatabaseLocked),
        ("SQLITE_READONLY_DIRECTORY", ReadOnlyRegistry),
        ("SQLITE_FULL", DiskFull),
        ("SQLITE_CORRUPT", NotARegistry),
        ("SQLITE_CONSTRAINT_TRIGGER", DatabaseRefuses),
        ("SQLITE_ERROR", DatabaseRefuses),
    ],
)
def test_what_the_database_says_becomes_a_sentence_and_exit_code_8(name, expected):
    error = sqlite3.OperationalError("said by SQLite")
    error.sqlite_errorname = name
    refused = database_refuses(error)
    assert type(refused) is expected
    assert refused.exit_code == 8
    assert refused.sentence.endswith(".")


def test_a_locked_registry_says_so_in_words(registry_file, monkeypatch):
    monkeypatch.setattr(opening, "PATIENCE", 0)
    monkeypatch.setitem(opening.PRAGMAS, "busy_timeout", ("0", 0))
    other = sqlite3.connect(registry_file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(DatabaseLocked), act(registry_file) as unit:
        make_prisoner(unit)
    with pytest.raises(DatabaseLocked), reading(registry_file) as reader:
        reader.rows("SELECT 1 FROM prisoners")
    other.close()


def test_a_folder_that_cannot_be_opened_says_so(registry_file, monkeypatch):
    def refuse(*_args, **_kwargs):
        error = sqlite3.OperationalError("unable to open database file")
        error.sqlite_errorname = "SQLITE_CANTOPEN"
        raise error

    monkeypatch.setattr(opening.sqlite3, "connect", refuse)
    with pytest.raises(ReadOnlyRegistry):
        connect(registry_file)


def test_a_registry_is_never_made_over_another(registry_file):
    before = registry_file.read_bytes()
    with pytest.raises(Exception, match="exists already"):
        create_registry(registry_file)
    assert registry_file.read_bytes() == before


def test_a_wrong_question_is_a_sentence_too(registry_file):
    with pytest.raises(DatabaseRefuses), reading(registry_file) as reader:
        reader.rows("SELECT nothing FROM nowhere")
