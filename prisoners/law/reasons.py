"""Why a computed value is what it is: sentences that can be quoted, each with the article it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from prisoners.dates import jalali
from prisoners.dates.partial import OPEN_EARLY, OPEN_LATE
from prisoners.law.articles import cited
from prisoners.law.judgments import CUSTODIAL, PRISON_KINDS, Component, Measure
from prisoners.law.reckoning import Window
from prisoners.law.term_words import PERSIAN_DIGITS, write_term
from prisoners.law.terms import Term
from prisoners.law.wording import WORDING
from prisoners.vocabulary.words import Language, label

Single: TypeAlias = "Term | Measure | Component | Reason | Window | int | str"
Fact: TypeAlias = "Single | tuple[Single, ...]"


@dataclass(frozen=True)
class Reason:
    """One step of a computation: a code of `wording`, and the facts that fill its sentence."""

    code: str
    facts: tuple[tuple[str, Fact], ...] = ()

    @property
    def article(self) -> str:
        """The key of the article it rests on, "" when it rests on none."""
        return WORDING[self.code].article

    def clause(self, language: Language = "en") -> str:
        """The sentence without its article and full stop, as it stands after *because*."""
        wording = WORDING[self.code]
        template = wording.en if language == "en" else wording.fa
        return template.format(**{name: write_fact(fact, language) for name, fact in self.facts})

    def write(self, language: Language = "en") -> str:
        """The whole sentence with its article in brackets and its full stop."""
        article = cited(self.article, persian=language == "fa")
        return f"{self.clause(language)} ({article})." if article else f"{self.clause(language)}."


def reason(code: str, **facts: Fact) -> Reason:
    """A reason with its facts by name: `reason("reduced", name="S-4", before=five, after=half)`."""
    return Reason(code, tuple(facts.items()))


def write_fact(fact: Fact, language: Language = "en") -> str:
    """A fact in words: terms in their units, days as ISO dates, several joined by +, names by commas."""
    match fact:
        case tuple():
            text = _joiner(fact, language).join(write_fact(one, language) for one in fact)
        case Term():
            text = write_term(fact, language)
        case Measure():
            text = write_measure(fact, language)
        case Component():
            text = write_component(fact, language)
        case Reason():
            text = fact.clause(language)
        case Window():
            text = write_window(fact, language)
        case int() if language == "fa":
            text = str(fact).translate(PERSIAN_DIGITS)
        case _:
            text = str(fact)
    return text


def write_day(day: date, language: Language = "en") -> str:
    """A day as 2023-06-08 in English, as ۱۴۰۲/۰۳/۱۸ in Persian."""
    if language == "en":
        return day.isoformat()
    year, month, of_month = jalali.from_gregorian(day)
    return f"{year}/{month:02}/{of_month:02}".translate(PERSIAN_DIGITS)


def write_window(window: Window, language: Language = "en") -> str:
    """A window in words; an end that is not known is never shown."""
    english = language == "en"
    if window.earliest == OPEN_EARLY and window.latest == OPEN_LATE:
        return "on an unknown day" if english else "در روزی نامعلوم"
    if window.latest == OPEN_LATE:
        return f"{'not before' if english else 'نه پیش از'} {write_day(window.earliest, language)}"
    if window.earliest == OPEN_EARLY:
        return f"{'not after' if english else 'نه پس از'} {write_day(window.latest, language)}"
    earliest, latest = write_day(window.earliest, language), write_day(window.latest, language)
    if window.is_day:
        return f"on {earliest}" if english else f"در {earliest}"
    return f"between {earliest} and {latest}" if english else f"میان {earliest} و {latest}"


def _joiner(facts: tuple[Single, ...], language: Language) -> str:
    """Terms are added, clauses follow on each other, names stand in a row."""
    if all(isinstance(one, Term | Measure) for one in facts):
        return " + "
    if all(isinstance(one, Reason) for one in facts):
        return ", and because " if language == "en" else " و چون "
    return ", " if language == "en" else "، "


def write_measure(measure: Measure, language: Language = "en") -> str:
    """A term in its units, or *life*."""
    if measure.life:
        return "life imprisonment" if language == "en" else "حبس ابد"
    if not measure.term:
        return "no time to serve" if language == "en" else "چیزی برای اجرا نیست"
    return write_term(measure.term, language)


def write_component(component: Component, language: Language = "en") -> str:
    """A component in words: `5 years`, `74 lashes`, `travel ban, 2 years`, `fine, 50000000 IRR`."""
    if component.kind in PRISON_KINDS:
        return write_term(component.term, language) if component.term else component.words or "?"
    kind = label("sentence_kind", component.kind, language)
    if component.kind in CUSTODIAL:
        return kind
    comma = ", " if language == "en" else "، "
    return comma.join(filter(None, [kind, *_quantities(component, language), component.place]))


def _quantities(component: Component, language: Language) -> list[str]:
    """Everything that is counted about a component."""
    lashes = write_fact(component.lashes, language) if component.lashes is not None else ""
    term = write_term(component.term, language) if component.term else ""
    amount = write_fact(component.amount, language) if component.amount is not None else ""
    return [lashes, term, f"{amount} {component.currency}".strip() if amount else ""]
