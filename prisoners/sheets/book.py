"""The sheets of a file: what the gate let out, joined and put into words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from prisoners.dates.write import write_ends
from prisoners.privacy.redact import Leaving
from prisoners.sheets import columns
from prisoners.sheets.columns import Column, Sheet, for_audience
from prisoners.sheets.field_names import field_name
from prisoners.sheets.speech import Speech
from prisoners.sheets.wording import (
    amount,
    article,
    presumed,
    punishment,
    read_stored,
    sentence,
    yes_or_no,
)
from prisoners.sheets.working import working
from prisoners.store.headlines import in_order
from prisoners.store.references import write_reference
from prisoners.vocabulary import Audience

Row = dict[str, Any]

_NO_LONGER = {"quashed", "commuted", "pardoned"}


def sheets_of(leaving: Leaving, audience: Audience, speech: Speech) -> list[Sheet]:
    """All sheets but the first, which speaks about them."""
    book = Book(leaving, speech)
    return [
        _sheet("Prisoners", "prisoners", audience, columns.PRISONERS, book.prisoners(), speech),
        _sheet("Cases and charges", "cases", audience, columns.CASES, book.cases(), speech),
        _sheet("Sentences", "sentences", audience, columns.SENTENCES, book.sentences(), speech),
        _sheet("Timeline", "timeline", audience, columns.TIMELINE, book.timeline(), speech),
        _sheet("Sources", "sources", audience, columns.SOURCES, book.sources(), speech),
    ]


def _sheet(
    name: str, key: str, audience: Audience, declared: tuple[Column, ...], rows: Iterable[Row], speech: Speech
) -> Sheet:
    shown = for_audience(audience, declared, speech)
    cells = [tuple(str(row.get(column.key) or "") for column in shown) for row in rows]
    return Sheet(speech.words(name), key, shown, cells, rightwards=speech.is_persian)


class Book:
    """What left the gate, ready to be looked up and put into words."""

    def __init__(self, leaving: Leaving, speech: Speech) -> None:
        self.tables, self.shown, self.speech = leaving.tables, leaving.shown, speech
        self.prison_names = {row["id"]: row for row in self.tables["prisons"]}
        self.courts = {row["id"]: row for row in self.tables["courts"]}
        self.officials = {row["id"]: row for row in self.tables["officials"]}
        self.offences = {row["id"]: row for row in self.tables["offences"]}
        self.headlines = {row["prisoner_id"]: row for row in self.tables["headlines"]}
        self.of_person = {table: _grouped(self.tables[table], "prisoner_id") for table in self.tables}
        self.cited = _grouped(self.tables["citations"], "about_row")
        self.sources_by_number = {row["id"]: row for row in self.tables["sources"]}

    def who(self, person: int) -> Row:
        """How a person stands at the beginning of a row."""
        name = self.shown[person]
        reference = name.code or write_reference("prisoners", person)
        return {"reference": reference, "name": name.latin, "name_persian": name.persian}

    def reference(self, table: str, row: Row) -> str:
        """The reference of a row; none for somebody under another name, who could be found by it."""
        return "" if self.shown[row["prisoner_id"]].code else write_reference(table, row["id"])

    def prisoners(self) -> Iterator[Row]:
        """One row a person."""
        speech = self.speech
        for row in self.tables["prisoners"]:
            person = row["id"]
            headline = self.headlines.get(person, {})
            prison = self.prison_names.get(headline.get("prison_id"), {})
            yield {
                **row,
                **self.who(person),
                "other_names": self.shown[person].others,
                "status": speech.code("custody_status", headline.get("status")),
                "since": speech.date(headline.get("since")),
                "held_since": speech.date(headline.get("held_since")),
                "prison": speech.named(prison),
                "prison_persian": prison.get("name_fa"),
                "province": speech.province(prison.get("province")),
                "ward": headline.get("ward"),
                "place": headline.get("place"),
                "gender": speech.code("gender", row.get("gender")),
                "born": speech.date(row.get("born")),
                "verified_on": speech.date(row.get("verified_on")),
                "sources": self._grades(("events", headline.get("status_event_id"))),
                "ethnicity": presumed(speech, "ethnicity", row),
                "religion": presumed(speech, "religion", row),
                "activities": self._activities(person),
                "charges": self._charges(person),
                "standing_sentences": self._standing_sentences(person),
                "foreign_numbers": self._foreign_numbers(person),
                "basis": speech.code("publication_basis", row.get("basis")),
                "naming": speech.code("naming_rule", row.get("naming")),
                "priority": speech.code("priority", row.get("priority")),
                "order_uncertain": speech.words("the order of events is uncertain")
                if headline.get("order_uncertain")
                else "",
            }

    def _activities(self, person: int) -> str:
        speech = self.speech
        rows = sorted(
            self.of_person["activities"][person], key=lambda row: (row["weight"] != "primary", row["id"])
        )
        return speech.several(
            speech.code("activity", row["activity"]) + (f" ({row['detail']})" if row.get("detail") else "")
            for row in rows
        )

    def _charges(self, person: int) -> str:
        told = (
            self.speech.named(self._offence(row)) or row.get("quoted")
            for row in self.of_person["charges"][person]
        )
        return self.speech.several(dict.fromkeys(charge for charge in told if charge))

    def _standing_sentences(self, person: int) -> str:
        rows = [row for row in self.of_person["sentences"][person] if row["state"] not in _NO_LONGER]
        return self.speech.several(sentence(self.speech, row) for row in rows)

    def _foreign_numbers(self, person: int) -> str:
        rows = self.of_person["external_ids"][person]
        return "; ".join(f"{row['list_name']}:{row['number']}" for row in rows if "number" in row)

    def _offence(self, charge: Row) -> Row:
        return self.offences.get(charge.get("offence_id"), {})

    def cases(self) -> Iterator[Row]:
        """One row a charge, or a case without any."""
        charges = _grouped(self.tables["charges"], "case_id")
        for person in self.shown:
            for case in self.of_person["cases"][person]:
                for charge in charges[case["id"]] or [{}]:
                    told = {"sources": self._grades(("charges", charge.get("id")), ("cases", case["id"]))}
                    yield self._case(case) | self._charge(charge) | told

    def _case(self, case: Row) -> Row:
        speech = self.speech
        return {
            **case,
            **self.who(case["prisoner_id"]),
            "case": self.reference("cases", case),
            "stage": speech.code("legal_stage", case["stage"]),
            "arrested_on": speech.date(case.get("arrested_on")),
            "arrested_by": speech.code("authority", case.get("arrested_by")),
            "warrant_shown": yes_or_no(speech, case.get("warrant_shown")),
        }

    def _charge(self, charge: Row) -> Row:
        speech = self.speech
        offence = self._offence(charge)
        return {
            "article": article(speech, offence),
            "offence": speech.named(offence),
            "offence_persian": offence.get("name_fa"),
            "quoted": charge.get("quoted"),
            "state": speech.code("charge_state", charge.get("state")),
            "laid_on": speech.date(charge.get("laid_on")),
            "act_on": speech.date(charge.get("act_on")),
        }

    def sentences(self) -> Iterator[Row]:
        """One row a component of a sentence, or a judgment without any; what a case comes to stands in its first."""
        components = _grouped(self.tables["sentences"], "judgment_id")
        cases = {row["id"]: row for row in self.tables["cases"]}
        for person in self.shown:
            hidden = bool(self.shown[person].code)
            come_to = working(self.of_person, self.offences, person, self.speech, hidden=hidden)
            for judgment in self.of_person["judgments"][person]:
                case = self.reference("cases", cases[judgment["case_id"]])
                for component in components[judgment["id"]] or [{}]:
                    notes = "; ".join(note for note in (judgment.get("note"), component.get("note")) if note)
                    graded = self._grades(("sentences", component.get("id")), ("judgments", judgment["id"]))
                    told = {"case": case, "note": notes, "sources": graded}
                    told |= come_to.pop(judgment["case_id"], {})
                    yield self._judgment(judgment) | punishment(self.speech, component) | told

    def _judgment(self, judgment: Row) -> Row:
        speech = self.speech
        court, judge = (
            self.courts.get(judgment.get("court_id"), {}),
            self.officials.get(judgment.get("judge_id"), {}),
        )
        return {
            **judgment,
            **self.who(judgment["prisoner_id"]),
            "instance": speech.code("instance", judgment["instance"]),
            "court": speech.named(court),
            "court_persian": court.get("name_fa"),
            "judge": speech.named(judge),
            "given_on": speech.date(judgment.get("given_on")),
            "notified_on": speech.date(judgment.get("notified_on")),
            "in_absentia": yes_or_no(speech, judgment.get("in_absentia") or None),
            "outcome": speech.code("outcome", judgment["outcome"]),
        }

    def timeline(self) -> Iterator[Row]:
        """One row an event, in the order in which things happened to each person."""
        for person in self.shown:
            events = [
                {"after_id": None, "happened_on": None} | row for row in self.of_person["events"][person]
            ]
            for event in in_order(events):
                yield self._event(dict(event)) | {"sources": self._grades(("events", event["id"]))}

    def _event(self, event: Row) -> Row:
        speech = self.speech
        date = read_stored(event.get("happened_on"))
        earliest, latest = write_ends(date) if date else ("", "")
        return {
            **event,
            **self.who(event["prisoner_id"]),
            "date": speech.date(event.get("happened_on")),
            "earliest": earliest,
            "latest": latest,
            "until": speech.date(event.get("until")),
            "kind": speech.code("event_kind", event["kind"]),
            "status": speech.code("custody_status", event.get("status")),
            "prison": speech.named(self.prison_names.get(event.get("prison_id"), {})),
            "authority": speech.code("authority", event.get("authority")),
            "violation": speech.code("violation", event.get("violation")),
            "amount": amount(speech, event),
        }

    def _grades(self, *records: tuple[str, int | None]) -> str:
        """The sources of some records with both their grades, as `S-0012 (B, likely)`."""
        told = (
            f"{write_reference('sources', row['source_id'])} "
            f"({self.sources_by_number[row['source_id']]['reliability']}, "
            f"{self.speech.code('credibility', row['credibility'])})"
            for table, number in records
            for row in self.cited.get(number, ())
            if row["about_table"] == table
        )
        return "; ".join(dict.fromkeys(told))

    def sources(self) -> Iterator[Row]:
        """One row for everything that a source bears out of a person in the same way."""
        speech = self.speech
        for person in self.shown:
            alike: dict[tuple[Any, ...], list[str]] = defaultdict(list)
            for row in self.of_person["citations"][person]:
                about = str(row["about_table"])
                said = field_name(speech, about, row.get("field"))
                key = (row["source_id"], said, row["credibility"], row.get("value"), row.get("quoted"))
                alike[key].append(write_reference(about, row["about_row"]))
            for (number, field, credibility, value, quoted), records in alike.items():
                source = self.sources_by_number[number]
                yield {
                    **source,
                    **self.who(person),
                    "about": "; ".join(dict.fromkeys(records)),
                    "field": field,
                    "language": speech.language(source.get("language")),
                    "value": value,
                    "quoted": quoted,
                    "credibility": speech.code("credibility", credibility),
                    "source": write_reference("sources", source["id"]),
                    "kind": speech.code("source_kind", source["kind"]),
                    "published_on": speech.date(source.get("published_on")),
                }


def _grouped(rows: Iterable[Row], key: str) -> dict[Any, list[Row]]:
    grouped: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row.get(key)].append(row)
    return grouped
