"""What one row of a foreign list says, before anybody looks into the registry: records, sources, what was left over."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from prisoners.dates.partial import PartialDate
from prisoners.dates.write import write_date
from prisoners.errors import FormNotRight, PrisonersError
from prisoners.names.script import script_of
from prisoners.records.form import Form
from prisoners.records.tables import BY_NAME
from prisoners.sheets.foreign import ForeignRow, ForeignSheet
from prisoners.sheets.mapping import Mapping, Rule
from prisoners.sheets.values import Target, read_age, read_value, says_nothing, table_of
from prisoners.store.unit import form_of

PARENTS: dict[str, tuple[str, str]] = {
    "names": ("prisoner_id", "prisoner"),
    "activities": ("prisoner_id", "prisoner"),
    "cases": ("prisoner_id", "prisoner"),
    "events": ("prisoner_id", "prisoner"),
    "contacts": ("prisoner_id", "prisoner"),
    "relations": ("prisoner_id", "prisoner"),
    "health": ("prisoner_id", "prisoner"),
    "charges": ("case_id", "case"),
    "judgments": ("case_id", "case"),
    "sentences": ("judgment_id", "judgment"),
}
"""Table → the link to the record it hangs on, and the slot of that record."""

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_BEFORE_ADDRESS = re.compile(r"(?=https?://)", re.IGNORECASE)
_SCRIPTS = {"persian": "persian", "latin": "latin"}
_SOMEBODY = 1  # stands for a number that is not allotted yet


@dataclass(frozen=True)
class CellFault:
    """A cell that was not read, and why."""

    cell: str
    """As Excel names it: C12."""
    heading: str
    text: str
    why: str


@dataclass
class Draft:
    """One row of the list, read."""

    row: int
    number: str
    """The person's number in the list."""
    facts: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Slot → field → value."""
    addresses: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    """Address, the slot it bears out, and what else is known of the source."""
    leftovers: list[tuple[str, str]] = field(default_factory=list)
    """Heading and text of every cell that found no place."""
    faults: list[CellFault] = field(default_factory=list)
    placed: dict[str, str] = field(default_factory=dict)
    """Heading of every filled cell → where it went."""
    forms: dict[str, Form] = field(default_factory=dict)
    """Slot → its form, validated; links are not filled yet."""
    fed: dict[Target, str] = field(default_factory=dict)
    """Field → the heading whose cell filled it."""

    @property
    def name(self) -> str:
        """The first name of the row, to be shown."""
        return next((str(form.text) for slot, form in self.forms.items() if table_of(slot) == "names"), "")  # type: ignore[attr-defined]

    def names(self) -> list[str]:
        """Every name of the row."""
        return [str(form.text) for slot, form in self.forms.items() if table_of(slot) == "names"]  # type: ignore[attr-defined]


def draft_of(row: ForeignRow, sheet: ForeignSheet, mapping: Mapping) -> Draft:
    """Everything that one row says."""
    return _Drafting(row, sheet, mapping).draft


def number_of(row: ForeignRow, sheet: ForeignSheet, mapping: Mapping) -> str:
    """The person's number in the list: one cell as it stands, several as a digest of them all; empty where they are."""
    cells = [row.cells[sheet.heading.index(heading)].strip() for heading in mapping.number]
    if len(cells) == 1:
        return cells[0]
    return hashlib.sha256("\x1f".join(cells).encode()).hexdigest()[:16] if any(cells) else ""


class _Drafting:
    """One row, cell by cell."""

    def __init__(self, row: ForeignRow, sheet: ForeignSheet, mapping: Mapping) -> None:
        self.row, self.sheet, self.mapping = row, sheet, mapping
        self.draft = Draft(row.number, number_of(row, sheet, mapping))
        self.several: dict[str, int] = {}
        self._always()
        for place, heading in enumerate(sheet.heading):
            if row.cells[place].strip():
                self._cell(place, heading, row.cells[place])
        self._parents()
        self._names()
        for slot in list(self.draft.facts):
            self._form(slot)

    def _always(self) -> None:
        for (slot, name), value in self.mapping.always.items():
            self.draft.facts.setdefault(slot, {})[name] = value

    def _cell(self, place: int, heading: str, text: str) -> None:
        rule = self.mapping.rules.get(heading)
        if (self.row.number, place) in self.sheet.formulas:
            self._not_read(place, heading, text, "it is a formula; its result is not taken on trust")
        elif rule is None:
            self._left(heading, text, "number" if heading in self.mapping.number else "import note")
        elif rule.words is not None:
            self._word(place, rule, text)
        else:
            self._values(place, rule, text)

    def _left(self, heading: str, text: str, where: str) -> None:
        self.draft.placed[heading] = where
        if where == "import note" or len(self.mapping.number) > 1:
            self.draft.leftovers.append((heading, text))

    def _not_read(self, place: int, heading: str, text: str, why: str) -> None:
        cell = self.sheet.cell_name(self.row.number, place)
        self.draft.faults.append(CellFault(cell, heading, text, why))
        self._left(heading, text, "import note")

    def _word(self, place: int, rule: Rule, text: str) -> None:
        """A cell with one of the words that the mapping explains."""
        means = (rule.words or {}).get(text.strip())
        if means is None:
            self._not_read(place, rule.heading, text, "the mapping does not say what this word means")
            return
        self.draft.placed[rule.heading] = "words"
        for (slot, name), value in means.items():
            self.draft.facts.setdefault(slot, {})[name] = value

    def _values(self, place: int, rule: Rule, text: str) -> None:
        """A cell with a value or several; one that cannot be read leaves the whole cell to the import note."""
        slot, name = rule.to or ("", "")
        table = table_of(slot)
        parts = _addresses(text) if table == "sources" else text.split(rule.split) if rule.split else [text]
        parts = [part.strip() for part in parts if not says_nothing(table, name, part)]
        try:
            values = [self._read(rule, table, name, part) for part in parts]
        except PrisonersError as error:
            self._not_read(place, rule.heading, text, error.sentence)
            return
        if values and not rule.split and (slot, name) in self.draft.fed:
            self._second(place, rule, text, values[-1])
            return
        self.draft.placed[rule.heading] = f"{slot}.{name}" if values else "nothing known"
        for value in values:
            self._put(rule, slot, name, value)

    def _second(self, place: int, rule: Rule, text: str, value: Any) -> None:
        """Two columns of one field, as a day in two calendars: they agree, or neither is taken and both are shown."""
        slot, name = rule.to or ("", "")
        heading, standing = self.draft.fed[slot, name], self.draft.facts[slot][name]
        if _agree(standing, value):
            self.draft.placed[rule.heading] = f"{slot}.{name}"
            return
        first = self.row.cells[self.sheet.heading.index(heading)]
        self._take_back(slot, name, f"“{rule.heading}” says something else: {_both(value, text)}")
        self._not_read(
            place, rule.heading, text, f"“{heading}” says something else: {_both(standing, first)}"
        )

    def _read(self, rule: Rule, table: str, name: str, part: str) -> Any:
        if rule.read == "age" and self.mapping.counted_on is not None:
            return read_age(part, self.mapping.counted_on)
        if (table, name) == ("sources", "url") and not _ADDRESS.fullmatch(part):
            raise FormNotRight("Source", [("url", "this is no address that begins with http")])
        return read_value(table, name, part, year=rule.year)

    def _put(self, rule: Rule, slot: str, name: str, value: Any) -> None:
        """Fill a field; where a cell has several values, each makes a record of its own."""
        beside = {other: given for (of, other), given in rule.beside.items() if of == slot}
        if table_of(slot) == "sources":
            self.draft.addresses.append((value, rule.bears, beside))
            return
        if rule.split:
            self.several[slot] = self.several.get(slot, 0) + 1
            slot = f"{slot}_{self.several[slot]}" if self.several[slot] > 1 else slot
        self.draft.facts.setdefault(slot, {}).update(beside | {name: value})
        self.draft.fed[slot, name] = rule.heading
        for (of, other), given in rule.beside.items():
            if table_of(of) != table_of(slot):
                self.draft.facts.setdefault(of, {}).setdefault(other, given)

    def _parents(self) -> None:
        """Every record has the one it hangs on, if only by itself."""
        facts: dict[str, dict[str, Any]] = {"prisoner": self.draft.facts.pop("prisoner", {})}
        for slot in self.draft.facts:
            for parent in _above(slot, self.draft.facts):
                facts.setdefault(parent, self.draft.facts.get(parent, {}))
            facts[slot] = self.draft.facts[slot]
        self.draft.facts = facts

    def _names(self) -> None:
        """The script of a name is seen from its letters; the first in each script is the one shown."""
        shown: set[str] = set()
        for slot, facts in self.draft.facts.items():
            if table_of(slot) == "names" and "text" in facts:
                facts.setdefault("script", _SCRIPTS.get(script_of(facts["text"]), "other"))
                facts["is_primary"] = facts["script"] not in shown
                shown.add(facts["script"])

    def _form(self, slot: str) -> None:
        """Validate one record; a field that cannot be as it is goes to the import note, and the rest stays."""
        table, facts = table_of(slot), self.draft.facts[slot]
        form = form_of(BY_NAME[table])
        link = {PARENTS[table][0]: _SOMEBODY} if table in PARENTS else {}
        above = parent_slot(slot, self.draft.facts)
        while above in ("", *self.draft.forms):
            try:
                self.draft.forms[slot] = form.validated(facts | link)
            except FormNotRight as error:
                fed = {name for of, name in self.draft.fed if of == slot}
                wrong = {name for name, _ in error.faults} & fed
                for name in wrong or fed:
                    self._take_back(slot, name, "; ".join(fault for _, fault in error.faults))
                if fed:
                    continue
            break
        if slot not in self.draft.forms:
            for name in [name for of, name in self.draft.fed if of == slot]:
                self._take_back(slot, name, "the record to which it belongs could not be made")
            self.draft.facts.pop(slot)

    def _take_back(self, slot: str, name: str, why: str) -> None:
        heading = self.draft.fed.pop((slot, name))
        self.draft.facts[slot].pop(name)
        place = self.sheet.heading.index(heading)
        self._not_read(place, heading, self.row.cells[place], why)


def _agree(one: Any, other: Any) -> bool:
    """Whether two cells can say the same; two dates do when they share a day."""
    if isinstance(one, PartialDate) and isinstance(other, PartialDate):
        return one.possibly_same(other)
    return bool(one == other)


def _both(value: Any, text: str) -> str:
    """What a cell says, a date in both calendars."""
    return write_date(value) if isinstance(value, PartialDate) else text.strip()


def _addresses(text: str) -> list[str]:
    """The addresses in a cell, whatever stands between them: each begins with http."""
    return [part.strip(" ,;،؛|\n\t") for part in _BEFORE_ADDRESS.split(text)]


def _above(slot: str, facts: dict[str, dict[str, Any]]) -> Iterator[str]:
    """The slots of the records above one, the highest first."""
    parent = parent_slot(slot, facts)
    if parent and parent != "prisoner":
        yield from _above(parent, facts)
        yield parent


def parent_slot(slot: str, facts: Any) -> str:
    """The slot of the record on which one hangs: with the same ending where there is one, else the plain one."""
    table = table_of(slot)
    if table not in PARENTS:
        return ""
    parent, (_, _, ending) = PARENTS[table][1], slot.partition("_")
    return f"{parent}_{ending}" if ending and f"{parent}_{ending}" in facts else parent
