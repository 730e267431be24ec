"""Dual and foreign nationals, whose other government can be asked to act."""

from __future__ import annotations

from prisoners.reports.lists import WHAT, WHERE, WHO, narrowed, people_table
from prisoners.reports.material import Material
from prisoners.reports.population import Population
from prisoners.reports.table import Table

KEYS = (*WHO, "nationality", "other_nationality", *WHERE, *WHAT)


def dual_nationals(material: Material) -> list[Table]:
    """Everybody with another nationality who is in custody or under control."""
    which = material.options.population or Population.CONTROL
    said = narrowed(material, which, "dual_nationals")
    return [people_table(material, "dual_nationals", material.persons(which), keys=KEYS, population=said)]
