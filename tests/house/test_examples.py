"""The example is whole, tells of invented people only, and is made again byte for byte by its generator."""

from __future__ import annotations

import csv
import json
import re
from functools import cache

import pytest

from data.example.make.__main__ import files
from prisoners.errors import AmbiguousName
from prisoners.names.key import keys_of
from prisoners.names.script import fold
from prisoners.queries.find import person_meant
from prisoners.sheets.read import read_sheet
from prisoners.store import verify
from prisoners.store.opening import connect
from prisoners.store.reader import reading
from prisoners.store.schema import expected_shape, shape
from tests.house.tree import HOUSE

EXAMPLE = HOUSE / "data" / "example"
REAL = HOUSE.parent / "shared" / "data"
NAMED = {
    "names": ("text",),
    "officials": ("name_en", "name_fa", "aliases_en", "aliases_fa"),
    "relations": ("name",),
    "contacts": ("name",),
    "consents": ("given_by",),
    "cases": ("lawyer",),
}
NOBODY_IS = {"unknown", "Unknown", "N.N."}


@cache
def acts() -> list[dict]:
    lines = (EXAMPLE / "registry.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def facts(table: str, field: str) -> list[str]:
    """Every value of one field, as entered or amended."""
    told = [step for act in acts() for step in act["do"]]
    return [cells[field] for _, where, _, cells in told if where == table and cells.get(field)]


def invented() -> set[str]:
    """Every full name in the example and in its foreign files."""
    found = {act["by"] for act in acts()}
    for table, fields in NAMED.items():
        found |= {name for field in fields for text in facts(table, field) for name in text.split(";")}
    for file, columns in (("foreign-list.csv", (1, 2)), ("faulty.xlsx", (1, 2))):
        found |= {row.cells[column] for row in read_sheet(EXAMPLE / file).rows for column in columns}
    return {name for name in found if len(name.split()) > 1}


def real() -> set[str]:
    """Every full name of the real lists, in every spelling they give."""
    found: set[str] = set()
    for file, columns in (
        ("lists/detainees_2026-02-09.csv", ("English Name", "Persian Name")),
        ("lists/protest_1398_persian_first.csv", ("name", "name_en")),
        ("names/spelling_groups.csv", ("fa_key", "latin_variants")),
    ):
        with (REAL / file).open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines))
        found |= {
            name.strip() for row in rows for column in columns for name in re.split(r"[|;]", row[column])
        }
    return {name for name in found if len(name.split()) > 1}


@pytest.fixture
def reader(example_registry):
    with reading(example_registry) as opened:
        yield opened


@pytest.mark.parametrize("name", ["registry.jsonl", "foreign-list.csv", "faulty.xlsx"])
def test_the_generator_makes_the_same_bytes_again(name):
    assert made()[name] == (EXAMPLE / name).read_bytes(), "make it anew: python -m data.example.make"


@cache
def made() -> dict[str, bytes]:
    return files()


@pytest.mark.skipif(not REAL.is_dir(), reason="the real lists are not here")
def test_nobody_in_the_example_bears_the_full_name_of_a_real_person():
    mine, theirs = invented(), real()
    same_letters = {fold(name).replace(" ", "") for name in mine} & {
        fold(name).replace(" ", "") for name in theirs
    }
    same_keys = {tuple(keys_of(name)) for name in mine} & {tuple(keys_of(name)) for name in theirs}
    # only how many: a name that stands in both is the name of a real person
    assert (len(same_letters), len(same_keys - {()})) == (0, 0)
    assert len(mine) > 1_000 < len(theirs)


def test_the_example_holds_more_than_520_people_and_1500_updates(reader):
    assert int(reader.value("SELECT count(*) FROM people")) >= 520
    assert int(reader.value("SELECT count(*) FROM updates")) >= 1_500


def test_most_people_are_held_and_some_are_free_or_dead(reader):
    counts = {
        row["status"]: row["people"]
        for row in reader.rows("SELECT status, count(*) AS people FROM people GROUP BY status")
    }
    everyone = sum(counts.values())
    assert 0.3 < counts["imprisoned_serving"] / everyone < 0.6
    assert len(counts) >= 25
    assert counts["executed"] >= 5


@pytest.mark.parametrize(
    ("table", "column", "least"),
    [
        ("events", "kind", 45),
        ("events", "violation", 16),
        ("sentences", "kind", 14),
        ("sentences", "state", 6),
        ("charges", "state", 5),
        ("judgments", "outcome", 6),
        ("prisoners", "basis", 7),
        ("prisoners", "naming", 5),
        ("prisoners", "religion", 6),
        ("activities", "activity", 24),
        ("names", "kind", 5),
        ("contacts", "kind", 3),
        ("consents", "scope", 5),
        ("sources", "kind", 12),
        ("interventions", "kind", 7),
        ("health", "kind", 7),
        ("cases", "arrested_by", 8),
        ("estimates", "kind", 4),
    ],
)
def test_the_example_has_the_variety_of_the_field(reader, table, column, least):
    assert int(reader.value(f"SELECT count(DISTINCT {column}) FROM {table}")) >= least


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param("SELECT 1 FROM consents WHERE refused = 1", id="a consent refused"),
        pytest.param("SELECT 1 FROM consents WHERE withdrawn_on IS NOT NULL", id="a consent taken back"),
        pytest.param("SELECT 1 FROM consents WHERE until IS NOT NULL", id="a consent that ends"),
        pytest.param(
            "SELECT 1 FROM consents WHERE after_death = 1", id="a consent that holds after the death"
        ),
        pytest.param(
            "SELECT 1 FROM consents WHERE scope = 'receive_letters' AND refused = 0",
            id="somebody to write to",
        ),
        pytest.param(
            "SELECT 1 FROM estimates WHERE most IS NULL AND least > 1000", id="an estimate open above"
        ),
        pytest.param("SELECT 1 FROM estimates WHERE overlaps IS NOT NULL", id="estimates that overlap"),
        pytest.param("SELECT 1 FROM estimates WHERE withdrawn = 1", id="an estimate that was taken back"),
        pytest.param(
            "SELECT 1 FROM sources WHERE derived_from IS NOT NULL", id="a source that repeats another"
        ),
        pytest.param("SELECT 1 FROM citations WHERE value IS NOT NULL", id="a source that says otherwise"),
        pytest.param("SELECT 1 FROM events WHERE withdrawn = 1", id="a report found untrue"),
        pytest.param(
            "SELECT 1 FROM events WHERE kind = 'furlough_start' AND open_ended = 1",
            id="a furlough without end",
        ),
        pytest.param("SELECT 1 FROM charges WHERE offence_id IS NULL", id="a charge that is only quoted"),
        pytest.param("SELECT 1 FROM sentences WHERE suspended = 1", id="a suspended sentence"),
        pytest.param("SELECT 1 FROM sentences WHERE kind = 'life'", id="a sentence for life"),
        pytest.param("SELECT 1 FROM sentences WHERE half_month = 1", id="half a month"),
        pytest.param("SELECT 1 FROM judgments WHERE in_absentia = 1", id="a judgment in absence"),
        pytest.param("SELECT 1 FROM not_the_same", id="two people told apart"),
        pytest.param("SELECT 1 FROM updates WHERE kind = 'undo'", id="an update taken back"),
        pytest.param("SELECT 1 FROM postings WHERE until IS NOT NULL", id="a judge who left his branch"),
        pytest.param(
            "SELECT 1 FROM officials WHERE aliases_en IS NOT NULL", id="a judge known under another name"
        ),
        pytest.param("SELECT 1 FROM follow_ups WHERE state = 'open'", id="a reminder"),
        pytest.param("SELECT 1 FROM events WHERE happened_on LIKE '2009%'", id="something of 2009"),
        pytest.param("SELECT 1 FROM events WHERE happened_on LIKE '2026-1%'", id="something of this autumn"),
        pytest.param("SELECT 1 FROM timeline WHERE prison = 'Rajai Shahr'", id="a prison now closed"),
        pytest.param("SELECT 1 FROM people WHERE order_uncertain = 1", id="a status that is not certain"),
        pytest.param(
            "SELECT prisoner_id FROM cases GROUP BY prisoner_id HAVING count(*) > 1",
            id="several cases of one person",
        ),
    ],
)
def test_the_example_has(reader, asked):
    assert reader.row(asked) is not None


def test_a_dozen_agreed_to_something_and_died_since(reader):
    since = (
        "SELECT count(DISTINCT consents.prisoner_id) FROM consents JOIN people ON people.id = consents.prisoner_id"
        " WHERE people.status IN ('executed', 'died_in_custody', 'died_after_release')"
        " AND substr(consents.given_on, 12, 10) < substr(people.since, 1, 10)"
    )
    assert int(reader.value(since)) >= 12


def test_no_court_of_appeal_imposes_more_than_stood_before(reader):
    terms = (
        "SELECT judgments.id, judgments.case_id, judgments.outcome, charge_id,"
        " sum(coalesce(years, 0) * 365 + coalesce(months, 0) * 30 + coalesce(days, 0)) AS days FROM sentences"
        " JOIN judgments ON judgments.id = judgment_id WHERE sentences.kind = 'prison'"
        " GROUP BY judgments.id, judgments.case_id, judgments.outcome, charge_id ORDER BY judgments.id"
    )
    stood = {}
    for row in reader.rows(terms):
        if row["outcome"] == "reduced":
            assert row["days"] <= stood[row["charge_id"]]
        stood[row["charge_id"]] = row["days"]
    assert len(stood) > 500


def test_its_updates_stand_in_the_order_of_their_clock(reader):
    moments = [row["at"] for row in reader.rows("SELECT at FROM updates ORDER BY id")]
    assert moments == sorted(moments)
    assert len({moment[:4] for moment in moments}) >= 7


def test_a_foreign_number_leads_to_somebody(reader):
    assert person_meant(reader, "list:5081").reference.startswith("P-")


def test_a_first_name_that_several_bear_is_asked_about(reader):
    with pytest.raises(AmbiguousName):
        person_meant(reader, "narges")


def test_the_example_is_proven(example_registry):
    connection = connect(example_registry, reading=True)
    assert verify.verify(connection, expected_shape(), shape(connection)) == []
    connection.close()


def test_no_address_and_no_telephone_of_the_example_can_exist():
    addresses = (
        facts("sources", "url") + facts("sources", "archived_url") + facts("prisoners", "basis_source")
    )
    assert {re.match(r"https://[\w.-]+?\.example(?=/)", address) is not None for address in addresses} == {
        True
    }
    values = facts("contacts", "value")
    assert [
        value for value in values if not re.match(r"\+98 900 000 |000000|family-\d+@mail\.example$", value)
    ] == []


def test_the_messy_list_has_the_faults_of_real_ones():
    raw = (EXAMPLE / "foreign-list.csv").read_bytes()
    text = raw.decode("utf-8-sig")
    sheet = read_sheet(EXAMPLE / "foreign-list.csv")
    numbers = [row.cells[0] for row in sheet.rows]
    assert raw.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in raw
    assert [
        fault for fault in ("ي", "ك", "=HYPERLINK", "+98", "nan", "??", "۱۴۰", "ناشناس") if fault not in text
    ] == []
    assert len(numbers) - len(set(numbers)) == 1
    assert 55 <= len(numbers) <= 70


def test_some_of_the_messy_list_are_in_the_example_already(reader):
    numbers = {row.cells[0] for row in read_sheet(EXAMPLE / "foreign-list.csv").rows}
    known = {row["number"] for row in reader.rows("SELECT number FROM external_ids WHERE list_name = 'list'")}
    assert len(numbers & known) >= 5


def test_the_spoilt_workbook_is_read_with_its_faults():
    sheet = read_sheet(EXAMPLE / "faulty.xlsx")
    cells = {cell for row in sheet.rows for cell in row.cells}
    assert sheet.heading[0] == "No."
    assert {"9909980000000000", "1954-02-29", "0000-00-00", "#N/A", "=TODAY()"} <= cells
    assert len(sheet.doubts) == 5
    assert len(sheet.notices) == 3
