"""Over every verb: the history replayed is the registry, and undoing everything leads back through every step."""

from __future__ import annotations

import sqlite3
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as some

from prisoners.actions import consents
from prisoners.actions.because import open_act
from prisoners.actions.prisoners import tell_apart
from prisoners.actions.undo import undo
from prisoners.actions.verbs import VERBS
from prisoners.errors import PrisonersError
from prisoners.records.courts import Court
from prisoners.records.offences import Offence
from prisoners.records.officials import Official
from prisoners.records.prisons import Prison
from prisoners.records.tables import BY_NAME
from prisoners.store.engine import create_registry, writing
from prisoners.store.opening import connect_new
from prisoners.store.schema import expected_shape, shape
from prisoners.store.verify import verify
from prisoners.vocabulary import UpdateKind
from tests.builders import stopped

ADDRESS = "https://example.org/news/"
OWN = [table for table in VERBS if table not in ("prisoners", "files")]

SAMPLES = {
    "prisoners": [
        {"father": "Karim"},
        {"father": "", "born": "spring 1365"},
        {"gender": "زن", "basis": "already_public"},
    ],
    "names": [
        {"text": "ندا زرباف"},
        {"text": "Jina Zarbaf", "kind": "home", "is_primary": "yes"},
        {"is_primary": "yes"},
    ],
    "activities": [{"activity": "teacher"}, {"weight": "secondary", "activity": "journalist"}],
    "external_ids": [{"list_name": "hrana", "number": "5081"}, {"list_name": "hrana", "number": "0007"}],
    "not_the_same": [{"other_id": "P-0001", "note": "another father"}, {"other_id": "P-0002"}],
    "cases": [{"file_number": "9909977121100770"}, {"arrested": "1 Mehr 1401", "stage": "appeal"}],
    "charges": [
        {"offence": "610"},
        {"offence": "تبلیغ علیه نظام", "changed_from": "CH-0001"},
        {"quoted": "links", "state": "dropped"},
    ],
    "judgments": [
        {"court": "Revolutionary Court of Tehran", "on": "1402"},
        {"notified": "1403", "outcome": "convicted"},
    ],
    "sentences": [
        {"term": "5 years and 6 months", "charge": "CH-0001"},
        {"kind": "lashes", "lashes": "74"},
        {"term": "1 y 40 d"},
    ],
    "events": [
        {"kind": "arrest", "on": "1 Mehr 1401", "prison": "Evin 209"},
        {"kind": "transfer", "prison": "a house in Sari", "after": "E-0001", "case": "C-0001"},
        {"kind": "release", "on": "1402", "status": "on_bail", "amount": "۲۰۰"},
        {"kind": "execution_carried_out", "on": "1401"},
    ],
    "consents": [
        {"subject": "family", "scope": "publish"},
        {"refused": "yes", "subject": "person", "scope": "store"},
    ],
    "relations": [{"kind": "sister", "name": "Mina"}, {"kind": "co_defendant", "other": "P-0001"}],
    "contacts": [{"kind": "telephone", "value": "none"}, {"note": "through a friend"}],
    "health": [{"kind": "cancer", "summary": "in treatment"}, {"level": "sealed"}],
    "follow_ups": [{"due": "1404", "ask": "the lawyer"}, {"state": "done"}],
    "sources": [{"url": f"{ADDRESS}1"}, {"outlet": "Example", "reliability": "B"}],
    "citations": [{"about": "P-0001", "field": "father"}, {"about": "E-0001"}, {"credibility": "likely"}],
    "postings": [
        {"court": "Revolutionary Court of Tehran", "branch": "15", "since": "1395"},
        {"prison": "Evin", "role": "prison_director", "until": "1399"},
    ],
    "interventions": [{"kind": "letter", "on": "1402"}, {"response": "denial", "responded": "1402"}],
    "estimates": [
        {"kind": "arrested", "least": "۴٬۰۰۰", "named": "784", "on": "autumn 1401", "province": "کردستان"},
        {"kind": "held", "quoted": "hundreds", "prison": "Evin", "overlaps": "ES-0001"},
        {"most": "9000"},
    ],
    "beneficiaries": [{"prisoner_id": "P-0001"}, {"prisoner_id": "P-0002", "answer": "was released"}],
}

numbers = some.integers(1, 3)
becauses = some.sampled_from(["a test", f"{ADDRESS}1", f"{ADDRESS}2", "S-0001"])


def typed(table):
    return some.tuples(some.just(table), some.sampled_from(SAMPLES[table]))


added = some.tuples(some.just("add"), numbers, some.sampled_from(OWN).flatmap(typed))
amended = some.tuples(some.just("amend"), numbers, some.sampled_from(list(SAMPLES)).flatmap(typed))
withdrawn = some.tuples(some.just("withdraw"), numbers, some.sampled_from(list(SAMPLES)).flatmap(typed))
taken_back = some.tuples(some.just("take back"), numbers, typed("consents"))
told_apart = some.tuples(some.just("tell apart"), numbers, typed("not_the_same"))
steps = some.lists(
    some.tuples(becauses, added | added | amended | withdrawn | taken_back | told_apart), max_size=12
)


def do(unit, verb, number, table, facts):
    """One verb on one row or one person."""
    if verb == "add":
        VERBS[table].add(unit, number, facts)
    elif verb == "amend":
        VERBS[table].amend(unit, number, facts)
    elif verb == "withdraw":
        VERBS[table].withdraw(unit, number)
    elif verb == "take back":
        consents.take_back(unit, number, {})
    else:
        tell_apart(unit, number, facts)


def act(connection, because, work, **more):
    """One update, or none where it is refused; returns whether it was made."""
    try:
        with (
            writing(connection) as session,
            open_act(session, by="Sara", because=because, clock=stopped, **more) as unit,
        ):
            work(unit)
    except PrisonersError:
        return False
    return True


@cache
def small_world() -> bytes:
    """The file of a registry with three people, a few entries of the lists, and a few records that verbs can find."""
    connection = create_registry(None, clock=stopped)

    def seed(unit):
        unit.add(Prison, {"name_en": "Evin", "wards": "209 (MOIS)"})
        unit.add(Official, {"name_en": "Karim Sangdel"})
        unit.add(Court, {"kind": "revolutionary", "name_en": "Revolutionary Court of Tehran"})
        unit.add(Offence, {"law": "IPC75", "article": "610", "name_en": "assembly and collusion"})
        unit.add(
            Offence,
            {"law": "IPC75", "article": "500", "name_en": "propaganda", "aliases_fa": "تبلیغ علیه نظام"},
        )

    assert act(connection, "a test", seed)
    for name in ("Neda Zarbaf", "Omid Sangi", "ناشناس"):
        assert act(
            connection, "a test", lambda unit, name=name: VERBS["prisoners"].add(unit, 0, {"names": [name]})
        )
    for table in ("cases", "charges", "judgments", "sentences", "events", "sources", "consents"):
        assert act(
            connection, "a test", lambda unit, table=table: VERBS[table].add(unit, 1, SAMPLES[table][0])
        )
    return connection.serialize()


def begin() -> sqlite3.Connection:
    connection = connect_new(None)
    connection.deserialize(small_world())
    return connection


def rows(connection):
    """Everything that is recorded."""
    return {table: connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in BY_NAME}


def proven(connection):
    """Whether the history replayed is the registry, and every seal holds."""
    return verify(connection, expected_shape(), shape(connection)) == []


def last_update(connection) -> int:
    return connection.execute("SELECT max(id) FROM updates").fetchone()[0]


@settings(max_examples=settings().max_examples // 4)  # each is the life of a whole registry
@given(steps)
def test_the_history_replayed_is_the_registry_after_every_verb_and_undo_leads_back(steps):
    connection = begin()
    kept = [(last_update(connection), rows(connection))]
    for because, (verb, number, (table, facts)) in steps:
        before = rows(connection)
        if act(connection, because, lambda unit: do(unit, verb, number, table, facts)):  # noqa: B023 - called at once
            kept.append((last_update(connection), rows(connection)))
        else:
            assert rows(connection) == before
    assert proven(connection)
    undos = []
    for (update, _), (_, before) in reversed(list(zip(kept[1:], kept, strict=False))):
        assert act(connection, "a test", lambda unit: undo(unit, update), kind=UpdateKind.UNDO, undoes=update)  # noqa: B023
        assert rows(connection) == before
        undos.append(last_update(connection))
    for update in reversed(undos):
        assert act(connection, "a test", lambda unit: undo(unit, update), kind=UpdateKind.UNDO, undoes=update)  # noqa: B023
    assert rows(connection) == kept[-1][1]
    assert proven(connection)
    connection.close()
