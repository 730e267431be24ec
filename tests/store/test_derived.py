"""What is derived follows what is recorded: names shown, keys found, versions."""

from hashlib import sha256

import pytest

from prisoners.names.key import keys_of
from prisoners.records.names import Name
from prisoners.store.derived import AT_ONCE, RULES, refresh_all
from prisoners.store.reader import Reader
from tests.builders import act, make_event, make_prisoner
from tests.names.invented import FAMILY, GIVEN

KEYS_BY_RULES = {1: "e89728658dbf690d"}


def headlines(registry):
    return registry.execute(
        "SELECT prisoner_id, name_latin, name_persian, status, version FROM headlines"
    ).fetchall()


def test_a_person_is_shown_under_the_primary_name_of_each_script(registry):
    with act(registry) as unit:
        number = make_prisoner(unit, "Neda Zarbaf", "ندا زرباف")
        for text in ("N. Zarbaf", "نِدا"):
            script = "latin" if text.isascii() else "persian"
            unit.add(Name, {"prisoner_id": number, "text": text, "script": script})
    assert headlines(registry) == [(1, "Neda Zarbaf", "ندا زرباف", None, 1)]


def test_a_withdrawn_name_is_neither_shown_nor_found(registry):
    with act(registry) as unit:
        number = make_prisoner(unit, "Neda Zarbaf")
    with act(registry) as unit:
        unit.amend(unit.get(Name, 1), withdrawn=True)
    assert headlines(registry) == [(number, None, None, None, 2)]
    assert registry.execute("SELECT count(*) FROM name_keys").fetchone() == (0,)


def test_every_name_is_found_under_its_keys(registry):
    with act(registry) as unit:
        make_prisoner(unit, "Neda Zarbaf", "ندا زرباف")
    kept = registry.execute("SELECT key, name_id FROM name_keys ORDER BY name_id, key").fetchall()
    assert kept == [(key, 1) for key in sorted(set(keys_of("Neda Zarbaf")))] + [
        (key, 2) for key in sorted(set(keys_of("ندا زرباف")))
    ]


def test_only_those_whom_an_update_touched_are_written_anew(registry):
    with act(registry) as unit:
        make_prisoner(unit, "Neda Zarbaf")
        make_prisoner(unit, "Bahar Kuhi")
    with act(registry) as unit:
        make_event(unit, 2, "arrest", status="detained_investigation")
    assert [row[3:] for row in headlines(registry)] == [(None, 1), ("detained_investigation", 2)]


def test_what_other_rules_wrote_is_written_anew_by_the_next_update_of_anybody(registry):
    with act(registry) as unit:
        make_prisoner(unit, "Neda Zarbaf")
        make_prisoner(unit, "Bahar Kuhi")
    kept = registry.execute("SELECT * FROM name_keys ORDER BY key, name_id").fetchall()
    registry.execute("UPDATE name_keys SET key = 'older ' || key WHERE prisoner_id = 1")
    with act(registry) as unit:
        make_event(unit, 2, "arrest")
    assert registry.execute("SELECT * FROM name_keys ORDER BY key, name_id").fetchall() != kept
    registry.execute("UPDATE registry SET derived_by = derived_by - 1")
    with act(registry) as unit:
        make_event(unit, 2, "hearing")
    assert registry.execute("SELECT * FROM name_keys ORDER BY key, name_id").fetchall() == kept
    assert registry.execute("SELECT derived_by FROM registry").fetchone() == (RULES,)


def test_keys_that_come_out_otherwise_have_rules_of_another_number():
    """Where this fails the keys of names have changed: raise RULES, and write the sum of the new keys beside it."""
    names = [name for same in (*GIVEN, *FAMILY) for name in same]
    keys = "\n".join(f"{name} {' '.join(keys_of(name))}" for name in names)
    assert {RULES: sha256(keys.encode()).hexdigest()[:16]} == KEYS_BY_RULES


def test_more_people_than_are_handled_at_once(registry):
    with act(registry) as unit:
        for _ in range(AT_ONCE + 2):
            make_prisoner(unit, None)
    before = headlines(registry)
    assert len(before) == AT_ONCE + 2
    refresh_all(registry)
    assert headlines(registry) == before


def test_a_reader_answers_by_row_cell_and_stream(registry):
    with act(registry) as unit:
        make_prisoner(unit, "Neda Zarbaf", father="Rostam")
    reader = Reader(registry)
    assert reader.row("SELECT father FROM people WHERE id = :id", id=1)["father"] == "Rostam"
    assert reader.row("SELECT father FROM people WHERE id = :id", id=2) is None
    assert reader.value("SELECT father FROM people WHERE id = :id", id=2) is None
    assert [row["id"] for row in reader.each("SELECT id FROM people")] == [1]


@pytest.mark.parametrize(
    "view",
    ["people", "timeline", "charge_sheet", "judgment_sheet", "sentence_sheet", "sourced", "history_lines"],
)
def test_every_view_can_be_read(registry, view):
    assert (
        Reader(registry).rows(
            f"SELECT * FROM {view} WHERE prisoner_id = 1" if view != "people" else "SELECT * FROM people"
        )
        == []
    )


def test_a_question_can_compare_folded_texts(registry):
    reader = Reader(registry)
    assert reader.value("SELECT folded('عَلي') = folded('علی')") == 1
    assert reader.value("SELECT folded(NULL)") is None
