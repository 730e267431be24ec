"""A prosecution from arrest to enforcement, as the courts of the example conduct it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from data.example.make.book import Row
from data.example.make.charges import ARTICLES, charged_with, main_for
from data.example.make.places import interrogation
from data.example.make.story import Story, one_in
from prisoners.dates.jalali import from_gregorian

AUTHORITIES = [
    "MOIS",
    "MOIS",
    "MOIS",
    "IRGC_IO",
    "IRGC_IO",
    "PAVA",
    "FATA",
    "PLAIN",
    "INTEL_UNSPEC",
    "NAJA",
    "UNK",
]
POLICE_RENAMED = dt.date(2021, 12, 1)
FOUR_DIGITS_SINCE = 1400
"""Since this year a file number begins with all four digits of the year."""
ORDEALS = (
    ("contact_denied", "incommunicado", 7),
    ("lawyer_denied", "counsel_denied", 7),
    ("torture_allegation", "ill_treatment", 10),
    ("forced_confession", "forced_confession", 14),
    ("family_pressure", "pressure_on_family", 16),
)


class Accusation:
    """One case of one person; `months` is what will be enforceable in the end, None for death."""

    def __init__(self, story: Story, months: int | None) -> None:
        self.story, self.random, self.months = story, story.random, months
        self.authority = self._authority()
        self.charges: dict[str, Row] = {}
        self.sentences: list[Row] = []
        self.judgments: list[Row] = []
        self.court = story.world.revolutionary_court(story.person.home)
        self.case = self._begin()

    # before the court

    def _begin(self) -> Row:
        story, again = self.story, self.story.case is not None
        act = story.act()
        where = (
            "home",
            story.person.home.city,
            story.person.home.city_fa,
            "workplace",
            "منزل",
            "street",
        )
        case = story.case = act.add(
            "cases",
            story.prisoner,
            stage="investigation",
            arrested_on=story.today(),
            arrested_at=self.random.choice(where),
            arrested_by=self.authority,
            warrant_shown=self.random.choice((None, None, False, False, True)),
            lawyer=self._lawyer(),
            note="the lawyer asks not to be named" if one_in(self.random, 20) else None,
        )
        violation = self.random.choice(
            (None, None, "no_warrant", "violence_at_arrest", "seizure_of_belongings")
        )
        kind, status = "re_arrest" if again else "arrest", "detained_investigation"
        story.happens(kind, status=status, authority=self.authority, violation=violation)
        for key in charged_with(self.random, story.person.profile.charges, story.day, self.months):
            facts = self._wording(key)
            self.charges[key] = act.add("charges", story.prisoner, case_id=case, state="alleged", **facts)
        return case

    def _authority(self) -> str:
        found = self.random.choice(AUTHORITIES)
        return "FARAJA" if found == "NAJA" and self.story.day >= POLICE_RENAMED else found

    def _lawyer(self) -> str | None:
        if not one_in(self.random, 4):
            return None
        return self.story.world.namer.new("persian", self.random.choice(("male", "female"))).latin

    def _wording(self, key: str) -> dict[str, Any]:
        article = ARTICLES.get(key)
        if article is None:
            return {"quoted": key}
        late = self.story.day >= dt.date(2025, 10, 1)
        quoted = self.random.choice((None, *article.words))
        return {"offence_id": article.code, "quoted": quoted, "act_on": self.story.today() if late else None}

    def investigate(self) -> None:
        """Interrogation, solitary confinement, and what is done to people there."""
        story = self.story
        held_by = (
            self.authority
            if self.authority in {"MOIS", "IRGC_IO"}
            else self.random.choice(("MOIS", "IRGC_IO"))
        )
        story.wait(0, 3)
        story.moved(interrogation(self.random, story.person.home, held_by))
        if one_in(self.random, 5):
            story.happens("solitary_start", violation="solitary_confinement", authority=held_by)
            story.wait(9, 60)
            story.happens("solitary_end")
        for kind, violation, many in ORDEALS:
            if one_in(self.random, many):
                story.wait(1, 12)
                story.happens(kind, violation=violation)
        story.wait(3, 25)
        self._stage("charge_notified", "investigation", "charged")

    def bail(self) -> None:
        """Released on bail until the trial."""
        story = self.story
        story.wait(2, 40)
        tomans = self.random.choice((200, 300, 500, 800, 1000, 1500, 2000, 3000, 5000)) * 1_000_000
        amount = {"amount": tomans, "currency": "IRT"}
        if one_in(self.random, 3):
            amount = {"amount": tomans * 10, "currency": "IRR"}
        story.happens("bail_set", **amount)
        story.wait(0, 20)
        story.happens("bail_paid", status="on_bail", **amount)

    def to_prison(self) -> None:
        """Out of interrogation, into a prison."""
        self.story.wait(2, 40)
        self.story.moved(self.story.prison())

    def indict(self) -> None:
        """The prosecutor's indictment; the case gets its number."""
        story = self.story
        story.wait(25, 150)
        held = {"status": "detained_pending_trial"} if story.held else {}
        self._stage("indictment", "indicted", "indicted", **held)
        story.act().amend(self.case, file_number=self._number())

    @property
    def main(self) -> str:
        """The charge that carries the heaviest term; it is never dropped."""
        return next(key for key in self.charges if main_for(key, self.story.day, self.months))

    def _stage(self, kind: str, stage: str, state: str, **facts: Any) -> None:
        """Something that takes the whole case one stage on."""
        self.story.happens(kind, **facts)
        act = self.story.act()
        act.amend(self.case, stage=stage)
        standing = [charge for charge in self.charges.values() if charge.now["state"] != "dropped"]
        for charge in standing:
            dropped = (
                state == "convicted" and charge is not self.charges[self.main] and one_in(self.random, 7)
            )
            act.amend(charge, state=self.random.choice(("acquitted", "dropped")) if dropped else state)

    def _number(self) -> str:
        """A file number of 16 digits, which begins with the Jalali year."""
        year = from_gregorian(self.story.day)[0]
        begins = str(year) if year >= FOUR_DIGITS_SINCE else str(year)[2:]
        return begins + "".join(str(self.random.randrange(10)) for _ in range(16 - len(begins)))
