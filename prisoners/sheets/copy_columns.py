"""The sheets of a working copy: which fields of which records stand under which headings, and what is only shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from prisoners.actions.facts import column_of
from prisoners.privacy.policy import level_of, may_see
from prisoners.records.columns import Choice, Count, Day, Flag
from prisoners.vocabulary import Audience, list_name


class Kind(Enum):
    """How a cell is written and read."""

    TEXT = auto()
    DAY = auto()
    CODE = auto()
    FLAG = auto()
    COUNT = auto()
    LINK = auto()
    """The reference of another record."""
    CALLED = auto()
    """A prison, court, official or offence, by what it is called."""
    TERM = auto()
    """Years, months and days as one text."""
    NAME = auto()
    SHOWN = auto()
    """To be read; what is typed into it is reported and not taken."""


class Column(NamedTuple):
    """One column of a sheet."""

    heading: str
    field: str
    """What it is called where it is typed; for what is only shown, what it shows."""
    kind: Kind
    columns: tuple[str, ...]
    """The columns of the registry in which it is kept."""
    codes: str = ""
    """The closed list from which it comes."""


@dataclass(frozen=True)
class CopySheet:
    """One sheet."""

    name: str
    table: str
    above: tuple[tuple[str, str], ...]
    """Heading and table of the records to which a row belongs, the person first."""
    columns: tuple[Column, ...]

    @property
    def parent(self) -> tuple[str, str]:
        """The record that a row hangs on directly; two empty words for what stands alone."""
        return self.above[-1] if self.above else ("", "")

    @property
    def headings(self) -> tuple[str, ...]:
        """All headings in their order."""
        return (REFERENCE, *(heading for heading, _ in self.above), *(one.heading for one in self.columns))


REFERENCE = "Reference"
BEARS_OUT = "Bears out"
TERMS = {"term": "", "suspended_term": "suspended_", "reduced_to": "reduced_", "reported_term": "reported_"}
"""What is typed as one term, and how the columns begin that keep its units."""
UNITS = ("years", "months", "half_month", "days")
SCRIPTS = {"name_latin": "latin", "name_persian": "persian"}

_CALLED = {"offence": "offence_id", "prison": "prison_id", "court_id": "court_id", "judge_id": "judge_id"}
_LINKS = {"changed_from": "instead_of"}


def _columns(table: str, *said: tuple[str, str]) -> tuple[Column, ...]:
    """The columns of a table that researchers of this registry may see, each day followed by how it was read."""
    found: list[Column] = []
    for field, heading in said:
        column = _column(table, field, heading)
        if not all(may_see(Audience.INTERNAL, level_of(table, one)) for one in column.columns):
            continue
        found.append(column)
        if column.kind is Kind.DAY:
            found.append(Column(f"{heading} (as read)", "as_read", Kind.SHOWN, column.columns))
    return tuple(found)


def _column(table: str, field: str, heading: str) -> Column:
    if field.startswith("shown:"):
        return Column(f"{heading} (shown)", field.removeprefix("shown:"), Kind.SHOWN, ())
    if field in SCRIPTS:
        return Column(heading, field, Kind.NAME, ())
    if field in TERMS:
        return Column(heading, field, Kind.TERM, tuple(f"{TERMS[field]}{unit}" for unit in UNITS))
    if field in _CALLED:
        return Column(heading, field, Kind.CALLED, (_CALLED[field],))
    return _plain_column(table, field, heading)


def _plain_column(table: str, field: str, heading: str) -> Column:
    """A column that is one column of the registry, by its kind."""
    name = _LINKS.get(field, field)
    declared = column_of(table, name)
    kind: object = declared.type
    if isinstance(kind, Choice):
        return Column(heading, field, Kind.CODE, (name,), list_name(kind.choices.__name__))
    kinds: dict[type, Kind] = {Day: Kind.DAY, Flag: Kind.FLAG, Count: Kind.COUNT}
    plain = Kind.LINK if declared.foreign_keys else Kind.TEXT
    return Column(heading, field, kinds.get(type(kind), plain), (name,))


_PERSON = ("Person", "prisoners")
_CASE = ("Case", "cases")
_WHO = ("shown:name", "Name")

SHEETS: tuple[CopySheet, ...] = (
    CopySheet(
        "Prisoners",
        "prisoners",
        (),
        _columns(
            "prisoners",
            ("name_latin", "Name"),
            ("name_persian", "Name in Persian"),
            ("shown:status", "Status"),
            ("shown:place", "Place"),
            ("father", "Father"),
            ("gender", "Gender"),
            ("born", "Born"),
            ("birthplace", "Birthplace"),
            ("residence", "Lived in"),
            ("nationality", "Nationality"),
            ("other_nationality", "Second nationality"),
            ("ethnicity", "Ethnicity"),
            ("ethnicity_presumed", "Ethnicity presumed"),
            ("religion", "Religion"),
            ("religion_presumed", "Religion presumed"),
            ("occupation", "Occupation"),
            ("summary", "Summary"),
            ("naming", "Naming outside"),
            ("basis", "Publication basis"),
            ("basis_source", "Published at"),
            ("priority", "Priority"),
            ("verified_on", "Last verified"),
            ("note", "Internal note"),
        ),
    ),
    CopySheet(
        "Cases",
        "cases",
        (_PERSON,),
        _columns(
            "cases",
            _WHO,
            ("file_number", "File number"),
            ("other_numbers", "Other numbers"),
            ("stage", "Stage"),
            ("arrested_on", "Arrested"),
            ("arrested_at", "Arrested at"),
            ("arrested_by", "Arrested by"),
            ("warrant_shown", "Warrant shown"),
            ("group_name", "Tried with"),
            ("abroad", "Lives abroad"),
            ("lawyer", "Lawyer"),
            ("note", "Internal note"),
        ),
    ),
    CopySheet(
        "Charges",
        "charges",
        (_PERSON, _CASE),
        _columns(
            "charges",
            _WHO,
            ("offence", "Offence"),
            ("shown:offence", "Offence in words"),
            ("quoted", "Charge as worded"),
            ("state", "What became of it"),
            ("laid_on", "Brought on"),
            ("act_on", "Act committed"),
            ("changed_from", "Instead of charge"),
        ),
    ),
    CopySheet(
        "Judgments",
        "judgments",
        (_PERSON, _CASE),
        _columns(
            "judgments",
            _WHO,
            ("number", "Number"),
            ("instance", "Instance"),
            ("court_id", "Court"),
            ("branch", "Branch"),
            ("judge_id", "Judge"),
            ("given_on", "Given"),
            ("notified_on", "Notified"),
            ("in_absentia", "In absentia"),
            ("outcome", "Outcome"),
            ("announced_total", "Announced total"),
            ("reported_term", "Term reported as enforceable"),
            ("merges", "Merges earlier judgments"),
            ("note", "Internal note"),
        ),
    ),
    CopySheet(
        "Sentences",
        "sentences",
        (_PERSON, ("Judgment", "judgments")),
        _columns(
            "sentences",
            _WHO,
            ("charge_id", "Charge"),
            ("kind", "Punishment"),
            ("term", "Term"),
            ("lashes", "Lashes"),
            ("amount", "Amount"),
            ("currency", "Currency"),
            ("place", "Place"),
            ("suspended", "Wholly suspended"),
            ("suspended_term", "Suspended part"),
            ("convertible", "May be exchanged for a fine"),
            ("probation_years", "Years of probation"),
            ("state", "What became of it"),
            ("reduced_to", "Reduced to"),
            ("becomes", "Commuted into"),
            ("by_pardon", "By pardon"),
            ("act", "Act"),
            ("official_release", "Release as reported"),
            ("quoted", "Sentence as worded"),
            ("note", "Internal note"),
        ),
    ),
    CopySheet(
        "Events",
        "events",
        (_PERSON,),
        _columns(
            "events",
            _WHO,
            ("happened_on", "Date"),
            ("until", "Until"),
            ("kind", "What happened"),
            ("status", "Status after it"),
            ("prison", "Prison"),
            ("ward", "Ward"),
            ("place", "Place as written"),
            ("authority", "Authority"),
            ("violation", "Violation"),
            ("amount", "Bail"),
            ("currency", "Currency"),
            ("open_ended", "Open-ended"),
            ("case_id", "Case"),
            ("after_id", "After event"),
            ("summary", "Summary"),
            ("note", "Internal note"),
        ),
    ),
    CopySheet(
        "Sources",
        "sources",
        (),
        (
            Column(BEARS_OUT, "bears_out", Kind.SHOWN, ()),
            *_columns(
                "sources",
                ("kind", "Kind"),
                ("outlet", "Outlet"),
                ("title", "Title"),
                ("author", "Author"),
                ("url", "Address"),
                ("archived_url", "Archived at"),
                ("published_on", "Published"),
                ("accessed_on", "Read on"),
                ("language", "Language"),
                ("reliability", "Reliability"),
                ("confidentiality", "Confidentiality"),
                ("derived_from", "Only repeats"),
                ("note", "Internal note"),
            ),
        ),
    ),
)
"""In the order of the workbook, and of the making: what others hang on comes first."""

FOLLOWS: dict[str, frozenset[str]] = {
    "events": frozenset({"status", "authority", "ward", "place", "prison", "after_id"}),
    "judgments": frozenset({"branch"}),
    "charges": frozenset({"quoted", "offence"}),
    "sentences": frozenset({"kind"}),
    "sources": frozenset({"accessed_on"}),
}
"""Fields that a verb fills from others where nothing is typed for them."""
