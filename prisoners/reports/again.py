"""A file that was sent, made again as it was: where nothing in it has become confidential since."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from typing import Any

from prisoners.errors import NoSuchRow, NotMadeAgain, WrongKindOfReference
from prisoners.privacy.redact import Leaving
from prisoners.privacy.watch import Watch
from prisoners.queries.as_of import known_at, looking_back
from prisoners.queries.selected import selected
from prisoners.reports.material import let_through
from prisoners.reports.summary import summary
from prisoners.sheets.speech import Lang
from prisoners.sheets.summary import Figure
from prisoners.sheets.write import Prepared, prepare
from prisoners.store.reader import Reader
from prisoners.store.references import read_reference, write_reference
from prisoners.vocabulary import Audience

Row = Mapping[str, Any]


def sent(reader: Reader, reference: str) -> Row:
    """What is kept of an export; raises NotAReference, WrongKindOfReference, NoSuchRow."""
    table, number = read_reference(reference)
    if table != "exports":
        raise WrongKindOfReference(reference, "export", "EX-0001")
    found = reader.row("SELECT * FROM exports WHERE id = :id AND withdrawn = 0", id=number)
    if found is None:
        raise NoSuchRow(reference)
    export = dict(found)
    return export | {"about": json.loads(export["manifest"])}


def again(reader: Reader, export: Row, today: dt.date) -> Prepared:
    """The file as it was: the registry as known then, its gate as it stood on that day.

    Raises NotMadeAgain where something in it may no longer be shown: who took a consent back is not shown again.
    """
    reference, about = write_reference("exports", export["id"]), export["about"]
    if about.get("report") or "audience" not in about or export["made_from"] is None:
        raise NotMadeAgain(reference, "it is a report, and only an export is made again")
    audience, lang = Audience(about["audience"]), Lang(about.get("language", Lang.EN))
    selection, day = export["selection"] or "", dt.date.fromisoformat(export["made_at"][:10])
    known = known_at(reader, write_reference("updates", export["made_from"]), today)
    with looking_back(reader, known=known) as then:

        def counted(leaving: Leaving, watch: Watch) -> Sequence[Figure]:
            now = let_through(reader, then, list(leaving.shown), audience, today)[0]
            if not still_leaves(leaving, now):
                raise NotMadeAgain(reference, "something in it may no longer be shown")
            return (
                summary(then, leaving, watch, audience=audience, today=day, lang=lang)
                if "figures" in about
                else ()
            )

        return prepare(
            then,
            selected(then, selection, day),
            audience=audience,
            today=day,
            selection=selection,
            lang=lang,
            summarise=counted,
        )


def still_leaves(then: Leaving, now: Leaving) -> bool:
    """Whether everything that left then leaves now, under the same names."""
    if any(now.shown.get(person) != name for person, name in then.shown.items()):
        return False
    for table, rows in then.tables.items():
        key = "prisoner_id" if table == "headlines" else "id"
        left = {row[key]: row for row in now.tables.get(table, ())}
        for row in rows:
            kept = left.get(row[key], {})
            if any(value is not None and kept.get(column) != value for column, value in row.items()):
                return False
    return True
