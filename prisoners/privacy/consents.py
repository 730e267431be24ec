"""Whether somebody agreed: what the consents of one kind amount to on a day, read strictly."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

Row = Mapping[str, Any]


class Standing(StrEnum):
    """What was asked, answered, and what still holds of it."""

    NONE = "not asked"
    GIVEN = "given"
    EXPIRED = "expired"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"

    @property
    def forbids(self) -> bool:
        """Whether somebody said no, which no other basis outweighs."""
        return self in (Standing.REFUSED, Standing.WITHDRAWN)


_STRICTEST = (Standing.REFUSED, Standing.WITHDRAWN, Standing.GIVEN, Standing.EXPIRED, Standing.NONE)


def standing(consents: Iterable[Row], scope: str, today: dt.date) -> Standing:
    """Where a person's consent to one thing stands: a no of anybody who was asked weighs more than a yes.

    A no is lifted only by a yes that the same one gave certainly later.
    """
    asked: dict[object, list[Row]] = defaultdict(list)
    for consent in consents:
        if consent["scope"] == scope and not consent["withdrawn"]:
            asked[consent["subject"], consent["given_by"]].append(consent)
    found = {_of_one(answers, today.isoformat()) for answers in asked.values()}
    return next((state for state in _STRICTEST if state in found), Standing.NONE)


def _of_one(answers: list[Row], today: str) -> Standing:
    """Where the answers of one asked person stand."""
    states = [(answer, _state(answer, today)) for answer in answers]
    current = [answer for answer, state in states if state is Standing.GIVEN]
    standing_noes = [
        state
        for answer, state in states
        if state.forbids and not any(_certainly_later(yes, answer) for yes in current)
    ]
    found = {*standing_noes, *(state for _, state in states if not state.forbids)}
    return next((state for state in _STRICTEST if state in found), Standing.NONE)


def _state(answer: Row, today: str) -> Standing:
    if answer["refused"]:
        return Standing.REFUSED
    if answer["withdrawn_on"]:
        return Standing.WITHDRAWN
    if answer["until"] and _earliest(answer["until"]) < today:  # it may have ended: it does not count
        return Standing.EXPIRED
    if answer["given_on"] and _earliest(answer["given_on"]) > today:
        return Standing.NONE
    return Standing.GIVEN


def _certainly_later(yes: Row, no: Row) -> bool:
    said_no = no["withdrawn_on"] or no["given_on"]
    return bool(yes["given_on"] and said_no and _earliest(yes["given_on"]) > _latest(said_no))


def _earliest(stored: str) -> str:
    return stored[:10]


def _latest(stored: str) -> str:
    return stored[11:21]
