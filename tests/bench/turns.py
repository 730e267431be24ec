"""Whole processes timed in turn, so that a busy moment of the machine hits all of them alike."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence


def seconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """How long one process takes from start to exit; it must succeed."""
    began = time.perf_counter()
    subprocess.run(command, env={**os.environ, **environment}, capture_output=True, check=True, timeout=120)
    return time.perf_counter() - began


def ratios(
    command: Sequence[str], peer: Sequence[str], environment: Mapping[str, str], rounds: int = 15
) -> list[float]:
    """The command's time over its peer's, round by round, after one round of each to warm the caches."""
    seconds(command, environment)
    seconds(peer, environment)
    return [seconds(command, environment) / seconds(peer, environment) for _ in range(rounds)]


def median_ratio(command: Sequence[str], peer: Sequence[str], environment: Mapping[str, str]) -> float:
    """The middle of the rounds."""
    return statistics.median(ratios(command, peer, environment))
