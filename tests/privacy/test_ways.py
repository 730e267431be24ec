"""The ways in which a name is written, key by key."""

import pytest

from prisoners.names.words import names_in, words_of
from prisoners.privacy.watch import NAMES_SOMEBODY, Watch
from prisoners.privacy.ways import exact, joined_keys, letters_together


def keys(way, name):
    return set(way(names_in(words_of(name))))


def test_a_name_of_two_words_is_these_two_and_one_word_is_no_name():
    assert keys(exact, "Omid Azad") == {("=^mYd", "=^zd")}
    assert keys(exact, "Omid") == set()


def test_two_neighbours_are_one_with_the_h_between_them_and_without():
    assert keys(joined_keys, "Mehrangiz ستاره‌بان Delvar") == {
        ("mhrngzstr", "bn", "dlr"),
        ("mhrngz", "strbn", "dlr"),
        ("mhrngz", "strhbn", "dlr"),
        ("mhrngz", "=strH", "bndlr"),
    }


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param(
            "Mahboubeh Rostam Rastegarnia", "محبوبه رستم رستگارنیا", id="an open spelling among three words"
        ),
        pytest.param("Neda Zarbaf", "#nedazarbaf", id="six consonants in one word"),
        pytest.param("Shler Talatpour", "Sh. Talatpour", id="an initial of two letters before a consonant"),
        pytest.param("Alirostam Zarrinpoush", "Ali Rostam Zarrinpoush", id="one word that is told as two"),
    ],
)
def test_a_name_is_found_in_its_other_ways(name, text):
    assert Watch(names=[name], patterns=False).found_in(text) == NAMES_SOMEBODY


def test_five_consonants_in_one_word_are_any_word():
    assert Watch(names=["Neda Zarab"], patterns=False).found_in("nedazarab") == ""


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("M e h r i", "Mehri"),
        ("by M.e.h.r.i, too", "by Mehri, too"),
        ("م ه ر", "مهر"),
        ("a b", "a b"),
        ("Mehri A. B. Sepid", "Mehri A. B. Sepid"),
        ("M e h r i  S e p i d", "Mehri  Sepid"),
    ],
)
def test_letters_apart_are_the_word_that_they_spell(text, read):
    assert letters_together(text) == read
