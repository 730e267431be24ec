"""What is due in detention before judgment: the time to object to the order, and the limit of the law."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from prisoners.law import deadlines
from prisoners.law.deadlines import DeadlineState
from prisoners.law.terms import Term
from prisoners.queries.dues import Asked, Due, DueKind, Row, of_deadline, person_of, stored_day
from prisoners.store.reader import Reader
from prisoners.vocabulary import CustodyStatus, PunishmentClass

TEMPORARY = (CustodyStatus.DETAINED_INVESTIGATION, CustodyStatus.DETAINED_PENDING_TRIAL)
_MARKS = ", ".join(f"'{status}'" for status in TEMPORARY)

_DETAINED = f"""
SELECT people.id AS prisoner_id, people.status_event_id, people.held_since FROM people
WHERE people.status IN ({_MARKS}) AND people.held_since IS NOT NULL
  AND people.withdrawn = 0 AND people.merged_into IS NULL ORDER BY people.id"""

_CHARGED = f"""
SELECT charge_sheet.prisoner_id, charge_sheet.punishment_class, charge_sheet.max_years, charge_sheet.max_months,
  charge_sheet.min_years, charge_sheet.min_months, charge_sheet.min_days,
  coalesce(instr(offences.other_punishment, 'death'), 0) AS death
FROM charge_sheet JOIN headlines ON headlines.prisoner_id = charge_sheet.prisoner_id
LEFT JOIN offences ON offences.id = charge_sheet.offence_id
WHERE headlines.status IN ({_MARKS}) AND charge_sheet.state NOT IN ('acquitted', 'dropped', 'changed')"""


def caps(reader: Reader, asked: Asked) -> Iterator[Due]:
    """Temporary detention that has reached the limit of the law, or soon will."""
    rows = list(asked.of_person(map(dict, reader.each(_DETAINED))))
    charged: dict[int, list[Row]] = {}
    for charge in reader.each(_CHARGED) if rows else ():
        charged.setdefault(charge["prisoner_id"], []).append(dict(charge))
    for row in rows:
        charges = charged.get(row["prisoner_id"], [])
        deadline = deadlines.detention_cap(
            stored_day(row["held_since"]), life_depriving=_life_depriving(charges), least_term=_least(charges)
        )
        if deadline.last_day and asked.near(deadline.last_day):
            yield _cap(row, deadline, asked)


def _cap(row: Row, deadline: deadlines.Deadline, asked: Asked) -> Due:
    """The limit with every sentence it rests on: which of several bounds it is for the reader to see."""
    person = row["prisoner_id"]
    hint = f"`prisoners update {person_of(person)} --kind …` reports an indictment, a release or a verdict"
    found = of_deadline(
        DueKind.DETENTION_CAP, deadline, asked, ("events", row["status_event_id"]), person, hint
    )
    english, persian = " ".join(deadline.sentences()), " ".join(deadline.sentences("fa"))
    return replace(found, sentence=english, sentence_fa=persian)


def _life_depriving(charges: Sequence[Row]) -> bool | None:
    """Whether a charge can end in death: certainly where one that is no ta'zir can, certainly not where none can.

    Of a ta'zir that can (art. 513), and of a charge without a greatest term, nobody knows.
    """
    tazir = [charge["punishment_class"] == PunishmentClass.TAZIR for charge in charges]
    if any(charge["death"] and not is_tazir for charge, is_tazir in zip(charges, tazir, strict=True)):
        return True
    milder = [not charge["death"] and bool(charge["max_years"] or charge["max_months"]) for charge in charges]
    return False if charges and all(tazir) and all(milder) else None


def _least(charges: Sequence[Row]) -> Term | None:
    """The least prison term of the gravest charge; None unless every charge has one."""
    terms = [
        Term(charge["min_years"] or 0, charge["min_months"] or 0, charge["min_days"] or 0)
        for charge in charges
    ]
    return max(terms, key=lambda term: term.weight) if terms and all(terms) else None


def detention_order(person: int, events: Sequence[Row], asked: Asked) -> Iterator[Due]:
    """The time to object to the last order that keeps somebody in temporary detention."""
    orders = [event for event in events if event["kind"] in {"security_order", "detention_extended"}]
    if not orders or orders[-1]["now"] not in TEMPORARY:
        return
    order = orders[-1]
    deadline = deadlines.detention_challenge(stored_day(order["happened_on"]))
    if deadline.last_day and deadline.state(asked.today) is not DeadlineState.OVER:
        yield of_deadline(
            DueKind.DETENTION_ORDER,
            deadline,
            asked,
            ("events", order["id"]),
            person,
            f"`prisoners update {person_of(person)} --kind bail_set …` or `--kind release …` if the court ends it",
        )
