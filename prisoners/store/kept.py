"""The updates that a command has kept: what must not be typed a second time where it fails afterwards."""

from __future__ import annotations

KEPT: list[str] = []
"""References, in the order in which they were written; empty when a command begins."""
