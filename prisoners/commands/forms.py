"""Forms as files: TOML or JSON in, TOML out with a word beside every field that is still empty."""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from prisoners.commands.safe import spelled
from prisoners.errors import FormUnreadable

Block = dict[str, Any]

STDIN = "-"
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"})
LARGEST = 4 << 20
"""A form is typed by a person; what is larger than this is something else."""


def read_form(name: str) -> Block:
    """The fields of a form in a file, or on stdin for `-`; raises FormUnreadable."""
    try:
        text = sys.stdin.read(LARGEST + 1) if name == STDIN else _text_of(Path(name))
    except UnicodeDecodeError:
        raise FormUnreadable(name, "it is not UTF-8") from None
    if len(text) > LARGEST:
        raise FormUnreadable(name, "it is too large to be a form")
    return parse_form(text, name)


def _text_of(path: Path) -> str:
    with path.open(encoding="utf-8-sig") as file:
        return file.read(LARGEST + 1)


def parse_form(text: str, name: str) -> Block:
    """The fields of a form; raises FormUnreadable with the line, never with what stands there."""
    try:
        fields = json.loads(text) if text.lstrip().startswith("{") else tomllib.loads(text)
    except json.JSONDecodeError as error:
        raise FormUnreadable(name, f"{error.msg} in line {error.lineno}") from None
    except tomllib.TOMLDecodeError as error:
        raise FormUnreadable(name, str(error)) from None
    if not isinstance(fields, dict):
        raise FormUnreadable(name, "it has no fields")
    return fields


@dataclass
class FormWriter:
    """Writes a form as TOML: what is filled, then what could be said, in comments, then what belongs to it."""

    says: Mapping[str, Mapping[str, str]]
    """Table → field → what is said of it."""

    names: Mapping[str, str] = field(default_factory=dict)
    """Reference → what it stands for, written beside it."""

    explained: set[str] = field(default_factory=set)
    """Tables whose empty fields have been explained; the next block of the table only lists them."""

    def write(self, block: Block, table: str = "prisoners") -> str:
        """The text of a whole form."""
        self.explained.clear()
        return "\n".join(self._lines(block, table, "")) + "\n"

    def _lines(self, block: Block, table: str, path: str) -> Iterator[str]:
        for name, value in block.items():
            if not isinstance(value, list):
                beside = (
                    f"  # {_plain(self.names[value])}"
                    if isinstance(value, str) and value in self.names
                    else ""
                )
                yield f"{name} = {_value(value)}{beside}"
        yield from self._empty(
            {name: said for name, said in self.says.get(table, {}).items() if name not in block}, table
        )
        for child, blocks in block.items():
            below = f"{path}.{child}" if path else child
            for one in blocks if isinstance(blocks, list) else ():
                yield f"\n[[{below}]]"
                yield from self._lines(one, child, below)

    def _empty(self, fields: Mapping[str, str], table: str) -> Iterator[str]:
        if table not in self.explained:
            yield from (f"# {name} =   {said}" for name, said in fields.items())
        elif fields:
            yield f"# also: {', '.join(fields)}"
        self.explained.add(table)


def _plain(text: str) -> str:
    """A text that cannot end a comment."""
    return " ".join(_escaped(text).split())


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    text = str(value)
    if "\n" in text and not text.startswith("\n"):
        return '"""\n' + "\n".join(map(_escaped, text.split("\n"))) + '"""'
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    """Text inside quotes of TOML: quotes and backslashes escaped, every control and hidden direction spelled."""
    return spelled(text.translate(_ESCAPES))
