"""What the shell offers when TAB is pressed: references and names, read in a moment."""

from __future__ import annotations

from prisoners.commands import settings
from prisoners.errors import PrisonersError
from prisoners.store.reader import reading

MOST = 40


def people(incomplete: str) -> list[tuple[str, str]]:
    """References and names that begin like this; silent where there is no registry."""
    from prisoners.store.references import write_reference

    try:
        with reading(settings.registry_file()) as reader:
            found = reader.rows(
                "SELECT id, name_latin, name_persian FROM people"
                " WHERE withdrawn = 0 AND merged_into IS NULL ORDER BY id"
            )
    except PrisonersError:
        return []
    asked = incomplete.casefold()
    offered = []
    for row in found:
        reference, names = write_reference("prisoners", row["id"]), [row["name_latin"], row["name_persian"]]
        words = " · ".join(name for name in names if name)
        if reference.casefold().startswith(asked):
            offered.append((reference, words))
        offered += [
            (name, reference) for name in names if asked and name and name.casefold().startswith(asked)
        ]
    return offered[:MOST]
