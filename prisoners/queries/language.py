"""The little language of `list`: `status:serving born<1990 -charge:610 missing:source`, read into a tree."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from prisoners.errors import FilterUnreadable

Sign = Literal[":", "=", "<", "<=", ">", ">="]


class Term(NamedTuple):
    """One field compared with one value or several: `prison:Evin,Rajai`, `born<~1990`."""

    field: str
    sign: Sign
    values: tuple[str, ...]
    possibly: bool = False
    """Written with `~`: what cannot be excluded counts, not only what is certain."""


class Words(NamedTuple):
    """Words without a field: everybody with a name like this."""

    text: str


class Not(NamedTuple):
    """Everybody else."""

    of: Tree


class Both(NamedTuple):
    """All of these hold."""

    of: tuple[Tree, ...]


class Either(NamedTuple):
    """At least one of these holds."""

    of: tuple[Tree, ...]


Tree = Term | Words | Not | Both | Either
EVERYBODY = Both(())

MOST = 10_000
"""Characters of a filter; more is a mistake, and deep nesting would only exhaust the machine."""
DEEPEST = 50

_TOKEN = re.compile(
    r"""\s*(?:
      (?P<open>\() | (?P<close>\))
    | (?P<not>-(?=\S)|NOT\b) | (?P<or>OR\b|\|) | (?P<and>AND\b|&)
    | (?P<field>[A-Za-z]\w*)(?P<sign><=|>=|[:=<>])(?P<possibly>~?)
    | (?P<quoted>"[^"]*"|“[^”]*”|«[^»]*»|'[^']*'(?=[\s),]|$))
    | (?P<word>[^\s()"“«|&]+)
    )""",
    re.VERBOSE,
)
_VALUE = re.compile(r"""\s*(?:"([^"]*)"|“([^”]*)”|«([^»]*)»|([^\s(),،|"“«]+))""")
_COMMA = re.compile(r"\s*[,،]")


def read_filter(text: str) -> Tree:
    """The tree of a filter; raises FilterUnreadable, which says where it stopped making sense."""
    if len(text) > MOST:
        raise FilterUnreadable(text[:40] + "…", f"it is longer than {MOST} characters")
    return _Reading(text).whole()


class _Reading:
    """One reading of one filter, from left to right."""

    def __init__(self, text: str) -> None:
        self.text, self.place, self.depth = text.rstrip(), 0, 0

    def whole(self) -> Tree:
        if not self.text.strip():
            return EVERYBODY
        tree = self.either()
        if self.place < len(self.text):
            raise self.fault("a parenthesis is closed that was not opened")
        return tree

    def either(self) -> Tree:
        found = [self.both()]
        while self.take("or"):
            found.append(self.both())
        return found[0] if len(found) == 1 else Either(tuple(found))

    def both(self) -> Tree:
        found = [self.one()]
        while not (self.at_end() or self.sees("or") or self.sees("close")):
            self.take("and")
            found.append(self.one())
        return found[0] if len(found) == 1 else Both(tuple(found))

    def one(self) -> Tree:
        if self.at_end():
            raise self.fault("something is missing at its end")
        if self.take("not"):
            return Not(self.deeper(self.one))
        if self.take("open"):
            tree = self.deeper(self.either)
            if not self.take("close"):
                raise self.fault("a parenthesis is not closed")
            return tree
        found = _TOKEN.match(self.text, self.place)
        if found and found["field"]:
            return self.term(found)
        if found and (found["quoted"] or found["word"]):
            self.place = found.end()
            return Words(found["quoted"][1:-1] if found["quoted"] else found["word"])
        raise self.fault("a field or a name was expected")

    def term(self, found: re.Match[str]) -> Term:
        self.place = found.end()
        values = [self.value(found["field"])]
        while comma := _COMMA.match(self.text, self.place):
            self.place = comma.end()
            values.append(self.value(found["field"]))
        sign: Sign = found["sign"]  # type: ignore[assignment]
        return Term(found["field"].lower(), sign, tuple(values), bool(found["possibly"]))

    def value(self, field: str) -> str:
        found = _VALUE.match(self.text, self.place)
        if not found:
            raise self.fault(f"{field} is compared with nothing")
        self.place = found.end()
        return next(group for group in found.groups() if group is not None)

    def deeper(self, read: Callable[[], Tree]) -> Tree:
        self.depth += 1
        if self.depth > DEEPEST:
            raise self.fault(f"it is nested deeper than {DEEPEST} times")
        tree = read()
        self.depth -= 1
        return tree

    def sees(self, what: str) -> re.Match[str] | None:
        found = _TOKEN.match(self.text, self.place)
        return found if found and found[what] else None

    def take(self, what: str) -> bool:
        found = self.sees(what)
        if found:
            self.place = found.end()
        return bool(found)

    def at_end(self) -> bool:
        return not self.text[self.place :].strip()

    def fault(self, why: str) -> FilterUnreadable:
        return FilterUnreadable(self.text, why, self.text[self.place :].strip())
