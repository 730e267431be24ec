"""Prosecutions: opening a case, laying charges, recording judgments and the components of a sentence."""

from __future__ import annotations

import re
from typing import Any

from prisoners.actions.facts import Typed, read_facts
from prisoners.actions.named import entries_called, living, number_meant, one_of, with_branch
from prisoners.actions.rows import Rows, correct, enter, record_of
from prisoners.dates.partial import PartialDate
from prisoners.errors import NoneYet, RowWithdrawn, WhichOne
from prisoners.law.offences import in_force, not_yet_law
from prisoners.law.reckoning import Answer
from prisoners.law.recorded import offence_text
from prisoners.law.term_words import read_term
from prisoners.law.terms import Term, minus
from prisoners.records.cases import Case
from prisoners.records.charges import Charge
from prisoners.records.form import Row
from prisoners.records.judgments import Judgment
from prisoners.records.sentences import Sentence
from prisoners.store.references import is_reference, write_reference
from prisoners.store.unit import Unit
from prisoners.vocabulary import ChargeState, SentenceKind

ARTICLE = re.compile(
    r"\s*(?:[A-Za-z]{2,}\d*[\s-]\s*|art[^\s\d]*\s*|ماد[^\s\d]*\s*)?\d+(?:[\s-]?(?:bis|مکرر|\d))?\s*"
)
"""How an article is typed, as against a wording: `610`, `IPC75-610`, `art. 500 bis`, `مادهٔ ۶۱۰`."""

TERMS = {"term": "", "suspended_term": "suspended_", "reduced_to": "reduced_"}
"""What is typed as one term, and how the columns begin that keep its units."""


def open_case(unit: Unit, prisoner_id: int, typed: Typed) -> Row:
    """Open a case against a person."""
    living(unit, prisoner_id)
    return enter(unit, "cases", read_facts(unit, "cases", typed) | {"prisoner_id": prisoner_id})


def only_one(rows: Rows, table: str, prisoner_id: int) -> int:
    """The only case or judgment that a person has; raises NoneYet or WhichOne."""
    record = record_of(table)
    found = rows(
        f"SELECT id FROM {table} WHERE {record.whose.format(row=table)} = :one AND withdrawn = 0 ORDER BY id",
        one=prisoner_id,
    )
    person = write_reference("prisoners", prisoner_id)
    if not found:
        raise NoneYet(person, table)
    if len(found) > 1:
        raise WhichOne(person, table, [write_reference(table, row["id"]) for row in found])
    return int(found[0]["id"])


def lay_charge(unit: Unit, case_id: int, typed: Typed) -> Row:
    """Record a charge: an offence of the catalogue by article or wording, or only the quoted words.

    `changed_from` names the charge that this one replaces, which is marked as changed.
    """
    _standing(unit, Case, "cases", case_id)
    facts = _charge_facts(unit, typed, case_id)
    if facts.get("instead_of"):
        correct(unit, "charges", facts["instead_of"], {"state": ChargeState.CHANGED})
    return enter(unit, "charges", facts | {"case_id": case_id})


def remarks(unit: Unit, row: Row) -> list[str]:
    """What the person who recorded a charge should know: its wording is not in the list, or was not law then."""
    if not isinstance(row, Charge):
        return []
    if row.offence_id:
        return _not_law_then(unit, row)
    return [
        f"“{row.quoted}” is no offence of the list; it is kept as quoted. `prisoners offence list` shows them all."
    ]


def _not_law_then(unit: Unit, charge: Charge) -> list[str]:
    """That the offence was not yet law on the day of the act, as a check will say until it is corrected."""
    if charge.act_on is None:
        return []
    offence = unit.rows("SELECT * FROM offences WHERE id = :own", own=charge.offence_id)[0]
    doubt = not_yet_law(offence_text(offence), charge.act_on)
    return [doubt.write()] if doubt else []


def amend_charge(unit: Unit, number: int, typed: Typed) -> Row:
    """Correct a charge, or say what became of it."""
    row = _standing(unit, Charge, "charges", number)
    facts = _charge_facts(unit, typed, row.case_id, row.act_on)  # type: ignore[attr-defined]
    return correct(unit, "charges", number, facts)


def _charge_facts(unit: Unit, typed: Typed, case_id: int, acted: PartialDate | None = None) -> dict[str, Any]:
    plain = dict(typed)
    if "changed_from" in plain:
        plain["instead_of"] = plain.pop("changed_from")
    offence = plain.pop("offence", None)
    facts = read_facts(unit, "charges", plain)
    if offence is not None:
        on = facts.get("act_on") or acted or facts.get("laid_on") or _arrested(unit, case_id)
        facts = _offence_facts(unit, str(offence), on) | facts
    return facts


def _arrested(unit: Unit, case_id: int) -> PartialDate | None:
    """The day of the arrest: of an article with several texts the one of that day is meant, where nothing is nearer."""
    stored = unit.rows("SELECT arrested_on FROM cases WHERE id = :own", own=case_id)[0]["arrested_on"]
    return PartialDate.from_stored(stored) if stored else None


def _offence_facts(unit: Unit, text: str, on: PartialDate | None) -> dict[str, Any]:
    """The offence that a text names; a wording is kept as quoted, whether the catalogue knows it or not."""
    if not text.strip():
        return {"offence_id": None}
    if is_reference(text, "offences") or ARTICLE.fullmatch(text):
        return {"offence_id": offence_meant(unit, text, on)}
    found = _in_force(entries_called(unit, "offences", text), on)
    return {"offence_id": one_of("offences", text, found) if found else None, "quoted": text}


def offence_meant(unit: Unit, text: str, on: PartialDate | None = None) -> int:
    """The offence named by `IPC75-610`, an article or a wording, as in force on a day where that is known.

    Raises NotInCatalogue, or AmbiguousInCatalogue where several laws have the article.
    """
    found = _in_force(entries_called(unit, "offences", text), on)
    return one_of("offences", text, found) if found else number_meant(unit, "offences", text)


def _in_force(rows: list[dict[str, Any]], on: PartialDate | None) -> list[dict[str, Any]]:
    """The versions of an article that were possibly in force on a day; all of them where that leaves none."""
    if on is None or len(rows) < 2:  # noqa: PLR2004 -- a choice
        return rows
    return [row for row in rows if in_force(offence_text(row), on) is not Answer.NO] or rows


def record_judgment(unit: Unit, case_id: int, typed: Typed) -> Row:
    """Record a decision of a court: which court, branch and judge, when it was given and notified."""
    _standing(unit, Case, "cases", case_id)
    facts = _judgment_facts(unit, typed)
    if facts.get("court_id") and not facts.get("branch"):
        facts["branch"] = unit.rows("SELECT branch FROM courts WHERE id = :own", own=facts["court_id"])[0][
            "branch"
        ]
    return enter(unit, "judgments", facts | {"case_id": case_id})


def amend_judgment(unit: Unit, number: int, typed: Typed) -> Row:
    """Correct a decision of a court; `reported_term` is read as years, months and days."""
    _standing(unit, Judgment, "judgments", number)
    return correct(unit, "judgments", number, _judgment_facts(unit, typed))


def _judgment_facts(unit: Unit, typed: Typed) -> dict[str, Any]:
    plain = with_branch(unit, typed)
    reported = plain.pop("reported_term", None)
    facts = read_facts(unit, "judgments", plain)
    return facts if reported is None else facts | _units(reported, "reported_")


def impose(unit: Unit, judgment_id: int, typed: Typed) -> Row:
    """Record one component of a sentence; its terms (whole, suspended, reduced to) are read as years, months, days."""
    _standing(unit, Judgment, "judgments", judgment_id)
    facts = _sentence_facts(unit, typed)
    if not facts.get("kind"):
        facts |= _kind_that_is_meant(typed)
    _suspended_within(facts)
    return enter(unit, "sentences", facts | {"judgment_id": judgment_id})


def _kind_that_is_meant(typed: Typed) -> dict[str, Any]:
    """The kind of a punishment of which only the length, the lashes or the amount was typed; none where none was."""
    meant = (("term", SentenceKind.PRISON), ("lashes", SentenceKind.LASHES), ("amount", SentenceKind.FINE))
    return next(({"kind": kind} for field, kind in meant if field in typed), {})


def amend_sentence(unit: Unit, number: int, typed: Typed) -> Row:
    """Correct a component of a sentence, or say what became of it."""
    row = _standing(unit, Sentence, "sentences", number)
    facts = _sentence_facts(unit, typed)
    _suspended_within({field: getattr(row, field) for field in type(row).model_fields} | facts)
    return correct(unit, "sentences", number, facts)


def _sentence_facts(unit: Unit, typed: Typed) -> dict[str, Any]:
    plain = dict(typed)
    terms = {word: plain.pop(word) for word in TERMS if word in plain}
    facts = read_facts(unit, "sentences", plain)
    for word, text in terms.items():
        facts |= _units(text, TERMS[word])
    return facts


def _units(text: str, part: str) -> dict[str, Any]:
    """The years, months, half month and days of a term as typed; what it does not name stays empty."""
    term = _term(text)
    units = {f"{part}{unit}": getattr(term, unit) or None for unit in ("years", "months", "days")}
    return units | {f"{part}half_month": term.half_month}


def _term(text: str) -> Term:
    return read_term(text) if text.strip() else Term()


def _suspended_within(facts: dict[str, Any]) -> None:
    """Refuse a suspended part that is longer than the whole; raises PartLongerThanWhole."""
    whole, part = _kept(facts, ""), _kept(facts, "suspended_")
    if whole and part:
        minus(whole, part)


def _kept(facts: dict[str, Any], part: str) -> Term:
    years, months, days = (facts.get(f"{part}{unit}") or 0 for unit in ("years", "months", "days"))
    return Term(years, months, days, bool(facts.get(f"{part}half_month")))


def _standing(unit: Unit, record: type[Row], table: str, number: int) -> Row:
    """The row, if it still counts; raises NoSuchRow or RowWithdrawn."""
    row = unit.get(record, number)
    if getattr(row, "withdrawn", False):
        raise RowWithdrawn(write_reference(table, number))
    return row
