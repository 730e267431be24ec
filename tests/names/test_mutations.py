"""No hidden character and no look-alike letter makes a second person: a mutated name is refused, or the same."""

from __future__ import annotations

import unicodedata
from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from prisoners.names.key import keys_of
from prisoners.names.letters import CAPITALS_LOOK_LATIN, LOOKS_LATIN, SAME_LETTER
from prisoners.names.likeness import SAME, likeness
from prisoners.names.script import fold, name_faults
from tests.names.invented import ENDINGS, FAMILY, GIVEN

HIDDEN = (
    "\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2066\u2067\u2068\u2069\ufeff"
    "\u00ad\u034f\u115f\u1160\u17b4\u180e\u2028\u206a\u3164\ufe0f\uffa0\ufff9\U000e0001\U000e0041\U0001d173\x00\x1b"
)
MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0640\u0301\u0308"

PERSIAN = st.builds(
    lambda name, family, ending: f"{name[0]} {family[0]}{ending[0]}",
    st.sampled_from(GIVEN),
    st.sampled_from(FAMILY),
    st.sampled_from(ENDINGS),
)
LATIN = st.builds(
    lambda name, family, ending: f"{name[1]} {family[1]}{ending[1]}",
    st.sampled_from(GIVEN),
    st.sampled_from(FAMILY),
    st.sampled_from(ENDINGS),
)
PLACES = st.integers(0, 1000)

TWINS: dict[str, list[str]] = defaultdict(list)
for twin, letter in SAME_LETTER.items():
    if twin != "ئ":  # which carries a Kurdish vowel where it opens a word
        TWINS[letter].append(twin)
for code in (*range(0xFB50, 0xFDC8), *range(0xFE70, 0xFEFD)):
    plain = fold(chr(code))
    if (
        unicodedata.name(chr(code), "")
        and "ئ" not in unicodedata.normalize("NFKC", chr(code))
        and len(plain) == 1
        and "\u0600" <= plain <= "\u06ff"
    ):
        TWINS[plain].append(chr(code))
LOOKS: dict[str, list[str]] = defaultdict(list)
for other, latin in (*LOOKS_LATIN.items(), *CAPITALS_LOOK_LATIN.items()):
    LOOKS[latin.lower()] += [other, *([] if other.upper() in CAPITALS_LOOK_LATIN else [other.upper()])]


def put_in(name: str, place: int, char: str) -> str:
    place %= len(name) + 1
    return name[:place] + char + name[place:]


def is_refused_or_the_same(name: str, mutated: str) -> bool:
    return bool(name_faults(mutated)) or (
        likeness(name, mutated).score >= SAME and bool(set(keys_of(name)) & set(keys_of(mutated)))
    )


@given(PERSIAN | LATIN, PLACES, st.sampled_from(HIDDEN))
def test_a_hidden_character_makes_no_second_person(name: str, place: int, char: str) -> None:
    assert is_refused_or_the_same(name, put_in(name, place, char))


@given(PERSIAN | LATIN, PLACES, st.sampled_from(MARKS))
def test_a_mark_over_a_letter_makes_no_second_person(name: str, place: int, char: str) -> None:
    assert is_refused_or_the_same(name, put_in(name, 1 + place % len(name), char))


@given(PERSIAN, st.data())
def test_another_code_point_for_a_letter_makes_no_second_person(name: str, data: st.DataObject) -> None:
    letters = [data.draw(st.sampled_from([letter, *TWINS.get(letter, [])])) for letter in name]
    assert is_refused_or_the_same(name, "".join(letters))


@given(LATIN, st.data())
def test_letters_of_another_alphabet_make_no_second_person(name: str, data: st.DataObject) -> None:
    letters = [data.draw(st.sampled_from([letter, *LOOKS.get(letter.lower(), [])])) for letter in name]
    assert is_refused_or_the_same(name, "".join(letters))


@given(PERSIAN | LATIN, st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]), st.booleans(), st.booleans())
def test_composition_case_and_spaces_make_no_second_person(
    name: str, form: str, upper: bool, spaced: bool
) -> None:
    mutated = unicodedata.normalize(form, name.upper() if upper else name)
    assert is_refused_or_the_same(name, f"  {mutated.replace(' ', '   ')} " if spaced else mutated)


@given(st.sampled_from(["۱۲", "١٢", "12"]), st.sampled_from(["۱۲", "١٢", "12"]))
def test_digits_of_three_kinds_are_the_same(one: str, other: str) -> None:
    assert keys_of(f"ندا {one}") == keys_of(f"ندا {other}")


@given(st.text(min_size=1, max_size=40))
def test_keys_are_stable_under_every_folding(name: str) -> None:
    assert keys_of(unicodedata.normalize("NFD", name)) == keys_of(unicodedata.normalize("NFC", name))
