"""A working copy that comes back: corrections, collisions, new rows, and what must change nothing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from prisoners.actions.because import act
from prisoners.actions.erasure import erase
from prisoners.actions.merge import merge
from prisoners.actions.rows import record_of
from prisoners.actions.undo import undo
from prisoners.actions.verbs import verbs
from prisoners.errors import (
    CopyOfAnotherRegistry,
    CopyUndecided,
    NoSuchConflict,
    NothingChanged,
    RegistryMovedOn,
)
from prisoners.sheets.copy_apply import CopyDecisions, choose, left_behind
from prisoners.sheets.copy_cells import CLEAR, KEPT_BACK
from prisoners.sheets.copy_columns import FOLLOWS, SHEETS, Kind
from prisoners.sheets.copy_decide import plan_copy
from prisoners.sheets.plan import Verdict
from prisoners.store.engine import create_registry
from prisoners.vocabulary import UpdateKind
from tests.queries.world import make_world
from tests.sheets.copy_desk import Desk, faults, reasons, told


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(make_world(tmp_path_factory.mktemp("copies") / "registry.db"))


@pytest.fixture
def desk(first: Desk, tmp_path: Path) -> Desk:
    return first.elsewhere(tmp_path)


def test_a_copy_that_nobody_touched_changes_nothing(desk):
    plan = desk.plan()
    assert (plan.rows, plan.findings, plan.book.notices) == ([], [], [])
    assert plan.same == sum(len(rows) for rows in desk.grid.values()) > 20
    with pytest.raises(NothingChanged):
        desk.taken(plan)


def test_what_only_they_changed_is_taken_and_cited_as_one_update(desk):
    desk.edit("Prisoners", "P-0001", "Occupation", "nurse")
    desk.edit("Prisoners", "P-0001", "Born", "بهار ۱۳۷۱")
    desk.edit("Cases", "C-0001", "Stage", "appeal")
    desk.edit("Judgments", "J-0001", "In absentia", "بله")
    desk.edit("Sentences", "SN-0001", "Term", "۴ سال و ۷ ماه و نیم")
    desk.edit("Events", "E-0001", "Ward", "240")
    desk.edit("Sources", "S-0001", "Reliability", "A")
    plan = desk.plan()
    assert len(plan.rows) == len(plan.having(Verdict.AMENDED)) == 6
    assert "Prisoners!H2 P-0001 Born: 1989-05-04 → بهار ۱۳۷۱ (spring 1371 · 21 Mar – 21 Jun 1992)" in told(
        plan
    )
    assert desk.taken(plan) == {"cells taken": 7}
    assert desk.value("SELECT occupation FROM prisoners WHERE id = 1") == "nurse"
    assert desk.value("SELECT in_absentia FROM judgments WHERE id = 1") == 1
    assert desk.value("SELECT years || ' ' || months || ' ' || half_month FROM sentences") == "4 7 1"
    assert desk.value("SELECT stage FROM cases WHERE id = 1") == "appeal"
    assert desk.value("SELECT ward FROM events WHERE id = 1") == "240"


def test_the_same_copy_again_changes_nothing(desk):
    desk.edit("Prisoners", "P-0001", "Occupation", "nurse")
    desk.edit("Prisoners", "P-0002", "Name", "Omid Pirooz")
    desk.new("Events", Person="P-0002", What_happened="transfer", Date="1 Mordad 1402", Prison="Evin 209")
    desk.taken()
    assert desk.plan().rows == []
    with pytest.raises(NothingChanged):
        desk.taken()


def test_an_import_is_taken_back_as_one(desk):
    before = (
        desk.value("SELECT group_concat(occupation) FROM prisoners"),
        desk.value("SELECT count(*) FROM events"),
    )
    desk.edit("Prisoners", "P-0001", "Occupation", "nurse")
    desk.new("Events", Person="P-0002", What_happened="transfer", Date="1 Mordad 1402", Prison="Evin")
    desk.taken()
    last = int(str(desk.value("SELECT max(id) FROM updates")))
    with act(desk.registry, by="Sara", because="a mistake", kind=UpdateKind.UNDO, undoes=last) as unit:
        undo(unit, last)
    after = (
        desk.value("SELECT group_concat(occupation) FROM prisoners"),
        desk.value("SELECT count(*) FROM events"),
    )
    assert after == before


def test_a_cell_that_both_changed_is_a_conflict_that_says_who_and_when(desk):
    desk.edit("Prisoners", "P-0001", "Father", "Hassan")
    desk.edit("Prisoners", "P-0001", "Occupation", "nurse")
    desk.ours("prisoners", 1, father="Karim")
    plan = desk.plan()
    (conflict,) = plan.conflicts()
    assert "it was Rostam; ours is now Karim (Omid, 20" in conflict.told()
    assert conflict.told().endswith("theirs is Hassan")
    with pytest.raises(CopyUndecided, match="1 cell was changed on both sides"):
        desk.taken(plan)
    assert desk.taken(plan, leave_conflicts=True) == {"cells taken": 1}
    assert desk.value("SELECT father || occupation FROM prisoners WHERE id = 1") == "Karimnurse"
    assert [
        line for line in left_behind(plan, CopyDecisions(leave_conflicts=True)) if "left as it is" in line
    ]


@pytest.mark.parametrize(("choice", "father"), [("theirs", "Hassan"), ("ours", "Karim")])
def test_a_conflict_is_decided_by_its_cell(desk, choice, father):
    desk.edit("Prisoners", "P-0001", "Father", "Hassan")
    desk.edit("Prisoners", "P-0001", "Occupation", "nurse")
    desk.ours("prisoners", 1, father="Karim")
    plan = desk.plan()
    choose(plan, [plan.conflicts()[0].cell.place.lower()], choice)
    desk.taken(plan)
    assert desk.value("SELECT father FROM prisoners WHERE id = 1") == father


def test_all_conflicts_are_decided_at_once_and_a_cell_without_one_is_refused(desk):
    for number in (1, 2):
        desk.edit("Prisoners", f"P-000{number}", "Father", "Hassan")
        desk.ours("prisoners", number, father="Karim")
    plan = desk.plan()
    with pytest.raises(NoSuchConflict, match="Events!A1"):
        choose(plan, ["Events!A1"], "ours")
    choose(plan, ["all"], "theirs")
    desk.taken(plan)
    assert desk.value("SELECT count(*) FROM prisoners WHERE father = 'Hassan'") == 2


def test_both_changed_to_the_same_is_no_conflict_however_it_is_spelled(desk):
    desk.edit("Prisoners", "P-0001", "Born", "14 Ordibehesht 1367")
    desk.edit("Prisoners", "P-0001", "Gender", "مرد")
    desk.ours("prisoners", 1, born="1988-05-04", gender="male")
    assert desk.plan().rows == []


def test_what_only_we_changed_stays(desk):
    desk.ours("prisoners", 1, occupation="nurse")
    assert desk.plan().rows == []


def test_a_term_is_one_thing_years_of_theirs_and_months_of_ours_are_not_mixed(desk):
    desk.edit("Sentences", "SN-0001", "Term", "4 years and 6 months")
    desk.ours("sentences", 1, term="5 years and 2 months")
    assert len(desk.plan().conflicts()) == 1


def test_an_emptied_cell_changes_nothing_and_is_told(desk):
    desk.edit("Prisoners", "P-0001", "Occupation", "")
    plan = desk.plan()
    assert plan.rows == []
    assert plan.findings == ["Prisoners row 2 P-0001 Occupation was emptied; <clear> would clear it"]


def test_clear_empties_a_field_and_is_refused_where_there_must_be_one(desk):
    desk.edit("Prisoners", "P-0001", "Occupation", CLEAR)
    desk.edit("Prisoners", "P-0002", "Occupation", CLEAR)
    desk.edit("Prisoners", "P-0002", "Naming outside", CLEAR)
    desk.edit("Prisoners", "P-0003", "Name in Persian", CLEAR)
    plan = desk.plan()
    assert told(plan) == ["Prisoners!R2 P-0001 Occupation: teacher and translator → —"]
    assert any("it cannot be empty" in fault for fault in faults(plan))
    assert any("only name" in fault for fault in faults(plan)), faults(plan)
    desk.taken(plan, skip_unread=True)
    assert desk.value("SELECT occupation FROM prisoners WHERE id = 1") is None


def test_clear_takes_a_yes_back(desk):
    desk.ours("cases", 1, abroad="yes")
    again = Desk(desk.registry)
    again.edit("Cases", "C-0001", "Lives abroad", CLEAR)
    again.taken()
    assert again.value("SELECT abroad FROM cases WHERE id = 1") == 0


def test_a_deleted_row_is_told_and_withdraws_nothing(desk):
    desk.grid["Events"].pop(0)
    plan = desk.plan()
    assert plan.rows == []
    assert plan.findings == ["Events no longer has E-0001; nothing is withdrawn for that"]


def test_a_missing_column_and_a_missing_sheet_change_nothing(desk):
    for row in desk.grid["Prisoners"]:
        row.pop("Occupation")
    desk.headings["Prisoners"].remove("Occupation")
    del desk.grid["Events"]
    plan = desk.plan()
    assert (plan.rows, plan.findings) == ([], [])


def test_rows_and_columns_in_any_order_are_found_again(desk):
    desk.edit("Events", "E-0002", "Ward", "4")
    desk.grid["Events"].reverse()
    desk.headings["Events"].reverse()
    assert [change.reference for change in desk.plan().changes()] == ["E-0002"]


def test_a_cell_that_is_only_shown_is_not_taken(desk):
    desk.edit("Prisoners", "P-0001", "Born (as read)", "1350")
    plan = desk.plan()
    assert plan.rows == []
    assert "is for reading; “1350” is not taken" in plan.findings[0]


def test_what_cannot_be_read_is_told_with_its_cell_and_spoils_no_neighbour(desk):
    desk.edit("Prisoners", "P-0001", "Born", "32 Mehr 1399")
    desk.edit("Prisoners", "P-0001", "Gender", "femal?")
    desk.edit("Prisoners", "P-0001", "Occupation", "nurse")
    desk.edit("Prisoners", "P-0002", "Occupation", "driver")
    plan = desk.plan()
    assert sorted((fault.place, fault.heading) for fault in plan.faults()) == [
        ("Prisoners!G2", "Gender"),
        ("Prisoners!H2", "Born"),
    ]
    with pytest.raises(CopyUndecided, match="2 cells were not read"):
        desk.taken(plan)
    assert desk.taken(plan, skip_unread=True) == {"cells taken": 2}


def test_a_formula_is_not_read(desk):
    desk.doubts["Prisoners", "P-0001", "Occupation"] = "it is a formula"
    desk.edit("Prisoners", "P-0001", "Occupation", "=1+1")
    assert faults(desk.plan()) == ["Prisoners!R2 Occupation: =1+1 (it is a formula)"]


def test_a_row_under_a_reference_that_is_not_its_own_is_unclear(desk):
    desk.edit("Events", "E-0001", "Reference", "X")
    desk.edit("Events", "E-0002", "Reference", "P-0001")
    desk.edit("Events", "E-0004", "Reference", "E-0999")
    desk.edit("Events", "E-0005", "Person", "P-0002")
    desk.edit("Events", "E-0007", "Reference", "E-0003")
    desk.edit("Charges", "CH-0001", "Case", "C-0002")
    plan = desk.plan()
    assert sorted(reasons(plan)) == [
        "CH-0001 belongs to C-0001, and the row says C-0002",
        "E-0003 belongs to P-0002, and the row says P-0001",
        "E-0005 belongs to P-0003, and the row says P-0002",
        "E-0999 was not on this copy",
        "“P-0001” is no reference of the sheet Events",
        "“X” is no reference of the sheet Events",
    ]
    with pytest.raises(CopyUndecided, match="6 rows are unclear"):
        desk.taken(plan)
    with pytest.raises(NothingChanged):
        desk.taken(plan, skip_unclear=True)


def test_a_reference_that_stands_twice_is_unclear_where_the_row_was_changed(desk):
    copied = dict(desk.row("Events", "E-0001"))
    desk.grid["Events"].append(copied | {"Ward": "4"})
    plan = desk.plan()
    assert reasons(plan) == ["another row has the reference E-0001 too"]
    assert len(plan.rows) == 1


def test_a_person_under_the_reference_of_another_is_unclear(desk):
    desk.grid["Prisoners"].remove(desk.row("Prisoners", "P-0002"))
    desk.edit("Prisoners", "P-0004", "Reference", "P-0002")
    assert reasons(desk.plan()) == ["it says what P-0004 says, and stands under the reference P-0002"]


def test_what_was_withdrawn_merged_or_erased_meanwhile_is_not_brought_back(desk):
    desk.edit("Events", "E-0001", "Ward", "4")
    desk.edit("Prisoners", "P-0008", "Occupation", "driver")
    desk.edit("Prisoners", "P-0004", "Occupation", "driver")
    desk.edit("Prisoners", "P-0001", "Father", "Hassan")
    desk.edit("Prisoners", "P-0005", "Born", "1360")
    with act(desk.registry, by="Omid", because="a mistake") as unit:
        verbs("events").withdraw(unit, 1)
        verbs("prisoners").withdraw(unit, 4)
    with act(desk.registry, by="Omid", because="one person", kind=UpdateKind.MERGE) as unit:
        merge(unit, 3, 8, {})
    with act(desk.registry, by="Omid", because="for safety", kind=UpdateKind.ERASURE) as unit:
        erase(unit, "prisoners", 1, ["father"])
    plan = desk.plan()
    assert sorted(reasons(plan)) == [
        "E-0001 was withdrawn meanwhile",
        "P-0004 was withdrawn meanwhile",
        "P-0008 was merged into P-0003 meanwhile",
    ]
    assert [fault.why for fault in plan.faults()] == ["it was erased meanwhile, and no copy brings it back"]


def test_an_erased_value_that_still_stands_in_an_untouched_copy_does_not_come_back(desk):
    with act(desk.registry, by="Omid", because="for safety", kind=UpdateKind.ERASURE) as unit:
        erase(unit, "prisoners", 1, ["father"])
    plan = desk.plan()
    assert list(plan.changes()) == []
    assert [fault.why for fault in plan.faults()] == ["it was erased meanwhile, and no copy brings it back"]


def test_a_whole_new_case_is_entered_as_it_would_be_typed(desk):
    desk.new("Prisoners", Reference="#1", Name="Kaveh Namuneh", Name_in_Persian="کاوه نمونه", Born="1370")
    desk.new("Cases", Reference="#c", Person="#1", Stage="indicted", Arrested="5 Mehr 1401")
    desk.new("Charges", Reference="#h", Person="#1", Case="#c", Offence="610")
    desk.new("Judgments", Reference="#j", Person="#1", Given="12 Azar 1401", Outcome="convicted")
    desk.new("Sentences", Judgment="#j", Charge="#h", Term="۵ سال و ۶ ماه")
    desk.new(
        "Events", Reference="#e", Person="#1", What_happened="arrest", Date="5 Mehr 1401", Prison="Evin 209"
    )
    desk.new("Events", Person="#1", What_happened="transfer", Case="#c", After_event="#e", Prison="Evin")
    desk.new(
        "Sources", Kind="independent media", Address="https://news.example/9", Bears_out="#1, P-0001; E-0001"
    )
    plan = desk.plan()
    assert plan.count()[Verdict.NEW] == 8, reasons(plan) + faults(plan)
    done = desk.taken(plan)
    assert done == {
        **{f"new in {sheet.name}": 1 for sheet in SHEETS},
        "new in Events": 2,
    }
    assert desk.value("SELECT status FROM headlines WHERE prisoner_id = 9") == "detained_investigation"
    assert desk.value("SELECT ward FROM events WHERE prisoner_id = 9 ORDER BY id") == "209"
    assert desk.value("SELECT years FROM sentence_sheet WHERE prisoner_id = 9") == 5
    assert desk.value("SELECT count(*) FROM citations WHERE source_id = 2") == 3
    assert desk.plan().rows == []
    desk.ours("prisoners", 9, father="Karim", born="1371")
    assert desk.plan().rows == []


def test_somebody_who_may_be_known_is_unclear_with_all_that_belongs_to_them(desk):
    desk.new("Prisoners", Reference="#1", Name="Babak Arjmand", Name_in_Persian="بابک ارجمند", Gender="male")
    desk.new("Events", Person="#1", What_happened="arrest", Date="5 Mehr 1401")
    plan = desk.plan()
    assert plan.having(Verdict.UNCLEAR)[0].could_be == [4]
    assert "could be P-0004" in reasons(plan)[0]
    assert reasons(plan)[1] == "belongs to #1, which is unclear"
    with pytest.raises(CopyUndecided, match="2 rows are unclear"):
        desk.taken(plan)
    with pytest.raises(NothingChanged):
        desk.taken(plan, skip_unclear=True)
    assert desk.taken(plan, unclear_as_new=True) == {"new in Prisoners": 1, "new in Events": 1}


def test_a_new_row_that_repeats_a_record_is_unclear_and_one_that_we_entered_too_is_the_same(desk):
    desk.new(
        "Events",
        Person="P-0003",
        What_happened="release",
        Date="2020-03-01",
        Status_after_it="released_pardon",
    )
    desk.new("Events", Person="P-0003", What_happened="hearing", Date="2019-12-01")
    with act(desk.registry, by="Omid", because="a letter") as unit:
        verbs("events").add(unit, 3, {"kind": "hearing", "on": "1 December 2019"})
    plan = desk.plan()
    assert reasons(plan) == ["says what E-0005 says already"]


UNPLACED = [
    ("Prisoners", {"Father": "Karim"}, "name"),
    ("Charges", {"Person": "P-0002", "Case": "C-0001", "Offence": "610"}, "record of P-0001"),
    ("Charges", {"Person": "P-0002", "Offence": "610"}, "P-0002"),
    ("Events", {"What_happened": "hearing"}, "it names no person."),
    ("Events", {"Person": "Neda", "What_happened": "hearing"}, "Neda"),
    ("Events", {"Person": "#9", "What_happened": "hearing"}, "“#9” is the Reference of no new row"),
    ("Events", {"Person": "P-0099", "What_happened": "hearing"}, "P-0099"),
    ("Events", {"Person": "S-0001", "What_happened": "hearing"}, "“S-0001” is no person."),
    ("Events", {"Person": "P-0001", "What_happened": "perhaps"}, "nothing in it could be read"),
]


def test_a_new_row_that_cannot_be_placed_is_unclear_and_says_why(desk):
    for sheet, cells, _ in UNPLACED:
        desk.new(sheet, **cells)
    plan = desk.plan()
    assert len(plan.having(Verdict.UNCLEAR)) == len(UNPLACED)
    for reason, (_, _, why) in zip(reasons(plan), UNPLACED, strict=True):
        assert why in reason


def test_a_new_row_without_a_cell_that_cannot_be_read_is_entered_where_that_is_said(desk):
    desk.new(
        "Events", Person="P-0002", What_happened="hearing", Date="32 Mehr 1399", Summary="before a court"
    )
    desk.new("Prisoners", Name="Kaveh Namuneh", Name_in_Persian="Kaveh")
    desk.grid["Events"][-1]["Reference"] = "#odd"
    desk.doubts["Events", "#odd", "Summary"] = "it is a formula"
    plan = desk.plan()
    assert sorted(fault.heading for fault in plan.faults()) == ["Date", "Name in Persian", "Summary"]
    assert desk.taken(plan, skip_unread=True) == {"new in Events": 1, "new in Prisoners": 1}
    again = desk.plan()
    assert again.faults() == plan.faults()
    assert again.count()[Verdict.NEW] == 0
    with pytest.raises(NothingChanged):
        desk.taken(again, skip_unread=True)


def test_a_new_row_that_is_corrected_in_the_sheet_after_it_was_entered_is_no_second_record(desk):
    desk.new(
        "Events", Person="P-0002", What_happened="hearing", Date="32 Mehr 1399", Summary="before a court"
    )
    desk.taken(skip_unread=True)
    number = int(str(desk.value("SELECT max(id) FROM events")))
    last = desk.value("SELECT max(id) FROM updates")
    desk.grid["Events"][-1]["Date"] = "30 Mehr 1399"
    plan = desk.plan()
    entered = f"E-{number:04}, entered by U-{last:04}"
    assert reasons(plan) == [f"{entered}, says this without Date; correct it there"]
    with pytest.raises(CopyUndecided, match="1 row is unclear"):
        desk.taken(plan)
    desk.ours("events", number, on="2020-10-21")
    assert desk.plan().rows == []


def test_a_new_row_beside_a_record_made_since_that_says_something_else_is_new(desk):
    desk.new("Events", Person="P-0002", What_happened="hearing", Date="1 Mehr 1399")
    desk.taken()
    desk.new("Events", Person="P-0002", What_happened="hearing", Date="2 Mehr 1399")
    assert desk.taken() == {"new in Events": 1}


def test_a_correction_that_stands_only_with_its_neighbours_is_taken_with_them(desk):
    """Both days are moved, and neither could be alone: a release never comes before the arrest."""
    desk.edit("Events", "E-0004", "Date", "2021-11-20")
    desk.edit("Events", "E-0005", "Date", "2022-03-01")
    plan = desk.plan()
    assert (faults(plan), reasons(plan)) == ([], [])
    desk.taken(plan)
    assert str(desk.value("SELECT happened_on FROM events WHERE id = 4")).startswith("2021-11-20")


def test_what_cannot_have_happened_is_told_at_its_cell(desk):
    desk.edit("Events", "E-0005", "Date", "2018-01-01")
    plan = desk.plan()
    assert [fault.place for fault in plan.faults()] == ["Events!D7"]


def test_the_place_and_the_prison_of_an_event_are_two_cells(desk):
    desk.edit("Events", "E-0001", "Place as written", "the old building")
    desk.edit("Events", "E-0003", "Prison", "Evin 209")
    desk.edit("Events", "E-0004", "Prison", "اوین")
    desk.taken()
    assert desk.value("SELECT prison_id || place FROM events WHERE id = 1") == "1the old building"
    assert desk.value("SELECT prison_id || place FROM events WHERE id = 4") == "1somewhere in Kerman"
    assert desk.value("SELECT prison_id || ward FROM events WHERE id = 3") == "1209"


def test_a_name_is_corrected_or_added_in_its_script(desk):
    desk.edit("Prisoners", "P-0003", "Name", "Zhaleh Golestan")
    desk.edit("Prisoners", "P-0001", "Name", "Neda Zarbafan")
    desk.edit("Prisoners", "P-0002", "Name in Persian", "Omid")
    plan = desk.plan()
    assert ["letters" in fault for fault in faults(plan)] == [True]
    desk.taken(plan, skip_unread=True)
    assert desk.value("SELECT name_latin FROM headlines WHERE prisoner_id = 3") == "Zhaleh Golestan"
    assert desk.value("SELECT name_latin FROM headlines WHERE prisoner_id = 1") == "Neda Zarbafan"


def test_both_sides_gave_another_name_to_one_person(desk):
    desk.edit("Prisoners", "P-0001", "Name", "Neda Zarbafan")
    desk.ours("names", 1, text="Neda Zarbafian")
    (conflict,) = desk.plan().conflicts()
    assert "ours is now Neda Zarbafian (Omid" in conflict.told()


def test_a_clock_that_goes_wrong_makes_no_correction_of_ours_undone(desk):
    """Our correction is stamped with a day before the copy was made; by its number it came later all the same."""
    past = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    with act(desk.registry, by="Omid", because="a letter", clock=lambda: past) as unit:
        verbs("prisoners").amend(unit, 1, {"occupation": "nurse"})
    assert desk.plan().rows == []


def test_what_was_kept_back_stays_and_cannot_be_corrected_unseen(desk):
    with act(desk.registry, by="Omid", because="a call") as unit:
        verbs("contacts").add(unit, 1, {"kind": "mobile", "value": "0912 555 0147"})
    desk.ours("prisoners", 1, summary="Call 0912 555 0147 for news.")
    desk.ours("prisoners", 2, note="x" * 40_000)
    again = Desk(desk.registry)
    assert again.row("Prisoners", "P-0001")["Summary"] == KEPT_BACK
    assert again.row("Prisoners", "P-0002")["Internal note"] == KEPT_BACK
    assert again.plan().rows == []
    again.edit("Prisoners", "P-0001", "Summary", "Nothing is known.")
    assert ["was not on the copy" in fault for fault in faults(again.plan())] == [True]


def test_what_a_source_says_that_was_sealed_meanwhile_is_not_shown(desk):
    desk.edit("Sources", "S-0001", "Title", "theirs")
    desk.ours("sources", 1, title="a secret title", confidentiality="sealed")
    (conflict,) = desk.plan().conflicts()
    assert "ours is now (sealed)" in conflict.told()
    assert "secret" not in str(conflict.as_json())


def test_an_update_between_plan_and_writing_is_noticed(desk):
    desk.edit("Prisoners", "P-0001", "Occupation", "nurse")
    plan = desk.plan()
    desk.ours("prisoners", 2, occupation="driver")
    with pytest.raises(RegistryMovedOn):
        desk.taken(plan)


def test_a_copy_of_another_registry_or_an_unknown_one_is_refused(desk, tmp_path):
    book = desk.book()
    create_registry(tmp_path / "other.db").close()
    with pytest.raises(CopyOfAnotherRegistry, match="of another registry"):
        plan_copy(book, tmp_path / "other.db")
    last = int(str(desk.value("SELECT max(id) FROM updates")))
    with act(desk.registry, by="Sara", because="a mistake", kind=UpdateKind.UNDO, undoes=last) as unit:
        undo(unit, last)
    with pytest.raises(CopyOfAnotherRegistry, match="did not make EX-0001"):
        desk.plan()


def test_every_field_of_these_records_stands_in_a_copy_or_is_left_out_on_purpose():
    left_out = {
        "prisoners": {"id", "import_note", "merged_into", "withdrawn"},
        "cases": {"id", "prisoner_id", "withdrawn"},
        "events": {"id", "prisoner_id", "withdrawn"},
        "sources": {"id", "withdrawn"},
    }
    for sheet in SHEETS:
        there = {name for column in sheet.columns for name in column.columns}
        columns = set(record_of(sheet.table).__table__.columns.keys())  # type: ignore[attr-defined]
        hangs_on = {f"{sheet.parent[1].removesuffix('s')}_id"}
        assert columns - there == left_out.get(sheet.table, {"id", "withdrawn"} | hangs_on), sheet.name
        assert len(set(sheet.headings)) == len(sheet.headings)
        fields = {column.field for column in sheet.columns if column.kind is not Kind.SHOWN}
        assert FOLLOWS.get(sheet.table, frozenset()) <= fields
