"""What may stand in a cell, and comes back from it byte for byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prisoners.sheets.safe import (
    LONGEST_CELL,
    fault_of,
    from_cell,
    guarded,
    in_xml,
    is_live,
    reads_rightwards,
    unguarded,
)

TRIGGERS = "=+-@\t\r\n\0＝＋－ー＠"
BEFORE = ["", " ", "\u00a0", "\ufeff", "\u200c", "\u200f", "\u202e", "'", '"', "“", " '\u200c "]


@pytest.mark.parametrize("trigger", TRIGGERS)
@pytest.mark.parametrize("before", BEFORE)
def test_every_sign_that_begins_a_formula_is_known_also_behind_what_cannot_be_seen(before, trigger):
    assert is_live(f"{before}{trigger}1+1")
    assert guarded(f"{before}{trigger}1+1").startswith("'")


@pytest.mark.parametrize("text", ["", "  ", "Neda", "a=1", "1-1", "۱۴۰۲-۰۱-۰۱", "P-0001", "'quoted'", "(=1)"])
def test_plain_text_is_left_as_it_is(text):
    assert not is_live(text)
    assert guarded(text) == text == unguarded(text)


@given(st.text(alphabet=st.characters() | st.sampled_from(TRIGGERS + "'\"\u200c "), max_size=30))
def test_what_was_guarded_comes_back_byte_for_byte(text):
    assert unguarded(guarded(text)) == text
    assert not is_live(guarded(text)) or guarded(text)[0] == "'"


@given(st.text(alphabet=st.characters() | st.sampled_from("_x05F\r\n"), max_size=40))
def test_what_a_workbook_escapes_is_read_back(text):
    plain = in_xml(text).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert from_cell(plain) == text


def test_a_literal_escape_is_not_read_as_a_carriage_return():
    assert in_xml("_x000D_") == "_x005F_x000D_"
    assert in_xml("a\rb") == "a_x000D_b"


@pytest.mark.parametrize(
    "char", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\ud800", "\ufdd0", "\ufffe", "\uffff", "\U0001fffe"]
)
def test_what_no_text_may_hold_is_refused_by_name(char):
    assert f"U+{ord(char):04X}" in fault_of(f"Neda{char}")


@pytest.mark.parametrize("text", ["Neda\tZarbaf\r\nof Rasht", "نامه‌ای", "👩🏽‍⚖️", "\u202bx\u202c"])
def test_what_people_write_is_taken(text):
    assert fault_of(text) == ""


def test_a_cell_holds_so_many_characters_as_excel_counts_them():
    assert fault_of("a" * LONGEST_CELL) == ""
    assert "32,768" in fault_of("a" * (LONGEST_CELL + 1))
    assert fault_of("👩" * (LONGEST_CELL // 2)) == ""
    assert fault_of("👩" * (LONGEST_CELL // 2 + 1))


@pytest.mark.parametrize(
    ("text", "rightwards"),
    [
        ("ندا", True),
        ("ندا Neda", True),
        ("(۱۴۰۲) ندا", True),
        ("Neda ندا", False),
        ("Neda", False),
        ("12", False),
    ],
)
def test_persian_begins_on_the_right(text, rightwards):
    assert reads_rightwards(text) is rightwards
