"""The catalogue of offences: law, year, article, and from when to when that text was in force."""

from __future__ import annotations

from typing import ClassVar

from prisoners.records.columns import When, choice, count, day, flag, long_text, short_text
from prisoners.records.form import STRICT, Form, Row
from prisoners.vocabulary import PunishmentClass


class OffenceForm(Form):
    """One article of one law in one version; the same number exists in several laws."""

    law: str = short_text("code of the law, such as IPC75", default=...)
    year: str | None = short_text("year of its enactment, in the calendar of the law")
    article: str = short_text("article", default=...)
    bis: str | None = short_text("bis number")
    paragraph: str | None = short_text("note or paragraph of the article")
    name_en: str = short_text("the offence in English", default=...)
    name_fa: str | None = short_text("the offence in Persian")
    aliases_en: str | None = long_text("other wordings in English, separated by `;`")
    aliases_fa: str | None = long_text(
        "other wordings in Persian, as the press writes them, separated by `;`"
    )
    punishment_class: PunishmentClass = choice(
        PunishmentClass, "hadd, ta'zir …", default=PunishmentClass.UNKNOWN
    )
    min_years: int | None = count("least term: years")
    min_months: int | None = count("least term: months")
    min_days: int | None = count("least term: days")
    max_years: int | None = count("greatest term: years")
    max_months: int | None = count("greatest term: months")
    max_days: int | None = count("greatest term: days")
    max_lashes: int | None = count("greatest number of lashes")
    other_punishment: str | None = short_text("other punishments, in words")
    valid_from: When | None = day("this text in force since")
    valid_until: When | None = day("this text in force until")
    unconfirmed: bool = flag("not yet confirmed by a source")
    source: str | None = short_text("where the facts come from")
    note: str | None = long_text("note on the article")
    withdrawn: bool = flag("entered in error")


class Offence(OffenceForm, Row, table=True):
    """One offence of the catalogue."""

    __tablename__ = "offences"
    __table_args__ = STRICT
    whose: ClassVar[str] = "NULL"
