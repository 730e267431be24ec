"""A foreign list of invented people, taken in, taken in again, corrected on both sides."""

from __future__ import annotations

import sqlite3
import tomllib
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from prisoners.actions.because import act as act_because
from prisoners.errors import DatabaseRefuses, NothingChanged, NumbersMissing, RowsUnclear
from prisoners.records.tables import BY_NAME
from prisoners.sheets.apply import Decisions, apply_plan
from prisoners.sheets.decide import plan_import
from prisoners.sheets.delimited import read_delimited
from prisoners.sheets.leftovers import lines_of, merged_note
from prisoners.sheets.mapping import Mapping, read_mapping
from prisoners.sheets.plan import Answer, Decision, Plan, Verdict
from prisoners.sheets.review import write_review
from prisoners.sheets.values import same, shown, stored
from prisoners.store.reader import reading
from prisoners.vocabulary import UpdateKind
from tests.builders import act, make_event, make_prisoner, stopped

MAPPING = """
list = "hand-list"
number = ["no"]
counted_on = "2026-02-09"
credibility = "likely"

[source]
kind = "hr_org_report"
outlet = "Example"
url = "https://example.org/list"

[always]
"prisoner.basis" = "already_public"
"event.kind" = "arrest"

[columns.name]
to = "name.text"
[columns.persian]
to = "name_fa.text"
[columns.age]
to = "prisoner.born"
read = "age"
[columns.gender]
to = "prisoner.gender"
[columns.day]
to = "event.happened_on"
[columns.town]
to = "event.place"
[columns.charges]
to = "charge.quoted"
split = ";"
"charge.state" = "charged"
"case.stage" = "indicted"
[columns.links]
to = "source.url"
bears = "event"
"source.kind" = "independent_media"
[columns.state.words.held]
"event.status" = "detained_investigation"
[columns.state.words."to die"]
"event_told.kind" = "status_reported"
"judgment.outcome" = "convicted"
"sentence.kind" = "death"
"""

HEADING = "no,name,persian,age,gender,day,town,charges,links,state,remark"
NEDA = "1,Neda Zarbaf,ندا زرباف,۳۴,female,25 Shahrivar 1401,Rasht,propaganda; assembly,https://example.org/1,held,"
KAVEH = '2,Kaveh Rostami,,,مرد,0000-00-00,Sari,,"https://example.org/1,http://www.example.org/2/",to die,on strike'


def mapping(text: str = MAPPING) -> Mapping:
    return read_mapping("hand-list", tomllib.loads(text))


def planned(registry: Path, *rows: str, heading: str = HEADING, by: Mapping | None = None) -> Plan:
    sheet = read_delimited("list.csv", "\n".join([heading, *rows, ""]).encode())
    with reading(registry) as reader:
        return plan_import(sheet, by or mapping(), reader)


def applied(registry: Path, plan: Plan, **decisions: bool) -> dict[str, int]:
    address = plan.mapping.address or "a list"
    with act_because(registry, by="Sara", because=address, kind=UpdateKind.IMPORT, clock=stopped) as unit:
        return dict(apply_plan(unit, plan, Decisions(**decisions)))


def taken_in(registry: Path, *rows: str, **more: Any) -> dict[str, int]:
    return applied(registry, planned(registry, *rows, **more))


def verdicts(plan: Plan) -> list[str]:
    return [str(row.verdict) for row in plan.rows]


def rows_of(registry: Path, sql: str) -> list[tuple[Any, ...]]:
    with reading(registry) as reader:
        return [tuple(row) for row in reader.rows(sql)]


@pytest.fixture
def imported(registry_file: Path) -> Path:
    taken_in(registry_file, NEDA, KAVEH)
    return registry_file


def test_a_row_becomes_a_person_with_everything_that_the_row_says(imported):
    person = rows_of(imported, "SELECT gender, basis, born, import_note FROM prisoners ORDER BY id")
    assert person[0][:2] == ("female", "already_public")
    assert person[0][2].endswith("|۳۴ on 2026-02-09")
    assert person[0][2].startswith("1991-02-10 1992-02-09")
    assert person[0][3] is None
    assert person[1] == ("male", "already_public", None, "hand-list · remark: on strike")
    names = rows_of(imported, "SELECT prisoner_id, text, script, is_primary FROM names ORDER BY id")
    assert names == [
        (1, "Neda Zarbaf", "latin", 1),
        (1, "ندا زرباف", "persian", 1),
        (2, "Kaveh Rostami", "latin", 1),
    ]
    assert rows_of(imported, "SELECT list_name, number FROM external_ids") == [
        ("hand-list", "1"),
        ("hand-list", "2"),
    ]
    events = rows_of(
        imported,
        "SELECT prisoner_id, kind, status, place, substr(happened_on, 1, 10) FROM events ORDER BY id",
    )
    assert events == [
        (1, "arrest", "detained_investigation", "Rasht", "2022-09-16"),
        (2, "arrest", None, "Sari", None),
        (2, "status_reported", None, None, None),
    ]
    assert rows_of(
        imported,
        "SELECT cases.prisoner_id, stage, quoted, state FROM charges JOIN cases ON cases.id = case_id",
    ) == [
        (1, "indicted", "propaganda", "charged"),
        (1, "indicted", "assembly", "charged"),
    ]
    assert rows_of(
        imported,
        "SELECT prisoner_id, kind FROM sentence_sheet",
    ) == [(2, "death")]


def test_an_address_is_one_source_however_it_is_spelled_and_bears_out_its_record(imported):
    sources = rows_of(imported, "SELECT id, kind, url, outlet FROM sources ORDER BY id")
    assert [row[2] for row in sources] == [
        "https://example.org/list",
        "https://example.org/1",
        "http://www.example.org/2/",
    ]
    assert sources[0][3] == "Example"
    assert sources[1][1] == "independent_media"
    cited = rows_of(
        imported, "SELECT source_id, about_table, about_row FROM citations WHERE source_id > 1 ORDER BY id"
    )
    assert cited == [(2, "events", 1), (2, "events", 2), (3, "events", 2)]
    about = rows_of(
        imported, "SELECT DISTINCT about_table, credibility FROM citations WHERE source_id = 1 ORDER BY 1"
    )
    assert about == [
        (table, "likely") for table in ("cases", "charges", "events", "judgments", "prisoners", "sentences")
    ]


def test_everything_is_one_update_because_of_the_list(imported):
    assert rows_of(imported, "SELECT kind, because FROM updates") == [("import", "S-0001")]


def test_the_same_list_again_changes_nothing(imported):
    plan = planned(imported, NEDA, KAVEH)
    assert verdicts(plan) == ["same", "same"]
    with pytest.raises(NothingChanged):
        applied(imported, plan)


def test_rows_in_another_order_and_columns_in_another_order_are_the_same(imported):
    assert verdicts(planned(imported, KAVEH, NEDA)) == ["same", "same"]
    turned = [",".join(reversed(row.split(","))) for row in (HEADING, NEDA)]
    assert verdicts(planned(imported, turned[1], heading=turned[0])) == ["same"]


def test_what_the_list_says_differently_is_amended_field_by_field(imported):
    plan = planned(imported, NEDA.replace("Rasht", "Lahijan").replace("۳۴", "35"), KAVEH)
    assert verdicts(plan) == ["amended", "same"]
    assert [change.told() for change in plan.rows[0].changes] == [
        "P-0001 born: ۳۴ on 2026-02-09 → 35 on 2026-02-09",
        "E-0001 place: Rasht → Lahijan",
    ]
    assert applied(imported, plan) == {"fields amended": 2, "citations": 2}
    assert rows_of(imported, "SELECT place FROM events WHERE id = 1") == [("Lahijan",)]
    assert verdicts(planned(imported, NEDA.replace("Rasht", "Lahijan").replace("۳۴", "35"))) == ["same"]


@pytest.mark.parametrize(
    ("age", "about"),
    [
        ("34", False),
        ("34 years", False),
        ("۳۴ ساله", False),
        ("About 34", True),
        ("حدود ۳۴ سال", True),
        ("~34", True),
    ],
)
def test_an_age_is_read_as_people_write_it(registry_file, age, about):
    born = planned(registry_file, NEDA.replace("۳۴", age)).rows[0].draft.facts["prisoner"]["born"]
    assert (born.earliest.isoformat(), born.latest.isoformat()) == ("1991-02-10", "1992-02-09")
    assert born.about is about


@pytest.mark.parametrize("sign", [" ", "; ", "|", "،", ""])
def test_addresses_are_told_apart_whatever_stands_between_them(registry_file, sign):
    row = NEDA.replace("https://example.org/1", f"https://example.org/1{sign}https://example.org/2;")
    assert [url for url, _, _ in planned(registry_file, row).rows[0].addresses] == [
        "https://example.org/1",
        "https://example.org/2",
    ]


def test_a_day_without_a_year_is_read_where_the_mapping_says_which(registry_file):
    row = NEDA.replace("25 Shahrivar 1401", "4 Mordad")
    assert len(planned(registry_file, row).faults()) == 1
    told = mapping(MAPPING.replace('to = "event.happened_on"', 'to = "event.happened_on"\nyear = 1404'))
    plan = planned(registry_file, row, by=told)
    assert plan.rows[0].draft.facts["event"]["happened_on"].earliest.isoformat() == "2025-07-26"


TWO_CALENDARS = (
    MAPPING + '[columns.gregorian]\nto = "event.happened_on"\n[columns.city]\nto = "event.place"\n'
)


def in_two_calendars(registry, gregorian, city):
    row = f"{NEDA},{gregorian},{city}"
    return planned(registry, row, heading=f"{HEADING},gregorian,city", by=mapping(TWO_CALENDARS))


def test_one_day_in_two_calendars_is_one_day(registry_file):
    plan = in_two_calendars(registry_file, "2022-09-16", "Rasht")
    assert plan.faults() == []
    assert plan.rows[0].draft.facts["event"]["happened_on"].words == "25 Shahrivar 1401"


def test_two_columns_that_disagree_are_both_shown_and_neither_is_taken(registry_file):
    plan = in_two_calendars(registry_file, "2022-09-17", "Sari")
    told = {(fault.cell, fault.heading): fault.why for fault in plan.faults()}
    assert told["F2", "day"] == "“gregorian” says something else: 26 Shahrivar 1401 · 17 Sep 2022"
    assert told["L2", "gregorian"] == "“day” says something else: 25 Shahrivar 1401 · 16 Sep 2022"
    assert told["M2", "city"] == "“town” says something else: Rasht"
    assert not {"happened_on", "place"} & plan.rows[0].draft.facts["event"].keys()
    assert {heading for heading, _ in plan.rows[0].draft.leftovers} >= {"day", "gregorian", "town", "city"}


def test_what_is_new_in_a_row_is_added_to_the_person(imported):
    row = NEDA.replace("assembly", "assembly; insult").replace("org/1,held", "org/9,to die")
    plan = planned(imported, row.replace("Neda Zarbaf", "Neda Zarbaf Azari"))
    assert sorted(plan.rows[0].adds) == ["charge_3", "event_told", "judgment", "name", "sentence"]
    applied(imported, plan)
    assert rows_of(
        imported, "SELECT text, is_primary FROM names WHERE prisoner_id = 1 AND script = 'latin'"
    ) == [
        ("Neda Zarbaf", 1),
        ("Neda Zarbaf Azari", 0),
    ]
    assert rows_of(imported, "SELECT count(*) FROM cases WHERE prisoner_id = 1") == [(1,)]
    assert rows_of(imported, "SELECT url FROM sources WHERE id = 4") == [("https://example.org/9",)]


def test_a_correction_of_ours_stands_while_the_list_says_what_it_always_said(imported):
    with act(imported) as unit:
        unit.amend(unit.get(BY_NAME["events"], 1), place="Anzali", status="on_bail")
        unit.amend(unit.get(BY_NAME["prisoners"], 2), basis="none")
        unit.amend(unit.get(BY_NAME["charges"], 2), withdrawn=True)
    assert verdicts(planned(imported, NEDA, KAVEH)) == ["same", "same"]


def test_what_both_changed_is_a_conflict_that_somebody_must_decide(imported):
    with act(imported) as unit:
        unit.amend(unit.get(BY_NAME["events"], 1), place="Anzali")
    plan = planned(imported, NEDA.replace("Rasht", "Lahijan"))
    assert verdicts(plan) == ["in conflict"]
    assert plan.conflicts()[0].told() == "E-0001 place: Anzali ≠ Lahijan"
    with pytest.raises(RowsUnclear, match="1 cell contradicts"):
        applied(imported, plan)
    applied(imported, plan, leave_conflicts=True)
    assert rows_of(imported, "SELECT place FROM events WHERE id = 1") == [("Anzali",)]
    beside = rows_of(imported, "SELECT field, value FROM citations WHERE value IS NOT NULL")
    assert beside == [("place", "Lahijan")]
    assert verdicts(planned(imported, NEDA.replace("Rasht", "Lahijan"))) == ["same"]


def test_what_the_list_says_stays_beside_ours_also_where_it_was_amended_before(imported):
    taken_in(imported, NEDA.replace("Rasht", "Lahijan"))
    with act(imported) as unit:
        unit.amend(unit.get(BY_NAME["events"], 1), place="Anzali")
    again = NEDA.replace("Rasht", "Fuman")
    applied(imported, planned(imported, again), leave_conflicts=True)
    assert rows_of(imported, "SELECT value FROM citations WHERE field = 'place' ORDER BY id") == [
        (None,),
        ("Fuman",),
    ]
    assert verdicts(planned(imported, again)) == ["same"]


def test_fields_of_every_kind_are_read(registry_file):
    text = MAPPING.replace('to = "event.place"', 'to = "case.warrant_shown"')
    text = text.replace('to = "event.happened_on"', 'to = "case.arrested_on"')
    text += '[columns.remark]\nto = "sentence.years"\n"sentence.kind" = "prison"\n'
    with act(registry_file) as unit:
        known = make_prisoner(unit, "Neda Zarbaf")
        unit.add(
            BY_NAME["cases"],
            {"prisoner_id": known, "arrested_on": "25 Shahrivar 1401", "arrested_at": "Sari"},
        )
    plan = planned(registry_file, NEDA.replace("Rasht", "خیر") + "۵", by=mapping(text))
    facts = plan.rows[0].draft.facts
    assert facts["case"]["warrant_shown"] is False
    assert facts["sentence"]["years"] == 5
    assert "arrested on the same day" in plan.rows[0].reason
    assert planned(registry_file, NEDA + "five", by=mapping(text)).faults()[-1].cell == "K2"


def test_an_emptied_cell_clears_nothing(imported):
    assert verdicts(planned(imported, NEDA.replace("Rasht", "").replace("۳۴", ""))) == ["same"]


def test_people_who_are_gone_from_the_list_are_told_and_kept(imported):
    plan = planned(imported, NEDA)
    assert plan.gone == [("2", 2)]
    assert plan.as_json()["gone"] == [{"number": "2", "person": "P-0002"}]
    assert verdicts(plan) == ["same"]


def test_somebody_who_could_be_recorded_already_is_unclear(registry_file):
    with act(registry_file) as unit:
        known = make_prisoner(unit, "Neda Zarbaf")
        make_event(unit, known, "arrest", "25 Shahrivar 1401", place="Rasht")
    plan = planned(registry_file, NEDA, KAVEH)
    assert verdicts(plan) == ["unclear", "new"]
    assert plan.rows[0].could_be == [1]
    assert plan.rows[0].reason.startswith("could be P-0001 (")
    with pytest.raises(RowsUnclear, match="1 row could be somebody of the registry"):
        applied(registry_file, plan)
    assert applied(registry_file, plan, skip_unclear=True)["rows left out"] == 1
    assert rows_of(registry_file, "SELECT count(*) FROM prisoners") == [(2,)]


def test_an_unclear_row_can_be_recorded_as_somebody_new(registry_file):
    with act(registry_file) as unit:
        make_prisoner(unit, "Neda Zarbaf", "ندا زرباف", gender="female")
    plan = planned(registry_file, NEDA)
    assert verdicts(plan) == ["unclear"]
    applied(registry_file, plan, unclear_as_new=True)
    assert rows_of(registry_file, "SELECT count(*) FROM prisoners") == [(2,)]
    assert verdicts(planned(registry_file, NEDA)) == ["same"]


def test_two_people_of_one_name_in_one_list_are_two_people(registry_file):
    assert verdicts(planned(registry_file, NEDA, NEDA.replace("1,", "3,", 1))) == ["new", "new"]
    taken_in(registry_file, NEDA)
    assert verdicts(planned(registry_file, NEDA, NEDA.replace("1,", "3,", 1))) == ["same", "new"]


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([NEDA, NEDA], "row 2 has the same number"),
        ([NEDA.replace("1,", ",", 1)], "it has no number by which to find it again"),
    ],
)
def test_a_row_without_a_number_of_its_own_can_only_be_left_out(registry_file, rows, reason):
    plan = planned(registry_file, *rows)
    assert plan.rows[-1].verdict is Verdict.UNCLEAR
    assert plan.rows[-1].reason == reason
    with pytest.raises(RowsUnclear):
        applied(registry_file, plan, unclear_as_new=True)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Total,10,,,,,,,,,", "it says “Total”, as a row of sums does"),
        (",Total:,10,,,,,,,,", "it has no number by which to find it again"),
        ("جمع کل:,Neda,,,,,,,,,", "it says “جمع کل:”, as a row of sums does"),
        ("3,Total,,,,,,,,,", "it says “Total”, as a row of sums does"),
        ("3,10,۱۲,,,,,,,,", "no letter stands in its name: “10”"),
        ("N/A,N/A,,,,,,,,,", "it says neither a name nor a number"),
        ("3,N/A,,34,,,,,,,", ""),
        ("3,Sumaya Totali,,,,,,,,,", ""),
        ("3,Ґанна,,,,,,,,,", ""),
    ],
)
def test_a_row_that_is_about_nobody_is_never_taken_in_by_itself(registry_file, row, reason):
    plan = planned(registry_file, NEDA, row)
    assert (verdicts(plan)[1], plan.rows[1].reason) == ("unclear" if reason else "new", reason)
    applied(registry_file, plan, skip_unclear=True, unclear_as_new=True)
    assert rows_of(registry_file, "SELECT count(*) FROM prisoners") == [(1 if reason else 2,)]


@pytest.mark.parametrize(("name", "verdict"), [("N/A", "unclear"), ("Omid", "new")])
def test_a_row_told_apart_by_its_name_needs_one(registry_file, name, verdict):
    by_name = mapping(MAPPING.replace('number = ["no"]', 'number = ["name", "day"]'))
    assert verdicts(planned(registry_file, f"3,{name},,,,,,,,,", by=by_name)) == [verdict]


def test_somebody_decides_that_a_row_of_nobody_is_somebody(registry_file, tmp_path):
    sheet = read_delimited("list.csv", f"{HEADING}\n3,10,,,,,,,,,\n".encode())
    with reading(registry_file) as reader:
        plan = plan_import(sheet, mapping(), reader, {"3": Answer(Decision.NEW)})
    assert verdicts(plan) == ["new"]
    undecided = planned(registry_file, "3,10,,,,,,,,,")
    write_review(undecided, tmp_path / "review.xlsx")
    (down,) = load_workbook(tmp_path / "review.xlsx")["Review"].data_validations.dataValidation
    assert down.formula1 == '"new,skip"'


def test_somebody_entered_in_error_does_not_come_back_unseen(imported):
    with act(imported) as unit:
        unit.amend(unit.get(BY_NAME["prisoners"], 1), withdrawn=True)
    assert planned(imported, NEDA).rows[0].reason == "P-0001 was withdrawn as entered in error"


def test_a_merged_record_stands_for_the_person_it_was_merged_into(imported):
    with act(imported) as unit:
        kept = make_prisoner(unit, "Neda Zarbaf")
        unit.amend(unit.get(BY_NAME["prisoners"], 1), merged_into=kept)
    assert planned(imported, NEDA).rows[0].person == kept


@pytest.mark.parametrize(
    ("old", "new", "cell", "why"),
    [
        ("۳۴", "less than a day", "D2", "no age in years"),
        ("۳۴", "400", "D2", "nobody can have been of this age"),
        ("female", "feminine", "E2", "not a word"),
        ("25 Shahrivar 1401", "some day", "F2", "not read as a date"),
        ("https://example.org/1", "see above", "I2", "no address"),
        ("https://example.org/1", "see https://example.org/1", "I2", "no address"),
        ("held", "gone", "J2", "the mapping does not say what this word means"),
        ("Neda Zarbaf", "Neda \u202eZarbaf", "B2", "The name holds"),
    ],
)
def test_a_cell_that_is_not_read_is_named_as_excel_names_it_and_kept(registry_file, old, new, cell, why):
    plan = planned(registry_file, NEDA.replace(old, new))
    (fault,) = plan.faults()
    assert (fault.cell, fault.text) == (cell, new)
    assert why in fault.why
    with pytest.raises(RowsUnclear, match="1 cell was not read"):
        applied(registry_file, plan)
    applied(registry_file, plan, skip_unread=True)
    assert rows_of(registry_file, "SELECT import_note FROM prisoners") == [
        (f"hand-list · {fault.heading}: {new}",)
    ]


def test_a_record_that_could_not_be_made_takes_its_cells_to_the_import_note(registry_file):
    text = MAPPING.replace('[columns.day]\nto = "event.happened_on"', '[columns.day]\nto = "event_end.until"')
    text += '[columns.remark]\nto = "event_end.summary"\n'
    plan = planned(registry_file, NEDA + "much", by=mapping(text))
    assert {fault.heading for fault in plan.faults()} == {"day", "remark"}
    assert "event_end" not in plan.rows[0].draft.forms


def test_a_doubt_about_two_cells_leaves_the_record_without_them(registry_file):
    text = MAPPING.replace('to = "event.place"', 'to = "judgment.given_on"')
    text = text.replace('to = "event.happened_on"', 'to = "judgment.notified_on"')
    row = NEDA.replace("held,", "to die,").replace("Rasht", "1 Mehr 1402")
    plan = planned(registry_file, row, by=mapping(text))
    assert {fault.heading for fault in plan.faults()} == {"day", "town"}
    assert "sentence" in plan.rows[0].draft.forms


def test_what_hangs_on_a_record_that_could_not_be_made_goes_with_it(registry_file):
    never = '"judgment.given_on" = "1402"\n"judgment.notified_on" = "1400"'
    text = MAPPING.replace('"judgment.outcome" = "convicted"', never)
    text += '[columns.remark]\nto = "sentence.quoted"\n'
    plan = planned(registry_file, NEDA.replace("held,", "to die,hanging"), by=mapping(text))
    (fault,) = plan.faults()
    assert (fault.heading, fault.why) == ("remark", "the record to which it belongs could not be made")
    applied(registry_file, plan, skip_unread=True)
    assert rows_of(registry_file, "SELECT import_note FROM prisoners") == [("hand-list · remark: hanging",)]


def test_where_every_filled_cell_went_is_accounted_for(registry_file):
    plan = planned(registry_file, NEDA, KAVEH)
    placed = plan.placed()
    assert {heading: sum(where.values()) for heading, where in placed.items()} == {
        "no": 2, "name": 2, "persian": 1, "age": 1, "gender": 2, "day": 2, "town": 2, "charges": 1, "links": 2,
        "state": 2, "remark": 1,
    }  # fmt: skip
    assert placed["day"] == {"event.happened_on": 1, "nothing known": 1}
    assert placed["no"] == {"number": 2}
    told = plan.as_json()
    assert told["totals"] == {
        "new": 2, "same": 0, "amended": 0, "in conflict": 0, "unclear": 0, "left out": 0,
    }  # fmt: skip
    assert told["plan"][0]["name"] == "Neda Zarbaf"
    assert told["columns"]["remark"] == {"import note": 1}


def test_a_list_without_numbers_is_told_apart_by_several_columns(registry_file):
    by = mapping(MAPPING.replace('number = ["no"]', 'number = ["name", "town"]'))
    plan = planned(registry_file, NEDA, KAVEH, by=by)
    assert len({row.draft.number for row in plan.rows}) == 2
    applied(registry_file, plan)
    assert verdicts(planned(registry_file, KAVEH, NEDA, by=by)) == ["same", "same"]
    assert planned(registry_file, "3,,,,,,,,,,x", by=by).rows[0].verdict is Verdict.UNCLEAR
    assert rows_of(registry_file, "SELECT import_note FROM prisoners WHERE id = 1") == [
        ("hand-list · no: 1",)
    ]


def test_headings_that_only_one_side_has_are_told(registry_file):
    plan = planned(registry_file, "1,Neda Zarbaf,x", heading="no,name,other")
    assert plan.notices[0].startswith("the list has no column “persian”, “age”")
    assert plan.notices[1] == "kept in the import note alone: “other”"
    with pytest.raises(NumbersMissing, match="no column “no”"):
        planned(registry_file, "Neda Zarbaf,x", heading="name,other")


def test_a_formula_is_not_taken_on_trust(registry_file, tmp_path):
    from openpyxl import Workbook

    from prisoners.sheets.read import read_sheet

    book = Workbook()
    book.active.append(["no", "name", "town"])
    book.active.append([1, "Neda Zarbaf", '="Ra"&"sht"'])
    book.save(tmp_path / "list.xlsx")
    with reading(registry_file) as reader:
        plan = plan_import(read_sheet(tmp_path / "list.xlsx"), mapping(), reader)
    (fault,) = plan.faults()
    assert (fault.cell, fault.text) == ("C2", '="Ra"&"sht"')
    assert "formula" in fault.why


def test_all_or_nothing(registry_file, monkeypatch):
    from prisoners.store.unit import Unit

    added = Unit.add_many

    def fail_at_citations(self, record, forms, numbers=None):
        if record.__tablename__ == "citations":
            raise sqlite3.OperationalError
        return added(self, record, forms, numbers)

    monkeypatch.setattr(Unit, "add_many", fail_at_citations)
    plan = planned(registry_file, NEDA, KAVEH)
    with pytest.raises(DatabaseRefuses):
        applied(registry_file, plan)
    assert rows_of(
        registry_file, "SELECT (SELECT count(*) FROM prisoners), (SELECT count(*) FROM updates)"
    ) == [(0, 0)]


def test_a_list_with_no_address_is_taken_in_on_a_sentence(registry_file):
    by = mapping(MAPPING.replace('url = "https://example.org/list"', ""))
    taken_in(registry_file, NEDA, by=by)
    assert rows_of(registry_file, "SELECT because FROM updates") == [("a list",)]
    said = "SELECT title, outlet FROM sources JOIN citations ON source_id = sources.id WHERE about_table = 'prisoners'"
    assert rows_of(registry_file, said) == [("hand-list", "Example")]
    with act(registry_file) as unit:
        unit.amend(unit.get(BY_NAME["events"], 1), place="Anzali")
    again = NEDA.replace("Rasht", "Lahijan")
    applied(registry_file, planned(registry_file, again, by=by), leave_conflicts=True)
    assert rows_of(registry_file, "SELECT count(*) FROM sources WHERE title = 'hand-list'") == [(1,)]
    assert verdicts(planned(registry_file, again, by=by)) == ["same"]
    assert verdicts(planned(registry_file, NEDA, by=by)) == ["same"]


def test_another_list_of_the_same_person_keeps_its_own_note(imported):
    with act(imported) as unit:
        facts = {"prisoner_id": 2, "list_name": "other-list", "number": "9"}
        unit.add(BY_NAME["external_ids"], facts)
    other = mapping(MAPPING.replace("hand-list", "other-list"))
    taken_in(
        imported,
        KAVEH.replace("2,", "9,", 1)
        .replace("on strike", "ill\nand weak")
        .replace("ill", '"ill')
        .join(["", '"']),
        by=other,
    )
    note = rows_of(imported, "SELECT import_note FROM prisoners WHERE id = 2")[0][0]
    assert lines_of(note) == ["hand-list · remark: on strike", "other-list · remark: ill\n    and weak"]
    assert merged_note(note, "hand-list", [("remark", "free")]).startswith(
        "other-list · remark: ill\n    and weak\nhand-list"
    )
    assert merged_note(None, "x", []) is None


def test_values_are_compared_and_shown_by_what_they_say():
    day = "2022-09-16 2022-09-16 2022-09-16|jalali|25 Shahrivar 1401"
    assert same(day, day.replace("jalali|25 Shahrivar 1401", "gregorian|2022-09-16"))
    assert not same(day, day.replace("16 2022-09-16|", "16 2022-09|"))
    assert not same("Rasht | a", "Rasht | b")
    assert shown(day) == "25 Shahrivar 1401"
    assert shown(None) == "—"
    assert shown("a|b|c") == "a|b|c"
    assert (stored(True), stored(None), stored(3)) == (1, None, 3)


def test_a_number_that_is_longer_than_any_number_is_kept_and_found_again(registry_file):
    row = NEDA.replace("1,", f"{'x' * 600},", 1)
    taken_in(registry_file, row)
    assert verdicts(planned(registry_file, row)) == ["same"]
    assert rows_of(registry_file, "SELECT import_note FROM prisoners") == [(f"hand-list · no: {'x' * 600}",)]


def test_what_is_left_over_and_says_how_somebody_is_reached_is_a_sealed_contact(registry_file):
    heading = f"{HEADING},Phone,address,more"
    row = f"{NEDA},9.8912E+11,3 Khiyali Street,call 0912 000 11 22"
    applied(registry_file, planned(registry_file, row, heading=heading), skip_unread=True)
    assert rows_of(registry_file, "SELECT kind, value FROM contacts ORDER BY id") == [
        ("telephone", "9.8912E+11"),
        ("address", "3 Khiyali Street"),
        ("telephone", "call 0912 000 11 22"),
    ]
    note = rows_of(registry_file, "SELECT import_note FROM prisoners")[0][0]
    assert lines_of(note) == [
        f"hand-list · {one}: kept as a sealed contact" for one in ("Phone", "address", "more")
    ]
    again = planned(registry_file, row, heading=heading)
    assert again.count() == {Verdict.SAME: 1}
    assert again.placed()["Phone"] == {"sealed contact": 1}
    assert "kept as sealed contacts: “Phone”, “address”" in again.notices


def test_a_long_text_with_a_telephone_number_is_sealed_whole_and_a_dash_is_no_contact(registry_file):
    told = f"call 0912 000 11 22 {'again ' * 100}".strip()
    applied(registry_file, planned(registry_file, f"{NEDA}{told},-", heading=f"{HEADING},Phone"))
    assert rows_of(registry_file, "SELECT value, note FROM contacts") == [("remark", told)]
    assert rows_of(registry_file, "SELECT import_note FROM prisoners") == [
        ("hand-list · remark: kept as a sealed contact\nhand-list · Phone: -",)
    ]
