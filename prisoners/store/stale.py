"""What changed since an edit began, in words that may stand in an error: nothing sealed or internal is repeated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from prisoners.privacy.policy import level_of
from prisoners.store.references import write_reference
from prisoners.vocabulary import Confidentiality

REPEATED = frozenset({Confidentiality.PUBLIC, Confidentiality.ADVOCATES})


def changes_in_words(lines: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """One sentence a changed field, one for all fields of a row that was recorded meanwhile."""
    added = {
        (line["table_name"], line["row_id"])
        for line in lines
        if line["field"] == "id" and line["old"] is None
    }
    for line in lines:
        who = f"{write_reference('updates', line['id'])} by {line['by_whom']}"
        what = write_reference(line["table_name"], line["row_id"])
        if (line["table_name"], line["row_id"]) not in added:
            yield f"{who}: {what} {line['field']} {_shown(line, 'old')} → {_shown(line, 'new')}"
        elif line["field"] == "id":
            yield f"{who}: {what} recorded"


def _shown(line: Mapping[str, Any], which: str) -> str:
    value = line[which]
    if value is None:
        return "nothing"
    if level_of(line["table_name"], line["field"]) not in REPEATED:
        return "something"
    return str(value).split("|", 2)[-1] if _is_date(str(value)) else str(value)


def _is_date(value: str) -> bool:
    """Whether a stored value is a date, which is shown in its words."""
    return value[4:5] == "-" and value[10:11] == " " and value.count("|") > 1
