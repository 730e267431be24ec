"""Judges, prosecutors and wardens, as far as they are known."""

from __future__ import annotations

from typing import ClassVar

from prisoners.records.columns import choice, flag, long_text, short_text
from prisoners.records.form import STRICT, Form, Row
from prisoners.vocabulary import OfficialRole


class OfficialForm(Form):
    """One official; the first name may be unknown, and an alias may be the name in use."""

    name_en: str = short_text(
        "name in Latin script, the family name alone where no more is known", default=...
    )
    name_fa: str | None = short_text("name in Persian script")
    aliases_en: str | None = short_text("aliases in Latin script, separated by `;`")
    aliases_fa: str | None = short_text("aliases in Persian script, separated by `;`")
    role: OfficialRole = choice(OfficialRole, "what kind of official", default=OfficialRole.JUDGE)
    note: str | None = long_text("internal note; never leaves")
    withdrawn: bool = flag("entered in error")


class Official(OfficialForm, Row, table=True):
    """One official."""

    __tablename__ = "officials"
    __table_args__ = STRICT
    whose: ClassVar[str] = "NULL"
