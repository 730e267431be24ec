"""A researcher's own reminder."""

from __future__ import annotations

from prisoners.records.columns import When, choice, day, flag, link, long_text
from prisoners.records.form import STRICT, Form, Row
from prisoners.vocabulary import FollowUpState


class FollowUpForm(Form):
    """On what day to ask what, about whom."""

    prisoner_id: int = link("prisoners", "about whom", default=...)
    due_on: When = day("on what day", default=...)
    ask: str = long_text("what to ask; never leaves", default=...)
    state: FollowUpState = choice(FollowUpState, "whether it is done", default=FollowUpState.OPEN)
    withdrawn: bool = flag("entered in error")


class FollowUp(FollowUpForm, Row, table=True):
    """One reminder."""

    __tablename__ = "follow_ups"
    __table_args__ = STRICT
