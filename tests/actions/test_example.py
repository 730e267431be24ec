"""The loader of the example: each act one update, by its own clock, in any copy of a registry."""

from __future__ import annotations

import pytest

from prisoners.actions.example import replay
from prisoners.errors import FormNotRight
from prisoners.store import verify
from prisoners.store.engine import create_registry, writing
from prisoners.store.references import PER_COPY
from prisoners.store.schema import expected_shape, shape

FIRST = {
    "at": "2020-01-02T08:00:00Z",
    "by": "Neda",
    "because": "S-0001",
    "kind": "entry",
    "credible": "likely",
    "do": [
        ["add", "sources", 1, {"kind": "hr_org_report", "outlet": "Sarv Watch"}],
        ["add", "prisoners", 1, {"gender": "female"}],
        ["add", "names", 1, {"prisoner_id": 1, "text": "Neda Zarbaf", "script": "latin", "is_primary": True}],
        ["add", "cases", 1, {"prisoner_id": 1, "stage": "investigation"}],
        ["add", "charges", 1, {"case_id": 1, "offence_id": "IPC75-610"}],
        ["add", "events", 1, {"prisoner_id": 1, "case_id": 1, "kind": "transfer", "prison_id": "evin"}],
    ],
}
SECOND = {
    "at": "2020-03-04T09:30:00Z",
    "by": "Omid",
    "because": "S-0001",
    "kind": "amendment",
    "credible": "possible",
    "do": [
        ["amend", "prisoners", 1, {"father": "Kaveh"}],
        ["amend", "cases", 1, {"stage": "indicted"}],
        ["add", "judgments", 1, {"case_id": 1, "court_id": "revolutionary_tehran_15"}],
        ["add", "sentences", 1, {"judgment_id": 1, "charge_id": 1, "kind": "prison", "years": 5}],
    ],
}
THIRD = {
    "at": "2020-03-04T09:31:00Z",
    "by": "Omid",
    "because": "a slip",
    "kind": "undo",
    "undoes": 2,
    "do": [["amend", "prisoners", 1, {"father": None}]],
}


def replayed(acts, *, copy=0):
    connection = create_registry(None, copy=copy)
    with writing(connection) as session:
        replay(session, acts)
    return connection


@pytest.fixture
def registry():
    return replayed([FIRST, SECOND, THIRD])


def test_every_act_is_an_update_by_the_clock_of_its_researcher(registry):
    found = registry.execute("SELECT at, by_whom, because, kind FROM updates ORDER BY id").fetchall()
    assert found == [
        ("2020-01-02T08:00:00Z", "Neda", "the reference lists shipped with the program", "seed"),
        ("2020-01-02T08:00:00Z", "Neda", "S-0001", "entry"),
        ("2020-03-04T09:30:00Z", "Omid", "S-0001", "amendment"),
        ("2020-03-04T09:31:00Z", "Omid", "a slip", "undo"),
    ]


def test_prisons_courts_and_offences_are_named_by_their_codes(registry):
    found = registry.execute(
        "SELECT prisons.name_en, courts.name_en, offences.article FROM events, judgments, charges"
        " JOIN prisons ON prisons.id = events.prison_id JOIN courts ON courts.id = judgments.court_id"
        " JOIN offences ON offences.id = charges.offence_id"
    ).fetchall()
    assert found == [("Evin", "Branch 15 of the Revolutionary Court of Tehran", "610")]


def test_what_is_entered_because_of_a_source_is_cited_to_it(registry):
    found = registry.execute(
        "SELECT about_table, field, credibility, prisoner_id FROM citations WHERE source_id = 1 ORDER BY id"
    ).fetchall()
    assert found == [
        ("prisoners", None, "likely", 1),
        ("cases", None, "likely", 1),
        ("charges", None, "likely", 1),
        ("events", None, "likely", 1),
        ("prisoners", "father", "possible", 1),
        ("judgments", None, "possible", 1),
    ]


def test_an_undo_says_what_it_undoes_and_leaves_the_old_value(registry):
    assert registry.execute("SELECT undoes FROM updates WHERE kind = 'undo'").fetchone() == (3,)
    assert registry.execute("SELECT father FROM prisoners").fetchone() == (None,)


def test_the_history_of_the_acts_is_proven(registry):
    assert verify.verify(registry, expected_shape(), shape(registry)) == []


def test_another_copy_numbers_the_same_acts_in_its_own_range():
    registry = replayed([FIRST, SECOND], copy=3)
    first = 3 * PER_COPY + 1
    assert registry.execute("SELECT id FROM prisoners").fetchone() == (first,)
    assert registry.execute("SELECT DISTINCT because FROM updates WHERE kind = 'amendment'").fetchone() == (
        "S-3-0001",
    )
    assert registry.execute("SELECT judgment_id, charge_id FROM sentences").fetchone() == (first, first)
    assert verify.verify(registry, expected_shape(), shape(registry)) == []


def test_an_act_that_could_not_be_leaves_nothing():
    wrong = SECOND | {"do": [["amend", "cases", 1, {"stage": "no such stage"}]]}
    connection = create_registry(None)
    with pytest.raises(FormNotRight), writing(connection) as session:
        replay(session, [FIRST, wrong])
    assert connection.execute("SELECT count(*) FROM updates").fetchone() == (0,)
