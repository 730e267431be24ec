"""The references people see: derived from a number, never stored, never reused."""

from __future__ import annotations

import re

from prisoners.errors import NotAReference

PER_COPY = 1 << 40
"""Copy r of a registry numbers its rows from r * 2**40 + 1, so rows made on two laptops never collide."""

PREFIXES: dict[str, str] = {
    "prisoners": "P",
    "cases": "C",
    "charges": "CH",
    "judgments": "J",
    "sentences": "SN",
    "events": "E",
    "sources": "S",
    "updates": "U",
    "names": "N",
    "activities": "A",
    "citations": "CT",
    "relations": "R",
    "contacts": "K",
    "health": "H",
    "files": "F",
    "consents": "CN",
    "interventions": "I",
    "beneficiaries": "B",
    "follow_ups": "FU",
    "external_ids": "X",
    "not_the_same": "D",
    "exports": "EX",
    "estimates": "ES",
    "prisons": "PR",
    "courts": "CO",
    "officials": "O",
    "postings": "PO",
    "offences": "OF",
}
TABLES: dict[str, str] = {prefix: table for table, prefix in PREFIXES.items()}

_SHAPE = re.compile(r"([A-Z]{1,2})-(?:(\d+)-)?(\d+)", re.ASCII)


def write_reference(table: str, number: int) -> str:
    """`P-0042` for prisoner 42 of copy 0, `P-3-0042` of copy 3; table and number of what has no references."""
    if table not in PREFIXES:
        return f"{table} {number}"
    copy, own = divmod(number - 1, PER_COPY)
    middle = f"{copy}-" if copy else ""
    return f"{PREFIXES[table]}-{middle}{own + 1:04d}"


def read_reference(text: str) -> tuple[str, int]:
    """The table and the number behind a reference; raises NotAReference."""
    found = _read(text)
    if found is None:
        raise NotAReference(text)
    return found


def is_reference(text: str, table: str | None = None) -> bool:
    """Whether this is a reference at all (to a row of `table`, where one is given)."""
    found = _read(text)
    return found is not None and table in (None, found[0])


def _read(text: str) -> tuple[str, int] | None:
    shape = _SHAPE.fullmatch(text.strip().upper())
    if shape is None or shape[1] not in TABLES or int(shape[3]) < 1:
        return None
    return TABLES[shape[1]], int(shape[2] or 0) * PER_COPY + int(shape[3])
