"""How far a long work has come: a bar on stderr, where a person is looking at it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

WORTH_IT = 500
"""Rows below which the work is done before a bar could be read."""


def watched(rows: Sequence[Any], what: str) -> Iterable[Any]:
    """The rows one by one, and on a terminal how many are done; few rows are done before anybody could look."""
    return _with_bar(rows, what) if len(rows) >= WORTH_IT and sys.stderr.isatty() else rows


def watched_lines(what: str) -> Callable[[Iterable[Any], int], Iterable[Any]]:
    """As `watched`, for lines of which it is only known about how many there are."""

    def watch(lines: Iterable[Any], about: int) -> Iterable[Any]:
        return _with_bar(lines, what, about) if about >= WORTH_IT and sys.stderr.isatty() else lines

    return watch


def _with_bar(rows: Iterable[Any], what: str, about: int | None = None) -> Iterator[Any]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    looks = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*looks, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(rows, total=about, description=what)
