"""Rows as XML: the quick way says what the careful way says, numbers are numbers, and links lead to the web alone."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from prisoners.errors import CellNotWritable
from prisoners.sheets import addresses, cells, rows
from prisoners.sheets.addresses import Links, address
from prisoners.sheets.cells import LOOKS, CellsOf, simply_escaped
from prisoners.sheets.columns import Column, Sheet
from prisoners.sheets.rows import Rows
from prisoners.sheets.safe import fault_of
from prisoners.sheets.stretch import Stretch
from prisoners.sheets.tracks import woven
from prisoners.sheets.widths import MOST_LINES, lines_of, lines_together, widths_of
from prisoners.sheets.workbook import write_workbook

STYLES = range(1, len(LOOKS) + 1)
TEXTS = st.text(
    alphabet=st.characters(exclude_categories=["Cs"])
    | st.sampled_from("=+-@'\t\r\n_x000D_<>& \u200cابپ۱۲aZ19(·"),
    max_size=20,
).filter(lambda text: not fault_of(text))


def sheet(*rows: tuple[str, ...], keys: str = "", counts: str = "") -> Sheet:
    names = keys.split() or [f"c{number}" for number in range(len(rows[0]))]
    return Sheet("Prisoners", "x", tuple(Column(key, key, counts=key in counts) for key in names), rows)


def xml(made: Sheet) -> str:
    return b"".join(Rows(made, STYLES, widths_of(made)).pieces()).decode()


def written(column: CellsOf, texts: list[str]) -> list[str]:
    """The cells of one column, each as if it stood in the second row; what is an address leads somewhere."""
    followed = list(map(address, texts)) if column.is_link else []
    tracks = column.written([b"2"] * len(texts), Stretch(texts), followed)
    return woven([*tracks, b"\0"], len(texts)).decode().split("\0")[:-1]


WRITTEN = {
    "words": Column("a", "A"),
    "counts": Column("a", "A", counts=True),
    "links": Column("url", "A"),
}
ADDRESSES = st.sampled_from(
    ["https://example.org/?a&b=<c>", "https://example.org/خبر", "https://a b", "74", "۷۴"]
)


@settings(max_examples=60)
@given(st.lists(TEXTS | ADDRESSES, min_size=1, max_size=6), st.sampled_from(sorted(WRITTEN)), st.booleans())
def test_cells_that_are_written_together_are_as_those_written_one_by_one(texts, kind, alike):
    """Several texts that differ are looked at together where they are plain; beside a formula, each is by itself."""
    column = CellsOf("A", WRITTEN[kind], dict(zip(LOOKS, STYLES, strict=True)), "Prisoners")
    together = written(column, texts * 9 if alike else texts)[: len(texts)]
    assert together == [written(column, [text, "=1"])[0] for text in texts]


@pytest.mark.parametrize(
    ("texts", "styles"),
    [
        (["Neda", "Kian"], "11"),
        (["16 Sep · day", "(1)"], "11"),
        (["ندا", "کیان"], "33"),
        (["ندا", "Neda", "۱ ندا", "1 – day"], "3131"),
        (["ندا", "", "کیان"], "3 3"),
        (["", ""], "  "),
        (["-", "ندا", "– ندا"], "233"),
    ],
)
def test_the_look_of_plain_texts_is_told_by_their_letters(texts, styles):
    column = CellsOf("A", WRITTEN["words"], dict(zip(LOOKS, STYLES, strict=True)), "Prisoners")
    found = [re.match(r'<c r="A2" s="(\d)"', cell) for cell in written(column, texts)]
    assert "".join(one[1] if one else " " for one in found) == styles


@pytest.mark.parametrize(
    "row",
    [
        ("plain", "=1"),
        ("plain ", "plain"),
        ("plain", " plain"),
        ("=1",),
        ("'a",),
        (" a",),
        ("a ",),
        ("a\nb",),
        ("a\tb",),
        ("_x0041_",),
        ("\u00a0a",),
        ("a" * 20_000,),
    ],
)
def test_texts_of_which_one_asks_for_care_are_not_hurried(row):
    assert simply_escaped(Stretch(row)) is None


def test_most_texts_are_written_the_quick_way():
    row = ("P-0001", "ندا زرباف", "", "25 Shahrivar 1401 · 16 Sep 2022", "<b> & more", "(۲)")
    escaped = [*row[:4], "&lt;b&gt; &amp; more", "(۲)"]
    assert simply_escaped(Stretch(row)) == [text.encode() for text in escaped]
    assert simply_escaped(Stretch(row[:4])) == [text.encode() for text in row[:4]]


def test_an_empty_cell_is_none_at_all():
    assert xml(sheet(("a", "", "b"), ("", "", ""))).count("<c ") == 2


def test_counts_are_numbers_in_whichever_digits_and_nothing_else_is():
    book = io.BytesIO()
    write_workbook(
        book, [sheet(("74", "74", "007"), ("۷۴", "۷۴", "1"), ("<5", "", ""), keys="n t m", counts="n")]
    )
    page = load_workbook(book)["Prisoners"]
    cells = [[cell.value for cell in row] for row in page.iter_rows(min_row=2)]
    assert cells == [[74, "74", "007"], [74, "۷۴", "1"], ["<5", None, None]]


@pytest.mark.parametrize(
    ("text", "leads_to"),
    [
        ("https://example.org/a?b=c&d=e#f", "https://example.org/a?b=c&d=e#f"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("https://example.org:8443/", "https://example.org:8443/"),
        ("https://fa.example.org/خبر", "https://fa.example.org/%D8%AE%D8%A8%D8%B1"),
        ("https://example.org/100%25", "https://example.org/100%25"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("ftp://example.org", ""),
        ("\\\\server\\share", ""),
        ("https://user:word@example.org/", ""),
        ("https://example.org/a b", ""),
        ('https://example.org/"onclick', ""),
        ("https://example.org/\u202egpj", ""),
        ("https://", ""),
        ("https:///path", ""),
        ("see https://example.org", ""),
        ("https://example.org/" + "a" * 2_100, ""),
        ("https://example.org/" + "خ" * 700, ""),
        ("", ""),
    ],
)
def test_only_a_whole_address_of_the_web_can_be_followed(text, leads_to):
    assert address(text) == leads_to


def test_links_are_relations_and_each_address_stands_once():
    listed = [("https://example.org/?a=1&b='2'",), ("no address",), ("https://example.org/?a=1&b='2'",)]
    book = io.BytesIO()
    write_workbook(book, [sheet(*listed, keys="url")])
    with zipfile.ZipFile(book) as parts:
        related = parts.read("xl/worksheets/_rels/sheet1.xml.rels").decode()
    assert related.count("<Relationship ") == 1
    assert 'TargetMode="External"' in related
    page = load_workbook(book)["Prisoners"]
    assert [page[f"A{row}"].hyperlink and page[f"A{row}"].hyperlink.target for row in (2, 3, 4)] == [
        listed[0][0], None, listed[0][0],
    ]  # fmt: skip
    assert page["A2"].font.underline == "single"
    assert page["A3"].font.underline is None


def test_no_more_links_than_excel_reads_and_what_is_no_link_does_not_look_like_one(monkeypatch):
    monkeypatch.setattr(addresses, "MOST_LINKS", 2)
    monkeypatch.setattr(rows, "AT_ONCE", 3)
    some = [("no address",), *((f"https://example.org/{number}",) for number in range(5))]
    book = io.BytesIO()
    write_workbook(book, [sheet(*some, keys="url")])
    page = load_workbook(book)["Prisoners"]
    cells = [page[f"A{row}"] for row in range(2, 8)]
    assert [(cell.value,) for cell in cells] == some
    assert [cell.hyperlink is not None for cell in cells] == [False, True, True, False, False, False]
    assert [cell.font.underline for cell in cells] == [None, "single", "single", None, None, None]


def test_links_that_end_amid_some_rows_end_there(monkeypatch):
    monkeypatch.setattr(addresses, "MOST_LINKS", 3)
    links = Links()
    some = ["https://example.org/1", "", "no address", "https://example.org/1", "https://example.org/2"]
    numbers = [b"%d" % number for number in range(2, 7)]
    assert links.add("A", numbers, some) == [some[0], "", "", some[3], some[4]]
    assert len(links) == 3
    assert links.add("B", numbers, some) == [""] * 5
    monkeypatch.setattr(addresses, "MOST_LINKS", 2)
    assert Links().add("A", numbers, some) == [some[0], "", "", some[3], ""]
    assert links.in_sheet().count(b'r:id="rId1"') == 2
    assert b"".join(links.relationships()).count(b"<Relationship ") == 2


def test_what_stands_beside_a_sheet_is_made_in_pieces(monkeypatch):
    monkeypatch.setattr(addresses, "AT_ONCE", 2)
    links = Links()
    links.add("A", [b"2"] * 5, [f"https://example.org/{number}" for number in range(5)])
    assert [piece.count(b"<Relationship ") for piece in links.relationships()] == [0, 2, 2, 1, 0]


@pytest.mark.parametrize("text", ["https://example.org/\ud800", "https://example.org/\ufdd0"])
def test_an_address_that_no_cell_can_hold_is_named(text):
    with pytest.raises(CellNotWritable, match="Prisoners A3"):
        xml(sheet(("https://example.org/",), (text,), keys="url"))


def test_what_is_remembered_of_a_long_sheet_stays_bounded(monkeypatch):
    monkeypatch.setattr(cells, "KEPT", 3)
    some = [(f"={number}",) for number in range(10)] * 4
    assert xml(sheet(*some)).count("<c ") == 40


def test_a_row_is_as_high_as_its_longest_text_needs():
    texts = ("short", "two\nlines", "a " * 200)
    widths = widths_of(sheet(texts))
    assert lines_of(texts[:1], widths[:1]) == 1
    assert lines_of(texts[1:2], widths[1:2]) == 2
    assert lines_of(texts, widths) > 2
    assert lines_of(("a" * 30_000,), [10]) == MOST_LINES
    columns = [Stretch((text, "", "two\nlines")) for text in texts]
    rooms = [width - 1 for width in widths]
    in_rows = zip(*(column.texts for column in columns), strict=True)
    assert lines_together(columns, rooms) == [lines_of(row, rooms) for row in in_rows]
    assert lines_together([Stretch(("a" * 30_000,))], [10]) == [MOST_LINES]
    assert ' ht="30" customHeight="1"' in xml(sheet(("two\nlines",)))
    assert " ht=" not in xml(sheet(("short",)))
