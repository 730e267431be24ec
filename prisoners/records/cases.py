"""One prosecution of one person."""

from __future__ import annotations

from prisoners.records.columns import When, choice, day, flag, link, long_text, short_text
from prisoners.records.form import STRICT, Form, Row
from prisoners.vocabulary import Authority, LegalStage


class CaseForm(Form):
    """A case from arrest to enforcement; a person may have several at once."""

    prisoner_id: int = link("prisoners", "who is prosecuted", default=...)
    file_number: str | None = short_text("file number, 16 digits today, kept as text")
    other_numbers: str | None = short_text("archive and older numbers, separated by `;`")
    stage: LegalStage = choice(LegalStage, "how far the case has come", default=LegalStage.UNKNOWN)
    arrested_on: When | None = day("day of the arrest in this case")
    arrested_at: str | None = short_text("place of the arrest, as written")
    arrested_by: Authority | None = choice(Authority, "who made the arrest")
    warrant_shown: bool | None = flag("whether a warrant was shown; empty is not recorded", default=None)
    lawyer: str | None = short_text("the lawyer, as written; never leaves")
    group_name: str | None = short_text("name of the group of co-defendants tried together")
    abroad: bool = flag("the person lives abroad: two months to appeal instead of 20 days (CPC 431)")
    note: str | None = long_text("internal note; never leaves")
    withdrawn: bool = flag("entered in error")


class Case(CaseForm, Row, table=True):
    """One case."""

    __tablename__ = "cases"
    __table_args__ = STRICT
