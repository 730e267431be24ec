"""What a filter means in SQL: every value a named parameter, every comparison certain unless `~` says possibly."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from prisoners.errors import UnknownField
from prisoners.queries.comparisons import COMPARISONS
from prisoners.queries.fields import Field, Kind, event_field, known_fields
from prisoners.queries.holding import Holding
from prisoners.queries.language import Both, Either, Not, Term, Tree, Words
from prisoners.store.reader import Reader


class Selection(NamedTuple):
    """Who is meant by a filter: a condition on the view `people`, its values, and the fields it asks about."""

    sql: str
    values: dict[str, object]
    asked: frozenset[str] = frozenset()


def field_named(name: str) -> Field:
    """The field of this name; raises UnknownField, which names the nearest."""
    name = name.strip().lower()
    found = known_fields().get(name) or event_field(name)
    if found is None:
        import difflib

        raise UnknownField(name, difflib.get_close_matches(name, _all_names(), n=3, cutoff=0.6))
    return found


def _all_names() -> list[str]:
    from prisoners.vocabulary.lists import codes

    return [*known_fields(), *codes("event_kind")]


def selection(reader: Reader, tree: Tree, today: dt.date, *, everybody: bool = False) -> Selection:
    """What a filter means today; merged and withdrawn records are left out unless it asks about them."""
    meaning = _Meaning(Holding(reader, today))
    conditions = [meaning.of(tree)]
    for name, left_out in (("withdrawn", "people.withdrawn = 0"), ("merged", "people.merged_into IS NULL")):
        if not everybody and name not in meaning.asked:
            conditions.append(left_out)
    return Selection(" AND ".join(conditions), meaning.holding.values, frozenset(meaning.asked))


class _Meaning:
    def __init__(self, holding: Holding) -> None:
        self.holding = holding
        self.asked: set[str] = set()

    def of(self, tree: Tree) -> str:
        """SQL that is true or false of a row of `people`, never unknown."""
        if isinstance(tree, Not):
            return f"NOT {self.of(tree.of)}"
        if isinstance(tree, Both | Either):
            sign = " AND " if isinstance(tree, Both) else " OR "
            return "(" + sign.join(self.of(one) for one in tree.of) + ")" if tree.of else "TRUE"
        if isinstance(tree, Words):
            return self.term(Term("name", ":", (tree.text,)))
        if tree.field in {"missing", "has"}:
            return self.recorded(tree)
        return self.term(tree)

    def term(self, term: Term) -> str:
        known = field_named(term.field)
        self.asked.add(known.name)
        test = COMPARISONS[known.kind]
        tests = " OR ".join(test(self.holding, known, term, value) for value in term.values)
        return self.about(known, tests)

    def recorded(self, term: Term) -> str:
        """Whether anything is recorded: `has:lawyer`, `missing:source,born` (any of them)."""
        tests = []
        for name in term.values:
            known = field_named(name)
            self.asked.add(known.name)
            there = self.about(known, f"{known.value} IS NOT NULL")
            tests.append(f"NOT {there}" if term.field == "missing" else there)
        return f"({' OR '.join(tests)})"

    def about(self, known: Field, tests: str) -> str:
        """The tests, of the person or of any one of the rows that hold the field."""
        if known.kind is Kind.DUE:
            self.holding.hold_dues()
        if not known.many:
            return f"coalesce(({tests}), FALSE)"
        counts = f"({known.where}) AND " if known.where else ""
        holders = f"SELECT its.prisoner_id FROM {known.rows} AS its WHERE {counts}({tests})"
        return f"coalesce(people.id IN ({holders}), FALSE)"
