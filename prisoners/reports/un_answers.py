"""What the record answers to the questions of a form, from nothing but what left the gate."""

from __future__ import annotations

from collections.abc import Callable

from prisoners.dates.partial import PartialDate
from prisoners.privacy.consents import Standing
from prisoners.reports.material import Material
from prisoners.reports.people import Row
from prisoners.reports.un_questions import WORDS
from prisoners.sheets.wording import legislation, presumed, yes_or_no
from prisoners.vocabulary import ConsentScope

LINES = "\n"
ROMAN = ("I", "II", "III", "IV", "V", "VI")
REMEDIES = frozenset(
    {
        "objection_in_absentia", "appeal_filed", "appeal_verdict", "cassation_filed", "cassation_result",
        "retrial_request", "retrial_result", "review_477_request", "review_477_result",
        "conditional_release_request", "bail_set", "lawyer_appointed", "lawyer_denied", "statement", "letter",
    }
)  # fmt: skip
"""Events that are steps taken, or answers to them."""


class Answers:
    """The answers about one person, each under the word by which a question calls it."""

    def __init__(self, material: Material, person: int, standings: dict[ConsentScope, Standing]) -> None:
        self.material, self.person, self.standings = material, person, standings
        self.people, self.speech = material.people, material.speech
        self.row, self.events = material.people.row(person), material.people.events(person)
        self.facts = material.people.persons[person]
        cases = material.people.rows("cases", person)
        self.case: Row = max(
            cases, key=lambda case: (str(case.get("arrested_on") or ""), case["id"]), default={}
        )

    def answer(self, key: str) -> str:
        """The answer of this name; nothing where the record does not say."""
        return ANSWERS[key](self)

    def said(self, key: str, **facts: str) -> str:
        """A word of the forms."""
        english, persian = WORDS[key]
        return self.speech.either((english.format(**facts), persian.format(**facts)))

    def numbered(self, number: str) -> str:
        """The number of a question; the Roman one of a part is in Persian the number beside the heading of the part."""
        if not self.speech.is_persian:
            return number
        part, dot, rest = number.partition(".")
        return self.speech.digits(f"{ROMAN.index(part) + 1 if part in ROMAN else part}{dot}{rest}")

    def event(self, *kinds: str) -> Row:
        """The last event of one of these kinds."""
        return next((row for row in reversed(self.events) if row["kind"] in kinds), {})

    def told(self, event: Row) -> str:
        """An event in one line: when, what, where, and what was said of it."""
        what = self.speech.code("event_kind", event["kind"])
        where = self.people.prison(event["prison_id"]) or event["place"]
        date = self.speech.date(event["happened_on"])
        parts = ": ".join(filter(None, (date, what)))
        return " · ".join(str(part) for part in (parts, where, event.get("summary")) if part)

    def consent(self, scope: ConsentScope) -> str:
        """Whether it was agreed to, as a form asks: only a consent that holds today is a yes."""
        return self.said("yes" if self.standings[scope] is Standing.GIVEN else "no")


def _name(of: Answers) -> str:
    name = of.people.shown[of.person]
    both = (name.persian, name.latin) if of.speech.is_persian else (name.latin, name.persian)
    return LINES.join(filter(None, both))


def _born(of: Answers) -> str:
    age = of.said("arrest_age", age=of.row["age_at_arrest"]) if of.row["age_at_arrest"] else ""
    return of.speech.several(filter(None, (of.row["born"], age)))


def _listed(*columns: str) -> Callable[[Answers], str]:
    """Several columns of the person as reports show them."""
    return lambda of: of.speech.several(str(of.row[column]) for column in columns if of.row[column])


def _arrested_on(of: Answers) -> str:
    return of.speech.date(of.case.get("arrested_on") or _arrest(of).get("happened_on"))


def _arrest(of: Answers) -> Row:
    return of.event("arrest", "re_arrest")


def _arrested_at(of: Answers) -> str:
    arrest = _arrest(of)
    return str(of.case.get("arrested_at") or arrest.get("place") or of.people.prison(arrest.get("prison_id")))


def _arrested_by(of: Answers) -> str:
    return of.speech.code("authority", of.case.get("arrested_by") or _arrest(of).get("authority"))


def _charges(of: Answers) -> list[Row]:
    return [row for row in of.people.rows("charges", of.person) if row["case_id"] == of.case.get("id")]


def _reasons(of: Answers) -> str:
    told = (str(row.get("quoted") or "") or of.people.charge(row) for row in _charges(of))
    return of.speech.several(dict.fromkeys(filter(None, told)))


def _law(of: Answers) -> str:
    offences = (of.people.offences.get(row.get("offence_id") or 0, {}) for row in _charges(of))
    return LINES.join(legislation(of.speech, offences))


def _held_since(of: Answers) -> str:
    """Since when somebody is held; of somebody who was arrested and is not held now, that it is so."""
    if since := str(of.row["held_since"] or ""):
        return since
    return of.said("not_held", day=of.speech.day(of.material.on)) if _arrested_on(of) else ""


def _duration(of: Answers) -> str:
    """Since when, and what the cases come to: announced and enforceable, never the one for the other."""
    from prisoners.queries.working import announced

    day = of.speech.day(of.material.on)
    told = [of.said("not_ended", since=str(of.row["held_since"]), day=day)] if of.row["held_since"] else []
    for one in of.people.come_to(of.person):
        terms = (
            of.said("announced", term=of.speech.told(lambda language, one=one: announced(one, language))),  # type: ignore[misc]
            of.said("enforceable", term=of.speech.told(one.enforceable.told)),
        )
        told.append(of.speech.several(terms))
    return LINES.join(told)


def _held_by(of: Answers) -> str:
    holder = next((row["authority"] for row in reversed(of.events) if row.get("authority")), None)
    return of.speech.code("authority", holder)


def _places(of: Answers) -> str:
    return LINES.join(of.told(row) for row in of.events if row["prison_id"] or row["place"])


def _ordered_by(of: Answers) -> str:
    courts = {row["id"]: row for row in of.people.tables["courts"]}
    told = []
    for row in of.people.rows("judgments", of.person):
        court = of.speech.named(courts[row["court_id"]]) if row.get("court_id") in courts else ""
        told.append(", ".join(filter(None, (court, of.speech.date(row.get("given_on"))))) if court else "")
    return LINES.join(filter(None, told))


def _circumstances(of: Answers) -> str:
    """What may be told of the case, then every violation that was documented."""
    told = [str(of.facts.get("summary") or "")]
    told += [
        f"{of.told(row)} ({of.speech.code('violation', row['violation'])})"
        for row in of.events
        if row.get("violation")
    ]
    return LINES.join(filter(None, told))


def _steps(of: Answers) -> str:
    return LINES.join(of.told(row) for row in of.events if row["kind"] in REMEDIES)


def _situation(of: Answers) -> str:
    return ", ".join(str(of.row[column]) for column in ("status", "prison", "province") if of.row[column])


def _disappeared_on(of: Answers) -> str:
    """The date, where it is known to the month: a year alone is not taken."""
    stored = of.event("disappearance").get("happened_on") or of.case.get("arrested_on")
    date = PartialDate.from_stored(stored) if stored else None
    if date is None or (date.earliest.year, date.earliest.month) != (date.latest.year, date.latest.month):
        return ""
    return of.speech.date(stored)


def _disappeared_at(of: Answers) -> str:
    row = of.event("disappearance")
    return str(row.get("place") or of.people.prison(row.get("prison_id")) or _arrested_at(of))


def _disappeared_by(of: Answers) -> str:
    return of.speech.code("authority", of.event("disappearance").get("authority")) or _arrested_by(of)


def _searched(of: Answers) -> str:
    """Every appeal, letter and question for the person, with what was answered."""
    made = {row["id"]: row for row in of.people.tables["interventions"]}
    told = []
    for row in of.people.rows("beneficiaries", of.person):
        act = made.get(row["intervention_id"])
        if act:
            parts = (
                of.speech.date(act.get("made_on")), of.speech.code("intervention_kind", act.get("kind")),
                act.get("addressee"), row.get("answer") or of.speech.code("intervention_response", act.get("response")),
            )  # fmt: skip
            told.append(", ".join(str(part) for part in parts if part))
    return LINES.join(told)


ANSWERS: dict[str, Callable[[Answers], str]] = {
    "name": _name,
    "sex": _listed("gender"),
    "born": _born,
    "nationality": _listed("nationality", "other_nationality"),
    # On lines of their own: one is in the words of the source, the other in the language of the form.
    "occupation": lambda of: LINES.join(
        str(of.row[column]) for column in ("occupation", "activity") if of.row[column]
    ),
    "residence": lambda of: str(of.facts.get("residence") or ""),
    "community": lambda of: of.speech.several(
        filter(None, (presumed(of.speech, column, of.facts) for column in ("ethnicity", "religion")))
    ),
    "arrested_on": _arrested_on,
    "arrested_at": _arrested_at,
    "arrested_by": _arrested_by,
    "warrant": lambda of: yes_or_no(of.speech, of.case.get("warrant_shown")),
    "reasons": _reasons,
    "law": _law,
    "held_since": _held_since,
    "duration": _duration,
    "held_by": _held_by,
    "places": _places,
    "ordered_by": _ordered_by,
    "circumstances": _circumstances,
    "steps": _steps,
    "situation": _situation,
    "disappeared_on": _disappeared_on,
    "disappeared_at": _disappeared_at,
    "disappeared_by": _disappeared_by,
    "searched": _searched,
    "may_send": lambda of: of.consent(ConsentScope.SEND_TO_UN),
    "may_publish": lambda of: of.consent(ConsentScope.PUBLISH),
    "may_name": lambda of: of.consent(ConsentScope.USE_NAME),
    "by_hand": lambda _of: "",
}
"""Every answer that a question can ask for."""
