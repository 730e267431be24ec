"""Scripts, foldings and what a name may not hold."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prisoners.names.script import LONGEST_NAME, fold, look, look_alike_warning, name_faults, script_of


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("ندا زربافی", "persian"),
        ("Neda Zarbafi", "latin"),
        ("Neda زربافی", "mixed"),
        ("ئاسۆ", "persian"),
        ("42 -", "none"),
        ("Неда", "none"),
        ("", "none"),
    ],
)
def test_the_script_of_a_text(text: str, script: str) -> None:
    assert script_of(text) == script


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        pytest.param("كاظم علي", "کاظم علی", id="Arabic kaf and yeh"),
        pytest.param("فاطمة", "فاطمه", id="teh marbuta"),
        pytest.param("أحمد إبراهيم آرش", "احمد ابراهیم ارش", id="alefs"),
        pytest.param("مُحَمَّد", "محمد", id="vowel marks"),
        pytest.param("علـــی", "علی", id="tatweel"),
        pytest.param("نوری‌پناه", "نوریپناه", id="a joiner is dropped"),
        pytest.param("ﻣﺤﻤﺪ ﻻله", "محمد لاله", id="presentation forms"),
        pytest.param("۱۴۰۲ ١٤٠٢", "1402 1402", id="digits"),
        pytest.param("Şîrîn  ÉLAHE", "sirin elahe", id="marks and case"),
        pytest.param("شیوۀ فاطمە", "شیوه فاطمه", id="heh in three shapes"),
        pytest.param("\u200fعلی\u200e\ufeff", "علی", id="marks of direction"),
        pytest.param("  Neda   Zarbafi ", "neda zarbafi", id="spaces"),
    ],
)
def test_a_text_folds(written: str, plain: str) -> None:
    assert fold(written) == plain


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_however_a_text_is_composed_it_folds_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    "name", ["Neda", "علی‌رضا", "\u200fعلی\u200e", "O'Neda-Zarbafi (Hana)", "ن. م", "N.N."]
)
def test_an_ordinary_name_has_no_fault(name: str) -> None:
    assert name_faults(name) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param(
            "Ne\u202eda", "turns the direction of the text around (U+202E, character 3)", id="override"
        ),
        pytest.param("\u2066Neda\u2069", "turns the direction of the text around (U+2066", id="isolate"),
        pytest.param("Ne\u00adda", "an invisible hyphen (U+00AD", id="soft hyphen"),
        pytest.param("Ne\u200bda", "an invisible space (U+200B", id="zero width space"),
        pytest.param("\ufeffNeda", "a byte-order mark (U+FEFF", id="byte order mark"),
        pytest.param("Neda\u3164", "an invisible filler (U+3164", id="filler"),
        pytest.param("Neda\U000e0041", "an invisible tag (U+E0041", id="tag"),
        pytest.param("Neda\x00", "a control character (U+0000", id="null"),
        pytest.param("Neda\nZarbafi", "a control character (U+000A", id="line break"),
        pytest.param("Neda\ue000", "a character of private use (U+E000", id="private use"),
        pytest.param("Neda\ud800", "a code that is no character (U+D800", id="half a pair"),
        pytest.param("Neda\ufffe", "a code that is no character (U+FFFE", id="no character"),
        pytest.param("   ", "The name is empty.", id="nothing"),
        pytest.param("ن" * 201, "201 characters; the longest that is taken has 200", id="too long"),
    ],
)
def test_what_must_not_stand_in_a_name_is_told(name: str, told: str) -> None:
    (fault,) = name_faults(name)
    assert told in fault


def test_one_fault_is_told_once() -> None:
    assert len(name_faults("\u202aNe\u202ada\u202c")) == 1


def test_the_longest_name_is_taken() -> None:
    assert name_faults("ن" * LONGEST_NAME) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param("Nedа Zarbafi", "“Nedа” mixes Cyrillic and Latin letters", id="a Cyrillic a"),
        pytest.param("Neda زرbaf", "“زرbaf” mixes Arabic and Latin letters", id="two scripts in a word"),
        pytest.param(
            "Оха", "“Оха” is written in Cyrillic letters that look like Latin ones", id="all Cyrillic"
        ),
    ],
)
def test_a_word_that_looks_like_another_is_told(name: str, told: str) -> None:
    assert told in (look_alike_warning(name) or "")


@pytest.mark.parametrize("name", ["Neda Zarbafi", "ندا زربافی", "Neda زربافی", "Şîrîn", "42"])
def test_honest_letters_are_not_warned_of(name: str) -> None:
    assert look_alike_warning(name) is None


def test_look_alikes_look_alike() -> None:
    assert look("Nеdа") == look("Neda")
