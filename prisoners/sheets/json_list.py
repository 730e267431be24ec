"""Reads json and jsonl: a list of objects, each a row; every value as text, nothing dropped, nothing said twice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from prisoners.errors import SheetUnreadable
from prisoners.sheets.foreign import ForeignSheet, RawRow, sheet_of

BETWEEN = "\n"
"""What parts the values of an array in the text of its cell."""
_SAVE_ANEW = "It must be a list of objects, one a person, in UTF-8; or one object on every line."
Object = dict[str, Any]


class _Refused(ValueError):
    """What makes a file unreadable, though it may be JSON."""


def read_json(name: str, content: bytes, *, lines: bool) -> ForeignSheet:
    """The list in the bytes of a json file, or of a jsonl file with an object on every line; raises SheetUnreadable."""
    try:
        text = content.decode("utf-8-sig", "strict")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SheetUnreadable(name, f"line {line} is not UTF-8", _SAVE_ANEW) from None
    objects = list(_of_lines(name, text) if lines else enumerate(_of_whole(name, text), start=1))
    rows = [(number, _flat(one)) for number, one in objects]
    heading = list(dict.fromkeys(key for _, row in rows for key in row))
    if not heading:
        raise SheetUnreadable(name, "nobody is in it", _SAVE_ANEW)
    raw = [RawRow(number, [row.get(key, "") for key in heading]) for number, row in rows]
    return sheet_of(name, "", [RawRow(0, heading), *raw], [], ragged=False)


def _of_lines(name: str, text: str) -> Iterator[tuple[int, Object]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, _object(name, number, _parsed(name, line, f"line {number}: "))


def _of_whole(name: str, text: str) -> list[Object]:
    """The objects of a list, also of one that stands alone under a word, as `{"people": [...]}`."""
    said = _parsed(name, text, "")
    lists = (
        [value for value in said.values() if isinstance(value, list)] if isinstance(said, dict) else [said]
    )
    if len(lists) != 1 or not isinstance(lists[0], list):
        raise SheetUnreadable(name, "it holds no list, or more than one", _SAVE_ANEW)
    return [_object(name, number, one) for number, one in enumerate(lists[0], start=1)]


def _object(name: str, number: int, said: Any) -> Object:
    if not isinstance(said, dict):
        raise SheetUnreadable(name, f"item {number} is no object with named values", _SAVE_ANEW)
    return said


def _parsed(name: str, text: str, where: str) -> Any:
    try:
        return json.loads(
            text, object_pairs_hook=_once, parse_constant=_no_number, parse_float=str, parse_int=str
        )
    except RecursionError:
        raise SheetUnreadable(name, f"{where}it is nested deeper than any list", _SAVE_ANEW) from None
    except json.JSONDecodeError as error:
        at = where or f"line {error.lineno}: "
        raise SheetUnreadable(
            name, f"{at}{error.msg.lower()} (character {error.colno})", _SAVE_ANEW
        ) from None
    except _Refused as error:
        raise SheetUnreadable(name, f"{where}{error}", _SAVE_ANEW) from None


def _once(pairs: list[tuple[str, Any]]) -> Object:
    """An object as it is, unless it says one thing twice: JSON would keep the last and drop the first."""
    said = dict(pairs)
    if len(said) < len(pairs):
        twice = next(key for key in said if sum(one == key for one, _ in pairs) > 1)
        raise _Refused(f"an object says “{twice}” twice")
    return said


def _no_number(text: str) -> Any:
    raise _Refused(f"{text} is no number")


def _flat(said: Object, above: str = "") -> dict[str, str]:
    """An object as cells: what is nested has the names on the way to it, an array its values one below the other."""
    cells: dict[str, str] = {}
    for key, value in said.items():
        name = f"{above}{key.strip() or '(no name)'}"
        if isinstance(value, dict):
            cells |= _flat(value, f"{name}.")
        elif isinstance(value, list) and not any(isinstance(one, dict | list) for one in value):
            cells[name] = BETWEEN.join(filter(None, map(_text, value)))
        else:
            cells[name] = _text(value)
    return cells


def _text(value: Any) -> str:
    """A value as text: numbers as they were written, nothing for null."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    return json.dumps(value, ensure_ascii=False)
