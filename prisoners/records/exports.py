"""What was sent to whom, when, and made from which update."""

from __future__ import annotations

from typing import ClassVar

from prisoners.records.columns import (
    When,
    choice,
    count,
    day,
    flag,
    link,
    long_text,
    moment,
    numbers,
    short_text,
)
from prisoners.records.form import STRICT, Form, Row
from prisoners.vocabulary import Audience


class ExportForm(Form):
    """One file that left, so that it can be made again and what changed since can be told."""

    made_at: str = moment("when it was made, in UTC", default=...)
    recipient: str | None = short_text("to whom it was sent; never leaves")
    audience: Audience = choice(Audience, "for whom it was made", default=...)
    file_name: str = short_text("name of the file, without its folder", default=...)
    selection: str | None = long_text("the filter that chose the prisoners")
    options: str | None = long_text("how it was asked for beside the filter, to make it again (JSON)")
    made_from: int | None = link("updates", "the last update it knows of")
    prisoners: int = count("how many prisoners stand in it", default=...)
    people: str | None = numbers("who stands in it, by the rule that names them, to recall it (JSON)")
    sha256: str = short_text("SHA-256 of the file, in hexadecimal", default=...)
    manifest: str = long_text("what was withheld and why, as counted (JSON)", default=...)
    intervention_id: int | None = link("interventions", "the intervention it was made for")
    recalled_on: When | None = day("when those who have it were asked to delete it")
    withdrawn: bool = flag("entered in error")


class Export(ExportForm, Row, table=True):
    """One export."""

    __tablename__ = "exports"
    __table_args__ = STRICT
    whose: ClassVar[str] = "NULL"
