"""Tables: aligned in a pipe, fitted on a screen, and the directions of writing kept apart."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prisoners.commands import tables
from prisoners.commands.safe import FSI, PDI
from prisoners.commands.tables import broken_lines, fitted, padded, show_csv, show_json, show_table, width


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Evin", 4),
        ("اوین", 4),
        ("نامه\u200cای", 6),
        ("مُحَمَّد", 4),
        (f"{FSI}اوین{PDI}", 4),
        ("北京", 4),
        ("e\u0301", 1),
    ],
)
def test_a_text_takes_as_many_cells_as_a_terminal_gives_it(text, cells):
    assert width(text) == cells
    assert width(padded(text, 10)) == 10


def test_a_pipe_gets_aligned_columns_and_nothing_else(capsys):
    show_table(["name", "people"], [["اوین", "5"], ["Rajai Shahr", "12"]], numbers=[1])
    assert capsys.readouterr().out == "name         people\nاوین              5\nRajai Shahr      12\n"


def test_a_screen_gets_a_heading_a_rule_and_lines_that_fit(capsys, monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(tables, "screen_width", lambda: 40)
    show_table(["ref", "because"], [["P-0001", "the same name in another spelling of the same word"]])
    heading, rule, *lines = capsys.readouterr().out.splitlines()
    assert heading == "\x1b[1mref     because\x1b[0m"
    assert rule == "──────  " + "─" * 32
    assert lines == ["P-0001  the same name in another", "        spelling of the same word"]


@given(st.lists(st.integers(1, 60), min_size=1, max_size=6), st.integers(10, 120))
def test_columns_give_way_only_as_far_as_they_can(widths, room):
    least = [min(cells, 7) for cells in widths]
    fit = fitted(widths, least, room)
    assert all(low <= now <= wide for low, now, wide in zip(least, fit, widths, strict=True))
    total = sum(fit) + 2 * (len(fit) - 1)
    assert total <= max(room, sum(least) + 2 * (len(fit) - 1))


def test_an_isolate_that_is_broken_is_closed_on_every_line():
    lines = broken_lines(f"{FSI}یک دو سه چهار{PDI}", 6)
    assert len(lines) > 1
    assert all(line.count(FSI) == line.count(PDI) for line in lines)


@given(st.lists(st.text(alphabet="ab", min_size=1, max_size=9), min_size=1, max_size=9), st.integers(4, 20))
def test_breaking_loses_no_word(words, cells):
    assert " ".join(broken_lines(" ".join(words), cells)).split() == words


def test_values_for_programs_run_nothing_and_control_nothing(capsys):
    show_csv(["a"], [["=1+1"], ["\x1b[31mred"], ["plain, with comma"]])
    assert capsys.readouterr().out == 'a\n\'=1+1\n␛red\n"plain, with comma"\n'


def test_json_has_one_item_a_line(capsys):
    show_json([{"a": "اوین"}, {"a": None}])
    show_json({"b": [1, 2], "c": 3})
    show_json([])
    show_json({})
    assert (
        capsys.readouterr().out == '[\n{"a": "اوین"},\n{"a": null}\n]\n{\n"b": [1, 2],\n"c": 3\n}\n[]\n{}\n'
    )
