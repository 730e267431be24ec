"""Judges in a file: named outside only where two independent sources say that it was they."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from prisoners.privacy.redact import Leaving
from prisoners.queries.judges import ENOUGH

TOO_FEW = "judge named by fewer than two independent sources"


def keep_judges_back(leaving: Leaving, sourced: Mapping[int, Collection[int]]) -> None:
    """Leave out who judged wherever too few independent sources name them, and count each judgment."""
    for row in leaving.tables["judgments"]:
        judge = row.get("judge_id")
        if judge is not None and len(sourced.get(judge, ())) < ENOUGH:
            row["judge_id"] = None
            leaving.withheld.cells[TOO_FEW] += 1
