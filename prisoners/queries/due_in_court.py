"""What is due in court: the time to object, to appeal, or to give the appeal up for a lesser sentence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from prisoners.law import deadlines
from prisoners.law.deadlines import Deadline, DeadlineState
from prisoners.queries.dues import Asked, Due, DueKind, Row, of_deadline, person_of, stored_day
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference
from prisoners.vocabulary import Instance, SentenceKind

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

LATER = frozenset({"appeal", "supreme", "retrial", "review_477", "appeal_verdict", "surrender_442"})
"""After these the time of every earlier judgment no longer matters."""
FILED = frozenset({"appeal_filed", "cassation_filed"})
"""What was filed can still be taken back for a lesser sentence (CPC 442)."""

_JUDGMENTS = """
SELECT judgment_sheet.*, cases.abroad, EXISTS (SELECT 1 FROM sentence_sheet
    WHERE sentence_sheet.judgment_id = judgment_sheet.id AND sentence_sheet.kind IN ({grave})) AS grave,
  EXISTS (SELECT 1 FROM charge_sheet WHERE charge_sheet.case_id = judgment_sheet.case_id
    AND coalesce(charge_sheet.punishment_class, 'unknown') <> 'hadd') AS tazir
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
        yield from _window(row, done.get(row["case_id"], set()), asked)


def _done(reader: Reader, cases: set[int]) -> dict[int, set[str]]:
    """Case → the instances that have judged and the events that have happened in it."""
    found: dict[int, set[str]] = {}
    if cases:
        marks = ", ".join(map(str, sorted(cases)))
        for row in reader.each(_CHALLENGES.format(cases=marks)):
            found.setdefault(row["case_id"], set()).add(row["what"])
    return found


def _window(row: Row, told: set[str], asked: Asked) -> Iterator[Due]:
    for kind, deadline in _open_to(row, told):
        if deadline.state(asked.today) is not DeadlineState.OVER:
            about = ("judgments", row["id"])
            yield of_deadline(kind, deadline, asked, about, row["prisoner_id"], _how_to_tell(kind, row))


def _open_to(row: Row, told: set[str]) -> Iterator[tuple[DueKind, Deadline]]:
    """What can still be done about a judgment, as far as nobody has done it or judged again."""
    notified, abroad = stored_day(row["notified_on"]), bool(row["abroad"])
    first = row["instance"] == Instance.FIRST
    absent = bool(row["in_absentia"]) and first
    if told & LATER or (first and told & {"objection", "objection_in_absentia"}):
        return
    filed = bool(told & FILED)
    if absent and not filed:
        yield DueKind.OBJECTION, deadlines.objection(notified, abroad=abroad)
    reckon = deadlines.cassation if row["grave"] else deadlines.appeal
    if not filed:
        kind = DueKind.CASSATION if row["grave"] else DueKind.APPEAL
        yield kind, reckon(notified, abroad=abroad, in_absentia=absent)
    if notified and row["tazir"] and not row["grave"] and not absent:
        yield DueKind.SURRENDER, deadlines.surrender(notified, abroad=abroad)


def _how_to_tell(kind: DueKind, row: Row) -> str:
    judgment, person = write_reference("judgments", row["id"]), person_of(row["prisoner_id"])
    if row["notified_on"] is None:
        return f"`prisoners judgment amend {judgment} --notified …`"
    event = {
        DueKind.OBJECTION: "objection_in_absentia",
        DueKind.CASSATION: "cassation_filed",
        DueKind.SURRENDER: "surrender_442",
    }.get(kind, "appeal_filed")
    case = write_reference("cases", row["case_id"])
    return f"`prisoners update {person} --kind {event} --case {case} --on …` when it is filed"
