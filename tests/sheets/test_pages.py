"""Web pages and Markdown: what stands in a cell is read as text, and nothing is loaded or run."""

from __future__ import annotations

import html
import io
import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from prisoners.sheets.columns import Column, Sheet
from prisoners.sheets.pages import write_html, write_markdown
from prisoners.sheets.safe import fault_of

WRITABLE = st.text(max_size=40).filter(lambda text: not fault_of(text))


def sheet(*cells: str, rightwards: bool = False) -> Sheet:
    columns = tuple(Column(f"c{number}", f"Heading {number}") for number in range(len(cells)))
    return Sheet(
        "Women", "women", columns, [cells], notes=("Women of Evin", "Unit: persons."), rightwards=rightwards
    )


def page(*cells: str, rightwards: bool = False) -> str:
    file = io.BytesIO()
    write_html(file, [sheet(*cells, rightwards=rightwards)])
    return file.getvalue().decode()


def markdown(*cells: str) -> str:
    file = io.BytesIO()
    write_markdown(file, [sheet(*cells)])
    return file.getvalue().decode()


class Reading(HTMLParser):
    """What a browser would find in a page: its tags, and the texts of its cells."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.cells: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        del attrs
        self.tags.append(tag)
        if tag == "td":
            self.cells.append("")
        if tag == "br" and self.cells:
            self.cells[-1] += "\n"

    def handle_data(self, data):
        if self.cells and self.lasttag in {"td", "br"}:
            self.cells[-1] += data


def test_a_page_says_what_it_counts_and_reads_in_its_direction():
    assert "<h2>Women of Evin</h2>\n<p>Unit: persons.</p>" in page("Neda")
    assert '<html lang="fa" dir="rtl">' in page("ندا", rightwards=True)
    assert '<td dir="rtl">ندا</td><td dir="ltr">Neda</td><td></td>' in page("ندا", "Neda", "")


def test_a_page_fits_a_telephone_and_tells_a_reading_program_what_heads_what():
    said = page("Neda", "ندا")
    assert '<meta name="viewport" content="width=device-width, initial-scale=1">' in said
    assert said.count("<h1>") == said.count("<main>") == 1
    assert said.count('<th scope="col">') == said.count("<th") - said.count("<thead") == 2


def test_a_page_may_load_and_run_nothing():
    said = page("Neda")
    assert "default-src 'none'" in said
    assert not re.search(r"<script|<img|<link|href=|src=", said)


@given(WRITABLE)
def test_a_cell_of_a_page_is_text_and_nothing_else(text):
    read = Reading(page(text, "after"))
    assert set(read.tags) <= {
        "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "div",
        "p", "table", "thead", "tbody", "tr", "th", "td", "br",
    }  # fmt: skip
    assert html.escape(text).replace("\r", "&#13;").replace("\n", "<br>") in page(text, "after")
    assert read.tags.count("td") == 2


@given(WRITABLE)
def test_a_cell_of_markdown_neither_ends_its_row_nor_makes_markup(text):
    lines = [line for line in markdown(text, "after").split("\n") if line.startswith("|")]
    assert len(lines) == 3
    unescaped = re.sub(r"\\.", "", lines[2]).replace("<br>", "")
    assert unescaped.count("|") == 3
    assert not re.search(r"[<>\[\]`*]", unescaped)


def test_markdown_has_a_heading_and_what_must_be_known():
    said = markdown("*Neda* | [x](y)")
    assert said.startswith("## Women of Evin\n\nUnit\\: persons\\.\n\n| Heading 0 |\n| --- |\n")
    assert r"| \*Neda\* \| \[x\]\(y\) |" in said
