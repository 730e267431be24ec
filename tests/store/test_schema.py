"""One database by three roads: the records, schema.sql, and all migration steps."""

import sqlite3
from pathlib import Path

import pytest

from prisoners.store.engine import create_registry
from prisoners.store.migrate import known_steps, run_steps
from prisoners.store.opening import APPLICATION_ID, VERSION
from prisoners.store.schema import expected_shape, schema_page, shape, tables

HOUSE = Path(__file__).resolve().parents[2]


def by_the_records():
    return create_registry(None)


def by_the_page():
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript((HOUSE / "schema.sql").read_text(encoding="utf-8"))
    return connection


def by_all_steps():
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    run_steps(connection, known_steps())
    return connection


@pytest.mark.parametrize("road", [by_the_records, by_the_page, by_all_steps])
def test_three_roads_lead_to_the_same_database(road):
    connection = road()
    assert shape(connection) == expected_shape()
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert connection.execute("SELECT own_copy FROM registry").fetchall() == [(0,)]
    connection.close()


def test_the_page_is_fresh():
    assert (HOUSE / "schema.sql").read_text(encoding="utf-8") == schema_page()


def test_every_table_is_strict():
    connection = by_the_records()
    loose = connection.execute(
        "SELECT name FROM pragma_table_list WHERE NOT strict AND schema = 'main'"
    ).fetchall()
    connection.close()
    assert [name for (name,) in loose if not name.startswith(("sqlite_", *VIEWS))] == []


VIEWS = tuple(name for name, sql in expected_shape().items() if sql.startswith("CREATE VIEW"))


def test_every_column_is_explained():
    assert [
        f"{table.name}.{column.name}" for table in tables() for column in table.columns if not column.comment
    ] == []


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE prisoners SET gender = 'x'",
        "UPDATE prisoners SET withdrawn = 2",
        "UPDATE prisoners SET withdrawn = 'yes'",
        "UPDATE prisoners SET father = ''",
        "UPDATE prisoners SET born = '2022'",
        "UPDATE prisoners SET born = '2023-01-01 2022-01-01 2022|gregorian|2022'",
        "UPDATE prisoners SET merged_into = 77",
    ],
)
def test_the_database_refuses_what_a_form_would_refuse(sql):
    from tests.builders import act, make_prisoner

    connection = by_the_records()
    with act(connection) as unit:
        make_prisoner(unit)
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(sql)
    connection.close()


def test_a_name_that_is_no_text_is_seen_and_stops_nothing():
    connection = create_registry(None)
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_master SET name = CAST(name AS BLOB) WHERE name = 'counters'")
    assert sorted(shape(connection)) != sorted(expected_shape())
    connection.close()
