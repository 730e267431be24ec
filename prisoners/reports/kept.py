"""How a file was asked for: kept in the registry beside its filter, so that it can be made again; never in the file."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from prisoners.dates.partial import Calendar
from prisoners.reports.material import Options
from prisoners.reports.population import Population
from prisoners.store.reader import Reader
from prisoners.store.references import read_reference, write_reference

_LAST = "SELECT id FROM updates ORDER BY at DESC, id DESC LIMIT 1"


@dataclass(frozen=True)
class Asked:
    """Everything that decides what is in a file, beside its filter, its audience and its language."""

    today: dt.date
    """The day on which it was made, where it was made."""
    after: int = 0
    """The last update of the registry that let it out: its gate judged."""
    options: Options = field(default_factory=Options)
    known: str | None = None
    on: dt.date | None = None
    table: str | None = None
    """The table that stands first, where one was named."""

    def written(self) -> str:
        """All that is otherwise than where nothing is said, as JSON."""
        options = self.options
        said: dict[str, Any] = {
            "today": str(self.today),
            "after": self.after and write_reference("updates", self.after),
            "argument": options.argument,
            "population": options.population and str(options.population),
            "from": options.since and str(options.since),
            "until": options.until and str(options.until),
            "by": list(options.by),
            "unit": "" if options.unit == Options.unit else options.unit,
            "suppress_below": options.suppress,
            "calendar": "" if options.calendar is Options.calendar else str(options.calendar),
            "as_known_on": self.known,
            "on": self.on and str(self.on),
            "table": self.table,
        }
        return json.dumps({what: value for what, value in said.items() if value}, ensure_ascii=False)


def last_update(reader: Reader) -> int:
    """The last update of the registry; none where nothing was ever recorded."""
    return int(str(reader.value(_LAST) or 0))


def read_asked(export: Mapping[str, Any]) -> Asked:
    """How an export was asked for, from what is kept of it."""
    said: dict[str, Any] = json.loads(export["options"] or "{}")
    return Asked(
        today=dt.date.fromisoformat(said.get("today", export["made_at"][:10])),
        after=read_reference(said["after"])[1] if "after" in said else int(export["made_from"] or 0),
        options=_options(said, export["selection"] or ""),
        known=said.get("as_known_on"),
        on=_day(said.get("on")),
        table=said.get("table"),
    )


def _options(said: Mapping[str, Any], selection: str) -> Options:
    return Options(
        argument=said.get("argument", ""),
        selection=selection,
        population=Population(said["population"]) if "population" in said else None,
        since=_day(said.get("from")),
        until=_day(said.get("until")),
        by=tuple(said.get("by", ())),
        unit=said.get("unit", Options.unit),
        suppress=said.get("suppress_below", 0),
        calendar=Calendar(said.get("calendar", Options.calendar)),
    )


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
