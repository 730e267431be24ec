"""Filling a new registry with invented people: every act of the example's researchers, replayed with its own clock."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sqlmodel import Session

from prisoners.actions.rows import UNCITED, links_of
from prisoners.actions.seeding import BECAUSE, seed
from prisoners.records.citations import Citation, CitationForm
from prisoners.records.tables import BY_NAME, RECORDED
from prisoners.reference import data_folder, reference_list
from prisoners.store.numbers import Numbers
from prisoners.store.references import is_reference, read_reference, write_reference
from prisoners.store.unit import Unit, form_of, unit_of_work
from prisoners.vocabulary import UpdateKind

Act = dict[str, Any]
Facts = dict[str, Any]
Telling = tuple[str, int, Facts]
"""Table, number and facts of a row entered, or the facts amended."""
Written = tuple[str, str, int, Facts]
"""The same after its verb: add or amend."""

ORDER = {str(record.__tablename__): place for place, record in enumerate(RECORDED)}
PARENTS = (("case_id", "cases"), ("judgment_id", "judgments"))
"""The links through which a row belongs to the person of another row."""
BORNE = UNCITED | {"sentences", "activities"}
"""Tables whose rows are borne by what is cited beside them: a sentence by its judgment."""
FOLLOWING = frozenset({"stage", "state", "withdrawn"})
"""Fields that follow from an event or a judgment of the same act, which is cited."""


def load_example(session: Session) -> None:
    """Enter the reference lists and the invented people, update by update, in the transaction of the session."""
    replay(session, list(_acts()))


def replay(session: Session, acts: list[Act]) -> None:
    """Enter the reference lists, then do these acts in a new registry, each as one update by its own clock.

    An act tells what its researcher did: when, because of what, which rows were entered and which fields amended.
    What was written because of a source is cited to it, as `prisoners.actions.rows` does.
    """
    moment = _moment(acts[0])
    with unit_of_work(
        session, by=acts[0]["by"], because=BECAUSE, kind=UpdateKind.SEED, clock=lambda: moment
    ) as unit:
        seed(unit)
        codes = _codes(unit)
    doing = _Replay(session, codes)
    for act in acts:
        doing.act(act)


def _acts() -> Iterator[Act]:
    with (data_folder() / "example" / "registry.jsonl").open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def _moment(act: Act) -> dt.datetime:
    return dt.datetime.fromisoformat(act["at"])


def _codes(unit: Unit) -> dict[str, dict[str, int]]:
    """The numbers of prisons, courts and offences by the codes under which the example names them."""
    found: dict[str, dict[str, int]] = {}
    for table in ("prisons", "courts"):
        numbers = {row["name_en"]: row["id"] for row in unit.rows(f"SELECT id, name_en FROM {table}")}
        found[table] = {row["code"]: numbers[row["name_en"]] for row in reference_list(table)}
    articles = unit.rows("SELECT id, law, article, bis FROM offences ORDER BY valid_from")
    found["offences"] = {
        "-".join(row[part] for part in ("law", "article", "bis") if row[part]): row["id"] for row in articles
    }
    return found


class _Replay:
    """Does the acts one after another; number 1 of the file is the first that this registry has free."""

    def __init__(self, session: Session, codes: dict[str, dict[str, int]]) -> None:
        self._session, self._codes = session, codes
        numbers = Numbers(session)
        self._before = {table: numbers.next(table) - 1 for table in (*BY_NAME, "updates")}
        self._known: dict[tuple[str, int], Facts] = {}
        self._owners: dict[tuple[str, int], int | None] = {}

    def act(self, act: Act) -> None:
        """One act, as one update."""
        moment, undoes = _moment(act), act.get("undoes")
        with unit_of_work(
            self._session,
            by=act["by"],
            because=self._because(act["because"]),
            kind=UpdateKind(act["kind"]),
            clock=lambda: moment,
            undoes=undoes and self._before["updates"] + undoes,
        ) as unit:
            written = [self._step(*step) for step in act["do"]]
            self._enter(unit, [step[1:] for step in written if step[0] == "add"])
            self._amend(unit, [step[1:] for step in written if step[0] == "amend"])
            if is_reference(act["because"], "sources"):
                self._cite(
                    unit, self._number("sources", read_reference(act["because"])[1]), act["credible"], written
                )

    def _number(self, table: str, number: int) -> int:
        return self._before[table] + number

    def _because(self, because: str) -> str:
        """The reason; a source by the reference that it has in this registry."""
        if not is_reference(because, "sources"):
            return because
        return write_reference("sources", self._number("sources", read_reference(because)[1]))

    def _step(self, verb: str, table: str, number: int, facts: Facts) -> Written:
        """A step with the numbers of this registry."""
        told = dict(facts)
        for field, record in links_of(BY_NAME[table]):
            if field in told:
                told[field] = self._linked(str(record.__tablename__), told[field])
        if table == "citations":
            told["about_row"] = self._number(told["about_table"], told["about_row"])
        return verb, table, self._number(table, number), told

    def _linked(self, table: str, named: str | int) -> int:
        return self._codes[table][named] if isinstance(named, str) else self._number(table, named)

    def _enter(self, unit: Unit, rows: list[Telling]) -> None:
        """Enter rows table by table, parents before children."""
        for table, some in groupby(sorted(rows, key=lambda row: ORDER[row[0]]), key=lambda row: row[0]):
            record, own = BY_NAME[table], list(some)
            form = form_of(record)
            forms = [form.validated(facts) for _, _, facts in own]
            unit.add_many(record, forms, None if record is Citation else [number for _, number, _ in own])
            for _, number, facts in own:
                self._known[table, number] = facts
                self._owners[table, number] = self._owner(table, number, facts)

    def _amend(self, unit: Unit, rows: list[Telling]) -> None:
        """Amend rows, those together of which the same fields change."""
        alike = sorted(
            ((table, tuple(facts), number, facts) for table, number, facts in rows), key=lambda row: row[:3]
        )
        for (table, fields), some in groupby(alike, key=lambda row: row[:2]):
            record, forms = BY_NAME[table], {}
            for _, _, number, facts in some:
                known = self._known[table, number]
                known |= facts
                forms[number] = form_of(record).validated(known)
            unit.amend_many(record, forms, fields)

    def _owner(self, table: str, number: int, facts: Facts) -> int | None:
        """The prisoner whom a row is about: itself, the one it names, or its parent's."""
        if table == "prisoners":
            return number
        parent = next(((of, facts[field]) for field, of in PARENTS if field in facts), None)
        return facts.get("prisoner_id") or (self._owners[parent] if parent else None)

    def _cite(self, unit: Unit, source: int, credible: str, written: list[Written]) -> None:
        """Tie what was entered, and every fact that was amended, to the source because of which it was written."""
        about = [
            {
                "about_table": table,
                "about_row": number,
                "field": field,
                "prisoner_id": self._owners[table, number],
            }
            for verb, table, number, facts in written
            if table not in BORNE
            for field in (sorted(facts.keys() - FOLLOWING) if verb == "amend" else (None,))
        ]
        forms = [
            CitationForm.validated({"source_id": source, "credibility": credible, **one}) for one in about
        ]
        unit.add_many(Citation, forms)
