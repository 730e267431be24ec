"""One decision of a court in one case."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import model_validator

from prisoners.records.columns import When, choice, count, day, flag, link, long_text, short_text
from prisoners.records.form import STRICT, Form, Row
from prisoners.vocabulary import Instance, Outcome


class JudgmentForm(Form):
    """Which court decided what, when, and when the defence was told."""

    case_id: int = link("cases", "the case it belongs to", default=...)
    number: str | None = short_text("number of the judgment, kept as text")
    instance: Instance = choice(Instance, "the instance", default=Instance.FIRST)
    court_id: int | None = link("courts", "the court")
    branch: str | None = short_text("the branch, as written")
    judge_id: int | None = link("officials", "the judge")
    given_on: When | None = day("day of the judgment")
    notified_on: When | None = day("day on which it was notified; the time to appeal runs from it (CPC 431)")
    in_absentia: bool = flag("given in the absence of the defendant")
    outcome: Outcome = choice(Outcome, "what was decided", default=Outcome.UNKNOWN)
    announced_total: str | None = short_text("the total as announced, in the words of the source")
    reported_years: int | None = count(
        "years that were reported as enforceable; stand before the computed term"
    )
    reported_months: int | None = count("months that were reported as enforceable")
    reported_half_month: bool = flag("and half a month that was reported as enforceable")
    reported_days: int | None = count("days that were reported as enforceable")
    merges: bool = flag("this judgment merges earlier judgments of the same person (CPC 510)")
    note: str | None = long_text("internal note; never leaves")
    withdrawn: bool = flag("entered in error")

    @model_validator(mode="after")
    def _notified_after_it_was_given(self) -> Self:
        if self.given_on and self.notified_on and self.notified_on.certainly_before(self.given_on):
            raise ValueError("a judgment cannot be notified before it was given")
        return self


class Judgment(JudgmentForm, Row, table=True):
    """One judgment."""

    __tablename__ = "judgments"
    __table_args__ = STRICT
    whose: ClassVar[str] = "(SELECT prisoner_id FROM cases WHERE cases.id = {row}.case_id)"
