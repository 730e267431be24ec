"""The map of the house in CONTRIBUTING.md, drawn from the sentence that opens each module."""

from __future__ import annotations

import ast
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
BEGIN, END = "<!-- the map begins: written by `make docs` -->\n", "<!-- the map ends -->\n"
WIDTH = 24


def caption(module: Path) -> str:
    """The sentence that opens a module, without its full stop."""
    opening = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    return opening.partition("\n\n")[0].replace("\n", " ").rstrip(".")


def line(depth: int, name: str, sentence: str) -> str:
    """One line of the tree, captions in one column."""
    return f"{'  ' * depth + name:<{WIDTH}} {sentence}".rstrip() + "\n"


def branch(room: Path, depth: int) -> str:
    """A package with its modules and the packages in it."""
    drawn = line(depth, f"{room.name}/", caption(room / "__init__.py"))
    for path in sorted(room.iterdir()):
        if (path / "__init__.py").is_file():
            drawn += branch(path, depth + 1)
        elif path.suffix == ".py" and path.name != "__init__.py":
            drawn += line(depth + 1, path.name, caption(path))
    return drawn


def house_map() -> str:
    """The whole tree: the front door and the package."""
    front = HOUSE / "cli.py"
    door = line(0, front.name, caption(front)) if front.is_file() else ""
    return f"```\n{door}{branch(HOUSE / 'prisoners', 0)}```\n"


def redrawn(page: str) -> str:
    """The page with a fresh map between its two marks."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + house_map() + END + after
