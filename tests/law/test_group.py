"""Several people of one case."""

from __future__ import annotations

from prisoners.law.group import group_in_words, group_sentence
from tests.law.making import UNDER_2013, answer

SEVEN = [answer("5 y | 1 y", UNDER_2013)] * 7


def test_people_with_different_terms_are_listed_most_frequent_first():
    group = [answer("1 y"), answer("5 y"), answer("5 y"), answer("? 18.6 years")]
    assert group_in_words(group) == "2 × 5 years, 1 × 1 year, 1 × cannot be computed"


def test_a_group_in_persian():
    assert group_in_words(SEVEN, "fa") == "۷ × ۵ سال"
    assert "مجموع مدت‌های اعلام‌شده برای هر ۷ نفر ۴۲ سال است" in group_sentence(SEVEN, "fa")


def test_the_announced_sum_is_put_in_its_place():
    assert group_sentence(SEVEN) == (
        "Enforceable for 7 people: 7 × 5 years. "
        "All terms announced for the 7 of them together are 42 years, which nobody serves."
    )


def test_a_death_sentence_among_several_is_counted_as_one():
    group = [answer("death hadd"), answer("5 y")]
    assert group_in_words(group) == "1 × a death sentence, 1 × 5 years"
    assert group_sentence([answer("5 y")]).startswith("Enforceable for 1 person: 1 × 5 years.")
