"""What was changed: by whom, when, why, on whose word."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from prisoners.errors import FieldNeverRecorded
from prisoners.queries.history import Asked, act_outward, history, record_named
from prisoners.queries.sealed import SEALED


def acts(reader, **asked):
    return list(history(reader, Asked(**asked)))


def test_the_newest_update_stands_first(reader):
    assert [act.reference for act in acts(reader, prisoner=1)] == ["U-0004", "U-0002"]


def test_a_field_says_what_it_was_and_what_it_became(reader):
    last, first = acts(reader, prisoner=1, field="occupation")
    (line,) = last.lines
    assert (line.reference, line.old, line.new) == ("P-0001", "teacher", "teacher and translator")
    assert (last.by_whom, last.because) == ("Lida", "the family told us")
    assert [(line.old, line.new) for line in first.lines] == [(None, "teacher")]


def test_a_reason_that_is_a_source_says_on_whose_word(reader):
    (act,) = acts(reader, prisoner=1, until=dt.date(2023, 1, 1))
    assert act.source == "Bidar News, https://bidar.example/1"


@pytest.mark.parametrize(
    ("asked", "updates"),
    [
        pytest.param({}, [4, 3, 2, 1], id="all of it"),
        pytest.param({"by": "lida"}, [4], id="one researcher, in any case"),
        pytest.param({"since": dt.date(2023, 5, 1)}, [4, 3], id="since a day"),
        pytest.param({"until": dt.date(2022, 10, 1)}, [1], id="until a day"),
        pytest.param({"update": 3}, [3], id="one update"),
        pytest.param({"row": ("prisons", 1)}, [1], id="one record"),
        pytest.param({"row": ("prisons", 99)}, [], id="no such record"),
    ],
)
def test_a_part_of_the_history(reader, asked, updates):
    assert [act.id for act in acts(reader, **asked)] == updates


def test_as_many_as_asked_for(reader):
    assert len(list(history(reader, Asked(), limit=2))) == 2


def test_sealed_values_are_covered_in_the_history_too(reader):
    said = json.dumps([act_outward(act) for act in acts(reader)], ensure_ascii=False)
    assert "SEALED-" not in said
    assert SEALED in said
    asked = json.dumps([act_outward(act) for act in history(reader, Asked(), sealed=True)])
    assert "SEALED-mother" in asked


def test_a_field_that_never_was_names_the_nearest(reader):
    with pytest.raises(FieldNeverRecorded) as raised:
        acts(reader, field="ocupation")
    assert "occupation" in raised.value.hint


def test_programs_get_dates_as_objects(reader):
    (act,) = acts(reader, prisoner=2, field="born")
    (change,) = act_outward(act)["changes"]
    assert change["new"]["words"] == "1368"
    assert change["old"] is None
    assert change["prisoner"] == "P-0002"


@pytest.mark.parametrize(
    ("text", "record"), [("E-0003", ("events", 3)), ("P-0001", None), ("U-0001", None), ("Neda", None)]
)
def test_a_record_is_named_by_its_reference(text, record):
    assert record_named(text) == record
