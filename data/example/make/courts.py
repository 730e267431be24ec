"""What the courts of the example decide: convictions, appeals, acquittals, and the components of a sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from data.example.make.book import Row
from data.example.make.charges import ARTICLES, CAPITAL
from data.example.make.days import Day
from data.example.make.prosecution import Accusation
from data.example.make.sentences import beside, months_of, punishment, term
from data.example.make.story import one_in

BECOMES = {
    "upheld": "upheld",
    "reduced": "reduced",
    "quashed": "quashed",
    "remanded": "quashed",
    "changed": "commuted",
}
"""What a judgment on appeal makes of the sentences before it."""


class Prosecution(Accusation):
    """One case of one person, from the arrest to the enforcement of what the courts decide."""

    def convict(self, *, longer: int = 0, absent: bool = False) -> None:
        """The judgment at first instance; `longer` by so many months than what will stand in the end."""
        story = self.story
        story.wait(20, 110)
        if one_in(self.random, 4):
            story.happens(
                "hearing", violation=self.random.choice((None, None, "closed_hearing", "unfair_trial"))
            )
            story.wait(7, 40)
        held = {"status": "detained_pending_appeal"} if story.held else {}
        self._stage("verdict_first", "verdict_not_final", "convicted", **held)
        judgment = self._judgment("first", self.court, "convicted", in_absentia=absent or None)
        self._impose(judgment, longer)

    def appeal(self, outcome: str = "upheld") -> None:
        """What the court of appeal, or for a death sentence the Supreme Court, makes of it."""
        story, death = self.story, self.months is None
        if one_in(self.random, 4):
            story.wait(3, 19)
            story.happens("cassation_filed" if death else "appeal_filed")
        story.wait(50, 220)
        again = outcome in {"quashed", "remanded"}
        held = {"status": "imprisoned_serving"} if story.held and not again else {}
        story.happens("cassation_result" if death else "appeal_verdict", **held)
        court = (
            f"supreme {self.random.choice((9, 39))}" if death else story.world.appeal_court(story.person.home)
        )
        judgment = self._judgment("supreme" if death else "appeal", court, outcome)
        self._settle(judgment, outcome)

    def _settle(self, judgment: Row, outcome: str) -> None:
        """What becomes of the sentences: they stand, they are shorter, or there is to be another trial."""
        act = self.story.act()
        state = BECOMES[outcome]
        for sentence in self.sentences:
            act.amend(sentence, state=state)
        before, self.sentences = self.sentences, self.sentences if outcome == "upheld" else []
        if outcome == "reduced":
            self._impose(judgment, 0, no_more_than=before)
        if outcome == "changed":
            self._component(judgment, charge_id=self.charges[self.main], kind="life")
        again = outcome in {"quashed", "remanded"}
        act.amend(self.case, stage="first_instance" if again else "final")

    def acquit(self, *, on_appeal: bool = False) -> None:
        """Acquitted, and free."""
        story = self.story
        story.wait(30, 160)
        kind = "appeal_verdict" if on_appeal else "verdict_first"
        self._stage(kind, "closed", "acquitted")
        court = story.world.appeal_court(story.person.home) if on_appeal else self.court
        judgment = self._judgment("appeal" if on_appeal else "first", court, "acquitted")
        for sentence in self.sentences:
            story.act().amend(sentence, state="quashed")
        del judgment
        story.wait(0, 8)
        story.happens("release", status="released_acquitted_or_dropped")

    def enforce(self) -> None:
        """The sentence begins, or goes on under an enforceable judgment."""
        story = self.story
        if not story.held:
            story.wait(20, 200)
            story.happens("summons_to_serve", status="sentence_not_yet_enforced")
            story.wait(5, 60)
            story.cell = story.prison()
            facts = {"prison_id": story.cell.prison, "ward": story.cell.ward}
            story.happens("enforcement_start", status="imprisoned_serving", **facts)
        story.act().amend(self.case, stage="enforcement")

    # one judgment

    def _judgment(self, instance: str, court: str, outcome: str, **facts: Any) -> Row:
        story = self.story
        branch = court.removeprefix("supreme ") if court.startswith("supreme ") else None
        notified = story.day + dt.timedelta(days=self.random.choice((0, 1, 3, 7, 15)))
        known = notified <= story.act().at.date() and not one_in(self.random, 3)
        judgment = story.act().add(
            "judgments",
            story.prisoner,
            case_id=self.case,
            instance=instance,
            court_id=story.world.courts[court],
            branch=branch,
            judge_id=story.world.judge(court, story.day),
            given_on=story.today(),
            notified_on=Day(notified, notified.isoformat()) if known else None,
            outcome=outcome,
            number=self._number() if one_in(self.random, 2) else None,
            **facts,
        )
        self.judgments.append(judgment)
        return judgment

    def room(self, months: int) -> int:
        """By how much the court of first instance could have gone beyond what will stand in the end."""
        return 0 if self.months is None else min(months, ARTICLES[self.main].most - self.months)

    def _impose(self, judgment: Row, longer: int, *, no_more_than: Sequence[Row] = ()) -> None:
        """The components: for every charge a term, and what courts add beside prison.

        `no_more_than`: of a court of appeal, which may not impose more than stood before (CPC 458).
        """
        act = self.story.act()
        months = None if self.months is None else self.months + longer
        total = 0
        for key, charge in self.charges.items():
            if charge.now["state"] != "convicted":
                continue
            given = months if key == self.main else self._lesser(key, months)
            if given == 0:
                continue
            facts = {"kind": "death"} if given is None else {"kind": "prison", **term(given, self.random)}
            stood = [row.facts for row in no_more_than if row.facts.get("charge_id") is charge]
            facts = min([facts, *map(punishment, stood)], key=months_of)
            total += months_of(facts)
            self._component(judgment, charge_id=charge, **facts)
        for facts in beside(self.random, list(self.charges)):
            stood = [row.facts for row in no_more_than if row.facts["kind"] == facts["kind"]]
            if stood or not no_more_than:
                self._component(judgment, **(punishment(stood[0]) if stood else facts))
        if total and one_in(self.random, 2):
            act.amend(judgment, announced_total=_in_words(total))

    def _lesser(self, key: str, months: int | None) -> int:
        """The term for a charge beside the heaviest."""
        article = ARTICLES.get(key)
        if article is None or key in CAPITAL or not article.least:
            return 0
        most = min(article.most, months or article.most)
        return max(article.least, most - self.random.choice((0, 0, 4, 6, 12))) if most >= article.least else 0

    def _component(self, judgment: Row, **facts: Any) -> None:
        story = self.story
        row = story.act().add("sentences", story.prisoner, judgment_id=judgment, **facts)
        self.sentences.append(row)


def _in_words(months: int) -> str:
    years, rest = divmod(months, 12)
    told = [f"{years} years" if years > 1 else "1 year" if years else "", f"{rest} months" if rest else ""]
    return " and ".join(part for part in told if part)
