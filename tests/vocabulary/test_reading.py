"""Reading a code as people type it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prisoners.errors import UnknownWord
from prisoners.reference import reference_list
from prisoners.vocabulary import (
    ENUM_NAMES,
    Activity,
    Authority,
    CustodyStatus,
    Gender,
    SentenceKind,
    enum_named,
    folded,
    label,
    read_code,
)

EVERY_CODE = [(code_list, code) for code_list in sorted(ENUM_NAMES) for code in enum_named(code_list)]


@given(
    st.sampled_from(EVERY_CODE),
    st.sampled_from(["code", "en", "fa"]),
    st.sampled_from([str, str.upper, str.title]),
)
def test_every_code_is_read_by_its_code_and_its_two_names(entry, way, case):
    code_list, code = entry
    written = str(code) if way == "code" else label(code_list, code, way)
    assert read_code(enum_named(code_list), f" {case(written)} ") is code


@pytest.mark.parametrize(
    ("enum", "written", "code"),
    [
        pytest.param(CustodyStatus, "on-bail", CustodyStatus.ON_BAIL, id="hyphen for underscore"),
        pytest.param(Gender, "F", Gender.FEMALE, id="a letter, as lists have it"),
        pytest.param(Gender, "پسر", Gender.MALE, id="a boy"),
        pytest.param(CustodyStatus, "On Furlough", CustodyStatus.FURLOUGH, id="case"),
        pytest.param(CustodyStatus, "در مرخصي", CustodyStatus.FURLOUGH, id="Arabic yeh"),
        pytest.param(CustodyStatus, "اعدام شده", CustodyStatus.EXECUTED, id="space for ZWNJ"),
        pytest.param(CustodyStatus, "اعدامشده", CustodyStatus.EXECUTED, id="ZWNJ lost"),
        pytest.param(SentenceKind, "مصادره اموال", SentenceKind.CONFISCATION, id="hamza left out"),
        pytest.param(Authority, "mois", Authority.MOIS, id="small letters"),
        pytest.param(Authority, "VAJA", Authority.MOIS, id="another name of the ministry"),
        pytest.param(Authority, "اطلاعات سپاه", Authority.IRGC_IO, id="another name in Persian"),
        pytest.param(Activity, "bahai", Activity.RELIGIOUS_MINORITY_BAHAI, id="apostrophe left out"),
        pytest.param(Gender, "زن", Gender.FEMALE, id="one short word"),
    ],
)
def test_a_word_is_read_however_it_is_spelled(enum, written, code):
    assert read_code(enum, written) is code


@pytest.mark.parametrize(
    ("enum", "written", "nearest"),
    [
        pytest.param(CustodyStatus, "furlogh", "furlough", id="a letter missing"),
        pytest.param(CustodyStatus, "اعدام شد", "executed", id="an ending missing"),
        pytest.param(SentenceKind, "lashs", "lashes", id="plural"),
    ],
)
def test_an_unknown_word_names_the_nearest_code(enum, written, nearest):
    with pytest.raises(UnknownWord) as raised:
        read_code(enum, written)
    assert nearest in raised.value.nearest
    assert nearest in raised.value.hint
    assert written in raised.value.sentence
    assert raised.value.exit_code == 3


@pytest.mark.parametrize("written", ["", "   ", "؟؟؟", "qqqqqqqq"])
def test_what_resembles_nothing_is_refused_without_a_guess(written):
    with pytest.raises(UnknownWord) as raised:
        read_code(Gender, written)
    assert raised.value.nearest == []
    assert raised.value.hint == "`prisoners words gender` shows every word of it."


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("۴۷۷", "477", id="Persian digits"),
        pytest.param("٤٧٧", "477", id="Arabic digits"),
        pytest.param("آزادي", "آزادی", id="yeh"),
        pytest.param("كيفري", "کیفری", id="kaf and yeh"),
        pytest.param("قوهٔ قضاییه", "قوه قضاییه", id="hamza above heh"),
        pytest.param("قوۀ", "قوه", id="heh with yeh above"),
        pytest.param("مُنتَسَب", "منتسب", id="harakat"),
        pytest.param("زنـــدان", "زندان", id="tatweel"),
        pytest.param("fiancé", "Fiance", id="accent"),
    ],
)
def test_spellings_of_one_word_fold_to_the_same(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"), [("تعزیر", "تعزیری"), ("حد", "حدود"), ("کرد", "کردی"), ("Lak", "Lor")]
)
def test_different_words_stay_different(one, other):
    assert folded(one) != folded(other)


def test_what_codes_are_also_called_means_one_code_each():
    rows = reference_list("also_called")
    words = [
        (row["list"], folded(word), row["code"])
        for row in rows
        for word in (*row["also_en"].split(";"), *row["also_fa"].split(";"))
    ]
    assert words
    assert len({(code_list, word) for code_list, word, _ in words}) == len(words)
    assert all(read_code(enum_named(code_list), word) == code for code_list, word, code in words)
