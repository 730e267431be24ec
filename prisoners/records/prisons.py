"""Prisons and detention centres; a facility is not the authority that controls a ward of it."""

from __future__ import annotations

from typing import ClassVar

from prisoners.records.columns import When, choice, day, flag, link, long_text, short_text
from prisoners.records.form import STRICT, Form, Row
from prisoners.vocabulary import PrisonKind


class PrisonForm(Form):
    """One place of detention, in both scripts."""

    name_en: str = short_text("its name in Latin script", default=...)
    name_fa: str | None = short_text("its name in Persian script")
    aliases_en: str | None = short_text("other spellings and names in Latin script, separated by `;`")
    aliases_fa: str | None = short_text("other names in Persian script, separated by `;`")
    province: str | None = short_text("province, as a code of the list of provinces")
    city: str | None = short_text("city")
    kind: PrisonKind = choice(PrisonKind, "what kind of place", default=PrisonKind.UNKNOWN)
    wards: str | None = short_text("known wards, separated by `;`")
    opened_on: When | None = day("opened on")
    closed_on: When | None = day("closed on")
    successor_id: int | None = link("prisons", "where its inmates went")
    unconfirmed: bool = flag("not yet confirmed by a source")
    source: str | None = short_text("where the facts come from")
    note: str | None = long_text("note on the place")
    withdrawn: bool = flag("entered in error")


class Prison(PrisonForm, Row, table=True):
    """One prison."""

    __tablename__ = "prisons"
    __table_args__ = STRICT
    whose: ClassVar[str] = "NULL"
