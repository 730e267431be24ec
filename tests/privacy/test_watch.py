"""What is found in a text that is about to leave."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prisoners.privacy import watch
from prisoners.privacy.watch import (
    ADDRESS,
    CONFIDENTIAL,
    NAMES_SOMEBODY,
    NATIONAL_NUMBER,
    TELEPHONE,
    Watch,
    own_names,
)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Call +98 912 345 6789 for news", TELEPHONE),
        ("شماره ۰۹۱۲-۳۴۵-۶۷۸۹", TELEPHONE),
        ("0098 21 1234 5678", TELEPHONE),
        ("021-1234-5678", TELEPHONE),
        ("+49 (0) 30 1234567", TELEPHONE),
        ("https://wa.me/989123456789", TELEPHONE),
        ("۰۹۱۲ ۳۴۵ ۶۷ ۸۹", TELEPHONE),
        ("(0912) 345 6789", TELEPHONE),
        ("0912–345–6789", TELEPHONE),
        ("0912/345/6789", TELEPHONE),
        ("021-12 34 56 78", TELEPHONE),
        ("(021) 12345678", TELEPHONE),
        ("branch 015, 2022-09-16", ""),
        ("branch 028 1401/06/25", ""),
        ("write to n.zarbaf@example.org", ADDRESS),
        ("n.zarbaf (at) example.org", ADDRESS),
        ("n.zarbaf [at] example [dot] org", ADDRESS),
        ("national number 0012345679", NATIONAL_NUMBER),
        ("۰۰۱-۲۳۴۵۶۷-۹", NATIONAL_NUMBER),
        ("file 0012345678", ""),
        ("1111111111", ""),
        ("https://example.org/news/0012345679", ""),
        ("https://example.org/status/1234567890123456789", ""),
        ("arrested on 2022-09-16, bail of 500 million tomans, case 140091234567890123", ""),
        ("", ""),
    ],
)
def test_ways_to_reach_somebody_are_found_without_having_been_recorded(text, why):
    assert Watch().found_in(text) == why
    assert Watch(patterns=False).found_in(text) == ""


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param("Roshan Daneshvar", "as roshan  daneshvar said", id="in other cases and spaces"),
        pytest.param("Roshan Daneshvar", "as (Roshan-Daneshvar) said", id="between other signs"),
        pytest.param("روشن دانشور", "به گفته روشن‌دانشور بود", id="with a joiner"),
        pytest.param("كلينيك شهريار", "در کلینیک شهریار", id="with Arabic letters"),
        pytest.param("+98 912 000 1122", "her 0912 0001122", id="a number with another prefix"),
        pytest.param("call 021 5555 0011 at night", "۰۲۱۵۵۵۵۰۰۱۱", id="a number inside a note"),
        pytest.param("Roshan Daneshvar", "https://example.org/roshan-daneshvar-speaks", id="in an address"),
        pytest.param(
            "روشن دانشور", "https://example.org/%D8%B1%D9%88%D8%B4%D9%86-%D8%AF%D8%A7%D9%86%D8%B4%D9%88%D8%B1"
        ),
        pytest.param(
            "first line of it\nhidden at her aunt's", "She was hidden at her aunt's.", id="one line of many"
        ),
        pytest.param(
            "suffers from an illness of the heart", "xsuffers from an illness of the heartx", id="glued"
        ),
        pytest.param("5551234", "no 555-12-34", id="a short number alone"),
        pytest.param("076 4444 0011", "call 76 4444 0011", id="a number without its zero"),
        pytest.param("0551234", "no 055-12-34", id="a short number with its zero"),
    ],
)
def test_a_confidential_value_is_found_however_it_is_written(value, text):
    assert Watch(values=[value], patterns=False).found_in(text) == CONFIDENTIAL


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param("Evin", "held in Evin", id="one short word says nothing"),
        pytest.param("to check", "We have to check it", id="two short words neither"),
        pytest.param("Ali Azad", "Khalili Azadi", id="a short value must be whole words"),
        pytest.param("seen on 2022-09-16", "arrested 2022-09-16", id="a day is no secret"),
        pytest.param("12345", "12345", id="nor a small number"),
        pytest.param("1234567", "xx 7654321", id="nor another number"),
        pytest.param("0000000", "xx 7654321", id="nor is every number one of zeros"),
    ],
)
def test_what_says_nothing_by_itself_is_let_through(value, text):
    assert Watch(values=[value], patterns=False).found_in(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "arrested with Kaveh Zarrinpoush at home",
        "همراه با کاوه زرین‌پوش بازداشت شد",
        "https://example.org/kaveh-zarrinpoush",
        "Kaveh Rostam Zarrinpoush",
    ],
)
def test_whoever_may_not_be_named_is_found_in_both_scripts(text):
    watch = Watch(names=["Kaveh Rostam Zarrinpoush"] if "Rostam" in text else ["Kaveh Zarrinpoush"])
    assert watch.found_in(text) == NAMES_SOMEBODY


def test_first_and_last_name_are_enough_to_name_somebody():
    assert Watch(names=["Kaveh Rostam Zarrinpoush"]).found_in("with Kaveh Zarrinpoush") == NAMES_SOMEBODY


def test_a_name_is_found_with_two_of_its_words_written_as_one():
    watch = Watch(names=["Ali Rostam Zarrinpoush"])
    assert watch.found_in("Alirostam Zarrinpoush") == NAMES_SOMEBODY
    assert watch.found_in("with Ali Rostam") == ""
    assert watch.found_in("علی رستم زرین پوش") == NAMES_SOMEBODY


def test_only_the_same_words_are_the_value():
    watch = Watch(values=["Roshan Daneshvar", "Roshan Daneshvari of the bakery"])
    assert watch.found_in("Roshan Dane") == ""
    assert watch.found_in("Roshan Danesh1234 came") == ""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("#FreeShirinTalatpour", id="a hashtag"),
        pytest.param("https://example.org/shirintalatpour", id="one word in an address"),
        pytest.param("Talatpour, Shirin", id="the family before"),
        pytest.param("طلعت‌پور، شیرین", id="the family before, in Persian"),
        pytest.param("S. Talatpour", id="an initial"),
        pytest.param("Shirin Talatpour's trial", id="whose trial"),
        pytest.param("the parents’ and Shirin Talatpour’s flat", id="whose flat"),
        pytest.param("Sh. Talatpour", id="an initial of two letters"),
        pytest.param("ش. طلعت‌پور", id="an initial in Persian"),
        pytest.param('Shirin "Shirinak" Talatpour', id="with a nickname between"),
        pytest.param("Shirin (Shirinak) Talatpour", id="with a nickname in brackets"),
    ],
)
def test_a_name_is_found_in_every_way_of_writing_it(text):
    assert Watch(names=["Shirin Talatpour", "شیرین طلعت‌پور"]).found_in(text) == NAMES_SOMEBODY


def test_a_name_whose_spelling_leaves_open_which_it_is_is_found_in_the_other_script():
    assert Watch(names=["Mahboubeh Rastegarnia"]).found_in("محبوبه رستگارنیا") == NAMES_SOMEBODY
    assert Watch(names=["محبوبه رستگارنیا"]).found_in("Mahboubeh Rastegarnia") == NAMES_SOMEBODY


def test_a_short_word_is_no_initial_and_an_own_initial_no_leave_to_name_a_brother():
    watch = Watch(names=["Kamran Zarrinpoush"])
    assert watch.found_in("کوه زرین‌پوش") == ""
    assert watch.found_in("Kamran Zarrinpoush", own=own_names(["Kaveh Zarrinpoush"])) == NAMES_SOMEBODY


def test_a_first_name_alone_names_nobody():
    assert Watch(names=["Kaveh Zarrinpoush", "Kaveh"]).found_in("with Kaveh and others") == ""


def test_a_person_may_be_named_in_their_own_record_though_a_namesake_may_not():
    watch = Watch(names=["Kaveh Zarrinpoush"])
    assert watch.found_in("Kaveh Zarrinpoush", own=own_names(["کاوه زرین‌پوش"])) == ""
    assert watch.found_in("Kaveh Zarrinpoush", own=own_names(["Sara Zarrinpoush"])) == NAMES_SOMEBODY


@given(
    st.text(max_size=60),
    st.text(alphabet="abcdefgh ", min_size=20, max_size=40).filter(lambda t: len(t.split()) > 1),
)
def test_a_value_is_found_in_any_surroundings(around, value):
    long_enough = len(value.replace(" ", "")) >= 16
    if long_enough and not around.startswith("http"):
        assert Watch(values=[value], patterns=False).found_in(f"{value} {around}") == CONFIDENTIAL


def test_what_is_remembered_of_texts_stays_bounded(monkeypatch):
    monkeypatch.setattr(watch, "KEPT", 2)
    seen = Watch(values=["Roshan Daneshvar"])
    assert [bool(seen.found_in(f"{number} roshan daneshvar")) for number in range(5)] == [True] * 5
    assert len(seen._read) <= 2
