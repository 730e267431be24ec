"""What was done for prisoners: appeals, letters, statements, meetings, and what was answered."""

from __future__ import annotations

from typing import ClassVar

from prisoners.records.columns import When, choice, day, flag, link, long_text, short_text
from prisoners.records.form import STRICT, Form, Row
from prisoners.vocabulary import Impact, InterventionKind, InterventionResponse, InterventionStatus


class InterventionForm(Form):
    """One act of advocacy, for one prisoner or many."""

    kind: InterventionKind = choice(InterventionKind, "what was done", default=...)
    title: str | None = short_text("its title or subject")
    addressee: str | None = short_text("to whom")
    made_on: When | None = day("when")
    follows: int | None = link("interventions", "the one that it follows up")
    signers: str | None = long_text("who signed, separated by `;`")
    status: InterventionStatus | None = choice(InterventionStatus, "whether it goes on")
    response: InterventionResponse | None = choice(InterventionResponse, "what was answered")
    responded_on: When | None = day("when it was answered")
    response_words: str | None = long_text("the answer, as written")
    impact: Impact | None = choice(Impact, "what followed from it")
    note: str | None = long_text("internal note; never leaves")
    withdrawn: bool = flag("entered in error")


class Intervention(InterventionForm, Row, table=True):
    """One intervention."""

    __tablename__ = "interventions"
    __table_args__ = STRICT
    whose: ClassVar[str] = "NULL"
