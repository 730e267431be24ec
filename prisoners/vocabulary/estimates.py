"""What is counted where a group is estimated, and by what it is counted."""

from __future__ import annotations

from enum import StrEnum


class EstimateKind(StrEnum):
    """What happened to those who are counted."""

    SUMMONED = "summoned"
    ARRESTED = "arrested"
    HELD = "held"
    DISAPPEARED = "disappeared"
    SENTENCED = "sentenced"
    SENTENCED_TO_DEATH = "sentenced_to_death"
    EXECUTED = "executed"
    DIED_IN_CUSTODY = "died_in_custody"
    KILLED = "killed"
    INJURED = "injured"
    RELEASED = "released"


class EstimateUnit(StrEnum):
    """What the number is a number of: one person can be arrested twice, and stand in two cases."""

    PERSONS = "persons"
    ARRESTS = "arrests"
    CASES = "cases"
