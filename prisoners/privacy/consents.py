"""Whether somebody agreed: what the consents of one kind amount to on a day, read strictly."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from prisoners.vocabulary import ConsentSubject

Row = Mapping[str, Any]


class Standing(StrEnum):
    """What was asked, answered, and what still holds of it."""

    NONE = "not asked"
    GIVEN = "given"
    EXPIRED = "expired"
    ENDED = "ended by the death"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"

    @property
    def forbids(self) -> bool:
        """Whether somebody said no, which no other basis outweighs."""
        return self in (Standing.REFUSED, Standing.WITHDRAWN)


_STRICTEST = (
    Standing.REFUSED,
    Standing.WITHDRAWN,
    Standing.GIVEN,
    Standing.ENDED,
    Standing.EXPIRED,
    Standing.NONE,
)


def perhaps_dead(deaths: Iterable[Row], today: dt.date) -> frozenset[int]:
    """Who may be dead on a day, by the deaths that are reported: a doubtful or undated one counts as one."""
    return frozenset(
        death["prisoner_id"]
        for death in deaths
        if not death["happened_on"] or _earliest(death["happened_on"]) <= today.isoformat()
    )


def standing(consents: Iterable[Row], scope: str, today: dt.date, *, perhaps_dead: bool) -> Standing:
    """Where a person's consent to one thing stands: a no of anybody who was asked weighs more than a yes.

    A no is lifted only by a yes that the same one gave certainly later. After a death the yes of the family
    holds, and what the person said was to hold after it; the yes of everybody who spoke for the person has ended
    with it (Iranian Civil Code, articles 678 and 954), and every no stands.
    """
    asked: dict[object, list[Row]] = defaultdict(list)
    for consent in consents:
        if consent["scope"] == scope and not consent["withdrawn"]:
            asked[consent["subject"], consent["given_by"]].append(consent)
    found = {_of_one(answers, today.isoformat(), perhaps_dead) for answers in asked.values()}
    return next((state for state in _STRICTEST if state in found), Standing.NONE)


def _of_one(answers: list[Row], today: str, perhaps_dead: bool) -> Standing:
    """Where the answers of one asked person stand; who said yes after a no does not say no again by dying."""
    states = [(answer, _state(answer, today, perhaps_dead)) for answer in answers]
    current = [answer for answer, state in states if state in (Standing.GIVEN, Standing.ENDED)]
    standing_noes = [
        state
        for answer, state in states
        if state.forbids and not any(_certainly_later(yes, answer) for yes in current)
    ]
    found = {*standing_noes, *(state for _, state in states if not state.forbids)}
    return next((state for state in _STRICTEST if state in found), Standing.NONE)


def _state(answer: Row, today: str, perhaps_dead: bool) -> Standing:
    if answer["refused"]:
        return Standing.REFUSED
    if answer["withdrawn_on"]:
        return Standing.WITHDRAWN
    if answer["until"] and _earliest(answer["until"]) < today:  # it may have ended: it does not count
        return Standing.EXPIRED
    if answer["given_on"] and _earliest(answer["given_on"]) > today:
        return Standing.NONE
    return Standing.ENDED if perhaps_dead and not _holds_after_death(answer) else Standing.GIVEN


def _holds_after_death(answer: Row) -> bool:
    return bool(answer["subject"] == ConsentSubject.FAMILY or answer["after_death"])


def _certainly_later(yes: Row, no: Row) -> bool:
    said_no = no["withdrawn_on"] or no["given_on"]
    return bool(yes["given_on"] and said_no and _earliest(yes["given_on"]) > _latest(said_no))


def _earliest(stored: str) -> str:
    return stored[:10]


def _latest(stored: str) -> str:
    return stored[11:21]
