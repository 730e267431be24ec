"""The figures that open an export: the ones that `report situation` has, of the same people, on the same day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from prisoners.dates.jalali import from_gregorian
from prisoners.dates.partial import Calendar
from prisoners.dates.speech import in_persian_digits
from prisoners.privacy.redact import Leaving
from prisoners.privacy.watch import Watch
from prisoners.reports.estimates import estimates
from prisoners.reports.figures import cross
from prisoners.reports.held import firsts, over_time
from prisoners.reports.material import Material, Options, situation
from prisoners.reports.people import People
from prisoners.reports.population import Population
from prisoners.reports.situation import arrests, key_figures
from prisoners.reports.speech import Lang, Speech
from prisoners.reports.table import Cell, Table
from prisoners.sheets.manifest import known_when
from prisoners.sheets.summary import Drawn, Figure
from prisoners.store.reader import Reader
from prisoners.vocabulary import Audience

MOST = 15
"""Rows of a figure before it says that there are more."""
DRAWN = (
    ("status", Population.EVER),
    ("prison", Population.CUSTODY),
    ("province", Population.CUSTODY),
    ("charge", Population.CUSTODY),
    ("gender", Population.CUSTODY),
)


def summary(
    reader: Reader, leaving: Leaving, watch: Watch, *, audience: Audience, today: dt.date, lang: Lang
) -> list[Figure]:
    """Key figures, what is drawn (over time, by status, prison, charge …), by year of arrest, and estimates.

    Months and years are those of the calendar of the language, whatever calendar the writer prefers: the same
    update gives everybody the same file.
    """
    speech = Speech(lang)
    options = Options(calendar=Calendar.GREGORIAN if lang is Lang.EN else Calendar.JALALI)
    with situation(reader, None, None, today) as (then, on):
        material = Material(
            reader, then, audience, today, on, known_when(then), options, speech, People(leaving, speech, on),
            len(leaving.shown) + leaving.withheld.people.total(), watch,
        )  # fmt: skip
        return list(_figures(material))


def _figures(material: Material) -> Iterator[Figure]:
    speech = material.speech
    yield _figure(key_figures(material), speech)
    yield _figure(_with_short_days(over_time(material), material), speech, Drawn.LINES)
    for dimension, population in DRAWN:
        for table in cross(material, dimension, population=population):
            yield _figure(table, speech, Drawn.BARS)
    yield _figure(arrests(material), speech)
    for table in estimates(material, short=True):
        yield _figure(table, speech)


def _with_short_days(table: Table, material: Material) -> Table:
    """The same table, its days in figures, so that a chart has room for them."""
    days = [_short(day, material.speech) for day in firsts(material)]
    return Table(table.key, table.title, table.columns, _labelled(days, table.rows), table.scope, table.notes)


def _labelled(days: Iterable[str], rows: Iterable[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    return tuple((day, *row[1:]) for day, row in zip(days, rows, strict=True))


def _short(day: dt.date, speech: Speech) -> str:
    """A day in figures: of the Jalali calendar where Persian is read, of both where both are."""
    year, month, number = from_gregorian(day)
    return speech.either((str(day), in_persian_digits(f"{year}/{month:02}/{number:02}")))


def _figure(table: Table, speech: Speech, drawn: Drawn = Drawn.NOT) -> Figure:
    """A table of a report as a figure; of many rows those with most, and the total."""
    rows, notes = table.rows, tuple(table.about(speech))
    if drawn is Drawn.BARS and len(rows) > MOST + 1:
        rows = (*rows[:MOST], rows[-1])
        most, number = speech.number(MOST), speech.number(len(table.rows) - 1)
        notes = (*notes, speech.said("most", most=most, number=number))
    return Figure(table.key, table.title, table.columns, rows, notes, drawn)
