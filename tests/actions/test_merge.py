"""Merging: nothing of either record is lost, both references resolve, and undoing parts them exactly."""

import pytest

from prisoners.actions.merge import differing, merge
from prisoners.actions.undo import undo
from prisoners.errors import MergedAway, MergeOpen, NotOnePerson
from prisoners.queries.find import person_meant
from prisoners.records.cases import Case
from prisoners.records.citations import Citation
from prisoners.records.external_ids import ExternalId
from prisoners.records.not_the_same import NotTheSame
from prisoners.records.prisoners import Prisoner
from prisoners.records.relations import Relation
from prisoners.records.sources import Source
from prisoners.records.tables import RECORDED
from prisoners.store.engine import create_registry, writing
from prisoners.store.reader import Reader
from prisoners.store.schema import expected_shape, shape
from prisoners.store.unit import unit_of_work
from prisoners.store.verify import verify
from prisoners.vocabulary import UpdateKind
from tests.builders import act, make_event, make_prisoner


@pytest.fixture
def registry():
    connection = create_registry(None)
    with act(connection) as unit:
        kept = make_prisoner(unit, "Neda Zarbaf", "ندا زرباف", father="Rostam", note="first", gender="female")
        gone = make_prisoner(unit, "Neda Zarbaaf", None, father="Rustam", note="second", occupation="miller")
        unit.amend(unit.get(Prisoner, gone), ethnicity="kurdish", ethnicity_presumed=True)
        case = unit.add(Case, {"prisoner_id": gone})
        make_event(unit, kept, "arrest", "2022-09-16", status="detained_investigation")
        make_event(unit, gone, "transfer", "2023-01-02", place="a flat", case_id=case.id)
        source = unit.add(Source, {"outlet": "An Outlet"})
        about = {"source_id": source.id, "prisoner_id": gone, "about_table": "prisoners", "about_row": gone}
        unit.add(Citation, about)
        unit.add(Citation, about | {"about_table": "events", "about_row": 2})
        unit.add(ExternalId, {"prisoner_id": gone, "list_name": "list", "number": "5081"})
        third = make_prisoner(unit, "Bahar Kuhi")
        unit.add(Relation, {"prisoner_id": third, "other_id": gone, "kind": "friend"})
    yield connection
    connection.close()


def rows(connection):
    return {
        record.__tablename__: connection.execute(
            f"SELECT * FROM {record.__tablename__} ORDER BY id"
        ).fetchall()
        for record in RECORDED
    } | {
        "headlines": [row[:-1] for row in connection.execute("SELECT * FROM headlines ORDER BY 1").fetchall()]
    }


def merged(registry, **standing):
    with act(registry, kind=UpdateKind.MERGE) as unit:
        merge(unit, 1, 2, standing)


def test_everything_goes_over_and_both_references_lead_to_one_person(registry):
    merged(registry, father=2)
    reader = Reader(registry)
    assert person_meant(reader, "P-0002").id == person_meant(reader, "list:5081").id == 1
    assert person_meant(reader, "Neda Zarbaaf").id == 1
    registry.row_factory = None
    found = registry.execute(
        "SELECT father, note, occupation, ethnicity, ethnicity_presumed, gender FROM prisoners"
    )
    assert found.fetchone() == ("Rustam", "first\nsecond", "miller", "kurdish", 1, "female")
    for table in ("names", "cases", "events", "citations", "external_ids"):
        assert registry.execute(
            f"SELECT DISTINCT prisoner_id FROM {table} WHERE prisoner_id < 3"
        ).fetchall() == [(1,)]
    assert registry.execute("SELECT about_row FROM citations ORDER BY id").fetchall() == [(1,), (2,)]
    assert registry.execute("SELECT other_id FROM relations").fetchall() == [(1,)]
    assert registry.execute("SELECT name_latin, name_persian, status, place FROM headlines").fetchone() == (
        "Neda Zarbaf",
        "ندا زرباف",
        "detained_investigation",
        "a flat",
    )
    assert verify(registry, expected_shape(), shape(registry)) == []


def test_undoing_parts_them_exactly(registry):
    before = rows(registry)
    merged(registry, father=1)
    assert rows(registry) != before
    with (
        writing(registry) as session,
        unit_of_work(session, by="Omid", because="two people", kind=UpdateKind.UNDO, undoes=2) as unit,
    ):
        undo(unit, 2)
    assert rows(registry) == before
    assert verify(registry, expected_shape(), shape(registry)) == []


def test_nobody_chooses_silently(registry):
    with pytest.raises(MergeOpen) as refused:
        merged(registry)
    assert refused.value.fields == ["father"]
    assert registry.execute("SELECT count(*) FROM updates").fetchone() == (1,)


def test_what_differs_is_shown_side_by_side(registry):
    with act(registry) as unit:
        said = differing(unit.get(Prisoner, 1), unit.get(Prisoner, 2))
        unit.amend(unit.get(Prisoner, 1), occupation="weaver")
    assert said == {"father": ("Rostam", "Rustam")}


def test_a_record_is_not_merged_with_itself_or_twice(registry):
    with pytest.raises(NotOnePerson, match="already"), act(registry) as unit:
        merge(unit, 1, 1, {})
    merged(registry, father=1)
    with pytest.raises(MergedAway):
        merged(registry, father=1)


@pytest.mark.parametrize(("one", "other"), [(1, 2), (2, 1)])
def test_people_who_were_told_apart_stay_apart(registry, one, other):
    with act(registry) as unit:
        unit.add(NotTheSame, {"prisoner_id": one, "other_id": other})
    with pytest.raises(NotOnePerson, match="told apart"):
        merged(registry, father=1)
