"""Two clocks: what was known on a day, and what was on a day."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest

from prisoners.errors import DatabaseRefuses, NoSuchRow, NotADay
from prisoners.queries.as_of import known_at, looking_back
from prisoners.queries.case_file import case_file
from prisoners.queries.language import read_filter
from prisoners.queries.listing import listing
from prisoners.records.events import Event
from prisoners.store.reader import reading
from tests.queries.world import TODAY, on_day


def status(reader, prisoner: int) -> str | None:
    return case_file(reader, prisoner).person["status"]


def known_on(reader, day: str, prisoner: int) -> str | None:
    with looking_back(reader, known=known_at(reader, day, TODAY)) as then:
        return status(then, prisoner)


def was_on(reader, day: str, prisoner: int) -> tuple[str | None, int]:
    with looking_back(reader, on=dt.date.fromisoformat(day)) as then:
        person = case_file(then, prisoner).person
    return person["status"], person["order_uncertain"]


def test_now_is_the_registry_itself(reader):
    with looking_back(reader) as same:
        assert same is reader


def test_what_was_not_yet_entered_was_not_known(reader):
    assert known_on(reader, "2023-06-01", 1) == "imprisoned_serving"
    assert known_on(reader, "2024-02-01", 1) == "furlough"


def test_a_day_is_known_to_its_end_and_in_any_calendar(reader):
    assert known_at(reader, "10 Mehr 1401", TODAY).at == "2022-10-02T23:59:59Z"


def test_nobody_was_known_before_the_first_update(reader):
    with looking_back(reader, known=known_at(reader, "2022-01-01", TODAY)) as then:
        assert then.rows("SELECT * FROM people") == []


def test_just_after_an_update(reader):
    assert known_on(reader, "U-0003", 1) == "imprisoned_serving"
    assert known_on(reader, "U-0004", 1) == "furlough"


def test_one_person_alone_is_looked_back_on_the_same(reader):
    known = known_at(reader, "U-0003", TODAY)
    with looking_back(reader, known=known, prisoner=1) as one, looking_back(reader, known=known) as all_:
        assert case_file(one, 1, sealed=True) == case_file(all_, 1, sealed=True)


def test_as_known_now_is_the_same_as_now(reader):
    with looking_back(reader, known=known_at(reader, "2026-03-21", TODAY)) as then:
        for prisoner in range(1, 9):
            assert case_file(then, prisoner, sealed=True) == case_file(reader, prisoner, sealed=True)


@pytest.mark.parametrize("text", ["2023", "Mehr 1401", "spring 1402", "about 2023-05-01"])
def test_a_period_is_no_moment(reader, text):
    with pytest.raises(NotADay):
        known_at(reader, text, TODAY)


def test_an_unknown_update_is_no_moment(reader):
    with pytest.raises(NoSuchRow, match="U-0099"):
        known_at(reader, "U-99", TODAY)


def test_the_situation_on_a_day(reader):
    assert was_on(reader, "2022-09-15", 1) == (None, 0)
    assert was_on(reader, "2022-09-16", 1) == ("detained_investigation", 0)
    assert was_on(reader, "2023-06-01", 1) == ("imprisoned_serving", 0)
    assert was_on(reader, "2025-01-01", 1) == ("furlough", 0)


def test_a_partial_date_leaves_the_status_uncertain_until_it_is_over(reader):
    assert was_on(reader, "2023-04-10", 2) == (None, 1)
    assert was_on(reader, "2023-06-30", 2) == ("detained_investigation", 0)


def test_an_undated_status_is_certain_from_the_day_it_was_entered(reader):
    assert was_on(reader, "2023-04-30", 4) == (None, 1)
    assert was_on(reader, "2023-05-01", 4) == ("imprisoned_serving", 0)


def test_judgments_and_cases_that_came_later_are_left_out(reader):
    with looking_back(reader, on=dt.date(2022, 10, 1)) as then:
        file = case_file(then, 1)
    assert len(file.cases) == 1
    assert (file.judgments, file.sentences) == ([], [])


def test_who_was_held_on_a_day_is_a_list(reader):
    with looking_back(reader, on=dt.date(2023, 6, 30)) as then:
        rows = listing(then, read_filter("status:in_custody"), today=TODAY, columns=["ref"]).rows
    assert rows == [(1,), (2,), (4,)]


def test_a_back_dated_correction_changes_the_past_but_not_what_was_known_of_it(world, tmp_path: Path):
    path = tmp_path / "registry.db"
    shutil.copy(world, path)
    path.chmod(0o600)
    with on_day(path, "2026-01-10", because="a court document") as unit:
        arrest = unit.add(
            Event,
            {
                "prisoner_id": 5,
                "kind": "arrest",
                "happened_on": "2025-11-01",
                "status": "detained_investigation",
            },
        )
    assert arrest.id
    day = dt.date(2025, 12, 1)
    with reading(path) as reader:
        before = known_at(reader, "2026-01-05", TODAY)
        with looking_back(reader, known=before, on=day) as then:
            assert status(then, 5) is None
        with looking_back(reader, on=day) as now:
            assert status(now, 5) == "detained_investigation"
        with looking_back(reader, known=before, on=day) as again:
            assert status(again, 5) is None


def test_the_picture_of_a_day_is_in_memory_and_gone_afterwards(reader):
    before = reader.rows("SELECT * FROM people")
    with pytest.raises(DatabaseRefuses), looking_back(reader, on=dt.date(2022, 10, 1)) as then:
        assert [tuple(row) for row in then.rows("SELECT * FROM people")] != [tuple(row) for row in before]
        then.rows("DELETE FROM main.headlines")
    assert reader.rows("SELECT * FROM sqlite_temp_master") == []
    assert [tuple(row) for row in reader.rows("SELECT * FROM people")] == [tuple(row) for row in before]


def test_one_person_on_a_day_is_what_they_are_among_everybody(reader):
    for day in (dt.date(2022, 10, 1), dt.date(2023, 6, 30), dt.date(2024, 2, 10)):
        with looking_back(reader, on=day) as then:
            among_all = [case_file(then, prisoner).person for prisoner in (1, 2, 3)]
        for prisoner, person in enumerate(among_all, start=1):
            with looking_back(reader, on=day, prisoner=prisoner) as then:
                assert case_file(then, prisoner).person == person
