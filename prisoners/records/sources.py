"""Who says so: an article, a document, a relative, a lawyer."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import model_validator

from prisoners.records.columns import When, choice, day, flag, link, long_text, short_text
from prisoners.records.form import STRICT, Form, Row
from prisoners.vocabulary import Confidentiality, Reliability, SourceKind


class SourceForm(Form):
    """Where a statement comes from, and how far it can be relied on."""

    kind: SourceKind = choice(SourceKind, "what kind of source", default=SourceKind.OTHER)
    outlet: str | None = short_text("who published or said it")
    title: str | None = short_text("its title")
    author: str | None = short_text("its author")
    url: str | None = short_text("its address")
    archived_url: str | None = short_text("the address of an archived copy")
    published_on: When | None = day("day of publication")
    accessed_on: When | None = day("day on which a researcher read it")
    language: str | None = short_text("its language, as a two-letter code")
    reliability: Reliability = choice(
        Reliability, "A highly reliable … E unreliable, F unknown", default=Reliability.F
    )
    confidentiality: Confidentiality = choice(
        Confidentiality, "who may know of the source", default=Confidentiality.PUBLIC
    )
    derived_from: int | None = link("sources", "the source that this one only repeats")
    note: str | None = long_text("internal note; never leaves")
    withdrawn: bool = flag("retracted, or entered in error")

    @model_validator(mode="after")
    def _can_be_found_again(self) -> Self:
        if not (self.url or self.outlet or self.title or self.author):
            raise ValueError("a source needs an address, an outlet, a title or an author")
        return self


class Source(SourceForm, Row, table=True):
    """One source."""

    __tablename__ = "sources"
    __table_args__ = STRICT
    whose: ClassVar[str] = "NULL"
