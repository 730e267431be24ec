"""The pages tell the truth: links lead somewhere, chores exist, and what is generated is fresh."""

from __future__ import annotations

import re

import pytest

from docs.generate import house
from docs.generate.__main__ import stale_pages
from tests.house.tree import HOUSE, files, named

PAGES = [path for path in files() if path.suffix == ".md"]
DECISIONS = HOUSE / "docs" / "decisions"
RULES = re.findall(r"^([a-z ]+):", (HOUSE / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
CHORES = {chore for rule in RULES for chore in rule.split()}


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_leads_to_a_file_of_the_house(page):
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_chore_that_a_page_names_is_in_the_makefile(page):
    named_chores = set(re.findall(r"^(?:.*`)?make ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE))
    assert named_chores <= CHORES


def test_every_decision_is_in_the_index():
    index = (DECISIONS / "README.md").read_text(encoding="utf-8")
    pages = {path.name for path in DECISIONS.glob("*.md")} - {"README.md"}
    assert pages == set(re.findall(r"\]\(([^)]+)\)", index))


def test_every_generated_page_is_fresh():
    assert sorted(stale_pages()) == []


def test_a_stale_map_is_drawn_anew_and_the_rest_of_the_page_stays():
    page = f"before\n{house.BEGIN}an old map\n{house.END}after\n"
    fresh = house.redrawn(page)
    assert fresh.startswith(f"before\n{house.BEGIN}```\n")
    assert fresh.endswith(f"```\n{house.END}after\n")
    assert "an old map" not in fresh
    assert house.redrawn(fresh) == fresh


def test_every_test_that_security_promises_exists():
    promised = re.findall(
        r"`(tests/[\w/]+\.py)(?:::(\w+))?`", (HOUSE / "SECURITY.md").read_text(encoding="utf-8")
    )
    assert len(promised) > 10
    assert [name for name, test in promised if f"def {test or 'test_'}" not in read(name)] == []


def read(name: str) -> str:
    """The text of a file of the house; "" when there is none."""
    path = HOUSE / name
    return path.read_text(encoding="utf-8") if path.is_file() else ""
