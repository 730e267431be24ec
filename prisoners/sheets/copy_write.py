"""Makes a working copy: gathers what a researcher of this registry may see, and writes an editable workbook."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from prisoners.errors import FileNotSound, NothingToExport
from prisoners.sheets import copy_about
from prisoners.sheets.copy_cells import KEPT_BACK, cell_text, written
from prisoners.sheets.copy_columns import SHEETS, Column, CopySheet
from prisoners.sheets.copy_moments import Row, World, known_updates, present
from prisoners.sheets.copy_workbook import CopyPage, write_copy
from prisoners.sheets.gather import let_out
from prisoners.sheets.manifest import known_when
from prisoners.sheets.save import Fresh, saved
from prisoners.store.named import packed
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference
from prisoners.vocabulary import Audience

if TYPE_CHECKING:
    from prisoners.privacy.redact import Leaving


@dataclass(frozen=True)
class WorkingCopy:
    """A working copy that is ready to be agreed to and written."""

    update: int
    known: Mapping[int, int]
    """The last update of each copy of the registry that is in it."""
    day: str
    registry: str
    selection: str
    people: list[int]
    pages: list[CopyPage]
    kept_back: list[str]
    """Record and field of every cell that was kept back."""
    withheld: Mapping[str, Mapping[str, int]]

    def made(self, number: int, recipient: str) -> copy_about.Made:
        """What it says of itself; `number` is its place in the list of exports."""
        return copy_about.Made(
            write_reference("exports", number),
            self.registry,
            write_reference("updates", self.update),
            self.day,
            recipient,
            self.selection,
            len(self.people),
        )

    def as_json(self) -> dict[str, Any]:
        """What the registry keeps of it: whom it had, so that a row that is gone is known to be gone."""
        return {
            "working_copy": True,
            "known": self.known,
            "people": packed(self.people),
            "sources": packed(self.pages[-1].numbers),
            "sheets": {page.sheet.name: len(page.rows) for page in self.pages},
            "kept_back": self.kept_back,
            "withheld": self.withheld,
        }


def prepare_copy(reader: Reader, people: Sequence[int], *, today: dt.date, selection: str) -> WorkingCopy:
    """Everything of these people that a colleague may correct; raises NothingToExport where that is nobody."""
    leaving, _ = let_out(reader, people, Audience.INTERNAL, today)
    if not leaving.shown:
        raise NothingToExport(len(people), Audience.INTERNAL, leaving.withheld.people.most_common())
    update, day = known_when(reader)
    world, kept_back = present(reader), list[str]()
    pages = [_page(sheet, world, leaving, kept_back) for sheet in SHEETS]
    counts = {part: counted for part, counted in leaving.withheld.counts().items() if counted}
    registry = copy_about.registry_mark(reader)
    people = list(leaving.shown)
    return WorkingCopy(
        update, known_updates(reader), day, registry, selection, people, pages, kept_back, counts
    )


def _page(sheet: CopySheet, world: World, leaving: Leaving, kept_back: list[str]) -> CopyPage:
    page = CopyPage(sheet)
    left = {row["id"]: row for row in leaving.tables[sheet.table]}
    place = {person: rank for rank, person in enumerate(leaving.shown)}
    rows = [row for number in left if (row := world.row(sheet.table, number)) is not None]
    rows.sort(key=lambda row: (place.get(world.person_of(sheet.table, row) or 0, 0), row["id"]))
    for row in rows:
        cells = [_cell(sheet, world, column, row, left[row["id"]]) for column in sheet.columns]
        reference = write_reference(sheet.table, row["id"])
        kept_back += [
            f"{reference} {column.heading}"
            for column, text in zip(sheet.columns, cells, strict=True)
            if text == KEPT_BACK
        ]
        page.rows.append([reference, *above(sheet, world, row), *cells])
        page.numbers.append(row["id"])
    return page


def above(sheet: CopySheet, world: World, row: Row) -> list[str]:
    """The references of what a row belongs to."""
    told = []
    for _, table in sheet.above:
        number = (
            world.person_of(sheet.table, row)
            if table == "prisoners"
            else row[f"{table.removesuffix('s')}_id"]
        )
        told.append(write_reference(table, number) if number else "")
    return told


def _cell(sheet: CopySheet, world: World, column: Column, row: Row, left: Mapping[str, Any]) -> str:
    """A cell as it leaves: kept back where the gate let it out otherwise than it is recorded."""
    if any(name in row.keys() and left.get(name) != row[name] for name in column.columns):  # noqa: SIM118
        return KEPT_BACK if cell_text(world, sheet, column, row) else ""
    return written(world, sheet, column, row)


@contextmanager
def written_copy(copy: WorkingCopy, made: copy_about.Made, target: Path) -> Iterator[Fresh]:
    """The new file, which takes the place of the old one when the block ends well."""
    content = io.BytesIO()
    write_copy(content, copy.pages, made.lines())

    def write(file: BinaryIO) -> None:
        file.write(content.getvalue())

    def verify(unfinished: Path) -> None:
        if not zipfile.is_zipfile(unfinished):
            raise FileNotSound(target.name)

    with saved(target, write, verify) as fresh:
        yield fresh
