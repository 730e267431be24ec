"""Terms as people write them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from prisoners.errors import TermInDecimals, TermUnreadable
from prisoners.law.term_words import read_announced, read_term, write_term
from prisoners.law.terms import Term
from tests.law.strategies import terms

READ = [
    ("5 years and 6 months", Term(5, 6)),
    ("۵ سال و ۶ ماه", Term(5, 6)),
    ("٥ سال و ٦ ماه", Term(5, 6)),
    ("پنج سال و شش ماه", Term(5, 6)),
    ("8 m", Term(0, 8)),
    ("8m.", Term(0, 8)),
    ("2 y 7.5 m", Term(2, 7, half_month=True)),
    ("2y7.5m", Term(2, 7, half_month=True)),
    ("۲ سال و ۷٫۵ ماه", Term(2, 7, half_month=True)),
    ("two years and 7½ months", Term(2, 7, half_month=True)),
    ("two years and 7 1/2 months", Term(2, 7, half_month=True)),
    ("دو سال و هفت ماه و نیم", Term(2, 7, half_month=True)),
    ("1 year and 40 days", Term(1, 0, 40)),
    ("91 days", Term(0, 0, 91)),
    ("۹۱ روز حبس تعزیری", Term(0, 0, 91)),
    ("5 years of imprisonment", Term(5)),
    ("5-year prison", Term(5)),
    ("a year", Term(1)),
    ("a year and a half", Term(1, 6)),
    ("two and a half years", Term(2, 6)),
    ("2½ years", Term(2, 6)),
    ("half a year", Term(0, 6)),
    ("half a month", Term(half_month=True)),
    ("نیم ماه", Term(half_month=True)),
    ("یک سال و نیم", Term(1, 6)),
    ("یک سال و نیم و سه روز", Term(1, 6, 3)),
    ("یک سال و نیم و ۳ روز", Term(1, 6, 3)),
    ("5 years and half a month", Term(5, half_month=True)),
    ("two weeks", Term(0, 0, 14)),
    ("1 month, 2 weeks and 3 days", Term(0, 1, 17)),
    ("ten years", Term(10)),
    ("one hundred and twenty-five days", Term(0, 0, 125)),
    ("two hundred days", Term(0, 0, 200)),
    ("صد و بیست و پنج روز", Term(0, 0, 125)),
    ("سی‌ و شش ماه", Term(0, 36)),
    ("0 days", Term()),
]

UNREADABLE = [
    "", " ", "5", "years", "half", "life", "5 years suspended", "2-5 years", "2–5 years", "-5 years",
    "5 years -3 months",
    ".5 months", "7.5.5 months", "5 years 5 years", "5 years and a half and 3 months", "5 6 years",
    "6 months half half",
    "twenty thirty years", "five six years", "20 five years", "hundred hundred days", "12345 days", "half a day",
    "two and a half weeks", "5 years 7", "7 months and a half and a half", "half half", "x" * 201, "11/2 months",
    "5 years (life)", "half a year and half a year", "4.5 5 years", "one 5 years", "six months and half, half",
]  # fmt: skip


@pytest.mark.parametrize(("text", "term"), READ, ids=[text for text, _ in READ])
def test_a_term_is_read(text: str, term: Term):
    assert read_term(text) == term


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_is_no_term_is_not_guessed(text: str):
    with pytest.raises(TermUnreadable, match="cannot be read as a term"):
        read_term(text)


@pytest.mark.parametrize("text", ["18.6 years", "2.5 years", "7.25 months", "1.5 days", "۱۸٫۶ سال"])
def test_a_decimal_says_neither_months_nor_days(text: str):
    with pytest.raises(TermInDecimals, match="neither months nor days"):
        read_term(text)


def test_announced_words_are_kept_with_their_term_or_with_the_reason_why_they_are_none():
    assert read_announced("5 years").term == Term(5)
    announced = read_announced("18.6 years")
    assert (announced.words, announced.term) == ("18.6 years", None)
    assert "decimal point" in announced.flag


@pytest.mark.parametrize(
    ("term", "english", "persian"),
    [
        (Term(2, 7, half_month=True), "2 years and 7½ months", "۲ سال و ۷ ماه و نیم"),
        (Term(1, 0, 40), "1 year and 40 days", "۱ سال و ۴۰ روز"),
        (Term(1, 1, 1), "1 year, 1 month and 1 day", "۱ سال و ۱ ماه و ۱ روز"),
        (Term(half_month=True), "half a month", "نیم ماه"),
        (Term(4, 3, 40, half_month=True), "4 years, 3½ months and 40 days", "۴ سال و ۳ ماه و نیم و ۴۰ روز"),
        (Term(), "0 days", "۰ روز"),
    ],
)
def test_a_term_is_written_in_two_languages(term: Term, english: str, persian: str):
    assert (write_term(term), write_term(term, "fa")) == (english, persian)


@given(terms)
def test_a_written_term_is_read_again(term: Term):
    assert read_term(write_term(term)) == term
    assert read_term(write_term(term, "fa")) == term


@example("¹")
@given(st.text(max_size=40) | st.text("0123456789.½ ymdwsآسالماهروزنیم-/", max_size=20))
def test_any_text_is_a_term_or_refused(text: str):
    announced = read_announced(text)
    assert announced.words == text
    assert (announced.term is None) == bool(announced.flag)
