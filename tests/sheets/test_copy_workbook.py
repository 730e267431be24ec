"""The workbook of a working copy: what is in it, and that what a program does to it by itself is no correction."""

from __future__ import annotations

import datetime as dt
import io
import random
import shutil
import subprocess
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from prisoners.actions.because import act
from prisoners.actions.verbs import verbs
from prisoners.errors import SheetUnreadable
from prisoners.privacy.policy import level_of
from prisoners.sheets.copy_about import TITLE, made_of
from prisoners.sheets.copy_decide import plan_copy
from prisoners.sheets.copy_plan import CopyPlan
from prisoners.sheets.copy_read import CopyBook, may_be_copy, read_copy
from prisoners.sheets.copy_write import prepare_copy, written_copy
from prisoners.store.reader import reading
from prisoners.vocabulary import enum_named, label, offered, read_code
from tests.builders import act as quick_act
from tests.queries.world import make_world
from tests.sheets.canaries import Canaries
from tests.sheets.copy_desk import TODAY, Desk, told
from tests.sheets.hunter import hunted

LIVE = "=HYPERLINK(1)"
TEXTS = {
    "father": LIVE,
    "occupation": "+98 912 555 0147",
    "birthplace": "'quoted",
    "nationality": "_x000D_ and 007",
    "residence": "1-2",
    "summary": "- first\n@second, “curly” and ‌joined می‌شود",
    "basis_source": "1402",
}
OFFICE = shutil.which("soffice")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    registry = make_world(tmp_path_factory.mktemp("workbooks") / "registry.db")
    with act(registry, by="Sara", because="a test") as unit:
        verbs("prisoners").amend(unit, 2, TEXTS)
        verbs("cases").amend(unit, 1, {"file_number": "9909980012345678", "other_numbers": "007"})
        verbs("events").amend(unit, 1, {"on": "2022-09-16", "amount": "500000000000"})
    return Desk(registry)


@pytest.fixture(scope="module")
def file(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("file") / "cases.xlsx"
    with written_copy(desk.copy, desk.made, path):
        pass
    return path


def planned(desk: Desk, path: Path) -> CopyPlan:
    book = read_copy(path)
    assert isinstance(book, CopyBook)
    return plan_copy(book, desk.registry)


def changed_nothing(plan: CopyPlan) -> bool:
    assert told(plan) == []
    assert (plan.rows, plan.findings, plan.book.notices) == ([], [], [])
    return plan.same > 20


def test_every_cell_is_a_text_nothing_is_hidden_and_nothing_runs(file):
    book = openpyxl.load_workbook(file)
    assert book.sheetnames == [
        "About", "Prisoners", "Cases", "Charges", "Judgments", "Sentences", "Events", "Sources", "Lists",
    ]  # fmt: skip
    for page in book:
        assert page.sheet_state == "visible"
        assert not any(
            one.hidden for one in [*page.column_dimensions.values(), *page.row_dimensions.values()]
        )
        for row in page.iter_rows():
            assert {cell.data_type for cell in row if cell.value is not None} <= {"s"}
            assert {cell.number_format for cell in row if cell.value is not None} <= {"@"}
    with zipfile.ZipFile(file) as parts:
        names = parts.namelist()
        xml = b"".join(parts.read(name) for name in names)
    assert b"<f>" not in xml
    assert b"openpyxl" not in xml
    assert not any("comment" in name or "vba" in name or "external" in name for name in names)


def test_references_are_guarded_and_sorting_filtering_and_new_rows_are_not_forbidden(file):
    """A protected sheet cannot be sorted, so the reference is refused by the cell and not by the sheet."""
    for page in openpyxl.load_workbook(file).worksheets[1:-1]:
        assert page.protection.sheet is False
        assert page["A2"].protection.locked is True
        assert page["B2"].protection.locked is False
        assert page.column_dimensions["A"].protection.locked is False
        assert str(page.freeze_panes)[1:] == "2"
        assert str(page.auto_filter.ref).startswith("A1:")
        guard = next(one for one in page.data_validations.dataValidation if one.type == "custom")
        assert str(guard.sqref).startswith("A2")
        assert guard.formula1 == "FALSE"


def test_closed_lists_drop_down_and_every_word_of_them_is_understood(file):
    book = openpyxl.load_workbook(file)
    page, lists = book["Prisoners"], book["Lists"]
    column = next(cell.column_letter for cell in page[1] if cell.value == "Gender")
    down = next(one for one in page.data_validations.dataValidation if f"{column}2" in str(one.sqref))
    assert (down.type, down.showErrorMessage) == ("list", False)
    area = str(down.formula1).removeprefix("Lists!").replace("$", "")
    words = [cell.value for (cell,) in lists[area]]
    assert words == [label("gender", code) for code in offered("gender")]
    for heading in lists[1]:
        code_list = str(heading.value).removesuffix(": Persian").replace(" ", "_").lower()
        if code_list != "yes_or_no":
            shown = [cell.value for cell in lists[heading.column_letter][1:] if cell.value]
            assert [read_code(enum_named(code_list), str(word)) for word in shown] == list(offered(code_list))


def test_the_about_sheet_says_of_what_when_for_whom_and_how(file, desk):
    page = openpyxl.load_workbook(file)["About"]
    said = {row[0].value: row[1].value for row in page.iter_rows()}
    assert page["A1"].value == TITLE
    assert said["Working copy"] == "EX-0001"
    assert said["Made from update"] == desk.made.update
    assert said["Made for"] == "Lida"
    assert "<clear>" in str(said["Empty a field"])
    assert "withdraws nothing" in str(said["Take something out"])


def test_the_same_content_is_the_same_bytes(desk, file, tmp_path):
    with written_copy(desk.copy, desk.made, tmp_path / "again.xlsx"):
        pass
    assert (tmp_path / "again.xlsx").read_bytes() == file.read_bytes()


def test_an_untouched_copy_saved_by_openpyxl_changes_nothing(desk, file, tmp_path):
    openpyxl.load_workbook(file).save(tmp_path / "saved.xlsx")
    assert changed_nothing(planned(desk, tmp_path / "saved.xlsx"))


def find(page: Any, reference: str, heading: str) -> Any:
    column = next(cell.column for cell in page[1] if cell.value == heading)
    row = next(row[0].row for row in page.iter_rows() if row[0].value == reference)
    return page.cell(row, column)


def test_what_excel_does_by_itself_is_no_correction_and_what_a_person_does_is_found_wherever_it_was_moved(
    desk, file, tmp_path
):
    book = openpyxl.load_workbook(file)
    find(book["Cases"], "C-0001", "File number").value = 9909980012345678
    find(book["Cases"], "C-0001", "Other numbers").value = 7
    find(book["Events"], "E-0001", "Date").value = dt.date(2022, 9, 16)
    find(book["Events"], "E-0001", "Date").number_format = "yyyy-mm-dd"
    find(book["Events"], "E-0001", "Bail").value = 500000000000
    find(book["Prisoners"], "P-0002", "Father").value = f"'{LIVE}"
    find(book["Prisoners"], "P-0002", "Occupation").value = "+98 912 555 0147  "
    find(book["Prisoners"], "P-0008", "Occupation").value = "carpenter"
    book.move_sheet("Events", -4)
    for page in (book["Prisoners"], book["Events"]):
        _sort_backwards(page)
        page.row_dimensions[3].hidden = True
        page.auto_filter.add_filter_column(1, ["x"])
    book.save(tmp_path / "moved.xlsx")
    plan = planned(desk, tmp_path / "moved.xlsx")
    assert [(one.reference, one.theirs) for one in plan.changes()] == [("P-0008", "carpenter")]
    assert (len(plan.rows), plan.findings, plan.faults()) == (1, [], [])


def _sort_backwards(page: Any) -> None:
    """Rows and columns in the other order, as after sorting and moving."""
    rows = [[(cell.value, cell.number_format) for cell in row] for row in page.iter_rows()]
    ordered = [list(reversed(row)) for row in [rows[0], *reversed(rows[1:])]]
    for number, row in enumerate(ordered, start=1):
        for place, (value, number_format) in enumerate(row, start=1):
            cell = page.cell(number, place)
            cell.value, cell.number_format = value, number_format
            cell.data_type = "s" if isinstance(value, str) else cell.data_type


@pytest.mark.trust
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("ways", [["xlsx"], ["ods", "xlsx"]])
def test_an_untouched_copy_saved_by_libreoffice_changes_nothing(desk, file, tmp_path, ways):
    path = file
    for way in ways:
        folder = tmp_path / way
        command = [str(OFFICE), "--headless", f"-env:UserInstallation=file://{tmp_path}/office"]
        kind = "xlsx:Calc MS Excel 2007 XML" if way == "xlsx" else way
        subprocess.run(
            [*command, "--convert-to", kind, "--outdir", str(folder), str(path)],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
        path = folder / f"{file.stem}.{way}"
    assert changed_nothing(planned(desk, path))


def test_other_workbooks_are_no_working_copies(tmp_path, file):
    book = openpyxl.Workbook()
    book.active.append(["Reference", "Name"])  # type: ignore[union-attr]
    book.save(tmp_path / "list.xlsx")
    assert read_copy(tmp_path / "list.xlsx") is None
    book.active.append([TITLE, ""])  # type: ignore[union-attr]
    book.save(tmp_path / "boast.xlsx")
    assert may_be_copy(tmp_path / "boast.xlsx")
    assert made_of([[TITLE, ""], ["Working copy", "EX-0001"], ["Registry", "x"]]) is None
    (tmp_path / "text.xlsx").write_text(TITLE)
    (tmp_path / "cases.csv").write_text(TITLE)
    assert not may_be_copy(tmp_path / "text.xlsx")
    assert not may_be_copy(tmp_path / "cases.csv")
    renamed = tmp_path / "renamed by a colleague.xlsx"
    shutil.copyfile(file, renamed)
    assert may_be_copy(renamed)


def test_a_column_that_stands_twice_a_strange_sheet_and_a_sheet_without_references(file, tmp_path):
    book = openpyxl.load_workbook(file)
    book["Events"]["C1"].value = "Ward"
    book.save(tmp_path / "twice.xlsx")
    with pytest.raises(SheetUnreadable, match="Events has the column “Ward” twice"):
        read_copy(tmp_path / "twice.xlsx")
    book["Events"]["C1"].value = "My remarks"
    book["Cases"]["A1"].value = "No."
    del book["Charges"]
    book.create_sheet("Notes").append(["call again"])
    book.save(tmp_path / "odd.xlsx")
    copy = read_copy(tmp_path / "odd.xlsx")
    assert copy is not None
    assert copy.notices == [
        "Cases has no heading “Reference” and was not read",
        "Events: not read, since it is no column of a working copy: My remarks",
        "Events has no column Name (shown); nothing in it is changed",
        "the sheet “Notes” is none of a working copy and was not read",
        "there is no sheet Charges; nothing of it is changed",
    ]


def test_sheets_that_were_renamed_and_moved_are_known_by_their_headings(file, tmp_path):
    untouched = read_copy(file)
    book = openpyxl.load_workbook(file)
    book["Prisoners"].title, book["Cases"].title = "زندانیان", "Cases (2)"
    book._sheets.reverse()  # type: ignore[attr-defined]
    book.save(tmp_path / "moved.xlsx")
    copy = read_copy(tmp_path / "moved.xlsx")
    assert copy is not None
    assert untouched is not None
    assert copy.lines == untouched.lines
    assert copy.notices == [
        "the sheet “Cases (2)” was read as Cases, by its headings",
        "the sheet “زندانیان” was read as Prisoners, by its headings",
    ]


def test_a_damaged_copy_is_refused_in_one_line(file, tmp_path):
    damaged = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(damaged, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content[: len(content) // 2] if name.endswith("sheet3.xml") else content)
    (tmp_path / "damaged.xlsx").write_bytes(damaged.getvalue())
    with pytest.raises(SheetUnreadable, match="damaged"):
        read_copy(tmp_path / "damaged.xlsx")


def mutated(data: bytes, dice: random.Random) -> bytes:
    """A file with some of its bytes changed, lost or doubled."""
    made = bytearray(data)
    for _ in range(dice.choice([1, 2, 30])):
        place = dice.randrange(len(made))
        made[place : place + dice.randrange(3)] = dice.randbytes(dice.randrange(3))
    return bytes(made)


@pytest.mark.parametrize("times", [60, pytest.param(10_000, marks=pytest.mark.trust)])
def test_a_mutated_copy_is_looked_at_without_harm(file, tmp_path, times):
    data, path, dice = file.read_bytes(), tmp_path / "mutated.xlsx", random.Random(5)  # noqa: S311
    for _ in range(times):
        path.write_bytes(mutated(data, dice))
        with suppress(SheetUnreadable):
            may_be_copy(path)


def test_nothing_sealed_is_in_a_copy_and_no_contact_relative_or_illness(registry_file, tmp_path):
    with quick_act(registry_file) as unit:
        canaries = Canaries(unit)
    with reading(registry_file) as reader:
        copy = prepare_copy(reader, [canaries.rows["prisoners"]], today=TODAY, selection="")
    with written_copy(copy, copy.made(1, "Lida"), tmp_path / "cases.xlsx") as fresh:
        found = hunted(fresh.path.read_bytes())
    tables = {page.sheet.table for page in copy.pages} | {
        "names",
        "prisons",
        "courts",
        "officials",
        "offences",
    }
    there = set()
    for field, word in canaries.parts():
        if any(word.lower() in one.lower() for one in found):
            assert field[0] in tables
            assert level_of(*field) != "sealed"
            there.add(field)
    assert ("prisoners", "father") in there
