"""What time it is, for the one clock that nobody can set: when something was done to the registry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

Clock = Callable[[], dt.datetime]


def now() -> dt.datetime:
    """The moment it is, in UTC."""
    return dt.datetime.now(dt.UTC)


def today() -> dt.date:
    """The day it is where the command is typed."""
    return now().astimezone().date()


def stamp(moment: dt.datetime) -> str:
    """A moment as it is stored: UTC, to the second."""
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
