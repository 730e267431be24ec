"""Silence means no, and the strictest rule wins."""

import pytest

from prisoners.privacy.policy import (
    LEADS_TO_THE_NAME,
    LEADS_TO_THE_PERSON,
    hidden_columns,
    leads_to,
    level_of,
    may_see,
    row_level,
    strictest,
    visible,
)
from prisoners.reference import reference_list
from prisoners.vocabulary import Audience, Confidentiality, NamingRule


def test_a_column_that_nobody_listed_is_sealed():
    assert level_of("prisoners", "shoe_size") is Confidentiality.SEALED
    assert level_of("no_such_table", "id") is Confidentiality.SEALED


@pytest.mark.parametrize(
    ("audience", "seen"),
    [
        (Audience.PUBLIC, {"public"}),
        (Audience.ADVOCATES, {"public", "advocates"}),
        (Audience.INTERNAL, {"public", "advocates", "internal"}),
    ],
)
def test_an_audience_sees_its_own_level_and_those_below(audience, seen):
    assert {level for level in Confidentiality if may_see(audience, level)} == seen


@pytest.mark.parametrize("level", [None, "", "None", "secret"])
def test_a_level_that_nobody_knows_is_for_nobody(level):
    assert not any(may_see(audience, level) for audience in Audience)


def test_no_audience_sees_what_is_sealed():
    sealed = {
        (row["table"], row["column"])
        for row in reference_list("privacy")
        if row["level"] == Confidentiality.SEALED
    }
    assert sealed
    for audience in Audience:
        assert sealed <= hidden_columns(audience)


@pytest.mark.parametrize("table", ["contacts", "relations", "health", "consents", "follow_ups", "changes"])
def test_families_health_and_consents_never_leave_the_house(table):
    assert visible(Audience.PUBLIC, table) == visible(Audience.ADVOCATES, table) == frozenset()


def test_the_strictest_naming_rule_wins():
    assert strictest(["full", "initials", "first_name"]) is NamingRule.INITIALS
    assert strictest(["full", "no such rule"]) is NamingRule.ANONYMOUS


def test_the_less_is_told_of_a_name_the_more_stays_with_it():
    assert leads_to(NamingRule.FULL) == frozenset()
    assert leads_to(NamingRule.FIRST_NAME) == leads_to(NamingRule.INITIALS) == LEADS_TO_THE_NAME
    assert (
        leads_to(NamingRule.PSEUDONYM)
        == leads_to(NamingRule.ANONYMOUS)
        == LEADS_TO_THE_NAME | LEADS_TO_THE_PERSON
    )


def test_what_leads_to_a_name_are_columns_that_exist():
    listed = {(row["table"], row["column"]) for row in reference_list("privacy")}
    assert listed >= LEADS_TO_THE_NAME | LEADS_TO_THE_PERSON


@pytest.mark.parametrize(
    ("source", "level"),
    [
        ({"kind": "family", "url": None, "confidentiality": "public"}, "internal"),
        ({"kind": "family", "url": None, "confidentiality": "sealed"}, "sealed"),
        ({"kind": "family", "url": "https://example.org/statement", "confidentiality": "public"}, "public"),
        ({"kind": "independent_media", "url": None, "confidentiality": "public"}, "public"),
        ({"kind": "independent_media", "url": None, "confidentiality": "internal"}, "internal"),
    ],
)
def test_who_told_us_in_private_stays_inside_unless_it_was_published(source, level):
    assert row_level("sources", source) == level


def test_files_and_medical_facts_have_a_level_of_their_own():
    assert row_level("files", {"level": "sealed"}) == row_level("health", {"level": "sealed"}) == "sealed"
    assert row_level("events", {"kind": "arrest"}) == "public"


@pytest.mark.parametrize("audience", list(Audience))
def test_a_column_is_visible_or_hidden_and_never_both(audience):
    hidden = hidden_columns(audience)
    shown = {
        (table, column)
        for table in ("prisoners", "contacts", "events")
        for column in visible(audience, table)
    }
    assert shown
    assert not shown & hidden
    assert ("contacts", "value") in hidden
    assert {column for column in hidden if column[0] == "prisoners"} | shown >= {
        ("prisoners", "note"),
        ("prisoners", "born"),
    }
