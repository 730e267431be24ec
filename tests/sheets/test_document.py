"""A document on paper: the same words in every format, Persian from right to left, and nothing about who made it."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from prisoners.errors import CellNotWritable, PdfNeedsTypst, UnknownFormat
from prisoners.sheets import document_pdf
from prisoners.sheets.document import (
    Facts,
    Heading,
    Page,
    Paragraph,
    Picture,
    Table,
    check_texts,
    lines_of,
    on_paper,
    shares,
    without_empty_columns,
)
from prisoners.sheets.document_docx import write_docx
from prisoners.sheets.document_file import DOCUMENTS, check_document, sheets_of
from prisoners.sheets.safe import fault_of
from tests.sheets.pictures import PIXEL

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TAGS = {
    *re.findall(
        r"\w+", "html head meta title style body main div section h1 h2 p table thead tbody tr th td bdi br"
    )
}
HOSTILE = "<b>&amp; =1+1 | *bold* #strong[x] $x$ \\begin {{7*7}}</b>"


def page(*, rightwards: bool, picture: Picture | None = None) -> Page:
    return Page(
        "نرگس آزمون · Narges Azmun",
        (
            Facts((("نام", "نرگس آزمون"), ("Reference", "P-0042")), picture),
            Heading("اتهام‌ها"),
            Table(("اتهام", "مادهٔ قانونی"), (("تبلیغ علیه نظام", "IPC75 500"), (HOSTILE, "دو\nسطر"))),
            Paragraph("بر پایهٔ دانسته‌های ۱۴۰۱/۰۶/۲۵ (U-0007)", small=True),
        ),
        rightwards=rightwards,
    )


PERSIAN, ENGLISH = (page(rightwards=True),), (page(rightwards=False),)


def written(document: tuple[Page, ...], ending: str) -> bytes:
    file = io.BytesIO()
    DOCUMENTS[ending](file, document)
    return file.getvalue()


def body(document: tuple[Page, ...]) -> Element:
    file = io.BytesIO()
    write_docx(file, document)
    with zipfile.ZipFile(file) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                fromstring(parts.read(name))
        return fromstring(parts.read("word/document.xml"))


def test_a_persian_word_document_is_read_from_right_to_left():
    root = body(PERSIAN)
    assert len(root.findall(f".//{W}bidiVisual")) == len(root.findall(f".//{W}tbl")) == 2
    assert root.find(f".//{W}sectPr/{W}bidi") is not None
    for run in root.iter(f"{W}r"):
        text = "".join(run.itertext())
        marked = run.find(f"{W}rPr/{W}rtl") is not None
        assert marked == any("\u0600" <= char <= "\u06ff" for char in text) or not any(map(str.isalnum, text))


def test_each_text_is_read_in_its_own_direction_at_the_side_where_the_paper_begins():
    for document, rightwards in ((PERSIAN, True), (ENGLISH, False)):
        for paragraph in body(document).iter(f"{W}p"):
            text = "".join(paragraph.itertext())
            if not any(map(str.isalpha, text)):
                continue
            persian = "\u0600" <= next(filter(str.isalpha, text)) <= "\u06ff"
            assert (paragraph.find(f"{W}pPr/{W}bidi").get(f"{W}val") is None) == persian
            assert (paragraph.find(f"{W}pPr/{W}jc") is not None) == (persian != rightwards)


def test_an_english_word_document_is_read_from_left_to_right():
    root = body(ENGLISH)
    assert root.findall(f".//{W}bidiVisual") == []
    assert root.find(f".//{W}sectPr/{W}bidi") is None


@pytest.mark.parametrize("ending", sorted(DOCUMENTS))
def test_a_document_has_the_same_bytes_whenever_and_wherever_it_is_made(ending, monkeypatch):
    first = written(PERSIAN, ending)
    monkeypatch.setenv("TZ", "Asia/Tehran")
    assert written(PERSIAN, ending) == first


@pytest.mark.parametrize("ending", [".docx", ".html", ".md"])
def test_every_text_stands_in_the_file_and_none_of_it_is_markup(ending):
    made = written(PERSIAN, ending)
    if ending == ".docx":
        texts = {"".join(cell.itertext()) for cell in body(PERSIAN).iter(f"{W}p")}
        assert texts >= {line for text in PERSIAN[0].texts() for line in text.split("\n")}
        return
    said = made.decode()
    assert "<b>" not in said.replace("\\<b", "")
    assert "P\\-0042" in said if ending == ".md" else "P-0042" in said


def test_the_words_of_a_persian_page_stand_in_an_html_file_that_says_so():
    said = written(PERSIAN, ".html").decode()
    assert '<html lang="fa" dir="rtl">' in said
    assert '<meta name="viewport"' in said
    assert said.count('<th scope="row"') + said.count('<th scope="col"') == len(re.findall("<th[ >]", said))
    assert '<bdi dir="rtl">تبلیغ علیه نظام</bdi>' in said
    assert '<bdi dir="ltr">IPC75 500</bdi>' in said


def test_a_pdf_names_no_maker_no_day_and_no_machine():
    made = written(PERSIAN, ".pdf").lower()
    assert made.startswith(b"%pdf")
    for told in (b"typst", b"xmp-writer", b"/creationdate", b"/moddate", b"/author", b"/producer"):
        assert told not in made


def test_two_languages_are_two_pages_each_read_in_its_own_direction():
    both = ENGLISH + PERSIAN
    root = body(both)
    assert len(root.findall(f".//{W}pageBreakBefore")) == 1
    assert len(root.findall(f".//{W}bidiVisual")) == 2
    assert written(both, ".html").decode().count("<section ") == 2
    assert b"<xmpTPg:NPages>2</xmpTPg:NPages>" in written(both, ".pdf")
    assert [len(sheet.rows) for sheet in sheets_of(both, "dossier")] == [13, 13]


def test_a_file_has_the_title_of_its_document_and_pages_are_numbered_from_the_second_on():
    with zipfile.ZipFile(io.BytesIO(written(PERSIAN, ".docx"))) as parts:
        (title,) = fromstring(parts.read("docProps/core.xml"))
        footer = parts.read("word/footer.xml")
    assert title.text == PERSIAN[0].title
    assert b"<w:rtl/>" in footer
    assert b"fa-IR" in footer
    assert body(PERSIAN).find(f".//{W}sectPr/{W}titlePg") is not None
    made = written(PERSIAN, ".pdf")
    assert "نرگس آزمون · Narges Azmun".encode("utf-16-be").hex().upper().encode() in made.upper()
    assert b"/H1" in made


def test_a_column_in_which_nothing_stands_is_left_out():
    table = Table(("Date", "Event", "Where"), (("1402", "arrest", ""), ("1403", "", "")))
    assert without_empty_columns(table) == Table(("Date", "Event"), (("1402", "arrest"), ("1403", "")))


def test_a_picture_stands_beside_the_facts():
    picture = Picture(PIXEL, "png", (1, 1), "نرگس")
    document = (page(rightwards=True, picture=picture),)
    with zipfile.ZipFile(io.BytesIO(written(document, ".docx"))) as parts:
        assert parts.read("word/media/picture.png") == PIXEL
        assert b'Extension="png"' in parts.read("[Content_Types].xml")
        assert b'Id="rId4"' in parts.read("word/_rels/document.xml.rels")
    assert len(body(document).findall(f".//{W}vMerge")) == 2
    assert 'rowspan="2"><img alt="نرگس"' in written(document, ".html").decode()
    assert len(written(document, ".pdf")) > 1000
    assert sheets_of(document, "dossier")[0].rows != sheets_of(PERSIAN, "dossier")[0].rows


def test_a_text_that_cannot_be_written_is_named_before_anything_is():
    with pytest.raises(CellNotWritable):
        check_texts((Page("A title", (Paragraph("a\x00b"),)),))


def test_a_column_has_room_for_its_longest_text_and_for_each_word_of_its_heading():
    assert shares(Table(("Enforceable", "x"), (("1 year", "y" * 90),))) == [15, 45]


def test_where_typst_is_not_installed_a_pdf_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(document_pdf, "find_spec", lambda _name: None)
    with pytest.raises(PdfNeedsTypst, match="typst"):
        check_document(tmp_path / "case.pdf")
    check_document(tmp_path / "case.docx")
    with pytest.raises(UnknownFormat):
        check_document(tmp_path / "case.odt")


# Hostile texts


WRITABLE = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn"))
    | st.sampled_from("\t\n\r=+-@<>&#$*_`|[]\\\"'\u200c\u200f\u202e\u2066\u2028\ufeffنرگس۱۲۳"),
    max_size=40,
).filter(lambda text: not fault_of(text))


@given(st.lists(WRITABLE, min_size=9, max_size=9), st.booleans())
def test_whatever_a_text_holds_it_is_there_and_is_no_markup(texts, rightwards):
    title, asked, answer, heading, first, second, cell, paragraph, small = texts
    blocks = (
        Facts(((asked, answer),)), Heading(heading), Table((first, second), ((cell, cell),)),
        Paragraph(paragraph), Paragraph(small, small=True),
    )  # fmt: skip
    (seen,) = on_paper((Page(title, blocks, rightwards),))
    paragraphs = ["".join(one.itertext()) for one in body((seen,)).iter(f"{W}p")]
    assert {line for text in seen.texts() for line in lines_of(text)} <= {*paragraphs, ""}
    made = written((seen,), ".html").decode()
    assert made.count("<td>") == 3
    assert made.count("<p") == 2
    assert set(re.findall(r"<(\w+)", made)) <= TAGS
    assert len(re.findall(r"^\|", written((seen,), ".md").decode(), re.MULTILINE)) == 6


def test_a_pdf_takes_hostile_texts_as_they_are():
    hostile = (
        HOSTILE,
        '#import "/etc/passwd"',
        "$ x $ *a* _b_ `c` \\ #(1/0)",
        "\u202eabc\u2028def",
        "@ref <label>",
    )
    (seen,) = on_paper((Page(hostile[0], tuple(Paragraph(text) for text in hostile)),))
    assert written((seen,), ".pdf").startswith(b"%PDF")


def test_no_hidden_mark_turns_what_follows_and_a_title_is_one_line():
    (seen,) = on_paper((Page("one\r\ntwo", (Heading("\u202egnp.exe"), Paragraph("a\u2028b\u2066c"))),))
    assert list(seen.texts()) == ["one two", "gnp.exe", "a\u2028bc"]
    assert lines_of("a\u2028bc") == ["a", "bc"]
