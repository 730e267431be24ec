"""One word of a name, in the rows of somebody who is not named in full."""

import pytest

from prisoners.privacy.one_word import telling_words, tells_the_name

NAMES = ["Golnaz Sitarehban", "گلناز ستاره‌بان"]


@pytest.mark.parametrize(
    "text",
    [
        "Sitarehban was beaten",
        "خانم ستاره‌بان به دادگاه رفت",
        "Golnaz was beaten",
        "گلناز را زدند",
        "https://example.org/setarehban-trial",
        "Sitarehbaan's trial",
    ],
)
def test_a_first_name_or_a_family_alone_tells_who_it_is(text):
    assert tells_the_name(text, telling_words(NAMES, []))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Golnaz Sitarehban", "خانم ستاره‌بان به دادگاه رفت"),
        ("گلناز ستاره‌بان", "Mrs Setarehban was beaten"),
        ("گلناز ستاره‌بان", "Mrs Setareban was beaten"),
        ("Golnaz Sitarehban", "S i t a r e h b a n was beaten"),
        ("گلناز ستاره‌بان", "گ ل ن ا ز را زدند"),
        ("Golnaz Sitarehban", "گلناز را زدند"),
        ("Jo Sitarehban", "Jo was beaten"),
    ],
)
def test_one_word_is_heard_in_the_script_in_which_nobody_recorded_it(name, text):
    assert tells_the_name(text, telling_words([name], []))


@pytest.mark.parametrize("text", ["She was beaten", "او را زدند", "other", "", "G."])
def test_what_holds_no_word_of_the_name_tells_nothing(text):
    assert not tells_the_name(text, telling_words(NAMES, []))


def test_a_first_name_that_is_shown_is_spared():
    telling = telling_words(NAMES, ["Golnaz", "گلناز"])
    assert not tells_the_name("Golnaz was beaten", telling)
    assert not tells_the_name("گلناز را زدند", telling)
    assert tells_the_name("Sitarehban was beaten", telling)


def test_a_short_name_is_known_only_as_it_is_written():
    telling = telling_words(["Amin Sitarehban"], [])
    assert not tells_the_name("a man came", telling)
    assert tells_the_name("amin came", telling)


def test_who_has_no_name_to_hide_is_told_by_nothing():
    assert not tells_the_name("Sitarehban was beaten", telling_words([], []))


def test_what_half_the_country_shares_and_a_single_letter_tell_nobody():
    assert not tells_the_name("Mohammad was beaten", telling_words(["Mohammad Reza Sitarehban"], []))
    assert not tells_the_name("G was beaten, too", telling_words(["G Sitarehban"], []))
