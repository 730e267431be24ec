"""Judgments written in one line, so that a table of cases can be read: `5 y | 1 y pardoned | 74 lashes`."""

from __future__ import annotations

import re
from datetime import date

from prisoners.dates.partial import Calendar, PartialDate
from prisoners.dates.read import read_date
from prisoners.law.enforceable import Enforceable, enforceable
from prisoners.law.judgments import Component, Judgment
from prisoners.law.term_words import read_term
from prisoners.vocabulary.justice import PunishmentClass, SentenceKind, SentenceState

STATES = {state.value for state in SentenceState}
CLASSES = {
    "hadd": PunishmentClass.HADD,
    "qisas": PunishmentClass.QISAS,
    "unclassed": PunishmentClass.UNKNOWN,
}
KINDS = {"life": SentenceKind.LIFE, "death": SentenceKind.DEATH, "exile": SentenceKind.EXILE}
AFTER_2020, UNDER_2013, BEFORE_2013 = "2021-02-01", "2018-06-10", "2010-03-01"


def on(text: str) -> PartialDate:
    """A date as a source writes it."""
    return read_date(text)


def days(first: str, last: str) -> PartialDate:
    """A date that lies somewhere between two days."""
    earliest, latest = date.fromisoformat(first), date.fromisoformat(last)
    return PartialDate(earliest, latest, f"{first}/{last}", Calendar.GREGORIAN, "")


def component(ref: str, text: str) -> Component:
    """A component from its line: length or kind first, then what marks it.

    `5 y`, `life`, `death`, `74 lashes`, `2 y exile`, `? 18.6 years`; then `hadd`, `qisas`, `unclassed`, a
    state, `to:6 m`, `becomes:life`, `by:pardon`, `by:court`, `suspended`, `suspended:2 y`, `degree:7`,
    `act:a`. Ta'zir of degree 5 unless it is said otherwise (`degree:?` for one that is not recorded).
    """
    marks = dict(re.findall(r"(\w+):([^,]+)", text))
    words = re.sub(r"\w+:[^,]+", "", text).replace(",", " ").split()
    facts: dict[str, object] = {"punishment_class": PunishmentClass.TAZIR, "degree": 5}
    if "degree" in marks:
        said = marks.pop("degree").strip()
        facts["degree"] = None if said == "?" else int(said)
    rest = [word for word in words if not _mark(word, facts)]
    if rest and rest[0] == "?":
        facts["words"] = " ".join(rest[1:])
    elif "lashes" in rest:
        facts |= {"kind": SentenceKind.LASHES, "lashes": int(rest[0])}
    elif rest:
        facts["term"] = read_term(" ".join(rest))
    return Component(ref, **facts, **{name: _marked(name, value) for name, value in _named(marks)})


def _mark(word: str, facts: dict[str, object]) -> bool:
    """Whether a word says something about the component other than its length."""
    if word in STATES:
        facts["state"] = SentenceState(word)
    elif word in CLASSES:
        facts["punishment_class"] = CLASSES[word]
    elif word in KINDS:
        facts["kind"] = KINDS[word]
    elif word == "suspended":
        facts["wholly_suspended"] = True
    else:
        return False
    return True


def _named(marks: dict[str, str]) -> list[tuple[str, str]]:
    fields = {"to": "reduced_to", "by": "by_pardon"}
    return [(fields.get(name, name), value.strip()) for name, value in marks.items()]


def _marked(name: str, value: str) -> object:
    if name in {"reduced_to", "suspended"}:
        return read_term(value)
    if name == "by_pardon":
        return value == "pardon"
    return SentenceKind(value) if name == "becomes" else value


def judgment(text: str, given: str | None = AFTER_2020, ref: str = "J-1") -> Judgment:
    """A judgment from its components, separated by |, numbered S-1, S-2 …"""
    parts = [part.strip() for part in text.split("|")] if text else []
    made = tuple(component(f"S-{number}", part) for number, part in enumerate(parts, 1))
    return Judgment(ref, made, on(given) if given else None)


def answer(text: str, given: str | None = AFTER_2020) -> Enforceable:
    """The enforceable term of a judgment in one line."""
    return enforceable(judgment(text, given))


def explained(text: str, given: str | None = AFTER_2020) -> str:
    """The whole explanation of a judgment in one line."""
    return " ".join(answer(text, given).sentences())
