"""Forgetting for someone's safety: not a byte of the value stays, and the chain still holds."""

import pytest

from prisoners.actions.erasure import erase
from prisoners.errors import FormNotRight, NoSuchField, NoSuchRow
from prisoners.records.contacts import Contact
from prisoners.records.prisoners import Prisoner
from prisoners.store.engine import create_registry
from prisoners.store.opening import connect
from prisoners.store.schema import expected_shape, shape
from prisoners.store.verify import verify
from prisoners.vocabulary import UpdateKind
from tests.builders import act, make_prisoner

NUMBER = "+98 900 000 0042"


@pytest.fixture
def written(tmp_path):
    path = tmp_path / "registry.db"
    create_registry(path).close()
    with act(path) as unit:
        number = make_prisoner(unit, "Neda Zarbaf", father="Rostam", note=NUMBER)
        unit.add(Contact, {"prisoner_id": number, "kind": "telephone", "value": NUMBER})
    with act(path) as unit:
        unit.amend(unit.get(Prisoner, 1), note=f"{NUMBER} no more")
    return path


def findings(path):
    connection = connect(path, reading=True)
    found = verify(connection, expected_shape(), shape(connection))
    connection.close()
    return found


def test_a_field_is_forgotten_in_the_row_and_in_every_line(written):
    with act(written, kind=UpdateKind.ERASURE, because="asked by the family") as unit:
        assert erase(unit, "prisoners", 1, ["note"]) == 3
    with act(written, kind=UpdateKind.ERASURE, because="asked by the family") as unit:
        assert erase(unit, "contacts", 1) == 6
    assert NUMBER.encode() not in written.read_bytes()
    assert findings(written) == []


def test_who_when_and_why_stay(written):
    with act(written, by="Omid", kind=UpdateKind.ERASURE, because="asked by the family") as unit:
        erase(unit, "contacts", 1)
    connection = connect(written, reading=True)
    assert connection.execute(
        "SELECT by_whom, because FROM updates WHERE id IN (SELECT erased_by FROM erasures)"
    ).fetchall() == [("Omid", "asked by the family")]
    assert connection.execute("SELECT count(*) FROM contacts").fetchone() == (0,)
    connection.close()


def test_a_name_that_is_forgotten_is_not_found_any_more(written):
    with act(written, kind=UpdateKind.ERASURE) as unit:
        erase(unit, "names", 1)
    connection = connect(written, reading=True)
    assert connection.execute("SELECT name_latin FROM headlines").fetchone() == (None,)
    assert connection.execute("SELECT count(*) FROM name_keys").fetchone() == (0,)
    connection.close()
    assert b"Zarbaf" not in written.read_bytes()


@pytest.mark.parametrize(
    ("table", "number", "fields", "refused"),
    [
        ("contacts", 9, None, NoSuchRow),
        ("contacts", 1, ["phone"], NoSuchField),
        ("contacts", 1, ["prisoner_id"], NoSuchField),
        ("contacts", 1, ["value"], FormNotRight),
    ],
)
def test_what_cannot_be_erased_is_refused_and_nothing_is_lost(written, table, number, fields, refused):
    with pytest.raises(refused), act(written, kind=UpdateKind.ERASURE) as unit:
        erase(unit, table, number, fields)
    assert findings(written) == []
    assert NUMBER.encode() in written.read_bytes()
