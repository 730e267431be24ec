"""What a filter would tell about whoever stands in its answer."""

from __future__ import annotations

import pytest

from prisoners.errors import NothingToExport
from prisoners.privacy.policy import LEADS_TO_THE_NAME, LEADS_TO_THE_PERSON, level_of, visible
from prisoners.queries.fields import event_field, known_fields
from prisoners.queries.selected import selected
from prisoners.sheets.asked import NOT_TOLD, column_of, listed_by
from prisoners.sheets.write import prepare
from prisoners.store.reader import reading
from prisoners.vocabulary import Audience
from tests.builders import STOPPED, act, make_event, make_prisoner

TODAY = STOPPED.date()


@pytest.fixture
def two(registry_file):
    """P-0001 is named in full, P-0002 is not; otherwise they are alike."""
    told = {"basis": "already_public", "born": "2008-01-01", "residence": "Marivan", "religion": "bahai"}
    with act(registry_file) as unit:
        for naming in ("full", "pseudonym"):
            person = make_prisoner(unit, f"Kaveh {naming}far", naming=naming, **told)
            make_event(unit, person, "arrest", "2023-01-01", status="detained_investigation", place="Marivan")
    with reading(registry_file) as reader:
        yield reader


def asked(reader, text, audience=Audience.ADVOCATES):
    people = selected(reader, text, TODAY)
    assert people
    return prepare(reader, people, audience=audience, today=TODAY, selection=text)


@pytest.mark.parametrize("name", sorted({*known_fields(), "released"}))
def test_every_field_of_a_filter_is_a_column_of_which_is_known_who_may_see_it(name):
    table, column = column_of(known_fields().get(name) or event_field(name))
    assert column in visible(Audience.INTERNAL, table) or (table, column) == ("updates", "by_whom")


def test_what_leads_to_somebody_is_seen_in_every_field_that_asks_about_it():
    found = {column_of(field) for field in known_fields().values()}
    assert found & LEADS_TO_THE_NAME >= {
        ("headlines", "name_latin"), ("prisoners", "father"), ("prisoners", "born"), ("cases", "file_number"),
        ("cases", "group_name"),
        ("external_ids", "list_name"), ("external_ids", "number"), ("citations", "source_id"),
    }  # fmt: skip
    assert found & LEADS_TO_THE_PERSON >= {
        ("prisoners", "birthplace"), ("prisoners", "residence"), ("prisoners", "occupation"),
        ("headlines", "place"),
    }  # fmt: skip


def test_a_field_that_nobody_knows_is_sealed():
    assert level_of(*column_of(None)) == "sealed"


@pytest.mark.parametrize(
    "text", ["age<18", "-age>=18", "residence:Marivan", "has:born", "Kaveh", "place:Marivan OR age<9"]
)
def test_who_is_named_otherwise_is_in_no_answer_that_tells_town_age_or_name(two, text):
    prepared = asked(two, text)
    assert prepared.manifest.shown == 1
    assert prepared.manifest.withheld["people"] == {
        "not named in full, and standing in this list would tell who it is": 1
    }
    assert prepared.manifest.selection == text


@pytest.mark.parametrize("text", ["status:detained_investigation", "religion:bahai", "arrested>2022", ""])
def test_who_is_named_otherwise_is_in_an_answer_that_tells_nothing_of_the_kind(two, text):
    assert asked(two, text).manifest.shown == 2


def test_people_chosen_by_reference_are_chosen_by_nothing_that_is_told(two):
    prepared = asked(two, "P-0001 P-0002")
    assert prepared.manifest.shown == 2
    assert prepared.manifest.selection == NOT_TOLD
    assert listed_by(two, "P-0001, P-0002", TODAY) == frozenset()


@pytest.mark.parametrize("text", ["religion:bahai", "-priority:urgent", "missing:lawyer"])
def test_a_filter_that_asks_what_the_audience_may_not_know_is_not_told(two, text):
    public, inside = (
        asked(two, text, audience).manifest.selection for audience in (Audience.PUBLIC, Audience.INTERNAL)
    )
    assert (public, inside) == (NOT_TOLD, text)


def test_where_only_such_a_person_is_meant_it_is_said_why_nothing_is_made(two):
    with pytest.raises(NothingToExport, match="standing in this list would tell who it is") as refused:
        asked(two, "name:pseudonymfar")
    assert "P-" in refused.value.hint


def test_colleagues_get_everybody_and_are_told_the_filter(two):
    prepared = asked(two, "age<18", Audience.INTERNAL)
    assert (prepared.manifest.shown, prepared.manifest.selection) == (2, "age<18")
