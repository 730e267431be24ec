"""What the invented people share: researchers, judges and where they sat, courts the researchers added, and sources."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random
from typing import Any

from data.example.make.book import Act, Book, Row
from data.example.make.days import Day
from data.example.make.names import Namer
from data.example.make.places import APPEALS, Province, provinces

BEGUN = dt.date(2019, 1, 14)
"""The day on which the researchers of the example began their registry."""
END = dt.date(2026, 11, 18)
"""The last day of which they heard."""

RESEARCHERS = (
    ("Behrang Kuhsaran", dt.date(2019, 1, 1), dt.date(2027, 1, 1)),
    ("Taraneh Baransar", dt.date(2019, 1, 1), dt.date(2023, 6, 1)),
    ("Soran Kabudchin", dt.date(2020, 9, 1), dt.date(2027, 1, 1)),
    ("Mahvash Nilgozar", dt.date(2022, 9, 20), dt.date(2027, 1, 1)),
    ("Younes Sarvtab", dt.date(2024, 2, 1), dt.date(2027, 1, 1)),
)
OUTLETS = (
    ("Cheragh News", "cheragh-news.example", "independent_media", "fa", "B", ""),
    ("Baran Human Rights Report", "baran-reports.example", "hr_org_report", "fa", "A", ""),
    ("Sarv Watch", "sarvwatch.example", "hr_org_report", "en", "B", ""),
    ("Deng Kurdistan Report", "deng-report.example", "hr_org_report", "ku", "B", "kurdish"),
    ("Kariz Baluch Report", "kariz-report.example", "hr_org_report", "fa", "C", "baluch"),
    ("Panjereh Daily", "panjereh.example", "independent_media", "fa", "B", ""),
    ("Radio Derakht", "radioderakht.example", "independent_media", "fa", "C", ""),
    ("Dadgostar Agency", "dadgostar-agency.example", "state_media", "fa", "C", ""),
    ("Khabar-e Rasmi", "khabar-e-rasmi.example", "state_media", "fa", "C", ""),
    ("channel Seda-ye Zendan", "seda.example", "social_media_account", "fa", "C", ""),
)
"""Invented papers: host, kind, language, reliability, and the people about whom alone they write."""
PEOPLE_SAY = (
    ("court_document", "copy of the judgment", "A", "internal"),
    ("lawyer", "the lawyer of the case", "B", "internal"),
    ("family", "a relative, by telephone", "B", "sealed"),
    ("prisoner_statement", "letter from the ward", "B", "advocates"),
    ("fellow_prisoner", "somebody released from the same ward", "C", "sealed"),
    ("eyewitness", "a neighbour who saw the arrest", "C", "sealed"),
    ("leaked_document", "list of the ward, leaked", "C", "internal"),
    ("un_document", "opinion of a working group", "A", "public"),
    ("researcher_inference", "comparison of two reports", "C", "internal"),
)
REASONS = (
    "the family confirmed it",
    "read in two reports of the same day",
    "told by the lawyer",
    "yearly review of open cases",
    "comparison with the list of the ward",
    "a colleague noticed it while preparing a letter",
)


@dataclass
class Judge:
    """One invented judge where he sits for a time."""

    row: Row
    court: str
    since: dt.date
    until: dt.date


class World:
    """Everything that is not one person's."""

    def __init__(self, random: Random, book: Book, namer: Namer) -> None:
        self.random, self.book, self.namer = random, book, namer
        self.courts: dict[str, str | Row] = {}
        self.judges: list[Judge] = []
        self._sources: list[tuple[Row, dt.datetime]] = []
        self._reports = 0
        self._found_courts()
        self._seat_judges()

    def researcher(self, at: dt.datetime) -> str:
        """Somebody who was on the team that day."""
        return self.random.choice([name for name, since, until in RESEARCHERS if since <= at.date() < until])

    def moment(self, day: dt.date) -> dt.datetime:
        """A minute of a working day."""
        minutes = self.random.randrange(5 * 60, 19 * 60)
        return dt.datetime.combine(day, dt.time(), dt.UTC) + dt.timedelta(
            minutes=minutes, seconds=self.random.randrange(60)
        )

    def revolutionary_court(self, province: Province) -> str:
        """The code of the revolutionary court before which a case of this province comes."""
        return self.random.choice(province.courts) if province.has_own_branch else f"rev_{province.code}"

    def appeal_court(self, province: Province) -> str:
        """The code of the court of appeal for this province."""
        return self.random.choice(APPEALS.get(province.code, (f"app_{province.code}",)))

    def judge(self, court: str, on: dt.date) -> Row | None:
        """Who sat there that day; sometimes nobody knows."""
        found = [
            judge.row for judge in self.judges if judge.court == court and judge.since <= on < judge.until
        ]
        return found[0] if found and self.random.random() < 0.85 else None  # noqa: PLR2004

    def report(
        self, act: Act, day: dt.date, about: str, *, people: str = "", repeats: Row | None = None
    ) -> Row:
        """A published report of that day, entered in this act."""
        outlets = [outlet for outlet in OUTLETS if outlet[-1] in {"", people}]
        outlet, host, kind, language, reliability, _ = self.random.choice(outlets)
        if self.random.randrange(60) == 0:
            reliability = "D"
        self._reports += 1
        published = max(day, act.at.date())
        address = f"https://{host}/{published.year}/{published.month:02}/{self._reports:05}"
        return act.add(
            "sources",
            kind=kind,
            outlet=outlet,
            title=about,
            url=address,
            archived_url=f"https://archive.example/{self._reports:05}" if self._reports % 4 == 0 else None,
            published_on=published.isoformat(),
            accessed_on=act.at.date().isoformat(),
            language=language,
            reliability=reliability,
            derived_from=repeats,
        )

    def told(self, act: Act) -> Row:
        """A source that was not published: a document, a relative, somebody from the ward."""
        kind, author, reliability, level = self.random.choice(PEOPLE_SAY)
        seen = act.at.date().isoformat()
        facts: dict[str, Any] = {
            "kind": kind,
            "author": author,
            "accessed_on": seen,
            "confidentiality": level,
        }
        return act.add("sources", **facts, reliability=reliability)

    def _found_courts(self) -> None:
        """The courts which the reference list does not have, entered in the first weeks."""
        for province in provinces():
            for code in (*province.courts, *APPEALS.get(province.code, ())):
                if "_" in code:
                    self.courts[code] = code
            act = self.book.open(self.moment(BEGUN + dt.timedelta(days=self.random.randrange(1, 20))), "", "")
            act.by, act.because = self.researcher(act.at), "court named in a judgment"
            if not province.has_own_branch:
                self.courts[f"rev_{province.code}"] = _branch(act, province)
            if province.code not in APPEALS:
                self.courts[f"app_{province.code}"] = _appeals(act, province)

    def _seat_judges(self) -> None:
        """Who sat where from when to when; a branch sees several judges in these years."""
        supreme = [f"supreme {branch}" for branch in (9, 39)]
        self.courts |= dict.fromkeys(supreme, "supreme")
        for court in [*self.courts]:
            since = dt.date(2009, 1, 1)
            while since < END:
                years = self.random.randrange(8, 17)
                until = min(
                    since + dt.timedelta(days=365 * years + self.random.randrange(300)), dt.date(2027, 1, 1)
                )
                self._seat(court, since, until)
                since = until

    def _seat(self, court: str, since: dt.date, until: dt.date) -> None:
        day = max(since, BEGUN + dt.timedelta(days=self.random.randrange(21, 60)))
        act = self.book.open(self.moment(day), "", "names on the judgments of this year")
        act.by = self.researcher(act.at)
        official = self._official(act)
        self.judges.append(Judge(official, court, since, until))
        place, number = (
            self.courts[court],
            court.rsplit(" ", maxsplit=1)[-1] if court.startswith("supreme ") else None,
        )
        facts: dict[str, Any] = {
            "official_id": official,
            "court_id": place,
            "branch": number,
            "role": "judge",
        }
        told = Day(since, f"{since.year}" if self.random.random() < 0.5 else since.isoformat())  # noqa: PLR2004
        left = until if until <= day else None
        posting = act.add("postings", **facts, since=told, until=left.isoformat() if left else None)
        if day < until < END:
            seen = self.moment(until + dt.timedelta(days=20))
            later = self.book.open(seen, "", "a new name on the judgments", "amendment")
            later.by = self.researcher(later.at)
            later.amend(posting, until=until.isoformat())

    def _official(self, act: Act) -> Row:
        """An invented judge: sometimes only the family name is known, sometimes he is known under another."""
        named = self.namer.new("persian", "male", plain=True)
        alias = self.namer.new("persian", "male", plain=True) if self.random.random() < 0.15 else None  # noqa: PLR2004
        known = self.random.random() < 0.7  # noqa: PLR2004 -- that his first name is known
        return act.add(
            "officials",
            name_en=named.latin if known else named.family,
            name_fa=named.persian if known else named.family_fa,
            aliases_en=f"{alias.family};{named.other_latin}" if alias else None,
            aliases_fa=alias.family_fa if alias else None,
            role="judge",
        )


def _branch(act: Act, province: Province) -> Row:
    number = province.courts[0]
    return act.add(
        "courts",
        kind="revolutionary",
        name_en=f"Branch {number} of the Revolutionary Court of {province.city}",
        name_fa=f"شعبهٔ {number} دادگاه انقلاب {province.city_fa}",
        city=province.city,
        province=province.code,
        branch=number,
        source="judgments seen",
    )


def _appeals(act: Act, province: Province) -> Row:
    return act.add(
        "courts",
        kind="appeal",
        name_en=f"Court of Appeal of {province.city}",
        name_fa=f"دادگاه تجدیدنظر {province.city_fa}",
        city=province.city,
        province=province.code,
        source="judgments seen",
    )
