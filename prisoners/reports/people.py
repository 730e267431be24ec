"""The people of a report: what left the gate, joined, and put into the words of a report."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

from prisoners.dates.ages import age_on
from prisoners.dates.partial import PartialDate
from prisoners.law.term_words import write_term
from prisoners.law.terms import Term
from prisoners.privacy.redact import Leaving
from prisoners.queries.sentencing import CaseSentence
from prisoners.queries.working import release
from prisoners.reports.grades import Grades
from prisoners.reports.speech import Lang, Speech
from prisoners.sheets.speech import PARTED
from prisoners.sheets.working import come_to
from prisoners.store.headlines import in_order
from prisoners.store.references import write_reference
from prisoners.vocabulary.words import Language

Row = dict[str, Any]

ENDED = frozenset({"quashed", "commuted", "pardoned"})
"""Sentences in one of these states bind nobody any more."""
OF_A_CASE = ("cases", "charges", "judgments", "sentences", "events")
"""Tables from which it is reckoned what a case comes to."""
_BLANK: Row = dict.fromkeys(("after_id", "happened_on", "status", "prison_id", "ward", "place"))
"""What every event has, known or not: of somebody under another name, places stay inside."""

__all__ = ["ENDED", "People", "Row", "grouped"]


class People:
    """Everybody who may be shown, by number, in the order in which they are shown."""

    def __init__(self, leaving: Leaving, speech: Speech, on: dt.date) -> None:
        self.leaving, self.speech, self.on = leaving, speech, on
        self.grades = Grades(leaving, speech)
        self.tables, self.shown = leaving.tables, leaving.shown
        self.persons: dict[int, Row] = {row["id"]: row for row in self.tables["prisoners"]}
        self.headlines: dict[int, Row] = {row["prisoner_id"]: row for row in self.tables["headlines"]}
        self.prisons: dict[int, Row] = {row["id"]: row for row in self.tables["prisons"]}
        self.offences: dict[int, Row] = {row["id"]: row for row in self.tables["offences"]}

    @cached_property
    def of(self) -> dict[str, dict[int, list[Row]]]:
        """Table → person → rows."""
        return {
            table: grouped(rows, "prisoner_id")
            for table, rows in self.tables.items()
            if rows and "prisoner_id" in rows[0]
        }

    def rows(self, table: str, person: int) -> list[Row]:
        """The rows of one person in a table."""
        return self.of.get(table, {}).get(person, [])

    def events(self, person: int) -> list[Row]:
        """What happened to one person, in order."""
        known = [_BLANK | row for row in self.rows("events", person)]
        return [dict(row) for row in in_order(known)]

    def status(self, person: int) -> str | None:
        """The custody status of one person."""
        return self.headlines.get(person, {}).get("status")

    def reference(self, person: int) -> str:
        """How the person is cited outside: the reference, or the code of somebody under another name."""
        return self.shown[person].code or write_reference("prisoners", person)

    def called(self, person: int) -> str:
        """The person in one cell: reference and name."""
        name = self.shown[person]
        told = (name.persian or name.latin) if self.speech.is_persian else (name.latin or name.persian)
        return told if name.code and name.code in told else f"{self.reference(person)} {told}".strip()

    def has_name(self, person: int) -> bool:
        """Whether a name is on record, whatever of it may be shown."""
        headline = self.headlines.get(person, {})
        return bool(self.shown[person].code or headline.get("name_latin") or headline.get("name_persian"))

    def row(self, person: int) -> Row:
        """One person, by the columns that a report may have."""
        return {**self._identity(person), **self._situation(person), **self._accused(person)}

    def _identity(self, person: int) -> Row:
        row, name, speech = self.persons[person], self.shown[person], self.speech
        return {
            "reference": self.reference(person), "name": name.latin, "name_persian": name.persian,
            "gender": speech.code("gender", row.get("gender")), "born": speech.date(row.get("born")),
            "age": self.age(person), "age_at_arrest": self.youngest(person, self.arrests(person)),
            "ethnicity": speech.code("ethnicity", row.get("ethnicity")),
            "religion": speech.code("religion", row.get("religion")),
            "nationality": row.get("nationality"), "other_nationality": row.get("other_nationality"),
            "occupation": row.get("occupation"), "summary": row.get("summary"),
            "verified_on": speech.date(row.get("verified_on")),
        }  # fmt: skip

    def _situation(self, person: int) -> Row:
        headline, speech = self.headlines.get(person, {}), self.speech
        prison = self.prisons.get(headline.get("prison_id") or 0, {})
        return {
            "status": speech.code("custody_status", headline.get("status")),
            "status_grade": self.grades.of(("events", headline.get("status_event_id"))),
            "since": speech.date(headline.get("since")),
            "held_since": speech.date(headline.get("held_since")),
            "prison": self.prison(headline.get("prison_id")) or headline.get("place"),
            "province": speech.province(prison.get("province")),
            "doubt": speech.said("uncertain") if headline.get("order_uncertain") else "",
        }

    def _accused(self, person: int) -> Row:
        standing = [row for row in self.rows("sentences", person) if row["state"] not in ENDED]
        reported = [self.speech.date(row.get("official_release")) for row in standing]
        return {
            "charges": self.speech.several(
                dict.fromkeys(filter(None, map(self.charge, self.rows("charges", person))))
            ),
            "sentences": self.speech.several(map(self.sentence, standing)),
            "sentence_grade": self.grades.of_sentences(standing),
            "official_release": self.speech.several(dict.fromkeys(filter(None, reported))),
            "activity": self.speech.several(
                self.speech.code("activity", row["activity"])
                for row in sorted(self.rows("activities", person), key=lambda row: row["weight"] != "primary")
            ),
        }

    def prison(self, number: int | None) -> str:
        """What a prison is called; nothing for none."""
        row = self.prisons.get(number or 0)
        return self.speech.either((row["name_en"], row["name_fa"] or row["name_en"])) if row else ""

    def charge(self, row: Row) -> str:
        """A charge in words: the offence, else the wording of the source."""
        offence = self.offences.get(row.get("offence_id") or 0)
        if offence is None:
            return str(row.get("quoted") or "")
        return self.speech.either((offence["name_en"], offence["name_fa"] or offence["name_en"]))

    def sentence(self, row: Row) -> str:
        """One punishment in few words."""
        term = Term(
            row["years"] or 0, row["months"] or 0, row["days"] or 0, half_month=bool(row["half_month"])
        )
        given = any((term.years, term.months, term.days, term.half_month))
        words = write_term(term, "fa" if self.speech.lang is Lang.FA else "en") if given else ""
        lashes = f"({row['lashes']})" if row["lashes"] else ""
        return " ".join(
            part for part in (self.speech.code("sentence_kind", row["kind"]), words, lashes) if part
        )

    def come_to(self, person: int) -> tuple[CaseSentence, ...]:
        """What each case of one person comes to, by what left the gate."""
        of = {table: {person: self.rows(table, person)} for table in OF_A_CASE}
        return come_to(of, self.offences, person, hidden=bool(self.shown[person].code))

    def terms(self, person: int) -> Row:
        """What of each case is to be served, and until when by projection; not of those from which they came free."""
        running, told = [one for one in self.come_to(person) if not one.over], self.speech.told
        return {
            "enforceable": self.speech.several(told(one.enforceable.told) for one in running),
            "projected": self.speech.several(told(_release_of(one)) for one in running),
        }

    def under_death(self, person: int) -> bool:
        """Whether a sentence of death stands."""
        return any(
            row["kind"] == "death" and row["state"] not in ENDED for row in self.rows("sentences", person)
        )

    def ages(self, person: int, on: dt.date | None = None) -> tuple[int, int] | None:
        """The youngest and the oldest the person can be on the day of the report, or on another."""
        born = self.persons[person].get("born")
        return age_on(PartialDate.from_stored(born), on or self.on) if born else None

    def age(self, person: int) -> str:
        """The age in words: 41, 41–42, or nothing."""
        return self._written(self.ages(person))

    def youngest(self, person: int, days: Iterable[str]) -> str:
        """The age on the first of these days, in words; nothing where it cannot be told."""
        born = self.persons[person].get("born")
        found = [age_on(PartialDate.from_stored(born), PartialDate.from_stored(day)) for day in days if born]
        return next((self._written(ages) for ages in found if ages), "")

    def acts(self, person: int) -> list[str]:
        """The days of the acts that somebody is charged with, as far as they are on record, the first one first."""
        return sorted({row["act_on"] for row in self.rows("charges", person) if row.get("act_on")})

    def _written(self, ages: tuple[int, int] | None) -> str:
        if ages is None:
            return ""
        return "–".join(dict.fromkeys(self.speech.number(age) for age in ages))

    def arrests(self, person: int, case: int | None = None) -> list[str]:
        """The days of all arrests, or of those of one case, as stored, the first one first."""
        days = [
            row.get("arrested_on") for row in self.rows("cases", person) if case is None or row["id"] == case
        ]
        days += [
            row.get("happened_on")
            for row in self._arrest_events(person)
            if case is None or row.get("case_id") == case
        ]
        return sorted(dict.fromkeys(day for day in days if day))

    def arrested(self, person: int) -> list[Row]:
        """Every arrest, with its case where that is known.

        It is an event; the day of arrest of a case is an arrest of its own only where no such event can be it.
        """
        events = self._arrest_events(person)
        cases = [row for row in self.rows("cases", person) if row.get("arrested_on")]
        told = [
            _arrest(
                event["id"], person, event.get("case_id") or _case_of(event, cases), event.get("happened_on")
            )
            for event in events
        ]
        untold = [case for case in cases if not any(_can_be(event, case) for event in events)]
        return told + [_arrest(-case["id"], person, case["id"], case["arrested_on"]) for case in untold]

    def _arrest_events(self, person: int) -> list[Row]:
        return [row for row in self.rows("events", person) if row["kind"] in ("arrest", "re_arrest")]


def _can_be(event: Row, case: Row) -> bool:
    """Whether an event can be the arrest of a case: it is said to be, or their days overlap."""
    if event.get("case_id") == case["id"]:
        return True
    one, other = event.get("happened_on"), case["arrested_on"]
    return not one or bool(one[:10] <= other[11:21] and other[:10] <= one[11:21])


def _case_of(event: Row, cases: list[Row]) -> int:
    """The first case whose arrest an event can be; 0 for none."""
    return next((int(case["id"]) for case in cases if _can_be(event, case)), 0)


def _arrest(number: int, person: int, case: int, day: str | None) -> Row:
    """An arrest that is counted: the number of its event, or that of its case below zero."""
    return {"id": number, "prisoner_id": person, "case_id": case, "arrested": day}


def _release_of(one: CaseSentence) -> Callable[[Language], str]:
    """The end of a case, reported and projected, in a language."""
    return lambda language: PARTED[language].join(release(one, language))


def grouped(rows: Iterable[Row], key: str) -> dict[Any, list[Row]]:
    """The rows by one of their cells."""
    found: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.get(key)].append(row)
    return dict(found)
