"""Nothing that can be found by its form alone is overlooked in a text of plain words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prisoners.privacy import quiet
from prisoners.privacy.quiet import Quiet
from prisoners.privacy.watch import Watch


class Careful:
    """Takes no text for a quiet one."""

    def words(self, _text: str) -> None:
        return None


VALUES = [
    "Roshan Daneshvar", "Tehran, Azadi street 12", "@neda_z", "021 1234 5678", "nedazarbaf", "روشن دانشور",
    "it was her sister who told us of it",
]  # fmt: skip
QUICK, CAREFUL = (Watch(values=VALUES, names=["Neda Zarbaf", "ندا زرباف"]) for _ in range(2))
CAREFUL._quiet = Careful()

SAID = """
    roshan Danesh var daneshvar, roshan‌daneshvar روشن دانشور. Azadi street st. خیابان آزادی 12 @neda_z neda_z nedazarbaf
    021 1234 5678 0912 345 6789 (021) 12345678 ۰۹۱۲ ۳۴۵ 912 34 56 +98 98 n.z (at) [at] (AT) example dot
    (dot) org .com @ a n at zero nine one two double صفر نه یک دو نهصد و hundred thirty M e h r i م‌ه‌ر‌ی Z. N,
    t.me/neda wa.me/98 ir
    12 x² ② «Neda» zarbaf it was her sister who told us of it 1 2 4 22 333 55555 ʼ ́a ـ ﬁ ﬁ
    IR06 9600 0000 - , % 50% n%40z %20 Ⅻ
"""
TEXTS = st.lists(st.sampled_from(SAID.split()) | st.text(max_size=4), max_size=10).map(" ".join)


@given(TEXTS)
def test_a_quiet_text_holds_nothing_that_a_careful_reading_finds(text):
    assert QUICK.found_in(text) == CAREFUL.found_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Neda was sentenced to three years on 16 Sep 2022; (the court) said so.",
        "پس از ۳ سال به خانه بازگشت، و می‌گوید «آزاد» است.",
        "",
    ],
)
def test_most_sentences_are_quiet(text):
    assert Quiet().words(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "call 0912 345",
        "n.z (at) example",
        "N Z",
        "in Azadi street",
        "one two three",
        "a/b",
        "12345",
        "م‌ه‌ر‌ی",
        "50%",
        "x ـ y",
    ],
)
def test_a_text_with_a_sign_of_something_is_not_quiet(text):
    assert Quiet().words(text) is None


def test_what_is_remembered_of_parts_stays_bounded(monkeypatch):
    monkeypatch.setattr(quiet, "KEPT", 3)
    seen = Quiet()
    assert seen.words("no more than this is kept") == ["no", "more", "than", "this", "is", "kept"]
    assert len(seen) == 3
