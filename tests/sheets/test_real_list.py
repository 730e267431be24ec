"""The real list of 588 people, taken in with the mapping that is shipped; totals only, and only where the list is."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from prisoners.actions.because import act
from prisoners.actions.sources import spellings
from prisoners.errors import NothingChanged
from prisoners.sheets.apply import apply_plan
from prisoners.sheets.decide import plan_import
from prisoners.sheets.mapping import load_mapping
from prisoners.sheets.plan import Plan, Verdict
from prisoners.sheets.read import read_sheet
from prisoners.store.reader import reading
from prisoners.store.references import write_reference
from prisoners.vocabulary import UpdateKind
from tests.builders import stopped

LIST = Path(__file__).parents[3] / "shared" / "data" / "lists" / "detainees_2026-02-09.csv"
pytestmark = pytest.mark.skipif(not LIST.exists(), reason="the real lists are not here")


def planned(registry: Path) -> Plan:
    with reading(registry) as reader:
        return plan_import(read_sheet(LIST), load_mapping("detainees-site"), reader)


def apply(registry: Path, plan: Plan) -> Counter[str]:
    with act(
        registry, by="Sara", because=plan.mapping.address, kind=UpdateKind.IMPORT, clock=stopped
    ) as unit:
        return apply_plan(unit, plan)


def test_everybody_in_the_list_is_taken_in_and_taking_it_in_again_changes_nothing(registry_file):
    plan = planned(registry_file)
    assert plan.count() == {Verdict.NEW: 588}
    assert len(plan.faults()) == 0
    assert apply(registry_file, plan)["prisoners"] == 588
    again = planned(registry_file)
    assert again.count() == {Verdict.SAME: 588}
    with pytest.raises(NothingChanged):
        apply(registry_file, again)
    with reading(registry_file) as reader:
        assert reader.value("SELECT count(*) FROM updates") == 1


def test_every_filled_cell_is_found_again_in_a_field_a_source_or_the_import_note(registry_file):
    apply(registry_file, planned(registry_file))
    with LIST.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    missing: Counter[str] = Counter()
    with reading(registry_file) as reader:
        for row in rows:
            missing.update(
                heading for heading, text in row.items() if text and not is_kept(reader, row, heading, text)
            )
    assert missing == {}


def is_kept(reader, row, heading, text) -> bool:
    """Whether the text of a cell stands in the record of its person, read in the way of its column."""
    person = reader.value(
        "SELECT prisoner_id FROM external_ids WHERE number = :number", number=row["Card ID"]
    )
    sql = {
        "Card ID": "SELECT 1 FROM external_ids WHERE prisoner_id = :person AND number = :text",
        "English Name": "SELECT 1 FROM names WHERE prisoner_id = :person AND text = :text AND script = 'latin'",
        "Persian Name": "SELECT 1 FROM names WHERE prisoner_id = :person AND text = :text AND script = 'persian'",
        "Age": "SELECT 1 FROM prisoners WHERE id = :person AND born LIKE '%|' || :text || ' on 2026-02-09'",
        "Location of Death": "SELECT 1 FROM events WHERE prisoner_id = :person AND kind = 'arrest' AND place = :text",
        "Date of Death": "SELECT 1 FROM events WHERE prisoner_id = :person AND kind = 'arrest'"
        " AND happened_on LIKE '%|' || :text",
        "Notes": "SELECT 1 FROM events WHERE prisoner_id = :person AND kind = 'arrest' AND note = :text",
    }
    if heading == "Status":
        dead = reader.value(
            "SELECT count(*) FROM sentence_sheet WHERE prisoner_id = :person AND kind = 'death'",
            person=person,
        )
        return bool(dead) == (text == "sentenced_to_death")
    if heading == "Source URLs":
        borne = "SELECT url FROM sourced WHERE prisoner_id = :person AND about_table = 'events'"
        found = {spellings(row["url"])[-1] for row in reader.rows(borne, person=person)}
        return {spellings(url)[-1] for url in text.split(",")} <= found
    return bool(reader.value(sql[heading], person=person, text=text))


def test_an_address_is_never_two_sources_and_the_list_is_the_reason(registry_file):
    apply(registry_file, planned(registry_file))
    with reading(registry_file) as reader:
        urls = [row["url"] for row in reader.rows("SELECT url FROM sources")]
        assert len({spellings(url)[-1] for url in urls}) == len(urls)
        assert reader.value("SELECT because FROM updates") == write_reference("sources", 1)
