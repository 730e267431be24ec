"""The import note: cells of foreign lists that found no field, kept word for word under the name of their list."""

from __future__ import annotations

from collections.abc import Iterable

INDENT = "\n    "


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
