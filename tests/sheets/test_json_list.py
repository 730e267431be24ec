"""Lists as json and jsonl: every value a text, nothing dropped, and a file that is no list named for what it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from prisoners.errors import SheetUnreadable
from prisoners.sheets.foreign import ForeignSheet
from prisoners.sheets.json_list import read_json
from prisoners.sheets.read import read_sheet


def reading(text: str, *, lines: bool = False) -> ForeignSheet:
    return read_json("list.json", text.encode(), lines=lines)


def test_a_list_of_objects_is_read_with_every_value_as_it_was_written():
    sheet = reading(
        '[{"id": 9909977121100770123, "name": "ندا", "held": true, "years": 1.50}, {"name": null, "x": ""}]'
    )
    assert sheet.heading == ("id", "name", "held", "years", "x")
    assert [row.cells for row in sheet.rows] == [("9909977121100770123", "ندا", "true", "1.50", "")]


def test_what_is_nested_keeps_the_names_on_the_way_to_it():
    sheet = reading(
        '{"people": [{"n": 1, "arrest": {"on": "1401", "by": {"who": "x"}}, "links": ["a", "b"], "o": [{"p": 1}]}]}'
    )
    assert dict(zip(sheet.heading, sheet.rows[0].cells, strict=True)) == {
        "n": "1", "arrest.on": "1401", "arrest.by.who": "x", "links": "a\nb", "o": '[{"p": "1"}]',
    }  # fmt: skip


def test_jsonl_has_an_object_on_every_line_and_rows_are_lines():
    sheet = reading('\ufeff{"n": "1", "m": "x"}\n\n{"n": "2", "m": "y"}\n', lines=True)
    assert [(row.number, row.cells) for row in sheet.rows] == [(1, ("1", "x")), (3, ("2", "y"))]


@pytest.mark.parametrize(
    ("text", "lines", "why"),
    [
        ('{"a": 1, "a": 2}', True, "line 1: an object says “a” twice"),
        ('[{"a": NaN}]', False, "NaN is no number"),
        ('[{"a": 1},\n{"b"}]', False, "line 2: "),
        ("[1, 2]", False, "item 1 is no object"),
        ('{"a": 1}', False, "it holds no list"),
        ('{"a": [], "b": []}', False, "it holds no list, or more than one"),
        ("[]", False, "nobody is in it"),
        ('"x"', False, "it holds no list"),
        ("[" * 100_000, False, "nested deeper"),
        ('{"a": 1}\n[', True, "line 2: "),
        ('[{"a": "\\ud800", "b": 1}]', False, "cell A1: "),
    ],
)
def test_what_is_no_list_is_named_in_one_line(text, lines, why):
    with pytest.raises(SheetUnreadable, match=r"list\.json was not read") as refused:
        reading(text, lines=lines)
    assert why in refused.value.sentence
    assert "\n" not in refused.value.sentence


def test_the_letters_must_be_utf_8_and_the_ending_says_the_kind(tmp_path: Path):
    path = tmp_path / "list.jsonl"
    path.write_bytes(b'{"a": "\xff"}')
    with pytest.raises(SheetUnreadable, match="line 1 is not UTF-8"):
        read_sheet(path)
    (tmp_path / "list.json").write_text('[{"a": "1", "b": "2"}]', encoding="utf-8")
    assert read_sheet(tmp_path / "list.json").heading == ("a", "b")
