"""Writes html and Markdown: pages to be read, printed or pasted, in which nothing from data is markup."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from prisoners.sheets.addresses import address
from prisoners.sheets.columns import Column, Sheet
from prisoners.sheets.fit import check_cells
from prisoners.sheets.safe import reads_rightwards

_STYLE = (
    "body{font-family:Vazirmatn,Noto Naskh Arabic,sans-serif;margin:2em}table{border-collapse:collapse;margin:1em 0}"
    "th,td{border:1px solid #999;padding:.3em .5em;vertical-align:top;text-align:start}th{background:#ddd}"
    "thead{display:table-header-group}tr{break-inside:avoid}@page{size:A4 landscape}"
    "@media screen{.wide{overflow-x:auto}}@media screen and (max-width:20cm){body{margin:1em}}"
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_RETURN = "&#13;"
"""A carriage return, which would else be taken for the end of a line."""
_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>&:=$@^])")


def write_html(file: BinaryIO, sheets: Sequence[Sheet]) -> None:
    """One page with every sheet as a table; it loads nothing, runs nothing, and names nobody who made it."""
    check_cells(sheets)
    rightwards = any(sheet.rightwards for sheet in sheets)
    language, direction = ("fa", "rtl") if rightwards else ("en", "ltr")
    title = _escaped(sheets[0].columns[-1].heading)
    file.write(
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n".encode()
    )
    for sheet in sheets:
        file.writelines(line.encode() for line in _html_table(sheet))
    file.write(b"</main>\n</body>\n</html>\n")


def _html_table(sheet: Sheet) -> Iterator[str]:
    yield f"<h2>{_escaped(sheet.notes[0] if sheet.notes else sheet.name)}</h2>\n"
    for note in sheet.notes[1:]:
        yield f"<p>{_escaped(note)}</p>\n"
    heads = "".join(f'<th scope="col">{_escaped(column.heading)}</th>' for column in sheet.columns)
    yield f'<div class="wide"><table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n'
    for row in sheet.rows:
        cells = (_cell(column, text) for column, text in zip(sheet.columns, row, strict=True))
        yield f"<tr>{''.join(cells)}</tr>\n"
    yield "</tbody>\n</table></div>\n"


def _cell(column: Column, text: str) -> str:
    """A cell; an address can be followed, and whoever it leads to is not told from where."""
    direction = ' dir="rtl"' if reads_rightwards(text) else ' dir="ltr"' if text else ""
    said = _escaped(text)
    if column.is_link and (found := address(text)):
        said = f'<a rel="noopener noreferrer" href="{html.escape(found)}">{said}</a>'
    return f"<td{direction}>{said}</td>"


def _escaped(text: str) -> str:
    return html.escape(text).replace("\r", _RETURN).replace("\n", "<br>")


def write_markdown(file: BinaryIO, sheets: Sequence[Sheet]) -> None:
    """Every sheet as a heading and a table; a sign that Markdown would read has a backslash before it."""
    check_cells(sheets)
    for sheet in sheets:
        file.writelines(line.encode() for line in _markdown_table(sheet))


def _markdown_table(sheet: Sheet) -> Iterator[str]:
    yield f"## {_plain(sheet.notes[0] if sheet.notes else sheet.name)}\n\n"
    for note in sheet.notes[1:]:
        yield f"{_plain(note)}\n\n"
    heads = [_plain(column.heading) for column in sheet.columns]
    yield _line(heads)
    yield _line(["---"] * len(heads))
    for row in sheet.rows:
        yield _line([_plain(cell) for cell in row])
    yield "\n"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _plain(text: str) -> str:
    return _MARKS.sub(r"\\\1", text).replace("\r", _RETURN).replace("\n", "<br>")
