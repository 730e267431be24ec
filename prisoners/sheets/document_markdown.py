"""Writes a document as Markdown, in which nothing from data is markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from prisoners.sheets.document import Block, Document, Facts, Heading, Paragraph, Table, lines_of

_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>&:=$@^])")


def write_markdown(file: BinaryIO, document: Document) -> None:
    """The document as headings, sentences and tables; a picture is left out."""
    for page in document:
        file.write(f"# {_said(page.title)}\n\n".encode())
        for block in page.blocks:
            file.writelines(line.encode() for line in _block(block))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text):
            yield f"## {_said(text)}\n\n"
        case Paragraph(text):
            yield f"{_said(text)}\n\n"
        case Facts(lines):
            yield from _table(("", ""), lines)
        case Table(headings, rows):
            yield from _table(headings, rows)


def _table(headings: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    yield _row(headings)
    yield _row(("---",) * len(headings))
    yield from (_row(tuple(map(_said, row))) for row in rows)
    yield "\n"


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _said(text: str) -> str:
    """A text as it stands, also between the bars of a table."""
    return "<br>".join(_MARKS.sub(r"\\\1", line) for line in lines_of(text))
