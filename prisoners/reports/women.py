"""Women: by prison and status, and one by one."""

from __future__ import annotations

from prisoners.reports.figures import cross
from prisoners.reports.lists import narrowed, people_table
from prisoners.reports.material import Material
from prisoners.reports.population import Population
from prisoners.reports.table import Table


def women(material: Material) -> list[Table]:
    """Everybody recorded as a woman or a girl who is in custody or under control."""
    which = material.options.population or Population.CONTROL
    whom = material.speech.title("women")
    return [
        people_table(
            material, "women", material.persons(which), population=narrowed(material, which, "women")
        ),
        *cross(material, "status", "age_group", population=which, whom=whom),
        *cross(material, "prison", population=which, whom=whom),
    ]
