"""Figures: how many, by one thing or by two, in tables that say what they count; pandas does the counting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prisoners.reports.dimensions import MANY, items, pairs, told
from prisoners.reports.material import Material
from prisoners.reports.population import Population
from prisoners.reports.table import Cell, Count, Table
from prisoners.sheets.columns import Column

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pandas import DataFrame, Series

LAST = "\uffff"
"""Sorts what is not recorded behind everything."""


def cross(
    material: Material, rows: str, columns: str | None = None, *, population: Population, whom: str = ""
) -> list[Table]:
    """How many by one dimension, or by two; nothing where the audience may not know one of them."""
    dimensions = [rows] if columns is None else [rows, columns]
    if not all(told(material, dimension) for dimension in dimensions):
        return []
    counted = items(material, material.options.unit, material.persons(population))
    frames = [_frame(material, dimension, counted) for dimension in dimensions]
    heads, lines = _with_totals(material, frames, counted)
    said = material.population(population)
    return [
        Table(
            "_by_".join(dimensions),
            _title(material, dimensions),
            (Column(rows, material.speech.heading(rows)), *(Column(head, head) for head in heads)),
            tuple(lines),
            material.scope(material.options.unit, among(material, said, whom)),
            tuple(_notes(material, dimensions)),
            adds_up=True,
        )
    ]


def among(material: Material, population: str, whom: str) -> str:
    """A population, narrowed to whom the report is about."""
    return material.speech.said("among", population=population, whom=whom) if whom else population


def _title(material: Material, dimensions: list[str]) -> str:
    speech = material.speech
    headings = [speech.heading(dimension) for dimension in dimensions]
    key = "by" if len(dimensions) == 1 else "by_two"
    return speech.title(key, unit=speech.heading(_unit(material)), rows=headings[0], columns=headings[-1])


def _notes(material: Material, dimensions: list[str]) -> list[str]:
    speech, least = material.speech, material.options.suppress
    notes = [speech.said("certain")]
    if MANY & set(dimensions):
        notes.append(speech.said("several"))
    if least > 1:
        notes.append(speech.said("suppressed", most=speech.number(least - 1)))
    return notes


def _frame(material: Material, dimension: str, counted: list[dict[str, Any]]) -> DataFrame:
    """Item and value, one line a pair; who has none stands under what is not recorded."""
    from pandas import DataFrame

    found = list(pairs(material, dimension, counted))
    known = {item for item, _ in found}
    found += [(row["id"], LAST) for row in counted if row["id"] not in known]
    return DataFrame({"item": [item for item, _ in found], "value": [value for _, value in found]})


def _crossed(down: DataFrame, across: DataFrame, kind: str) -> dict[tuple[str, str], Count]:
    """Values down and across → which items have both."""
    both = down.merge(across, on="item", suffixes=("", "_across"))
    counted = both.groupby(["value", "value_across"])["item"].agg(frozenset)
    return {(str(one), str(other)): Count(items, kind) for (one, other), items in _entries(counted)}


def _sizes(frame: DataFrame, kind: str) -> dict[str, Count]:
    """Value → which items have it."""
    counted = frame.groupby("value")["item"].agg(frozenset)
    return {str(value): Count(items, kind) for value, items in _entries(counted)}


def _entries(counted: Series[Any]) -> Iterable[tuple[Any, Any]]:
    return zip(counted.index.tolist(), counted.tolist(), strict=True)


def _with_totals(
    material: Material, frames: list[DataFrame], counted: list[dict[str, Any]]
) -> tuple[list[str], list[tuple[Cell, ...]]]:
    """Headings and rows, most first, what is not recorded behind them, and a line for all, each counted once."""
    absent, everyone = material.speech.said("not_recorded"), material.speech.heading("all")
    unit = material.options.unit
    everything = Count((row["id"] for row in counted), unit)
    down = _sizes(frames[0], unit)
    lines: list[tuple[Cell, ...]]
    if len(frames) == 1:
        lines = [(_said(value, absent), down[value]) for value in _ordered(down)]
        return [material.speech.heading(_unit(material))], [*lines, (everyone, everything)]
    across, both = _sizes(frames[1], unit), _crossed(frames[0], frames[1], unit)
    heads = _ordered(across)
    lines = [
        (_said(value, absent), *(both.get((value, head), 0) for head in heads), down[value])
        for value in _ordered(down)
    ]
    lines.append((everyone, *(across[head] for head in heads), everything))
    return [*(_said(head, absent) for head in heads), everyone], lines


def _unit(material: Material) -> str:
    """The heading of what is counted; `charges` alone is already that of a person's charges."""
    return "charge_count" if material.options.unit == "charges" else material.options.unit


def _said(value: str, absent: str) -> str:
    return absent if value == LAST else value


def _ordered(sizes: dict[str, Count]) -> list[str]:
    """Values, most first; what is not recorded stands last."""
    return sorted(sizes, key=lambda value: (value == LAST, -sizes[value], value))
