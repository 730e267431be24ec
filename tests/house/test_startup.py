"""A question wakes neither the ORM nor a spreadsheet: what a process imports, seen from outside."""

from __future__ import annotations

import subprocess
import sys

import pytest

from prisoners.actions.seeding import seed
from tests.builders import act, empty_registry_file, make_prisoner
from tests.house.tree import HOUSE, modules, named

HEAVY = {"sqlmodel", "sqlalchemy", "pydantic", "alembic", "pandas", "numpy", "openpyxl"}
ASKING = ("prisoners/queries/", "prisoners/checks/", "prisoners/store/reader.py", "prisoners/store/views.py")


QUESTIONS = {
    "show": ["show", "P-0001"],
    "show as once known": ["show", "P-0001", "--as-known-on", "U-0001"],
    "list": ["list"],
    "list of a filter": ["list", "status:serving born<1990 -charge:610 missing:source", "--json"],
    "list counted": ["list", "--by", "status"],
    "search": ["search", "Ziba Norouzi"],
    "history": ["history", "P-0001"],
    "stats": ["stats"],
    "recent": ["recent"],
}


def woken(*arguments: str) -> set[str]:
    """The top-level packages that `python ARGUMENTS` imports, as the interpreter itself reports them."""
    command = [sys.executable, "-X", "importtime", *arguments]
    ran = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=False)
    said = ran.stderr.splitlines()
    assert ran.returncode == 0, [line for line in said if not line.startswith("import time:")]
    imported = [line.rpartition("|")[2].strip() for line in said if line.startswith("import time:")]
    return {module.partition(".")[0] for module in imported}


@pytest.fixture(scope="module")
def registry(tmp_path_factory):
    """The folder of a registry with one invented person in it."""
    home = tmp_path_factory.mktemp("registry") / "home"
    with act(empty_registry_file(home / "registry.db")) as unit:
        seed(unit)
        make_prisoner(unit, "Ziba Nowruzi", "زیبا نوروزی")
    (home / "settings.toml").write_text('by = "A tester"\n', encoding="utf-8")
    return str(home)


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


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_question_wakes_anything_heavy(question, registry):
    assert woken("-m", "prisoners", "--home", registry, *QUESTIONS[question]) & HEAVY == set()


def test_a_change_wakes_the_records_and_no_spreadsheet(registry):
    amend = ["amend", "P-0001", "--because", "A test of the house", "--occupation", "teacher"]
    assert woken("-m", "prisoners", "--home", registry, *amend) & HEAVY == {
        "sqlmodel",
        "sqlalchemy",
        "pydantic",
    }
