"""Reads one row of a foreign list into a draft, cell by cell; what finds no place goes to the import note."""

from __future__ import annotations

import re
from typing import Any

from prisoners.actions.sources import untracked
from prisoners.dates.partial import PartialDate
from prisoners.dates.write import write_date
from prisoners.errors import DateNotRead, FormNotRight, PrisonersError
from prisoners.names.script import script_of
from prisoners.records.columns import LONGEST_LINE
from prisoners.records.tables import BY_NAME
from prisoners.sheets.draft import PARENTS, CellFault, Draft, number_of, parent_slot, slots_above
from prisoners.sheets.foreign import ForeignRow, ForeignSheet
from prisoners.sheets.leftovers import SEALED, contact_in
from prisoners.sheets.links import LINKS, Catalogues
from prisoners.sheets.mapping import COUNTED_ON, Mapping, Rule
from prisoners.sheets.nobody import why_nobody
from prisoners.sheets.values import NOTHING, read_age, read_value, says_nothing, table_of
from prisoners.store.unit import form_of
from prisoners.vocabulary import EventKind

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_BEFORE_ADDRESS = re.compile(r"(?=https?://)", re.IGNORECASE)
_SCRIPTS = {"persian": "persian", "latin": "latin"}
_SOMEBODY = 1  # stands for a number that is not allotted yet


def draft_of(
    row: ForeignRow, sheet: ForeignSheet, mapping: Mapping, catalogues: Catalogues | None = None
) -> Draft:
    """Everything that one row says."""
    return _Drafting(row, sheet, mapping, catalogues or Catalogues()).draft


class _Drafting:
    """One row: the values of its cells first, then its words, then the records that they make."""

    def __init__(
        self, row: ForeignRow, sheet: ForeignSheet, mapping: Mapping, catalogues: Catalogues
    ) -> None:
        self.row, self.sheet, self.mapping, self.catalogues = row, sheet, mapping, catalogues
        self.draft = Draft(row.number, number_of(row, sheet, mapping))
        self.several: dict[str, int] = {}
        self._mean(mapping.always)
        self._cells()
        self.draft.credibility = self.draft.facts.pop("citation", {}).get("credibility")
        self._one_event()
        self._parents()
        self._names()
        for slot in list(self.draft.facts):
            self._form(slot)
        self._seal()
        self._bear()
        self.draft.nobody = why_nobody(row, sheet, mapping, self.draft.names())

    def _seal(self) -> None:
        """What was left over and says how somebody is reached is a contact, and the import note says no more of it."""
        for at, (heading, text) in enumerate(self.draft.leftovers):
            if contact := contact_in(heading, text):
                slot = f"contact_left{at}"
                self.draft.facts[slot] = contact
                self._form(slot)
                if slot in self.draft.forms:
                    self.draft.leftovers[at] = heading, SEALED
                    self.draft.placed[heading] = "sealed contact"

    def _bear(self) -> None:
        """A source bears out those of its records that the row makes, and the person where it makes none."""
        borne: dict[tuple[str, str], dict[str, Any]] = {}
        made = {place for place, slot, _ in self.draft.addresses if slot in self.draft.forms}
        for place, slot, facts in self.draft.addresses:
            if slot in self.draft.forms or place not in made:
                borne.setdefault((place, slot if slot in self.draft.forms else "prisoner"), facts)
        self.draft.addresses = [(place, slot, facts) for (place, slot), facts in borne.items()]

    def _mean(self, facts: dict[Any, Any]) -> None:
        """Fill fields with what the mapping itself says."""
        for (slot, name), value in facts.items():
            known = self.mapping.counted_on if value == COUNTED_ON else value
            if known is not None:
                self.draft.facts.setdefault(slot, {})[name] = known

    def _cells(self) -> None:
        """Every filled cell; words last, since they say what the values of the row are about."""
        words = []
        for place, heading in enumerate(self.sheet.heading):
            text, rule = self.row.cells[place], self.mapping.rules.get(heading)
            if not text.strip():
                continue
            if doubt := self.sheet.doubts.get((self.row.number, place)):
                self._not_read(place, heading, text, doubt)
            elif rule is None:
                self._left(heading, text, "number" if heading in self.mapping.number else "import note")
            elif rule.words is not None:
                words.append((place, rule, text))
            else:
                self._values(place, rule, text)
        for place, rule, text in words:
            self._word(place, rule, text)

    def _left(self, heading: str, text: str, where: str) -> None:
        self.draft.placed[heading] = where
        if where == "import note" or len(self.mapping.number) > 1 or len(text) > LONGEST_LINE:
            self.draft.leftovers.append((heading, text))

    def _not_read(self, place: int, heading: str, text: str, why: str) -> None:
        cell = self.sheet.cell_name(self.row.number, place)
        self.draft.faults.append(CellFault(cell, heading, text, why))
        self._left(heading, text, "import note")

    def _word(self, place: int, rule: Rule, text: str) -> None:
        """A cell with one of the words that the mapping explains."""
        words, word = rule.words or {}, text.strip()
        if word not in words and word.casefold() in NOTHING:
            self.draft.placed[rule.heading] = "nothing known"
        elif word not in words:
            self._not_read(place, rule.heading, text, "the mapping does not say what this word means")
        elif (means := words[word]) is None:
            self._left(rule.heading, text, "import note")
        else:
            self.draft.placed[rule.heading] = "words"
            self._mean(means)

    def _values(self, place: int, rule: Rule, text: str) -> None:
        """A cell with a value or several; one that cannot be read leaves the whole cell to the import note."""
        slot, name = rule.to or ("", "")
        table = table_of(slot)
        parts = _addresses(text) if table == "sources" else [text]
        parts = text.split(rule.split) if rule.split and len(parts) == 1 else parts
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

    def _read(self, rule: Rule, table: str, name: str, part: str) -> Any:
        if rule.read == "age":
            if self.mapping.counted_on is None:
                raise DateNotRead(part, "nobody said from which day the ages of this list count")
            return read_age(part, self.mapping.counted_on)
        if table == "sources" and len(part) > LONGEST_LINE:
            raise FormNotRight("Source", [(name, f"at most {LONGEST_LINE} characters can be kept")])
        if table == "sources" and _ADDRESS.fullmatch(part):
            return untracked(part)
        if (table, name) == ("sources", "url"):
            raise FormNotRight("Source", [("url", "this is no address that begins with http")])
        return read_value(table, name, part, year=rule.year)

    def _second(self, place: int, rule: Rule, text: str, value: Any) -> None:
        """Two columns of one field: joined where the mapping says so; else they agree, or neither is taken."""
        slot, name = rule.to or ("", "")
        heads, standing = self.draft.fed[slot, name], self.draft.facts[slot][name]
        if rule.join or _agree(standing, value):
            self.draft.placed[rule.heading] = f"{slot}.{name}"
            if rule.join and value not in str(standing).split(rule.join):
                self.draft.facts[slot][name] = f"{standing}{rule.join}{value}"
            self.draft.fed[slot, name] = (*heads, rule.heading)
            if isinstance(value, PartialDate) and _span(value) != _span(standing):
                self._keep_narrower(slot, name, value, place)
            return
        first = self.row.cells[self.sheet.heading.index(heads[0])]
        self._take_back(slot, name, f"“{rule.heading}” says something else: {_both(value, text)}")
        self._not_read(
            place, rule.heading, text, f"“{heads[0]}” says something else: {_both(standing, first)}"
        )

    def _keep_narrower(self, slot: str, name: str, value: PartialDate, place: int) -> None:
        """Of two cells that agree, as an age and a year of birth, keep the more precise; the other is noted."""
        *_, first, second = self.draft.fed[slot, name]
        loser, standing = second, self.draft.facts[slot][name]
        if value.latest - value.earliest < standing.latest - standing.earliest:
            self.draft.facts[slot][name], loser = value, first
        self.draft.fed[slot, name] = tuple(one for one in self.draft.fed[slot, name] if one != loser)
        at = place if loser == second else self.sheet.heading.index(first)
        self._left(loser, self.row.cells[at], "import note")

    def _put(self, rule: Rule, slot: str, name: str, value: Any) -> None:
        """Fill a field; where a cell has several values, each makes a record of its own."""
        table = table_of(slot)
        beside = {other: given for (of, other), given in rule.beside.items() if of == slot}
        if table == "sources":
            for borne in rule.bears:
                self.draft.addresses.append((value, borne, beside))
            return
        if rule.split:
            self.several[slot] = self.several.get(slot, 0) + 1
            slot = f"{slot}_{self.several[slot]}" if self.several[slot] > 1 else slot
        self._mean({(slot, other): given for other, given in beside.items()})
        self.draft.facts.setdefault(slot, {})[name] = value
        self.draft.fed[slot, name] = (rule.heading,)
        self._tie(rule, slot, name, value)
        for (of, other), given in rule.beside.items():
            if table_of(of) != table and other not in self.draft.facts.get(of, {}):
                self._mean({(of, other): given})

    def _tie(self, rule: Rule, slot: str, name: str, value: Any) -> None:
        """Tie a record to the prison, court or offence that its words name."""
        if link := self.catalogues.link(table_of(slot), name, str(value), named=rule.links):
            self.draft.links.append(link)
            if link.number is not None:
                self.draft.facts[slot][LINKS[table_of(slot), name][0]] = link.number

    def _one_event(self) -> None:
        """A status and a column that speak of one happening, as a release and its day, are one event."""
        status = self.draft.facts.get("event_status", {})
        kind = status.get("kind")
        slots = [slot for slot in self.draft.facts if slot != "event_status" and table_of(slot) == "events"]
        for facts in [
            self.draft.facts[slot] for slot in slots if kind and self.draft.facts[slot].get("kind") == kind
        ]:
            if "status" in status:
                facts.setdefault("status", status.pop("status"))
            if any(of == "event_status" for of, _ in self.draft.fed):
                status["kind"] = EventKind.STATUS_REPORTED
            else:
                self.draft.facts.pop("event_status", None)

    def _parents(self) -> None:
        """Every record has the one it hangs on, if only by itself."""
        facts: dict[str, dict[str, Any]] = {"prisoner": self.draft.facts.pop("prisoner", {})}
        for slot in self.draft.facts:
            for parent in slots_above(slot, self.draft.facts):
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
        self.draft.facts[slot].pop(name)
        self.draft.facts[slot].pop(LINKS.get((table_of(slot), name), ("",))[0], None)
        for heading in self.draft.fed.pop((slot, name)):
            place = self.sheet.heading.index(heading)
            self._not_read(place, heading, self.row.cells[place], why)


def _span(value: PartialDate) -> tuple[Any, Any]:
    return value.earliest, value.latest


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
