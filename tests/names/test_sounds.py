"""What the letters of two scripts sound like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prisoners.names.commonnames import COMMON
from prisoners.names.latin import sounds_of_latin
from prisoners.names.persian import sounds_of_persian
from prisoners.names.sounds import distance, skeleton, without_alef
from prisoners.names.soundtables import BETWEEN, MISSING

SOUNDS = st.text(alphabet=sorted(MISSING), max_size=12)


@pytest.mark.parametrize(
    ("latin", "persian", "bones"),
    [
        ("mohammad", "محمد", "mhmd"),
        ("husayn", "حسین", "hsn"),
        ("khajeh", "خواجه", "xj"),
        ("ebrahim", "ابراهیم", "abrhm"),
        ("yousef", "یوسف", "ysf"),
        ("vahid", "وحید", "vhd"),
        ("pazhman", "پژمان", "pjmn"),
        ("mohaghegh", "محقق", "mhq"),
        ("thabet", "ثابت", "sbt"),
        ("fathi", "فتحی", "fth"),
        ("cemil", "جمیل", "jml"),
        ("sarah", "ساره", "sr"),
        ("ayoub", "ایوب", "ab"),
    ],
)
def test_a_word_has_one_skeleton_in_both_scripts(latin: str, persian: str, bones: str) -> None:
    assert skeleton(sounds_of_latin(latin)) == skeleton(sounds_of_persian(persian)) == bones


@pytest.mark.parametrize(
    ("latin", "persian"),
    [
        ("nowruz", "نوروز"),
        ("mowlavi", "مولوی"),
        ("davoud", "داود"),
        ("davood", "داوود"),
        ("siyavash", "سیاوش"),
        ("rezaei", "رضایی"),
        ("rezaie", "رضایی"),
        ("rezaee", "رضایی"),
        ("marzieh", "مرضیه"),
        ("fatima", "فاطمه"),
        ("isa", "عیسی"),
        ("mojtaba", "مجتبی"),
        ("iraj", "ایرج"),
        ("habibollah", "حبیبالله"),
        ("mas'oud", "مسعود"),
    ],
)
def test_both_scripts_sound_nearly_the_same(latin: str, persian: str) -> None:
    assert distance(sounds_of_latin(latin), sounds_of_persian(persian)) < 0.75


@pytest.mark.parametrize(
    ("latin", "persian"), [("mohammad", "محمود"), ("hassan", "حسین"), ("kazem", "قاسم"), ("hamid", "حمیده")]
)
def test_other_names_sound_otherwise(latin: str, persian: str) -> None:
    assert distance(sounds_of_latin(latin), sounds_of_persian(persian)) >= 0.3


def test_a_vowel_alone_has_a_skeleton() -> None:
    assert skeleton(sounds_of_persian("آی")) == "a"
    assert skeleton("") == ""
    assert sounds_of_persian("") == ""
    assert sounds_of_latin("a") == "a"


def test_a_number_sounds_like_itself() -> None:
    assert sounds_of_latin("b12") == "b12"
    assert sounds_of_persian("ب12") == "b12"


@given(SOUNDS, SOUNDS)
def test_the_way_there_is_as_far_as_the_way_back(one: str, other: str) -> None:
    assert distance(one, other) == pytest.approx(distance(other, one))


@given(SOUNDS)
def test_nothing_is_far_from_itself(sounds: str) -> None:
    assert distance(sounds, sounds) == 0


@given(SOUNDS, SOUNDS, st.floats(0.1, 3))
def test_a_distance_measured_only_so_far_is_right_up_to_there(one: str, other: str, most: float) -> None:
    found, whole = distance(one, other, most), distance(one, other)
    assert found <= whole + 1e-9
    assert whole > most if found > most else found == pytest.approx(whole)


def test_every_pair_of_sounds_costs_the_same_both_ways_and_no_more_than_leaving_both_out() -> None:
    for one, others in BETWEEN.items():
        for other, cost in others.items():
            assert BETWEEN[other][one] == cost
            assert 0 <= cost <= 1


def test_the_common_names_stand_under_their_own_skeleton() -> None:
    for bones, names in COMMON.items():
        for name in names.split():
            assert skeleton(name) == bones
            assert without_alef(name) == name


def test_no_common_name_stands_twice() -> None:
    for names in COMMON.values():
        assert len(names.split()) == len(set(names.split()))
