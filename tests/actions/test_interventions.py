"""An act of advocacy, for whom it was made, what followed it up, and what can be no answer to it."""

from __future__ import annotations

import pytest

from prisoners.actions.interventions import answered_before, make_for, not_for, open_intervention
from prisoners.actions.verbs import verbs
from prisoners.errors import FollowsItself, NotMadeFor, RowWithdrawn, TooEarlyFor
from tests.builders import make_prisoner

APPEAL = {"kind": "urgent_appeal", "on": "5 Aban 1402", "signers": "کانون نویسندگان؛ انجمن قلم"}


def for_whom(unit, number):
    rows = unit.rows(
        "SELECT prisoner_id FROM beneficiaries WHERE intervention_id = :own AND withdrawn = 0 ORDER BY id",
        own=number,
    )
    return [row["prisoner_id"] for row in rows]


def test_a_follow_up_is_for_the_same_people_unless_others_are_named(act):
    with act() as unit:
        people = [make_prisoner(unit, name, None) for name in ("Omid Sangi", "Neda Zarbaf")]
        first = open_intervention(unit, people, APPEAL)
        assert first.signers == "کانون نویسندگان؛ انجمن قلم"
        second = open_intervention(
            unit, [], {"kind": "further_answer", "follows": "I-0001", "response": "denial"}
        )
        third = open_intervention(unit, people[:1], {"kind": "letter", "follows": "I-0002"})
        assert [for_whom(unit, row.id) for row in (first, second, third)] == [people, people, people[:1]]
        assert (second.follows, third.follows) == (1, 2)


def test_an_act_follows_up_neither_itself_nor_what_follows_it_up(act):
    with act() as unit:
        open_intervention(unit, [], APPEAL)
        open_intervention(unit, [], APPEAL | {"follows": "I-0001"})
        open_intervention(unit, [], APPEAL | {"follows": "I-0002"})
        for number, followed in ((1, "I-0001"), (1, "I-0003"), (2, "I-0003")):
            with pytest.raises(FollowsItself, match=f"cannot follow up {followed}"):
                verbs("interventions").amend(unit, number, {"follows": followed})
            verbs("interventions").amend(unit, number, {"follows": "I-0001" if number == 2 else ""})


@pytest.mark.parametrize(
    ("day", "more", "refused"),
    [
        ("5 Aban 1402", {"responded": "4 Aban 1402"}, True),
        ("5 Aban 1402", {"responded": "Aban 1402"}, False),
        ("4 Aban 1402", {"follows": "I-0001"}, True),
        ("5 Aban 1402", {"follows": "I-0001"}, False),
        ("", {"follows": "I-0001", "responded": "1390"}, False),
    ],
)
def test_nothing_is_answered_or_followed_up_before_it_was_done(act, day, more, refused):
    with act() as unit:
        open_intervention(unit, [], APPEAL)
        if not refused:
            open_intervention(unit, [], {"kind": "letter", "on": day} | more)
            return
        with pytest.raises(TooEarlyFor, match="lies before"):
            open_intervention(unit, [], {"kind": "letter", "on": day} | more)


def test_somebody_named_in_error_is_taken_out_and_can_be_named_again(act):
    with act() as unit:
        omid, neda = (make_prisoner(unit, name, None) for name in ("Omid Sangi", "Neda Zarbaf"))
        open_intervention(unit, [omid], APPEAL)
        make_for(unit, 1, {"prisoner_id": omid, "answer": "نام او در فهرست نیست"})
        assert answered_before(unit, 1, omid) == "نام او در فهرست نیست"
        assert answered_before(unit, 1, neda) == ""
        not_for(unit, 1, omid)
        assert (for_whom(unit, 1), answered_before(unit, 1, omid)) == ([], "")
        with pytest.raises(NotMadeFor, match="I-0001 was not made for P-0001"):
            not_for(unit, 1, omid)
        make_for(unit, 1, {"prisoner_id": omid})
        assert for_whom(unit, 1) == [omid]


def test_an_act_that_was_entered_in_error_is_made_for_nobody(act):
    with act() as unit:
        omid = make_prisoner(unit, "Omid Sangi", None)
        open_intervention(unit, [], APPEAL)
        verbs("interventions").withdraw(unit, 1)
        with pytest.raises(RowWithdrawn):
            make_for(unit, 1, {"prisoner_id": omid})
