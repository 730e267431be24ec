"""Texts that are read together name nobody whom reading them word by word does not find, too."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prisoners.names.words import joined, words_anywhere, words_of
from prisoners.privacy import glance
from prisoners.privacy.glance import BETWEEN, STOPS, Glance, Name, _of_two
from prisoners.privacy.watch import NAMES_SOMEBODY, Watch
from prisoners.privacy.ways import END, name_keys, readings
from tests.names.invented import FAMILY, GIVEN

HIDDEN = (
    "Neda Zarbaf", "ندا زرباف", "Mohammad Reza Kohandezh", "سید محمدرضا کهن‌دژ", "Shirin (Jina) Sokhandan",
    "Abdolhadi Rostamzad", "Sara bint Yasaman Tondar", "Fatemeh Hashtrudi", "Nasir Daneshvar", "Ali Thabeti",
    "Kamran Haji",
)  # fmt: skip
FAMILIES = [("Sokhandan", "Shirin Sokhandan")]

SAID = """
    NedaZarbaf #NedaZarbaf neda_zarbaf Zarbaf's Zarbaf’s N. N Sh. (Nana) "Nana" Ne da Zar baf زر باف محمد رضا Reza
    Mohammadreza Rezakohandezh Kohan dezh Dr. Mr سید bin the that y h a و ی Abdol hadi عبد ال الله Allah ollah al-Din 12
    2022-09-16 ۱۲ 50% Neda%20Zarbaf https://example.org/neda/zarbaf?a=1 https://example.org/NedaZarbaf «ندا»
    ندا\u200cزرباف ، -
    was beaten in Evin Fatame Hashtrudi. Hash trudi ج 漢 Ω ńeda № ئا Y. Thabeti ابو abo O'Neda hah Jina
    of and by al al-Zarbaf Neda-Zarbaf Neda-e Zar-al e-baf Haj-Agha Kam-e ran دکتر «نانا» [Nana] ( ) e.g. U.S.
    https://example.org/neda https://example.org/zar-baf https://example.org/12/seyed https://example.org/12/neda-of-2022
"""
"""What people write around and instead of names."""
NAMES = [word.strip("()") for name in HIDDEN for word in name.split()]
PIECES = st.sampled_from(NAMES + SAID.split())
TEXTS = st.lists(st.lists(PIECES | st.text(max_size=6), max_size=9).map(" ".join), max_size=6)


def watch(*names: str) -> Watch:
    """Looks for names alone."""
    return Watch(names=names or HIDDEN, families=() if names else FAMILIES, patterns=False)


@pytest.fixture(scope="module")
def together() -> Watch:
    return watch()


@pytest.fixture(scope="module")
def alone() -> Watch:
    return watch()


def whom(text: str, *names: str) -> frozenset[Name] | None:
    """Who may be named in a text that is read with others; None where it has to be read by itself."""
    known = watch(*names).read_together(["before it", text, "Neda"])
    return frozenset() if text in known.nothing else known.named.get(text)


@given(TEXTS)
def test_nobody_is_overlooked_in_texts_that_are_read_together(together, alone, texts):
    known = together.read_together(texts)
    assert known.nothing.isdisjoint(known.named)
    for text in known.nothing.union(known.named).intersection(texts):
        assert alone._found(text)[1] <= known.named.get(text, frozenset()), text


@given(st.lists(st.sampled_from([word for name in GIVEN + FAMILY for word in name]), min_size=2, max_size=2))
def test_two_words_are_heard_as_one_as_they_are_when_they_are_written_as_one(texts):
    seen = Glance({}, END, readings)
    heard = [word for text in texts for word in seen[text] or ()]
    for one, other in pairwise(heard):
        bones = joined(one.word, other.word).bones
        assert one.before + other.behind in {bones, *_of_two(bones)}, (one, other)


@pytest.mark.parametrize(
    "text",
    [
        "Neda was sentenced to 3 years in Evin (Tehran) on 16 Sep 2022; see the court's ruling.",
        "ندا پس از ۳ سال به خانه بازگشت، و می‌گوید «آزاد» است.",
        "https://example.org/2022/neda-and-others?page=2",
        "Neda and others of the family were held with Zarbaf",
        "Neda 2 Zarbaf",
        "Neda, 16/2022, Zarbaf",
        "Neda 16-e Zarbaf",
        "Neda https://example.org/12 Zarbaf",
        "Neda https://example.org/zarbaf",
        "O'Neda Zarbaf",
        "Neda (Na) na Zarbaf",
        "Zarba f",
        "Ne da",
        "Zar baf",
        "Zar-baf",
        "Ne the da was",
        "Neda",
        "Mohammad Reza",
        "the Neda-e the",
        "Dr. Neda (Nana)",
        "- ; 12",
        "",
    ],
)
def test_most_texts_name_nobody_at_a_glance(text):
    assert whom(text) == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("with Neda Zarbaf at home", id="as it is recorded"),
        pytest.param("زرباف، ندا", id="the family before, in the other script"),
        pytest.param("N. Zarbaf", id="an initial"),
        pytest.param("Sh. Sokhandan", id="an initial of two letters"),
        pytest.param("Neda Dr. bin the Zarbaf", id="titles and particles between"),
        pytest.param("Neda - ; Zarbaf", id="signs between"),
        pytest.param("Neda (Nana) Zarbaf", id="a nickname between"),
        pytest.param("Dr. Neda «نانا» Zarbaf", id="a nickname in Persian"),
        pytest.param("Shirin Jina Sokhandan", id="with the name in brackets"),
        pytest.param("Ne da Zarbaf", id="the first word told as two"),
        pytest.param("Neda Zar baf", id="the second word told as two"),
        pytest.param("Ne da Zar baf", id="both words told as two"),
        pytest.param("Ne-da Zarbaf", id="both halves in one part"),
        pytest.param("Ne the da Zarbaf", id="a particle between the halves of the first"),
        pytest.param("Neda Zar the baf", id="a particle between the halves of the second"),
        pytest.param("Neda the Zar baf", id="a particle before its halves"),
        pytest.param("Neda Zar-e baf", id="half a word and a particle in one part"),
        pytest.param("Neda Zar e-baf", id="a particle and half a word in one part"),
        pytest.param("Ne-e da Zarbaf", id="half the first word and a particle in one part"),
        pytest.param("Fatame Hash trudi", id="without the h that closes the first"),
        pytest.param("Neda-Zarbaf", id="both words in one part"),
        pytest.param("ندا\u200cزرباف", id="a joiner between"),
        pytest.param("Neda al-Zarbaf", id="a particle before the second in one part"),
        pytest.param("al-Neda Zarbaf", id="a particle before the first in one part"),
        pytest.param("the-Neda-e Zarbaf", id="a particle on both sides"),
        pytest.param("with-Neda Zarbaf-again", id="other words on both sides"),
        pytest.param("Neda O'Zarbaf", id="behind an apostrophe"),
        pytest.param("Zarbaf's Neda", id="whose"),
        pytest.param("Mohammadreza Kohandezh", id="two words told as one"),
        pytest.param("Mohammad Rezakohandezh", id="the last two told as one"),
        pytest.param("Mohammad Kohandezh", id="without the word between"),
        pytest.param("سید محمد رضا کهن دژ", id="every word apart"),
        pytest.param("Abdolhadi Rostamzad", id="a word of two words"),
        pytest.param("Kamran Haji", id="a title that is the family"),
        pytest.param("Kamran the Haji", id="behind a particle"),
        pytest.param("the Sokhandan case", id="a family that one person alone bears"),
        pytest.param("Sokhan dan", id="told as two"),
        pytest.param("https://example.org/neda-zarbaf", id="in an address"),
        pytest.param("https://example.org/2022/neda-zarbaf", id="in an address with a number"),
        pytest.param("https://example.org/2022/neda Zarbaf", id="the first word alone in an address"),
        pytest.param("https://example.org/Ne da Zarbaf", id="half the first word in an address"),
        pytest.param("Neda Neda Zarbaf Zarbaf", id="twice"),
    ],
)
def test_whoever_is_named_is_found_in_texts_that_are_read_together(alone, text):
    careful = alone._found(text)[1]
    assert careful
    assert whom(text) == careful


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Kamran Haji was there", id="a title before another word is no family"),
        pytest.param("Neda of the Zarbaf", id="no particle, but may be one of a name"),
    ],
)
def test_it_may_seem_to_name_somebody_whom_careful_reading_does_not_find(alone, text):
    assert whom(text) >= alone._found(text)[1]


@pytest.mark.parametrize(
    "text",
    [
        "#NedaZarbaf", "NedaZarbaf", "Neda%20Zarbaf", "Neda(Nana) Zarbaf", "https://example.org/NedaZarbaf",
        "Abdol hadi Rostamzad", "عبد", "Allah", "Neda h Zarbaf", "y", "漢", "[Nana]",
    ],
)  # fmt: skip
def test_what_can_be_read_in_several_ways_has_to_be_read_by_itself(text):
    assert whom(text) is None


def test_everybody_who_is_named_is_told_of_each_text():
    neda, ali = name_keys("Neda Zarbaf"), name_keys("Ali Thabeti")
    both = "Neda Zarbaf", "Ali Thabeti"
    assert whom("Neda Zarbaf, Ali Thabeti", *both) == {neda, ali}
    assert whom("Ali Thabeti", *both) == {ali}
    texts = ["Neda", "Zarbaf", "Ali Thabeti of Neda", "Zarbaf was", "with Neda Zarbaf"]
    assert watch(*both).read_together(texts).named == {
        "Ali Thabeti of Neda": {ali},
        "with Neda Zarbaf": {neda},
    }


def test_where_nobody_is_looked_for_nobody_is_found():
    assert Watch().read_together(["Neda Zarbaf"]).nothing == {"Neda Zarbaf"}


def test_a_number_is_looked_for_where_a_name_has_one():
    names = "Neda 313", "Sara 2 Tondar", "Mina7 Tondar"
    for text in (
        "Neda 313",
        "Sara 2 Tondar",
        "Sara Tondar",
        "Mina 7 Tondar",
        "https://example.org/12/neda/313",
    ):
        careful = watch(*names)._found(text)[1]
        assert careful, text
        assert whom(text, *names) == careful, text
    for text in ("Neda 312", "3 4", "Neda 3 14", "https://example.org/12/neda/314"):
        assert whom(text, *names) == frozenset(), text


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
    parts = [*(f"word{letter}" for letter in "abcdefgh"), "https://example.org/worda", "12", BETWEEN]
    assert [len(seen[part]) for part in parts] == [1] * 8 + [4, 1, 1]
    assert 1 <= len(seen) <= 3
    marks = bytes([*(seen.marks_of(seen[part]) for part in parts[:-1]), STOPS])
    assert list(seen.named_in(parts, marks)) == []


def test_marks_are_found_among_others():
    """The patterns over marks are made once, so that nothing else asks how."""
    found = glance._where(glance.SKIPPED)
    assert [mark for mark in range(256) if re.fullmatch(found, bytes([mark]))] == [*range(64, 128)]


MARKS = {mark: getattr(glance, mark) for mark in ("NAMES", "BEGINS", "FOLLOWS", "OPENS", "CLOSES", "SKIPPED")}
HALVES = "OPENS CLOSES"


@pytest.mark.parametrize(
    ("part", "marks"),
    [
        ("Neda", f"BEGINS FOLLOWS {HALVES}"),
        ("ندا", f"BEGINS FOLLOWS {HALVES}"),
        ("Reza", f"FOLLOWS {HALVES}"),
        ("N.", f"BEGINS {HALVES}"),
        ("Z.", HALVES),
        ("Zar", "OPENS"),
        ("baf", "CLOSES"),
        ("Evin", "CLOSES"),
        ("the", "OPENS SKIPPED"),
        ("Th", "OPENS"),
        ("Dr.", "SKIPPED"),
        ("(Neda)", f"BEGINS FOLLOWS {HALVES} SKIPPED"),
        ("-", "SKIPPED"),
        ("12", ""),
        ("Shirin", ""),
        ("Sh.", ""),
        ("rzf", ""),
        ("Sokhandan", f"NAMES BEGINS {HALVES}"),
        ("Neda-Zarbaf", f"NAMES BEGINS FOLLOWS {HALVES}"),
        ("Evin-Neda", f"NAMES BEGINS FOLLOWS {HALVES}"),
        ("Evin-Reza", f"FOLLOWS {HALVES}"),
        ("Evin-Tehran", "CLOSES"),
        ("Shirin-Shirin", ""),
        ("Zar-baf", f"NAMES BEGINS FOLLOWS {HALVES}"),
        ("Evin-zar-baf", f"NAMES BEGINS FOLLOWS {HALVES}"),
        ("e-Shirin", "NAMES BEGINS FOLLOWS CLOSES SKIPPED"),
    ],
)
def test_a_part_is_marked_by_what_is_to_be_looked_at_where_it_stands(part, marks):
    seen = Watch(names=["Neda Zarbaf", "Mohammad Reza Kohandezh"], families=FAMILIES)._quiet._glance
    found = seen.marks_of(seen[part] or ())
    assert {mark for mark, bit in MARKS.items() if found & bit} == set(marks.split())


def test_an_initial_and_a_word_of_two_letters_have_two_keys():
    seen = Glance({}, END, readings)
    keys = {part: (word.key, word.initial) for part in ("N.", "Sh.", "Ne", "ن") for word in seen[part] or ()}
    assert keys == {"N.": ("n", ".n"), "Sh.": ("S", ".S"), "Ne": ("n", "n"), "ن": ("n", ".n")}


def test_what_two_words_have_together_says_a_sound_twice_or_leaves_out_an_h():
    assert _of_two("nd") == {"nnd", "ndd"}
    assert _of_two("hdhb") == {"hhdhb", "hddhb", "hdhhb", "hdhbb", "hdb"}


def test_every_key_with_which_a_name_goes_on_is_known():
    people = {"a": {"b": {END: {1}, "c": {"d": {END: {2}}}}, END: {3}}, "e": {"f": {END: {4}}}}
    assert glance._keys_behind(people, END) == {"b", "c", "d", "f"}


def test_no_part_is_looked_at_that_cannot_begin_a_name(monkeypatch):
    """Most texts hold a word of some name; few hold two of one beside each other."""
    seen = Watch(names=["Neda Zarbaf"])._quiet._glance
    looked_at = []
    monkeypatch.setattr(seen, "_names", lambda parts, place: looked_at.append(parts[place[0]]) or ())
    for text in (
        "Neda was",
        "Zar Neda",
        "Neda and Reza",
        "Ne the Shirin",
        "Zar Shirin",
        "Zar Evin",
        "Zar the Evin",
    ):
        parts = [*text.split(), BETWEEN]
        marks = bytes([*(seen.marks_of(seen[part] or ()) for part in parts[:-1]), STOPS])
        assert [*seen.named_in(parts, marks)] == []
    assert looked_at == []
    for text, first in (("Neda the Zarbaf", "Neda"), ("Zar the baf", "Zar"), ("Zar baf", "Zar")):
        parts = [*text.split(), BETWEEN]
        marks = bytes([*(seen.marks_of(seen[part] or ()) for part in parts[:-1]), STOPS])
        assert [*seen.named_in(parts, marks)] == []
        assert set(looked_at) == {first}
        looked_at.clear()


def test_what_was_read_of_a_part_is_remembered_but_for_addresses():
    seen = Glance({}, END, readings)
    first = seen["Neda"]
    assert seen["Zarbaf"]
    assert seen["https://example.org/neda"]
    assert seen["Neda"] is first
    assert {*seen} == {"Neda", "Zarbaf", "https", "example", "org", "neda"}


def test_one_word_that_is_not_certain_makes_an_address_uncertain():
    seen = Glance({}, END, readings)
    assert seen["https://example.org/NedaZarbaf"] is None
    assert seen["https://example.org/h"] is None
    words = [word.word.text for word in seen["https://example.org/neda-12"] or ()]
    assert words == ["https", "example", "org", "neda", "0"]


def test_a_sound_that_is_not_heard_behind_another_word_is_read_with_care():
    seen = Watch(names=["Marjangostari Zarbaf"])
    for text in ("Marjangostari hh Zarbaf", "Marjangostari Hh. Zarbaf", "Marjangostari ẖẖ Zarbaf"):
        assert seen.found_in(text) == NAMES_SOMEBODY
        assert text not in seen.read_together([text]).nothing
