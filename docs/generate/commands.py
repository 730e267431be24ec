"""The page of commands: what each says when it is asked for help."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from typer import Context
from typer.core import TyperGroup
from typer.testing import CliRunner

from prisoners.commands.menu import MENU, Entry, app, load

OPENING = """# Commands

Written from the commands themselves by `make docs`. `prisoners COMMAND --help` says the same.
"""


def told(*words: str) -> str:
    """What `prisoners WORDS --help` prints on a screen of 80 columns."""
    answer = CliRunner().invoke(app, [*words, "--help"], prog_name="prisoners", env={"COLUMNS": "80"})
    return "\n".join(line.rstrip() for line in answer.stdout.strip("\n").splitlines())


def ways(entry: Entry) -> Iterator[tuple[str, ...]]:
    """The command itself, then the commands that it groups."""
    yield (entry.name,)
    command = load(entry)
    if isinstance(command, TyperGroup):
        yield from ((entry.name, name) for name in command.list_commands(Context(command)))


def one(*words: str) -> str:
    """A command, or a command of a group, as a part of the page."""
    return f"\n{'#' * (len(words) + 2)} {' '.join(words)}\n\n```\n{told(*words)}\n```\n"


def page(standing: str) -> str:
    """The whole page; what stands there now does not matter."""
    del standing
    parts = [OPENING, f"\n```\n{told()}\n```\n"]
    for section, entries in groupby(MENU, key=lambda entry: entry.section):
        parts.append(f"\n## {section}\n")
        parts.extend(one(*words) for entry in entries for words in ways(entry))
    return "".join(parts)
