"""The real lists, by the mapping that is shipped and as their columns propose themselves; totals only."""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from prisoners.actions.because import act
from prisoners.actions.sources import spellings, untracked
from prisoners.errors import NothingChanged
from prisoners.sheets.apply import Decisions, apply_plan
from prisoners.sheets.decide import plan_import
from prisoners.sheets.foreign import ForeignSheet
from prisoners.sheets.links import Catalogues
from prisoners.sheets.mapping import load_mapping
from prisoners.sheets.mapping_file import Proposed, proposed
from prisoners.sheets.plan import Plan, Verdict
from prisoners.sheets.read import read_sheet
from prisoners.store.engine import create_registry
from prisoners.store.reader import reading
from prisoners.store.references import write_reference
from prisoners.vocabulary import UpdateKind
from tests.builders import stopped

LIST = Path(__file__).parents[3] / "shared" / "data" / "lists" / "detainees_2026-02-09.csv"
pytestmark = pytest.mark.skipif(not LIST.exists(), reason="the real lists are not here")


def planned(registry: Path) -> Plan:
    with reading(registry) as reader:
        return plan_import(read_sheet(LIST), load_mapping("detainees-site"), reader)


def apply(registry: Path, plan: Plan, because: str) -> Counter[str]:
    decided = Decisions(skip_unread=True)
    with act(registry, by="Sara", because=because, kind=UpdateKind.IMPORT, clock=stopped) as unit:
        return apply_plan(unit, plan, decided)


@pytest.fixture(scope="module")
def taken_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A registry with everybody of the list, read by the mapping that is shipped."""
    registry = tmp_path_factory.mktemp("real") / "registry.db"
    create_registry(registry, clock=stopped).close()
    plan = planned(registry)
    assert plan.count() == {Verdict.NEW: 588}
    assert len(plan.faults()) == 0
    assert apply(registry, plan, plan.mapping.address)["prisoners"] == 588
    return registry


def test_everybody_in_the_list_is_taken_in_and_taking_it_in_again_changes_nothing(taken_in):
    again = planned(taken_in)
    assert again.count() == {Verdict.SAME: 588}
    with pytest.raises(NothingChanged):
        apply(taken_in, again, again.mapping.address)
    with reading(taken_in) as reader:
        assert reader.value("SELECT count(*) FROM updates") == 1


def test_every_filled_cell_is_found_again_in_a_field_a_source_or_the_import_note(taken_in):
    with LIST.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    missing: Counter[str] = Counter()
    with reading(taken_in) as reader:
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


def test_an_address_is_never_two_sources_and_the_list_is_the_reason(taken_in):
    with reading(taken_in) as reader:
        urls = [row["url"] for row in reader.rows("SELECT url FROM sources")]
        assert len({spellings(url)[-1] for url in urls}) == len(urls)
        assert reader.value("SELECT because FROM updates") == write_reference("sources", 1)


MEANT = {
    "detainees_2026-02-09.csv": {
        "Card ID": "number",
        "English Name": "name_en.text",
        "Persian Name": "name_fa.text",
        "Age": "prisoner.born",
        "Location of Death": "event.place",
        "Date of Death": "event.happened_on",
        "Status": "status",
        "Source URLs": "source.url",
        "Notes": "event.note",
    },
    "protest_1398_persian_first.csv": {
        "id": "number",
        "name": "name_fa.text",
        "name_en": "name_en.text",
        "event": "",
        "gender": "prisoner.gender",
        "age": "prisoner.born",
        "birth_year": "prisoner.born",
        "date_jalali": "event.happened_on",
        "date_gregorian": "event.happened_on",
        "city": "event.place",
        "province": "event.place",
        "cause": "event.summary",
        "occupation": "prisoner.occupation",
        "notable": "",
        "verification": "citation.credibility",
        "sources": "source.title",
    },
}
"""What the columns of the real lists hold, written down by hand; columns without a field belong in the import note."""


@cache
def itself(file: str) -> tuple[ForeignSheet, Proposed]:
    """A list, and how its columns are read without help."""
    sheet = read_sheet(LIST.parent / file)
    return sheet, proposed(sheet, Catalogues())


@pytest.mark.parametrize("file", MEANT)
def test_nine_of_ten_columns_are_right_without_help(file):
    found = {one.heading: one.to if one.used else "" for one in itself(file)[1].proposals}
    assert found.keys() == MEANT[file].keys()
    right = [heading for heading, to in MEANT[file].items() if found[heading] == to]
    assert len(right) >= 0.9 * len(found)


@pytest.mark.parametrize("file", MEANT)
def test_a_list_is_taken_in_whole_as_its_columns_are_proposed(registry_file, file):
    rows, plan = read_and_planned(registry_file, file)
    assert plan.count() == {Verdict.NEW: len(rows)}
    assert apply(registry_file, plan, "a list")["prisoners"] == len(rows)
    with reading(registry_file) as reader:
        lost = Counter(
            heading
            for row in rows
            for heading, text in unkept(everything_of(reader, row[plan.mapping.number[0]]), row)
            if not meant(plan, heading, text)
        )
    assert lost == {}
    _, again = read_and_planned(registry_file, file)
    assert again.count() == {Verdict.SAME: len(rows)}


def read_and_planned(registry: Path, file: str) -> tuple[list[dict[str, str]], Plan]:
    sheet, found = itself(file)
    with (LIST.parent / file).open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    with reading(registry) as reader:
        return rows, plan_import(sheet, found.mapping, reader)


def everything_of(reader, number: str) -> str:
    """Every text that is recorded of one person of the list, and of the sources that bear it out."""
    person = reader.value("SELECT prisoner_id FROM external_ids WHERE number = :number", number=number)
    own = "SELECT * FROM {} WHERE prisoner_id = :person"
    texts = [own.format(table) for table in ("names", "events", "external_ids", "sourced")]
    texts += ["SELECT * FROM prisoners WHERE id = :person"]
    said = [str(cell) for sql in texts for row in reader.rows(sql, person=person) for cell in row if cell]
    return "\n".join([*said, *(spellings(cell)[-1] for cell in said if "http" in cell)])


def unkept(everything: str, row: dict[str, str]) -> list[tuple[str, str]]:
    """The parts of cells that stand nowhere in what is recorded."""
    return [
        (heading, part)
        for heading, text in row.items()
        for part in ([text] if "http" not in text else [untracked(url) for url in text.split(",")])
        for one in ([part] if heading != "sources" else part.split(";"))
        if one.strip() not in everything and spellings(one)[-1] not in everything
    ]


def meant(plan: Plan, heading: str, text: str) -> bool:
    """Whether a text is recorded as what it means: a word of the mapping, a code, a day said in another column too."""
    rule = plan.mapping.rules[heading]
    if rule.words is not None:
        return rule.words[text] is not None
    if rule.to in (("event", "happened_on"), ("prisoner", "gender")):
        return all(heading not in dict(row.draft.leftovers) for row in plan.rows)
    return False
