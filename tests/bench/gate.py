"""A hundred thousand invented people, from plain rows through the gate into a workbook; or their cells by openpyxl.

Run as a process of its own: `python gate.py ours|kept|peer FILE` says how many seconds of the processor that took, some
of its parts, and how much memory. `kept` keeps the cells, which `peer` reads and writes again; the time in which it
reads them is told apart, for that is not its work.
"""

from __future__ import annotations

import json
import marshal
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from prisoners.__main__ import collect_seldom
from prisoners.privacy.redact import redact
from prisoners.privacy.verdict import Verdict
from prisoners.privacy.watch import Watch
from prisoners.sheets.book import prisoners
from prisoners.sheets.columns import PRISONERS, Sheet
from prisoners.sheets.lookup import Lookup
from prisoners.sheets.speech import Lang, Speech
from prisoners.vocabulary import Audience
from tests.bench.cells import check
from tests.names.invented import ENDINGS, FAMILY, GIVEN

PEOPLE, AT_ONCE = 100_000, 2_000
SHOWN = (
    "reference", "name", "name_persian", "other_names", "status", "since", "held_since", "prison", "ward", "province",
    "gender", "born", "birthplace", "residence", "father", "nationality", "occupation", "summary", "basis_source",
    "verified_on",
)  # fmt: skip
HIDDEN = 2_000
"""People who may not be named, in either script, and values that stay inside."""
STATUSES = ("serving_sentence", "detained_awaiting_trial", "on_bail", "executed", "released_term_served")
TOWNS = ("Sabzabad", "Kohandezh", "Rudbar", "دریا", "Naranj", "گلشن", "Asemaneh")
SAID = (
    "{name} was arrested at home by agents without a warrant, and was taken to ward {ward} of the prison of {town}.",
    "The court of appeal upheld the sentence of {years} years on {day} March 20{year}; the family was told in writing.",
    "On day {day} of a hunger strike {name} was moved to the infirmary, and came back {years} days later.",
    "{persian} در شهر {town} بازداشت شد و پس از {years} روز به بند {ward} بازگردانده شد؛ وکیل او از پرونده خبر ندارد.",
)


def name_of(number: int) -> tuple[str, str]:
    """An invented name in either script; few people share one."""
    given, family = GIVEN[number % len(GIVEN)], FAMILY[number // len(GIVEN) % len(FAMILY)]
    ending = ENDINGS[number // (len(GIVEN) * len(FAMILY)) % len(ENDINGS)]
    return f"{given[1]} {family[1]}{ending[1]}", f"{given[0]} {family[0]}{ending[0]}"


def day(number: int) -> str:
    """A stored date, with the words in which it was given."""
    said = f"20{number % 20 + 3:02}-{number % 12 + 1:02}-{number % 28 + 1:02}"
    return f"{said} {said} {said}|gregorian|{number % 28 + 1}.{number % 12 + 1}.20{number % 20 + 3:02}"


def person(number: int) -> dict[str, Any]:
    """One row of the table of people, what stays inside among it."""
    latin, persian = name_of(number)
    facts = {
        "name": latin,
        "persian": persian,
        "town": TOWNS[number % 7],
        "ward": number % 9,
        "day": number % 28 + 1,
    }
    facts |= {"years": number % 15, "year": number % 20 + 3}
    return {
        "id": number, "father": GIVEN[number % 31][1], "gender": "male" if number % 3 else "female",
        "born": day(number * 7), "birthplace": TOWNS[number % 5], "residence": TOWNS[number % 7],
        "nationality": "IR", "other_nationality": None, "ethnicity": None, "ethnicity_presumed": 0, "religion": None,
        "religion_presumed": 0, "occupation": ("teacher", "nurse", "student")[number % 3],
        "summary": SAID[number % 4].format(**facts), "note": f"internal note {number}", "import_note": None,
        "basis": "already_public", "basis_source": f"https://example.org/news/{number}?page={number % 7}",
        "naming": "full", "verified_on": day(number), "priority": None, "withdrawn": 0, "merged_into": None,
    }  # fmt: skip


def tables(first: int) -> dict[str, list[dict[str, Any]]]:
    """Some people as they are stored, and the prisons."""
    numbers = range(first, min(first + AT_ONCE, PEOPLE + 1))
    names = [
        {"id": 2 * number + place, "prisoner_id": number, "text": text, "script": script, "family": None}
        | {"is_primary": 1, "withdrawn": 0}
        for number in numbers
        for place, (script, text) in enumerate(zip(("latin", "persian"), name_of(number), strict=True))
    ]
    headlines = [
        {
            "prisoner_id": number,
            "status": STATUSES[number % 5],
            "since": day(number * 3),
            "held_since": day(number * 5),
        }
        | {"prison_id": number % 7 + 1, "ward": f"Ward {number % 9}", "place": None, "order_uncertain": 0}
        for number in numbers
    ]
    prisons = [
        {"id": place, "name_en": town, "name_fa": town, "province": "tehran", "withdrawn": 0}
        for place, town in enumerate(TOWNS, start=1)
    ]
    return {
        "prisoners": list(map(person, numbers)),
        "names": names,
        "headlines": headlines,
        "prisons": prisons,
    }


def watch() -> Watch:
    """What no text may hold."""
    hidden = [name_of(PEOPLE + 7 * number) for number in range(HIDDEN)]
    values = [
        f"{number * 37} Sarv road, floor {number % 9}, {town}"
        for number in range(HIDDEN // 7)
        for town in TOWNS
    ]
    return Watch(values=values, names=[name for both in hidden for name in both])


class People(Sequence[tuple[str, ...]]):
    """The cells of all of them, a few hundred people at a time through the gate and put into words."""

    def __init__(self) -> None:
        self.watch = watch()
        self.verdicts = dict.fromkeys(range(1, PEOPLE + 1), Verdict())
        self.took = {"rows": 0.0, "gate": 0.0, "words": 0.0}

    def __len__(self) -> int:
        return PEOPLE

    def __getitem__(self, place: Any) -> Any:
        return list(self)[place]  # never needed: a sheet is read from its first row to its last

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        for first in range(1, PEOPLE + 1, AT_ONCE):
            yield from self.cells(first)

    def cells(self, first: int) -> list[tuple[str, ...]]:
        """The cells of some hundred people from this one on."""
        moments = [time.process_time()]
        stored = tables(first)
        moments.append(time.process_time())
        leaving = redact(
            stored, audience=Audience.ADVOCATES, verdicts=self.verdicts, key="key", watch=self.watch
        )
        moments.append(time.process_time())
        cells = prisoners(Lookup(leaving, Speech(Lang.EN))).cells(SHOWN)
        moments.append(time.process_time())
        for part, (before, after) in zip(self.took, pairwise(moments), strict=True):
            self.took[part] += after - before
        return cells


def ours(target: Path) -> dict[str, float]:
    """Through the gate, into words, and into the file: saved, read back, and put in its place."""
    from prisoners.sheets.save import saved
    from prisoners.sheets.whole import is_whole
    from prisoners.sheets.workbook import write_workbook

    by_key = {column.key: column for column in PRISONERS}
    people = People()
    sheet = Sheet("Prisoners", "prisoners", tuple(by_key[key] for key in SHOWN), people)
    with saved(target, lambda file: write_workbook(file, [sheet]), lambda path: check(is_whole(path, 1))):
        pass
    return people.took


def kept(target: Path) -> dict[str, float]:
    """The cells alone, kept for the peer."""
    people = People()
    with target.open("wb") as file:
        for first in range(1, PEOPLE + 1, AT_ONCE):
            marshal.dump(people.cells(first), file)
    return {}


def read(target: Path) -> Iterator[list[tuple[str, ...]]]:
    """The cells that were kept."""
    with target.open("rb") as file:
        for _ in range(1, PEOPLE + 1, AT_ONCE):
            yield marshal.load(file)  # noqa: S302 - our own cells, kept a moment ago


def peer(target: Path) -> dict[str, float]:
    """The same cells as openpyxl writes rows itself; what reading them takes is told apart."""
    from openpyxl import Workbook

    began = time.process_time()
    for _ in read(target):
        pass
    reading = time.process_time() - began
    book = Workbook(write_only=True)
    page = book.create_sheet("Prisoners")
    page.append(SHOWN)
    for rows in read(target):
        for row in rows:
            page.append(row)
    book.save(target.with_suffix(".xlsx"))
    return {"reading": 2 * reading}


if __name__ == "__main__":
    collect_seldom()
    began = time.process_time()
    parts = {"ours": ours, "kept": kept, "peer": peer}[sys.argv[1]](Path(sys.argv[2]))
    took = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": took, "mebibytes": memory} | parts))
