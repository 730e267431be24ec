"""Somebody is found by a name in any spelling, and everything else that is known puts the right one first."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from prisoners.dates.partial import Calendar, PartialDate
from prisoners.queries.search import search
from prisoners.records.cases import Case
from prisoners.records.prisoners import Prisoner
from prisoners.records.prisons import Prison
from prisoners.store.engine import create_registry
from prisoners.store.reader import Reader, reading
from tests.builders import act, make_event, make_prisoner, stopped

Y1985 = "1985-01-01 1985-12-31 1985|gregorian|1985"


@pytest.fixture(scope="module")
def names_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("names") / "registry.db"
    create_registry(path, clock=stopped).close()
    with act(path) as unit:
        make_prisoner(
            unit, "Kazem Zarbafi", "کاظم زربافی", father="Reza", born=PartialDate.from_stored(Y1985)
        )  # 1
        make_prisoner(unit, "Ghasem Zarbafi", "قاسم زربافی")  # 2
        make_prisoner(unit, None, "محمد‌علی نوری‌پناه", residence="Sanandaj")  # 3
        make_prisoner(unit, "Mahmoud Nouripanah", residence="Zahedan")  # 4
        make_prisoner(unit, "Jina (Mahsa) Kohandel")  # 5
        make_prisoner(unit, "Unknown")  # 6
        old = make_prisoner(unit, "Kazim Zarbafi")  # 7, merged into 1
        unit.amend(unit.get(Prisoner, old), merged_into=1)
        wrong = make_prisoner(unit, "Kazem Zarbafi")  # 8, entered in error
        unit.amend(unit.get(Prisoner, wrong), withdrawn=True)
        make_prisoner(unit, "Kazem Zarbafi", father="Hossein")  # 9
        prison = unit.add(Prison, {"name_en": "Evin", "name_fa": "اوین", "province": "tehran"}).id
        make_event(unit, 1, "transfer", prison_id=prison)
        unit.add(Case, {"prisoner_id": 9, "arrested_at": "شیراز"})
    return path


@pytest.fixture
def names(names_file: Path) -> Iterator[Reader]:
    with reading(names_file) as reader:
        yield reader


@pytest.mark.parametrize(
    ("asked", "reference"),
    [
        pytest.param("Kazim Zarbaafi", "P-0001", id="another Latin spelling"),
        pytest.param("كاظم زربافي", "P-0001", id="Arabic letters"),
        pytest.param("زربافی، کاظم", "P-0001", id="family name first"),
        pytest.param("Seyed Kazem Zarbafi", "P-0001", id="a title"),
        pytest.param("Qasim Zarbafi", "P-0002", id="q for gh"),
        pytest.param("Mohammad Ali Nouripanah", "P-0003", id="Persian by Latin"),
        pytest.param("محمود نوری پناه", "P-0004", id="Latin by Persian"),
        pytest.param("Mahsa Kohandel", "P-0005", id="the name in brackets"),
        pytest.param("Kazem Zarbfai", "P-0001", id="two letters exchanged"),
    ],
)
def test_the_right_one_stands_first(names: Reader, asked: str, reference: str) -> None:
    assert search(names, asked)[0].person.reference == reference


def test_a_candidate_has_a_score_and_a_reason(names: Reader) -> None:
    first = search(names, "کاظم زربافی")[0]
    assert first.score == 1.0
    assert first.reason
    assert first.matched == "کاظم زربافی"
    assert (first.person.name_latin, first.person.father, first.person.born) == (
        "Kazem Zarbafi",
        "Reza",
        Y1985,
    )


def test_a_merged_record_is_the_one_it_was_merged_into(names: Reader) -> None:
    assert "P-0007" not in {found.person.reference for found in search(names, "Kazim Zarbafi")}


def test_a_record_entered_in_error_is_not_found(names: Reader) -> None:
    assert "P-0008" not in {found.person.reference for found in search(names, "Kazem Zarbafi")}


def test_an_unknown_person_is_nobody(names: Reader) -> None:
    assert search(names, "ناشناس") == []


def test_a_name_nobody_has_finds_nobody(names: Reader) -> None:
    assert search(names, "Xerxes Quintillian") == []


def test_no_more_than_asked_for(names: Reader) -> None:
    assert len(search(names, "Kazem Zarbafi", limit=1)) == 1


def test_the_father_decides_between_people_of_one_name(names: Reader) -> None:
    assert search(names, "Kazem Zarbafi", father="حسین")[0].person.reference == "P-0009"
    found = search(names, "Kazem Zarbafi", father="Hossein")
    assert "father agrees (Hossein)" in found[0].reason
    assert "father is “Reza”" in next(one for one in found if one.person.reference == "P-0001").reason


def test_a_fact_that_is_not_recorded_leaves_nobody_out(names: Reader) -> None:
    found = search(names, "Ghasem Zarbafi", father="Ali")[0]
    assert (found.person.reference, found.reason.endswith("father not recorded")) == ("P-0002", True)


def test_the_birth_decides(names: Reader) -> None:
    year = PartialDate.from_stored(Y1985)
    assert search(names, "Kazem Zarbafi", born=year)[0].person.reference == "P-0001"
    other = PartialDate.from_stored("1960-01-01 1960-12-31 1960|gregorian|1960")
    assert search(names, "Kazem Zarbafi", born=other)[0].person.reference == "P-0009"


def test_words_that_are_no_date_say_nothing_about_a_birth(names: Reader) -> None:
    year = PartialDate.from_stored(Y1985)
    unread = PartialDate(type(year.earliest).min, type(year.earliest).max, "", Calendar.UNKNOWN, "long ago")
    assert "birth not recorded" in search(names, "Kazem Zarbafi", born=unread)[0].reason


@pytest.mark.parametrize(
    ("city", "reason"),
    [
        pytest.param("Shiraz", "place agrees", id="the town in the other script"),
        pytest.param("Fars", "the same province", id="the province of the town"),
        pytest.param("Tabriz", "other places recorded", id="another province"),
    ],
)
def test_the_city_is_weighed(names: Reader, city: str, reason: str) -> None:
    found = {one.person.reference: one for one in search(names, "Kazem Zarbafi", city=city)}
    assert reason in found["P-0009"].reason


def test_a_place_that_is_not_recorded_is_said(names: Reader) -> None:
    found = {one.person.reference: one for one in search(names, "Ghasem Zarbafi", city="Qom", prison="Evin")}
    assert found["P-0002"].reason.endswith("no place recorded; no prison recorded")


@pytest.mark.parametrize(
    ("prison", "reason"),
    [
        pytest.param("اوین", "was held there", id="there"),
        pytest.param("Nowhere", "no prison is called “Nowhere”", id="no such prison"),
    ],
)
def test_the_prison_is_weighed(names: Reader, prison: str, reason: str) -> None:
    found = {one.person.reference: one for one in search(names, "Kazem Zarbafi", prison=prison)}
    assert reason in found["P-0001"].reason


def test_a_name_comes_back_byte_for_byte(names: Reader) -> None:
    assert search(names, "محمدعلی نوری پناه")[0].matched == "محمد‌علی نوری‌پناه"


def test_an_empty_registry_answers_with_nobody() -> None:
    connection: sqlite3.Connection = create_registry(None, clock=stopped)
    assert search(Reader(connection), "Kazem Zarbafi", father="Reza") == []
    connection.close()


def test_two_records_merged_into_each_other_do_not_hold_up_the_answer() -> None:
    connection = create_registry(None, clock=stopped)
    with act(connection) as unit:
        for merged_into in (2, 1):
            number = make_prisoner(unit, "Kazem Zarbafi")
            assert number == 3 - merged_into
        for number in (1, 2):
            unit.amend(unit.get(Prisoner, number), merged_into=3 - number)
    assert search(Reader(connection), "Kazem Zarbafi") == []
    connection.close()


def test_the_father_finds_one_of_hundreds_of_the_same_name() -> None:
    connection = create_registry(None, clock=stopped)
    with act(connection) as unit:
        for _ in range(250):
            make_prisoner(unit, "Mohammad Karimi", father="Reza")
        make_prisoner(unit, "Mohammad Karimi", father="Jahangir")
    assert search(Reader(connection), "محمد کریمی", father="جهانگیر")[0].person.reference == "P-0251"
    connection.close()
