"""What ties a source to a record, or to one field of it."""

from __future__ import annotations

from prisoners.records.columns import choice, count, flag, link, long_text, short_text
from prisoners.records.form import STRICT, Form, Row
from prisoners.vocabulary import Credibility


class CitationForm(Form):
    """One source bears one statement; conflicting values are kept, not chosen between."""

    source_id: int = link("sources", "the source", default=...)
    prisoner_id: int | None = link("prisoners", "the prisoner whom the record is about")
    about_table: str = short_text("table of the record it bears", default=...)
    about_row: int = count("number of the record it bears", default=...)
    field: str | None = short_text("the one field it bears; empty is the whole record")
    value: str | None = short_text("what this source says the field is, where sources differ")
    credibility: Credibility = choice(
        Credibility, "how credible the statement is", default=Credibility.UNKNOWN
    )
    quoted: str | None = long_text("the words of the source, as written")
    withdrawn: bool = flag("entered in error")


class Citation(CitationForm, Row, table=True):
    """One citation."""

    __tablename__ = "citations"
    __table_args__ = STRICT
