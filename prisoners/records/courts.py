"""Courts and their branches."""

from __future__ import annotations

from typing import ClassVar

from prisoners.records.columns import choice, flag, long_text, short_text
from prisoners.records.form import STRICT, Form, Row
from prisoners.vocabulary import CourtKind


class CourtForm(Form):
    """One court, or one branch of it, in both scripts."""

    kind: CourtKind = choice(CourtKind, "what kind of court", default=...)
    name_en: str = short_text("its name in Latin script", default=...)
    name_fa: str | None = short_text("its name in Persian script")
    aliases_en: str | None = short_text("other spellings in Latin script, separated by `;`")
    aliases_fa: str | None = short_text("other names in Persian script, separated by `;`")
    city: str | None = short_text("city")
    province: str | None = short_text("province, as a code of the list of provinces")
    branch: str | None = short_text("number of the branch")
    unconfirmed: bool = flag("not yet confirmed by a source")
    source: str | None = short_text("where the facts come from")
    note: str | None = long_text("note on the court")
    withdrawn: bool = flag("entered in error")


class Court(CourtForm, Row, table=True):
    """One court."""

    __tablename__ = "courts"
    __table_args__ = STRICT
    whose: ClassVar[str] = "NULL"
