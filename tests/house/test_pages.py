"""The pages tell the truth: links lead somewhere, chores exist, and what is generated is fresh."""

from __future__ import annotations

import ast
import re

import pytest

from docs.generate import house
from docs.generate.__main__ import stale_pages
from tests.house.tree import HOUSE, files, named, parsed

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


SECURITY = (HOUSE / "SECURITY.md").read_text(encoding="utf-8")
PROMISES = re.findall(r"^\| (\d+) \| (.+?) \| (.+) \|$", SECURITY, re.MULTILINE)
CLAIMS = [
    claim.strip()
    for row in re.findall(r"^\|(.+)\|$", SECURITY.split("## Against whom")[1].split("##")[0], re.MULTILINE)[
        2:
    ]
    for claim in row.split("|")[2].split(";")
]


@pytest.mark.parametrize(("number", "promise", "held_by"), PROMISES)
def test_every_promise_is_held_by_tests_that_are_there(number, promise, held_by):
    tests = re.findall(r"`(tests/[\w/]+\.py)(?:::(test_\w+))?`", held_by)
    assert len(tests) == held_by.count("`") // 2 > 0, (number, promise)
    assert [
        (path, test) for path, test in tests if not (test in defined_in(path) if test else defined_in(path))
    ] == []


@pytest.mark.parametrize("claim", CLAIMS)
def test_every_claim_of_the_threat_model_names_its_promise(claim):
    numbers = re.search(r"\((\d+)\)$", claim)
    assert numbers, claim
    assert numbers[1] in {number for number, _, _ in PROMISES}


def test_promises_are_numbered_one_after_another_and_each_is_claimed():
    assert [int(number) for number, _, _ in PROMISES] == list(range(1, len(PROMISES) + 1))
    assert len(PROMISES) > 20
    assert [number for number, _, _ in PROMISES if f"({number})" not in SECURITY] == []


def defined_in(name: str) -> set[str]:
    """The tests that a file of the house defines."""
    path = HOUSE / name
    defined = parsed(path).body if path.is_file() else []
    return {one.name for one in defined if isinstance(one, ast.FunctionDef) and one.name.startswith("test_")}
