"""By charge: how many people and charges, what has become of the charge, and in which status people are."""

from __future__ import annotations

from dataclasses import replace

from prisoners.reports.figures import cross
from prisoners.reports.material import Material
from prisoners.reports.population import Population
from prisoners.reports.table import Table


def by_charge(material: Material) -> list[Table]:
    """Persons and charges by charge and what has become of it, persons by status, charges by gender."""
    which = material.options.population or Population.CUSTODY
    charges = replace(material, options=replace(material.options, unit="charges"))
    several = [
        *cross(charges, "charge", "charge_state", population=which),
        *cross(charges, "charge", "gender", population=which),
    ]
    return [
        *cross(material, "charge", "charge_state", population=which),
        *cross(material, "charge", "status", population=which),
        *(replace(table, key=f"charges_{table.key}") for table in several),
    ]
