"""What the special procedures of the United Nations ask, question by question, from the list of their forms."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from prisoners.reference import reference_list
from prisoners.sheets.speech import Both

BY_HAND = ""
"""In the place of what to type, for what is not kept in the registry: it is written into the form by hand."""


class Question(NamedTuple):
    """One question of a form."""

    part: Both
    number: str
    asks: Both
    answer: str
    """Which answer of `un_answers` belongs here."""
    fill: str
    """What to type where the record does not say it; `{who}` and `{case}` stand for the person and the newest case."""
    vital: bool
    """Whether the form is not taken without it."""


class Form(NamedTuple):
    """One form, and what it is taken with."""

    name: str
    title: Both
    by_family: bool = False
    """Whether the family itself must have agreed."""
    in_full: bool = True
    """Whether it is taken only with the full name."""

    def questions(self) -> tuple[Question, ...]:
        """Its questions, in their order."""
        return _questions()[self.name]


FORMS: dict[str, Form] = {
    form.name: form
    for form in (
        Form(
            "wgad",
            (
                "Questionnaire for a communication to the Working Group on Arbitrary Detention",
                "پرسش‌نامهٔ گروه کاری بازداشت‌های خودسرانه",
            ),
        ),
        Form(
            "wgeid",
            (
                "Communication to the Working Group on Enforced or Involuntary Disappearances",
                "گزارش به گروه کاری ناپدیدشدگان قهری",
            ),
            by_family=True,
        ),
        Form(
            "special-rapporteur",
            ("Submission to a Special Rapporteur", "گزارش به گزارشگر ویژه"),
            in_full=False,
        ),
    )
}
"""The forms by the word that is typed for each."""


@cache
def _questions() -> dict[str, tuple[Question, ...]]:
    found: dict[str, list[Question]] = {name: [] for name in FORMS}
    for row in reference_list("un_forms"):
        question = Question(
            (row["part_en"], row["part_fa"]), row["number"], (row["asks_en"], row["asks_fa"]),
            row["answer"], row["fill"], row["vital"] == "1",
        )  # fmt: skip
        found[row["form"]].append(question)
    return {name: tuple(questions) for name, questions in found.items()}


WORDS: dict[str, Both] = {
    "draft": (
        "DRAFT for our own people: not to be sent. What is missing stands at the end.",
        "پیش‌نویس برای همکاران داخلی: نباید فرستاده شود. کمبودها در پایان آمده است.",
    ),
    "unknown": ("not known", "نامعلوم"),
    "by_hand": ("(to be written in by hand)", "(با دست نوشته شود)"),
    "missing": ("What is missing", "کمبودها"),
    "question": ("Question", "پرسش"),
    "asks": ("What is asked", "موضوع"),
    "needed": ("Is it needed?", "ضرورت"),
    "vital": ("yes: the form is not taken without it", "لازم: بدون آن پذیرفته نمی‌شود"),
    "may_lack": ("if it can be found out", "در صورت امکان"),
    "by_family": ("{scope}, by the family", "{scope}، از سوی خانواده"),
    "consents": ("Consents", "رضایت‌ها"),
    "scope": ("To what", "به چه"),
    "standing": ("Where it stands", "وضعیت"),
    "yes": ("yes", "بله"),
    "no": ("no", "نه"),
    "arrest_age": ("aged {age} when arrested", "{age} ساله هنگام بازداشت"),
    "not asked": ("not asked", "پرسیده نشده"),
    "given": ("given", "داده شده"),
    "expired": ("expired", "منقضی"),
    "ended by the death": ("ended by the death", "با مرگ پایان‌یافته"),
    "refused": ("refused", "رد شده"),
    "withdrawn": ("withdrawn", "پس گرفته شده"),
    "not_held": (
        "not held as known on {day}; arrested as said under II",
        "به دانستهٔ {day} در حبس نیست؛ بازداشت: بخش ۲",
    ),
    "not_ended": (
        "held since {since}; not ended as known on {day}",
        "در حبس از {since}؛ تا {day} پایان نیافته",
    ),
    "announced": ("announced: {term}", "اعلام‌شده: {term}"),
    "enforceable": ("enforceable: {term}", "قابل اجرا: {term}"),
}
"""What a form says beside its questions and answers."""
