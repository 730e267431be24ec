"""Why a person is really targeted; never mixed with the legal charge."""

from __future__ import annotations

from prisoners.records.columns import choice, flag, link, short_text
from prisoners.records.form import STRICT, Form, Row
from prisoners.vocabulary import Activity, ActivityWeight


class ActivityForm(Form):
    """One activity for which the person is persecuted."""

    prisoner_id: int = link("prisoners", "whose activity it is", default=...)
    activity: Activity = choice(Activity, "the activity", default=...)
    weight: ActivityWeight = choice(ActivityWeight, "primary or secondary", default=ActivityWeight.PRIMARY)
    detail: str | None = short_text("the activity in words, such as the name of a union")
    withdrawn: bool = flag("entered in error")


class PrisonerActivity(ActivityForm, Row, table=True):
    """One activity of one prisoner."""

    __tablename__ = "activities"
    __table_args__ = STRICT
