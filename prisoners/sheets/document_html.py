"""Writes a document as html: one page for the screen and for A4, which loads nothing and runs nothing."""

from __future__ import annotations

import base64
import html
from collections.abc import Iterator
from typing import BinaryIO

from prisoners.sheets.document import (
    Block,
    Document,
    Facts,
    Heading,
    Paragraph,
    Picture,
    Table,
    asked_share,
    lines_of,
)
from prisoners.sheets.safe import reads_rightwards

_STYLE = (
    "body{font:10.5pt/1.45 Vazirmatn,'Noto Naskh Arabic',sans-serif;max-width:18cm;margin:1.5cm auto;color:#000}"
    "h1{font-size:1.5em;margin:0 0 .4em}h2{font-size:1.1em;margin:.9em 0 .3em;border-bottom:1px solid #666}"
    "table{border-collapse:collapse;width:100%}th,td{padding:.15em .4em;vertical-align:top;text-align:start}"
    "table.rows th,table.rows td{border:1px solid #999}table.rows th{background:#e4e4e4}"
    "table.facts th{font-weight:normal;color:#444}td.picture{width:3.2cm;text-align:end}"
    "img{max-width:3.2cm;max-height:4.2cm}p{margin:.3em 0}p.small{font-size:.82em;color:#444}"
    "thead{display:table-header-group}tr{break-inside:avoid}@page{size:A4;margin:1.5cm}"
    "section+section{break-before:page;margin-top:2cm}"
    "@media screen{.wide{overflow-x:auto}}@media screen and (max-width:20cm){body{margin:1em}}"
    "@media print{body{margin:0;max-width:none}}"
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def write_html(file: BinaryIO, document: Document) -> None:
    """The document as one file; a picture stands in the file itself."""
    first = document[0]
    file.write(
        f'<!DOCTYPE html>\n<html lang="{first.language}" dir="{first.direction}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>{_escaped(first.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n".encode()
    )
    for page in document:
        file.write(
            f'<section lang="{page.language}" dir="{page.direction}">\n<h1>{_bidi(page.title)}</h1>\n'.encode()
        )
        for block in page.blocks:
            file.writelines(line.encode() for line in _block(block))
        file.write(b"</section>\n")
    file.write(b"</main>\n</body>\n</html>\n")


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text):
            yield f"<h2>{_bidi(text)}</h2>\n"
        case Paragraph(text, small):
            kind = ' class="small"' if small else ""
            yield f"<p{kind}>{_bidi(text)}</p>\n"
        case Facts(lines, picture):
            yield '<table class="facts">\n'
            share = f' scope="row" style="width:{asked_share(block)}%"'
            beside = _picture(picture, len(lines)) if picture else ""
            for asked, answer in lines:
                yield f"<tr><th{share}>{_escaped(asked)}</th>{_cell(answer)}{beside}</tr>\n"
                beside = ""
            yield "</table>\n"
        case Table(headings, rows):
            heads = "".join(f'<th scope="col">{_escaped(heading)}</th>' for heading in headings)
            yield f'<div class="wide"><table class="rows">\n<thead><tr>{heads}</tr></thead>\n<tbody>\n'
            for row in rows:
                yield f"<tr>{''.join(map(_cell, row))}</tr>\n"
            yield "</tbody>\n</table></div>\n"


def _picture(picture: Picture, lines: int) -> str:
    """The picture in a cell of its own, as high as all lines."""
    content = base64.b64encode(picture.content).decode()
    source = f"data:image/{picture.kind};base64,{content}"
    return (
        f'<td class="picture" rowspan="{lines}"><img alt="{_escaped(picture.caption)}" src="{source}"></td>'
    )


def _cell(text: str) -> str:
    return f"<td>{_bidi(text)}</td>"


def _bidi(text: str) -> str:
    """A text in its own direction, line by line, wherever it stands."""
    return "<br>".join(map(_isolated, lines_of(text)))


def _isolated(text: str) -> str:
    direction = "rtl" if reads_rightwards(text) else "ltr" if any(map(str.isalpha, text)) else ""
    return f'<bdi dir="{direction}">{_escaped(text)}</bdi>' if direction else _escaped(text)


def _escaped(text: str) -> str:
    return html.escape(text)
