"""Damaged and hostile files: every one is read or refused in one sentence, never anything else."""

from __future__ import annotations

import io
import random
import re
import tomllib
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from prisoners.actions.because import act
from prisoners.errors import UNCLEAR, WRONG, NothingChanged, PrisonersError, SheetUnreadable
from prisoners.sheets import child
from prisoners.sheets.apart import DAMAGED
from prisoners.sheets.apply import Decisions, apply_plan
from prisoners.sheets.copy_read import may_be_copy
from prisoners.sheets.decide import plan_import
from prisoners.sheets.delimited import read_delimited
from prisoners.sheets.foreign import ForeignSheet, sheet_of
from prisoners.sheets.grid import Refused
from prisoners.sheets.mapping import read_mapping
from prisoners.sheets.preflight import check_workbook
from prisoners.sheets.read import _row, read_sheet
from prisoners.store.engine import create_registry
from prisoners.store.opening import connect
from prisoners.store.reader import reading
from prisoners.store.schema import expected_shape, shape
from prisoners.store.verify import verify
from prisoners.vocabulary import UpdateKind
from tests.sheets.forked import forking

LIST = 'no,name,note\r\n1,Neda Zarbaf,"arrested, at home"\r\n2,ندا زرباف,"two\r\nlines"\r\n3,Kaveh,\'=x\r\n'
BY = read_mapping(
    "damaged",
    tomllib.loads(
        'list = "damaged"\nnumber = ["no"]\n[columns.name]\nto = "name.text"\n[columns.note]\nto = "prisoner.note"\n'
    ),
)
DECIDED = Decisions(skip_unclear=True, leave_conflicts=True, skip_unread=True)
SPICE = [b'"', b",", b"\r", b"\n", b"\0", b"\xff", b"\xef\xbb\xbf", b"\t", b";", b"\xe2\x80\xae", b"'='"]


def chance_of(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 -- the same damage every time


def damaged(content: bytes, chance: random.Random) -> bytes:
    """The content with a few bytes changed, cut out, doubled or put in."""
    found = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(found) or 1)
        match chance.randrange(4):
            case 0:
                found[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                del found[place : place + chance.randint(1, 40)]
            case 2:
                found[place:place] = found[place : place + chance.randint(1, 40)]
            case _:
                found[place:place] = chance.choice(SPICE)
    return bytes(found)


def workbook() -> bytes:
    book, made = Workbook(), io.BytesIO()
    for row in (["no", "name", "note"], [1, "Neda Zarbaf", "arrested"], [2, "ندا", "=1+1"]):
        book.active.append(row)
    book.save(made)
    return made.getvalue()


def with_a_damaged_part(content: bytes, chance: random.Random) -> bytes:
    """A sound archive in which one part of the workbook is damaged."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        chosen = chance.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, damaged(part, chance) if name == chosen else part)
    return made.getvalue()


def damaged_workbooks(number: int) -> Iterator[bytes]:
    whole = workbook()
    for seed in range(number):
        chance = chance_of(seed)
        yield (damaged if seed % 3 == 0 else with_a_damaged_part)(whole, chance)


def attempt(act: Callable[[], Any]) -> tuple[Any, PrisonersError | None]:
    """What an act gives, or why it was refused."""
    try:
        return act(), None
    except PrisonersError as error:
        return None, error


def read_or_refused(read: Callable[[], ForeignSheet]) -> ForeignSheet | None:
    """What was read; what was refused was refused in one line that says why, with its exit code."""
    sheet, refused = attempt(read)
    if refused:
        assert re.fullmatch(r"list\.(csv|xlsx) was not read: .+\.", refused.sentence)
        assert "\n" not in refused.sentence
        assert refused.exit_code == UNCLEAR
        return None
    assert all(len(row.cells) == len(sheet.heading) for row in sheet.rows)
    return sheet


def read_here(path: Path) -> ForeignSheet:
    """As `read_sheet` does, without a process of its own: whatever the library raises would end that with 1."""
    may_be_copy(path)
    notices = check_workbook(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            said, *lines = child.read(str(path), "", hidden=False)
    except Refused as refused:
        raise SheetUnreadable(path.name, str(refused)) from None
    except Exception:  # noqa: BLE001 -- a damaged workbook fails in a dozen ways
        raise SheetUnreadable(path.name, DAMAGED) from None
    return sheet_of(path.name, said["page"], [_row(line) for line in lines], notices, ragged=True)


def lists(number: int) -> Iterator[ForeignSheet | None]:
    for seed in range(number):
        content = damaged(LIST.encode(), chance_of(seed))
        yield read_or_refused(lambda content=content: read_delimited("list.csv", content))


def workbooks(
    number: int, folder: Path, read: Callable[[Path], ForeignSheet]
) -> Iterator[ForeignSheet | None]:
    path = folder / "list.xlsx"
    for content in damaged_workbooks(number):
        path.write_bytes(content)
        yield read_or_refused(lambda: read(path))


def both_happen(sheets: Iterable[ForeignSheet | None]) -> None:
    assert {sheet is None for sheet in sheets} == {True, False}


def take_in(registry: Path, sheet: ForeignSheet) -> None:
    with reading(registry) as reader:
        plan = plan_import(sheet, BY, reader)
    with act(registry, by="Sara", because="a damaged list", kind=UpdateKind.IMPORT) as unit:
        apply_plan(unit, plan, DECIDED)


def taken_in(registry: Path, sheet: ForeignSheet) -> str:
    """Take in what was read of a damaged list: as one update or not at all, never a part of one."""
    before = written(registry)
    _, refused = attempt(lambda: take_in(registry, sheet))
    now = written(registry)
    if refused:
        assert refused.exit_code in (WRONG, UNCLEAR) or isinstance(refused, NothingChanged), refused
        assert "\n" not in refused.sentence
        assert now == before
        return type(refused).__name__
    assert now[:2] == (before[0] + 1, 0)
    assert now[2] > before[2]
    return "taken in"


def written(registry: Path) -> tuple[int, ...]:
    """How many updates there are, how many of them without a seal, and how many lines they have."""
    with reading(registry) as reader:
        return tuple(
            reader.value(f"SELECT count(*) FROM {table}")
            for table in ("updates", "updates WHERE id NOT IN (SELECT update_id FROM seals)", "changes")
        )


def take_in_all(folder: Path, sheets: Iterable[ForeignSheet | None]) -> Counter[str]:
    """Take in what was read, a hundred lists a registry; every registry is sound at the end."""
    done: Counter[str] = Counter()
    for some in batched(sheets, 100):
        registry = folder / f"{done.total()}.db"
        create_registry(registry).close()
        done.update("not read" if sheet is None else taken_in(registry, sheet) for sheet in some)
        with closing(connect(registry)) as connection:
            assert verify(connection, expected_shape(), shape(connection)) == []
        registry.unlink()
    return done


def batched(sheets: Iterable[ForeignSheet | None], number: int) -> Iterator[list[ForeignSheet | None]]:
    left = iter(sheets)
    while some := list(islice(left, number)):
        yield some


def test_a_thousand_damaged_lists_are_read_or_refused():
    both_happen(lists(1_000))


def test_a_thousand_damaged_workbooks_are_read_or_refused(tmp_path):
    both_happen(workbooks(1_000, tmp_path, read_here))


def test_a_damaged_workbook_is_read_or_refused_by_a_process_of_its_own(tmp_path):
    both_happen(workbooks(5, tmp_path, read_sheet))


def test_damaged_lists_are_taken_in_wholly_or_not_at_all(tmp_path):
    assert {"taken in", "not read"} <= set(take_in_all(tmp_path, lists(40)))


@pytest.mark.trust
def test_ten_thousand_damaged_lists_are_taken_in_or_refused(tmp_path, capsys):
    done = take_in_all(tmp_path, lists(10_000))
    with capsys.disabled():
        print(f"\n{done}")  # noqa: T201 -- a figure of docs/trust.md


@pytest.mark.trust
def test_ten_thousand_damaged_workbooks_are_taken_in_or_refused(tmp_path, capsys):
    with forking():
        done = take_in_all(tmp_path, workbooks(10_000, tmp_path, read_sheet))
    with capsys.disabled():
        print(f"\n{done}")  # noqa: T201 -- a figure of docs/trust.md
