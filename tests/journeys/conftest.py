"""Whole stories through the command line: a home, a way to type, and a terminal with somebody at it."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from prisoners.store.opening import connect
from prisoners.store.schema import expected_shape, shape
from prisoners.store.verify import verify
from tests.commands.conftest import empty_home, home, run, seeded

__all__ = ["empty_home", "home", "run", "seeded"]

PATIENCE = 30  # seconds


# The first terminal that a new session opens is its own: only then does Ctrl-C reach the program, and only if the
# program hears it, which it would not where the tests themselves run in the background.
SIT_DOWN = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
screen = os.open(sys.argv[1], os.O_RDWR)
for stream in (0, 1, 2):
    os.dup2(screen, stream)
os.execv(sys.argv[2], sys.argv[2:])
"""


class Terminal:
    """The program in a terminal of its own, with somebody who reads what it says and answers."""

    def __init__(self, home: Path, *words: str) -> None:
        self._ours, self._theirs = pty.openpty()
        self.said = ""
        environment = os.environ | {"PRISONERS_HOME": str(home), "TERM": "dumb", "COLUMNS": "200"}
        program = [sys.executable, "-m", "prisoners", *words]
        self._program = subprocess.Popen(
            [sys.executable, "-c", SIT_DOWN, os.ttyname(self._theirs), *program],
            env=environment,
            start_new_session=True,
        )

    def reads(self, pattern: str) -> None:
        """Wait until the program has said this; what was said before it is behind us."""
        waited = time.monotonic() + PATIENCE
        while not (found := re.search(pattern, self.said)):
            assert time.monotonic() < waited, self.said
            self._take()
        self.said = self.said[found.end() :]

    def types(self, answer: str) -> None:
        """Answer, and press Enter."""
        os.write(self._ours, f"{answer}\n".encode())

    def presses_ctrl_c(self) -> None:
        """Press it as a person does: when the program says no more and waits for an answer."""
        said = None
        while said != self.said:
            said = self.said
            self._take()
        os.write(self._ours, b"\x03")

    def is_killed(self) -> None:
        """As when the machine stops: the program hears nothing of it."""
        self._program.kill()
        self._program.wait()

    def ends(self) -> int:
        """Wait for the end; returns the exit code."""
        waited = time.monotonic() + PATIENCE
        while self._program.poll() is None:
            assert time.monotonic() < waited, self.said
            self._take()
        self._take()
        return self._program.returncode

    def close(self) -> None:
        """Put the terminal away, with a program that still waits in it."""
        if self._program.poll() is None:
            self._program.kill()
            self._program.wait()
        os.close(self._ours)
        os.close(self._theirs)

    def _take(self) -> None:
        ready, _, _ = select.select([self._ours], [], [], 0.1)
        try:
            self.said += os.read(self._ours, 65536).decode(errors="replace") if ready else ""
        except OSError:  # the program is gone, and its end of the terminal with it
            time.sleep(0.01)


@pytest.fixture
def at_terminal(home: Path) -> Iterator[Callable[..., Terminal]]:
    """`at_terminal("add")`: the program with somebody at its terminal."""
    opened: list[Terminal] = []

    def sit_down(*words: str) -> Terminal:
        opened.append(Terminal(home, *words))
        return opened[-1]

    yield sit_down
    for terminal in opened:
        terminal.close()


@pytest.fixture
def proven(home: Path) -> Callable[[], bool]:
    """Whether the registry is what its history says."""

    def check() -> bool:
        connection = connect(home / "registry.db", reading=True)
        try:
            return verify(connection, expected_shape(), shape(connection)) == []
        finally:
            connection.close()

    return check
