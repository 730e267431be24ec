"""Forms as files: TOML or JSON in, TOML out with a word beside every field that is still empty."""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

from prisoners.errors import FormUnreadable

STDIN = "-"
LARGEST = 4 << 20
"""A form is typed by a person; what is larger than this is something else."""


def read_form(name: str) -> dict[str, Any]:
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


def parse_form(text: str, name: str) -> dict[str, Any]:
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


def write_form(
    block: dict[str, Any], says: dict[str, dict[str, str]], table: str = "prisoners", path: str = ""
) -> str:
    """A form as TOML: the fields that are filled, then those that are empty as comments, then what belongs to it.

    `says` is what is said of each field of each table.
    """
    lines = [f"{field} = {_value(value)}" for field, value in block.items() if not isinstance(value, list)]
    lines += [f"# {field} =   {words}" for field, words in says.get(table, {}).items() if field not in block]
    for child, blocks in block.items():
        if isinstance(blocks, list):
            name = f"{path}.{child}" if path else child
            lines += [f"\n[[{name}]]\n{write_form(one, says, child, name)}" for one in blocks]
    return "\n".join(lines)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    text = str(value)
    if "\n" in text and not text.startswith("\n"):
        return '"""\n' + _escaped(text, keep="\n") + '"""'
    return f'"{_escaped(text)}"'


def _escaped(text: str, *, keep: str = "") -> str:
    """Text inside quotes of TOML: quotes and backslashes escaped, and every control character told."""
    told = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return "".join(
        sign
        if sign in keep
        else told.get(sign) or (f"\\u{ord(sign):04x}" if sign < " " or sign == "\x7f" else sign)
        for sign in text
    )
