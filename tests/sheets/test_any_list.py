"""Any list at all: invented headings and cells in any order come in whole, every cell accounted for, once."""

from __future__ import annotations

import csv
import io
import random
import shutil
import tomllib
from pathlib import Path

import pytest

from prisoners.actions.because import act
from prisoners.errors import SheetUnreadable
from prisoners.reference import reference_list
from prisoners.sheets.apply import Decisions, apply_plan
from prisoners.sheets.decide import plan_import
from prisoners.sheets.delimited import read_delimited
from prisoners.sheets.foreign import ForeignSheet
from prisoners.sheets.links import Catalogues
from prisoners.sheets.mapping_file import proposed
from prisoners.sheets.plan import Verdict
from prisoners.store.reader import reading
from prisoners.vocabulary import UpdateKind
from tests.builders import stopped


def words_of(name: str) -> list[str]:
    rows = reference_list(name)
    return [
        word
        for row in rows
        for language in ("words_en", "words_fa")
        for word in row[language].split(";")
        if word
    ]


HEADINGS = [*words_of("headings"), "Odd", "ستون", "Arrest · Date", "Release · Date"]
CELLS = [
    "", "", "Neda Zarbaf", "کاوه رستمی", "34", "۳۴", "about 40", "1401/06/25", "2022-09-16", "دی ۱۴۰۱", "1954-02-29",
    "0000-00-00", "?", "nan", "https://example.org/1; https://example.org/2?utm_source=a", "https://example.org/1/",
    "propaganda; x", "زن", "مرد", "male", "true", "k1", "k2", "k3", "Evin Prison", "Rasht", "a\nb", "=1+1", "-", "5",
    "x" * 600, "زندان اوین، تهران", "+98 900 000 0000", "a@list.example", "12345678901", "2 years", "None",
    "02/10/2026",
    *words_of("list_statuses")[::5],
]  # fmt: skip
EVERYTHING_DECIDED = Decisions(skip_unclear=True, unclear_as_new=True, leave_conflicts=True, skip_unread=True)


def any_list(seed: int) -> ForeignSheet:
    chance = random.Random(seed)  # noqa: S311 -- the same lists on every machine
    headings = chance.sample(HEADINGS, chance.randint(2, 12))
    rows = chance.randint(1, 8)
    columns = [chance.choices(chance.sample(CELLS, chance.randint(1, 4)), k=rows) for _ in headings]
    out = io.StringIO()
    csv.writer(out).writerows([headings, *zip(*columns, strict=True)])
    return read_delimited("list_2026-01-01.csv", out.getvalue().encode())


@pytest.mark.parametrize("seed", range(12))
def test_any_list_comes_in_whole_and_once(seed, registry_file):
    comes_in_whole_and_once(seed, registry_file)


@pytest.mark.trust
def test_a_thousand_lists_come_in_whole_and_once(registry_file, tmp_path):
    for seed in range(12, 1012):
        shutil.copy(registry_file, tmp_path / "registry.db")
        comes_in_whole_and_once(seed, tmp_path / "registry.db")


def comes_in_whole_and_once(seed: int, registry: Path) -> None:
    """Every filled cell has a place, the proposed mapping reads back, and the list again changes nothing."""
    try:
        sheet = any_list(seed)
    except SheetUnreadable:
        return  # two columns of one heading, or no heading at all
    with reading(registry) as reader:
        found = proposed(sheet, Catalogues(reader))
        plan = plan_import(sheet, found.mapping, reader)
    assert tomllib.loads(found.as_toml()) == found.said
    filled = sum(bool(cell.strip()) for row in sheet.rows for cell in row.cells)
    assert sum(len(row.draft.placed) for row in plan.rows) == filled
    if not any(EVERYTHING_DECIDED.takes(row) for row in plan.rows):
        return
    with act(registry, by="Sara", because="a list", kind=UpdateKind.IMPORT, clock=stopped) as unit:
        apply_plan(unit, plan, EVERYTHING_DECIDED)
    with reading(registry) as reader:
        again = plan_import(sheet, found.mapping, reader)
    assert {row.verdict for row in again.rows} <= {Verdict.SAME, Verdict.UNCLEAR}
