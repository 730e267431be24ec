"""The sheets of a workbook for advocates: their columns, and which column of the registry allows each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from prisoners.privacy.policy import Columns, level_of, may_see
from prisoners.sheets.speech import Lang, Speech
from prisoners.vocabulary import Audience

WHO = frozenset({"reference", "name", "name_persian"})
"""Columns that say whom a row is about."""
LINKS = frozenset({"url", "archived_url", "basis_source"})
"""Columns that hold addresses."""
TRANSLATED = frozenset({"prison_persian", "court_persian", "offence_persian"})
"""Persian names beside English ones; where a file speaks Persian they stand in the column itself."""
ON_SCREEN = frozenset({"earliest", "latest", "working", "archived_url"})
"""Columns to sort by, to check or to follow with a click: they stand last, and are not printed.

Nor is the name in the other script, where it stands last: in every sheet of one language but the first list.
"""
COUNTS = frozenset({"lashes"})
"""Columns of the sheets that hold counts."""


@dataclass(frozen=True)
class Column:
    """One column of a sheet."""

    key: str
    """Its name for programs."""
    heading: str
    allowed_by: Columns | None = None
    """The column of the registry whose level decides whether an audience gets it; None for what always leaves."""
    counts: bool = False
    """Whether its cells are counts, which a workbook adds up and draws; every other cell stays the text that it is."""

    @property
    def is_link(self) -> bool:
        """Whether its cells are addresses that may be followed."""
        return self.key in LINKS


@dataclass(frozen=True)
class Sheet:
    """One sheet: its columns and its rows, every cell a text."""

    name: str
    key: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[str, ...]]
    listed: bool = True
    """Whether it is a list to be filtered and sorted, not a page to be read."""
    widest: int = 44
    """Characters to which a column grows."""
    notes: tuple[str, ...] = ()
    """What must be known to read it: what is counted, of whom, as known when; told beside it where there is room."""
    rightwards: bool = False
    """Whether it is read from right to left."""

    @property
    def lead(self) -> int:
        """The columns that say what a row is about: they stay in sight, and on every printed page."""
        who = list(takewhile(lambda column: column.key in WHO, self.columns))
        return len(who) or 1

    @property
    def on_paper(self) -> int:
        """How many of the columns are printed."""
        last = takewhile(lambda column: column.key in ON_SCREEN | WHO, reversed(self.columns))
        return max(len(self.columns) - len(list(last)), self.lead)


_WHO = (Column("reference", "Reference"), Column("name", "Name"), Column("name_persian", "Name in Persian"))


def _of(table: str, *columns: tuple[str, ...]) -> tuple[Column, ...]:
    """Columns of one table: key, heading, and the registry's column where it has another name."""
    return tuple(
        Column(key, heading, (table, other[0] if other else key)) for key, heading, *other in columns
    )


PRISONERS = (
    *_WHO,
    Column("other_names", "Other names"),
    *_of("headlines", ("status", "Status"), ("since", "Status since"), ("held_since", "Held since")),
    *_of(
        "headlines", ("prison", "Prison", "prison_id"), ("prison_persian", "Prison in Persian", "prison_id")
    ),
    *_of("headlines", ("ward", "Ward"), ("place", "Place as written")),
    Column("province", "Province of the prison", ("prisons", "province")),
    *_of(
        "prisoners",
        ("gender", "Gender"),
        ("born", "Born"),
        ("birthplace", "Birthplace"),
        ("residence", "Lived in"),
    ),
    *_of(
        "prisoners",
        ("father", "Father"),
        ("nationality", "Nationality"),
        ("other_nationality", "Second nationality"),
    ),
    *_of("prisoners", ("ethnicity", "Ethnicity"), ("religion", "Religion"), ("occupation", "Occupation")),
    Column("activities", "Targeted for", ("activities", "activity")),
    Column("charges", "Charges", ("charges", "quoted")),
    Column("standing_sentences", "Sentences that stand", ("sentences", "kind")),
    *_of(
        "prisoners",
        ("summary", "Summary"),
        ("basis_source", "Published at"),
        ("verified_on", "Last verified"),
    ),
    Column("sources", "Sources of the status", ("citations", "source_id")),
    *_of("external_ids", ("foreign_numbers", "Numbers in other lists", "number")),
    *_of("prisoners", ("basis", "Publication basis"), ("naming", "Naming outside"), ("priority", "Priority")),
    *_of("prisoners", ("note", "Internal note"), ("import_note", "From foreign lists")),
    Column("order_uncertain", "Doubt", ("headlines", "order_uncertain")),
)

CASES = (
    *_WHO,
    Column("case", "Case"),
    *_of("cases", ("file_number", "File number"), ("other_numbers", "Other numbers"), ("stage", "Stage")),
    *_of(
        "cases", ("arrested_on", "Arrested"), ("arrested_at", "Arrested at"), ("arrested_by", "Arrested by")
    ),
    *_of("cases", ("warrant_shown", "Warrant shown"), ("group_name", "Tried with"), ("lawyer", "Lawyer")),
    *_of("charges", ("article", "Article", "offence_id"), ("offence", "Offence", "offence_id")),
    *_of("charges", ("offence_persian", "Offence in Persian", "offence_id"), ("quoted", "Charge as worded")),
    *_of("charges", ("state", "What became of it"), ("laid_on", "Brought on"), ("act_on", "Act committed")),
    Column("sources", "Sources", ("citations", "source_id")),
    Column("note", "Internal note", ("cases", "note")),
)

SENTENCES = (
    *_WHO,
    Column("case", "Case"),
    *_of(
        "judgments", ("number", "Judgment number"), ("instance", "Instance"), ("court", "Court", "court_id")
    ),
    *_of(
        "judgments",
        ("court_persian", "Court in Persian", "court_id"),
        ("branch", "Branch"),
        ("judge", "Judge", "judge_id"),
    ),
    *_of("judgments", ("given_on", "Given"), ("notified_on", "Notified"), ("in_absentia", "In absentia")),
    *_of("judgments", ("outcome", "Outcome"), ("announced_total", "Announced total")),
    *_of(
        "sentences",
        ("kind", "Punishment"),
        ("term", "Term", "years"),
        ("lashes", "Lashes"),
        ("fine", "Amount", "amount"),
    ),
    *_of("sentences", ("place", "Place"), ("suspended", "Suspended"), ("state", "What became of it")),
    *_of(
        "sentences",
        ("official_release", "Release as reported"),
    ),
    Column("announced_sum", "Whole case: announced", ("sentences", "years")),
    Column("enforceable", "Whole case: enforceable", ("sentences", "years")),
    Column("projected", "Whole case: release, a projection", ("sentences", "years")),
    Column("sources", "Sources", ("citations", "source_id")),
    *_of(
        "sentences",
        ("quoted", "Sentence as worded"),
        ("note", "Internal note"),
    ),
    Column("working", "Whole case: working and inputs", ("sentences", "years")),
)

TIMELINE = (
    *_WHO,
    *_of("events", ("date", "Date", "happened_on"), ("until", "Until"), ("kind", "What happened")),
    *_of(
        "events",
        ("status", "Status after it"),
        ("prison", "Prison", "prison_id"),
        ("ward", "Ward"),
        ("place", "Place"),
    ),
    *_of(
        "events",
        ("authority", "Authority"),
        ("violation", "Violation"),
        ("amount", "Bail"),
        ("summary", "Summary"),
    ),
    Column("sources", "Sources", ("citations", "source_id")),
    Column("note", "Internal note", ("events", "note")),
    *_of(
        "events",
        ("earliest", "From (Gregorian)", "happened_on"),
        ("latest", "To (Gregorian)", "happened_on"),
    ),
)

SOURCES = (
    *_WHO,
    Column("about", "Bears out"),
    *_of(
        "citations",
        ("field", "Field"),
        ("credibility", "Credibility"),
        ("value", "Value stated"),
        ("quoted", "Words of the source"),
    ),
    Column("source", "Source"),
    *_of(
        "sources",
        ("kind", "Kind"),
        ("outlet", "Outlet"),
        ("title", "Title"),
        ("author", "Author"),
        ("url", "Address"),
    ),
    *_of("sources", ("published_on", "Published"), ("language", "Language"), ("reliability", "Reliability")),
    *_of("sources", ("note", "Internal note"), ("archived_url", "Archived at")),
)


def for_audience(audience: Audience, columns: tuple[Column, ...], speech: Speech) -> tuple[Column, ...]:
    """The columns that this audience gets, in its language; one that may be in no row is not there at all."""
    reference, name, name_persian, *others = columns
    first, second = (name_persian, name) if speech.is_persian else (name, name_persian)
    both = speech.lang is Lang.BOTH or columns is PRISONERS
    ordered = (reference, first, second, *others) if both else (reference, first, *others, second)
    return tuple(
        replace(column, heading=speech.words(column.heading), counts=column.key in COUNTS)
        for column in ordered
        if (speech.lang is Lang.EN or column.key not in TRANSLATED)
        and (column.allowed_by is None or may_see(audience, level_of(*column.allowed_by)))
    )


def column_letters(number: int) -> str:
    """A column as Excel names it: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
