"""For whom an intervention was made."""

from __future__ import annotations

from prisoners.records.columns import flag, link, short_text
from prisoners.records.form import STRICT, Form, Row


class BeneficiaryForm(Form):
    """One prisoner for whom something was done."""

    intervention_id: int = link("interventions", "the intervention", default=...)
    prisoner_id: int = link("prisoners", "for whom", default=...)
    answer: str | None = short_text("what was answered about this person, as written")
    withdrawn: bool = flag("entered in error")


class Beneficiary(BeneficiaryForm, Row, table=True):
    """One prisoner in one intervention."""

    __tablename__ = "beneficiaries"
    __table_args__ = STRICT
