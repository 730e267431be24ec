"""A glance promises nothing that reading a text word by word does not find, too."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prisoners.names.words import joined, words_anywhere, words_of
from prisoners.privacy import glance
from prisoners.privacy.glance import Glance, _of_two
from prisoners.privacy.watch import END, NAMES_SOMEBODY, Watch, readings
from tests.names.invented import FAMILY, GIVEN

HIDDEN = (
    "Neda Zarbaf", "ندا زرباف", "Mohammad Reza Kohandezh", "سید محمدرضا کهن‌دژ", "Shirin (Jina) Sokhandan",
    "Abdolhadi Rostamzad", "Sara bint Yasaman Tondar", "Fatemeh Hashtrudi", "Nasir Daneshvar", "Ali Thabeti",
)  # fmt: skip


class Careful:
    """Promises nothing, so that every text is read word by word."""

    def names_nobody(self, _text: str) -> bool:
        return False


def watches(*names: str) -> tuple[Watch, Watch]:
    """One that looks at texts as they all do, and one that reads each of them word by word."""
    quick, careful = Watch(names=names), Watch(names=names)
    careful._glance = Careful()
    return quick, careful


SAID = """
    NedaZarbaf #NedaZarbaf neda_zarbaf Zarbaf's Zarbaf’s N. N Sh. (Nana) "Nana" Ne da Zar baf زر باف محمد رضا Reza
    Mohammadreza Rezakohandezh Kohan dezh Dr. Mr سید bin the that y h a و ی Abdol hadi عبد ال الله Allah ollah al-Din 12
    2022-09-16 ۱۲ 50% Neda%20Zarbaf https://example.org/neda/zarbaf?a=1 https://example.org/NedaZarbaf «ندا»
    ندا\u200cزرباف ، -
    was beaten in Evin Fatame Hashtrudi. Hash trudi ج 漢 Ω ńeda № ئا Y. Thabeti ابو abo O'Neda hah Jina
"""
PIECES = st.sampled_from([word.strip("()") for name in HIDDEN for word in name.split()] + SAID.split())
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=9).map(" ".join)


@given(TEXTS)
def test_a_glance_overlooks_nobody(text):
    quick, careful = QUICK_AND_CAREFUL
    assert quick.found_in(text) == careful.found_in(text)


QUICK_AND_CAREFUL = watches(*HIDDEN)


@given(st.lists(st.sampled_from([word for name in GIVEN + FAMILY for word in name]), min_size=2, max_size=2))
def test_two_words_are_heard_as_one_as_they_are_when_they_are_written_as_one(texts):
    seen = Glance({}, END, readings)
    heard = [word for text in texts for word in seen[text] or ()]
    for one, other in pairwise(heard):
        bones = joined(one.word, other.word).bones
        assert one.before + other.behind in {bones, *_of_two(bones)}, (one, other)


def test_most_texts_need_no_reading():
    seen = QUICK_AND_CAREFUL[0]._glance
    assert seen.names_nobody(
        "Neda was sentenced to 3 years in Evin (Tehran) on 16 Sep 2022; see the court's ruling."
    )
    assert seen.names_nobody("https://example.org/2022/neda-and-others?page=2")
    assert not seen.names_nobody("Dr. Neda (Nana) Zarbaf was sentenced.")
    assert not seen.names_nobody("https://example.org/NedaZarbaf")


def test_a_number_is_looked_for_where_a_name_has_one():
    quick, careful = watches("Neda 313", "Sara 2 Tondar")
    for text in ("Neda 313", "Neda 312", "Sara 2 Tondar", "3 4"):
        assert quick.found_in(text) == careful.found_in(text)
    assert quick.found_in("Neda 313") == NAMES_SOMEBODY


@pytest.mark.parametrize("text", ["عبد", "Allah", "Abdol", "الدین", "x abd"])
def test_what_leans_on_its_neighbours_is_not_taken_alone(text):
    assert words_anywhere(text) is None


def test_a_word_that_stands_alone_is_what_it_is_among_others():
    for text in ("Abdolhadi", "Sokhandan", "محمدرضا", "(Darya)"):
        among = words_of(f"Neda {text} Zarbaf")[1:-1]
        assert [word.text for word in words_anywhere(text)] == [word.text for word in among]


def test_what_is_remembered_of_parts_stays_bounded(monkeypatch):
    monkeypatch.setattr(glance, "KEPT", 3)
    seen = Glance({}, END, readings)
    assert all(seen.names_nobody(f"word{number}") for number in range(9))
    assert len(seen) <= 3
