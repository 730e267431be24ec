"""Saying things: data goes to stdout, talk to stderr."""

from __future__ import annotations

import sys

from prisoners.commands.safe import safe_text


def say(text: object) -> None:
    """Print data, as it is."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def complain(text: str) -> None:
    """Talk, as against data, goes to stderr; nothing in it is a control sequence."""
    sys.stderr.write(f"{safe_text(text)}\n")
    sys.stderr.flush()


def on_screen() -> bool:
    """Whether a person reads the data, not another program."""
    return sys.stdout.isatty()


def bold(text: str) -> str:
    """A text in bold where a person reads it."""
    return f"\x1b[1m{text}\x1b[0m" if on_screen() else text
