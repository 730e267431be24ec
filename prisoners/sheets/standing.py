"""Who stands in a file, and by which rule they are named there: read off its own rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from prisoners.privacy.redact import Leaving
from prisoners.sheets.columns import Sheet
from prisoners.store.named import Named
from prisoners.store.references import write_reference
from prisoners.vocabulary import NamingRule

References: TypeAlias = Mapping[str, tuple[int, NamingRule]]
"""What stands in the column *Reference* of a file → who is meant, and the rule by which they are named."""


def referred_to(leaving: Leaving) -> References:
    """Everybody who may leave by what stands for them in a file."""
    return {
        name.code or write_reference("prisoners", person): (person, leaving.rules[person])
        for person, name in leaving.shown.items()
    }


def standing_in(sheets: Iterable[Sheet], references: References) -> Named:
    """Who has a row of their own in these sheets; who is only counted in them does not stand there."""
    found: dict[int, NamingRule] = {}
    for sheet in sheets:
        places = [place for place, column in enumerate(sheet.columns) if column.key == "reference"]
        for place in places:
            standing = {row[place] for row in sheet.rows} & references.keys()
            found.update(references[reference] for reference in standing)
    return dict(sorted(found.items()))
