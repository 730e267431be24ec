"""Reading the history forwards: rows as they were, also through columns that were renamed."""

from prisoners.records.events import Event
from prisoners.store.replay import renamed_fields, replay, typed, whole_number_columns
from tests.builders import act, make_event, make_prisoner


def line(row, field, new, table="prisoners"):
    return {"table_name": table, "row_id": row, "field": field, "new": new}


def test_lines_amount_to_the_rows_that_stand():
    told = [
        line(1, "id", "1"),
        line(1, "father", "Rostam"),
        line(2, "id", "2"),
        line(1, "father", None),
        line(2, "id", None),
    ]
    assert replay(told) == {("prisoners", 1): {"id": 1}}


def test_a_row_that_was_taken_out_with_all_its_fields_is_gone(registry):
    with act(registry) as unit:
        number = make_event(unit, make_prisoner(unit), "arrest", "2023-05-01")
    with act(registry) as unit:
        unit.remove(unit.get(Event, number))
    names = ("table_name", "row_id", "field", "new")
    lines = registry.execute("SELECT table_name, row_id, field, new FROM changes ORDER BY update_id, line")
    state = replay(dict(zip(names, one, strict=True)) for one in lines)
    assert {table for table, _ in state} == {"prisoners", "names"}


def test_a_line_of_a_renamed_column_is_read_under_its_new_name():
    renamed = {("prisoners", "papa"): "father", ("prisoners", "gone"): None}
    told = [line(1, "id", "1"), line(1, "papa", "Rostam"), line(1, "gone", "x")]
    assert replay(told, renamed) == {("prisoners", 1): {"id": 1, "father": "Rostam"}}


def test_a_name_is_followed_through_every_step(registry):
    registry.executemany(
        "INSERT INTO field_names VALUES (?, ?, ?, ?)",
        [
            ("prisoners", "papa", "dad", 2),
            ("names", "papa", "x", 2),
            ("prisoners", "dad", "father", 3),
            ("prisoners", "shoe", None, 4),
        ],
    )
    assert renamed_fields(registry) == {
        ("prisoners", "papa"): "father",
        ("prisoners", "dad"): "father",
        ("prisoners", "shoe"): None,
        ("names", "papa"): "x",
    }


def test_numbers_come_back_as_numbers(registry):
    numbers = whole_number_columns(registry, "sentences")
    assert typed({"years": "5", "quoted": "5"}, numbers) == {"years": 5, "quoted": "5"}
