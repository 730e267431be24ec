"""Foreign files as they come: marks, notes above the heading, hidden rows, bombs."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from prisoners.errors import NoSuchFile, SheetUnreadable, UnknownFormat
from prisoners.sheets.columns import Column, Sheet
from prisoners.sheets.delimited import read_delimited
from prisoners.sheets.foreign import MOST_COLUMNS, MOST_ROWS, ForeignSheet
from prisoners.sheets.plain import write_csv
from prisoners.sheets.read import read_sheet
from prisoners.sheets.safe import fault_of
from prisoners.sheets.workbook import write_workbook

PERSIAN = "نام,سن\r\nندا زرباف,۳۴\r\n"


def csv_sheet(text: str | bytes, **more) -> ForeignSheet:
    return read_delimited("list.csv", text.encode() if isinstance(text, str) else text, **more)


def cells(sheet: ForeignSheet) -> list[tuple[str, ...]]:
    return [row.cells for row in sheet.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_read_by_its_mark(encoding):
    sheet = csv_sheet(PERSIAN.encode(encoding))
    assert sheet.heading == ("نام", "سن")
    assert cells(sheet) == [("ندا زرباف", "۳۴")]


def test_an_old_encoding_is_read_only_when_it_is_asked_for():
    old = "نام,عمر\r\nندا,34\r\n".replace("ی", "ي").encode("cp1256")
    with pytest.raises(SheetUnreadable, match="line 1 is not utf-8") as refused:
        csv_sheet(old)
    assert "windows-1256" in refused.value.hint
    sheet = csv_sheet(old, encoding="windows-1256")
    assert cells(sheet) == [("ندا", "34")]
    assert sheet.notices == ["read as windows-1256; it begins: نام | عمر / ندا | 34"]
    with pytest.raises(SheetUnreadable, match="no encoding"):
        csv_sheet(old, encoding="latin-1")


@pytest.mark.parametrize(
    ("sign", "told"), [(";", "parted by ;"), ("\t", "parted by tabs"), ("|", "parted by |")]
)
def test_what_parts_the_cells_is_seen_and_told(sign, told):
    sheet = csv_sheet(f"name{sign}age\nNeda{sign}34\n")
    assert cells(sheet) == [("Neda", "34")]
    assert told in sheet.notices[0]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param("a,b\n1,2\n3\n4,5,6\n", "row 3 holds 1 of 2 cells; row 4 holds 3", id="ragged"),
        pytest.param("a,b,a\n1,2,3\n", "row 1 has the heading “a” twice", id="a heading twice"),
        pytest.param(
            'a,b\n1,"2\n3,4\n', "line 3 .row 2.: a quote is opened and not closed", id="an open quote"
        ),
        pytest.param(
            'a,b\n1,"2"x\n', "line 2 .row 2.: a quote is closed in the middle", id="a quote in the middle"
        ),
        pytest.param("a,b\n1,\0\n", "NUL", id="no text"),
        pytest.param("a,b\n1,\x07\n", r"cell B2: it holds the character U\+0007", id="a control character"),
        pytest.param("a,b\n" + "1\n" * 5, "and 2 more", id="only the first faults are told"),
        pytest.param("", "no row has headings", id="empty"),
        pytest.param("a,b\n1," + "x" * 40_000 + "\n", "32,767", id="a cell too long"),
        pytest.param(
            'a,b\n1,"' + "x,y\n" * 10_000 + '"\n', "not closed before line 10002", id="swallowed rows"
        ),
        pytest.param(
            "a,b\n1," + "x" * 140_000 + "\n", "longer than any cell can be", id="a field beyond all measure"
        ),
        pytest.param(",".join(f"c{n}" for n in range(MOST_COLUMNS + 1)) + "\n", "201 columns", id="too wide"),
    ],
)
def test_what_cannot_be_read_without_guessing_is_refused_with_its_place(text, why):
    with pytest.raises(SheetUnreadable, match=why):
        csv_sheet(text)


def test_too_many_rows_are_refused():
    with pytest.raises(SheetUnreadable, match="100,000 rows"):
        csv_sheet("a,b\n" + "1,2\n" * MOST_ROWS)


def test_a_heading_that_stands_twice_says_what_to_do_about_it():
    with pytest.raises(SheetUnreadable) as refused:
        csv_sheet("a,b,a\n1,2,3\n")
    assert refused.value.hint == "Give each of these columns a heading of its own, and try again."


def test_a_list_of_one_column_is_a_list():
    assert cells(csv_sheet("name\nNeda\nKaveh\n")) == [("Neda",), ("Kaveh",)]


def test_empty_rows_are_no_rows_and_numbers_stay_those_of_the_file():
    assert [row.number for row in csv_sheet("a,b\n,\n1,2\n,\n3,4\n").rows] == [3, 5]


def test_the_sign_that_guards_a_formula_is_taken_off_again():
    assert cells(csv_sheet("a,b\n'=x,''+98\n")) == [("=x", "'+98")]


TEXT = st.text(
    alphabet=st.characters(exclude_categories=["Cs"]) | st.sampled_from("=+-@'\"\t\r\n,;\u200c"), max_size=30
)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(TEXT, TEXT.filter(str)), min_size=1, max_size=5).filter(
        lambda rows: not any(fault_of(t) for r in rows for t in r)
    )
)
def test_what_was_written_as_csv_is_read_byte_for_byte(rows):
    file = io.BytesIO()
    write_csv(file, Sheet("", "", (Column("a", "Name"), Column("b", "Note")), rows))
    assert cells(read_delimited("x.csv", file.getvalue())) == rows


def saved(tmp_path: Path, book: Workbook) -> Path:
    path = tmp_path / "list.xlsx"
    book.save(path)
    return path


def test_what_was_written_as_a_workbook_is_read_byte_for_byte(tmp_path):
    rows = [("=1+1", "_x000D_ and a\rb"), ("ندا‌ ", "'=x"), ("+98 912", "@handle\n- and more")]
    path = tmp_path / "list.xlsx"
    with path.open("wb") as file:
        write_workbook(file, [Sheet("List", "", (Column("a", "Name"), Column("b", "Note")), rows)])
    assert cells(read_sheet(path)) == rows


def test_cells_are_read_as_a_person_would_have_typed_them(tmp_path):
    import datetime as dt

    book = Workbook()
    book.active.append(["id", "ratio", "day", "moment", "hour", "flag", "text"])
    book.active.append(
        [
            5081,
            1.5,
            dt.datetime.fromisoformat("2022-09-16"),
            dt.datetime.fromisoformat("2022-09-16T08:30"),
            dt.time(8, 30),
            True,
            "007",
        ]
    )
    book.active.append([9909980000000000.0, None, dt.date(2022, 9, 16)])
    sheet = read_sheet(saved(tmp_path, book))
    assert cells(sheet) == [
        ("5081", "1.5", "2022-09-16", "2022-09-16 08:30:00", "08:30:00", "TRUE", "007"),
        ("9909980000000000", "", "2022-09-16", "", "", "", ""),
    ]
    assert sheet.page == "Sheet"


def test_a_heading_is_found_below_notes_and_nothing_without_a_heading_is_lost(tmp_path):
    book = Workbook()
    for row in (
        ["List of people, received in Mehr"],
        [],
        ["name", "age", None],
        ["Neda", 34, "ill"],
        ["Kaveh"],
    ):
        book.active.append(row)
    sheet = read_sheet(saved(tmp_path, book))
    assert sheet.heading == ("name", "age", "(column C)")
    assert cells(sheet) == [("Neda", "34", "ill"), ("Kaveh", "", "")]
    assert [row.number for row in sheet.rows] == [4, 5]
    assert sheet.notices == [
        "1 row above the heading is a note and was not read (the heading is row 3)",
        "column C has no heading",
    ]
    assert sheet.cell_name(4, 2) == "C4"


def test_what_is_hidden_is_told_and_read_only_when_asked_for(tmp_path):
    book = Workbook()
    for row in (["name", "age"], ["Neda", 34], ["Kaveh", 40]):
        book.active.append(row)
    book.active.row_dimensions[3].hidden = True
    book.active.column_dimensions["B"].hidden = True
    for title, state in (("Secret", "hidden"), ("More", "veryHidden"), ("Second", "visible")):
        book.create_sheet(title).sheet_state = state
    book["Second"].append(["other", "list"])
    book["Secret"].append(["name", "phone"])
    path = saved(tmp_path, book)
    sheet = read_sheet(path)
    assert cells(sheet) == [("Neda", "34")]
    assert sheet.notices == [
        "other sheets were not read: Second",
        "hidden sheets were not read: Secret, More",
        "1 hidden row was not read; --hidden reads them",
        "1 hidden column was read like the others",
    ]
    assert len(cells(read_sheet(path, hidden=True))) == 2
    assert read_sheet(path, page="Second").heading == ("other", "list")
    assert read_sheet(path, page="Secret", hidden=True).heading == ("name", "phone")
    with pytest.raises(SheetUnreadable, match="no sheet “Secret”"):
        read_sheet(path, page="Secret")


def test_a_formula_is_never_run_and_never_taken_for_its_result(tmp_path):
    book = Workbook()
    book.active.append(["name", "age"])
    book.active.append(["Neda", "=1+33"])
    sheet = read_sheet(saved(tmp_path, book))
    assert cells(sheet) == [("Neda", "=1+33")]
    assert sheet.doubts == {(2, 1): "it is a formula, and its result is not taken on trust"}


def archive(path: Path, entries: dict[str, bytes], *, attributes: int = 0) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in entries.items():
            entry = zipfile.ZipInfo(name)
            entry.external_attr, entry.compress_type = attributes << 16, zipfile.ZIP_DEFLATED
            out.writestr(entry, content)
    return path


@pytest.mark.parametrize(
    ("entries", "why"),
    [
        pytest.param({"a": b"0" * 20_000_000}, "packed as no list", id="ratio"),
        pytest.param({f"a{n}": b"" for n in range(300)}, "300 parts", id="parts"),
        pytest.param({"../a": b""}, "path that leads outside", id="zip slip"),
        pytest.param({"/etc/a": b""}, "path that leads outside", id="absolute"),
        pytest.param({"a": b""}, "damaged", id="no workbook at all"),
    ],
)
def test_an_archive_that_is_no_honest_workbook_is_refused(tmp_path, entries, why):
    with pytest.raises(SheetUnreadable, match=why):
        read_sheet(archive(tmp_path / "list.xlsx", entries))


def test_a_link_and_a_password_are_refused(tmp_path):
    link = archive(tmp_path / "link.xlsx", {"a": b"target"}, attributes=stat.S_IFLNK)
    with pytest.raises(SheetUnreadable, match="is a link"):
        read_sheet(link)
    locked = archive(tmp_path / "locked.xlsx", {"a": b""})
    content = bytearray(locked.read_bytes())
    at = content.index(b"PK\x01\x02")
    content[at + 8 : at + 10] = struct.pack("<H", 1)
    locked.write_bytes(content)
    with pytest.raises(SheetUnreadable, match="password"):
        read_sheet(locked)


def test_more_than_a_list_can_be_is_refused_unopened(tmp_path, monkeypatch):
    big = tmp_path / "list.csv"
    with big.open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    with pytest.raises(SheetUnreadable, match="21 MB"):
        read_sheet(big)
    packed = archive(tmp_path / "list.xlsx", {"a": b"abc", "b": b"abc"})
    monkeypatch.setattr("prisoners.sheets.preflight.MOST_UNPACKED", 5)
    with pytest.raises(SheetUnreadable, match="unpacks to more"):
        read_sheet(packed)


def with_sheet(tmp_path: Path, xml: str) -> Path:
    """A workbook whose one sheet is this XML."""
    book = Workbook()
    book.active.append(["a", "b"])
    made = io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as parts:
        entries = {name: parts.read(name) for name in parts.namelist()}
    entries["xl/worksheets/sheet1.xml"] = xml.encode()
    return archive(tmp_path / "list.xlsx", entries)


SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        pytest.param(
            '<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>', "a sheet ends at", id="row number"
        ),
        pytest.param("<row", "damaged", id="broken XML"),
    ],
)
def test_a_sheet_that_is_none_is_refused(tmp_path, rows, why):
    xml = f"<worksheet {SPACE}><sheetData>{rows}</sheetData></worksheet>"
    with pytest.raises(SheetUnreadable, match=why):
        read_sheet(with_sheet(tmp_path, xml))


@pytest.mark.parametrize(
    "entity",
    ['<!ENTITY x SYSTEM "file:///etc/hostname">', '<!ENTITY x "ha">', '<!ENTITY a "b"><!ENTITY x "&a;&a;">'],
)
def test_xml_that_defines_entities_is_refused(tmp_path, entity):
    row = '<row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row>'
    xml = f"<!DOCTYPE worksheet [{entity}]><worksheet {SPACE}><sheetData>{row}</sheetData></worksheet>"
    with pytest.raises(SheetUnreadable, match="words of its own"):
        read_sheet(with_sheet(tmp_path, xml))


def test_a_million_rows_that_are_not_there_take_no_time(tmp_path):
    rows = '<row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><v>b</v></c></row>'
    rows += '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    sheet = read_sheet(
        with_sheet(
            tmp_path,
            f'<worksheet {SPACE}><dimension ref="A1:B1048576"/><sheetData>{rows}</sheetData></worksheet>',
        )
    )
    assert [row.number for row in sheet.rows] == [1_048_576]


def test_a_workbook_that_takes_too_long_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("prisoners.sheets.apart.SECONDS", 0.01)
    with pytest.raises(SheetUnreadable, match="more time or memory"):
        read_sheet(saved(tmp_path, list_of_two()))


def test_a_process_that_is_stopped_in_the_middle_of_a_line_hands_over_nothing(tmp_path, monkeypatch):
    stopped = tmp_path / "python"
    stopped.write_text('#!/bin/sh\nprintf \'{"page": "Li\'; kill -9 $$\n', encoding="utf-8")
    stopped.chmod(0o700)
    monkeypatch.setattr("sys.executable", str(stopped))
    with pytest.raises(SheetUnreadable, match="more time or memory"):
        read_sheet(saved(tmp_path, list_of_two()))


def list_of_two() -> Workbook:
    book = Workbook()
    for row in (["name", "age"], ["Neda", 34]):
        book.active.append(row)
    return book


def test_what_is_in_a_workbook_besides_its_cells_is_told(tmp_path):
    book = Workbook()
    book.active.append(["a", "b"])
    book.active.append(["1", "2"])
    made = io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as parts:
        entries = {name: parts.read(name) for name in parts.namelist()}
    entries |= {"xl/vbaProject.bin": b"", "xl/comments/comment1.xml": b"", "xl/comments1.xml": b""}
    sheet = read_sheet(archive(tmp_path / "list.xlsx", entries))
    assert sheet.notices == [
        "it holds macros, which were not run",
        "it has comments on cells, which were not read",
    ]


def written(tmp_path: Path, name: str, content: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


OLD_WORKBOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("name", "content", "why", "hint"),
    [
        ("list.xls", OLD_WORKBOOK, "it is a workbook of Excel 97 to 2003", "save it as .xlsx"),
        ("list.xlsx", OLD_WORKBOOK, "it is a workbook of Excel 97 to 2003", "save it as .xlsx"),
        ("list.csv", OLD_WORKBOOK, "it is a workbook of Excel 97 to 2003", "save it as .xlsx"),
        (
            "list.xlsx",
            OLD_WORKBOOK + "EncryptedPackage".encode("utf-16-le"),
            "it is protected by a password",
            "without one",
        ),
        ("list.ods", b"PK\x03\x04", "it is a workbook of LibreOffice", "save it as .xlsx"),
        ("list.pdf", b"%PDF-1.4", "it is a PDF", "save it as .xlsx"),
        ("list.csv", b"%PDF-1.4", "it is a PDF", "save it as .xlsx"),
        ("list.xlsx", b" <HTML><table>", "it is a web page", "save it as .xlsx"),
        ("list.csv", b"PK\x03\x04\0", "it is a workbook under the name of a text", "the ending"),
        ("list.xlsx", b"name,age\n", "it is a text under the name of a workbook", "the ending"),
        ("list.xlsx", b"\x01\x02", "it is no workbook, or it is damaged", "save it anew"),
        ("list.csv", b"\r\n \n", "it is empty", "Ask its sender"),
        ("list.xlsx", b"", "it is empty", "Ask its sender"),
    ],
)
def test_a_file_that_is_something_else_is_refused_by_what_it_is(tmp_path, name, content, why, hint):
    with pytest.raises(SheetUnreadable, match=why) as refused:
        read_sheet(written(tmp_path, name, content))
    assert hint in refused.value.hint
    assert refused.value.exit_code == 7


@pytest.mark.parametrize(
    ("part", "kind"), [("content.xml", "workbook of LibreOffice"), ("word/document.xml", "document of Word")]
)
def test_an_archive_that_is_no_workbook_of_excel_is_refused_by_what_it_is(tmp_path, part, kind):
    with pytest.raises(SheetUnreadable, match=kind):
        read_sheet(archive(tmp_path / "list.xlsx", {part: b""}))


def test_an_ending_that_says_nothing_is_refused(tmp_path):
    with pytest.raises(UnknownFormat):
        read_sheet(written(tmp_path, "list.abc", b"name,age\n"))


def test_what_is_no_file_is_not_there(tmp_path):
    folder = tmp_path / "folder.csv"
    folder.mkdir()
    for path in (folder, tmp_path / "none.csv"):
        with pytest.raises(NoSuchFile):
            read_sheet(path)


def test_a_file_that_may_not_be_opened_is_refused(tmp_path, monkeypatch):
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = written(tmp_path, "list.csv", b"name,age\n")
    monkeypatch.setattr(Path, "open", refuse)  # root may open every file
    with pytest.raises(SheetUnreadable, match="Permission denied"):
        read_sheet(path)


@pytest.mark.parametrize(
    ("content", "encoding", "why"),
    [
        (PERSIAN.encode(), "windows-1256", "its letters would be spoilt"),
        (PERSIAN.encode("utf-8-sig"), "windows-1256", "it says itself that it is utf-8"),
        (PERSIAN.encode("utf-16"), "windows-1256", "it says itself that it is utf-16"),
        (PERSIAN.encode(), "utf-16", "it is not utf-16"),
        (PERSIAN.encode("utf-16-le")[:-1], "utf-16", "is not utf-16"),
    ],
)
def test_a_file_is_not_read_as_what_it_plainly_is_not(content, encoding, why):
    with pytest.raises(SheetUnreadable, match=why):
        csv_sheet(content, encoding=encoding)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_read_when_it_is_asked_for(encoding):
    sheet = csv_sheet("name,نام\nNeda,ندا\n".encode(encoding), encoding="UTF-16")
    assert cells(sheet) == [("Neda", "ندا")]


def test_the_beginning_of_an_old_file_is_shown_so_that_a_person_sees_its_letters():
    sheet = csv_sheet(("a,b\n" + "x" * 70 + ",\n").encode("cp1256"), encoding="cp1256")
    assert sheet.notices == [f"read as windows-1256; it begins: a | b / {'x' * 60}…"]


def test_letters_that_were_spoilt_before_are_no_text():
    spoilt = "ندا زرباف".encode().decode("cp1252", "replace").replace("\ufffd", "\u00ad")
    doubts = csv_sheet(f"name,note\n{spoilt},Øre\n{'ندا'.encode().decode('cp1252')},#REF!\n".encode()).doubts
    assert "spoilt" in doubts[2, 0]
    assert "it was “ندا”" in doubts[3, 0]
    assert doubts[3, 1] == "it shows the error #REF!"
    assert (2, 1) not in doubts


def test_digits_that_a_program_rounded_away_are_no_number():
    assert "of a longer number" in csv_sheet("no,block\n9.90998E+15,1E5\n").doubts[2, 0]
    assert len(csv_sheet("no,block\n9.90998E+15,1E5\n").doubts) == 1


def test_a_tsv_file_is_parted_by_tabs(tmp_path):
    path = tmp_path / "list.tsv"
    path.write_text("name\tnote\nNeda\ta,b;c\n", encoding="utf-8")
    assert cells(read_sheet(path)) == [("Neda", "a,b;c")]
