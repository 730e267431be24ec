"""The review of an import: its unclear rows as a workbook with a column for the decision, and the decisions read."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from prisoners.errors import FileNotSound
from prisoners.sheets.columns import column_letters
from prisoners.sheets.foreign import ForeignSheet
from prisoners.sheets.plan import Answer, Decision, Plan, RowPlan, Verdict, one_of_several
from prisoners.sheets.read import read_sheet
from prisoners.sheets.safe import LONGEST_CELL, is_live, underscored
from prisoners.sheets.save import saved
from prisoners.store.references import is_reference, read_reference, write_reference
from prisoners.vocabulary import folded

HEADING = ("Decision", "List", "Row", "Number", "Name", "Could be", "The row says")
_WIDTHS = (18, 18, 6, 14, 26, 60, 80)
_MOST_OFFERED = 8
"""Candidates in a drop-down, which holds 255 characters."""
_WORDS: dict[str, Decision] = {
    **dict.fromkeys(("new", "another", "somebody new", "جدید", "نفر جدید"), Decision.NEW),
    **dict.fromkeys(("skip", "leave out", "رد", "نادیده"), Decision.SKIP),
}
_DECISIONS = {folded(word): decision for word, decision in _WORDS.items()}
_REFERENCE = re.compile(r"P-(?:\d+-)?\d+", re.IGNORECASE | re.ASCII)
_EXPLAINED = (
    "Decide in the first column who each row is about: “same as P-…” for somebody of the registry, “new” for a person",
    "who is not in it yet, “skip” to leave the row out. An empty cell leaves the row unclear. Then:",
    "prisoners import {list} --review {review} --apply",
)


def is_review(sheet: ForeignSheet) -> bool:
    """Whether a file is a review of a list and not a list."""
    return set(HEADING[:4]) <= set(sheet.heading)


def write_review(plan: Plan, target: Path) -> int:
    """Write the unclear rows with those who they could be; returns how many there are."""
    rows = plan.having(Verdict.UNCLEAR)
    content = _workbook(plan, rows, target.name)

    def write(file: BinaryIO) -> None:
        file.write(content)

    def verify(unfinished: Path) -> None:
        if unfinished.read_bytes() != content:
            raise FileNotSound(target.name)

    with saved(target, write, verify):
        pass
    return len(rows)


def read_review(path: Path, list_name: str) -> tuple[dict[str, Answer], list[str]]:
    """What somebody decided, by people's numbers in the list, and what to say of decisions that were not read."""
    sheet = read_sheet(path)
    if not is_review(sheet):
        return {}, [f"{path.name} is no review: it has no columns {', '.join(HEADING[:4])}"]
    answers: dict[str, Answer] = {}
    told: list[str] = []
    places = [sheet.heading.index(heading) for heading in HEADING[:4]]
    numbers = Counter(row.cells[places[3]].strip() for row in sheet.rows)
    for row in sheet.rows:
        decision, of, at, number = (row.cells[place].strip() for place in places)
        answer, cell = _answer(decision), sheet.cell_name(row.number, places[0])
        if decision and answer is None:
            told.append(f"{path.name} {cell}: “{decision}” is no decision; there are same as P-…, new, skip")
        elif answer is not None and of != list_name:
            told.append(f"{path.name} {cell}: this decision is about the list {of or '(not named)'}")
        elif answer is not None:
            answers[number if number and numbers[number] == 1 else one_of_several(number, at)] = answer
    return answers, told


def _answer(text: str) -> Answer | None:
    """A decision as people write it: a drop-down's words, or only the reference."""
    found = _REFERENCE.search(text)
    if found and is_reference(found[0], "prisoners"):
        return Answer(Decision.SAME, read_reference(found[0])[1])
    decision = _DECISIONS.get(folded(text))
    return Answer(decision) if decision else None


def _workbook(plan: Plan, rows: Sequence[RowPlan], name: str) -> bytes:
    from openpyxl import Workbook

    from prisoners.sheets.in_memory import add_page, save_book

    book = Workbook(write_only=True)
    page = add_page(book, "Review")
    page.freeze_panes = "B2"
    for place, width in enumerate(_WIDTHS, start=1):
        page.column_dimensions[column_letters(place)].width = width
    for down in _drop_downs(rows):
        page.data_validations.append(down)
    for texts in (HEADING, *(_texts(plan, row) for row in rows)):
        page.append([_cell(page, text) for text in texts])
    about = add_page(book, "About")
    for line in _EXPLAINED:
        about.append([_cell(about, line.format(list=plan.sheet.file, review=name))])
    made = io.BytesIO()
    save_book(book, made, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _texts(plan: Plan, row: RowPlan) -> tuple[str, ...]:
    cells = next(one.cells for one in plan.sheet.rows if one.number == row.row)
    says = (
        f"{heading}: {text.strip()}"
        for heading, text in zip(plan.sheet.heading, cells, strict=True)
        if text.strip()
    )
    could_be = row.reason.removeprefix("could be ").replace(", or P-", "\nP-")
    return (
        "",
        plan.mapping.list_name,
        str(row.row),
        row.draft.number,
        row.draft.name,
        could_be,
        "\n".join(says),
    )


def _cell(page: Any, text: str) -> Any:
    """A cell that is a text whatever it looks like."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment

    cell = WriteOnlyCell(page)
    cell.number_format, cell.quotePrefix = "@", is_live(text)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if text:
        cell.value, cell.data_type = underscored(text[: LONGEST_CELL // 2]), "s"
    return cell


def _drop_downs(rows: Sequence[RowPlan]) -> Iterator[Any]:
    """For every row the decisions that can be made of it."""
    from openpyxl.worksheet.datavalidation import DataValidation

    downs: dict[str, Any] = {}
    for place, row in enumerate(rows, start=2):
        offered = ",".join(_offered(row))
        if offered not in downs:
            downs[offered] = DataValidation(type="list", formula1=f'"{offered}"', allow_blank=True)
        downs[offered].add(f"A{place}")
    yield from downs.values()


def _offered(row: RowPlan) -> Iterable[str]:
    """What can be decided: a row without a number of its own can only be left out."""
    if not row.could_be:
        return [*([str(Decision.NEW)] if row.reason == row.draft.nobody else []), str(Decision.SKIP)]
    same = [f"{Decision.SAME} {write_reference('prisoners', one)}" for one in row.could_be[:_MOST_OFFERED]]
    return [*same, str(Decision.NEW), str(Decision.SKIP)]
