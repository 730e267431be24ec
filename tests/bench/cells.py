"""A hundred thousand rows of twenty invented cells, written as a workbook: by ours, or as openpyxl writes them itself.

Run as a process of its own: `python cells.py ours|alone|peer FILE` says how many seconds of the processor that took,
and how much memory. `ours` reads every text for what may not leave before it is written, `alone` is the file alone.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import overload

ROWS, COLUMNS = 100_000, 20
AT_ONCE = 2_000
OWN = 3
"""The first columns are the reference and the names of the person."""
STATUSES = (
    "serving a sentence",
    "detained, awaiting trial",
    "free on bail",
    "executed",
    "released, term served",
)
PRISONS = ("Sabzabad", "Kohandezh", "Rudbar", "Darya", "Naranj", "Golshan", "Asemaneh")
PERSIAN = ("سبزآباد", "کهن‌دژ", "رودبار", "دریا", "نارنج", "گلشن", "آسمانه")


def cells(number: int) -> tuple[str, ...]:
    """One invented person: texts that repeat, texts that do not, both scripts, an address, a count, an empty cell."""
    place, said = number % 7, f"+{number} was said" if number % 10 == 0 else "It was said"
    year = 1360 + number % 40
    return (
        f"P-{number:06}", f"Person {number} Nobody{place}", f"نفر {number} بی‌نام", "", STATUSES[number % 5],
        f"{number % 28 + 1} Mehr 1402 · {number % 28 + 1} Oct 2023", PRISONS[place], PERSIAN[place],
        f"Ward {number % 9}", "male" if number % 3 else "female", f"{year} · {year + 621}/{(year + 622) % 100}",
        "teachers' union activist; <civic> activist", "assembly & collusion; propaganda against the system",
        f"imprisonment {number % 15} years and {number % 11} months; 74 lashes", str(number % 99),
        f"https://example.org/news/{number}?page={place}", said, f"File 1402{number * 7919 % 10**12:012}",
        f"What is told of number {number}, in one sentence of some length.", f"۲۵ شهریور {year}",
    )  # fmt: skip


class People(Sequence[tuple[str, ...]]):
    """The rows, made when they are asked for, so that only the writer's memory is measured."""

    def __len__(self) -> int:
        return ROWS

    @overload
    def __getitem__(self, place: int) -> tuple[str, ...]: ...

    @overload
    def __getitem__(self, place: slice) -> list[tuple[str, ...]]: ...

    def __getitem__(self, place: int | slice) -> tuple[str, ...] | list[tuple[str, ...]]:
        if isinstance(place, slice):
            return [cells(number) for number in range(*place.indices(ROWS))]
        return cells(place)

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return map(cells, range(ROWS))


class Read(People):
    """The rows with every text read that is not a reference or somebody's own name, as the gate reads them."""

    def __init__(self) -> None:
        from tests.bench.gate import watch

        self.watch = watch()

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        from prisoners.privacy.texts import Texts
        from prisoners.privacy.withheld import Withheld

        rows = super().__iter__()
        while batch := list(islice(rows, AT_ONCE)):
            texts = Texts(self.watch, Withheld())
            texts.look_at(set().union(*list(zip(*batch, strict=True))[OWN:]))
            held = {text for text in texts.doubtful if self.watch.found_in(text)}
            check(not held)  # the peer writes the same cells
            yield from batch


def ours(target: Path) -> None:
    """Every text read, then through everything that an export goes through behind the gate."""
    from prisoners.__main__ import collect_seldom

    collect_seldom()
    written(target, Read())


def alone(target: Path) -> None:
    """What follows behind the gate: saved, read back, and put in its place."""
    written(target, People())


def written(target: Path, people: People) -> None:
    """The workbook as an export writes it."""
    from prisoners.sheets.columns import Column, Sheet
    from prisoners.sheets.save import saved
    from prisoners.sheets.whole import is_whole
    from prisoners.sheets.workbook import write_workbook

    keys = {4: "status", 15: "url"}
    columns = tuple(Column(keys.get(n, f"c{n}"), f"Column {n}", counts=n == 14) for n in range(COLUMNS))
    sheet = Sheet("Prisoners", "prisoners", columns, people)
    with saved(target, lambda file: write_workbook(file, [sheet]), lambda path: check(is_whole(path, 1))):
        pass


def check(whole: bool) -> None:
    """End with an error where the file could not be read back."""
    if not whole:
        sys.exit("not whole")


def peer(target: Path) -> None:
    """As openpyxl writes rows itself when it is told to keep nothing in memory."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    page = book.create_sheet("Prisoners")
    page.append([f"Column {number}" for number in range(COLUMNS)])
    for row in People():
        page.append(row)
    book.save(target)


if __name__ == "__main__":
    began = time.process_time()
    {"ours": ours, "alone": alone, "peer": peer}[sys.argv[1]](Path(sys.argv[2]))
    took = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": took, "mebibytes": memory}))
