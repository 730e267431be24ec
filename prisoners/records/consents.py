"""Who agreed to what, how, when, until when, and whether it was withdrawn."""

from __future__ import annotations

from prisoners.records.columns import When, choice, day, flag, link, long_text, short_text
from prisoners.records.form import STRICT, Form, Row
from prisoners.vocabulary import ConsentMeans, ConsentScope, ConsentSubject


class ConsentForm(Form):
    """One consent to one thing."""

    prisoner_id: int = link("prisoners", "whom it concerns", default=...)
    subject: ConsentSubject = choice(ConsentSubject, "who gave it", default=...)
    given_by: str | None = short_text("name of who gave it; sealed")
    scope: ConsentScope = choice(ConsentScope, "to what", default=...)
    refused: bool = flag("asked, and refused")
    means: ConsentMeans | None = choice(ConsentMeans, "how it was given")
    given_on: When | None = day("when it was given")
    until: When | None = day("until when it holds")
    withdrawn_on: When | None = day("when it was withdrawn")
    after_death: bool = flag("said by the person to hold after the death, too")
    disclosed: bool = flag("told what it is for, who will see it, and what may follow")
    voluntary: bool = flag("given freely, as far as could be made sure")
    understood: bool = flag("what was told was understood, as far as could be made sure")
    competent: bool = flag("able to decide: of age and of sound mind, as far as could be made sure")
    obtained_by: str | None = short_text("the researcher who obtained it; never leaves")
    restrictions: str | None = long_text("what it does not cover; never leaves")
    withdrawn: bool = flag("entered in error (a consent that was taken back has `withdrawn_on`)")


class Consent(ConsentForm, Row, table=True):
    """One consent."""

    __tablename__ = "consents"
    __table_args__ = STRICT
