"""How many a source says there were, most of whom nobody names: a group in a place and a time, never added up."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import model_validator

from prisoners.records.columns import When, choice, count, day, flag, link, long_text, short_text
from prisoners.records.form import STRICT, Form, Row
from prisoners.vocabulary import Activity, EstimateKind, EstimateUnit, Gender


class EstimateForm(Form):
    """What one source says of one group."""

    kind: EstimateKind = choice(EstimateKind, "what is counted: arrested, in custody …", default=...)
    unit: EstimateUnit = choice(
        EstimateUnit, "persons, arrests or cases: not the same number", default=EstimateUnit.PERSONS
    )
    least: int | None = count("at least so many")
    most: int | None = count("at most so many; nothing where the source sets no upper bound")
    quoted: str | None = long_text("the number in the words of the source, such as `hundreds`")
    named: int | None = count("how many of them the source itself names")
    happened_on: When | None = day("when, or the time within which they are counted: autumn 1401")
    until: When | None = day("until when, where the time has an end of its own")
    prison_id: int | None = link("prisons", "in which prison")
    province: str | None = short_text("province, as a code of the list of provinces")
    place: str | None = short_text("town or place, as written")
    gender: Gender | None = choice(Gender, "only women, or only men")
    minors: bool = flag("only people under 18")
    activity: Activity | None = choice(Activity, "only people targeted for this")
    overlaps: int | None = link("estimates", "another estimate that counts some of the same people")
    note: str | None = long_text("internal note; never leaves")
    withdrawn: bool = flag("retracted, or entered in error")

    @model_validator(mode="after")
    def _is_a_number(self) -> Self:
        if self.least is None and self.most is None and not self.quoted:
            raise ValueError("say how many: at least, at most, or the words of the source")
        if self.least is not None and self.most is not None and self.least > self.most:
            raise ValueError(f"at least {self.least:,} is more than at most {self.most:,}")
        if self.named is not None and self.most is not None and self.named > self.most:
            raise ValueError(f"{self.named:,} of them by name is more than at most {self.most:,}")
        return self

    @model_validator(mode="after")
    def _ends_after_it_began(self) -> Self:
        if self.happened_on and self.until and self.until.certainly_before(self.happened_on):
            raise ValueError(f"what began {self.happened_on.words} cannot have ended {self.until.words}")
        return self


class Estimate(EstimateForm, Row, table=True):
    """One estimate."""

    __tablename__ = "estimates"
    __table_args__ = STRICT
    whose: ClassVar[str] = "NULL"
