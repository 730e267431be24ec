"""Mapping files: what they can say, and every slip of the pen named."""

from __future__ import annotations

import tomllib

import pytest

from prisoners.errors import MappingWrong
from prisoners.sheets.mapping import find_mapping, load_mapping, read_mapping, shipped

GOOD = """
list = "hand-list"
number = ["no"]
counted_on = "2026-02-09"
credibility = "likely"
[source]
outlet = "Example"
url = "https://example.org/list"
[always]
"event.kind" = "arrest"
[columns.name]
to = "name.text"
[columns.age]
to = "prisoner.born"
read = "age"
[columns.state.words.held]
"event.status" = "detained_investigation"
"""


def reading(text: str):
    return read_mapping("hand-list", tomllib.loads(text))


def test_a_mapping_is_read_with_its_values():
    mapping = reading(GOOD)
    assert (mapping.list_name, mapping.number, mapping.title) == ("hand-list", ("no",), "hand-list")
    assert mapping.counted_on is not None
    assert mapping.counted_on.edtf == "2026-02-09"
    assert mapping.credibility == "likely"
    assert mapping.address == "https://example.org/list"
    assert mapping.always == {("event", "kind"): "arrest"}
    assert mapping.rules["age"].to == ("prisoner", "born")
    assert mapping.rules["state"].words == {"held": {("event", "status"): "detained_investigation"}}
    assert reading(GOOD.replace('["no"]', '"no"')).number == ("no",)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('list = "hand-list"', "", "`list` is missing"),
        ("credibility", "credbility", "`credbility`, which is not known"),
        ('"event.kind" = "arrest"', '"event.kind" = "arest"', "events.kind: .arest. is not a word"),
        ('"event.kind"', '"evnt.kind"', "there is no record `evnt`"),
        ('"event.kind"', '"event.knid"', "no field .knid"),
        ('"event.kind"', '"event.prison_id"', "`event.prison_id` is not a field that a list can fill"),
        ('"event.kind" = "arrest"', '"event" = "arrest"', "`event`"),
        ('to = "name.text"', "", "needs either `to` or `words`"),
        ('to = "name.text"', 'to = "name.text"\nsplt = ";"', "column “name” has `splt`"),
        ('read = "age"', 'year = "1404"', "`year` must be a year"),
        ('read = "age"', 'read = "agee"', "is read as `agee`"),
        ('counted_on = "2026-02-09"', 'counted_on = "some day"', "counted_on: "),
        (
            'outlet = "Example"\nurl = "https://example.org/list"',
            'language = "en"',
            "a source needs an address",
        ),
    ],
)
def test_every_slip_is_named(old, new, why):
    assert old in GOOD
    with pytest.raises(MappingWrong, match=why):
        reading(GOOD.replace(old, new))


def test_a_column_must_be_a_table():
    with pytest.raises(MappingWrong, match="must be a table"):
        read_mapping("x", {"list": "x", "number": ["a"], "columns": {"a": "name.text"}})


def test_a_mapping_is_found_by_name_or_path(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(GOOD, encoding="utf-8")
    assert load_mapping(str(path)).name == "mine"
    assert "detainees-site" in shipped()
    assert find_mapping("detainees-site").name == "detainees-site.toml"
    with pytest.raises(MappingWrong, match="detainees-site"):
        find_mapping("nowhere")


@pytest.mark.parametrize("content", [b"list = ", b"\xff\xfe"])
def test_a_file_that_is_no_toml_is_named(tmp_path, content):
    path = tmp_path / "mine.toml"
    path.write_bytes(content)
    with pytest.raises(MappingWrong, match=r"mine\.toml"):
        load_mapping(str(path))


@pytest.mark.parametrize("name", shipped())
def test_every_mapping_that_is_shipped_can_be_read(name):
    assert load_mapping(name).list_name == name
