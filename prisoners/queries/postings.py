"""Who sat in which branch or prison, from when to when: by court, by official, by prison, or on one day."""

from __future__ import annotations

from typing import Any

from prisoners.dates.partial import PartialDate
from prisoners.law.reckoning import Answer, lasted
from prisoners.store.benches import Bench, Benches, Chair, courts_of, number_of_branch
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference

Row = dict[str, Any]

NO_COURT = 1 << 62
"""After every number of a court: postings in prisons come last."""

_POSTINGS = """
SELECT postings.id, postings.official_id, officials.name_en AS official, officials.name_fa AS official_fa,
  postings.role, postings.court_id, courts.name_en AS court, courts.name_fa AS court_fa, postings.branch,
  postings.prison_id, prisons.name_en AS prison, prisons.name_fa AS prison_fa, postings.since, postings.until
FROM postings JOIN officials ON officials.id = postings.official_id
LEFT JOIN courts ON courts.id = postings.court_id LEFT JOIN prisons ON prisons.id = postings.prison_id
WHERE postings.withdrawn = 0 AND (:official IS NULL OR postings.official_id = :official)
  AND (:prison IS NULL OR postings.prison_id = :prison)"""


def postings(
    reader: Reader,
    *,
    official: int | None = None,
    court: int | None = None,
    prison: int | None = None,
    branch: str = "",
    on: PartialDate | None = None,
) -> list[Row]:
    """The postings that stand, branch by branch and in order of time; a court means all its branches.

    On a day: those that certainly or perhaps lasted then, which `certainly` tells apart.
    """
    courts = courts_of(reader)
    found = []
    for row in map(dict, reader.each(_POSTINGS, official=official, prison=prison)):
        whole, own = courts.get(row["court_id"], (NO_COURT, ""))
        row["branch"] = row["branch"] or own or None
        seat = (whole, number_of_branch(row["branch"] or ""))
        answer = _lasted(row, on)
        if answer is not Answer.NO and _meant(court, branch, seat, courts):
            row["certainly"] = answer is Answer.YES
            found.append((_place(row, seat), row))
    return [row for _, row in sorted(found, key=lambda one: one[0])]


def _place(row: Row, seat: Bench) -> tuple[object, ...]:
    """Where a posting stands in the list: court by court and branch by branch, then the prisons, each in time."""
    court, branch = seat
    number = int(branch) if branch.isdecimal() else 0
    return (court, row["prison"] or "", number, branch, row["since"] or "", row["id"])


def _meant(court: int | None, branch: str, seat: Bench, courts: dict[int, Bench]) -> bool:
    """Whether a seat is in the court that is asked about, and in the branch."""
    whole, own = courts.get(court or 0, (court or 0, ""))
    asked = number_of_branch(branch) if branch else own
    return (court is None or seat[0] == whole) and (not asked or seat[1] == asked)


def _lasted(row: Row, on: PartialDate | None) -> Answer:
    if on is None:
        return Answer.YES
    since, until = (PartialDate.from_stored(row[end]) if row[end] else None for end in ("since", "until"))
    return lasted(since, until, on)


def chairs_of(reader: Reader, judgments: list[Row]) -> dict[int, list[Row]]:
    """Judgment → who chaired the branch that gave it, of judgments that name a court and a day.

    An inference from the postings; it is shown with them and never stored.
    """
    benches = Benches(reader)
    found = {}
    for row in judgments:
        chaired = benches.chaired(row["court_id"], row["branch"], PartialDate.from_stored(row["given_on"]))
        if chaired:
            found[row["id"]] = [_chair(*one) for one in _once_each(chaired)]
    return found


def _once_each(chaired: list[tuple[Chair, Answer]]) -> list[tuple[Chair, Answer]]:
    """Every judge once, by the posting that is certain where one is."""
    sure = {chair.official for chair, answer in chaired if answer is Answer.YES}
    by_judge = {
        chair.official: (chair, answer)
        for chair, answer in chaired
        if answer is Answer.YES or chair.official not in sure
    }
    return list(by_judge.values())


def _chair(chair: Chair, answer: Answer) -> Row:
    return {
        "official": write_reference("officials", chair.official),
        "name_en": chair.name_en,
        "name_fa": chair.name_fa,
        "posting": write_reference("postings", chair.posting),
        "certainly": answer is Answer.YES,
    }
