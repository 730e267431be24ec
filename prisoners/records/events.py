"""What happened in the world to one person; the last event with a status is the status."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from prisoners.records.columns import When, choice, count, day, flag, link, long_text, short_text
from prisoners.records.form import STRICT, Form, Row
from prisoners.vocabulary import Authority, CustodyStatus, EventKind, Violation


class EventForm(Form):
    """One thing that happened, when, where, and the custody status after it."""

    prisoner_id: int = link("prisoners", "to whom it happened", default=...)
    case_id: int | None = link("cases", "the case it belongs to, where known")
    kind: EventKind = choice(EventKind, "what happened", default=...)
    happened_on: When | None = day("when it happened")
    until: When | None = day("until when, for something that lasted")
    prison_id: int | None = link("prisons", "the prison or detention centre")
    ward: str | None = short_text("the ward, as written")
    place: str | None = short_text("the place as written, where it is no prison of the list")
    authority: Authority | None = choice(Authority, "who acted or who controls the ward")
    status: CustodyStatus | None = choice(CustodyStatus, "custody status after it, where it changed")
    open_ended: bool = flag("without an end by its nature, such as an indefinite furlough")
    amount: int | None = count("amount of a bail, in whole units of the currency")
    currency: str | None = short_text("currency of the amount: IRR, USD …")
    violation: Violation | None = choice(Violation, "the violation of rights it documents")
    after_id: int | None = link("events", "the event after which it came, where days do not tell")
    summary: str | None = long_text("what happened, in a sentence that may be published")
    note: str | None = long_text("internal note; never leaves")
    withdrawn: bool = flag("entered in error, or reported and found untrue")

    @model_validator(mode="after")
    def _ends_after_it_began(self) -> Self:
        if self.happened_on and self.until and self.until.certainly_before(self.happened_on):
            raise ValueError("it cannot end before it began")
        return self


class Event(EventForm, Row, table=True):
    """One event."""

    __tablename__ = "events"
    __table_args__ = STRICT
