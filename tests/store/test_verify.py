"""The proof: what the history says is what stands; whatever was tampered with is named."""

import sqlite3

import pytest

from prisoners.errors import BackupNotSound
from prisoners.records.prisoners import Prisoner
from prisoners.store.backup import content_digest_of_file
from prisoners.store.derived import rebuild
from prisoners.store.engine import driver
from prisoners.store.opening import connect
from prisoners.store.schema import expected_shape, shape
from prisoners.store.sealing import LINE
from prisoners.store.seals import commitment
from prisoners.store.verify import _open, head, verify
from prisoners.vocabulary import UpdateKind
from tests.builders import act, make_event, make_prisoner


@pytest.fixture
def written(registry_file):
    with act(registry_file) as unit:
        first = make_prisoner(unit, "Neda Zarbaf", "ندا زرباف", father="Rostam")
        make_event(unit, first, "arrest", "2022-09-16", status="detained_investigation")
        make_prisoner(unit, "Bahar Kuhi")
    with act(registry_file, by="Omid") as unit:
        make_event(unit, first, "transfer", "2023-01-02", place="a flat")
    return registry_file


def findings(path):
    connection = connect(path, reading=True)
    found = verify(connection, expected_shape(), shape(connection))
    connection.close()
    return {(finding.name, finding.about) for finding in found}


def tamper(path, *statements, lifted=()):
    """Another program, which first drops the triggers that would refuse it and lays them again after."""
    connection = sqlite3.connect(path, isolation_level=None)
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("BEGIN")
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    for name, sql in triggers:
        if name not in lifted:
            connection.execute(sql)
    connection.execute("COMMIT")
    connection.close()


def test_an_untouched_registry_is_proven(written):
    assert findings(written) == set()


def test_an_empty_registry_is_proven(registry_file):
    assert findings(registry_file) == set()


def test_the_head_stands_for_the_whole_chain(written):
    connection = connect(written, reading=True)
    ((last, number, sealed),) = head(connection)
    assert (last, number) == ("U-0002", 2)
    assert connection.execute("SELECT hash FROM seals WHERE update_id = 2").fetchone() == (sealed,)
    connection.close()


TAMPERED = {
    "a fact changed": (("UPDATE prisoners SET father = 'Kave' WHERE id = 1",), {("row_differs", "P-0001")}),
    "a row added": (
        ("INSERT INTO not_the_same (id, prisoner_id, other_id, withdrawn) VALUES (5, 1, 2, 0)",),
        {("row_without_history", "D-0005")},
    ),
    "a row removed": (
        ("DELETE FROM events WHERE id = 2",),
        {("row_missing", "E-0002"), ("derived_out_of_date", "headlines")},
    ),
    "a line changed": (
        ("UPDATE changes SET new = 'Kave' WHERE field = 'father'",),
        {("seal_differs", "U-0001"), ("row_differs", "P-0001")},
    ),
    "a line and its row changed": (
        (
            "UPDATE changes SET new = 'Kave' WHERE field = 'father'",
            "UPDATE prisoners SET father = 'Kave' WHERE id = 1",
        ),
        {("seal_differs", "U-0001")},
    ),
    "a salt changed": (
        ("UPDATE changes SET salt = 'x' WHERE field = 'father'",),
        {("seal_differs", "U-0001")},
    ),
    "a time changed": (
        ("UPDATE updates SET at = '2021-01-01T00:00:00Z' WHERE id = 2",),
        {("seal_differs", "U-0002")},
    ),
    "a seal removed": (("DELETE FROM seals WHERE update_id = 2",), {("update_unsealed", "U-0002")}),
    "a seal in the middle removed": (
        ("DELETE FROM seals WHERE update_id = 1",),
        {("update_unsealed", "U-0001"), ("chain_broken", "U-0002")},
    ),
    "lines swapped": (
        (
            "UPDATE changes SET line = 900 WHERE update_id = 1 AND line = 3",
            "UPDATE changes SET line = 3 WHERE update_id = 1 AND line = 2",
            "UPDATE changes SET line = 2 WHERE update_id = 1 AND line = 900",
        ),
        {("seal_differs", "U-0001")},
    ),
    "an update opened and left": (
        ("INSERT INTO open_update VALUES (1, 2)",),
        {("update_left_open", "U-0002")},
    ),
    "an update of another program": (
        ("INSERT INTO updates VALUES (3, '2024-01-01T00:00:00Z', 'x', 'x', 'entry', 0, NULL)",),
        {("update_unsealed", "U-0003")},
    ),
    "a name key removed": (("DELETE FROM name_keys",), {("derived_out_of_date", "name_keys")}),
    "a headline changed": (
        ("UPDATE headlines SET status = 'executed'",),
        {("derived_out_of_date", "headlines")},
    ),
}


@pytest.mark.parametrize(("statements", "expected"), TAMPERED.values(), ids=TAMPERED)
def test_tampering_is_named(written, statements, expected):
    tamper(written, *statements)
    assert findings(written) == expected


def test_a_removed_update_is_named_with_its_lines(written):
    tamper(written, "DELETE FROM updates WHERE id = 2")
    names = {name for name, _ in findings(written)}
    assert names == {"link_broken"}


def test_lines_of_an_update_that_never_was_are_named(written):
    tamper(written, "UPDATE changes SET update_id = 9 WHERE update_id = 2")
    connection = sqlite3.connect(written)
    assert ("update_missing", "U-0009") in {(found.name, found.about) for found in _open(connection)}
    connection.close()


def test_a_value_outside_its_list_is_named_by_the_file_itself(written):
    tamper(written, "UPDATE prisoners SET gender = 'x'")
    assert {name for name, _ in findings(written)} == {"file_damaged"}
    with pytest.raises(BackupNotSound):
        content_digest_of_file(written)


@pytest.mark.parametrize("lifted", ["prisoners_amended", "changes_only_erased", "prisoners_not_again"])
def test_a_guard_that_was_lifted_is_named(written, lifted):
    tamper(written, lifted=(lifted,))
    assert findings(written) == {("guard_differs", lifted)}


def test_a_guard_that_was_altered_or_added_is_named(written):
    connection = sqlite3.connect(written, isolation_level=None)
    connection.execute("DROP VIEW people")
    connection.execute("CREATE VIEW people AS SELECT 1")
    connection.execute("CREATE TRIGGER mine AFTER INSERT ON counters BEGIN SELECT 1; END")
    connection.close()
    assert findings(written) == {("guard_differs", "people"), ("guard_differs", "mine")}


def test_a_table_that_was_altered_stops_the_rest(written):
    connection = sqlite3.connect(written, isolation_level=None)
    connection.execute("ALTER TABLE counters ADD COLUMN more TEXT")
    connection.close()
    assert findings(written) == {("schema_differs", "counters")}


def test_a_damaged_file_is_named(written):
    page = bytearray(written.read_bytes())
    middle = len(page) // 2 // 4096 * 4096
    page[middle : middle + 8] = b"\xff" * 8
    written.write_bytes(bytes(page))
    assert {name for name, _ in findings(written)} <= {"file_damaged", "link_broken"}
    assert findings(written)


def test_what_is_derived_can_be_written_anew(written):
    tamper(written, "DELETE FROM name_keys", "UPDATE headlines SET status = NULL")
    rebuild(written)
    assert findings(written) == set()


def test_an_update_without_lines_breaks_no_chain(written):
    tamper(written, "DELETE FROM changes WHERE update_id = 1")
    assert ("seal_differs", "U-0001") in findings(written)
    assert ("seal_differs", "U-0002") not in findings(written)


def test_an_erased_value_leaves_the_chain_whole(written):
    with act(written, kind=UpdateKind.ERASURE) as unit:
        unit.amend(unit.get(Prisoner, 1), father=None)
        plain = driver(unit.session.connection())
        for own in plain.execute(f"SELECT update_id, {LINE} FROM changes WHERE field = 'father'").fetchall():
            plain.execute(
                "INSERT INTO erasures VALUES (?, ?, ?, ?)",
                (own[0], own[1], commitment(own[1:]), unit.update.id),
            )
        plain.execute("UPDATE changes SET old = NULL, new = NULL, salt = NULL WHERE field = 'father'")
    assert b"Rostam" not in written.read_bytes()
    assert findings(written) == set()
