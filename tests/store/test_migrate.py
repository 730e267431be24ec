"""Migrations: numbered steps, a verified backup first, guards laid again, all or nothing."""

import sqlite3

import pytest
from sqlalchemy import Column, Text

from prisoners.errors import MigrationFailed
from prisoners.store.migrate import known_steps, migrate, run_steps
from prisoners.store.opening import APPLICATION_ID, VERSION
from prisoners.store.schema import expected_shape, shape
from tests.builders import act, make_prisoner


@pytest.fixture
def unmigrated(tmp_path):
    path = tmp_path / "home" / "registry.db"
    path.parent.mkdir()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("VACUUM")
    connection.close()
    return path


def version(path):
    connection = sqlite3.connect(path)
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()
    return found


def test_an_older_file_is_brought_up_to_date_after_a_backup(unmigrated, tmp_path):
    before, after, made = migrate(unmigrated, tmp_path / "backups")
    assert (before, after) == (0, VERSION)
    assert version(made) == 0
    connection = sqlite3.connect(unmigrated)
    assert shape(connection) == expected_shape()
    connection.close()
    with act(unmigrated) as unit:
        make_prisoner(unit)


def test_a_file_that_is_up_to_date_is_left_alone(registry_file, tmp_path):
    bytes_before = registry_file.read_bytes()
    assert migrate(registry_file, tmp_path / "backups") == (VERSION, VERSION, None)
    assert registry_file.read_bytes() == bytes_before
    assert not (tmp_path / "backups").exists()


def rebuild_a_table(operations):
    """What Alembic's batch mode does: another table under the old name, and its triggers gone."""
    with operations.batch_alter_table("counters", recreate="always") as batch:
        batch.add_column(Column("remark", Text()))


def test_guards_stand_again_after_a_table_was_rebuilt(registry_file, tmp_path):
    with act(registry_file) as unit:
        make_prisoner(unit)
    migrate(registry_file, tmp_path / "backups", [*known_steps(), rebuild_a_table])
    assert version(registry_file) == VERSION + 1
    connection = sqlite3.connect(registry_file)
    found = shape(connection)
    guards = {
        name: sql
        for name, sql in expected_shape().items()
        if not sql.startswith(("CREATE TABLE", "CREATE INDEX"))
    }
    assert {name: found[name] for name in guards} == guards
    assert "remark" in found["counters"]
    connection.close()


def test_a_step_that_breaks_a_link_leaves_everything_as_it_was(registry_file, tmp_path):
    with act(registry_file) as unit:
        make_prisoner(unit)
    before = registry_file.read_bytes()

    def careless(operations):
        operations.execute("DELETE FROM prisoners")

    with pytest.raises(MigrationFailed, match="1 links"):
        migrate(registry_file, tmp_path / "backups", [*known_steps(), careless])
    connection = sqlite3.connect(registry_file)
    assert shape(connection) == expected_shape()
    assert connection.execute("SELECT count(*) FROM prisoners").fetchone() == (1,)
    connection.close()
    assert version(registry_file) == VERSION
    assert len(registry_file.read_bytes()) == len(before)


def test_a_renamed_column_is_still_read_in_old_lines(registry_file):
    with act(registry_file) as unit:
        make_prisoner(unit, None, occupation="miller")

    def rename(operations):
        operations.execute("ALTER TABLE prisoners RENAME COLUMN occupation TO trade")
        operations.execute("INSERT INTO field_names VALUES ('prisoners', 'occupation', 'trade', 2)")

    connection = sqlite3.connect(registry_file, isolation_level=None, check_same_thread=False)
    run_steps(connection, [*known_steps(), rename])
    from prisoners.store.replay import renamed_fields, replay

    names = ("table_name", "row_id", "field", "new")
    lines = connection.execute("SELECT table_name, row_id, field, new FROM changes ORDER BY update_id, line")
    state = replay((dict(zip(names, line, strict=True)) for line in lines), renamed_fields(connection))
    assert state["prisoners", 1]["trade"] == "miller"
    assert connection.execute("SELECT trade FROM prisoners").fetchone() == ("miller",)
    connection.close()
