"""The pages tell the truth: links lead somewhere, chores exist, and what is generated is fresh."""

from __future__ import annotations

import re
import runpy

import pytest

from tests.house.tree import HOUSE, files, named

PAGES = [path for path in files() if path.suffix == ".md"]
DECISIONS = HOUSE / "docs" / "decisions"
CHORES = set(re.findall(r"^([a-z]+):", (HOUSE / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


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


def test_the_map_of_the_house_is_fresh(capsys):
    draw = runpy.run_path(str(HOUSE / "docs" / "map.py"))
    assert draw["main"]("--check") == 0, capsys.readouterr().err


def test_a_stale_map_is_drawn_anew_and_the_rest_of_the_page_stays():
    draw = runpy.run_path(str(HOUSE / "docs" / "map.py"))
    page = f"before\n{draw['BEGIN']}an old map\n{draw['END']}after\n"
    fresh = draw["redrawn"](page)
    assert fresh.startswith(f"before\n{draw['BEGIN']}```\n")
    assert fresh.endswith(f"```\n{draw['END']}after\n")
    assert "an old map" not in fresh
    assert draw["redrawn"](fresh) == fresh


def test_every_test_that_security_promises_exists():
    promised = re.findall(r"`(tests/[\w/.]+)`", (HOUSE / "SECURITY.md").read_text(encoding="utf-8"))
    assert promised
    assert [test for test in promised if not (HOUSE / test).exists()] == []
