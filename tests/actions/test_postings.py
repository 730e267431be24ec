"""Who sat where: in a court or a prison, from when to when."""

from __future__ import annotations

import pytest

from prisoners.actions import postings
from prisoners.errors import PostedNowhere, PostingEndsBeforeItBegan, RowWithdrawn
from prisoners.records.officials import Official

EVIN = {"prison": "Evin", "role": "prison_director"}


@pytest.fixture
def official(act) -> int:
    with act() as unit:
        return unit.add(Official, {"name_en": "Karim Sangdel"}).id


def test_a_branch_with_an_entry_of_its_own_brings_its_number(act, official):
    with act() as unit:
        court = {"court": "دادگاه انقلاب تهران شعبه ۱۵", "since": "1391"}
        assert postings.post(unit, official, court).branch == "15"
        assert postings.post(unit, official, {"court": "دادگاه انقلاب تهران شعبه ۳"}).branch == "۳"
        assert postings.post(unit, official, EVIN).branch is None


def test_an_official_who_was_entered_in_error_sits_nowhere(act, official):
    with act() as unit:
        unit.amend(unit.get(Official, official), withdrawn=True)
        with pytest.raises(RowWithdrawn):
            postings.post(unit, official, EVIN)


def test_a_posting_is_somewhere_and_ends_after_it_began(act, official):
    with pytest.raises(PostedNowhere), act() as unit:
        postings.post(unit, official, {"since": "1391"})
    with act() as unit:
        own = postings.post(unit, official, EVIN | {"since": "1391", "until": "1391"}).id
        with pytest.raises(PostingEndsBeforeItBegan):
            postings.amend(unit, own, {"until": "1390"})


def test_a_posting_entered_in_error_is_not_corrected(act, official):
    with act() as unit:
        row = postings.post(unit, official, EVIN)
        unit.amend(row, withdrawn=True)
        with pytest.raises(RowWithdrawn):
            postings.amend(unit, row.id, {"until": "1399"})
