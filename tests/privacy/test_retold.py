"""The town and the trade of somebody under a pseudonym, in the sentences about that person."""

import datetime as dt

import pytest

from prisoners.privacy.policy import LEADS_TO_THEM
from prisoners.privacy.redact import redact
from prisoners.privacy.retold import kept_back, retells
from prisoners.privacy.verdict import judge
from prisoners.privacy.watch import Watch
from prisoners.vocabulary import Audience

PERSON = {
    "birthplace": "a village near Sari",
    "residence": "تبریز",
    "occupation": "human-rights defender; baker",
}


@pytest.mark.parametrize(
    "text",
    [
        "Resident from Tabriz, prosecuted because of protests.",
        "Born in ساری",
        "taken in Sari and brought to Tehran",
        "A human rights defender of many years",
        "Baker, prosecuted because of protests",
        "T a b r i z",
        "#TabrizPrisoners",
        "اهل تبریز",
    ],
)
def test_a_town_in_either_script_and_a_trade_are_told_again(text):
    assert retells(text, kept_back(PERSON))


@pytest.mark.parametrize(
    "text",
    [
        "Prosecuted because of a human-rights group.",
        "Brought to a village near Tehran",
        "A defender spoke for him",
        "",
    ],
)
def test_a_part_of_a_trade_and_words_around_a_town_tell_nothing(text):
    assert not retells(text, kept_back(PERSON))


@pytest.mark.parametrize(
    ("town", "text", "told"),
    [
        ("مریوان", "Taken from Marivan", True),
        ("Marivan", "اهل مریوان", True),
        ("قم", "اهل قم", True),
        ("Zarqan", "from Zarand", False),
        ("ری", "Rue de Paris", False),
        ("K", "K was beaten", False),
    ],
)
def test_a_town_is_heard_by_three_consonants_and_read_by_its_letters(town, text, told):
    assert retells(text, kept_back({"birthplace": town})) == told


def test_who_has_neither_town_nor_trade_on_record_has_nothing_to_be_told_again():
    assert kept_back({"birthplace": None, "residence": " ", "occupation": "; -"}) == frozenset()
    assert not retells("Resident from Tabriz", frozenset())


@pytest.mark.parametrize(
    ("naming", "kept"), [("full", True), ("first_name", True), ("pseudonym", False), ("anonymous", False)]
)
def test_a_summary_does_not_tell_what_its_columns_keep_back(naming, kept):
    told = "Resident from Tabriz, prosecuted because of protests."
    row = {"id": 1, "basis": "already_public", "naming": naming, "withdrawn": 0, "merged_into": None}
    name = {"id": 1, "prisoner_id": 1, "text": "Neda Zarbaf", "script": "latin", "family": "Zarbaf"}
    tables = {
        "prisoners": [row | {"birthplace": "تبریز", "summary": told}],
        "names": [name | {"is_primary": 1, "withdrawn": 0}],
    }
    verdicts = judge(Audience.PUBLIC, tables["prisoners"], [], dt.date(2024, 3, 20), deaths=())
    left = redact(tables, audience=Audience.PUBLIC, verdicts=verdicts, key="key", watch=Watch())
    assert left.tables["prisoners"][0]["summary"] == (told if kept else None)
    assert left.withheld.counts()["texts"] == ({} if kept else {LEADS_TO_THEM: 1})
