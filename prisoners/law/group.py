"""What several people of one case are to serve: so many times so long, never one sum of years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from prisoners.law.enforceable import Enforceable
from prisoners.law.judgments import NOTHING, Measure
from prisoners.law.reasons import write_fact, write_measure
from prisoners.vocabulary.words import Language


def group_in_words(answers: Sequence[Enforceable], language: Language = "en") -> str:
    """What each of several people is to serve: `7 × 5 years`, the most frequent first.

    One answer stands for one person. The press adds the announced terms of all of them up; that sum is said
    to be what it is, the announced terms of so many people, and never anybody's sentence.
    """
    each = Counter(answer.told(language) for answer in answers)
    listed = [f"{write_fact(people, language)} × {words}" for words, people in each.most_common()]
    return (", " if language == "en" else "، ").join(listed)


def announced_together(answers: Sequence[Enforceable]) -> Measure:
    """The terms announced for all of them, added up as the press does."""
    return sum((answer.announced for answer in answers), NOTHING)


def group_sentence(answers: Sequence[Enforceable], language: Language = "en") -> str:
    """The group in one sentence that can be quoted, with the announced sum put in its place."""
    people, words = write_fact(len(answers), language), group_in_words(answers, language)
    announced = write_measure(announced_together(answers), language)
    if language == "en":
        return (
            f"Enforceable for {people} {'person' if len(answers) == 1 else 'people'}: {words}. "
            f"All terms announced for the {people} of them together are {announced}, which nobody serves."
        )
    return (
        f"قابل اجرا برای {people} نفر: {words}. "
        f"مجموع مدت‌های اعلام‌شده برای هر {people} نفر {announced} است که هیچ‌کس آن را نمی‌گذراند."
    )
