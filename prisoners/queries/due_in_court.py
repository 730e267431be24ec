"""What is due in court: the time to appeal that is running, and detention that has lasted too long."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from prisoners.law import deadlines
from prisoners.law.deadlines import Deadline, DeadlineState
from prisoners.queries.dues import Asked, Due, DueKind, Row, of_deadline, person_of, stored_day
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference
from prisoners.vocabulary import CustodyStatus, Instance, PunishmentClass, SentenceKind

LONGEST_WINDOW = 130
"""Days: two months to object from abroad, two more to appeal, and some for a date that is not precise."""
UNDATED = 90
"""For how many days after a judgment it is asked when it was notified."""

GRAVE = (
    SentenceKind.DEATH,
    SentenceKind.LIFE,
    SentenceKind.CRUCIFIXION,
    SentenceKind.AMPUTATION,
    SentenceKind.RETRIBUTION,
)
"""What goes to the Supreme Court and not to the court of appeal (CPC 428)."""

CHALLENGED = {
    Instance.FIRST: (
        "objection_in_absentia",
        "appeal_filed",
        "surrender_442",
        "cassation_filed",
        "appeal_verdict",
    ),
    Instance.OBJECTION: ("appeal_filed", "surrender_442", "cassation_filed", "appeal_verdict"),
}
"""Instance → the events after which its time no longer matters."""

_JUDGMENTS = """
SELECT judgment_sheet.*, cases.abroad, EXISTS (SELECT 1 FROM sentence_sheet
    WHERE sentence_sheet.judgment_id = judgment_sheet.id AND sentence_sheet.kind IN ({grave})) AS grave
FROM judgment_sheet JOIN cases ON cases.id = judgment_sheet.case_id
JOIN people ON people.id = judgment_sheet.prisoner_id AND people.withdrawn = 0 AND people.merged_into IS NULL
WHERE judgment_sheet.instance IN ('first', 'objection')
  AND judgment_sheet.outcome NOT IN ('acquitted', 'quashed', 'remanded', 'rejected') AND judgment_sheet.merges = 0
  AND (substr(judgment_sheet.notified_on, 12, 10) >= :oldest
    OR judgment_sheet.notified_on IS NULL AND substr(judgment_sheet.given_on, 12, 10) BETWEEN :undated AND :today)
  AND coalesce(people.status, '') NOT IN ('executed', 'died_in_custody', 'died_after_release')
ORDER BY judgment_sheet.id"""

_CHALLENGES = """
SELECT 'judgments' AS told, case_id, instance AS what, given_on AS day FROM judgments
WHERE withdrawn = 0 AND case_id IN ({cases}) UNION ALL
SELECT 'events', case_id, kind, happened_on FROM events WHERE withdrawn = 0 AND case_id IN ({cases})"""


def windows(reader: Reader, asked: Asked) -> Iterator[Due]:
    """Every judgment whose time for objection, appeal or cassation is running or may be running."""
    days = {"oldest": LONGEST_WINDOW, "undated": UNDATED, "today": 0}
    values = {name: str(asked.today - dt.timedelta(days=number)) for name, number in days.items()}
    sql = _JUDGMENTS.format(grave=", ".join(f"'{kind}'" for kind in GRAVE))
    rows = list(asked.of_person(dict(row) for row in reader.each(sql, **values)))
    done = _done(reader, {row["case_id"] for row in rows})
    for row in rows:
        told = done.get(row["case_id"], set())
        if not told & {
            str(what) for what in (*CHALLENGED[Instance(row["instance"])], *_LATER[row["instance"]])
        }:
            yield from _window(row, asked)


_LATER = {
    "first": ("objection", "appeal", "supreme", "retrial", "review_477"),
    "objection": ("appeal", "supreme", "retrial", "review_477"),
}


def _done(reader: Reader, cases: set[int]) -> dict[int, set[str]]:
    """Case → the instances that have judged and the events that have happened in it."""
    found: dict[int, set[str]] = {}
    if cases:
        marks = ", ".join(map(str, sorted(cases)))
        for row in reader.each(_CHALLENGES.format(cases=marks)):
            found.setdefault(row["case_id"], set()).add(row["what"])
    return found


def _window(row: Row, asked: Asked) -> Iterator[Due]:
    notified, abroad = stored_day(row["notified_on"]), bool(row["abroad"])
    absent = bool(row["in_absentia"]) and row["instance"] == Instance.FIRST
    last = DueKind.CASSATION if row["grave"] else DueKind.APPEAL
    found: list[tuple[DueKind, Deadline]] = []
    if absent:
        found.append((DueKind.OBJECTION, deadlines.objection(notified, abroad=abroad)))
    reckon = deadlines.cassation if row["grave"] else deadlines.appeal
    found.append((last, reckon(notified, abroad=abroad, in_absentia=absent)))
    for kind, deadline in found:
        if deadline.state(asked.today) is not DeadlineState.OVER:
            yield of_deadline(
                kind,
                deadline,
                asked,
                ("judgments", row["id"]),
                row["prisoner_id"],
                _how_to_tell(kind, row),
            )


def _how_to_tell(kind: DueKind, row: Row) -> str:
    judgment, person = write_reference("judgments", row["id"]), person_of(row["prisoner_id"])
    if row["notified_on"] is None:
        return f"`prisoners judgment amend {judgment} --notified …`"
    event = {DueKind.OBJECTION: "objection_in_absentia", DueKind.CASSATION: "cassation_filed"}
    return f"`prisoners update {person} --kind {event.get(kind, 'appeal_filed')} --on …` when it is filed"


TEMPORARY = (CustodyStatus.DETAINED_INVESTIGATION, CustodyStatus.DETAINED_PENDING_TRIAL)

_DETAINED = f"""
SELECT people.id AS prisoner_id, people.status, people.status_event_id, people.held_since FROM people
WHERE people.status IN ({", ".join(f"'{status}'" for status in TEMPORARY)}) AND people.held_since IS NOT NULL
  AND substr(people.held_since, 1, 10) <= :latest AND people.withdrawn = 0 AND people.merged_into IS NULL
ORDER BY people.id"""

_CHARGED = """
SELECT charge_sheet.prisoner_id, charge_sheet.punishment_class, charge_sheet.max_years, charge_sheet.max_months
FROM charge_sheet JOIN headlines ON headlines.prisoner_id = charge_sheet.prisoner_id
WHERE headlines.status IN ({}) AND charge_sheet.state NOT IN ('acquitted', 'dropped', 'changed')"""


def caps(reader: Reader, asked: Asked) -> Iterator[Due]:
    """Temporary detention that has reached the limit of the law, or soon will."""
    latest = asked.horizon - dt.timedelta(days=300)
    rows = list(asked.of_person(dict(row) for row in reader.each(_DETAINED, latest=str(latest))))
    marks = ", ".join(f"'{status}'" for status in TEMPORARY)
    charged: dict[int, list[Row]] = {}
    for charge in reader.each(_CHARGED.format(marks)) if rows else ():
        charged.setdefault(charge["prisoner_id"], []).append(dict(charge))
    for row in rows:
        deadline = deadlines.detention_cap(
            stored_day(row["held_since"]), life_depriving=_life_depriving(charged.get(row["prisoner_id"], []))
        )
        if deadline.last_day and asked.near(deadline.last_day):
            person = row["prisoner_id"]
            yield of_deadline(
                DueKind.DETENTION_CAP,
                deadline,
                asked,
                ("events", row["status_event_id"]),
                person,
                f"`prisoners update {person_of(person)} --kind …` reports an indictment, a release or a verdict",
            )


def _life_depriving(charges: list[Row]) -> bool | None:
    """False where every charge is ta'zir with a greatest term; nobody knows otherwise."""
    tazir = [
        charge["punishment_class"] == PunishmentClass.TAZIR
        and bool(charge["max_years"] or charge["max_months"])
        for charge in charges
    ]
    return False if tazir and all(tazir) else None
