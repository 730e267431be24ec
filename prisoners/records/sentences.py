"""One component of a judgment: years, months and days kept apart, never a decimal."""

from __future__ import annotations

from typing import ClassVar

from prisoners.records.columns import When, choice, count, day, flag, link, long_text, short_text
from prisoners.records.form import STRICT, Form, Row
from prisoners.vocabulary import SentenceKind, SentenceState


class SentenceForm(Form):
    """One punishment, as the judgment states it."""

    judgment_id: int = link("judgments", "the judgment it stands in", default=...)
    charge_id: int | None = link("charges", "the charge it punishes, where known")
    kind: SentenceKind = choice(SentenceKind, "what kind of punishment", default=...)
    years: int | None = count("years")
    months: int | None = count("months")
    half_month: bool = flag("and half a month, as in `two years and 7½ months`")
    days: int | None = count("days")
    lashes: int | None = count("number of lashes")
    amount: int | None = count("amount of a fine, in whole units of the currency")
    currency: str | None = short_text("currency of the amount: IRR, USD …")
    place: str | None = short_text("place of an exile or of a residence ban")
    suspended: bool = flag("wholly suspended (IPC 46)")
    suspended_years: int | None = count("years of it that are suspended")
    suspended_months: int | None = count("months of it that are suspended")
    suspended_half_month: bool = flag("and half a month of it is suspended")
    suspended_days: int | None = count("days of it that are suspended")
    convertible: bool | None = flag(
        "the court allows it to be exchanged for a fine; empty is not recorded", default=None
    )
    probation_years: int | None = count("length of the probation of a suspended sentence, in years")
    state: SentenceState = choice(SentenceState, "what became of it", default=SentenceState.ISSUED)
    reduced_years: int | None = count("years to which it was reduced or commuted")
    reduced_months: int | None = count("months to which it was reduced or commuted")
    reduced_half_month: bool = flag("and half a month to which it was reduced or commuted")
    reduced_days: int | None = count("days to which it was reduced or commuted")
    becomes: SentenceKind | None = choice(SentenceKind, "the kind of punishment into which it was commuted")
    by_pardon: bool | None = flag(
        "commuted by pardon and not by a court; empty is not recorded", default=None
    )
    act: str | None = short_text("a mark shared by the components for one single act (IPC 131), such as `a`")
    official_release: When | None = day("release date as officially reported; stands beside the projection")
    quoted: str | None = short_text("the wording of the source, as written")
    note: str | None = long_text("internal note; never leaves")
    withdrawn: bool = flag("entered in error")


class Sentence(SentenceForm, Row, table=True):
    """One component of a sentence."""

    __tablename__ = "sentences"
    __table_args__ = STRICT
    whose: ClassVar[str] = (
        "(SELECT cases.prisoner_id FROM judgments JOIN cases ON cases.id = judgments.case_id"
        " WHERE judgments.id = {row}.judgment_id)"
    )
