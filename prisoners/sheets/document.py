"""A document to be read on paper: headings, sentences, facts, tables, a picture, and which way it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from prisoners.errors import CellNotWritable
from prisoners.sheets.safe import fault_of

Cells = tuple[str, ...]

WIDEST = 45
"""Characters that a column is given room for at most."""
LEAST_ASKED, MOST_ASKED = 15, 35
"""Per cent of the width that what is asked takes beside its answers."""
_BREAKS = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_HIDDEN = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
ROOM = 4
"""Characters beside a word of a heading, which is bold."""


@dataclass(frozen=True)
class Heading:
    """The title of a part."""

    text: str


@dataclass(frozen=True)
class Paragraph:
    """A sentence or several."""

    text: str
    small: bool = False
    """Whether it stands below the matter, as what must be known about the document does."""


@dataclass(frozen=True)
class Picture:
    """A picture that says nothing about where, when and with what it was taken."""

    content: bytes
    kind: str
    """`jpeg` or `png`."""
    size: tuple[int, int]
    """Width and height, in its own points."""
    caption: str


@dataclass(frozen=True)
class Facts:
    """What is asked and the answer, line by line, with a picture beside them where there is one."""

    lines: tuple[tuple[str, str], ...]
    picture: Picture | None = None


@dataclass(frozen=True)
class Table:
    """Rows under headings."""

    headings: Cells
    rows: tuple[Cells, ...]


Block = Heading | Paragraph | Facts | Table


@dataclass(frozen=True)
class Page:
    """What stands on a page, from top to bottom; where there is more than room for, it goes on to the next."""

    title: str
    blocks: tuple[Block, ...]
    rightwards: bool = False
    """Whether it is read from right to left."""

    @property
    def language(self) -> str:
        """The language of its headings, as programs call it."""
        return "fa" if self.rightwards else "en"

    @property
    def direction(self) -> str:
        """How it is read, as programs call it."""
        return "rtl" if self.rightwards else "ltr"

    def texts(self) -> Iterator[str]:
        """Every text that stands on it."""
        yield self.title
        for block in self.blocks:
            yield from texts_of(block)


Document = tuple[Page, ...]
"""One page, or the same in two languages, each read in its own direction."""


def picture_in(document: Document) -> Picture | None:
    """The picture of a document; there is one at most, on each of its pages."""
    found = (block.picture for page in document for block in page.blocks if isinstance(block, Facts))
    return next((picture for picture in found if picture), None)


def texts_of(block: Block) -> tuple[str, ...]:
    """The texts of one block, in the order in which they are read."""
    match block:
        case Heading(text) | Paragraph(text):
            return (text,)
        case Facts(lines, picture):
            return (*(text for line in lines for text in line), *([picture.caption] if picture else []))
        case Table(headings, rows):
            return (*headings, *(text for row in rows for text in row))


def check_texts(document: Document) -> None:
    """Raise CellNotWritable for the first text that could not be written as it is."""
    for page in document:
        for number, text in enumerate(page.texts(), start=1):
            if why := fault_of(text):
                raise CellNotWritable(f"text {number}", why)


def on_paper(document: Document) -> Document:
    """The document as it can be read: a title is one line, and no hidden mark turns the direction of what follows."""
    return tuple(
        replace(page, title=_one_line(page.title), blocks=tuple(map(_plain, page.blocks)))
        for page in document
    )


def _plain(block: Block) -> Block:
    match block:
        case Heading(text):
            return Heading(_one_line(text))
        case Paragraph(text, small):
            return Paragraph(_visible(text), small)
        case Facts(lines, picture):
            told = tuple((_one_line(asked), _visible(answer)) for asked, answer in lines)
            return Facts(told, replace(picture, caption=_one_line(picture.caption)) if picture else None)
        case Table(headings, rows):
            cells = tuple(tuple(map(_visible, row)) for row in rows)
            return Table(tuple(map(_one_line, headings)), cells)


def _visible(text: str) -> str:
    return _HIDDEN.sub("", text)


def _one_line(text: str) -> str:
    return " ".join(lines_of(_visible(text)))


def lines_of(text: str) -> list[str]:
    """The lines of a text; each is read in its own direction."""
    return _BREAKS.split(text)


def without_empty_columns(table: Table) -> Table:
    """The table without the columns in which nothing stands."""
    kept = [place for place, cells in enumerate(zip(*table.rows, strict=True)) if any(cells)]
    headings = tuple(table.headings[place] for place in kept)
    return Table(headings, tuple(tuple(row[place] for place in kept) for row in table.rows))


def asked_share(facts: Facts) -> int:
    """How much of the width, in per cent, is for what is asked."""
    longest = max((len(asked) for asked, _ in facts.lines), default=0)
    return min(max(longest, LEAST_ASKED), MOST_ASKED)


def shares(table: Table) -> list[int]:
    """How much of the paper each column gets: as its longest text wants, within reason, and no heading cut."""
    columns = zip(table.headings, *table.rows, strict=True)
    return [min(max(*map(len, column), _longest_word(column[0]) + ROOM), WIDEST) for column in columns]


def _longest_word(text: str) -> int:
    return max(map(len, text.split()), default=0)
