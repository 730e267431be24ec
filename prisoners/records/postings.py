"""Who sat where, from when to when."""

from __future__ import annotations

from typing import ClassVar

from prisoners.records.columns import When, choice, day, flag, link, short_text
from prisoners.records.form import STRICT, Form, Row
from prisoners.vocabulary import OfficialRole


class PostingForm(Form):
    """One official in one court or prison for a time."""

    official_id: int = link("officials", "who", default=...)
    court_id: int | None = link("courts", "in which court")
    prison_id: int | None = link("prisons", "in which prison")
    branch: str | None = short_text("in which branch, as written")
    role: OfficialRole = choice(OfficialRole, "as what", default=OfficialRole.JUDGE)
    since: When | None = day("since when")
    until: When | None = day("until when")
    withdrawn: bool = flag("entered in error")


class Posting(PostingForm, Row, table=True):
    """One posting."""

    __tablename__ = "postings"
    __table_args__ = STRICT
    whose: ClassVar[str] = "NULL"
