"""Loads openpyxl without numpy, which it would load for its kinds of numbers, and which takes longer than itself."""

from __future__ import annotations

import sys


def load_openpyxl() -> None:
    """Load it, where nothing has loaded either of them; what counts with numpy afterwards loads it as ever."""
    if "numpy" in sys.modules or "openpyxl" in sys.modules:
        return
    sys.modules["numpy"] = None  # type: ignore[assignment]  # as the documentation of import tells, it is not found
    try:
        import openpyxl  # noqa: F401
    finally:
        del sys.modules["numpy"]
