"""A unit of work: signed, sealed, all or nothing, with numbers that are never used again."""

import datetime as dt
import sqlite3

import pytest

from prisoners.errors import (
    DatabaseRefuses,
    FormNotRight,
    NoSuchRow,
    NothingBecause,
    NothingChanged,
    StaleEdit,
    UpdateLeftOpen,
)
from prisoners.records.events import Event
from prisoners.records.form import Row
from prisoners.records.names import Name, NameForm
from prisoners.records.prisoners import Prisoner, PrisonerForm
from prisoners.store.engine import create_registry, driver, writing
from prisoners.store.references import PER_COPY, write_reference
from prisoners.store.unit import form_of, record_named, unit_of_work
from tests.builders import STOPPED, act, make_event, make_prisoner, stopped


def test_an_update_says_who_when_and_because_of_what(registry):
    with act(registry, by=" Sara ", because="S-0001") as unit:
        make_prisoner(unit)
        assert unit.today == STOPPED.date()
    found = registry.execute(
        "SELECT id, at, by_whom, because, kind, own_copy, undoes FROM updates"
    ).fetchall()
    assert found == [(1, "2024-03-20T08:15:00Z", "Sara", "S-0001", "entry", 0, None)]


@pytest.mark.parametrize(("by", "because"), [("", "S-0001"), ("Sara", ""), ("Sara", "  \n ")])
def test_nobody_writes_without_a_name_and_a_reason(registry, by, because):
    with pytest.raises(NothingBecause), act(registry, by=by, because=because) as unit:
        make_prisoner(unit)
    assert registry.execute("SELECT count(*) FROM updates").fetchone() == (0,)


def test_an_update_that_changes_nothing_is_not_recorded(registry):
    with act(registry) as unit:
        number = make_prisoner(unit, None, father="Rostam")
    with pytest.raises(NothingChanged) as told, act(registry) as unit:
        unit.amend(unit.get(Prisoner, number), father="Rostam")
    assert told.value.exit_code == 0
    assert registry.execute("SELECT count(*) FROM updates").fetchone() == (1,)


def test_what_goes_wrong_in_the_middle_leaves_nothing(registry):
    with pytest.raises(FormNotRight), act(registry) as unit:
        number = make_prisoner(unit)
        make_event(unit, number, "no such thing")
    tables = ("prisoners", "names", "updates", "changes", "open_update", "headlines", "counters")
    assert [registry.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables] == [0] * 7


def test_an_update_left_open_by_another_program_stops_everything(registry_file):
    other = sqlite3.connect(registry_file)
    other.execute("INSERT INTO updates VALUES (1, '2024-01-01T00:00:00Z', 'x', 'x', 'entry', 0, NULL)")
    other.execute("INSERT INTO open_update VALUES (1, 1)")
    other.commit()
    other.close()
    with pytest.raises(UpdateLeftOpen, match="U-0001"), act(registry_file) as unit:
        make_prisoner(unit)


def test_a_form_names_every_field_that_is_wrong_and_no_value(registry):
    with pytest.raises(FormNotRight) as refused, act(registry) as unit:
        unit.add(Prisoner, {"gender": "femal", "naming": "x", "colour": "red", "merged_into": "secret"})
    fields = [field for field, _ in refused.value.faults]
    assert fields == ["gender", "naming", "merged_into", "colour"]
    assert "female" in refused.value.sentence
    assert "secret" not in refused.value.sentence


def test_a_form_says_what_is_needed_and_which_list_is_long(registry):
    with pytest.raises(FormNotRight) as refused, act(registry) as unit:
        unit.add(Event, {"kind": "arest"})
    assert dict(refused.value.faults)["prisoner_id"] == "this is needed"
    assert "arrest" in dict(refused.value.faults)["kind"]
    with pytest.raises(FormNotRight, match="other words"), act(registry) as unit:
        unit.add(Event, {"kind": "qqqq", "prisoner_id": 1})


def test_two_facts_of_one_form_must_agree(registry):
    with pytest.raises(FormNotRight, match="cannot end before it began"), act(registry) as unit:
        make_event(unit, make_prisoner(unit), "furlough_start", "2023-05-01", until="2023-04-01")


def test_an_empty_cell_is_nothing(registry):
    with act(registry) as unit:
        number = unit.add(Prisoner, {"father": "  ", "gender": "", "born": "", "occupation": None}).id
    row = registry.execute("SELECT father, gender, born, occupation FROM prisoners WHERE id = ?", (number,))
    assert row.fetchone() == (None,) * 4


def test_dates_are_read_from_words_days_and_dates(registry):
    with act(registry) as unit:
        words = unit.add(Prisoner, {"born": "25 Shahrivar 1401"})
        days = unit.add(Prisoner, {"born": dt.date(2022, 9, 16)})
        dates = unit.add(Prisoner, {"born": words.born})
    assert words.born == dates.born
    assert words.born.earliest == days.born.earliest == dt.date(2022, 9, 16)


def test_many_rows_are_entered_at_once_under_numbers_in_order(registry):
    with act(registry) as unit:
        people = unit.add_many(
            Prisoner, [PrisonerForm(father=name) for name in ("Rostam", "Kave", "Siavash")]
        )
        names = [NameForm(prisoner_id=number, text="Neda", script="latin") for number in people]
        assert unit.add_many(Name, names) == [1, 2, 3]
        assert unit.add_many(Name, []) == []
    assert people == [1, 2, 3]
    assert registry.execute("SELECT count(*) FROM headlines").fetchone() == (3,)


def test_a_number_is_never_used_again(registry):
    with act(registry) as unit:
        first = make_event(unit, make_prisoner(unit), "arrest")
    with act(registry) as unit:
        unit.remove(unit.get(Event, first))
    with act(registry) as unit:
        assert make_event(unit, 1, "arrest") == first + 1


def test_numbers_follow_a_row_that_another_program_signed_in(registry):
    with act(registry) as unit:
        make_prisoner(unit)
        registry.execute(
            "INSERT INTO prisoners (id, ethnicity_presumed, religion_presumed, naming, basis, withdrawn)"
            " VALUES (70, 0, 0, 'full', 'none', 0)"
        )
    with act(registry) as unit:
        assert make_prisoner(unit) == 71


def test_two_copies_of_a_registry_number_their_rows_apart():
    connection = create_registry(None, copy=3, clock=stopped)
    with act(connection) as unit:
        number = make_prisoner(unit)
        assert unit.update.id == 3 * PER_COPY + 1
    connection.close()
    assert write_reference("prisoners", number) == "P-3-0001"


def test_a_reference_to_nothing_is_refused(registry):
    with pytest.raises(NoSuchRow, match="P-0099"), act(registry) as unit:
        unit.get(Prisoner, 99)


def test_many_rows_are_corrected_at_once_each_in_fields_of_its_own(registry):
    with act(registry) as unit:
        numbers = [make_prisoner(unit, None, father="Rostam") for _ in range(3)]
        first, second, third = numbers
    with act(registry) as unit:
        unit.amend_each(
            Prisoner,
            {
                first: {"father": "Kave"},
                second: {"born": "1365", "father": "Omid"},
                third: {"father": "Rostam"},
            },
        )
        assert [unit.get(Prisoner, number).father for number in numbers] == ["Kave", "Omid", "Rostam"]
        lines = unit.rows("SELECT row_id, field, old, new FROM changes WHERE update_id = 2 ORDER BY line")
    assert [(line["row_id"], line["field"]) for line in lines] == [
        (first, "father"),
        (second, "father"),
        (second, "born"),
    ]


@pytest.mark.parametrize(
    ("number", "facts", "fault"), [(99, {}, NoSuchRow), (1, {"gender": "x"}, FormNotRight)]
)
def test_where_one_of_many_corrections_cannot_be_none_is_made(registry, number, facts, fault):
    with act(registry) as unit:
        made = make_prisoner(unit, None, father="Rostam")
    with pytest.raises(fault), act(registry) as unit:
        unit.amend_each(Prisoner, {made: {"father": "Kave"}, number: facts})
    with act(registry) as unit:
        assert unit.get(Prisoner, made).father == "Rostam"
        unit.amend(unit.get(Prisoner, made), father="Omid")


def test_an_edit_begun_on_an_older_version_is_refused_with_what_changed(registry):
    with act(registry) as unit:
        number = make_prisoner(unit, None, father="Rostam")
    with act(registry, by="Omid") as unit:
        unit.expect(number, 1)
        unit.amend(unit.get(Prisoner, number), father="Kave")
    with pytest.raises(StaleEdit) as refused, act(registry) as unit:
        unit.expect(number, 1)
    assert all(word in refused.value.sentence for word in ("P-0001", "U-0002", "Omid", "Rostam", "Kave"))


def test_what_changed_is_told_without_anything_that_is_confidential(registry):
    with act(registry) as unit:
        number = make_prisoner(unit, None, father="Rostam", note="ask the sister", born="spring 1365")
    with act(registry, by="Omid") as unit:
        person = unit.get(Prisoner, number)
        unit.amend(person, father=None, note="ask the lawyer", born="Mehr 1365")
        make_event(unit, number, "arrest", "1401", note="told by the sister")
    with pytest.raises(StaleEdit) as refused, act(registry) as unit:
        unit.expect(number, 1)
    assert refused.value.sentence == (
        "P-0001 was changed since U-0001: U-0002 by Omid: P-0001 father Rostam → nothing;"
        " U-0002 by Omid: P-0001 born spring 1365 → Mehr 1365; U-0002 by Omid: P-0001 note something → something;"
        " U-0002 by Omid: E-0001 recorded."
    )


@pytest.mark.parametrize("version", [2, 99])
def test_no_edit_began_on_an_update_that_was_not_written_yet(registry, version):
    with act(registry) as unit:
        number = make_prisoner(unit)
    with pytest.raises(NoSuchRow, match=f"U-00{version:02}"), act(registry) as unit:
        unit.expect(number, version)


def test_an_edit_without_an_expectation_is_not_held_up(registry):
    with act(registry) as unit:
        unit.expect(make_prisoner(unit), None)
    assert registry.execute("SELECT version FROM headlines").fetchone() == (1,)


def test_several_updates_can_be_one_transaction(registry):
    with pytest.raises(NoSuchRow), writing(registry) as session:
        with unit_of_work(session, by="Sara", because="first", clock=stopped) as unit:
            make_prisoner(unit)
        with unit_of_work(session, by="Sara", because="second", clock=stopped) as unit:
            unit.get(Prisoner, 99)
    assert registry.execute("SELECT count(*) FROM updates").fetchone() == (0,)


def test_a_row_never_shows_its_facts_by_accident(registry):
    with act(registry) as unit:
        row = unit.get(Prisoner, make_prisoner(unit, father="Rostam"))
        assert f"{row!r} {row}" == "<Prisoner 1> <Prisoner 1>"


def test_every_record_has_its_form():
    assert form_of(record_named("prisoners")) is PrisonerForm
    with pytest.raises(TypeError):
        form_of(Row)


def test_the_plain_connection_is_the_one_in_the_transaction(registry):
    with writing(registry) as session:
        assert driver(session.connection()) is registry


def test_what_the_plain_connection_refuses_is_a_sentence_too(registry_file):
    with pytest.raises(DatabaseRefuses), writing(registry_file) as session:
        driver(session.connection()).execute("DELETE FROM updates_that_are_not")
    with pytest.raises(DatabaseRefuses, match="unsigned"), writing(registry_file) as session:
        driver(session.connection()).execute("INSERT INTO prisoners DEFAULT VALUES")
