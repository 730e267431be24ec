"""The law of history: signed, recorded and guarded by the database, whoever writes."""

import sqlite3

import pytest

from prisoners.errors import DatabaseRefuses
from prisoners.records.events import Event
from prisoners.records.prisoners import Prisoner
from prisoners.records.tables import RECORDED
from prisoners.store.engine import writing
from prisoners.store.history import APPEND_ONLY, RENUMBERED, REUSED, UNSIGNED
from prisoners.store.references import PREFIXES
from prisoners.store.sealing import LINE
from prisoners.store.seals import commitment
from prisoners.vocabulary import UpdateKind
from tests.builders import act, make_event, make_prisoner

NAMES = [str(record.__tablename__) for record in RECORDED]


def lines(connection, update=None):
    where = f"WHERE update_id = {update}" if update else ""
    return connection.execute(
        f"SELECT table_name, row_id, field, old, new FROM changes {where} ORDER BY 1, 2"
    ).fetchall()


def test_every_recorded_table_has_a_reference_of_its_own():
    assert set(NAMES) | {"updates"} == set(PREFIXES)


@pytest.mark.parametrize("table", NAMES)
def test_what_nobody_signed_is_refused_in_every_table(registry, table):
    with pytest.raises(sqlite3.IntegrityError, match=UNSIGNED):
        registry.execute(f"INSERT INTO {table} DEFAULT VALUES")


@pytest.mark.parametrize("verb", ["UPDATE prisoners SET father = 'x'", "DELETE FROM prisoners"])
def test_an_unsigned_change_or_removal_is_refused(registry, verb):
    with act(registry) as unit:
        make_prisoner(unit)
    with pytest.raises(sqlite3.IntegrityError, match=UNSIGNED):
        registry.execute(verb)


def test_the_orm_is_refused_as_well(registry):
    with pytest.raises(DatabaseRefuses, match=UNSIGNED), writing(registry) as session:
        session.add(Prisoner(id=7))
        session.flush()


def test_one_line_for_every_field_that_changed_and_nothing_counts_as_a_value(registry):
    with act(registry) as unit:
        number = make_prisoner(unit, None, father="Rostam")
    with act(registry) as unit:
        unit.amend(unit.get(Prisoner, number), father=None, occupation="miller")
    assert lines(registry, 2) == [
        ("prisoners", 1, "father", "Rostam", None),
        ("prisoners", 1, "occupation", None, "miller"),
    ]


def test_a_change_to_the_same_value_writes_no_line(registry):
    with act(registry) as unit:
        number = make_prisoner(unit, None, father="Rostam")
    with act(registry) as unit:
        unit.amend(unit.get(Prisoner, number), father="Rostam", occupation="miller")
    assert [line[2] for line in lines(registry, 2)] == ["occupation"]


def test_every_line_says_whom_it_is_about(registry):
    with act(registry) as unit:
        number = make_prisoner(unit)
        case = unit.add(unit_record("cases"), {"prisoner_id": number})
        charge = unit.add(unit_record("charges"), {"case_id": case.id, "quoted": "assembly"})
        judgment = unit.add(unit_record("judgments"), {"case_id": case.id})
        sentence = unit.add(
            unit_record("sentences"), {"judgment_id": judgment.id, "charge_id": charge.id, "kind": "prison"}
        )
        unit.add(unit_record("sources"), {"outlet": "An Outlet"})
        unit.remove(sentence)
    about = dict(registry.execute("SELECT DISTINCT table_name, prisoner_id FROM changes"))
    assert about == dict.fromkeys(
        ("prisoners", "names", "cases", "charges", "judgments", "sentences"), number
    ) | {"sources": None}


def unit_record(table):
    return next(record for record in RECORDED if record.__tablename__ == table)


REWRITING = {
    "a line changed": "UPDATE changes SET new = 'other'",
    "a line removed": "DELETE FROM changes",
    "a line replaced": "INSERT OR REPLACE INTO changes SELECT * FROM changes LIMIT 1",
    "an update changed": "UPDATE updates SET by_whom = 'another'",
    "an update removed": "DELETE FROM updates",
    "an update replaced": "REPLACE INTO updates SELECT * FROM updates",
    "a seal changed": "UPDATE seals SET hash = 'x'",
    "a seal removed": "DELETE FROM seals",
    "a seal replaced": "REPLACE INTO seals SELECT * FROM seals",
    "an upsert": "INSERT INTO seals SELECT * FROM seals WHERE true ON CONFLICT DO UPDATE SET hash = 'x'",
    "a line of no open update": (
        "INSERT INTO changes (update_id, line, table_name, row_id, field) VALUES (1, 999, 'prisoners', 1, 'father')"
    ),
}


@pytest.mark.parametrize("sql", [pytest.param(sql, id=name) for name, sql in REWRITING.items()])
@pytest.mark.parametrize("settings", ["ours", "another program's"])
def test_the_history_cannot_be_rewritten(registry_file, sql, settings):
    with act(registry_file) as unit:
        make_prisoner(unit)
    connection = sqlite3.connect(registry_file, isolation_level=None)
    if settings == "ours":
        connection.execute("PRAGMA recursive_triggers = ON")
    before = connection.execute("SELECT * FROM changes").fetchall()
    with pytest.raises(sqlite3.IntegrityError, match=r"refused|unsigned"):
        connection.execute(sql)
    assert connection.execute("SELECT * FROM changes").fetchall() == before
    connection.close()


@pytest.mark.parametrize(
    ("sql", "reason"),
    [
        ("REPLACE INTO prisoners (id, father) VALUES (1, 'x')", REUSED),
        ("INSERT OR REPLACE INTO prisoners SELECT * FROM prisoners", REUSED),
        ("UPDATE prisoners SET id = 99", RENUMBERED),
        ("UPDATE OR REPLACE prisoners SET id = 2 WHERE id = 1", RENUMBERED),
    ],
)
def test_a_row_is_not_replaced_even_under_an_open_update(registry_file, sql, reason):
    with act(registry_file) as unit:
        make_prisoner(unit)
        make_prisoner(unit, "Bahar Kuhi")
    connection = sqlite3.connect(registry_file, isolation_level=None)  # another program: no settings of ours
    connection.execute("INSERT INTO updates VALUES (99, '2024-01-01T00:00:00Z', 'x', 'x', 'entry', 0, NULL)")
    connection.execute("INSERT INTO open_update VALUES (1, 99)")
    with pytest.raises(sqlite3.IntegrityError, match=reason):
        connection.execute(sql)
    connection.close()


def test_only_one_update_is_open_at_a_time(registry):
    with act(registry) as unit:
        make_prisoner(unit)
        for sql in (
            "INSERT INTO open_update VALUES (1, 1)",
            "INSERT INTO open_update VALUES (2, 1)",
            "REPLACE INTO open_update VALUES (1, 1)",
            "UPDATE open_update SET update_id = 1",
        ):
            with pytest.raises(sqlite3.IntegrityError, match=r"still open|refused"):
                registry.execute(sql)


def test_an_erasure_is_the_one_amendment_the_guard_lets_through(registry):
    with act(registry) as unit:
        number = make_prisoner(unit, None, father="Rostam")
    line = registry.execute(f"SELECT update_id, {LINE} FROM changes WHERE field = 'father'").fetchone()
    emptied = "UPDATE changes SET old = NULL, new = NULL, salt = NULL WHERE field = 'father'"
    with pytest.raises(sqlite3.IntegrityError, match=APPEND_ONLY):
        registry.execute(emptied)
    with act(registry, kind=UpdateKind.ERASURE) as unit:
        unit.amend(unit.get(Prisoner, number), father=None)
        with pytest.raises(sqlite3.IntegrityError, match=APPEND_ONLY):
            registry.execute(emptied)  # its commitment was not kept first
        for own in registry.execute(
            f"SELECT update_id, {LINE} FROM changes WHERE field = 'father'"
        ).fetchall():
            registry.execute(
                "INSERT INTO erasures VALUES (?, ?, ?, 2)", (own[0], own[1], commitment(own[1:]))
            )
        with pytest.raises(sqlite3.IntegrityError, match=APPEND_ONLY):
            registry.execute(emptied.replace("SET", "SET field = 'mother',"))
        registry.execute(emptied)
    assert (
        registry.execute("SELECT old, new, salt FROM changes WHERE field = 'father'").fetchall()
        == [(None,) * 3] * 2
    )
    assert line[2] == "prisoners"


def test_a_row_taken_out_leaves_its_history(registry):
    with act(registry) as unit:
        number = make_prisoner(unit)
        event = make_event(unit, number, "arrest", "2023-05-01")
    with act(registry) as unit:
        unit.remove(unit.get(Event, event))
    assert ("events", 1, "id", "1", None) in lines(registry, 2)
    assert registry.execute("SELECT count(*) FROM events").fetchone() == (0,)
