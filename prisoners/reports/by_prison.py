"""By prison: how many in which status, and who."""

from __future__ import annotations

from prisoners.reports.figures import cross
from prisoners.reports.lists import WHO, people_table
from prisoners.reports.material import Material
from prisoners.reports.population import Population
from prisoners.reports.table import Table

KEYS = (
    "prison", "province", *WHO, "status", "status_grade", "held_since", "charges", "sentences", "sentence_grade",
    "enforceable",
)  # fmt: skip


def by_prison(material: Material) -> list[Table]:
    """Those in custody, counted and listed by prison."""
    which = material.options.population or Population.CUSTODY
    rows = {person: material.people.row(person) for person in material.persons(which)}
    order = sorted(
        rows, key=lambda person: str(rows[person]["prison"] or "\uffff")
    )  # stable: as shown within each
    return [
        *cross(material, "prison", "status", population=which),
        *cross(material, "province", population=which),
        people_table(material, "people", order, keys=KEYS, population=material.population(which)),
    ]
