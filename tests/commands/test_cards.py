"""Rows that no line of the screen holds, as cards."""

from __future__ import annotations

import pytest

from prisoners.commands import cards, tables
from prisoners.commands.cards import show_cards
from prisoners.commands.tables import fits, show_table, width


@pytest.fixture
def narrow(monkeypatch):
    for module in (tables, cards):
        monkeypatch.setattr(module, "screen_width", lambda: 40)
        monkeypatch.setattr(module, "bold", lambda text: f"\x1b[1m{text}\x1b[0m")
    monkeypatch.setattr(tables, "on_screen", lambda: True)


def plain(text):
    return text.replace("\x1b[1m", "").replace("\x1b[0m", "")


ROW = ["P-0001", "Neda Zarbaf", "Evin", "", "propaganda against the state; assembly and collusion", "teacher"]
HEADINGS = ["Reference", "Name", "Prison", "Since", "Charges", "Targeted for"]


@pytest.mark.usefixtures("narrow")
def test_a_card_has_a_title_and_every_fact_that_is_there_within_the_width_of_the_screen(capsys):
    show_cards(HEADINGS, [ROW, ["P-0002", "", "Urmia", "", "", ""]], titles=2)
    assert plain(capsys.readouterr().out).splitlines() == [
        "P-0001  Neda Zarbaf",
        "    Prison: Evin",
        "    Charges: propaganda against the",
        "        state; assembly and collusion",
        "    Targeted for: teacher",
        "P-0002",
        "    Prison: Urmia",
    ]


@pytest.mark.usefixtures("narrow")
@pytest.mark.parametrize("words", [1, 5, 9, 40])
def test_no_line_is_wider_than_the_screen(capsys, words):
    show_cards(["Name", "Charges", "Ward"], [["Neda", "propaganda " * words, "4"]], titles=1)
    assert max(map(width, plain(capsys.readouterr().out).splitlines())) <= 40


@pytest.mark.usefixtures("narrow")
def test_a_table_fits_where_its_longest_words_do():
    assert fits(["Reference", "Name"], [["P-0001", "Neda Zarbaf of the valley behind the mountains"]])
    assert not fits(HEADINGS, [ROW])


@pytest.mark.usefixtures("narrow")
def test_a_long_heading_goes_on_below(capsys):
    show_table(["Prison", "detained, under interrogation, in the first month", "All"], [["Evin", "8", "37"]])
    *heading, rule, line = capsys.readouterr().out.splitlines()
    assert len(heading) > 1
    assert (
        max(width(one.replace("\x1b[1m", "").replace("\x1b[0m", "")) for one in (*heading, rule, line)) <= 40
    )


def test_for_another_program_every_table_fits():
    assert fits(HEADINGS * 20, [ROW * 20])
