"""The file of everything, line by line: what it is, how it is written, and that nothing of it is missing or altered."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from prisoners.errors import CannotBeLoaded

FORMAT, EDITION = "prisoners registry", 1
LONGEST = 16 << 20
"""Bytes that a line may have; the longest that a registry makes is far below."""
KEPT = re.compile(r"files/[0-9a-zA-Z_-]+/[0-9a-zA-Z_-][\w.-]*")
"""Where a kept file can lie in the registry's folder: there, and nowhere else on the disk."""

Line = Mapping[str, Any]
Watched = Callable[[Iterable[Line], int], Iterable[Line]]
"""Hands over the lines one by one, of about so many, so that somebody can watch how far the work has come."""


def unwatched(lines: Iterable[Line], about: int) -> Iterable[Line]:
    """The lines, with nobody watching."""
    del about
    return lines


_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def line_of(said: object) -> bytes:
    """One line of the file."""
    return f"{_write(said)}\n".encode()


class Reading:
    """A file of everything that is being read; it knows the line it is at."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self.number = 0
        self._file, self._name, self._hasher = file, name, hashlib.sha256()

    def wrong(self, why: str) -> CannotBeLoaded:
        """What to raise about the line that was read last."""
        return CannotBeLoaded(self._name, self.number, why)

    def head(self, schema: int) -> dict[str, Any]:
        """The first line, and the explanation of the tables behind it; raises CannotBeLoaded for any other file."""
        head = self._next()
        if head.get("format") != FORMAT:
            raise self.wrong("it is not the file of a registry")
        numbers = (head.get("version"), head.get("schema"))
        if not all(type(number) is int and number > 0 for number in numbers):
            raise self.wrong("it does not say its version")
        if head["version"] > EDITION or head["schema"] > schema:
            raise self.wrong("it was written by a newer version of the program: update the program")
        counts = head.get("rows")
        if not isinstance(counts, dict) or not all(type(count) is int for count in counts.values()):
            raise self.wrong("it does not say how many rows there are")
        if self._next().keys() != {"schema.sql"}:
            raise self.wrong("the tables are not explained")
        return head

    def lines(self) -> Iterator[dict[str, Any]]:
        """Every line behind the explanation up to the last, which must be the digest of all that was read."""
        while True:
            digest = self._hasher.hexdigest()
            said = self._next()
            if said.keys() == {"sha256"}:
                break
            yield said
        if said["sha256"] != digest:
            raise self.wrong("the file is not what was written: its digest differs")
        if self._file.read(1):
            raise self.wrong("the file goes on behind its end")

    def _next(self) -> dict[str, Any]:
        line = self._file.readline(LONGEST)
        self.number += 1
        if not line.endswith(b"\n"):
            raise self.wrong("the file ends too early" if len(line) < LONGEST else "it has no end")
        self._hasher.update(line)
        try:
            said = json.loads(line)
        except (ValueError, RecursionError):
            raise self.wrong("it cannot be read") from None
        if not isinstance(said, dict):
            raise self.wrong("it cannot be read")
        return said


def examine(path: Path) -> None:
    """Read a file back that was just written: its digest must be that of its lines; raises CannotBeLoaded."""
    hasher, number, last = hashlib.sha256(), 0, b""
    with path.open("rb") as file:
        for line in file:
            hasher.update(last)
            number, last = number + 1, line
    if last != line_of({"sha256": hasher.hexdigest()}):
        raise CannotBeLoaded(path.name, number, "it is not what was written")
