"""What was typed and not yet written: kept for its owner alone when a command is stopped, and offered again."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import shorten
from typing import Any

from prisoners.commands import door, settings
from prisoners.commands.menu import complain
from prisoners.dates.partial import PartialDate

Typed = dict[str, Any]

RUNNING = ".part"
"""The draft of a command that still runs, or whose process was killed; that of a stopped one ends in `.json`."""

UNFINISHED = ".new"
"""Half a draft: the process was killed while it wrote, and the last whole one lies beside it."""

TELLING = ("who", "names", "kind", "on", "form")
"""What tells one draft from another, and is nothing private."""

LONGEST = 60


@dataclass(frozen=True)
class Draft:
    """What is being typed at one command."""

    name: str
    """The same for everything that may be offered again there: `add`, `update-P-0042`."""
    typed: Typed = field(default_factory=dict)
    left: Path | None = None
    """Where it lay, if it is one that was gone on with."""


def folder() -> Path:
    """Where drafts lie."""
    return settings.home() / "drafts"


@contextmanager
def kept(draft: Draft) -> Iterator[Typed]:
    """What is put into the draft inside the block is kept if the block is stopped or fails, else forgotten.

    It is written before every question, so that nothing that was answered is lost with a killed process.
    """
    running = folder() / f"{draft.name}.{os.getpid()}{RUNNING}"
    try:
        with door.before_each_question(lambda: _keep(running, draft.typed)):
            yield draft.typed
    except BaseException:
        if draft.typed and door.at_terminal():
            _keep(running, draft.typed)
            _lay_down(running, draft)
            complain("What you typed is kept as a private draft and offered the next time.")
        else:
            _forget(running, draft.left)
        raise
    _forget(running, draft.left)


def offered(name: str) -> Draft:
    """The draft of this name that the person at the terminal wants to go on with, oldest first; else an empty one."""
    for path in _left(name) if door.at_terminal() else ():
        typed: Typed = json.loads(path.read_text(encoding="utf-8"))
        since = (
            dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC).astimezone().strftime("%Y-%m-%d %H:%M")
        )
        complain(f"A draft of {since}: {_in_words(typed)}")
        if door.agree("You stopped here. Go on with what you had typed?"):
            return Draft(name, typed, path)
        if door.agree("Throw that draft away?"):
            path.unlink(missing_ok=True)
    return Draft(name)


def keep_of_killed(name: str, process: int, typed: Typed) -> None:
    """Keep as a draft what a command was at that was killed."""
    _keep(folder() / f"{name}.{process}{RUNNING}", typed)


def _left(name: str) -> list[Path]:
    """The drafts of this name that no running command is at, oldest first."""
    stopped = [*folder().glob(f"{name}.json"), *folder().glob(f"{name}~*.json")]
    killed = _of_killed(name, RUNNING)
    _forget(*_of_killed(name, UNFINISHED))
    return sorted((*stopped, *killed), key=lambda path: path.stat().st_mtime)


def _of_killed(name: str, ending: str) -> list[Path]:
    return [path for path in folder().glob(f"{name}.*{ending}") if not runs(int(path.suffixes[-2][1:]))]


def runs(process: int) -> bool:
    """Whether the command that left something under this number still runs."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def _keep(path: Path, typed: Typed) -> None:
    """Write what was typed at a terminal, 0600 in a folder 0700, whole or not at all."""
    if not typed or not door.at_terminal():
        return
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = path.with_suffix(UNFINISHED)
    handle = os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(typed, file, ensure_ascii=False, default=_as_typed)
    unfinished.replace(path)


def _lay_down(running: Path, draft: Draft) -> None:
    """Give the draft of a stopped command a name under which it waits, beside those that wait already."""
    waiting = folder() / f"{draft.name}.json"
    number = 0
    while waiting.exists() and waiting != draft.left:
        number += 1
        waiting = folder() / f"{draft.name}~{number}.json"
    running.replace(waiting)
    if draft.left not in (None, waiting):
        _forget(draft.left)


def _forget(*paths: Path | None) -> None:
    for path in paths:
        if path is not None:
            path.unlink(missing_ok=True)


def _in_words(typed: Typed) -> str:
    """How a draft begins."""
    told = (typed[field] for field in TELLING if field in typed)
    words = (" · ".join(map(str, value)) if isinstance(value, list) else str(value) for value in told)
    return shorten(" ".join(words), LONGEST, placeholder=" …")


def _as_typed(value: object) -> str:
    return value.words if isinstance(value, PartialDate) else str(value)
