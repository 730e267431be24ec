"""Write every generated page; with `--check` only say which of them are stale."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from docs.generate import checks, commands, data_dictionary, exit_codes, house, schema

HOUSE = Path(__file__).resolve().parents[2]

PAGES: dict[str, Callable[[str], str]] = {
    "CONTRIBUTING.md": house.redrawn,
    "docs/checks.md": checks.page,
    "docs/commands.md": commands.page,
    "docs/data-dictionary.md": data_dictionary.page,
    "docs/exit-codes.md": exit_codes.page,
    "schema.sql": schema.page,
    "prisoners/store/steps/step_0001.sql": schema.first_step,
}
"""Where a page stands, and what makes the page that should stand there from the one that does."""


def stale_pages() -> dict[str, str]:
    """The pages that are not as they should be, with what they should be."""
    stale = {}
    for name, make in PAGES.items():
        path = HOUSE / name
        standing = path.read_text(encoding="utf-8") if path.is_file() else ""
        fresh = make(standing)
        if fresh != standing:
            stale[name] = fresh
    return stale


def main(*arguments: str) -> int:
    """Write the stale pages, or with `--check` name them and give 1."""
    stale = stale_pages()
    for name, fresh in stale.items():
        if "--check" in arguments:
            print(f"{name} is stale: make docs")
        else:
            (HOUSE / name).write_text(fresh, encoding="utf-8")
    return int(bool(stale) and "--check" in arguments)


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
