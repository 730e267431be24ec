"""The book of the example: acts of its researchers in the order of their clock, each with what it wrote."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from data.example.make.days import Day


class Row:
    """One row that an act enters; its number is known when the whole book is in order."""

    def __init__(self, table: str, facts: dict[str, Any], prisoner: Row | None) -> None:
        self.table, self.facts, self.prisoner = table, facts, prisoner
        self.now = dict(facts)
        """The facts as last amended."""
        self.number = 0


@dataclass
class Step:
    """One thing an act does: add a row, amend fields of one, or withdraw one."""

    verb: str
    row: Row
    facts: dict[str, Any] = field(default_factory=dict)


class Act:
    """One update of one researcher: when, because of what, and its steps."""

    def __init__(self, at: dt.datetime, by: str, because: str | Row, kind: str) -> None:
        self.at, self.by, self.because, self.kind = at, by, because, kind
        self.steps: list[Step] = []
        self.undoes: Act | None = None
        self.credible = ""
        """How credible its source is; the registry ties all that is written to the source."""
        self.number = 0

    def add(self, table: str, prisoner: Row | None = None, **facts: Any) -> Row:
        """Enter a row."""
        row = Row(table, _told(facts), prisoner)
        self.steps.append(Step("add", row))
        return row

    def enter(self, row: Row, **facts: Any) -> None:
        """Enter a row that other rows name already."""
        row.facts, row.now = _told(facts), _told(facts)
        self.steps.append(Step("add", row))

    def amend(self, row: Row, **facts: Any) -> None:
        """Correct fields of a row; of one entered in this very act, as if they had been known at once."""
        changed = {name: value for name, value in facts.items() if row.now.get(name) != value}
        row.now |= changed
        here = next((step for step in self.steps if step.row is row), None)
        if here is not None:
            (row.facts if here.verb == "add" else here.facts).update(changed)
        elif changed:
            self.steps.append(Step("amend", row, changed))

    def cite(self, row: Row, source: Row, **facts: Any) -> None:
        """Tie a source to a row, with what is particular about it."""
        about = {"about_table": row.table, "about_row": row}
        self.add("citations", None, source_id=source, prisoner_id=row.prisoner, **about, **facts)


class Book:
    """All acts; gives every row and every act its number, in the order of the clock."""

    def __init__(self) -> None:
        self.acts: list[Act] = []

    def open(self, at: dt.datetime, by: str, because: str | Row, kind: str = "entry") -> Act:
        """A new act."""
        act = Act(at, by, because, kind)
        self.acts.append(act)
        return act

    def lines(self) -> Iterator[str]:
        """The lines of `registry.jsonl`."""
        counts: Counter[str] = Counter()
        written = sorted((act for act in self.acts if act.steps), key=lambda act: act.at)
        for number, act in enumerate(written, start=1):
            act.number = number
            for step in act.steps:
                if step.verb == "add":
                    counts[step.row.table] += 1
                    step.row.number = counts[step.row.table]
            yield json.dumps(_line(act), ensure_ascii=False, separators=(",", ":")) + "\n"


def _told(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if value is not None}


def _line(act: Act) -> dict[str, Any]:
    because = f"S-{act.because.number:04}" if isinstance(act.because, Row) else act.because
    line: dict[str, Any] = {
        "at": act.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "by": act.by,
        "because": because,
        "kind": act.kind,
    }
    if act.credible and isinstance(act.because, Row):
        line["credible"] = act.credible
    if act.undoes:
        line["undoes"] = act.undoes.number
    return line | {"do": [_step(step) for step in act.steps]}


def _step(step: Step) -> list[Any]:
    facts = step.row.facts if step.verb == "add" else step.facts
    links = {"prisoner_id": step.row.prisoner} if step.verb == "add" and _names_its_prisoner(step.row) else {}
    told = {name: _cell(value) for name, value in (links | facts).items()}
    return [step.verb, step.row.table, step.row.number, told]


def _names_its_prisoner(row: Row) -> bool:
    """Whether the row itself says whose it is; a charge or a sentence says it through its case."""
    return row.prisoner is not None and row.table not in {"prisoners", "charges", "judgments", "sentences"}


def _cell(value: Any) -> Any:
    if isinstance(value, Row):
        if not value.number:
            raise ValueError(f"a row of {value.table} is named before it is entered")
        return value.number
    return value.words if isinstance(value, Day) else value
