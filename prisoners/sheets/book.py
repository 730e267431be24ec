"""The sheets of a file: what the gate let out, joined; each sheet a table of what its columns say."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, partial
from operator import itemgetter
from typing import Any

from prisoners.privacy.redact import Leaving
from prisoners.sheets import columns
from prisoners.sheets.by_column import Columns, Row, as_it_is, coded, dated, of_each, once
from prisoners.sheets.columns import Column, Sheet, for_audience
from prisoners.sheets.field_names import field_name
from prisoners.sheets.lookup import NOTHING, Lookup, grouped
from prisoners.sheets.speech import Speech
from prisoners.sheets.wording import (
    amount,
    article,
    ends,
    persian_name,
    presumed,
    sentence,
    suspended,
    term,
    yes_or_no,
)
from prisoners.sheets.working import working
from prisoners.store.headlines import in_order
from prisoners.store.references import write_reference
from prisoners.vocabulary import Audience

_NO_LONGER = {"quashed", "commuted", "pardoned"}
_UNPLACED: Row = {"after_id": None, "happened_on": None}
_ALIKE = ("prisoner_id", "source_id", "field", "credibility", "value", "quoted")
"""What a source bears out in one way."""


def sheets_of(leaving: Leaving, audience: Audience, speech: Speech) -> list[Sheet]:
    """All sheets but the first, which speaks about them."""
    left = Lookup(leaving, speech)

    def sheet(name: str, key: str, declared: tuple[Column, ...], told: Columns) -> Sheet:
        shown = for_audience(audience, declared, speech)
        cells = told.cells(column.key for column in shown)
        return Sheet(speech.words(name), key, shown, cells, rightwards=speech.is_persian)

    return [
        sheet("Prisoners", "prisoners", columns.PRISONERS, prisoners(left)),
        sheet("Cases and charges", "cases", columns.CASES, cases(left)),
        sheet("Sentences", "sentences", columns.SENTENCES, sentences(left)),
        sheet("Timeline", "timeline", columns.TIMELINE, timeline(left)),
        sheet("Sources", "sources", columns.SOURCES, sources(left)),
    ]


def prisoners(left: Lookup) -> Columns:
    """One row a person."""
    speech, rows = left.speech, left.tables["prisoners"]
    people = [row["id"] for row in rows]
    now = [left.headlines.get(person, NOTHING) for person in people]
    prison = partial(left.referred, table="prisons", rows=now, field="prison_id")
    words = {
        **left.who(people),
        "other_names": (left.shown[person].others for person in people),
        "status": coded(speech, "custody_status", now, "status"),
        "since": dated(speech, now, "since"),
        "held_since": dated(speech, now, "held_since"),
        "prison": prison(speech.named),
        "prison_persian": prison(persian_name),
        "province": prison(lambda row: speech.province(row.get("province"))),
        "ward": as_it_is(now, "ward"),
        "place": as_it_is(now, "place"),
        "gender": coded(speech, "gender", rows, "gender"),
        "born": dated(speech, rows, "born"),
        "ethnicity": (str(presumed(speech, "ethnicity", row)) for row in rows),
        "religion": (str(presumed(speech, "religion", row)) for row in rows),
        "activities": (str(_activities(left, person)) for person in people),
        "charges": (str(_charges(left, person)) for person in people),
        "standing_sentences": (str(_standing_sentences(left, person)) for person in people),
        "verified_on": dated(speech, rows, "verified_on"),
        "sources": (left.grades(("events", row.get("status_event_id"))) for row in now),
        "foreign_numbers": (_foreign_numbers(left, person) for person in people),
        "basis": coded(speech, "publication_basis", rows, "basis"),
        "naming": coded(speech, "naming_rule", rows, "naming"),
        "priority": coded(speech, "priority", rows, "priority"),
        "order_uncertain": once(partial(_doubt, speech), of_each(now, "order_uncertain")),
    }
    return Columns(rows, words)


def _doubt(speech: Speech, order_uncertain: int | None) -> str:
    return speech.words("the order of events is uncertain") if order_uncertain else ""


def _activities(left: Lookup, person: int) -> str:
    speech = left.speech
    rows = sorted(
        left.of_person["activities"][person], key=lambda row: (row["weight"] != "primary", row["id"])
    )
    return speech.several(
        speech.code("activity", row["activity"]) + (f" ({row['detail']})" if row.get("detail") else "")
        for row in rows
    )


def _charges(left: Lookup, person: int) -> str:
    offences = left.entries["offences"]
    told = (
        left.speech.named(offences.get(row.get("offence_id"), NOTHING)) or row.get("quoted")
        for row in left.of_person["charges"][person]
    )
    return left.speech.several(dict.fromkeys(charge for charge in told if charge))


def _standing_sentences(left: Lookup, person: int) -> str:
    rows = [row for row in left.of_person["sentences"][person] if row["state"] not in _NO_LONGER]
    return left.speech.several(sentence(left.speech, row) for row in rows)


def _foreign_numbers(left: Lookup, person: int) -> str:
    rows = left.of_person["external_ids"][person]
    return "; ".join(f"{row['list_name']}:{row['number']}" for row in rows if "number" in row)


def cases(left: Lookup) -> Columns:
    """One row a charge, or a case without any."""
    speech, laid = left.speech, grouped(left.tables["charges"], itemgetter("case_id"))
    pairs = [(case, charge) for case in left.rows("cases") for charge in laid[case["id"]] or [NOTHING]]
    rows, charges = [case for case, _ in pairs], [charge for _, charge in pairs]
    offence = partial(left.referred, table="offences", rows=charges, field="offence_id")
    words = {
        **left.who([case["prisoner_id"] for case in rows]),
        "case": (left.reference("cases", case) for case in rows),
        "stage": coded(speech, "legal_stage", rows, "stage"),
        "arrested_on": dated(speech, rows, "arrested_on"),
        "arrested_by": coded(speech, "authority", rows, "arrested_by"),
        "warrant_shown": once(partial(yes_or_no, speech), of_each(rows, "warrant_shown")),
        "article": offence(partial(article, speech)),
        "offence": offence(speech.named),
        "offence_persian": offence(persian_name),
        "quoted": as_it_is(charges, "quoted"),
        "state": coded(speech, "charge_state", charges, "state"),
        "laid_on": dated(speech, charges, "laid_on"),
        "act_on": dated(speech, charges, "act_on"),
        "sources": (
            left.grades(("charges", charge.get("id")), ("cases", case["id"])) for case, charge in pairs
        ),
    }
    return Columns(rows, words)


def sentences(left: Lookup) -> Columns:
    """One row a component of a sentence, or a judgment without any; what a case comes to stands in its first."""
    speech, given = left.speech, grouped(left.tables["sentences"], itemgetter("judgment_id"))
    pairs = [(row, part) for row in left.rows("judgments") for part in given[row["id"]] or [NOTHING]]
    rows, parts = [judgment for judgment, _ in pairs], [part for _, part in pairs]
    court = partial(left.referred, table="courts", rows=rows, field="court_id")
    case_of = {case["id"]: left.reference("cases", case) for case in left.tables["cases"]}
    come_to = _come_to(left, rows)
    words = {
        **left.who([judgment["prisoner_id"] for judgment in rows]),
        "case": (case_of[judgment["case_id"]] for judgment in rows),
        "instance": coded(speech, "instance", rows, "instance"),
        "court": court(speech.named),
        "court_persian": court(persian_name),
        "judge": left.referred(speech.named, "officials", rows, "judge_id"),
        "given_on": dated(speech, rows, "given_on"),
        "notified_on": dated(speech, rows, "notified_on"),
        "in_absentia": once(lambda flag: yes_or_no(speech, flag or None), of_each(rows, "in_absentia")),
        "outcome": coded(speech, "outcome", rows, "outcome"),
        "kind": coded(speech, "sentence_kind", parts, "kind"),
        "term": (str(term(speech, part)) for part in parts),
        "lashes": once(lambda number: speech.number(number) if number else "", of_each(parts, "lashes")),
        "fine": (amount(speech, part) for part in parts),
        "place": as_it_is(parts, "place"),
        "suspended": (str(suspended(speech, part)) for part in parts),
        "state": coded(speech, "sentence_state", parts, "state"),
        "official_release": dated(speech, parts, "official_release"),
        **{key: as_it_is(come_to, key) for key in ("announced_sum", "enforceable", "projected", "working")},
        "sources": (
            left.grades(("sentences", part.get("id")), ("judgments", judgment["id"]))
            for judgment, part in pairs
        ),
        "quoted": as_it_is(parts, "quoted"),
        "note": ("; ".join(row["note"] for row in pair if row.get("note")) for pair in pairs),
    }
    return Columns(rows, words)


def _come_to(left: Lookup, judgments: list[Row]) -> list[Row]:
    """What each case comes to in the place of its first row, and nothing in the others."""
    told: dict[int, Row] = {}
    for person in dict.fromkeys(judgment["prisoner_id"] for judgment in judgments):
        hidden = bool(left.shown[person].code)
        told |= working(left.of_person, left.entries["offences"], person, left.speech, hidden=hidden)
    return [told.pop(judgment["case_id"], NOTHING) for judgment in judgments]


def timeline(left: Lookup) -> Columns:
    """One row an event, in the order in which things happened to each person."""
    speech, happened = left.speech, left.of_person["events"]
    rows = [row for person in left.shown for row in in_order(map(_placed, happened[person]))]
    words = {
        **left.who([event["prisoner_id"] for event in rows]),
        "date": dated(speech, rows, "happened_on"),
        "until": dated(speech, rows, "until"),
        "kind": coded(speech, "event_kind", rows, "kind"),
        "status": coded(speech, "custody_status", rows, "status"),
        "prison": left.referred(speech.named, "prisons", rows, "prison_id"),
        "authority": coded(speech, "authority", rows, "authority"),
        "violation": coded(speech, "violation", rows, "violation"),
        "amount": (amount(speech, event) for event in rows),
        "sources": (left.grades(("events", event["id"])) for event in rows),
        "earliest": once(lambda day: ends(day)[0], of_each(rows, "happened_on")),
        "latest": once(lambda day: ends(day)[1], of_each(rows, "happened_on")),
    }
    return Columns(rows, words)


def _placed(event: Row) -> Row:
    """An event that can be put in its order; of somebody under another name neither day nor order leaves."""
    return event if _UNPLACED.keys() <= event.keys() else {**_UNPLACED, **event}


def sources(left: Lookup) -> Columns:
    """One row for everything that a source bears out of a person in the same way."""
    speech = left.speech
    called = cache(partial(field_name, speech))
    records: dict[tuple[Any, ...], list[str]] = defaultdict(list)
    for row in left.rows("citations"):
        about = str(row["about_table"])
        told = {**row, "field": called(about, row.get("field"))}
        records[tuple(map(told.get, _ALIKE))].append(write_reference(about, row["about_row"]))
    alike = [dict(zip(_ALIKE, key, strict=True)) for key in records]
    rows = [left.entries["sources"][row["source_id"]] for row in alike]
    words = {
        **left.who([row["prisoner_id"] for row in alike]),
        "about": ("; ".join(dict.fromkeys(those)) for those in records.values()),
        "field": once(str, of_each(alike, "field")),
        "credibility": coded(speech, "credibility", alike, "credibility"),
        "value": as_it_is(alike, "value"),
        "quoted": as_it_is(alike, "quoted"),
        "source": once(partial(write_reference, "sources"), of_each(alike, "source_id")),
        "kind": coded(speech, "source_kind", rows, "kind"),
        "published_on": dated(speech, rows, "published_on"),
        "language": once(speech.language, of_each(rows, "language")),
    }
    return Columns(rows, words)
