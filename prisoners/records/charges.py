"""What a person is accused or convicted of in one case."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import model_validator

from prisoners.records.columns import When, choice, day, flag, link, short_text
from prisoners.records.form import STRICT, Form, Row
from prisoners.vocabulary import ChargeState


class ChargeForm(Form):
    """An offence of the catalogue, or only the quoted wording, and what became of it."""

    case_id: int = link("cases", "the case it belongs to", default=...)
    offence_id: int | None = link("offences", "the offence in the catalogue, where recognised")
    quoted: str | None = short_text("the wording of the source, as written")
    state: ChargeState = choice(ChargeState, "what became of it", default=ChargeState.ALLEGED)
    laid_on: When | None = day("day on which it was brought")
    act_on: When | None = day("day of the act itself, which decides the law in force")
    instead_of: int | None = link("charges", "the earlier charge that this one replaced")
    withdrawn: bool = flag("entered in error")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.offence_id is None and self.quoted is None:
            raise ValueError("a charge needs an offence or the quoted wording")
        return self


class Charge(ChargeForm, Row, table=True):
    """One charge."""

    __tablename__ = "charges"
    __table_args__ = STRICT
    whose: ClassVar[str] = "(SELECT prisoner_id FROM cases WHERE cases.id = {row}.case_id)"
