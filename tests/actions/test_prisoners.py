"""Recording a person: names in both scripts, numbers of foreign lists, pairs told apart."""

from __future__ import annotations

import pytest

from prisoners.actions import prisoners
from prisoners.errors import (
    FormNotRight,
    LastName,
    MergedAway,
    NameNeeded,
    NoSuchField,
    NotANumberOfAList,
    NumberTaken,
    RowWithdrawn,
)
from prisoners.records.names import Name
from prisoners.records.prisoners import Prisoner


def shown(unit, person):
    return {
        row["text"]
        for row in unit.rows("SELECT text FROM names WHERE prisoner_id = :one AND is_primary = 1", one=person)
    }


def test_the_script_of_a_name_is_seen_from_its_letters(act):
    with act() as unit:
        person = prisoners.add(unit, ["Neda Zarbaf", "ندا زرباف", "1234"], {})
        scripts = [
            row["script"]
            for row in unit.rows("SELECT script FROM names WHERE prisoner_id = :one", one=person.id)
        ]
    assert scripts == ["latin", "persian", "other"]


def test_the_first_name_in_each_script_is_the_one_shown(act):
    with act() as unit:
        person = prisoners.add(unit, ["Neda Zarbaf", "ندا زرباف", "Neda Zarbafi"], {})
        assert shown(unit, person.id) == {"Neda Zarbaf", "ندا زرباف"}


def test_another_name_recorded_as_primary_is_shown_instead(act):
    with act() as unit:
        person = prisoners.add(unit, ["Neda Zarbaf"], {})
        prisoners.add_name(unit, person.id, {"text": "Jina Zarbaf", "kind": "home", "is_primary": "yes"})
        assert shown(unit, person.id) == {"Jina Zarbaf"}


def test_a_name_amended_to_primary_takes_the_place_of_the_other(act):
    with act() as unit:
        person = prisoners.add(unit, ["Neda Zarbaf", "Jina Zarbaf"], {})
        second = unit.rows("SELECT id FROM names WHERE text = 'Jina Zarbaf'")[0]["id"]
        prisoners.amend_name(unit, second, {"is_primary": "yes", "family": "Zarbaf"})
        assert shown(unit, person.id) == {"Jina Zarbaf"}


def test_a_person_without_a_name_is_refused(act):
    with pytest.raises(NameNeeded), act() as unit:
        prisoners.add(unit, [], {"father": "Karim"})


def test_a_family_name_that_is_not_in_the_name_is_refused(act):
    with pytest.raises(FormNotRight, match="not part of the name"), act() as unit:
        prisoners.add(unit, [{"text": "Neda Zarbaf", "family": "Karimi"}], {})


def test_what_is_typed_is_read_by_the_kind_of_its_column(act):
    with act() as unit:
        person = prisoners.add(
            unit,
            ["Neda Zarbaf"],
            {
                "gender": "زن",
                "born": "spring 1365",
                "ethnicity": "kurdish",
                "religion_presumed": "yes",
                "father": " Karim ",
            },
        )
        assert (person.gender, person.ethnicity, person.religion_presumed) == ("female", "kurdish", True)
        assert person.born.words == "spring 1365"


def test_an_unknown_field_names_the_nearest(act):
    with pytest.raises(NoSuchField) as wrong, act() as unit:
        prisoners.add(unit, ["Neda Zarbaf"], {"fathr": "Karim"})
    assert "father" in wrong.value.hint


def test_several_faults_are_told_at_once(act):
    with pytest.raises(FormNotRight) as wrong, act() as unit:
        prisoners.add(unit, ["Neda Zarbaf"], {"gender": "femal", "born": "31 Mehr 1380"})
    assert [field for field, _ in wrong.value.faults] == ["gender", "born"]


def test_a_single_fault_keeps_its_own_words(act):
    with pytest.raises(Exception, match="does not exist: Mehr 1380 has 30 days"), act() as unit:
        prisoners.add(unit, ["Neda Zarbaf"], {"born": "31 Mehr 1380"})


def test_amending_changes_the_fields_named_and_clears_those_left_empty(act):
    with act() as unit:
        person = prisoners.add(unit, ["Neda Zarbaf"], {"father": "Karim", "occupation": "teacher"})
    with act() as unit:
        prisoners.amend(unit, person.id, {"father": "", "occupation": "poet"})
    with act() as unit:
        prisoners.amend(unit, person.id, {"born": "1365"})
        now = unit.get(Prisoner, person.id)
        assert (now.father, now.occupation) == (None, "poet")


def test_a_withdrawn_record_takes_no_more_facts(act):
    with act() as unit:
        person = prisoners.add(unit, ["Neda Zarbaf"], {})
    with act() as unit:
        prisoners.withdraw(unit, person.id)
    with pytest.raises(RowWithdrawn), act() as unit:
        prisoners.amend(unit, person.id, {"father": "Karim"})


def test_a_merged_record_names_the_one_that_lives_on(act):
    with act() as unit:
        one, other = (prisoners.add(unit, ["Neda Zarbaf"], {}) for _ in "ab")
        unit.amend(one, merged_into=other.id)
        with pytest.raises(MergedAway, match="P-0002"):
            prisoners.add_activity(unit, one.id, {"activity": "teacher"})


def test_a_withdrawn_name_leaves_the_next_in_its_script_shown(act):
    with act() as unit:
        person = prisoners.add(unit, ["Neda Zarbaf", "Neda Zarbafi", "ندا"], {})
        prisoners.withdraw_name(unit, 1)
        assert shown(unit, person.id) == {"Neda Zarbafi", "ندا"}
        with pytest.raises(RowWithdrawn):
            prisoners.withdraw_name(unit, 1)


def test_the_last_name_is_not_withdrawn(act):
    with act() as unit:
        prisoners.add(unit, ["Neda Zarbaf"], {})
        with pytest.raises(LastName):
            prisoners.withdraw_name(unit, 1)


def test_a_withdrawn_name_that_was_not_shown_changes_no_other(act):
    with act() as unit:
        person = prisoners.add(unit, ["Neda Zarbaf", "Neda Zarbafi"], {})
        prisoners.withdraw_name(unit, 2)
        assert shown(unit, person.id) == {"Neda Zarbaf"}
        assert not unit.get(Name, 1).withdrawn


def test_a_number_of_a_foreign_list_stands_for_one_person(act):
    with act() as unit:
        one, other = (prisoners.add(unit, ["Neda Zarbaf"], {}) for _ in "ab")
        first = prisoners.add_number(unit, one.id, prisoners.read_number("hrana: 5081"))
        assert prisoners.add_number(unit, one.id, prisoners.read_number("hrana:5081")) is first
        with pytest.raises(NumberTaken, match="P-0001"):
            prisoners.add_number(unit, other.id, prisoners.read_number("hrana:5081"))


@pytest.mark.parametrize("text", ["5081", "hrana:", ":5081", ""])
def test_a_number_without_its_list_is_refused(text: str):
    with pytest.raises(NotANumberOfAList):
        prisoners.read_number(text)


def test_a_pair_is_told_apart_once_whoever_is_named_first(act):
    with act() as unit:
        one, other = (prisoners.add(unit, ["Neda Zarbaf"], {}) for _ in "ab")
        first = prisoners.tell_apart(unit, other.id, {"other_id": one.id, "note": "another father"})
        again = prisoners.tell_apart(unit, one.id, {"other_id": other.id})
        assert (first.prisoner_id, first.other_id, again.id, again.note) == (1, 2, first.id, "another father")
