"""How far a long work has come: a bar on stderr, where a person is looking at it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

WORTH_IT = 500
"""Rows below which the work is done before a bar could be read."""


@contextmanager
def watching() -> Iterator[Callable[[Sequence[Any], str], Iterable[Any]]]:
    """Hands over rows one by one, and shows how many are done; without a terminal it only hands them over."""
    if not sys.stderr.isatty():
        yield lambda rows, what: rows  # noqa: ARG005 -- nobody is there to be told what is done
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    looks = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*looks, console=Console(stderr=True), transient=True) as progress:
        yield lambda rows, what: rows if len(rows) < WORTH_IT else progress.track(rows, description=what)
