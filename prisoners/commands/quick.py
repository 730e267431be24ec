"""The questions asked all day, answered before the command line's library is loaded: that takes half of their time."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from prisoners.commands.say import complain

if TYPE_CHECKING:
    from prisoners.store.reader import Reader

INTERRUPTED = 130
LITTER = 50_000
"""Objects made before rubbish is looked for: a question makes fewer, and looking costs it a twentieth of its time."""


def answered(words: list[str]) -> bool:
    """Whether this was a plain `show`, `list` or `search` that could be answered.

    Everything else, every option but `--home` and `--json`, and whatever goes wrong is the menu's, which asks the
    question again and has the words for the answer. Nothing is printed before a question is answered whole.
    """
    words = list(words)
    home = Path(words[1]) if len(words) > 1 and words[0] == "--home" else None
    command, *rest = words[2:] if home else words or [""]
    as_json = "--json" in rest
    rest = [word for word in rest if word != "--json"]
    if command not in _QUICK or any(word.startswith("-") for word in rest):
        return False
    gc.set_threshold(LITTER)
    os.umask(0o077)
    try:
        if home:
            from prisoners.commands import settings

            settings.choose_home(home)
        return _QUICK[command](rest, as_json)
    except KeyboardInterrupt:
        complain("Stopped.")
        raise SystemExit(INTERRUPTED) from None
    except Exception:  # noqa: BLE001 -- asked again by the menu, the one place where errors become words
        return False


def _reading() -> AbstractContextManager[Reader]:
    from prisoners.commands import settings
    from prisoners.store.reader import reading

    return reading(settings.registry_file())


def _show(words: list[str], as_json: bool) -> bool:
    if len(words) != 1:
        return False
    from prisoners.commands.answers import show_file
    from prisoners.queries.case_file import case_file
    from prisoners.queries.find import person_meant

    with _reading() as reader:
        file = case_file(reader, person_meant(reader, words[0]).id)
    show_file(file, as_json=as_json)
    return True


def _list(words: list[str], as_json: bool) -> bool:
    from prisoners.commands.lists import Form, show_listing
    from prisoners.queries.language import read_filter
    from prisoners.queries.listing import listing
    from prisoners.store.clock import today

    with _reading() as reader:
        found = listing(reader, read_filter(" ".join(words)), today=today())
    show_listing(found, Form.JSON if as_json else Form.TABLE)
    return True


def _search(words: list[str], as_json: bool) -> bool:
    if not words:
        return False
    from prisoners.commands.answers import show_candidates
    from prisoners.queries.search import search

    name = " ".join(words)
    with _reading() as reader:
        found = search(reader, name)
    show_candidates(name, found, as_json=as_json)
    return True


_QUICK: dict[str, Callable[[list[str], bool], bool]] = {"show": _show, "list": _list, "search": _search}
