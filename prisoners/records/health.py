"""Medical facts: internal, or sealed."""

from __future__ import annotations

from prisoners.records.columns import When, choice, day, flag, link, long_text
from prisoners.records.form import STRICT, Form, Row
from prisoners.vocabulary import Confidentiality, HealthKind


class HealthForm(Form):
    """One medical fact."""

    prisoner_id: int = link("prisoners", "whose health it is about", default=...)
    kind: HealthKind = choice(HealthKind, "what kind of fact", default=...)
    since: When | None = day("since when")
    until: When | None = day("until when")
    summary: str = long_text("what is known", default=...)
    level: Confidentiality = choice(Confidentiality, "who may see it", default=Confidentiality.INTERNAL)
    withdrawn: bool = flag("entered in error")


class Health(HealthForm, Row, table=True):
    """One medical fact about one prisoner."""

    __tablename__ = "health"
    __table_args__ = STRICT
