"""Rows with more facts than a line of the screen holds: a card each, with the name of every fact that is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from prisoners.commands.say import bold, say
from prisoners.commands.tables import Rows, broken_lines, fits, screen_width, show_table, width

INDENT = "    "
BETWEEN = "   "


def show_fitting(headings: Sequence[str], rows: Rows, *, titles: int, numbers: Iterable[int] = ()) -> None:
    """Print a table, or a card for each row where no line of the screen holds one."""
    if fits(headings, rows):
        show_table(headings, rows, numbers=numbers)
    else:
        show_cards(headings, rows, titles=titles)


def show_cards(headings: Sequence[str], rows: Rows, *, titles: int) -> None:
    """Print a card for each row: the first cells are its title; what is empty is left out."""
    cards = []
    for row in rows:
        title = "  ".join(filter(None, row[:titles]))
        facts = [
            f"{heading}: {cell}"
            for heading, cell in zip(headings[titles:], row[titles:], strict=True)
            if cell
        ]
        cards.append("\n".join([bold(title), *(INDENT + line for line in _packed(facts))]))
    say("\n".join(cards))


def _packed(facts: Sequence[str]) -> Iterator[str]:
    """The facts in as few lines as hold them; one that is longer than a line goes on below it."""
    room, line = screen_width() - len(INDENT), ""
    for fact in facts:
        if line and width(line) + len(BETWEEN) + width(fact) > room:
            yield line
            line = ""
        line = f"{line}{BETWEEN}{fact}" if line else fact
        if width(line) > room:
            first, *others = broken_lines(line, room - len(INDENT))
            yield first
            *whole, line = [INDENT + other for other in others] or [""]
            yield from whole
    if line:
        yield line
