"""Every name by which a prisoner is known, in every script."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from prisoners.names.script import name_faults
from prisoners.records.columns import choice, flag, link, short_text
from prisoners.records.form import STRICT, Form, Row
from prisoners.vocabulary import NameKind, Script


class NameForm(Form):
    """One name as it was written: never changed, never unique."""

    prisoner_id: int = link("prisoners", "whose name it is", default=...)
    text: str = short_text("the name, byte for byte as written", default=...)
    family: str | None = short_text("the family-name part of the text, as written in it, where known")
    script: Script = choice(Script, "the script it is written in", default=...)
    kind: NameKind = choice(NameKind, "what kind of name it is", default=NameKind.OFFICIAL)
    is_primary: bool = flag("the name shown in this script")
    withdrawn: bool = flag("entered in error")

    @model_validator(mode="after")
    def _can_be_a_name(self) -> Self:
        if faults := name_faults(self.text):
            raise ValueError("; ".join(faults))
        if self.family and self.family not in self.text:
            raise ValueError("the family name is not part of the name")
        return self


class Name(NameForm, Row, table=True):
    """One name of one prisoner."""

    __tablename__ = "names"
    __table_args__ = STRICT
