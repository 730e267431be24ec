"""Writes a document as Word does: equal bytes for equal content, and no word about who made it, when, and with what."""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from prisoners.sheets.archive import neutral_entry
from prisoners.sheets.document import (
    Block,
    Document,
    Facts,
    Heading,
    Page,
    Paragraph,
    Picture,
    Table,
    asked_share,
    lines_of,
    picture_in,
    shares,
)
from prisoners.sheets.document_parts import CONTENTS, media_name, parts
from prisoners.sheets.safe import reads_rightwards

WIDE = 9638
"""Between the margins of A4, in twentieths of a point."""
BESIDE = 2000
"""The column of a picture."""

_A_POINT = 12700  # of a picture, in its own unit
_HIGHEST, _WIDEST = 119, 91
_SPACES = "http://schemas.openxmlformats.org"
_PICTURES = f"{_SPACES}/drawingml/2006/picture"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<w:document xmlns:w="{_SPACES}/wordprocessingml/2006/main"'
    f' xmlns:r="{_SPACES}/officeDocument/2006/relationships"'
    f' xmlns:wp="{_SPACES}/drawingml/2006/wordprocessingDrawing"'
    f' xmlns:a="{_SPACES}/drawingml/2006/main" xmlns:pic="{_PICTURES}"><w:body>'
)
_PAGE = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="850" w:right="1134" w:bottom="850" w:left="1134" w:header="400" w:footer="400" w:gutter="0"/>'
)
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_LATIN = re.compile(r"([A-Za-z0-9\u00c0-\u024f][\x21-\x7e\u00c0-\u024f]*(?: [\x21-\x7e\u00c0-\u024f]+)*)")
_ARABIC = "\u0590-\u08ff\ufb1d-\ufdfd\ufe70-\ufefc\u200c"
_PERSIAN = re.compile(f"([{_ARABIC}]+(?:[ ,.:()0-9-]+[{_ARABIC}]+)*)")


def write_docx(file: BinaryIO, document: Document) -> None:
    """The document on A4, ready to be edited; a Persian one runs from right to left, its tables too."""
    picture = picture_in(document)
    contents: dict[str, str | bytes] = {**parts(document), "word/document.xml": _body(document)}
    if picture:
        contents[media_name(picture)] = picture.content
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as out:
        for name in sorted(contents, key=lambda name: (name != CONTENTS, name)):
            out.writestr(neutral_entry(name), contents[name])


def _body(document: Document) -> str:
    pages = "".join(_page(page, number) for number, page in enumerate(document))
    bidi = "<w:bidi/>" if document[0].rightwards else ""
    return f"{_HEAD}{pages}{_PAGE}<w:titlePg/>{bidi}</w:sectPr></w:body></w:document>"


def _page(page: Page, number: int) -> str:
    paper = _Paper(rightwards=page.rightwards)
    title = paper.paragraph(page.title, style="Title", on_top=number > 0)
    return title + "".join(piece for block in page.blocks for piece in paper.block(block))


class _Paper:
    """How blocks stand on paper that is read in one direction."""

    def __init__(self, *, rightwards: bool) -> None:
        self.rightwards = rightwards

    def block(self, block: Block) -> Iterator[str]:
        """One block; a table is followed by an empty line, as two that touch would become one."""
        match block:
            case Heading(text):
                yield self.paragraph(text, style="Heading1")
            case Paragraph(text, small):
                yield "".join(self.paragraph(line, style="Small" if small else "") for line in lines_of(text))
            case Facts():
                yield self._facts(block)
                yield '<w:p><w:pPr><w:spacing w:after="0" w:line="60" w:lineRule="exact"/></w:pPr></w:p>'
            case Table():
                yield self._rows(block)
                yield '<w:p><w:pPr><w:spacing w:after="0" w:line="60" w:lineRule="exact"/></w:pPr></w:p>'

    def lines(self, text: str) -> str:
        """A text of several lines, each in its own direction."""
        return "".join(map(self.paragraph, lines_of(text)))

    def paragraph(self, text: str, *, style: str = "", bold: bool = False, on_top: bool = False) -> str:
        """A paragraph in the direction of its own text, at the side where the paper begins."""
        own = reads_rightwards(text) if any(map(str.isalpha, text)) else self.rightwards
        named = f'<w:pStyle w:val="{style}"/>' if style else ""
        top = "<w:pageBreakBefore/>" if on_top else ""
        bidi = "<w:bidi/>" if own else '<w:bidi w:val="0"/>'
        side = '<w:jc w:val="right"/>' if own != self.rightwards else ""  # the side where such a text ends
        return f"<w:p><w:pPr>{named}{top}{bidi}{side}</w:pPr>{''.join(_runs(text, own, bold=bold))}</w:p>"

    def _facts(self, facts: Facts) -> str:
        picture, asking = facts.picture, WIDE * asked_share(facts) // 100
        widths = [asking, WIDE - asking - BESIDE, BESIDE] if picture else [asking, WIDE - asking]
        rows = []
        for number, (asked, answer) in enumerate(facts.lines):
            cells = [self.paragraph(asked, style="Small"), self.lines(answer)]
            row = "".join(map(_cell, cells, widths))
            if picture:
                row += _picture_cell(picture if number == 0 else None, widths[-1])
            rows.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{row}</w:tr>")
        return self._table(widths, "".join(rows), ruled=False)

    def _rows(self, table: Table) -> str:
        wanted = shares(table)
        widths = [WIDE * share // sum(wanted) for share in wanted]
        head = "".join(
            _cell(self.paragraph(text, bold=True), width, shaded=True)
            for text, width in zip(table.headings, widths, strict=True)
        )
        written = [f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"]
        for row in table.rows:
            cells = "".join(_cell(self.lines(text), width) for text, width in zip(row, widths, strict=True))
            written.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>")
        return self._table(widths, "".join(written), ruled=True)

    def _table(self, widths: Sequence[int], rows: str, *, ruled: bool) -> str:
        line = '<w:{} w:val="single" w:sz="4" w:space="0" w:color="999999"/>'
        edges = "".join(line.format(edge) for edge in _EDGES) if ruled else ""
        visual = "<w:bidiVisual/>" if self.rightwards else ""
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return (
            f'<w:tbl><w:tblPr>{visual}<w:tblW w:w="{WIDE}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
            '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/>'
            f"</w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
        )


def _cell(content: str, width: int, *, shaded: bool = False) -> str:
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="E4E4E4"/>' if shaded else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{content}</w:tc>'


def _picture_cell(picture: Picture | None, width: int) -> str:
    """The cell beside all facts: it begins with the picture, and goes on in every line below."""
    begins = '<w:vMerge w:val="restart"/>' if picture else "<w:vMerge/>"
    content = f"<w:p><w:r>{_drawing(picture)}</w:r></w:p>" if picture else "<w:p/>"
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{begins}</w:tcPr>{content}</w:tc>'


def _drawing(picture: Picture) -> str:
    wide, high = picture.size
    scale = min(_WIDEST / wide, _HIGHEST / high)
    extent = f'cx="{round(wide * scale) * _A_POINT}" cy="{round(high * scale) * _A_POINT}"'
    caption = html.escape(picture.caption)
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="1" name="Picture" descr="{caption}"/><a:graphic><a:graphicData uri="{_PICTURES}"><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="1" name="Picture"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        '<a:blip r:embed="rId4"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def _runs(text: str, rightwards: bool, *, bold: bool) -> Iterator[str]:
    """The text in runs of one script each: what is read from right to left is marked so."""
    strong = "<w:b/><w:bCs/>" if bold else ""
    for number, piece in enumerate((_LATIN if rightwards else _PERSIAN).split(text)):
        other = number % 2 == 1  # what the pattern caught is in the other script
        if piece:
            mark = f"{strong}<w:rtl/>" if rightwards != other else strong
            look = f"<w:rPr>{mark}</w:rPr>" if mark else ""
            yield f'<w:r>{look}<w:t xml:space="preserve">{html.escape(piece, quote=False)}</w:t></w:r>'
