"""What was typed and not yet written: kept for its owner alone when a command is stopped, and offered again."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from prisoners.commands import door, settings
from prisoners.commands.menu import complain
from prisoners.dates.partial import PartialDate

Typed = dict[str, Any]


def folder() -> Path:
    """Where drafts lie."""
    return settings.home() / "drafts"


@contextmanager
def kept(name: str, typed: Typed) -> Iterator[Typed]:
    """What is put into `typed` inside the block is kept as a draft if the block is stopped or fails, else forgotten."""
    try:
        yield typed
    except BaseException:
        if typed and door.at_terminal():
            keep(name, typed)
            complain("What you typed is kept as a private draft and offered the next time.")
        raise
    forget(name)


def offered(name: str) -> Typed:
    """The draft of this name, if there is one and the person at the terminal wants to go on with it."""
    path = _path(name)
    if not door.at_terminal() or not path.is_file():
        return {}
    since = dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC).astimezone().strftime("%Y-%m-%d %H:%M")
    if door.agree(f"You stopped here on {since}. Go on with what you had typed?"):
        draft: Typed = json.loads(path.read_text(encoding="utf-8"))
        return draft
    if door.agree("Throw that draft away?"):
        forget(name)
    return {}


def keep(name: str, typed: Typed) -> None:
    """Write a draft, 0600 in a folder 0700."""
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = _path(name).with_suffix(".part")
    handle = os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(typed, file, ensure_ascii=False, default=_as_typed)
    unfinished.replace(_path(name))


def forget(name: str) -> None:
    """Remove a draft."""
    _path(name).unlink(missing_ok=True)


def _path(name: str) -> Path:
    return folder() / f"{name}.json"


def _as_typed(value: object) -> str:
    return value.words if isinstance(value, PartialDate) else str(value)
