"""Who chaired which branch of a court from when to when; from that it is inferred, never stored, who did on a day."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from prisoners.dates.partial import PartialDate
from prisoners.law.reckoning import Answer, lasted
from prisoners.store.reader import Reader
from prisoners.vocabulary.reading import folded

Bench = tuple[int, str]
"""A court and the number of one of its branches, "" where it has none."""

_COURTS = "SELECT id, name_en, branch FROM courts WHERE withdrawn = 0 ORDER BY id"
_POSTINGS = """
SELECT postings.id, postings.official_id, postings.court_id, postings.branch, postings.since, postings.until,
  officials.name_en, officials.name_fa
FROM postings JOIN officials ON officials.id = postings.official_id AND officials.withdrawn = 0
WHERE postings.withdrawn = 0 AND postings.court_id IS NOT NULL AND postings.role = 'judge'
ORDER BY postings.since, postings.id"""


class Chair(NamedTuple):
    """A judge in the chair of one branch for a time."""

    posting: int
    official: int
    name_en: str
    name_fa: str | None
    since: PartialDate | None
    until: PartialDate | None

    def on(self, day: PartialDate) -> Answer:
        """Whether the judge sat there on a day that may be partial."""
        return lasted(self.since, self.until, day)


class Benches:
    """The chairs of all branches, read once; a branch with an entry of its own is a branch of its court."""

    def __init__(self, reader: Reader) -> None:
        postings = reader.rows(_POSTINGS)
        self._courts = courts_of(reader) if postings else {}
        self._chairs: dict[Bench, list[Chair]] = defaultdict(list)
        for row in postings:
            bench = self._bench(row["court_id"], row["branch"])
            self._chairs[bench].append(
                Chair(
                    row["id"],
                    row["official_id"],
                    row["name_en"],
                    row["name_fa"],
                    _day(row["since"]),
                    _day(row["until"]),
                )
            )

    @property
    def known(self) -> bool:
        """Whether anybody is known to have chaired anything."""
        return bool(self._chairs)

    def chairs(self, court: int, branch: str | None) -> list[Chair]:
        """Every judge who is known to have chaired a branch, the earliest first."""
        return self._chairs.get(self._bench(court, branch), [])

    def chaired(self, court: int, branch: str | None, on: PartialDate) -> list[tuple[Chair, Answer]]:
        """Who chaired a branch on a day, certainly or perhaps."""
        found = [(chair, chair.on(on)) for chair in self.chairs(court, branch)]
        return [(chair, answer) for chair, answer in found if answer is not Answer.NO]

    def _bench(self, court: int, branch: str | None) -> Bench:
        whole, own = self._courts.get(court, (court, ""))
        return (whole, number_of_branch(branch) if branch else own)


def number_of_branch(written: str) -> str:
    """The number of a branch however it is written: `15`, `۱۵`, `Branch 15`, `شعبهٔ ۱۵`; its words where it has none."""
    spelled = folded(written)
    return "".join(letter for letter in spelled if letter.isdecimal()).lstrip("0") or spelled


def courts_of(reader: Reader) -> dict[int, Bench]:
    """Court → the court it is a branch of (itself for a whole court) and the number of its branch.

    `Branch 15 of the Revolutionary Court of Tehran` is a branch of the court whose name it ends with.
    """
    rows = reader.rows(_COURTS)
    whole = [(folded(row["name_en"]), row["id"]) for row in rows if not row["branch"]]
    found: dict[int, Bench] = {}
    for row in rows:
        name, branch = folded(row["name_en"]), row["branch"]
        of = (
            next((number for court, number in whole if name.endswith(court)), row["id"])
            if branch
            else row["id"]
        )
        found[row["id"]] = (of, number_of_branch(branch) if branch else "")
    return found


def _day(stored: str | None) -> PartialDate | None:
    return PartialDate.from_stored(stored) if stored else None
