"""Every answer to every question, under every basis, for every audience, in every format: nobody is shown wrongly."""

from __future__ import annotations

import datetime as dt
import io
from itertools import product
from typing import Any, NamedTuple

import pytest

from prisoners.privacy.verdict import verdict
from prisoners.records.consents import Consent
from prisoners.records.names import Name
from prisoners.records.prisoners import Prisoner
from prisoners.sheets.gather import everybody
from prisoners.sheets.write import FORMATS, prepare
from prisoners.store.engine import create_registry
from prisoners.store.reader import reading
from prisoners.vocabulary import Audience, ConsentScope, NamingRule, PublicationBasis
from tests.builders import STOPPED, act, make_event, stopped
from tests.sheets.canaries import OTHERWISE, canary
from tests.sheets.hunter import hunted

TODAY = STOPPED.date()
OUTSIDE = (Audience.PUBLIC, Audience.ADVOCATES)
DAYS_OF_DEATH = ("2024-03-20", "2024", "1402")
"""The last day on which files are made here, and two years in which they are: a doubtful death counts."""
SAYS = {
    "yes": {},
    "yes, long ago": {"given_on": "2020-01-01"},
    "yes, from tomorrow on": {"given_on": "2024-03-21"},
    "no": {"refused": True},
    "no, long ago": {"refused": True, "given_on": "2020-01-01"},
    "taken back": {"given_on": "2021-01-01", "withdrawn_on": "2023-01-01"},
    "entered in error": {"withdrawn": True},
}
HOLDS = {
    "": {},
    "until today": {"until": "2024-03-20"},
    "until yesterday": {"until": "2024-03-19"},
    "until some day of this year": {"until": "2024"},
    "until next year": {"until": "2025-06"},
}
ANEW = {
    "": None,
    "and yes again": {"given_on": "2024-01-01"},
    "and yes again, of another": {"given_on": "2024-01-01"},
    "and yes again, nobody knows when": {},
}
BY = {
    "family": {"subject": "family"},
    "lawyer": {"subject": "lawyer"},
    "person": {"subject": "person"},
    "person, for good": {"subject": "person", "after_death": True},
}
IN_THE_WORLD = frozenset(PublicationBasis) - {"none", "consent"}
"""Why a case may be published that nobody had to be asked about."""


class Case(NamedTuple):
    """What somebody was asked, what was answered, and why else the case may be published."""

    scope: str
    says: str
    holds: str
    anew: str
    basis: str
    by: str = "family"
    dead: bool = False

    @property
    def other(self) -> str:
        """Who is asked besides."""
        return "lawyer" if self.by == "family" else "family"

    @property
    def answers(self) -> list[dict[str, Any]]:
        """The consents, as forms take them."""
        again, scope = ANEW[self.anew], {"scope": self.scope}
        first = scope | BY[self.by] | SAYS[self.says] | HOLDS[self.holds]
        asked = self.other if self.anew.endswith("of another") else self.by
        return [first, *([] if again is None else [scope | BY[asked] | again])]

    def standing(self, scope: str) -> str:
        """The oracle: what the answers to one question come to, said in the plainest way."""
        if scope != self.scope:
            return "not asked"
        lifts = self.anew == "and yes again"  # of the same one, and on a known day
        if self.says == "no" or (self.says in ("no, long ago", "taken back") and not lifts):
            return "no"
        agreed = [self.by] if self.says in ("yes", "yes, long ago") else []
        over = self.holds in ("until yesterday", "until some day of this year")
        if over:
            agreed = []
        if self.anew:
            agreed.append(self.other if self.anew.endswith("of another") else self.by)
        if any(not self.dead or who in ("family", "person, for good") for who in agreed):
            return "holds"
        if agreed:
            return "ended"
        return "over" if over and self.says != "entered in error" else "not asked"

    def may_be_shown(self, audience: Audience) -> bool:
        """The oracle: a no to keep, or to what this audience needs, ends it; else a yes or a basis carries it."""
        publish, share = self.standing("publish"), self.standing("share")
        if self.standing("store") == "no":
            return False
        if audience is Audience.ADVOCATES:
            if share == "no":
                return False
            if share == "holds":
                return True
        if publish == "no":
            return False
        return publish == "holds" or self.basis in IN_THE_WORLD

    def may_be_named(self) -> bool:
        """The oracle: who said no to the name, or whose yes is over, is not; a death ends no name that is known."""
        said = self.standing("use_name")
        return self.basis in IN_THE_WORLD if said == "ended" else said not in ("no", "over")


CASES = [
    Case(*parts) for parts in product(map(str, ConsentScope), SAYS, HOLDS, ANEW, map(str, PublicationBasis))
]
SAMPLE = CASES[::41]
"""Coprime to every list of the matrix: each answer meets each question, each basis and each end."""
OF_THE_DEAD = [
    Case(scope, says, holds, anew, basis, by, dead=True)
    for scope, says, holds, anew, basis, by in product(
        map(str, ConsentScope), SAYS, ("", "until yesterday"), ANEW, ("none", "consent", "already_public"), BY
    )
]
OF_WHO_SPOKE_FOR_THEM = [case._replace(dead=False) for case in OF_THE_DEAD[::7] if case.by != "family"]
DEAD_SAMPLE = OF_THE_DEAD[::43]


def row(answer: dict[str, Any]) -> dict[str, Any]:
    """A consent as it is stored."""
    blank = {
        "refused": 0,
        "withdrawn": 0,
        "given_on": None,
        "until": None,
        "withdrawn_on": None,
        "given_by": None,
        "after_death": False,
    }
    days = {
        name: _stored(str(day))
        for name, day in answer.items()
        if name in ("given_on", "until", "withdrawn_on")
    }
    return blank | answer | days


def _stored(day: str) -> str:
    first, last = {"2024": ("2024-01-01", "2024-12-31"), "2025-06": ("2025-06-01", "2025-06-30")}.get(
        day, (day, day)
    )
    return f"{first} {last} {day}|gregorian|{day}"


def test_the_verdict_on_every_case_is_that_of_the_plain_rules():
    wrong = []
    every = [*CASES, *OF_THE_DEAD, *OF_WHO_SPOKE_FOR_THEM]
    for case, audience in product(every, OUTSIDE):
        prisoner = {"withdrawn": 0, "merged_into": None, "basis": case.basis, "naming": "full"}
        judged = verdict(audience, prisoner, map(row, case.answers), TODAY, perhaps_dead=case.dead)
        named = judged.naming is NamingRule.FULL
        if (judged.leaves, named) != (case.may_be_shown(audience), case.may_be_named()):
            wrong.append((audience, case, judged))
    assert wrong == []
    assert len(every) * len(OUTSIDE) == 20_688


def test_a_death_lets_nobody_out_and_names_nobody_who_was_kept_back_while_they_lived():
    for case in OF_THE_DEAD:
        alive = case._replace(dead=False)
        prisoner = {"withdrawn": 0, "merged_into": None, "basis": case.basis, "naming": "full"}
        for audience in OUTSIDE:
            before, after = (
                verdict(audience, prisoner, map(row, case.answers), TODAY, perhaps_dead=dead)
                for dead in (alive.dead, case.dead)
            )
            assert before.leaves or not after.leaves, case
            assert before.naming is NamingRule.FULL or after.naming is not NamingRule.FULL, case


def test_the_sample_has_every_answer_to_every_question():
    for one, other in product(range(len(Case._fields)), repeat=2):
        pairs = {(case[one], case[other]) for case in CASES}
        met = {(case[one], case[other]) for case in SAMPLE}
        assert len(met) == len(pairs), (Case._fields[one], Case._fields[other])


def registry_of(path, cases):
    """Each case is a person with a name and a sentence that stand nowhere else."""
    create_registry(path, clock=stopped).close()
    with act(path) as unit:
        for place, case in enumerate(cases):
            person = unit.add(Prisoner, {"basis": case.basis, "summary": canary(place).latin}).id
            unit.add(
                Name, {"prisoner_id": person, "text": canary(place + OTHERWISE).latin, "script": "latin"}
            )
            for answer in case.answers:
                unit.add(Consent, {"prisoner_id": person} | answer)
            if case.dead:
                make_event(unit, person, "death", DAYS_OF_DEATH[place % 3], status="died_in_custody")
    return path


@pytest.mark.parametrize(
    "cases",
    [
        pytest.param([*SAMPLE, *DEAD_SAMPLE], id="sample"),
        pytest.param([*CASES, *OF_THE_DEAD], id="all", marks=pytest.mark.trust),
    ],
)
def test_no_file_of_any_format_shows_or_names_anybody_wrongly(tmp_path, cases):
    path = registry_of(tmp_path / "registry.db", cases)
    for audience in OUTSIDE:
        shown = {place for place, case in enumerate(cases) if case.may_be_shown(audience)}
        named = {place for place in shown if cases[place].may_be_named()}
        assert len(cases) > len(shown) > len(named) > 0
        expected = {canary(place).latin for place in shown} | {
            canary(place + OTHERWISE).latin for place in named
        }
        with reading(path) as reader:
            prepared = prepare(reader, everybody(reader), audience=audience, today=TODAY)
        for ending, write in FORMATS.items():
            file = io.BytesIO()
            write(file, prepared)
            assert hunted(file.getvalue()) == expected, ending


@pytest.mark.parametrize("scope", ["store", "share", "publish"])
def test_a_consent_that_is_taken_back_holds_for_the_next_file(tmp_path, scope):
    case = Case("share", "yes, long ago", "", "", "already_public")
    path = registry_of(tmp_path / "registry.db", [case, case])
    with act(path) as unit:
        given = unit.add(
            Consent, {"prisoner_id": 1, "subject": "family", "scope": scope, "given_on": "2022-01-01"}
        )
    before = _seen(path)
    with act(path) as unit:
        unit.amend(unit.get(Consent, given.id), withdrawn_on="2024-03-20")
        if scope == "publish":  # advocates are shown whom they were given, until sharing is taken back, too
            unit.amend(unit.get(Consent, 1), withdrawn_on="2024-03-20")
    assert _seen(path) == before - {canary(0).latin, canary(OTHERWISE).latin}


def _seen(path):
    with reading(path) as reader:
        prepared = prepare(reader, everybody(reader), audience=Audience.ADVOCATES, today=dt.date(2024, 3, 20))
    file = io.BytesIO()
    FORMATS[".json"](file, prepared)
    return hunted(file.getvalue())
