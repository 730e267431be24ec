"""By charge: how many people and charges, and in which status."""

from __future__ import annotations

from dataclasses import replace

from prisoners.reports.figures import cross
from prisoners.reports.material import Material
from prisoners.reports.population import Population
from prisoners.reports.table import Table


def by_charge(material: Material) -> list[Table]:
    """Persons by charge and status, charges by charge, charges by gender of the accused."""
    which = material.options.population or Population.CUSTODY
    charges = replace(material, options=replace(material.options, unit="charges"))
    several = [
        *cross(charges, "charge", population=which),
        *cross(charges, "charge", "gender", population=which),
    ]
    return [
        *cross(material, "charge", "status", population=which),
        *(replace(table, key=f"charges_{table.key}") for table in several),
    ]
