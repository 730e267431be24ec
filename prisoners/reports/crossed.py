"""Any figure: persons, cases, judgments or charges by one dimension or two."""

from __future__ import annotations

from prisoners.reports.figures import cross
from prisoners.reports.material import Material
from prisoners.reports.population import Population
from prisoners.reports.table import Table


def figures(material: Material) -> list[Table]:
    """The one table that was asked for."""
    rows, *others = material.options.by or ("status",)
    which = material.options.population or Population.CUSTODY
    return cross(material, rows, others[0] if others else None, population=which)
