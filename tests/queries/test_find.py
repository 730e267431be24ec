"""Who is meant: never somebody picked in silence."""

from __future__ import annotations

import pytest

from prisoners.errors import AmbiguousName, NobodyFound, NoSuchRow, OnlyNear
from prisoners.queries.find import describe, person_meant
from prisoners.store.engine import create_registry
from prisoners.store.reader import reading
from tests.builders import make_prisoner
from tests.queries.world import on_day


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        pytest.param("P-0004", "P-0004", id="a reference"),
        pytest.param("p-4", "P-0004", id="a reference as people type it"),
        pytest.param("P-0006", "P-0002", id="a record that was merged leads to the one that stands"),
        pytest.param("P-0007", "P-0007", id="a withdrawn record is found by its reference"),
        pytest.param("bidar:5081", "P-0001", id="a number of a foreign list"),
        pytest.param("Bidar: 5081", "P-0001", id="whatever its case and blanks"),
        pytest.param("Babak Arjmand", "P-0004", id="a name"),
        pytest.param("بابک ارجمند", "P-0004", id="a name in Persian script"),
        pytest.param("Zhaleh Golestan", "P-0003", id="a name in the script it is not recorded in"),
        pytest.param("Babek Arjomand", "P-0004", id="another spelling"),
        pytest.param("Mohammadali Kamangar", "P-0008", id="two words written as one"),
        pytest.param("Omid Pirooz", "P-0002", id="a name of a merged record"),
    ],
)
def test_one_person_is_meant(reader, text, reference):
    assert person_meant(reader, text).reference == reference


@pytest.mark.parametrize(
    "text", ["Parvin Moradbakhsh", "Nobody Atall", "bidar:1", "other:5081", "bidar:", "?", "ناشناس"]
)
def test_nobody_is_found(reader, text):
    with pytest.raises(NobodyFound):
        person_meant(reader, text)


def test_a_reference_to_nobody_says_so(reader):
    with pytest.raises(NoSuchRow, match="P-0099"):
        person_meant(reader, "P-99")


def test_of_two_people_of_one_name_none_is_picked(reader):
    with pytest.raises(AmbiguousName) as raised:
        person_meant(reader, "ندا زرباف")
    assert "P-0001 Neda Zarbaf · ندا زرباف, father Rostam, born 1989-05-04" in raised.value.sentence
    assert "P-0005 Neda Zarbaf · ندا زرباف, father Kaveh" in raised.value.sentence


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        pytest.param("Kamangar", "P-0008", id="a family name that only one person has"),
        pytest.param("Babak Arjmandi", "P-0004", id="a name with one letter more"),
        pytest.param("بابک ارجمندی", "P-0004", id="a Persian name with one letter more"),
    ],
)
def test_a_name_that_is_only_near_is_never_taken_silently(reader, text, nearest):
    with pytest.raises(OnlyNear) as raised:
        person_meant(reader, text)
    assert nearest in raised.value.sentence
    assert nearest in str(raised.value.hint)


def test_somebody_may_say_that_the_nearest_is_meant(reader):
    assert person_meant(reader, "Kamangar", choose=lambda found: found[0]).reference == "P-0008"
    with pytest.raises(OnlyNear):
        person_meant(reader, "Kamangar", choose=lambda _: None)


def test_many_candidates_are_counted_and_not_all_named():
    sentence = AmbiguousName("Ali", [f"P-{number:04} Ali" for number in range(1, 31)]).sentence
    assert "P-0009 Ali; and 21 more." in sentence
    assert "P-0010" not in sentence


def test_a_spelling_that_may_be_two_names_finds_the_people_of_both(tmp_path):
    create_registry(tmp_path / "registry.db").close()
    with on_day(tmp_path / "registry.db", "2025-01-01") as unit:
        for name in ("ناصر زرباف", "نصیر زرباف", "نصری زرباف"):
            make_prisoner(unit, None, name)
    with reading(tmp_path / "registry.db") as reader:
        with pytest.raises(AmbiguousName) as raised:
            person_meant(reader, "Nasir Zarbaf")
        assert [ref in raised.value.sentence for ref in ("P-0001", "P-0002", "P-0003")] == [True, True, False]
        assert person_meant(reader, "Naser Zarbaf").reference == "P-0001"


def test_somebody_may_choose_among_them(reader):
    assert person_meant(reader, "Neda Zarbaf", choose=lambda found: found[1]).reference == "P-0005"


def test_who_chooses_none_of_them_gets_the_list(reader):
    with pytest.raises(AmbiguousName):
        person_meant(reader, "Neda Zarbaf", choose=lambda _: None)


def test_a_line_tells_a_person_from_others(reader):
    line = describe(person_meant(reader, "P-0003"))
    assert line == "P-0003 ژاله گلستان, born about 1985, released by pardon, somewhere in Kerman"


def test_the_person_carries_the_version_to_expect(reader):
    assert person_meant(reader, "P-0001").version == 4
