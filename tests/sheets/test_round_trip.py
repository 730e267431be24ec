"""Whatever text leaves in a file comes back from it byte for byte, and nothing in the file runs."""

from __future__ import annotations

import csv
import io
import random
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from prisoners.privacy.withheld import Withheld
from prisoners.sheets.columns import Column, Sheet
from prisoners.sheets.document import Document, Facts, Page, Paragraph, Table, lines_of, on_paper
from prisoners.sheets.document_file import bytes_of
from prisoners.sheets.manifest import manifest_of
from prisoners.sheets.read import read_sheet
from prisoners.sheets.safe import fault_of
from prisoners.sheets.write import FORMATS, Prepared
from prisoners.vocabulary import Audience

IN_THE_SUITE, IN_FULL = 1_000, 20_000
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
READ_BACK = (".xlsx", ".csv", ".json", ".jsonl")
"""Formats that `prisoners import` reads."""
FORMULAS = "=+-@\t\r\n\0＝＋－ー＠"
UNSEEN = "".join(map(chr, (0x20, 0xA0, 0xFEFF, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0x3000)))
"""Signs behind which a formula could begin."""
PIECES = (
    *FORMULAS.replace("\0", ""), *UNSEEN, *"'\"`|\\<>&#*_[](){}!~^:;,.$%/?",
    '=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0", "+98 912 000 1122", "-", "@golnar", "#N/A", "#REF!",
    "TRUE", "1E5", "007", "9909977121100770", "۱۴۰۲/۰۳/۱۸", "٠٩١٢", "2022-09-16", "1/2", "_x000D_", "_x005F_",
    "&amp;", "&#13;", "&lt;b&gt;", "<script>alert(1)</script>", "<br>", "</td>", "](javascript:x)", "---", "| a |",
    "ندا", "نامه‌ای", "كاوه", "يك", "Neda", "O'Shea", "\r\n", "\n\n", "\t", "e\u0301", "é", "👩🏽‍⚖️", "\u202b", "\u2028",
    "https://example.org/a?b=c&d", "mailto:a@b", "  ", "null", "{}", "[]", "\\u0000", "%3Cb%3E",
)  # fmt: skip

TABLE = {"table", "thead", "tbody", "tr", "th", "td", "br"}
SAID_OF_A_TAG = {"lang", "dir", "charset", "content", "http-equiv", "class", "name"}
PAPER = {"p", "section", "bdi"}
PAGE = {"html", "head", "meta", "title", "style", "body", "main", "div", "h1", "h2"}


def texts(number: int) -> list[str]:
    """So many texts of every kind that could be mistaken for something else; the same every time."""
    chance = random.Random(number)  # noqa: S311 -- nothing is kept secret by it
    found: list[str] = []
    while len(found) < number:
        parts = [
            chance.choice(PIECES) if chance.random() < 0.8 else chr(chance.randrange(0x20, 0x1F800))
            for _ in range(chance.randrange(1, 7))
        ]
        if not fault_of(text := "".join(parts)):
            found.append(text)
    return found


def written(written_texts: list[str], ending: str) -> bytes:
    """A file of one sheet with a number and a text in every row."""
    columns = Column("reference", "Number"), Column("text", "Text")
    rows = [(f"P-{place:05}", text) for place, text in enumerate(written_texts)]
    sheet = Sheet("Prisoners", "prisoners", columns, rows)
    manifest = manifest_of(
        [sheet], audience=Audience.PUBLIC, known=(1, "2024-03-20"), selection="", asked=1, statuses=[None],
        withheld=Withheld(),
    )  # fmt: skip
    file = io.BytesIO()
    FORMATS[ending](file, Prepared(manifest, [sheet], []))
    return file.getvalue()


NUMBER = pytest.mark.parametrize(
    "number", [IN_THE_SUITE, pytest.param(IN_FULL, marks=pytest.mark.trust)], ids="{:,} texts".format
)


@NUMBER
@pytest.mark.parametrize("ending", READ_BACK)
def test_what_leaves_in_a_file_is_read_back_byte_for_byte(tmp_path: Path, ending: str, number: int) -> None:
    known = texts(number)
    path = tmp_path / f"cases{ending}"
    path.write_bytes(written(known, ending))
    sheet = read_sheet(path, page="Prisoners" if ending == ".xlsx" else "")
    found = {row.cells[-2]: row.cells[-1] for row in sheet.rows}
    assert [found[f"P-{place:05}"] for place in range(number)] == known


@NUMBER
def test_a_workbook_holds_no_formula_no_error_and_nothing_but_text(number: int) -> None:
    with zipfile.ZipFile(io.BytesIO(written(texts(number), ".xlsx"))) as book:
        parts = {name: book.read(name).decode() for name in book.namelist()}
    cells = [cell for xml in parts.values() for cell in re.findall(r"<c [^>]*>", xml)]
    assert len(cells) > number
    assert not [cell for cell in cells if 't="inlineStr"' not in cell and not cell.endswith("/>")]
    assert not [
        name
        for name, xml in parts.items()
        if re.search(r"<f[ >/]|t=\"(e|str|b)\"|<definedName[^>]*>[^<]*\(", xml)
    ]


@NUMBER
def test_a_csv_has_no_field_that_begins_a_formula(number: int) -> None:
    text = written(texts(number), ".csv").decode("utf-8-sig")
    fields = [field for row in csv.reader(io.StringIO(text, newline=""), strict=True) for field in row]
    assert len(fields) > 2 * number
    assert not [field for field in fields if field.lstrip(UNSEEN)[:1] in set(FORMULAS)]


@NUMBER
def test_a_page_holds_nothing_but_its_table(number: int) -> None:
    known = texts(number)
    page = _Page()
    page.feed(written(known, ".html").decode())
    page.close()
    assert page.tags == PAGE | TABLE
    assert page.attributes <= {*SAID_OF_A_TAG, "scope"}
    assert page.last_column()[-number:] == known


@NUMBER
def test_markdown_shows_every_text_as_it_is(number: int) -> None:
    known = texts(number)
    lines = written(known, ".md").decode().removesuffix("\n\n").split("\n")
    assert len(lines) > number
    cells = [_cells(line) for line in lines[-number:]]
    assert [len(row) for row in cells] == [2] * number
    assert [row[1] for row in cells] == known


def document_of(known: list[str]) -> Document:
    """A document that says every text once as a paragraph, once as an answer, and once in a table."""
    paragraphs = tuple(Paragraph(text) for text in known)
    facts = Facts(tuple((f"P-{place:05}", text) for place, text in enumerate(known)))
    return (
        Page("Texts", (*paragraphs, facts, Table(("Number", "Text"), tuple((text, text) for text in known)))),
    )


@NUMBER
def test_a_document_holds_every_text_and_nothing_that_runs(number: int) -> None:
    known = texts(number)
    made = bytes_of(document_of(known), ".docx")
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        xml = {name: parts.read(name) for name in parts.namelist()}
    page = ET.fromstring(xml["word/document.xml"])  # noqa: S314 -- our own file, made a moment ago
    tags = {element.tag.rpartition("}")[2] for element in page.iter()}
    assert not tags & {
        "fldChar",
        "fldSimple",
        "instrText",
        "hyperlink",
        "object",
        "script",
        "vanish",
        "altChunk",
    }
    said = {"".join(paragraph.itertext()) for paragraph in page.iter(f"{{{WORD}}}p")}
    (shown,) = on_paper(document_of(known))
    assert {line for text in shown.texts() for line in lines_of(text)} - said == set()
    assert b"TargetMode" not in b"".join(xml.values())


@NUMBER
def test_a_document_as_a_page_is_nothing_but_its_words(number: int) -> None:
    known = texts(number)
    page = _Page()
    page.feed(bytes_of(document_of(known), ".html").decode())
    page.close()
    assert page.tags <= PAGE | TABLE | PAPER
    assert page.attributes <= {*SAID_OF_A_TAG, "scope", "style"}


def _cells(line: str) -> list[str]:
    """The cells of a line of a table, as CommonMark reads signs behind a backslash."""
    cells, text, place = [], "", 2
    while place < len(line):
        if line[place] == "\\":
            text += line[place + 1]
            place += 2
        elif line.startswith(" | ", place) or line[place:] == " |":
            cells.append(text)
            text, place = "", place + 3
        elif line.startswith("<br>", place):
            text, place = text + "\n", place + 4
        elif line.startswith("&#13;", place):
            text, place = text + "\r", place + 5
        else:
            assert line[place] not in "\\`*_{}[]()#+-.!|~<>&:=$@^", line
            text += line[place]
            place += 1
    return cells


class _Page(HTMLParser):
    """What a browser would find in a page: its tags, their attributes, the texts of its cells."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.rows: list[list[str]] = []
        self.in_a_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
            self.in_a_cell = True
        elif tag == "br" and self.in_a_cell:
            self.rows[-1][-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        self.in_a_cell = self.in_a_cell and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self.in_a_cell:
            self.rows[-1][-1] += data

    def last_column(self) -> list[str]:
        """The text of the last cell of every row."""
        return [row[-1] for row in self.rows]
