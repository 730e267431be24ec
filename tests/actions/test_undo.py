"""Taking updates back: exactly, with what stands on them named, and again forwards."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from prisoners.actions import cases, events, prisoners, sources
from prisoners.actions.undo import undo
from prisoners.errors import AlreadyUndone, NoSuchRow, NotUndoable, UndoBlocked, UndoErased
from prisoners.records.prisoners import Prisoner
from prisoners.vocabulary import UpdateKind

ADDRESS = "https://example.org/news/17"


@pytest.fixture
def take_back(act):
    """Undo the update with this number."""

    def taken_back(update: int) -> int:
        with act(kind=UpdateKind.UNDO, undoes=update) as unit:
            undo(unit, update)
            return unit.update.id

    return taken_back


@pytest.fixture
def do(act):
    """Make one update with a verb; returns its number."""

    def done(verb, *facts, because="a test") -> int:
        with act(because) as unit:
            verb(unit, *facts)
            return unit.update.id

    return done


def person(registry):
    father, occupation = registry.execute("SELECT father, occupation FROM prisoners").fetchone()
    return {"father": father, "occupation": occupation}


def test_an_amendment_undone_gives_the_old_values_back(registry, do, take_back):
    do(prisoners.add, ["Neda Zarbaf"], {"father": "Karim"})
    update = do(prisoners.amend, 1, {"father": "Rahim", "occupation": "poet"})
    take_back(update)
    assert person(registry) == {"father": "Karim", "occupation": None}


def test_an_entry_undone_is_gone_and_comes_back_with_its_number(registry, do, take_back):
    update = do(
        prisoners.add,
        ["Neda Zarbaf", "ندا زرباف"],
        {"father": "Karim", "born": "spring 1365"},
        because=ADDRESS,
    )
    before = [
        list(registry.execute(f"SELECT * FROM {table}"))
        for table in ("prisoners", "names", "sources", "citations")
    ]
    back = take_back(update)
    assert [
        registry.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("prisoners", "names", "name_keys", "sources")
    ] == [0] * 4
    take_back(back)
    assert [
        list(registry.execute(f"SELECT * FROM {table}"))
        for table in ("prisoners", "names", "sources", "citations")
    ] == before
    assert registry.execute("SELECT count(*) FROM name_keys").fetchone()[0] > 0


def test_what_was_undone_is_undone_once_and_may_be_brought_back(registry, do, take_back):
    do(prisoners.add, ["Neda Zarbaf"], {"father": "Karim"})
    update = do(prisoners.amend, 1, {"father": "Rahim"})
    back = take_back(update)
    with pytest.raises(AlreadyUndone, match="U-0004"):
        take_back(update)
    take_back(back)
    assert person(registry)["father"] == "Rahim"
    take_back(update)
    assert person(registry)["father"] == "Karim"


def test_a_field_changed_since_is_not_overwritten(do, take_back):
    do(prisoners.add, ["Neda Zarbaf"], {"father": "Karim"})
    update = do(prisoners.amend, 1, {"father": "Rahim"})
    later = do(prisoners.amend, 1, {"father": "Salim"})
    with pytest.raises(UndoBlocked) as blocked:
        take_back(update)
    assert blocked.value.later == [(f"U-{later:04}", "P-0001")]
    assert f"prisoners undo U-{later:04}" in blocked.value.hint
    take_back(later)
    take_back(update)


def test_another_field_of_the_same_record_changed_since_does_not_matter(registry, do, take_back):
    do(prisoners.add, ["Neda Zarbaf"], {"father": "Karim"})
    update = do(prisoners.amend, 1, {"father": "Rahim"})
    do(prisoners.amend, 1, {"occupation": "poet"})
    take_back(update)
    assert person(registry) == {"father": "Karim", "occupation": "poet"}


@pytest.mark.parametrize(
    ("verb", "facts", "touched"),
    [
        pytest.param(prisoners.amend, (1, {"occupation": "poet"}), "P-0001", id="a field filled since"),
        pytest.param(prisoners.add_name, (1, {"text": "Jina Zarbaf"}), "N-0002", id="a name added since"),
        pytest.param(cases.open_case, (1, {}), "C-0001", id="a case opened since"),
        pytest.param(events.report, (1, {"kind": "arrest"}), "E-0001", id="an event reported since"),
    ],
)
def test_an_entry_on_which_later_work_stands_is_not_undone(do, take_back, verb, facts, touched):
    update = do(prisoners.add, ["Neda Zarbaf"], {})
    later = do(verb, *facts)
    with pytest.raises(UndoBlocked) as blocked:
        take_back(update)
    assert blocked.value.later == [(f"U-{later:04}", touched)]


def test_a_record_cited_since_is_not_taken_out(do, take_back):
    do(prisoners.add, ["Neda Zarbaf"], {})
    update = do(events.report, 1, {"kind": "arrest"})
    do(sources.add, {"url": ADDRESS})
    later = do(sources.cite, 1, {"about": "E-0001"})
    with pytest.raises(UndoBlocked, match="CT-0001"):
        take_back(update)
    take_back(later)
    take_back(update)


def test_what_belonged_to_somebody_who_is_gone_does_not_come_back_alone(do, take_back):
    added = do(prisoners.add, ["Neda Zarbaf"], {})
    update = do(events.report, 1, {"kind": "arrest"})
    back = take_back(update)
    gone = take_back(added)
    with pytest.raises(UndoBlocked, match=f"U-{gone:04}: P-0001"):
        take_back(back)
    take_back(gone)
    take_back(back)


def test_several_changes_of_one_field_in_one_update_go_back_to_the_first(registry, act, do, take_back):
    do(prisoners.add, ["Neda Zarbaf"], {"father": "Karim"})
    with act() as unit:
        prisoners.amend(unit, 1, {"father": "Rahim"})
        prisoners.amend(unit, 1, {"father": "Salim"})
        case = cases.open_case(unit, 1, {})
        charge = cases.lay_charge(unit, case.id, {"offence": "610"})
        cases.amend_charge(unit, charge.id, {"state": "convicted"})
        update = unit.update.id
    back = take_back(update)
    assert person(registry)["father"] == "Karim"
    take_back(back)
    assert person(registry)["father"] == "Salim"
    assert registry.execute("SELECT state FROM charges").fetchone()[0] == "convicted"


def test_an_update_that_is_not_there_cannot_be_undone(take_back):
    with pytest.raises(NoSuchRow, match="U-0077"):
        take_back(77)


def test_what_the_program_stands_on_is_not_undone(take_back):
    with pytest.raises(NotUndoable, match="seed"):
        take_back(1)


def test_what_was_erased_does_not_come_back(act, do, take_back):
    do(prisoners.add, ["Neda Zarbaf"], {"father": "Karim"})
    update = do(prisoners.amend, 1, {"father": "Rahim"})
    with act(kind=UpdateKind.ERASURE) as unit:
        unit.amend(unit.get(Prisoner, 1), father=None)
        unit.session.connection().execute(
            text("INSERT INTO erasures (update_id, line, commitment, erased_by) VALUES (:own, 1, 'x', :by)"),
            {"own": update, "by": unit.update.id},
        )
    with pytest.raises(UndoErased):
        take_back(update)


def test_a_citation_to_a_page_that_was_added_in_the_same_update_goes_with_it(registry, do, take_back):
    do(prisoners.add, ["Neda Zarbaf"], {})
    update = do(prisoners.amend, 1, {"father": "Karim"}, because=ADDRESS)
    take_back(update)
    assert registry.execute("SELECT count(*) FROM citations").fetchone()[0] == 0
    assert registry.execute("SELECT count(*) FROM sources").fetchone()[0] == 0
