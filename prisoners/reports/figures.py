"""Figures: how many, by one thing or by two, in tables that say what they count; pandas does the counting."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from prisoners.reports.dimensions import (
    MANY,
    OF_A_CHARGE,
    PLACES,
    calendar_said,
    charges_of,
    items,
    own_order,
    pairs,
    told,
)
from prisoners.reports.material import Material
from prisoners.reports.population import Population
from prisoners.reports.table import Cell, Count, Table
from prisoners.sheets.columns import Column

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pandas import DataFrame, Series

OwnOrder = Callable[[str], Any] | None
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
    frames = _frames(material, dimensions, counted)
    orders = [own_order(material, dimension) for dimension in dimensions]
    heads, lines = _with_totals(material, frames, counted, orders)
    said = material.population(population)
    return [
        Table(
            "_by_".join(dimensions),
            _title(material, dimensions),
            (Column(rows, material.speech.heading(rows)), *(Column(head, head) for head in heads)),
            tuple(lines),
            material.scope(material.options.unit, among(material, said, whom)),
            tuple(_notes(material, dimensions, population)),
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


def _notes(material: Material, dimensions: list[str], population: Population) -> list[str]:
    speech, least, asked = material.speech, material.options.suppress, set(dimensions)
    said = {
        "certain": True,
        "several": MANY & asked,
        "an_arrest": material.options.unit == "arrests",
        "every_charge": "charge" in asked and "charge_state" not in asked,
        "last_place": PLACES & asked and population is not Population.CUSTODY,
    }
    notes = [speech.said(key) for key, needed in said.items() if needed]
    if "year" in asked:
        notes.append(calendar_said(material))
    if least > 1:
        notes.append(speech.said("suppressed", most=speech.number(least - 1)))
    return notes


def _frames(material: Material, dimensions: list[str], counted: list[dict[str, Any]]) -> list[DataFrame]:
    """Item, part and value, one line each; who has no value stands under what is not recorded.

    Only what one charge has together is told apart by part; everything else belongs to the item as a whole.
    """
    if OF_A_CHARGE.issuperset(dimensions) and len(dimensions) > 1:
        parts = [row | {"item": item["id"]} for item in counted for row in charges_of(material, item)]
    else:
        parts = [row | {"item": row["id"]} for row in counted]
    return [_frame(material, dimension, counted, parts) for dimension in dimensions]


def _frame(
    material: Material, dimension: str, counted: list[dict[str, Any]], parts: list[dict[str, Any]]
) -> DataFrame:
    from pandas import DataFrame

    item_of = {row["id"]: row["item"] for row in parts}
    found: list[tuple[int, int | None, str]]
    found = [(item_of[part], part, value) for part, value in pairs(material, dimension, parts)]
    known = {part for _, part, _ in found}
    found += [(item, part, LAST) for part, item in item_of.items() if part not in known]
    whole = set(item_of.values())
    found += [(row["id"], None, LAST) for row in counted if row["id"] not in whole]
    return DataFrame(found, columns=["item", "part", "value"])


def _crossed(down: DataFrame, across: DataFrame, kind: str) -> dict[tuple[str, str], Count]:
    """Values down and across → which items have both."""
    both = down.merge(across, on=["item", "part"], suffixes=("", "_across"))
    counted = both.groupby(["value", "value_across"])["item"].agg(frozenset)
    return {(str(one), str(other)): Count(items, kind) for (one, other), items in _entries(counted)}


def _sizes(frame: DataFrame, kind: str) -> dict[str, Count]:
    """Value → which items have it."""
    counted = frame.groupby("value")["item"].agg(frozenset)
    return {str(value): Count(items, kind) for value, items in _entries(counted)}


def _entries(counted: Series[Any]) -> Iterable[tuple[Any, Any]]:
    return zip(counted.index.tolist(), counted.tolist(), strict=True)


def _with_totals(
    material: Material, frames: list[DataFrame], counted: list[dict[str, Any]], orders: list[OwnOrder]
) -> tuple[list[str], list[tuple[Cell, ...]]]:
    """Headings and rows, what is not recorded behind them, and a line for all, each counted once."""
    absent, everyone = material.speech.said("not_recorded"), material.speech.heading("all")
    unit = material.options.unit
    everything = Count((row["id"] for row in counted), unit)
    down = _sizes(frames[0], unit)
    lines: list[tuple[Cell, ...]]
    if len(frames) == 1:
        lines = [(_said(value, absent), down[value]) for value in _ordered(down, orders[0])]
        return [material.speech.heading(_unit(material))], [*lines, (everyone, everything)]
    across, both = _sizes(frames[1], unit), _crossed(frames[0], frames[1], unit)
    heads = _ordered(across, orders[1])
    lines = [
        (_said(value, absent), *(both.get((value, head), 0) for head in heads), down[value])
        for value in _ordered(down, orders[0])
    ]
    lines.append((everyone, *(across[head] for head in heads), everything))
    return [*(_said(head, absent) for head in heads), everyone], lines


def _unit(material: Material) -> str:
    """The heading of what is counted; `charges` alone is already that of a person's charges."""
    return "charge_count" if material.options.unit == "charges" else material.options.unit


def _said(value: str, absent: str) -> str:
    return absent if value == LAST else value


def _ordered(sizes: dict[str, Count], order: OwnOrder) -> list[str]:
    """Values in their own order, else most first; what is not recorded stands last."""
    known = [value for value in sizes if value != LAST]
    known.sort(key=order or (lambda value: (-sizes[value], value)))
    return known + [LAST] * (LAST in sizes)
