"""Sources, one an address, and what they bear; consents, advocacy and files."""

from __future__ import annotations

import stat

import pytest

from prisoners.actions import consents, events, files, interventions, prisoners, sources
from prisoners.actions.verbs import verbs
from prisoners.errors import (
    AddressTaken,
    FormNotRight,
    NoSuchField,
    NoSuchFile,
    NoSuchRow,
    NoSuchTable,
    NotAReference,
    NothingChanged,
    RowWithdrawn,
    StillCited,
)
from prisoners.records.citations import Citation
from prisoners.records.sources import Source

ADDRESS = "https://example.org/news/17"


@pytest.fixture
def person(act) -> int:
    with act() as unit:
        return prisoners.add(unit, ["Neda Zarbaf"], {"father": "Karim"}).id


@pytest.mark.parametrize(
    "spelling",
    [
        ADDRESS,
        ADDRESS + "/",
        "http://example.org/news/17",
        "https://www.example.org/news/17",
        "https://EXAMPLE.org/news/17#top",
    ],
)
def test_one_address_is_one_source_however_it_is_spelled(act, spelling):
    with act() as unit:
        first = sources.add(unit, {"url": ADDRESS, "kind": "state_media"})
        assert sources.at(unit, spelling) == first.id
        again = sources.add(unit, {"url": spelling, "title": "News"})
        assert (again.id, again.url, again.title, again.kind) == (first.id, ADDRESS, "News", "state_media")


def test_a_page_below_an_address_is_another_source(act):
    with act() as unit:
        assert sources.at(unit, ADDRESS) != sources.at(unit, ADDRESS + "0", outlet="Example")


def test_a_source_that_could_never_be_found_again_is_refused(act):
    with pytest.raises(FormNotRight, match="outlet"), act() as unit:
        sources.add(unit, {"kind": "family"})


def test_the_address_of_another_source_is_not_taken(act):
    with act() as unit:
        sources.add(unit, {"url": ADDRESS})
        second = sources.add(unit, {"outlet": "Example"})
        with pytest.raises(AddressTaken, match="S-0001"):
            sources.amend(unit, second.id, {"url": ADDRESS})
        assert (
            sources.amend(unit, second.id, {"url": "https://example.net", "reliability": "B"}).reliability
            == "B"
        )
        sources.amend(unit, second.id, {"url": "https://example.net/"})


def test_what_is_written_on_the_word_of_an_address_is_cited_to_it(act, person):
    with act(because=ADDRESS) as unit:
        prisoners.amend(unit, person, {"father": "Karim", "occupation": "poet"})
    with act(because="https://www.example.org/news/17") as unit:
        events.report(unit, person, {"kind": "hearing"})
    with act() as unit:
        cited = unit.rows(
            "SELECT source_id, about_table, about_row, field, prisoner_id FROM citations ORDER BY id"
        )
        assert [tuple(row.values()) for row in cited] == [
            (1, "prisoners", 1, "occupation", 1),
            (1, "events", 1, None, 1),
        ]
        assert unit.rows("SELECT because FROM updates ORDER BY id")[-2]["because"] == "S-0001"
        prisoners.amend(unit, person, {"occupation": "writer"})


def test_an_address_alone_is_no_change(act, person):
    with pytest.raises(NothingChanged), act(because=ADDRESS) as unit:
        prisoners.amend(unit, person, {"father": "Karim"})


def test_a_reason_that_names_no_source_is_refused(act, person):
    with pytest.raises(NoSuchRow, match="S-0009"), act(because="S-0009") as unit:
        prisoners.amend(unit, person, {"father": "Rahim"})


@pytest.mark.usefixtures("person")
def test_a_source_bears_one_field_with_the_value_it_states(act):
    with act() as unit:
        source = sources.add(unit, {"url": ADDRESS}).id
        row = sources.cite(
            unit, source, {"about": "P-0001", "field": "father", "value": "Rahim", "credibility": "likely"}
        )
        assert (row.about_table, row.about_row, row.prisoner_id, row.field, row.value) == (
            "prisoners",
            1,
            1,
            "father",
            "Rahim",
        )
        again = sources.cite(unit, source, {"about": "P-0001", "field": "father", "quoted": "son of Rahim"})
        assert (again.id, again.value, again.quoted) == (row.id, "Rahim", "son of Rahim")


@pytest.mark.usefixtures("person")
def test_a_citation_names_a_record_and_a_field_that_are_there(act):
    with act() as unit:
        source = sources.add(unit, {"url": ADDRESS}).id
        with pytest.raises(NotAReference):
            sources.cite(unit, source, {"about": "the father"})
        with pytest.raises(NoSuchRow):
            sources.cite(unit, source, {"about": "E-0007"})
        with pytest.raises(NoSuchField):
            sources.cite(unit, source, {"about": "P-0001", "field": "happened_on"})


def test_a_source_on_which_statements_rest_is_withdrawn_only_with_them(act, person):
    with act(because=ADDRESS) as unit:
        prisoners.amend(unit, person, {"occupation": "poet"})
    with act() as unit:
        with pytest.raises(StillCited, match="1 statement"):
            sources.withdraw(unit, 1)
        sources.withdraw(unit, 1, with_citations=True)
        assert unit.get(Citation, 1).withdrawn
        assert unit.get(Source, 1).withdrawn
        assert sources.number_at(unit, ADDRESS) is None


def test_a_consent_taken_back_is_kept_with_its_day(act, person):
    with act() as unit:
        given = consents.give(unit, person, {"subject": "family", "scope": "publish", "on": "1402"})
        consents.take_back(unit, given.id, {})
        assert given.withdrawn_on.words == "2024-03-20"
        consents.take_back(unit, given.id, {"taken_back": "yesterday"})
        assert given.withdrawn_on.earliest.isoformat() == "2024-03-19"
        unit.amend(given, withdrawn=True)
        with pytest.raises(RowWithdrawn):
            consents.take_back(unit, given.id, {})


def test_an_intervention_is_made_for_each_person_once(act, person):
    with act() as unit:
        row = interventions.open_intervention(
            unit, [person], {"kind": "letter", "addressee": "the UN", "on": "1402"}
        )
        answered = interventions.make_for(unit, row.id, {"prisoner_id": "P-0001", "answer": "was released"})
        assert (answered.id, answered.answer) == (1, "was released")
        unit.amend(row, withdrawn=True)
        with pytest.raises(RowWithdrawn):
            interventions.make_for(unit, row.id, {"prisoner_id": person})


def test_a_file_is_kept_once_under_its_hash_and_for_its_owner_alone(act, person, tmp_path):
    letter = tmp_path / "letter.PDF"
    letter.write_bytes(b"%PDF a letter")
    folder = tmp_path / "home" / "files"
    with act() as unit:
        row = files.keep(unit, folder, person, letter, {"kind": "letter", "captured": "1402"})
        files.keep(unit, folder, person, letter, {"kind": "letter"})
    kept = tmp_path / "home" / row.path
    assert kept.read_bytes() == letter.read_bytes()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert kept.name == f"{row.sha256}.pdf"
    assert [path.name for path in kept.parent.iterdir()] == [kept.name]


def test_a_file_that_is_not_there_is_refused(act, person, tmp_path):
    with pytest.raises(NoSuchFile, match=r"gone\.pdf"), act() as unit:
        files.keep(unit, tmp_path, person, tmp_path / "gone.pdf", {"kind": "letter"})


def test_every_kind_of_record_has_its_verbs(act, person):
    with act() as unit:
        contact = verbs("contacts").add(unit, person, {"kind": "telephone", "value": "none given"})
        verbs("contacts").amend(unit, contact.id, {"name": "a sister"})
        verbs("contacts").withdraw(unit, contact.id)
        with pytest.raises(RowWithdrawn):
            verbs("contacts").amend(unit, contact.id, {"name": "a brother"})
        assert verbs("prisoners").add(unit, 0, {"names": ["Omid Sangi"], "father": "Ali"}).father == "Ali"
        assert verbs("sources").add(unit, 0, {"outlet": "Example"}).outlet == "Example"
        assert verbs("interventions").add(unit, 0, {"kind": "letter"}).kind == "letter"
        with pytest.raises(NoSuchTable):
            verbs("updates")
