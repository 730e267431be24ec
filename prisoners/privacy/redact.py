"""The gate: a pure function from plain rows to the rows that may leave, and what was withheld."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from prisoners.privacy.naming import ShownName, pseudonym, shown_name
from prisoners.privacy.one_word import telling_words, tells_the_name
from prisoners.privacy.policy import (
    LEADS_TO_THE_PERSON,
    LEADS_TO_THEM,
    PUBLIC_OFFICE,
    is_searched,
    kept_inside,
    leads_to,
    level_of,
    may_see,
    row_level,
)
from prisoners.privacy.retold import FREE_TEXTS, Phrase, kept_back, retells
from prisoners.privacy.verdict import Verdict
from prisoners.privacy.watch import NAMES_SOMEBODY, Watch
from prisoners.privacy.ways import Keys, own_names
from prisoners.privacy.withheld import Withheld
from prisoners.vocabulary import Audience, NamingRule

Row = dict[str, Any]
Tables = Mapping[str, Sequence[Mapping[str, Any]]]
"""Rows as they are stored, by table; what is not in the registry's own tables does not leave."""

OF_A_PERSON = ("activities", "cases", "events", "external_ids", "files", "headlines", "relations", "health")
OF_A_CASE = ("charges", "judgments")

KEPT = 20_000
"""Texts of which is remembered that nothing was found in them."""

_STORED_DATE = re.compile(r"(\d{4}-\d\d-\d\d \d{4}-\d\d-\d\d ([^|]*)\|[a-z]+\|)(.*)", re.DOTALL)


@dataclass
class Leaving:
    """What may leave."""

    tables: dict[str, list[Row]] = field(default_factory=dict)
    shown: dict[int, ShownName] = field(default_factory=dict)
    """How each leaving person is named, in the order in which they are to be shown."""
    rules: dict[int, NamingRule] = field(default_factory=dict)
    """By which rule each of them is named."""
    withheld: Withheld = field(default_factory=Withheld)


def redact(
    tables: Tables, *, audience: Audience, verdicts: Mapping[int, Verdict], key: str, watch: Watch
) -> Leaving:
    """The rows that may leave to this audience; `key` makes the pseudonyms, `watch` reads every text."""
    return _Gate(tables, audience, verdicts, key, watch).leaving


class _Fates(NamedTuple):
    """What becomes of the columns of rows that are alike."""

    inside: tuple[tuple[str, str], ...]
    """Those that stay inside, and why."""
    read: tuple[str, ...]
    """Those of which every text is read."""


class _Gate:
    """One passage through the gate."""

    def __init__(
        self, tables: Tables, audience: Audience, verdicts: Mapping[int, Verdict], key: str, watch: Watch
    ) -> None:
        self.tables, self.audience, self.verdicts, self.watch = tables, audience, verdicts, watch
        self.leaving = Leaving()
        self.withheld = self.leaving.withheld
        self.called: dict[int, list[str]] = {}
        """The names of those who are named in full."""
        self.own: dict[int, frozenset[Keys]] = {}
        """Every way in which their own names are written, where a text seems to name somebody."""
        self.telling: dict[int, frozenset[str]] = {}
        self.kept_back: dict[int, frozenset[Phrase]] = {}
        self.left: dict[str, set[int]] = {}
        self.fates: dict[tuple[str, NamingRule, tuple[str, ...]], _Fates] = {}
        self.clean: set[str] = set()
        """Texts in which nothing was found: they leave in any row of somebody who is named in full."""
        self._name_everybody(key)
        self._pass_people()
        self._pass_sources()
        self._pass_interventions()
        self._pass_estimates()
        for table in PUBLIC_OFFICE:
            self._pass(table, None, self._rows(table))

    def _rows(self, table: str) -> list[Mapping[str, Any]]:
        """The rows of a table that still count."""
        return [row for row in self.tables.get(table, ()) if not row.get("withdrawn")]

    def _name_everybody(self, key: str) -> None:
        """Choose the name of everyone who leaves; those who are not named in full stand last, in no telling order."""
        names: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
        for name in self._rows("names"):
            names[name["prisoner_id"]].append(name)
        every: dict[int, list[str]] = defaultdict(list)  # what was withdrawn is a name, too
        for name in self.tables.get("names", ()):
            every[name["prisoner_id"]].append(str(name["text"]))
        found = []
        for person in self.tables.get("prisoners", ()):
            judged = self.verdicts[person["id"]]
            if judged.leaves:
                found.append((judged.naming, person["id"]))
            else:
                self.withheld.people[judged.why_not] += 1
        codes = {one: pseudonym(key, one) for rule, one in found if rule is not NamingRule.FULL}
        found.sort(key=lambda pair: (pair[1] in codes, codes.get(pair[1], ""), pair[1]))
        nameless = 0
        for rule, one in found:
            code = codes.get(one, "")
            if rule is NamingRule.ANONYMOUS:
                nameless += 1
                code = f"Anonymous {nameless}"
            shown = self.leaving.shown[one] = shown_name(rule, names[one], code)
            self.leaving.rules[one] = rule
            if rule is NamingRule.FULL:
                self.called[one] = [name["text"] for name in names[one]]
            else:
                self.telling[one] = telling_words(every[one], (shown.latin, shown.persian))
                self.withheld.names[rule] += 1

    def _pass_people(self) -> None:
        people = {row["id"]: row for row in self.tables.get("prisoners", ())}
        under_cover = [
            one for one, rule in self.leaving.rules.items() if leads_to(rule) >= LEADS_TO_THE_PERSON
        ]
        self.kept_back = {one: kept_back(people[one]) for one in under_cover}
        self._pass("prisoners", "id", [people[one] for one in self.leaving.shown])
        for table in OF_A_PERSON:
            self._pass(table, "prisoner_id", self._rows(table))
        whose = {row["id"]: row["prisoner_id"] for row in self.leaving.tables["cases"]}
        for table in OF_A_CASE:
            self._pass(table, "prisoner_id", self._of(table, "case_id", whose))
        whose = {row["id"]: row["prisoner_id"] for row in self.leaving.tables["judgments"]}
        self._pass("sentences", "prisoner_id", self._of("sentences", "judgment_id", whose))

    def _of(self, table: str, parent: str, whose: Mapping[int, int]) -> list[Mapping[str, Any]]:
        """Rows of a table that hang on rows that leave, each with its person."""
        return [
            {**row, "prisoner_id": whose[row[parent]]} for row in self._rows(table) if row[parent] in whose
        ]

    def _pass_sources(self) -> None:
        """Let a source out only where a citation of somebody named in full leaves with it."""
        cited = [row for row in self._rows("citations") if row["prisoner_id"] in self.leaving.shown]
        sources = {row["id"]: row for row in self._rows("sources")}
        kept = []
        for row in cited:
            if why := self._why_not_cited(row, sources.get(row["source_id"])):
                self.withheld.rows[why] += 1
            else:
                kept.append(row)
        self._pass("citations", "prisoner_id", kept)
        used = {row["source_id"] for row in kept}
        self._pass("sources", None, [row for number, row in sources.items() if number in used])

    def _pass_interventions(self) -> None:
        """Let an act of advocacy out only for those who are named in full: it could be looked up."""
        kept = []
        for row in self._rows("beneficiaries"):
            shown = self.leaving.shown.get(row["prisoner_id"])
            if shown and shown.code:
                self.withheld.rows["intervention for somebody who is not named in full"] += 1
            elif shown:
                kept.append(row)
        self._pass("beneficiaries", "prisoner_id", kept)
        used = {row["intervention_id"] for row in kept}
        self._pass("interventions", None, [row for row in self._rows("interventions") if row["id"] in used])

    def _pass_estimates(self) -> None:
        """Let estimates out, which are about nobody, and who counted, as far as that source may be known."""
        self._pass("estimates", None, self._rows("estimates"))
        sources = {row["id"]: row for row in self._rows("sources")}
        kept = []
        for row in self._rows("citations"):
            if row["about_table"] == "estimates" and row["about_row"] in self._left("estimates"):
                if may_see(self.audience, row_level("sources", sources.get(row["source_id"], {}))):
                    kept.append(row)
                else:
                    self.withheld.rows["source confidential"] += 1
        used = {row["source_id"] for row in kept}
        self._add("citations", kept)
        self._add("sources", [row for number, row in sources.items() if number in used])

    def _add(self, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Let rows of a table that are about nobody out, beside those that left already."""
        left = self.leaving.tables[table]
        self._pass(table, None, rows)
        self.leaving.tables[table] = left + self.leaving.tables[table]

    def _why_not_cited(self, citation: Mapping[str, Any], source: Mapping[str, Any] | None) -> str:
        """Why a citation stays inside: what it bears does, its source does, or it would tell a name."""
        table, column = str(citation["about_table"]), str(citation["field"] or "id")
        if source is None:
            return "source retracted"
        if not may_see(self.audience, row_level("sources", source)):
            return "source confidential"
        if not may_see(self.audience, level_of(table, column)) or citation["about_row"] not in self._left(
            table
        ):
            return "source of something that stays inside"
        if self.leaving.shown[citation["prisoner_id"]].code:
            return "source of somebody who is not named in full"
        return ""

    def _left(self, table: str) -> set[int]:
        """The numbers of the rows of a table that leave."""
        if table not in self.left:
            self.left[table] = {row["id"] for row in self.leaving.tables.get(table, ()) if "id" in row}
        return self.left[table]

    def _pass(self, table: str, whose: str | None, rows: Iterable[Mapping[str, Any]]) -> None:
        """Let rows of a table out, each without what stays inside."""
        out = []
        for row in rows:
            person = row[whose] if whose else None
            if whose and person not in self.leaving.shown:
                continue
            if not may_see(self.audience, level := row_level(table, row)):
                self.withheld.rows[f"{table}: {level}"] += 1
                continue
            kept = self._kept(table, row, person)
            if whose:
                kept["prisoner_id"] = person
            out.append(kept)
        self.leaving.tables[table] = [row for row in out if "id" in row or table == "headlines"]

    def _kept(self, table: str, row: Mapping[str, Any], person: int | None) -> Row:
        """What may leave of a row."""
        rule = self.verdicts[person].naming if person is not None else NamingRule.FULL
        fates = self._fates(table, rule, tuple(row))
        kept = dict(row)
        for column, why in fates.inside:
            if kept.pop(column):
                self.withheld.cells[why] += 1
        clean = self.clean if rule is NamingRule.FULL else frozenset()
        for column in fates.read:
            value = kept[column]
            if isinstance(value, str) and value not in clean:
                kept[column] = self._read(table, row, column, value, person)
        return kept

    def _fates(self, table: str, rule: NamingRule, columns: tuple[str, ...]) -> _Fates:
        """What becomes of the columns of such rows, decided once."""
        if found := self.fates.get((table, rule, columns)):
            return found
        inside = kept_inside(self.audience, table, rule, columns)
        read = tuple(column for column in columns if column not in inside and is_searched(table, column))
        made = self.fates[table, rule, columns] = _Fates(tuple(inside.items()), read)
        return made

    def _read(
        self, table: str, row: Mapping[str, Any], column: str, value: str, person: int | None
    ) -> str | None:
        """A text as it may leave: one that tells too much is left out, a date loses only its words."""
        date = _STORED_DATE.fullmatch(value)
        words = date[3] if date else value
        if not (why := self.watch.found_in(words)):
            self._note_clean(value)
        elif person in self.called:
            why = self.watch.found_in(words, own=self._own(person))
        if not why and tells_the_name(words, self.telling.get(person or 0, frozenset())):
            why = NAMES_SOMEBODY
        if not why and (table, column) in FREE_TEXTS and retells(words, self.kept_back.get(person or 0, ())):
            why = LEADS_TO_THEM
        if not why:
            return value
        about = (table, row["id"]) if "id" in row else ("prisoners", row["prisoner_id"])
        self.withheld.hold_text(*about, column, why)
        return f"{date[1]}{date[2]}" if date and date[2] else None

    def _own(self, person: int) -> frozenset[Keys]:
        if person not in self.own:
            self.own[person] = own_names(self.called[person])
        return self.own[person]

    def _note_clean(self, value: str) -> None:
        if len(self.clean) >= KEPT:
            self.clean.clear()
        self.clean.add(value)
