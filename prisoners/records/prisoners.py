"""The human being whom the registry is about."""

from __future__ import annotations

from typing import ClassVar

from prisoners.records.columns import When, choice, day, flag, link, long_text, short_text
from prisoners.records.form import STRICT, Form, Row
from prisoners.vocabulary import Ethnicity, Gender, NamingRule, Priority, PublicationBasis, Religion


class PrisonerForm(Form):
    """Who the person is; what happened to them stands in cases and events."""

    father: str | None = short_text("father's name, as courts use it to tell people apart")
    gender: Gender | None = choice(Gender, "gender; empty is not recorded")
    born: When | None = day("date of birth, as precise as its source")
    birthplace: str | None = short_text("place of birth, as written")
    residence: str | None = short_text("city where the person lived before the arrest")
    nationality: str | None = short_text("nationality, if not only Iranian")
    other_nationality: str | None = short_text("second nationality of a dual national")
    ethnicity: Ethnicity | None = choice(Ethnicity, "ethnicity; empty is not recorded")
    ethnicity_presumed: bool = flag("the ethnicity is presumed, not stated by the person or the family")
    religion: Religion | None = choice(
        Religion, "religion or belief; `none` is not the same as empty, not recorded"
    )
    religion_presumed: bool = flag("the religion is presumed, not stated by the person or the family")
    occupation: str | None = short_text("occupation, as written")
    summary: str | None = long_text("what may be told of the case in public, in a few sentences")
    note: str | None = long_text("internal note of the researchers; never leaves")
    import_note: str | None = long_text(
        "cells of a foreign list that found no place in any field; never leaves"
    )
    naming: NamingRule = choice(NamingRule, "how the person may be named outside", default=NamingRule.FULL)
    basis: PublicationBasis = choice(
        PublicationBasis,
        "why the case may be published; none means it may not",
        default=PublicationBasis.NONE,
    )
    basis_source: str | None = short_text("where the basis can be seen: an address or a source reference")
    priority: Priority | None = choice(Priority, "how urgently the case is followed")
    verified_on: When | None = day("day on which a researcher last confirmed the situation")
    merged_into: int | None = link(
        "prisoners", "the record of the same person into which this one was merged"
    )
    withdrawn: bool = flag("entered in error; kept, but not counted")


class Prisoner(PrisonerForm, Row, table=True):
    """One prisoner."""

    __tablename__ = "prisoners"
    __table_args__ = STRICT
    whose: ClassVar[str] = "{row}.id"
