"""The fields of the list language: what each one is, where it stands, and what it takes."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import NamedTuple


class Kind(StrEnum):
    """How the values of a field are read, compared and shown."""

    TEXT = "words"
    NAME = "a name"
    CODE = "a word of a list"
    FLAG = "yes or no"
    DAY = "a date"
    MOMENT = "a day on which something was done to the registry"
    NUMBER = "a number"
    AGE = "an age in years"
    TERM = "a length in years"
    CATALOGUE = "a name of the reference list"
    PROVINCE = "a province"
    CHARGE = "an article or the wording"
    SOURCE = "a source: its reference, or words of its outlet, title, author or address"
    REFERENCE = "a reference"
    DUE = "a kind of `prisoners due`"


class Field(NamedTuple):
    """One thing that is known of a person, once or many times."""

    name: str
    kind: Kind
    says: str
    value: str
    """SQL of the value that is compared."""
    rows: str = ""
    """SQL of what holds it, with a prisoner_id; empty where it stands in the view `people`."""
    where: str = ""
    """Which of those rows count."""
    codes: str = ""
    """The closed list (CODE) or the table of the reference list (CATALOGUE)."""
    shown: str = ""
    """SQL of the value that is shown, where it is another one."""
    also: tuple[str, ...] = ()
    """Other names of the field."""

    @property
    def many(self) -> bool:
        """Whether a person can have several."""
        return bool(self.rows)


_ARRESTS = (
    "(SELECT prisoner_id, arrested_on AS day, arrested_by AS hand FROM cases WHERE withdrawn = 0 UNION ALL"
    " SELECT prisoner_id, happened_on, authority FROM events WHERE withdrawn = 0 AND kind IN ('arrest', 're_arrest'))"
)
_TERM_LENGTH = (
    "(coalesce(years, 0) * 12 + coalesce(months, 0)) * 1000000"
    " + (coalesce(days, 0) + half_month * 15) * 10 + half_month"
)
_TERM_GIVEN = "coalesce(years, months, days) IS NOT NULL OR half_month = 1"
_CONSENT_HOLDS = "withdrawn = 0 AND refused = 0 AND withdrawn_on IS NULL"
_ACTS = (
    "(SELECT DISTINCT changes.prisoner_id, changes.update_id, updates.by_whom FROM changes"
    " JOIN updates ON updates.id = changes.update_id WHERE changes.prisoner_id IS NOT NULL)"
)
_DUES = "(SELECT json_extract(value, '$[0]') AS prisoner_id, json_extract(value, '$[1]') AS word FROM json_each(:dues))"
"""What is due is reckoned before the question is asked; the question holds it as the parameter `dues`."""
_FIRST_ACT = (
    "(SELECT prisoner_id, min(updates.at) AS at FROM changes JOIN updates ON updates.id = changes.update_id"
    " WHERE changes.table_name = 'prisoners' GROUP BY prisoner_id)"
)
_EFFORTS = (
    "(SELECT beneficiaries.prisoner_id, interventions.kind FROM beneficiaries"
    " JOIN interventions ON interventions.id = beneficiaries.intervention_id AND interventions.withdrawn = 0"
    " WHERE beneficiaries.withdrawn = 0)"
)
_SOURCE_WORDS = " || ' ' || ".join(f"coalesce({word}, '')" for word in ("outlet", "title", "author", "url"))

PERSON = (
    Field("ref", Kind.REFERENCE, "the reference, such as P-0042", "people.id", codes="prisoners"),
    Field("name", Kind.NAME, "any name of the person, in any spelling", "text", "names", "withdrawn = 0"),
    Field("latin", Kind.TEXT, "the name shown in Latin script", "people.name_latin", also=("name_latin",)),
    Field(
        "persian",
        Kind.TEXT,
        "the name shown in Persian script",
        "people.name_persian",
        also=("name_persian",),
    ),
    Field("father", Kind.TEXT, "father's name", "people.father"),
    Field("gender", Kind.CODE, "gender", "people.gender", codes="gender"),
    Field("born", Kind.DAY, "date of birth", "people.born"),
    Field("age", Kind.AGE, "age today, from the date of birth", "people.born"),
    Field("birthplace", Kind.TEXT, "place of birth", "people.birthplace"),
    Field("residence", Kind.TEXT, "where the person lived before the arrest", "people.residence"),
    Field("nationality", Kind.TEXT, "nationality, if not only Iranian", "people.nationality"),
    Field(
        "dual",
        Kind.TEXT,
        "second nationality of a dual national; has:dual finds all",
        "people.other_nationality",
    ),
    Field("ethnicity", Kind.CODE, "ethnicity, stated or presumed", "people.ethnicity", codes="ethnicity"),
    Field(
        "religion", Kind.CODE, "religion or belief, stated or presumed", "people.religion", codes="religion"
    ),
    Field("occupation", Kind.TEXT, "occupation, as written", "people.occupation"),
    Field(
        "activity",
        Kind.CODE,
        "why the person is really targeted",
        "activity",
        "activities",
        "withdrawn = 0",
        "activity",
    ),
)
"""Who the person is."""

SITUATION = (
    Field(
        "status",
        Kind.CODE,
        "custody status now; also in_custody, under_control, free, dead",
        "people.status",
        codes="custody_status",
    ),
    Field("since", Kind.DAY, "since when the status is this", "people.since"),
    Field("held", Kind.DAY, "since when held without a break", "people.held_since", also=("held_since",)),
    Field(
        "prison",
        Kind.CATALOGUE,
        "where the person is now",
        "people.prison_id",
        codes="prisons",
        shown="coalesce(people.prison, people.place)",
    ),
    Field("ward", Kind.TEXT, "the ward", "people.ward"),
    Field("place", Kind.TEXT, "the place as written, where it is no prison of the list", "people.place"),
    Field("province", Kind.PROVINCE, "province of the prison", "people.province"),
    Field("uncertain", Kind.FLAG, "events overlap, so the order is uncertain", "people.order_uncertain"),
)
"""Where the person stands now."""

LAW = (
    Field("arrested", Kind.DAY, "day of an arrest", "day", _ARRESTS, "day IS NOT NULL"),
    Field("arrested_by", Kind.CODE, "who made an arrest", "hand", _ARRESTS, "hand IS NOT NULL", "authority"),
    Field("stage", Kind.CODE, "how far a case has come", "stage", "cases", "withdrawn = 0", "legal_stage"),
    Field(
        "file",
        Kind.TEXT,
        "file number of a case",
        "file_number",
        "cases",
        "withdrawn = 0 AND file_number IS NOT NULL",
    ),
    Field(
        "group",
        Kind.TEXT,
        "group of co-defendants",
        "group_name",
        "cases",
        "withdrawn = 0 AND group_name IS NOT NULL",
    ),
    Field(
        "lawyer",
        Kind.TEXT,
        "the lawyer; never leaves",
        "lawyer",
        "cases",
        "withdrawn = 0 AND lawyer IS NOT NULL",
    ),
    Field(
        "charge",
        Kind.CHARGE,
        "a charge: the article (610, IPC75-610) or words of it",
        "offence_id",
        "charge_sheet",
        shown="coalesce(law || ' ' || article || ' ' || name_en, quoted)",
    ),
    Field("law", Kind.TEXT, "the law of a charge, such as IPC75", "law", "charge_sheet", "law IS NOT NULL"),
    Field(
        "charge_state", Kind.CODE, "what became of a charge", "state", "charge_sheet", codes="charge_state"
    ),
    Field(
        "court",
        Kind.CATALOGUE,
        "a court that decided",
        "court_id",
        "judgment_sheet",
        "court_id IS NOT NULL",
        "courts",
        "court",
    ),
    Field("branch", Kind.TEXT, "branch of a court", "branch", "judgment_sheet", "branch IS NOT NULL"),
    Field(
        "judge",
        Kind.CATALOGUE,
        "a judge",
        "judge_id",
        "judgment_sheet",
        "judge_id IS NOT NULL",
        "officials",
        "judge",
    ),
    Field("instance", Kind.CODE, "instance of a judgment", "instance", "judgment_sheet", codes="instance"),
    Field("outcome", Kind.CODE, "what a judgment decided", "outcome", "judgment_sheet", codes="outcome"),
    Field("judged", Kind.DAY, "day of a judgment", "given_on", "judgment_sheet", "given_on IS NOT NULL"),
    Field(
        "notified",
        Kind.DAY,
        "day a judgment was notified",
        "notified_on",
        "judgment_sheet",
        "notified_on IS NOT NULL",
    ),
    Field("absentia", Kind.FLAG, "a judgment was given in absence", "in_absentia", "judgment_sheet"),
    Field(
        "sentence",
        Kind.CODE,
        "kind of a punishment: prison, death …",
        "kind",
        "sentence_sheet",
        codes="sentence_kind",
    ),
    Field(
        "sentence_state",
        Kind.CODE,
        "what became of a punishment",
        "state",
        "sentence_sheet",
        codes="sentence_state",
    ),
    Field(
        "years",
        Kind.TERM,
        "length of one prison term, in years",
        _TERM_LENGTH,
        "sentence_sheet",
        f"kind = 'prison' AND ({_TERM_GIVEN})",
    ),
    Field("lashes", Kind.NUMBER, "number of lashes", "lashes", "sentence_sheet", "lashes IS NOT NULL"),
    Field("suspended", Kind.FLAG, "a punishment is wholly suspended", "suspended", "sentence_sheet"),
    Field(
        "official_release",
        Kind.DAY,
        "release date as officially reported",
        "official_release",
        "sentence_sheet",
        "official_release IS NOT NULL",
    ),
)
"""What the courts say."""

EVENTS = (
    Field("event", Kind.CODE, "something that happened", "kind", "timeline", codes="event_kind"),
    Field("happened", Kind.DAY, "day of any event", "happened_on", "timeline", "happened_on IS NOT NULL"),
    Field(
        "authority",
        Kind.CODE,
        "who acted in an event",
        "authority",
        "timeline",
        "authority IS NOT NULL",
        "authority",
    ),
    Field(
        "violation",
        Kind.CODE,
        "a violation of rights",
        "violation",
        "timeline",
        "violation IS NOT NULL",
        "violation",
    ),
    Field(
        "was_in",
        Kind.CATALOGUE,
        "a prison of any event",
        "prison_id",
        "timeline",
        "prison_id IS NOT NULL",
        "prisons",
        "prison",
    ),
)
"""What happened; besides these, every kind of event is a field of its own: its day."""

TRUST = (
    Field(
        "source", Kind.SOURCE, "a source that bears something", _SOURCE_WORDS, "sourced", shown="source_id"
    ),
    Field("source_kind", Kind.CODE, "kind of a source", "kind", "sourced", codes="source_kind"),
    Field(
        "reliability",
        Kind.CODE,
        "reliability of a source, A to F",
        "reliability",
        "sourced",
        codes="reliability",
    ),
    Field("basis", Kind.CODE, "why the case may be published", "people.basis", codes="publication_basis"),
    Field("naming", Kind.CODE, "how the person may be named outside", "people.naming", codes="naming_rule"),
    Field(
        "consent",
        Kind.CODE,
        "a consent that was given and not taken back",
        "scope",
        "consents",
        _CONSENT_HOLDS,
        "consent_scope",
    ),
    Field(
        "list",
        Kind.TEXT,
        "a foreign list in which the person stands",
        "list_name",
        "external_ids",
        "withdrawn = 0",
    ),
    Field("number", Kind.TEXT, "a number in a foreign list", "number", "external_ids", "withdrawn = 0"),
    Field("verified", Kind.DAY, "last confirmed on", "people.verified_on"),
    Field("due", Kind.DUE, "what is due about the person: furlough, appeal …", "word", _DUES),
    Field("priority", Kind.CODE, "how urgently the case is followed", "people.priority", codes="priority"),
    Field("summary", Kind.TEXT, "words of the public summary", "people.summary"),
    Field("note", Kind.TEXT, "words of the internal note; never leaves", "people.note"),
    Field(
        "import_note",
        Kind.TEXT,
        "cells of a foreign list that found no field; never leaves",
        "people.import_note",
    ),
    Field(
        "reminder",
        Kind.DAY,
        "day of an open reminder",
        "due_on",
        "follow_ups",
        "withdrawn = 0 AND state = 'open'",
    ),
    Field(
        "intervention",
        Kind.CODE,
        "something done for the person",
        "kind",
        _EFFORTS,
        codes="intervention_kind",
    ),
    Field(
        "updated",
        Kind.MOMENT,
        "day of the last update",
        "(SELECT updates.at FROM updates WHERE updates.id = people.version)",
    ),
    Field("entered", Kind.MOMENT, "day of the first update", "at", _FIRST_ACT),
    Field("by", Kind.TEXT, "a researcher who updated something", "by_whom", _ACTS),
    Field("merged", Kind.FLAG, "the record was merged into another", "people.merged_into IS NOT NULL"),
    Field("withdrawn", Kind.FLAG, "the record was entered in error", "people.withdrawn"),
)
"""On whose word, what may leave, and our own work."""

SECTIONS: dict[str, tuple[Field, ...]] = {
    "Who": PERSON,
    "Where they stand": SITUATION,
    "The law": LAW,
    "What happened": EVENTS,
    "Trust and work": TRUST,
}


@cache
def known_fields() -> dict[str, Field]:
    """Every field by name and by its other names, without the kinds of events."""
    return {
        name: field
        for section in SECTIONS.values()
        for field in section
        for name in (field.name, *field.also)
    }


_SHORT = {
    "released": "release",
    "executed": "execution_carried_out",
    "died": "death",
    "transferred": "transfer",
}
"""How people call the day of an event."""


def event_field(name: str) -> Field | None:
    """The field that a kind of event is: the day on which it happened."""
    from prisoners.vocabulary.lists import codes

    kind = _SHORT.get(name, name)
    if kind not in codes("event_kind"):
        return None
    where = f"kind = '{kind}' AND happened_on IS NOT NULL"
    return Field(name, Kind.DAY, f"day of an event of the kind {kind}", "happened_on", "timeline", where)
