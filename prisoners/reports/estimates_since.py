"""What became of the estimates of groups since a file was sent: those that are new, retracted, or say otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from prisoners.reports.apart import Estimates
from prisoners.reports.estimates import Row, count_withheld, in_words
from prisoners.reports.material import Material
from prisoners.reports.table import Cell, Table
from prisoners.store.references import write_reference

KEYS = ("estimate", "field", "then", "now")
SAID_BY = (
    "counted", "period", "where", "at_least", "at_most", "as_written", "named_by_source", "source", "reliability",
    "overlaps",
)  # fmt: skip
"""What an estimate says; how many of its group are recorded here is a figure of the people, and none of these."""


def changed_estimates(material: Material, before: Estimates, since: str) -> list[Table]:
    """One row for each word of an estimate that is otherwise, one for each that came or went; nothing for none."""
    was, now = _by_number(material, before), _by_number(material, material.estimates)
    rows = [
        {"estimate": write_reference("estimates", number)} | row
        for number in sorted({*was, *now})
        for row in _changed(material, was.get(number), now.get(number))
    ]
    if not rows:
        return []
    count_withheld(material)
    said = material.speech.said
    return [material.table("changed_estimates", KEYS, rows, "changes", since, [said("never_added")])]


def _by_number(material: Material, of: Estimates) -> dict[int, dict[str, str]]:
    """Number of an estimate → what it says, cell by cell."""
    return {row["id"]: _cells(material, in_words(material, of, row)) for row in of.rows}


def _cells(material: Material, told: Mapping[str, Cell | None]) -> dict[str, str]:
    """What an estimate says as texts; a small number is kept back where that was asked for."""
    return {key: _cell(material, told.get(key)) for key in SAID_BY}


def _cell(material: Material, cell: Cell | None) -> str:
    least, speech = material.options.suppress, material.speech
    if isinstance(cell, int):
        return speech.said("fewer", least=speech.number(least)) if 0 < cell < least else speech.text(cell)
    return cell or ""


def _changed(material: Material, old: dict[str, str] | None, new: dict[str, str] | None) -> Iterator[Row]:
    """Field, then and now; an estimate that came or went is told in one line."""
    speech = material.speech
    if old is None or new is None:
        field = speech.said("new_record" if old is None else "left")
        yield {"field": field, "then": _whole(material, old), "now": _whole(material, new)}
        return
    for key in SAID_BY:
        if old[key] != new[key]:
            yield {"field": speech.heading(key), "then": old[key], "now": new[key]}


def _whole(material: Material, told: dict[str, str] | None) -> str:
    """Everything an estimate says, in one line; nothing for one that is not there."""
    speech = material.speech
    return speech.several(
        speech.filled(("{what}: {words}",) * 2, {"what": speech.heading(key), "words": words})
        for key, words in (told or {}).items()
        if words
    )
