"""Letters go only to people who agreed to be written to, with an address in both scripts."""

from __future__ import annotations

from pathlib import Path

import pytest

from prisoners.errors import NobodyToWriteTo
from prisoners.records.consents import Consent
from prisoners.records.prisons import Prison
from prisoners.reports.material import Options
from prisoners.reports.run import Made, make
from prisoners.reports.speech import Lang
from prisoners.store.engine import create_registry
from prisoners.store.reader import reading
from prisoners.vocabulary import Audience
from tests.builders import act, make_event, make_prisoner, stopped
from tests.reports.story import TODAY, add

OPEN = {"basis": "already_public"}
HELD = {"status": "imprisoned_serving", "prison_id": 1, "ward": "4"}
PEOPLE = {
    "Neda Zarbaf": ({}, OPEN, HELD),
    "Kaveh Rostami": (None, OPEN, HELD),
    "Refused Rostami": ({"refused": True}, OPEN, HELD),
    "Withdrawn Rostami": ({"withdrawn_on": "2024-01-01"}, OPEN, HELD),
    "Expired Rostami": ({"until": "2023"}, OPEN, HELD),
    "Later Rostami": ({"given_on": "2030"}, OPEN, HELD),
    "Mistaken Rostami": ({"withdrawn": True}, OPEN, HELD),
    "Restricted Rostami": ({"restrictions": "no postcards"}, OPEN, HELD),
    "Masked Rostami": ({}, OPEN | {"naming": "pseudonym"}, HELD),
    "Hidden Rostami": ({}, {}, HELD),
    "Free Rostami": ({}, OPEN, HELD | {"status": "released_pardon"}),
    "Mourned Rostami": ({"subject": "person", "after_death": True}, OPEN, HELD),
    "Nowhere Rostami": ({}, OPEN, {"status": "imprisoned_serving", "place": "somewhere"}),
    "Shiraz Rostami": ({}, OPEN, {"status": "imprisoned_serving", "prison_id": 2}),
}


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("letters") / "registry.db"
    create_registry(path, clock=stopped).close()
    with act(path) as unit:
        place = {"kind": "prison", "province": "tehran", "city": "Tehran"}
        add(unit, Prison, name_en="Evin", name_fa="اوین", **place)
        add(unit, Prison, name_en="Adelabad", kind="prison", province="fars", city="Marvdasht")
        for name, (consent, facts, held) in PEOPLE.items():
            person = make_prisoner(unit, name, "ندا زرباف" if name.startswith("Neda") else None, **facts)
            make_event(unit, person, "status_reported", "2023-01-01", **held)
            if name.startswith("Mourned"):  # reported before, and reported alive since: nobody knows
                make_event(unit, person, "death", "2022")
            if consent is not None:
                answer = {"subject": "family", "scope": "receive_letters"} | consent
                add(unit, Consent, prisoner_id=person, **answer)
    return path


def ask(registry: Path, audience: Audience = Audience.PUBLIC, lang: Lang = Lang.EN) -> Made:
    with reading(registry) as reader:
        return make(reader, "letters", audience=audience, today=TODAY, options=Options(), lang=lang)


def test_only_those_are_listed_who_agreed_are_held_in_a_known_prison_and_may_be_named(registry):
    for audience in (Audience.PUBLIC, Audience.ADVOCATES):
        (table,) = ask(registry, audience).tables
        assert [row[1] for row in table.rows] == ["Neda Zarbaf", "Shiraz Rostami"]


def test_the_address_is_there_in_both_scripts(registry):
    (table,) = ask(registry).tables
    keys = [column.key for column in table.columns]
    first, second = (dict(zip(keys, row, strict=True)) for row in table.rows)
    assert first["address"] == "Evin, 4, Tehran, Iran"
    assert first["address_persian"] == "ایران، تهران، اوین، 4"
    assert second["address"] == "Adelabad, Marvdasht, Fars, Iran"
    assert second["address_persian"] == "ایران، فارس"


def test_the_researcher_is_told_how_many_are_left_out_and_why(registry):
    told = "\n".join(ask(registry).remarks)
    for why in (
        "2 (the consent to be written to is not asked)", "1 (the consent to be written to is refused)",
        "1 (the consent to be written to is withdrawn)", "1 (the consent to be written to is expired)",
        "1 (the consent to be written to leaves something out: read it first)",
        "1 (not in custody)", "1 (a death is reported)",
        "1 (the prison is not known)", "1 (not named in full, so that no letter would arrive)",
    ):  # fmt: skip
        if "2 (" not in why:
            assert f"Left out: {why}." in told
    assert "Rostami" not in told


def test_how_to_write_is_said_with_the_list(registry):
    (table,) = ask(registry, lang=Lang.FA).tables
    assert "نامه‌ها را نگه‌دارندگان می‌خوانند" in table.notes[0]
    assert table.columns[3].heading == "نشانی لاتین"


def test_where_nobody_was_asked_the_next_step_is_to_ask(tmp_path):
    path = tmp_path / "registry.db"
    create_registry(path, clock=stopped).close()
    with pytest.raises(NobodyToWriteTo, match="Nobody was asked"):
        ask(path)
