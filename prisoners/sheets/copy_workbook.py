"""The workbook of a working copy: text cells, drop-downs, guarded references, nothing hidden, nothing that runs."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, BinaryIO

from prisoners.sheets import copy_about
from prisoners.sheets.archive import neutral_entry
from prisoners.sheets.columns import column_letters
from prisoners.sheets.copy_columns import Column, CopySheet, Kind
from prisoners.sheets.safe import is_live, reads_rightwards
from prisoners.vocabulary import label, offered

if TYPE_CHECKING:
    from openpyxl import Workbook


LISTS = "Lists"
FREE_ROWS = 1_000
"""Empty rows below the last in which a list still drops down."""
_WIDEST, _NARROWEST = 45, 10
_ABOUT_WIDTH, _LINE_HEIGHT = 95, 15
_BARE = {
    "docProps/core.xml": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "docProps/app.xml": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
}
"""Parts in which a program would say who made a file and when."""
_ROOTS = {"docProps/core.xml": "cp:coreProperties xmlns:cp", "docProps/app.xml": "Properties xmlns"}
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


@dataclass
class CopyPage:
    """One sheet as it will be written: every cell a text."""

    sheet: CopySheet
    rows: list[list[str]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)


def write_copy(file: BinaryIO, pages: Sequence[CopyPage], about: Sequence[tuple[str, str]]) -> None:
    """Write the workbook: About first, a sheet for each kind of record, and the lists that drop down."""
    from openpyxl import Workbook

    from prisoners.sheets.in_memory import save_book

    book = Workbook(write_only=True)
    _about(book, about)
    lists = _lists_used(page.sheet for page in pages)
    for page in pages:
        _page(book, page, lists)
    _lists(book, lists)
    made = io.BytesIO()
    save_book(book, made)
    _neutral(made, file)


class _Looks:
    """How cells look; a style is put together once, and every cell of its kind shares it."""

    def __init__(self, page: Any) -> None:
        from openpyxl.styles import Alignment, Font, PatternFill, Protection

        self.page = page
        self.bold = Font(name="Calibri", sz=11, bold=True)
        self.grey = Font(name="Calibri", sz=11, color="595959")
        self.head, self.shade = PatternFill("solid", fgColor="D9D9D9"), PatternFill("solid", fgColor="F2F2F2")
        self.plain = Alignment(wrap_text=False)
        self.left = Alignment(wrap_text=True, vertical="top")
        self.right = Alignment(wrap_text=True, vertical="top", horizontal="right", readingOrder=2)
        self.open = Protection(locked=False)
        self._styles: dict[tuple[bool, ...], Any] = {}

    def text(self, text: str, *, shaded: bool = False, locked: bool = False) -> Any:
        """A cell that is a text whatever it looks like, and stays one when it is typed over in part."""
        from openpyxl.cell import WriteOnlyCell

        cell: Any = WriteOnlyCell(self.page)
        look = (is_live(text), reads_rightwards(text), shaded, locked)
        if look not in self._styles:
            self._styles[look] = self._style(*look)
        cell._style = self._styles[look]  # noqa: SLF001 -- setting it part by part costs ten times as much
        if text:
            cell.value = _ESCAPE.sub("_x005F_", text).replace("\r", "_x000D_")
            cell.data_type = "s"
        return cell

    def heading(self, text: str) -> Any:
        """A heading."""
        cell = self.text(text, locked=True)
        cell._style = copy(cell._style)  # noqa: SLF001 -- the others keep theirs
        cell.font, cell.fill = self.bold, self.head
        return cell

    def _style(self, live: bool, rightwards: bool, shaded: bool, locked: bool) -> Any:
        from openpyxl.cell import WriteOnlyCell

        cell: Any = WriteOnlyCell(self.page)
        cell.number_format, cell.quotePrefix = "@", live
        cell.alignment = self.right if rightwards else self.left
        if shaded:
            cell.fill, cell.font = self.shade, self.grey
        if not locked:
            cell.protection = self.open
        return cell._style  # noqa: SLF001


def _about(book: Workbook, lines: Sequence[tuple[str, str]]) -> None:
    from prisoners.sheets.in_memory import add_page

    page = add_page(book, copy_about.NAME)
    looks = _Looks(page)
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 24, _ABOUT_WIDTH
    _fit_to_paper(page)
    for place, (what, words) in enumerate(lines):
        page.row_dimensions[place + 1].height = _LINE_HEIGHT * (1 + len(words) // _ABOUT_WIDTH)
        first = looks.text(what) if place else looks.heading(what)
        if not place:
            first.alignment = looks.plain
        page.append([first, looks.text(words)])


def _page(book: Workbook, page: CopyPage, lists: dict[str, int]) -> None:
    from prisoners.sheets.in_memory import add_page

    sheet, out = page.sheet, add_page(book, page.sheet.name)
    looks = _Looks(out)
    _fit_to_paper(out)
    shaded = [*(True for _ in sheet.above), *(one.kind is Kind.SHOWN for one in sheet.columns)]
    _widths(out, page, looks)
    out.freeze_panes = f"{column_letters(len(sheet.above) + 2 + (sheet.table != 'sources'))}2"
    last = len(page.rows) + 1
    out.auto_filter.ref = f"A1:{column_letters(len(sheet.headings))}{last}"
    _guard(out, last)
    _drop_downs(out, sheet, lists, last + FREE_ROWS)
    out.append([looks.heading(text) for text in sheet.headings])
    for reference, *texts in page.rows:
        cells = (
            looks.text(text, shaded=shade) if text else None
            for text, shade in zip(texts, shaded, strict=True)
        )
        out.append([looks.text(reference, shaded=True, locked=True), *cells])


def _fit_to_paper(out: Any) -> None:
    """Landscape, as wide as the paper."""
    from openpyxl.worksheet.properties import PageSetupProperties

    out.page_setup.orientation, out.page_setup.paperSize = "landscape", 9
    out.page_setup.fitToWidth, out.page_setup.fitToHeight = 1, 0
    out.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _widths(out: Any, page: CopyPage, looks: _Looks) -> None:
    """As wide as what stands in a column, within reason; also rows that are not there yet are texts."""
    for place, heading in enumerate(page.sheet.headings):
        longest = max((len(line) for row in page.rows[:500] for line in row[place].split("\n")), default=0)
        column = out.column_dimensions[column_letters(place + 1)]
        column.width = min(max(longest + 2, len(heading) // 2 + 4, _NARROWEST), _WIDEST)
        column.number_format, column.protection, column.alignment = "@", looks.open, looks.left


def _guard(out: Any, last: int) -> None:
    """Refuse that a reference is typed over. Protecting the sheet would do it too, and forbid sorting with it."""
    from openpyxl.worksheet.datavalidation import DataValidation

    if last > 1:
        guard = DataValidation(type="custom", formula1="FALSE", allow_blank=False, showErrorMessage=True)
        guard.errorTitle = "This is a reference"
        guard.error = "By it the registry finds the row again. A new row leaves it empty."
        guard.add(f"A2:A{last}")
        out.data_validations.append(guard)


def _drop_downs(out: Any, sheet: CopySheet, lists: dict[str, int], last: int) -> None:
    """A list below each cell of a closed list; what is typed instead is read as anywhere, so nothing is refused."""
    from openpyxl.worksheet.datavalidation import DataValidation

    for place, heading in enumerate(sheet.headings):
        column = next((one for one in sheet.columns if one.heading == heading), None)
        code_list = _list_of(column) if column else ""
        if code_list:
            letter, length = column_letters(lists[code_list]), len(_words(code_list)) + 1
            down = DataValidation(
                type="list",
                formula1=f"{LISTS}!${letter}$2:${letter}${length}",
                allow_blank=True,
                showErrorMessage=False,
            )
            down.add(f"{column_letters(place + 1)}2:{column_letters(place + 1)}{last}")
            out.data_validations.append(down)


_YES_OR_NO = "yes_or_no"


def _list_of(column: Column) -> str:
    return _YES_OR_NO if column.kind is Kind.FLAG else column.codes


def _words(code_list: str) -> list[str]:
    """What is offered: the English words, which are also what stands in the cells."""
    return (
        ["yes", "no"] if code_list == _YES_OR_NO else [label(code_list, code) for code in offered(code_list)]
    )


def _lists_used(sheets: Iterable[CopySheet]) -> dict[str, int]:
    """Every closed list that drops down, and its column on the sheet of lists."""
    used = dict.fromkeys(_list_of(column) for sheet in sheets for column in sheet.columns if _list_of(column))
    return {code_list: 1 + 2 * place for place, code_list in enumerate(used)}


def _lists(book: Workbook, lists: dict[str, int]) -> None:
    """All words of the closed lists, in both languages, for everybody to see."""
    from prisoners.sheets.in_memory import add_page

    page = add_page(book, LISTS)
    looks = _Looks(page)
    page.freeze_panes = "A2"
    columns: list[list[str]] = []
    for code_list in lists:
        codes = [] if code_list == _YES_OR_NO else list(offered(code_list))
        persian = [label(code_list, code, "fa") for code in codes] or ["بله", "خیر"]
        title = code_list.replace("_", " ").capitalize()
        columns += [[title, *_words(code_list)], [f"{title}: Persian", *persian]]
    for place in range(len(columns)):
        page.column_dimensions[column_letters(place + 1)].width = 28
    for number in range(max(len(column) for column in columns)):
        texts = [column[number] if number < len(column) else "" for column in columns]
        page.append([looks.text(text) if number else looks.heading(text) for text in texts])


def _neutral(made: BinaryIO, file: BinaryIO) -> None:
    """The same archive, saying nothing about when, where and by whom it was made."""
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            new.writestr(neutral_entry(name), _bare(name) or old.read(name))


def _bare(name: str) -> bytes:
    if name not in _BARE:
        return b""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<{_ROOTS[name]}="{_BARE[name]}"/>'.encode()
    )
