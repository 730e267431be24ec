"""One person's page: complete, in order, and nothing sealed on it by itself."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from prisoners.queries.case_file import case_file, in_json, missing
from prisoners.queries.outward import DAYS, FLAGS, LINKS, date_outward, outward
from prisoners.queries.sealed import CONTACTS, SEALED_TABLES
from prisoners.records.columns import Day, Flag
from prisoners.records.tables import RECORDED
from prisoners.reference import reference_list


def test_everything_of_a_case_is_there(reader):
    file = case_file(reader, 1)
    assert [row["text"] for row in file.names] == ["Neda Zarbaf", "ندا زرباف"]
    assert [row["name_en"] for row in file.charges] == ["assembly and collusion"]
    assert [(row["court"], row["judge"]) for row in file.judgments] == [
        ("Revolutionary Court of Tehran", "Karim Sangdel")
    ]
    assert [(row["kind"], row["years"], row["months"]) for row in file.sentences] == [("prison", 5, 6)]
    assert [row["kind"] for row in file.events] == ["arrest", "enforcement_start", "furlough_start"]
    assert file.updated
    assert file.updated["by_whom"] == "Lida"


def test_what_is_sealed_stays_covered(reader):
    file = case_file(reader, 1)
    assert file.kept_back == {"contacts": 1, "health": 1, "relations": 1}
    assert re.fullmatch("Contact [A-Z]{5}", file.consents[0]["given_by"])
    assert "SEALED-" not in json.dumps(in_json(file), ensure_ascii=False)


def test_what_is_sealed_is_there_when_asked_for(reader):
    said = json.dumps(in_json(case_file(reader, 1, sealed=True)), ensure_ascii=False)
    for secret in ("SEALED-number", "SEALED-mother", "SEALED-illness", "SEALED-giver"):
        assert secret in said


def test_what_is_covered_is_sealed_by_the_list_of_levels():
    levels = {(row["table"], row["column"]): row["level"] for row in reference_list("privacy")}
    assert {levels[columns] for columns in CONTACTS} == {"sealed"}
    assert {levels[table, "value" if table == "contacts" else "name"] for table in SEALED_TABLES} == {
        "sealed"
    }


def test_what_is_missing_is_named(reader):
    assert missing(case_file(reader, 1)) == ["a day on which it was last confirmed"]
    assert missing(case_file(reader, 4)) == [
        "father's name",
        "date of birth",
        "why the person is targeted",
        "a source",
        "a basis or a consent to publish",
        "a day on which it was last confirmed",
    ]


@pytest.mark.parametrize(
    ("subject", "facts", "asks"),
    [
        ("lawyer", {}, True),
        ("family", {}, False),
        ("person", {"after_death": 1}, False),
        ("lawyer", {"refused": 1}, False),
    ],
)
def test_whose_consent_ended_with_a_death_has_a_family_to_be_asked(reader, subject, facts, asks):
    file = case_file(reader, 4)
    answer = {"subject": subject, "refused": 0, "withdrawn_on": None, "after_death": 0} | facts
    alive = replace(file, consents=[answer])
    dead = replace(alive, events=[*file.events, {"kind": "status_reported", "status": "executed"}])
    wanted = "the family's agreement, since a death is reported"
    assert wanted not in missing(alive)
    assert (wanted in missing(dead)) == asks


def test_records_merged_into_a_person_are_named(reader):
    assert in_json(case_file(reader, 2))["merged"] == ["P-0006"]


def test_programs_get_stable_keys(reader):
    keys = [list(in_json(case_file(reader, number))) for number in (1, 5)]
    assert keys[0] == keys[1]
    said = in_json(case_file(reader, 1))
    assert said["reference"] == "P-0001"
    assert said["born"] == {
        "earliest": "1989-05-04",
        "latest": "1989-05-04",
        "edtf": "1989-05-04",
        "calendar": "gregorian",
        "words": "1989-05-04",
    }
    assert said["cases"][0]["reference"] == "C-0001"
    assert said["charges"][0]["case_id"] == "C-0001"
    assert said["names"][0]["is_primary"] is True
    assert said["prison_id"] == "PR-0001"


def test_an_open_end_is_no_day():
    assert date_outward("0001-01-01 2019-11-16 ../2019-11-15|jalali|before 25 Aban 1398") == {
        "earliest": None,
        "latest": "2019-11-16",
        "edtf": "../2019-11-15",
        "calendar": "jalali",
        "words": "before 25 Aban 1398",
    }
    assert date_outward(None) is None


def test_words_that_are_no_date_stay_words():
    date = date_outward("0001-01-01 9999-12-31 |unread|a | b")
    assert date == {"earliest": None, "latest": None, "edtf": None, "calendar": "unread", "words": "a | b"}


def test_every_column_of_every_table_has_its_outward_form():
    columns = [column for record in RECORDED for column in record.__table__.columns]
    derived = {"held_since", "order_uncertain"}
    assert DAYS - derived == {column.name for column in columns if isinstance(column.type, Day)}
    assert FLAGS - derived == {column.name for column in columns if isinstance(column.type, Flag)}
    linked = {(column.name, key.column.table.name) for column in columns for key in column.foreign_keys}
    assert {link for link in linked if link[0] in LINKS} == {
        (name, table) for name, table in LINKS.items() if name in {link[0] for link in linked}
    }


def test_a_row_without_links_has_none():
    assert outward("events", {"id": 7, "after_id": None, "open_ended": 0}) == {
        "reference": "E-0007",
        "after_id": None,
        "open_ended": False,
    }
