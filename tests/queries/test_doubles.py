"""Two records of one person are seen, with what speaks for and against; two people of one name are left alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from prisoners.dates.partial import PartialDate
from prisoners.queries.doubles import Pair, Verdict, doubles, likely_doubles_of
from prisoners.queries.facts import Facts
from prisoners.records.cases import Case
from prisoners.records.charges import Charge
from prisoners.records.external_ids import ExternalId
from prisoners.records.not_the_same import NotTheSame
from prisoners.records.offences import Offence
from prisoners.records.prisoners import Prisoner
from prisoners.records.prisons import Prison
from prisoners.store.reader import Reader
from prisoners.store.unit import Unit
from tests.builders import act, empty_registry, make_event, make_prisoner


def year(number: int) -> PartialDate:
    return PartialDate.from_stored(f"{number}-01-01 {number}-12-31 {number}|gregorian|{number}")


def on(day: str) -> PartialDate:
    return PartialDate.from_stored(f"{day} {day} {day}|gregorian|{day}")


Fill = Callable[[Unit], None]
Found = Callable[[Fill], list[Pair]]


@pytest.fixture
def pairs() -> Iterator[Found]:
    connection = empty_registry()

    def asked(fill: Fill) -> list[Pair]:
        with act(connection) as unit:
            fill(unit)
        return doubles(Reader(connection))

    yield asked
    connection.close()


def arrested(unit: Unit, prisoner: int, when: str, where: str | None = None) -> None:
    unit.add(Case, {"prisoner_id": prisoner, "arrested_on": on(when), "arrested_at": where})


def test_one_name_in_two_scripts_with_one_father_is_likely(pairs: Found) -> None:
    def fill(unit: Unit) -> None:
        make_prisoner(unit, "Mohammad Zarbafi", father="Reza")
        make_prisoner(unit, None, "محمد زربافی", father="رضا")

    (found,) = pairs(fill)
    assert (found.one, found.other, found.verdict) == ("P-0001", "P-0002", Verdict.LIKELY)
    assert found.name == "the same name in Persian and Latin letters"
    assert found.speaks_for == ("the same father's name (Reza, رضا)",)
    assert found.speaks_against == ()
    assert 0.5 < found.score < 1


def test_a_name_alone_is_only_possible(pairs: Found) -> None:
    def fill(unit: Unit) -> None:
        make_prisoner(unit, "Mohammad Zarbafi")
        make_prisoner(unit, "Muhammad Zarbafi")

    assert [found.verdict for found in pairs(fill)] == [Verdict.POSSIBLE]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Kazem Zarbafi", "Ghasem Zarbafi", id="Kazem and Ghasem"),
        pytest.param("محمد زربافی", "محمود زربافی", id="محمد and محمود"),
        pytest.param("Unknown", "unknown", id="nobody knows the name"),
        pytest.param("ناشناس", "Unknown", id="nobody knows the name, in two scripts"),
    ],
)
def test_two_names_are_two_people_whatever_else_agrees(pairs: Found, one: str, other: str) -> None:
    def fill(unit: Unit) -> None:
        for name in (one, other):
            make_prisoner(unit, name, father="Reza", born=year(1985), residence="Shiraz")

    assert pairs(fill) == []


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        pytest.param({"born": year(1985)}, {"born": year(1960)}, id="births"),
        pytest.param({"residence": "Sanandaj"}, {"residence": "زاهدان"}, id="provinces"),
        pytest.param({"gender": "male"}, {"gender": "female"}, id="genders"),
    ],
)
def test_one_name_and_father_with_facts_that_differ_is_never_likely(
    pairs: Found, mine: dict[str, object], theirs: dict[str, object]
) -> None:
    def fill(unit: Unit) -> None:
        make_prisoner(unit, "Mohammad Zarbafi", father="Reza", **mine)
        make_prisoner(unit, "Mohammad Zarbafi", father="Reza", **theirs)

    assert Verdict.LIKELY not in {found.verdict for found in pairs(fill)}


def test_arrests_far_apart_speak_against(pairs: Found) -> None:
    def fill(unit: Unit) -> None:
        arrested(unit, make_prisoner(unit, "Mohammad Zarbafi", father="Reza"), "1998-07-09")
        arrested(unit, make_prisoner(unit, "Mohammad Zarbafi", father="Reza"), "2022-09-20")

    (found,) = pairs(fill)
    assert found.verdict is Verdict.POSSIBLE
    assert found.speaks_against == ("arrested far apart in time (1998-07-09, 2022-09-20)",)


def test_one_day_of_arrest_and_one_town_make_a_pair_likely(pairs: Found) -> None:
    def fill(unit: Unit) -> None:
        arrested(unit, make_prisoner(unit, "Neda Kohandel"), "2022-09-20", "Shiraz")
        arrested(unit, make_prisoner(unit, "Neda Kouhandel"), "2022-09-20", "شیراز، فارس")

    (found,) = pairs(fill)
    assert found.verdict is Verdict.LIKELY
    assert found.speaks_for == ("arrested on the same day (2022-09-20)", "the same town")


def test_arrests_within_days_and_a_prison_speak_for(pairs: Found) -> None:
    def fill(unit: Unit) -> None:
        prison = unit.add(Prison, {"name_en": "Evin", "province": "tehran"}).id
        for when in ("2022-09-20", "2022-10-01"):
            one = make_prisoner(unit, "Neda Kohandel")
            make_event(unit, one, "re_arrest", on(when), prison_id=prison)

    (found,) = pairs(fill)
    assert "the same prison" in found.speaks_for
    assert "the same province (tehran)" in found.speaks_for
    assert "arrested at about the same time (2022-09-20, 2022-10-01)" in found.speaks_for


def test_two_different_deaths_are_two_people(pairs: Found) -> None:
    def fill(unit: Unit) -> None:
        for when in ("2019-11-16", "2022-12-08"):
            one = make_prisoner(unit, "Neda Kohandel")
            make_event(unit, one, "death", on(when), status="died_in_custody")

    assert pairs(fill) == []


def test_one_death_speaks_for(pairs: Found) -> None:
    def fill(unit: Unit) -> None:
        for _ in range(2):
            one = make_prisoner(unit, "Neda Kohandel")
            make_event(unit, one, "death", on("2022-12-08"), status="executed")

    (found,) = pairs(fill)
    assert found.speaks_for == ("died at the same time (2022-12-08, 2022-12-08)",)


def test_who_was_seen_after_the_others_death_is_somebody_else(pairs: Found) -> None:
    def fill(unit: Unit) -> None:
        dead = make_prisoner(unit, "Neda Kohandel", born=year(1985), father="Ali")
        make_event(unit, dead, "death", on("2019-11-16"), status="died_in_custody")
        alive = make_prisoner(unit, "Neda Kohandel", born=year(1985), father="Ali")
        make_event(unit, alive, "transfer", on("2023-01-01"))
        for one in (dead, alive):
            unit.add(ExternalId, {"prisoner_id": one, "list_name": "list", "number": "5081"})

    (found,) = pairs(fill)
    assert found.verdict is Verdict.POSSIBLE
    assert found.speaks_against == ("one died (2019-11-16) before the other was seen (2023-01-01)",)


def charged(unit: Unit, prisoner: int, offence: int | None) -> None:
    case = unit.add(Case, {"prisoner_id": prisoner})
    unit.add(Charge, {"case_id": case.id, "offence_id": offence})


def test_articles_are_weighed(pairs: Found) -> None:
    def fill(unit: Unit) -> None:
        first = unit.add(Offence, {"law": "IPC75", "article": "610", "name_en": "Assembly and collusion"}).id
        second = unit.add(Offence, {"law": "IPC75", "article": "500", "name_en": "Propaganda"}).id
        for offence in (first, first, second):
            charged(unit, make_prisoner(unit, "Neda Kohandel", born=on("1985-03-04")), offence)

    found = {(pair.one, pair.other): pair for pair in pairs(fill)}
    assert "charged under the same articles (IPC75-610)" in found["P-0001", "P-0002"].speaks_for
    assert "charged under different articles" in found["P-0002", "P-0003"].speaks_against


def test_one_number_in_a_foreign_list_finds_even_names_that_only_resemble(pairs: Found) -> None:
    def fill(unit: Unit) -> None:
        for name in ("Neda Kohandel", "Neda Azadmanesh"):
            one = make_prisoner(unit, name)
            unit.add(ExternalId, {"prisoner_id": one, "list_name": "list", "number": "5081"})

    (found,) = pairs(fill)
    assert found.speaks_for == ("the same foreign number (list:5081)",)


def test_two_numbers_in_one_list_speak_against(pairs: Found) -> None:
    def fill(unit: Unit) -> None:
        for number in ("5081", "5082"):
            one = make_prisoner(unit, "Neda Kohandel", father="Ali")
            unit.add(ExternalId, {"prisoner_id": one, "list_name": "list", "number": number})

    (found,) = pairs(fill)
    assert found.verdict is Verdict.POSSIBLE
    assert found.speaks_against == ("two different numbers in one list (list)",)


def test_not_the_same_person_is_remembered(pairs: Found) -> None:
    def fill(unit: Unit) -> None:
        for _ in range(2):
            make_prisoner(unit, "Neda Kohandel", father="Ali")
        unit.add(NotTheSame, {"prisoner_id": 2, "other_id": 1})

    assert pairs(fill) == []


def test_a_judgement_taken_back_is_forgotten(pairs: Found) -> None:
    def fill(unit: Unit) -> None:
        for _ in range(2):
            make_prisoner(unit, "Neda Kohandel", father="Ali")
        unit.add(NotTheSame, {"prisoner_id": 2, "other_id": 1, "withdrawn": True})

    assert len(pairs(fill)) == 1


def test_merged_records_and_those_entered_in_error_are_nobodys_doubles(pairs: Found) -> None:
    def fill(unit: Unit) -> None:
        for _ in range(3):
            make_prisoner(unit, "Neda Kohandel", father="Ali")
        unit.amend(unit.get(Prisoner, 2), merged_into=1)
        unit.amend(unit.get(Prisoner, 3), withdrawn=True)
        arrested(unit, 2, "2022-09-20")

    assert pairs(fill) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Neda Kohandel", "Neda Kohandle", id="a slip"),
        pytest.param("Neda Zarrin Ghalam", "Neda Zarringhalam", id="two words as one"),
        pytest.param("Neda Kohandel", "Neda Kohandel Asl", id="a word more"),
        pytest.param("Kohandel Neda", "Neda Kohandel", id="the other order"),
        pytest.param("Neda Kohandel (Hana)", "Hana Kohandel", id="another name in brackets"),
    ],
)
def test_a_name_written_in_another_way_is_seen(pairs: Found, one: str, other: str) -> None:
    def fill(unit: Unit) -> None:
        for name in (one, other):
            make_prisoner(unit, name, father="Ali", born=on("1985-03-04"))

    assert len(pairs(fill)) == 1


def test_where_both_have_a_persian_name_it_decides(pairs: Found) -> None:
    def fill(unit: Unit) -> None:
        make_prisoner(unit, "Hamed Kohandel", "حامد کهندل", father="Ali")
        make_prisoner(unit, "Hamid Kohandel", "حمید کهندل", father="Ali")

    assert pairs(fill) == []


def test_a_common_name_needs_a_fact_to_be_a_pair(pairs: Found) -> None:
    def fill(unit: Unit) -> None:
        for father in ("Ali", "Reza", "Hossein", "Javad", "Naser", "Mahmoud", "Yousef", "Karim", "Jalal"):
            make_prisoner(unit, "Mohammad Karimi", father=father)
        for _ in range(3):
            make_prisoner(unit, "Mohammad Karimi")
        make_prisoner(unit, "Mohammad Karimi", father="Ali", born=year(1985))
        arrested(unit, make_prisoner(unit, "Mohammad Karimi", father="Ali", born=year(1985)), "2022-09-20")

    found = pairs(fill)
    assert {(pair.one, pair.other) for pair in found} == {
        ("P-0001", "P-0013"),
        ("P-0001", "P-0014"),
        ("P-0013", "P-0014"),
    }


def test_fathers_whose_names_are_close_say_little(pairs: Found) -> None:
    def fill(unit: Unit) -> None:
        for father in ("Reza", "Alireza"):
            make_prisoner(unit, "Neda Kohandel", father=father)

    (found,) = pairs(fill)
    assert found.speaks_for == ("fathers' names are close (Reza, Alireza)",)
    assert found.verdict is Verdict.POSSIBLE


class TestSomebodyNew:
    @pytest.fixture
    def reader(self) -> Iterator[Reader]:
        connection = empty_registry()
        with act(connection) as unit:
            make_prisoner(unit, "Neda Kohandel", father="Ali", born=year(1985))
            make_prisoner(unit, "Sara Zarbafi")
            unit.add(ExternalId, {"prisoner_id": 2, "list_name": "List", "number": "5081"})
        yield Reader(connection)
        connection.close()

    def test_is_seen_before_being_entered(self, reader: Reader) -> None:
        (found,) = likely_doubles_of(reader, Facts(names=["ندا کهندل"], father="علی"))
        assert (found.one, found.other, found.verdict) == ("", "P-0001", Verdict.LIKELY)

    def test_is_seen_by_a_foreign_number(self, reader: Reader) -> None:
        (found,) = likely_doubles_of(reader, Facts(names=["Sarah Zarbaf"], numbers={("list", "5081")}))
        assert found.other == "P-0002"

    def test_is_nobody_when_a_number_only_looks_the_same(self, reader: Reader) -> None:
        assert likely_doubles_of(reader, Facts(names=["Sara Kamangar"], numbers={("other", "5081")})) == []

    def test_without_a_name_is_nobodys_double(self, reader: Reader) -> None:
        assert likely_doubles_of(reader, Facts(names=["Unknown"], father="Ali")) == []


def test_names_that_are_only_alike_need_facts_to_be_a_pair(pairs: Found) -> None:
    def fill(unit: Unit) -> None:
        make_prisoner(unit, "Neda Kohandel")
        make_prisoner(unit, "Neda Kohandel Asl")

    assert pairs(fill) == []


def test_a_family_name_with_another_ending_is_not_likely_for_a_father_and_a_town(pairs: Found) -> None:
    def fill(unit: Unit) -> None:
        make_prisoner(unit, "روزبه عزیزی‌فر", father="رستم", residence="شیراز")
        make_prisoner(unit, "Roozbeh Azizi", father="Rostam", residence="Shiraz")

    assert [found.verdict for found in pairs(fill)] == [Verdict.POSSIBLE]
