"""The import note: cells of foreign lists that found no field, kept word for word under the name of their list."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from prisoners.privacy.reach import ADDRESS, NATIONAL_NUMBER, TELEPHONE
from prisoners.privacy.watch import Watch
from prisoners.records.columns import LONGEST_LINE
from prisoners.sheets.headings import meaning_of
from prisoners.sheets.values import says_nothing
from prisoners.vocabulary import ContactKind

INDENT = "\n    "
SEALED = "kept as a sealed contact"
"""What stands in the note, which is not sealed, for a cell that is."""
_LOOKS = {
    TELEPHONE: ContactKind.TELEPHONE,
    NATIONAL_NUMBER: ContactKind.NATIONAL_NUMBER,
    ADDRESS: ContactKind.EMAIL,
}


def contact_in(heading: str, text: str) -> dict[str, Any] | None:
    """The contact that a cell holds, as its heading says or its text looks; None where it holds none."""
    kind = kind_said(heading) or _LOOKS.get(Watch().found_in(text))
    if kind is None or says_nothing("contacts", "value", text):
        return None
    if len(said := text.strip()) <= LONGEST_LINE:
        return {"kind": kind, "value": said}
    return {"kind": kind, "value": heading[:LONGEST_LINE], "note": said}


@cache
def kind_said(heading: str) -> ContactKind | None:
    """The kind of contact that a heading says its column holds."""
    meaning = meaning_of(heading)
    slot = meaning.to.partition(".")[0] if meaning else ""
    return ContactKind(meaning.more[f"{slot}.kind"]) if meaning and slot.startswith("contact") else None


def merged_note(note: str | None, list_name: str, leftovers: Iterable[tuple[str, str]]) -> str | None:
    """The note with what this list left over in the place of what it left over before; other lists' lines stay."""
    mine = [f"{list_name} · {heading}: {text.strip()}".replace("\n", INDENT) for heading, text in leftovers]
    kept = [line for line in lines_of(note) if not line.startswith(f"{list_name} · ")]
    return "\n".join([*kept, *mine]) or None


def lines_of(note: str | None) -> list[str]:
    """The lines of a note, each with the indented lines that belong to it."""
    lines: list[str] = []
    for line in (note or "").split("\n"):
        if lines and line.startswith(INDENT[1:]):
            lines[-1] += f"\n{line}"
        elif line:
            lines.append(line)
    return lines
