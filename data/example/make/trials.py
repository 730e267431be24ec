"""A whole prosecution, and how its term lies in time."""

from __future__ import annotations

import datetime as dt

from data.example.make.courts import Prosecution
from data.example.make.story import Story, one_in
from data.example.make.world import END

TERMS = (8, 12, 16, 24, 31, 36, 43, 48, 60, 60, 72, 96, 120)
LONG_TERMS = (36, 43, 48, 60, 60, 60, 72, 96, 120, 120)
DAYS = 30.44
"""Days of a month, for stories only: the law counts otherwise."""


def tried(story: Story, months: int | None, *, bail: bool = False) -> Prosecution:
    """From arrest to the judgment at first instance and on appeal."""
    case = Prosecution(story, months)
    case.investigate()
    if bail:
        case.bail()
    else:
        case.to_prison()
    case.indict()
    longer = case.room(story.random.choice((0, 0, 0, 0, 0, 12, 24))) if months else 0
    case.convict(longer=longer)
    if one_in(story.random, 14):
        case.appeal("remanded" if months else "quashed")
        case.convict(longer=longer)
    case.appeal("reduced" if longer > 0 else "upheld")
    case.enforce()
    return case


def term_ends(story: Story, months: int) -> dt.date:
    """The day on which a term of so many months is served."""
    return story.day + dt.timedelta(days=int(months * DAYS) - story.served())


def fitting(story: Story, terms: tuple[int, ...], least: int) -> int:
    """A term that is not over yet on the last day, with at least so many days to go."""
    gone = (END - story.day).days + least
    return story.random.choice([months for months in terms if months * 30 > gone + 60] or [120])


def to_death(story: Story, outcome: str = "upheld") -> Prosecution:
    """A prosecution that ends in a death sentence, imposed once or twice, and what the Supreme Court says of it."""
    case = Prosecution(story, None)
    case.investigate()
    case.to_prison()
    case.indict()
    case.convict()
    if one_in(story.random, 3):
        case.appeal("quashed")
        case.convict()
    case.appeal(outcome)
    return case
