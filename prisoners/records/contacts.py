"""How family and lawyers are reached, and national numbers; all sealed."""

from __future__ import annotations

from prisoners.records.columns import choice, flag, link, long_text, short_text
from prisoners.records.form import STRICT, Form, Row
from prisoners.vocabulary import ContactKind


class ContactForm(Form):
    """One way to reach somebody, or one number that identifies the person."""

    prisoner_id: int = link("prisoners", "whose contact it is", default=...)
    kind: ContactKind = choice(ContactKind, "what kind of contact", default=...)
    name: str | None = short_text("whom it reaches; sealed")
    value: str = short_text("the number or address; sealed", default=...)
    note: str | None = long_text("internal note; sealed")
    withdrawn: bool = flag("no longer valid, or entered in error")


class Contact(ContactForm, Row, table=True):
    """One contact."""

    __tablename__ = "contacts"
    __table_args__ = STRICT
