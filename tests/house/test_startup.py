"""A question wakes neither the ORM nor a spreadsheet: what a process imports, seen from outside."""

from __future__ import annotations

import subprocess
import sys

from tests.house.tree import HOUSE, modules, named

HEAVY = {"sqlmodel", "sqlalchemy", "pydantic", "alembic", "pandas", "numpy", "openpyxl"}
ASKING = ("prisoners/queries/", "prisoners/checks/", "prisoners/store/reader.py", "prisoners/store/views.py")


def woken(*arguments: str) -> set[str]:
    """The top-level packages that `python ARGUMENTS` imports, as the interpreter itself reports them."""
    command = [sys.executable, "-X", "importtime", *arguments]
    ran = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=False)
    said = ran.stderr.splitlines()
    assert ran.returncode == 0, [line for line in said if not line.startswith("import time:")]
    imported = [line.rpartition("|")[2].strip() for line in said if line.startswith("import time:")]
    return {module.partition(".")[0] for module in imported}


def test_what_is_imported_is_seen_at_all():
    assert "sqlmodel" in woken("-c", "import prisoners.records.prisoners")


def test_the_help_wakes_nothing_heavy():
    assert woken("-m", "prisoners", "--help") & HEAVY == set()


def test_no_module_that_only_asks_wakes_anything_heavy():
    asking = [
        named(path)[: -len(".py")].replace("/", ".") for path in modules() if named(path).startswith(ASKING)
    ]
    assert len(asking) > len(ASKING)
    assert woken("-c", f"import {', '.join(asking)}") & HEAVY == set()
