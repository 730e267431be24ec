"""What stands in the house is finished, belongs to no machine, and names no package index."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from tests.house.tree import files, named

NOT_OURS = {
    "a path of one machine": r"(?:^|[\s\"'(=:])/(?:root|home|work|farm|tmp/w|opt)/\w",
    "a package index": r"https?://[^\s\"')]*(?:/simple\b|/packages/[0-9a-f]{2}/)|--(?:extra-)?index-url|pythonhosted",
    "unfinished work": r"\b(?:TODO|FIXME|XXX|HACK|raise NotImplementedError)\b",
    "how it was written": r"(?i)\b(?:claude|anthropic|openai|chatgpt|copilot|language models?|co-authored)\b",
    "a page that is not in the house": r"\b(?:DESIGN|STYLE|DOMAIN|TRUST|LIBRARIES|CONTRACT)\.md\b",
}
EXAMPLES = {
    "a path of one machine": "open('/home/someone/list.csv')",
    "a package index": "pip install --index-url x",
    "unfinished work": "# TODO: later",
    "how it was written": "written with Copilot",
    "a page that is not in the house": "see DESIGN.md",
}
THIS_FILE = Path(__file__).name


@cache
def texts() -> list[tuple[str, str]]:
    """Every file that can be read as text, with its name; this one quotes what it looks for."""
    found = []
    for path in files():
        try:
            found.append((named(path), path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return [(name, text) for name, text in found if not name.endswith(THIS_FILE)]


def places(pattern: str, name: str, text: str) -> list[str]:
    """Where the pattern stands, as `file:line: what`."""
    return [
        f"{name}:{number}: {hit.group().strip()}"
        for number, line in enumerate(text.splitlines(), 1)
        if (hit := re.search(pattern, line))
    ]


@pytest.mark.parametrize("what", NOT_OURS)
def test_nothing_in_the_house_is(what: str):
    assert [place for name, text in texts() for place in places(NOT_OURS[what], name, text)] == []


@pytest.mark.parametrize("what", NOT_OURS)
def test_an_example_is_found_of(what: str):
    assert places(NOT_OURS[what], "file", EXAMPLES[what]) == [
        f"file:1: {re.search(NOT_OURS[what], EXAMPLES[what]).group().strip()}"
    ]
