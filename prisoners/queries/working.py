"""What a person's cases come to, told: the answer in few words, and for programs every input of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prisoners.dates.partial import OPEN_EARLY, OPEN_LATE
from prisoners.law.judgments import NOTHING
from prisoners.law.reasons import write_fact, write_measure, write_window
from prisoners.law.reckoning import Window
from prisoners.law.term_words import write_term
from prisoners.queries.case_file import CaseFile
from prisoners.queries.dockets import Docket
from prisoners.queries.sentencing import CaseSentence, sentencing
from prisoners.store.references import write_reference
from prisoners.vocabulary.words import Language

if TYPE_CHECKING:
    from prisoners.queries.groups import Group, Member

NOT_DECISIVE = frozenset(
    {
        "announced",
        "announced_one",
        "announced_with_death",
        "no_prison",
        "enforceable",
        "enforceable_beside_death",
        "between",
        "beside",
        "stands_apart",
        "opinion",
        "words_kept",
    }
)
"""Steps of an explanation that do not say why the enforceable term is another than the announced one."""

_NO_TERM: dict[bool, dict[Language, str]] = {
    True: {"en": "not recorded as a term", "fa": "مدتی ثبت نشده"},
    False: {"en": "no prison term", "fa": "بدون حبس"},
}
"""What is announced where no term is: nobody recorded it, or there is none."""


def sentencing_of(file: CaseFile) -> tuple[CaseSentence, ...]:
    """What each case of a page comes to."""
    return sentencing(Docket(file.cases, file.charges, file.judgments, file.sentences, file.events))


def because(one: CaseSentence, language: Language = "en") -> str:
    """Why the enforceable term is what it is, in one clause; "" where it is simply what was announced."""
    decisive = [step for step in one.enforceable.reasons if step.code not in NOT_DECISIVE]
    return decisive[-1].clause(language) if decisive else ""


def announced(one: CaseSentence, language: Language = "en") -> str:
    """What was announced: death, or the terms as the press adds them up; of no term it is said that there is none."""
    answer = one.enforceable
    if answer.announced == NOTHING and not answer.death:
        return _NO_TERM[bool(answer.missing)][language]
    total = write_measure(one.enforceable.announced, language)
    if not one.enforceable.death:
        return total
    death = "death" if language == "en" else "اعدام"
    return f"{death} + {total}" if one.enforceable.announced.term or one.enforceable.announced.life else death


def release(one: CaseSentence, language: Language = "en") -> list[str]:
    """The projected release, called a projection, and the reported one beside it."""
    projection, english = one.projection, language == "en"
    told = []
    if projection.reported:
        told.append(f"{'reported' if english else 'گزارش‌شده'} {write_window(projection.reported, language)}")
    if projection.computed:
        what = "projection, not a fact:" if english else "پیش‌بینی است نه واقعیت:"
        told.append(f"{what} {write_window(projection.computed, language)} ({inputs(one, language)})")
    elif projection.reasons:
        told.append(projection.reasons[0].clause(language))
    return told


def inputs(one: CaseSentence, language: Language = "en") -> str:
    """What a projected release was computed from, in few words: `5 years, begun on 2021-12-22, less 276 days held`."""
    projection, english = one.projection, language == "en"
    told = [one.enforceable.in_words(language)]
    if projection.starts:
        told.append(f"{'begun' if english else 'آغاز'} {write_window(projection.starts, language)}")
    if projection.credit and projection.credit.bounded and projection.credit.most:
        days = _days(projection.credit.fewest, projection.credit.most, language)
        told.append(f"less {days} held before" if english else f"منهای {days} بازداشت پیشین")
    if projection.lost[1]:
        days = _days(*projection.lost, language)
        told.append(f"plus {days} outside" if english else f"به‌علاوهٔ {days} بیرون از زندان")
    return (", " if english else "، ").join(told)


def _days(fewest: int, most: int, language: Language) -> str:
    low, high = write_fact(fewest, language), write_fact(most, language)
    to, unit = ("to", "day" if most == 1 else "days") if language == "en" else ("تا", "روز")
    return f"{high} {unit}" if fewest == most else f"{low} {to} {high} {unit}"


def sentencing_outward(file: CaseFile) -> list[dict[str, Any]]:
    """What each case comes to, for programs: stable keys, no computed value without its inputs."""
    return [case_outward(one) for one in sentencing_of(file)] if file.judgments else []


def case_outward(one: CaseSentence) -> dict[str, Any]:
    """What one case comes to, for programs."""
    answer, projection = one.enforceable, one.projection
    return {
        "case": write_reference("cases", one.case),
        "merged_cases": [write_reference("cases", case) for case in one.merged],
        "judgments": [write_reference("judgments", number) for number in one.judgments],
        "announced": announced(one),
        "announced_in_words": one.announced or None,
        "enforceable": answer.told(),
        "enforceable_fa": answer.told("fa"),
        "enforceable_reported": write_term(answer.reported) if answer.reported is not None else None,
        "death_sentence": answer.death,
        "because": because(one) or None,
        "working": list(answer.sentences()),
        "working_fa": list(answer.sentences("fa")),
        "missing": [gap.clause() for gap in (*answer.missing, *projection.missing)],
        "projection": {
            "release": _window(projection.computed),
            "conditional_release": _window(projection.conditional),
            "began": _window(projection.starts),
            "credited_days": [
                projection.credit.fewest,
                projection.credit.most if projection.credit.bounded else None,
            ]
            if projection.credit
            else None,
            "working": list(projection.sentences()),
            "working_fa": list(projection.sentences("fa")),
        },
        "release_reported": _window(projection.reported),
    }


def _window(window: Window | None) -> dict[str, str | None] | None:
    """The days of a window; an open end is null, never a day nobody meant."""
    if window is None:
        return None
    return {
        "earliest": None if window.earliest == OPEN_EARLY else str(window.earliest),
        "latest": None if window.latest == OPEN_LATE else str(window.latest),
    }


def group_outward(group: Group) -> dict[str, Any]:
    """A group for programs: no sum without what each is to serve."""
    from prisoners.law.group import announced_together, group_in_words

    answers = group.answers
    return {
        "group": group.name,
        "people": group.people,
        "judged": len(answers),
        "enforceable": group_in_words(answers) or None,
        "enforceable_fa": group_in_words(answers, "fa") or None,
        "announced_together": write_measure(announced_together(answers)) if answers else None,
        "sentence": group.sentence() or None,
        "sentence_fa": group.sentence("fa") or None,
        "members": [_member_outward(one) for one in group.members],
    }


def _member_outward(one: Member) -> dict[str, Any]:
    return {
        "person": write_reference("prisoners", one.person),
        "name_latin": one.name_latin,
        "name_persian": one.name_persian,
        "case": write_reference("cases", one.case),
        "sentencing": case_outward(one.come_to) if one.come_to else None,
    }
