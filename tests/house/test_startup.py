"""A question wakes neither the ORM nor a spreadsheet: what a command imports, seen from outside."""

from __future__ import annotations

import subprocess
import sys

from tests.house.tree import HOUSE

HEAVY = {"sqlmodel", "sqlalchemy", "pydantic", "alembic", "pandas", "numpy", "openpyxl"}


def woken(*arguments: str) -> set[str]:
    """The top-level packages that `prisoners ARGUMENTS` imports, as the interpreter itself reports them."""
    command = [sys.executable, "-X", "importtime", "-m", "prisoners", *arguments]
    ran = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=False)
    said = ran.stderr.splitlines()
    assert ran.returncode == 0, [line for line in said if not line.startswith("import time:")]
    imported = [line.rpartition("|")[2].strip() for line in said if line.startswith("import time:")]
    return {module.partition(".")[0] for module in imported}


def test_what_is_imported_is_seen_at_all():
    assert "typer" in woken("--help")


def test_the_help_wakes_nothing_heavy():
    assert woken("--help") & HEAVY == set()
