"""The answer to a filter as it was asked for: a table, a count, comma-separated values, or JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from enum import Enum, auto
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from prisoners.commands.cards import show_fitting
from prisoners.commands.say import complain, on_screen, say
from prisoners.commands.tables import screen_width, show_csv, show_json, show_table
from prisoners.commands.words import Words
from prisoners.queries.cells import Cell, in_json, in_text
from prisoners.queries.fields import Field, Kind
from prisoners.store.clock import today
from prisoners.vocabulary.words import Language

if TYPE_CHECKING:
    from prisoners.queries.language import Tree
    from prisoners.queries.listing import Listing
    from prisoners.store.reader import Reader

NO_BREAK = "\u00a0"
ROOM_FOR_TWO = 110
"""Cells a screen must have for both calendars in a list; a narrower one shows the first."""
NAMING = ("ref", "latin", "persian")
"""Columns that say who stands on a line."""
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
        words = Words(today())
        cells = [in_words(words, field) for field in found.columns]
        if found.rows:
            titles = len(list(takewhile(NAMING.__contains__, headings))) or 1
            show_fitting(headings, [_row(cells, row) for row in found.rows], titles=titles)
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
    write = in_text(one) if form is Form.CSV else in_words(words, one)
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


def in_words(words: Words, field: Field) -> Callable[[Any], str]:
    """How a value of a field of a list is said."""
    plain = in_text(field._replace(rows=""))
    said: dict[Kind, Callable[[Any], str]] = {
        Kind.DAY: lambda stored: listed_date(words, stored),
        Kind.AGE: words.age,
        Kind.CODE: lambda code: words.code(field.codes, code),
        Kind.PROVINCE: lambda code: words.text(_province(code, words.language)),
    }
    return in_text(field, said.get(field.kind, lambda value: words.text(plain(value))))


def listed_date(words: Words, stored: str) -> str:
    """A date in a list: on a screen it breaks only between the calendars, and a narrow one shows the first."""
    if not on_screen():
        return words.date(stored)
    shown = words.date(stored, both=screen_width() >= ROOM_FOR_TWO)
    return shown.replace(" ", NO_BREAK).replace(f"{NO_BREAK}·{NO_BREAK}", " · ")


def _province(code: str, language: Language) -> str:
    from prisoners.reference import reference_list

    return next((row[f"name_{language}"] for row in reference_list("provinces") if row["code"] == code), code)
