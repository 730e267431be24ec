"""The answers to questions as they were asked for: a page or a table, comma-separated values, or JSON."""

from __future__ import annotations

from collections import Counter
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from prisoners.commands.safe import safe_text
from prisoners.commands.say import complain, say
from prisoners.commands.tables import show_csv, show_json, show_table
from prisoners.queries.cells import Cell, in_json, in_text
from prisoners.queries.fields import Kind
from prisoners.queries.outward import date_outward
from prisoners.store.clock import today

if TYPE_CHECKING:
    import datetime as dt

    from prisoners.commands.words import Words
    from prisoners.queries.case_file import CaseFile
    from prisoners.queries.language import Tree
    from prisoners.queries.listing import Listing
    from prisoners.queries.search import Candidate
    from prisoners.store.reader import Reader


SAID = frozenset({Kind.DAY, Kind.MOMENT, Kind.AGE})
"""Kinds of fields whose counted values are words already: years and ages."""


class Form(Enum):
    """For whom the answer is."""

    TABLE = auto()
    CSV = auto()
    JSON = auto()


def show_listing(found: Listing, form: Form) -> None:
    """Print a list of people."""
    headings = [field.name for field in found.columns]
    if form is Form.JSON:
        cells = [in_json(field) for field in found.columns]
        show_json([dict(zip(headings, _row(cells, row), strict=True)) for row in found.rows])
    elif form is Form.CSV:
        cells = [in_text(field) for field in found.columns]
        show_csv(headings, [_row(cells, row) for row in found.rows])
    else:
        from prisoners.commands.words import Words

        words = Words(today())
        cells = [words.column(field) for field in found.columns]
        if found.rows:
            show_table(headings, [_row(cells, row) for row in found.rows])
        cut = f"{len(found.rows)} of " if len(found.rows) < found.found else ""
        complain(f"{cut}{found.found} {'person' if found.found == 1 else 'people'}.")


def _row(cells: list[Cell], row: tuple[object, ...]) -> list[str]:
    return [cell(value) for cell, value in zip(cells, row, strict=True)]


def show_number(reader: Reader, tree: Tree, form: Form, *, everybody: bool) -> None:
    """Print how many people there are."""
    from prisoners.queries.listing import how_many
    from prisoners.queries.meaning import selection

    number = how_many(reader, selection(reader, tree, today(), everybody=everybody))
    if form is Form.JSON:
        show_json({"people": number})
    else:
        say(number)


def show_counts(reader: Reader, tree: Tree, by: str, form: Form, *, everybody: bool) -> None:
    """Print how many people have each value of a field."""
    from prisoners.commands.words import Words
    from prisoners.dates.partial import Calendar
    from prisoners.queries.listing import counted

    words = Words(today())
    calendar = Calendar(words.settings.calendar)
    found = counted(reader, tree, by, today=today(), calendar=calendar, everybody=everybody)
    counts = _aged(words, found.counts) if found.by.kind is Kind.AGE else found.counts
    # a date is counted by its year, which is a word already
    one = found.by._replace(rows="", kind=Kind.TEXT if found.by.kind in SAID else found.by.kind)
    if form is Form.JSON:
        give = in_json(one)
        given = [{"value": give(value), "people": people} for value, people in counts]
        show_json({"by": found.by.name, "people": found.found, "counts": given})
        return
    write = in_text(one) if form is Form.CSV else words.column(one)
    rows = [[write(value), str(people)] for value, people in counts]
    if form is Form.CSV:
        show_csv([found.by.name, "people"], rows)
    else:
        show_table(
            [found.by.name, "people"],
            [[said or "not recorded", people] for said, people in rows],
            numbers=[1],
        )


def _aged(words: Words, counts: list[tuple[str | None, int]]) -> list[tuple[str | None, int]]:
    """People by their age today, not by the words of their date of birth; the youngest first."""
    ages: Counter[str | None] = Counter()
    for born, people in counts:
        ages[words.age(born) or None] += people
    return sorted(ages.items(), key=lambda one: (one[0] is None, one[0] or ""))


def show_file(file: CaseFile, *, as_json: bool, why: bool = False, day: dt.date | None = None) -> None:
    """Print everything about one person; `why` with the working of every computed term and day.

    Ages and times in custody are counted to `day`, else to today.
    """
    if as_json:
        from prisoners.queries.case_file import in_json as whole
        from prisoners.queries.working import sentencing_outward

        show_json(whole(file) | {"sentencing": sentencing_outward(file)})
        return
    from prisoners.commands.page import page
    from prisoners.commands.words import Words

    say("\n".join(page(file, Words(day or today()), why=why)))


CANDIDATE = ("score", "ref", "latin", "persian", "father", "born", "status", "place", "because")


def show_candidates(name: str, candidates: list[Candidate], *, as_json: bool) -> None:
    """Print who may be meant by a name."""
    if as_json:
        show_json([candidate_in_json(one) for one in candidates])
        return
    from prisoners.commands.words import Words

    if not candidates:
        complain(f"Nobody in this registry has a name like “{safe_text(name, one_line=True)}”.")
        return
    words = Words(today())
    rows = [
        [
            f"{one.score:.2f}",
            one.reference,
            *(words.text(text or "") for text in (one.name_latin, one.name_persian, one.father)),
            words.date(one.born, both=False),
            words.code("custody_status", one.status),
            words.text(one.place or ""),
            words.text(one.reason),
        ]
        for one in candidates
    ]
    show_table(CANDIDATE, rows, numbers=[0])


def candidate_in_json(one: Candidate) -> dict[str, Any]:
    """A candidate for programs."""
    return {
        "reference": one.reference,
        "score": one.score,
        "reason": one.reason,
        "matched": one.matched,
        "name_latin": one.name_latin,
        "name_persian": one.name_persian,
        "father": one.father,
        "born": date_outward(one.born),
        "status": one.status,
        "place": one.place,
    }
