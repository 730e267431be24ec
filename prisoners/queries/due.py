"""What needs somebody today: everything that is due, the most urgent first."""

from __future__ import annotations

from collections.abc import Sequence

from prisoners.queries.due_at_desk import answers, consents, follow_ups, verifications
from prisoners.queries.due_in_court import windows
from prisoners.queries.due_in_detention import caps
from prisoners.queries.due_in_prison import happenings
from prisoners.queries.due_release import executions, releases
from prisoners.queries.dues import Asked, Due, DueKind, Question
from prisoners.store.reader import Reader

QUESTIONS: tuple[tuple[Question, frozenset[DueKind]], ...] = (
    (executions, frozenset({DueKind.EXECUTION})),
    (
        happenings,
        frozenset(
            {
                DueKind.EXECUTION,
                DueKind.HUNGER_STRIKE,
                DueKind.SUMMONS_TO_SERVE,
                DueKind.FURLOUGH,
                DueKind.BAIL,
                DueKind.DETENTION_ORDER,
            }
        ),
    ),
    (windows, frozenset({DueKind.OBJECTION, DueKind.APPEAL, DueKind.CASSATION, DueKind.SURRENDER})),
    (releases, frozenset({DueKind.RELEASE})),
    (caps, frozenset({DueKind.DETENTION_CAP})),
    (verifications, frozenset({DueKind.VERIFICATION})),
    (answers, frozenset({DueKind.ANSWER})),
    (consents, frozenset({DueKind.CONSENT})),
    (follow_ups, frozenset({DueKind.FOLLOW_UP})),
)
"""Every question, with the kinds that it finds."""


def due(reader: Reader, asked: Asked, *, kinds: Sequence[DueKind] = ()) -> list[Due]:
    """Everything that is due, the most urgent first; of some kinds only, where they are named."""
    wanted = frozenset(kinds or DueKind)
    found = [
        one
        for question, finds in QUESTIONS
        if finds & wanted
        for one in question(reader, asked)
        if one.kind in wanted
    ]
    return sorted(found, key=lambda one: one.rank)
