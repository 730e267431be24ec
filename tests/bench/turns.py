"""Whole processes timed in turn, so that a busy moment of the machine hits all of them alike."""

from __future__ import annotations

import os
import pty
import statistics
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence


def piped(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """How many seconds one process takes from start to exit, its answer read through a pipe; it must succeed."""
    began = time.perf_counter()
    subprocess.run(command, env={**os.environ, **environment}, capture_output=True, check=True, timeout=120)
    return time.perf_counter() - began


def drawn(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """The same, its answer drawn on a terminal."""
    screen, terminal = pty.openpty()
    reader = threading.Thread(target=drain, args=(screen,))
    reader.start()
    began = time.perf_counter()
    subprocess.run(command, env={**os.environ, **environment}, stdout=terminal, check=True, timeout=120)
    took = time.perf_counter() - began
    os.close(terminal)
    reader.join()
    os.close(screen)
    return took


def drain(screen: int) -> None:
    """Read what is drawn until nobody draws any more, so that nobody has to wait for us."""
    try:
        while os.read(screen, 65_536):
            pass
    except OSError:  # the terminal was closed
        return


def median_ratio(
    ours: Sequence[str], peer: Sequence[str], environment: Mapping[str, str], clock=piped
) -> float:
    """Our time over the peer's, the middle of 15 rounds, after one that warms the caches."""
    rounds = [clock(ours, environment) / piped(peer, environment) for _ in range(16)]
    return statistics.median(rounds[1:])
