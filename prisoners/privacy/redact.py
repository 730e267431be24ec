"""The gate: a pure function from plain rows to the rows that may leave, and what was withheld."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from prisoners.privacy.naming import ShownName, pseudonym, shown_name
from prisoners.privacy.one_word import telling_words
from prisoners.privacy.policy import (
    LEADS_TO_THE_PERSON,
    PUBLIC_OFFICE,
    has_levels,
    is_searched,
    kept_inside,
    leads_to,
    level_of,
    may_see,
    row_level,
)
from prisoners.privacy.retold import kept_back
from prisoners.privacy.texts import Texts
from prisoners.privacy.verdict import Verdict
from prisoners.privacy.watch import Watch
from prisoners.privacy.withheld import Withheld
from prisoners.vocabulary import Audience, NamingRule

Row = dict[str, Any]
Tables = Mapping[str, Sequence[Mapping[str, Any]]]
"""Rows as they are stored, by table; what is not in the registry's own tables does not leave."""

OF_A_PERSON = ("activities", "cases", "events", "external_ids", "files", "headlines", "relations", "health")
OF_A_CASE = ("charges", "judgments")


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
    outside: tuple[str, ...]
    """Those that leave."""
    read: tuple[str, ...]
    """Those of which every text is read."""


class _Gate:
    """One passage through the gate."""

    def __init__(
        self, tables: Tables, audience: Audience, verdicts: Mapping[int, Verdict], key: str, watch: Watch
    ) -> None:
        self.tables, self.audience, self.verdicts = tables, audience, verdicts
        self.leaving = Leaving()
        self.withheld = self.leaving.withheld
        self.texts = Texts(watch, self.withheld)
        self.left: dict[str, set[int]] = {}
        self.fates: dict[tuple[str, NamingRule | None, tuple[str, ...]], _Fates] = {}
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
        for name in self.tables.get("names", ()):
            names[name["prisoner_id"]].append(name)
        under_cover = []
        for person in self.tables.get("prisoners", ()):
            judged, one = self.verdicts[person["id"]], person["id"]
            if not judged.leaves:
                self.withheld.people[judged.why_not] += 1
            elif judged.naming is NamingRule.FULL:
                self._show(one, judged.naming, names[one], "")
            else:
                under_cover.append((pseudonym(key, one), one, judged.naming))
        self.leaving.shown = dict(sorted(self.leaving.shown.items()))
        nameless = 0
        for word, one, rule in sorted(under_cover):
            nameless += rule is NamingRule.ANONYMOUS
            self._show(
                one, rule, names[one], f"Anonymous {nameless}" if rule is NamingRule.ANONYMOUS else word
            )

    def _show(self, one: int, rule: NamingRule, names: Sequence[Mapping[str, Any]], code: str) -> None:
        """Name somebody by a rule; a name that was withdrawn is none, and may not be told by a text either."""
        standing = [name for name in names if not name.get("withdrawn") and self.texts.is_a_name(name)]
        shown = self.leaving.shown[one] = shown_name(rule, standing, code)
        self.leaving.rules[one] = rule
        if rule is NamingRule.FULL:
            self.texts.called[one] = standing
        else:
            self.texts.telling[one] = telling_words(
                [str(name["text"]) for name in names], (shown.latin, shown.persian)
            )
            self.withheld.names[rule] += 1

    def _pass_people(self) -> None:
        people = {row["id"]: row for row in self.tables.get("prisoners", ())}
        under_cover = [
            one for one, rule in self.leaving.rules.items() if leads_to(rule) >= LEADS_TO_THE_PERSON
        ]
        self.texts.kept_back = {one: kept_back(people[one]) for one in under_cover}
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
        if whose:
            rows = [row for row in rows if row[whose] in self.leaving.shown]
        passing = [row for row in rows if self._may_leave(table, row)] if has_levels(table) else list(rows)
        fates = [
            self._fates(table, self.leaving.rules.get(row[whose]) if whose else None, tuple(row))
            for row in passing
        ]
        self._look_at(passing, fates)
        out = []
        for row, fate in zip(passing, fates, strict=True):
            kept = {column: row[column] for column in fate.outside}
            for column, why in fate.inside:
                if row[column]:
                    self.withheld.cells[why] += 1
            person = row[whose] if whose else None
            if self.texts.doubtful or person in self.texts.telling:
                kept |= self.texts.as_they_may_leave(table, row, fate.read, person)
            if whose:
                kept["prisoner_id"] = person
            out.append(kept)
        self.leaving.tables[table] = [row for row in out if "id" in row or table == "headlines"]

    def _look_at(self, rows: Sequence[Mapping[str, Any]], fates: Sequence[_Fates]) -> None:
        """Have all texts of some rows read together that are to be read."""
        texts: set[Any] = set()
        for fate in {id(one): one for one in fates}.values():
            alike = [row for row, one in zip(rows, fates, strict=True) if one is fate]
            texts.update(*([row[column] for row in alike] for column in fate.read))
        self.texts.look_at({text for text in texts if isinstance(text, str)})

    def _may_leave(self, table: str, row: Mapping[str, Any]) -> bool:
        """Whether a row leaves by its own level; where not, that is counted."""
        if may_see(self.audience, level := row_level(table, row)):
            return True
        self.withheld.rows[f"{table}: {level}"] += 1
        return False

    def _fates(self, table: str, rule: NamingRule | None, columns: tuple[str, ...]) -> _Fates:
        """What becomes of the columns of such rows, decided once; those about nobody have no naming rule."""
        if found := self.fates.get((table, rule, columns)):
            return found
        inside = kept_inside(self.audience, table, rule or NamingRule.FULL, columns)
        outside = tuple(column for column in columns if column not in inside)
        read = tuple(column for column in outside if is_searched(table, column))
        made = self.fates[table, rule, columns] = _Fates(tuple(inside.items()), outside, read)
        return made
