"""What a filter is compared against: the registry, the day, and the values that its SQL holds as parameters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from prisoners.errors import NoSuchComparison
from prisoners.queries.fields import Field
from prisoners.queries.language import Term
from prisoners.store.reader import Reader


class Holding:
    """What a filter is compared against, and the values that its SQL holds as parameters."""

    def __init__(self, reader: Reader, today: dt.date) -> None:
        self.reader, self.today = reader, today
        self.values: dict[str, object] = {}

    def hold(self, value: object) -> str:
        """The parameter for a value."""
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f":{name}"

    def hold_dues(self) -> None:
        """Reckon what is due today, once, and hold it for the question."""
        if "dues" not in self.values:
            from prisoners.queries.due_listed import dues_held

            self.values["dues"] = dues_held(self.reader, self.today)

    def any_of(self, column: str, values: Iterable[object]) -> str:
        """SQL: whether the column is one of these."""
        marks = ", ".join(self.hold(value) for value in values)
        return f"{column} IN ({marks})" if marks else "FALSE"

    def contains(self, column: str, text: str, sign: str) -> str:
        """SQL: whether words contain this, or with `=` are this, in any spelling of the letters."""
        from prisoners.names.script import fold

        held = self.hold(fold(text))
        return f"folded({column}) = {held}" if sign == "=" else f"instr(folded({column}), {held}) > 0"


def unordered(known: Field, term: Term) -> None:
    """Refuse to compare by order what has none; raises NoSuchComparison."""
    if term.sign not in {":", "="}:
        raise NoSuchComparison(known.name, term.sign)
