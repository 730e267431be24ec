"""Figures: the same as the registry's own SQL counts, by one thing, by two, and over time."""

from __future__ import annotations

import datetime as dt
from itertools import combinations

import pytest

from prisoners.dates.partial import Calendar
from prisoners.errors import NoSuchFigure, TooManyDimensions
from prisoners.queries.as_of import looking_back
from prisoners.queries.stats import stats
from prisoners.reports.dimensions import DIMENSIONS, asked_by, unit_asked
from prisoners.reports.people import People
from prisoners.reports.population import Population
from prisoners.reports.run import UNIT
from prisoners.reports.speech import Lang, Speech
from prisoners.vocabulary import IN_CUSTODY, Audience, label
from tests.reports.by_sql import counted_by_sql
from tests.reports.conftest import counts, rows_of
from tests.reports.story import TODAY

INSIDE = Audience.INTERNAL


def test_by_status_it_is_what_stats_counts(ask, reader):
    counted = stats(reader, today=TODAY)
    said = {label("custody_status", code) if code else "not recorded": n for code, n in counted.by_status}
    made = counts(ask("figures", INSIDE, by=("status",), population=Population.EVER), "status")
    assert made == said | {"All": counted.found}


def test_by_prison_it_is_what_stats_counts(ask, reader):
    counted = dict(stats(reader, today=TODAY).by_prison)
    made = counts(ask("figures", INSIDE, by=("prison",)), "prison")
    assert made == {place or "not recorded": n for place, n in counted.items()} | {
        "All": sum(counted.values())
    }


@pytest.mark.parametrize("calendar", [Calendar.JALALI, Calendar.GREGORIAN])
def test_by_year_of_arrest_it_is_what_stats_counts(ask, reader, calendar):
    counted = stats(reader, today=TODAY, calendar=calendar)
    made = ask("figures", INSIDE, by=("year",), population=Population.EVER, calendar=calendar)
    said = {year or "not certain": n for year, n in counted.by_year}
    found = counts(made, "year")
    never = found.pop("not recorded")
    assert found == said | {"All": counted.found}
    assert never == 2
    certain = {
        row["year"]: row["certain"] for row in rows_of(ask("situation", INSIDE, calendar=calendar), "arrests")
    }
    assert {year: n for year, n in certain.items() if n} == {year: n for year, n in counted.by_year if year}


def test_the_key_figures_are_the_sums_of_stats(ask, reader):
    counted = stats(reader, today=TODAY)
    key = counts(ask("situation", INSIDE), "key_figures")
    for name, said in (
        ("in_custody", "in custody"),
        ("free", "free"),
        ("dead", "dead"),
        ("unknown", "not known"),
    ):
        assert key[said] == counted.sums[name]
    assert key["under control"] == counted.sums["under_control"]
    assert key["persons in this report"] == counted.found == 11
    assert key["under a sentence of death, in custody"] == 1
    assert key["women in custody"] == 5


@pytest.mark.parametrize("calendar", [Calendar.JALALI, Calendar.GREGORIAN])
def test_over_time_it_is_what_stats_counts_on_each_day(ask, reader, calendar):
    made = ask("situation", INSIDE, since=dt.date(2022, 8, 1), calendar=calendar)
    from prisoners.reports.held import firsts

    rows = rows_of(made, "over_time")
    days = firsts(_material(made, since=dt.date(2022, 8, 1), calendar=calendar))
    assert len(days) == len(rows) > 20
    for day, row in zip(days, rows, strict=True):
        with looking_back(reader, on=day) as then:
            assert row["held"] == stats(then, today=day).sums["in_custody"], day
        assert row["at_least"] <= row["held"] <= row["at_most"]
    assert any(row["at_least"] < row["at_most"] for row in rows)


def _material(made, *, since, calendar):
    """As much of a report as the list of months needs."""
    from types import SimpleNamespace

    on = dt.date.fromisoformat(made.prepared.manifest.day)
    return SimpleNamespace(on=on, options=SimpleNamespace(since=since, until=None, calendar=calendar))


def test_a_year_is_certain_or_only_possible(ask):
    rows = rows_of(ask("situation", calendar=Calendar.GREGORIAN), "arrests")
    by_year = {row["year"]: (row["certain"], row["possible"]) for row in rows}
    # Kaveh was arrested in 1401: in 2022 or in 2023
    assert by_year["2022"][1] - by_year["2022"][0] == 1
    assert by_year["2023"][1] - by_year["2023"][0] == 1


def test_two_dimensions_add_up_and_everybody_is_counted_once(ask):
    made = ask("figures", INSIDE, by=("charge", "gender"), population=Population.EVER)
    (table,) = made.tables
    heads = [column.key for column in table.columns]
    for row in table.rows:
        assert sum(row[1:-1]) == row[-1]
    assert heads[-1] == "All"
    # Kaveh has two charges: he stands under both, and once under all
    assert counts(made, table.key)["All"] == 11
    assert sum(row[-1] for row in table.rows[:-1]) == 12


@pytest.mark.parametrize("unit", ["cases", "judgments", "charges"])
def test_cases_judgments_and_charges_are_counted_too(ask, unit):
    made = ask("figures", by=("charge",), unit=unit)
    found = counts(made, "charge")
    assert found["propaganda against the state"] == 2
    # of everybody shown Neda, Kaveh and the masked man have a case; the last without a charge
    assert found["All"] == {"cases": 3, "judgments": 2, "charges": 3}[unit]
    assert made.tables[0].scope.unit == unit


def test_arrests_are_counted_and_one_that_a_case_and_an_event_tell_of_only_once(ask):
    made = ask("figures", INSIDE, by=("year",), unit="arrests", population=Population.EVER)
    # nine people with an event of arrest; Neda's and Kaveh's case have the same day, and are no other arrest
    assert counts(made, "year")["All"] == 9
    notes = " ".join(made.tables[0].about(Speech(Lang.EN)))
    assert "Unit of count: arrests." in notes
    assert "An arrest is an event" in notes
    assert "1403 began on 2024-03-20" in notes


def test_an_arrest_of_which_only_a_case_tells_is_counted():
    case = {"id": 7, "prisoner_id": 1, "arrested_on": _span("2021-01-01", "2021-01-31")}
    same = {"id": 1, "prisoner_id": 1, "kind": "arrest", "happened_on": _span("2021-01-30", "2021-01-30")}
    other = {"id": 2, "prisoner_id": 1, "kind": "arrest", "happened_on": _span("2021-02-01", "2021-02-01")}
    dateless = {"id": 3, "prisoner_id": 1, "kind": "re_arrest", "happened_on": None}
    told = {"id": 4, "prisoner_id": 1, "kind": "arrest", "happened_on": other["happened_on"], "case_id": 7}

    def arrests(*events):
        people = object.__new__(People)
        people.of = {"cases": {1: [case]}, "events": {1: list(events)}}
        return [(row["id"], row["case_id"]) for row in people.arrested(1)]

    assert arrests() == [(-7, 7)]
    assert arrests(same) == [(1, 7)]
    assert arrests(other) == [(2, 0), (-7, 7)]
    assert arrests(dateless) == [(3, 7)]
    assert arrests(told) == [(4, 7)]


def _span(first, last):
    return f"{first} {last} {first}|gregorian|"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (["status"], ("status",)),
        (["age-group", "Gender"], ("age_group", "gender")),
        (["status, charge-state"], ("status", "charge_state")),
        (["status", "status"], ("status",)),
        ([], ()),
    ],
)
def test_by_what_to_count_is_read_as_it_is_typed(typed, read):
    assert asked_by(typed) == read


def test_what_is_not_counted_by_or_not_counted_is_refused_with_the_nearest():
    with pytest.raises(NoSuchFigure, match="staus") as refused:
        asked_by(["staus"])
    assert "Did you mean status?" in refused.value.hint
    with pytest.raises(NoSuchFigure, match="person") as refused:
        unit_asked("person")
    assert "Did you mean persons?" in refused.value.hint
    with pytest.raises(TooManyDimensions, match="here are 3: status, gender, year"):
        asked_by(["status,gender", "year"])


@pytest.mark.parametrize("dimension", sorted(DIMENSIONS))
def test_every_dimension_counts_everybody_once(ask, dimension):
    made = ask("figures", by=(dimension,), population=Population.EVER)
    assert counts(made, dimension)["All"] == 10


@pytest.mark.parametrize("pair", list(combinations(DIMENSIONS, 2)), ids=" by ".join)
def test_every_two_dimensions_are_counted_as_plain_sql_counts_them(ask, reader, pair):
    options = {"population": Population.EVER, "calendar": Calendar.GREGORIAN}
    (table,) = ask("figures", INSIDE, by=pair, **options).tables
    assert table.key == "_by_".join(pair)
    heads = [column.heading for column in table.columns[1:]]
    cells = {
        (row[0], head): cell for row in table.rows for head, cell in zip(heads, row[1:], strict=True) if cell
    }
    assert cells == counted_by_sql(reader, *pair, on=dt.date(2024, 5, 20))
    about = "\n".join(table.about(Speech(Lang.EN)))
    for said in ("Unit of count: persons.", "Population: ever recorded", "As known on 2024-05-20 (U-0003)."):
        assert said in about
    assert "only where it is certain" in about


def test_what_the_public_may_not_know_is_not_counted_for_it(ask):
    assert ask("figures", Audience.PUBLIC, by=("ethnicity", "gender")).tables == ()
    assert ask("figures", Audience.PUBLIC, by=("gender", "ethnicity")).tables == ()
    assert counts(ask("figures", by=("ethnicity",)), "ethnicity")["Kurd"] == 1


@pytest.mark.parametrize(
    ("population", "options", "found"),
    [
        (Population.CUSTODY, {}, 7),
        (Population.CONTROL, {}, 8),
        (Population.EVER, {}, 10),
        (Population.PERIOD, {"since": dt.date(2022, 1, 1), "until": dt.date(2022, 12, 31)}, 3),
        (Population.PERIOD, {"since": dt.date(2022, 1, 1), "until": dt.date(2023, 3, 1)}, 5),
        (Population.PERIOD, {"since": dt.date(2024, 4, 1), "until": dt.date(2024, 5, 10)}, 7),
    ],
)
def test_a_population_is_named_and_kept_to(ask, population, options, found):
    made = ask("figures", by=("gender",), population=population, **options)
    assert counts(made, "gender")["All"] == found
    assert made.tables[0].scope.population
    if options:
        assert str(options["since"]) in made.tables[0].scope.population


def test_ages_and_years_stand_in_their_order_and_other_values_with_most_first(ask):
    made = ask(
        "figures", INSIDE, by=("year", "age_group"), population=Population.EVER, calendar=Calendar.GREGORIAN
    )
    (table,) = made.tables
    years = [row[0] for row in table.rows]
    assert years == ["2022", "2023", "2024", "not certain", "not recorded", "All"]
    heads = [column.heading for column in table.columns[1:]]
    ages = ["under 18", "18–24", "25–34", "35–49", "not certain", "not recorded", "All"]
    assert heads == [age for age in ages if age in heads]
    assert heads[0] == "under 18"
    assert len(heads) > 4


@pytest.mark.parametrize(("first", "days"), [(dt.date(2023, 4, 8), 4), (dt.date(2023, 5, 30), 4)])
def test_held_in_a_period_is_held_on_some_day_of_it(ask, reader, first, days):
    # Shirin is released on the third day; what Ardeshir's undated event says counts from the day it was entered
    held = set()
    for later in range(days):
        with looking_back(reader, on=first + dt.timedelta(later)) as then:
            marks = ", ".join(f"'{status}'" for status in IN_CUSTODY)
            held |= {row[0] for row in then.rows(f"SELECT id FROM people WHERE status IN ({marks})")}
    until = first + dt.timedelta(days - 1)
    made = ask("figures", INSIDE, by=("gender",), population=Population.PERIOD, since=first, until=until)
    assert counts(made, "gender")["All"] == len(held)


def test_the_situation_of_another_day_and_as_known_on_another_day(ask):
    before = ask("figures", by=("status",), on=dt.date(2022, 12, 1))
    assert counts(before, "status")["All"] == 3
    known = ask("figures", by=("status",), known="2023-06-01", population=Population.EVER)
    assert counts(known, "status")["All"] == 9  # without the one recorded later
    assert known.tables[0].scope.known == "2023-06-01 (U-0002)"


def test_every_table_says_what_it_counts_of_whom_and_as_known_when(ask):
    made = ask("situation")
    for table in made.tables:
        about = "\n".join(table.about(made.speech))
        assert "Unit of count: persons." in about
        assert "Population: " in about
        assert "As known on 2024-05-20 (U-0003)." in about
    assert made.prepared.manifest.unit == UNIT
    assert (
        "Persons withheld: 1 (no publication basis, or no consent that covers this audience)."
        in made.tables[0].notes
    )


def test_the_same_question_at_the_same_update_gives_the_same_figures_on_any_day(ask):
    first, later = ask("situation"), ask("situation", today=dt.date(2031, 1, 1))
    assert first.as_json() == later.as_json()
