"""A whole person as one form: read out, entered, edited, and read out again."""

from __future__ import annotations

import copy

import pytest

from prisoners.actions.undo import undo
from prisoners.actions.whole import differences, enter_whole, form_of, take
from prisoners.errors import NotANumberOfAList, NothingChanged, NotInForm, NotOfThisForm
from prisoners.vocabulary import UpdateKind

FORM = {
    "names": ["Neda Zarbaf", {"text": "ندا زرباف", "family": "زرباف"}],
    "numbers": ["hrana:5081"],
    "activities": ["teacher"],
    "father": "Karim",
    "born": "spring 1365",
    "cases": [
        {
            "file_number": "9909977121100770",
            "warrant_shown": False,
            "charges": [{"offence": "500"}, {"offence": "610", "changed_from": "#1"}],
            "judgments": [
                {
                    "on": "1402",
                    "sentences": [{"term": "5 years", "charge": "#2"}, {"kind": "lashes", "lashes": 74}],
                }
            ],
        },
        {"stage": "investigation", "charges": [{"quoted": "links"}]},
    ],
    "events": [
        {"kind": "arrest", "on": "1 Mehr 1401", "prison": "Evin 209", "case": "#1"},
        {"kind": "hearing", "on": "1402", "case": "#2", "after": "#1"},
    ],
    "contacts": [{"kind": "telephone", "value": "none"}],
}


@pytest.fixture
def form(act):
    """The form of a person entered from one."""
    with act() as unit:
        enter_whole(unit, FORM)
        return form_of(unit.rows, 1)


def test_a_person_entered_from_a_form_is_read_out_as_entered(form):
    case = form["cases"][0]
    assert [name["text"] for name in form["names"]] == ["Neda Zarbaf", "ندا زرباف"]
    assert (form["ref"], form["father"], form["born"]) == ("P-0001", "Karim", "spring 1365")
    assert form["external_ids"] == [{"ref": "X-0001", "list_name": "hrana", "number": "5081"}]
    assert case["charges"][0]["state"] == "changed"
    assert case["charges"][1]["instead_of"] == "CH-0001"
    assert (
        case["judgments"][0]["sentences"][0] | {"charge": "CH-0002", "years": 5}
        == case["judgments"][0]["sentences"][0]
    )
    assert form["events"][0]["prison"] == "PR-0001"
    assert (form["events"][1]["case"], form["events"][1]["after"]) == ("C-0002", "E-0001")


def test_not_recorded_and_no_are_told_apart_in_a_form(form):
    assert form["cases"][0]["warrant_shown"] is False
    assert "warrant_shown" not in form["cases"][1]
    assert "abroad" not in form["cases"][0]


def test_a_form_that_was_not_changed_asks_for_nothing(form):
    assert list(differences(form, copy.deepcopy(form))) == []


def test_there_is_no_form_of_nobody(act):
    with pytest.raises(NothingChanged), act() as unit:
        assert form_of(unit.rows, 77) == {}


def test_an_edited_form_is_written_and_read_out_as_edited_and_undone_exactly(act, form):
    edited = copy.deepcopy(form)
    edited["father"] = "Rahim"
    del edited["born"]
    edited["names"][0]["text"] = "Neda Zarbafi"
    edited["cases"][0]["abroad"] = True
    del edited["cases"][0]["warrant_shown"]
    edited["cases"][1]["charges"] = [{"offence": "500"}]
    edited["cases"][0]["judgments"][0]["sentences"][0]["years"] = 4
    edited["cases"].append({"file_number": "1", "charges": [{"quoted": "contact"}]})
    edited["events"].append({"kind": "hearing", "case": "#1"})
    steps = list(differences(form, edited))
    assert sorted(step.verb for step in steps) == ["add", "add", "add", *["amend"] * 4, "withdraw"]
    with act() as unit:
        take(unit, steps)
        written, update = form_of(unit.rows, 1), unit.update.id
    assert (written["father"], written["names"][0]["text"]) == ("Rahim", "Neda Zarbafi")
    assert "born" not in written
    assert "warrant_shown" not in written["cases"][0]
    assert written["cases"][0]["abroad"] is True
    assert [charge["offence"] for charge in written["cases"][1]["charges"]] != []
    assert written["events"][2]["case"] == written["cases"][2]["ref"] == "C-0003"
    with act(kind=UpdateKind.UNDO, undoes=update) as unit:
        undo(unit, update)
        assert form_of(unit.rows, 1) == form


def test_a_flag_taken_out_of_a_form_is_no_longer_set(act, form):
    edited = copy.deepcopy(form)
    edited["cases"][0]["abroad"] = True
    with act() as unit:
        take(unit, differences(form, edited))
        written = form_of(unit.rows, 1)
        del (cleared := copy.deepcopy(written))["cases"][0]["abroad"]
        take(unit, differences(written, cleared))
        assert form_of(unit.rows, 1) == form


def test_a_reference_that_did_not_stand_in_the_form_is_refused(form):
    edited = copy.deepcopy(form)
    edited["events"].append({"ref": "E-0099", "kind": "hearing"})
    with pytest.raises(NotOfThisForm, match="E-0099"):
        list(differences(form, edited))


@pytest.mark.parametrize("counted", ["#0", "#3"])
def test_a_count_beyond_the_form_is_refused(act, counted):
    form = copy.deepcopy(FORM)
    form["events"][0]["case"] = counted
    with pytest.raises(NotInForm, match=counted), act() as unit:
        enter_whole(unit, form)


def test_a_foreign_number_in_a_form_names_its_list(act):
    with pytest.raises(NotANumberOfAList), act() as unit:
        enter_whole(unit, {"names": ["Neda Zarbaf"], "numbers": ["5081"]})
