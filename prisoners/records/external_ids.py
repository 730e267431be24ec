"""The person's number in somebody else's list; also a way to look up."""

from __future__ import annotations

from prisoners.records.columns import flag, link, short_text
from prisoners.records.form import STRICT, Form, Row


class ExternalIdForm(Form):
    """One number in one foreign list: `list:5081`."""

    prisoner_id: int = link("prisoners", "whose number it is", default=...)
    list_name: str = short_text("short name of the foreign list", default=...)
    number: str = short_text("the number there, kept as text", default=...)
    withdrawn: bool = flag("entered in error, or gone from that list")


class ExternalId(ExternalIdForm, Row, table=True):
    """One foreign number of one prisoner."""

    __tablename__ = "external_ids"
    __table_args__ = STRICT
