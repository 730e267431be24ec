"""Writes a document as pdf with typst, where that is installed; its font travels in the package and is the only one."""

from __future__ import annotations

import json
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any, BinaryIO, cast

from prisoners.errors import PdfNeedsTypst, PictureNotDrawn
from prisoners.reference import data_folder
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
from prisoners.sheets.safe import reads_rightwards

TEMPLATE = Path(__file__).with_name("document.typ")
"""How it looks; the document is handed to it as data, and nothing in it is ever markup."""

_MAKER = re.compile(rb"(?<=/Creator\()[^)]*|(?<=<xmp:CreatorTool>)[^<]*|(?<= x:xmptk=\")[^\"]*")
"""Where typst says its name; blanks of the same length take its place, as a pdf counts its bytes."""


def check_pdf() -> None:
    """Raise PdfNeedsTypst where no pdf can be made."""
    if find_spec("typst") is None:
        raise PdfNeedsTypst


def write_pdf(file: BinaryIO, document: Document) -> None:
    """The document on A4; raises PdfNeedsTypst where typst is not installed, PictureNotDrawn for a damaged picture."""
    check_pdf()
    import typst

    told = json.dumps([_page(page) for page in document], ensure_ascii=False)
    paper = typst.Compiler(TEMPLATE, font_paths=[data_folder() / "fonts"], ignore_system_fonts=True)
    try:
        made = paper.compile(format="pdf", sys_inputs={"document": told}, timestamp=0)
    except typst.TypstError:
        if picture_in(document) is None:
            raise
        raise PictureNotDrawn from None
    file.write(_MAKER.sub(lambda found: b" " * len(found[0]), cast(bytes, made)))


def _page(page: Page) -> dict[str, Any]:
    return {
        "title": _text(page.title),
        "language": page.language,
        "rightwards": page.rightwards,
        "blocks": [_block(block) for block in page.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading(text):
            return {"is": "heading", "text": _text(text)}
        case Paragraph(text, small):
            return {"is": "paragraph", "text": _text(text), "small": small}
        case Facts(lines, picture):
            told = [[_text(asked), _text(answer)] for asked, answer in lines]
            return {
                "is": "facts",
                "lines": told,
                "picture": _picture(picture) if picture else None,
                "asked": asked_share(block),
            }
        case Table(headings, rows):
            return {
                "is": "table",
                "headings": list(map(_text, headings)),
                "rows": [list(map(_text, row)) for row in rows],
                "widths": shares(block),
            }


def _text(text: str) -> list[dict[str, Any]]:
    """The lines of a text, each with the direction in which it is read; without letters it follows the page."""
    return [
        {"words": line, "rightwards": reads_rightwards(line) if any(map(str.isalpha, line)) else None}
        for line in lines_of(text)
    ]


def _picture(picture: Picture) -> dict[str, Any]:
    return {
        "bytes": list(picture.content),
        "kind": picture.kind.replace("jpeg", "jpg"),
        "caption": picture.caption,
    }
