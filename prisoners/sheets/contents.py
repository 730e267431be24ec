"""What the cells of a column look like, whatever its heading says: addresses, days, names, words of a closed list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property

from prisoners.actions.facts import column_of
from prisoners.dates.read import read_date
from prisoners.errors import PrisonersError
from prisoners.names.script import script_of
from prisoners.records.columns import Choice, Count, Day, Flag
from prisoners.reference import reference_list
from prisoners.sheets.foreign import ForeignSheet
from prisoners.sheets.headings import extra_of
from prisoners.sheets.links import Catalogues
from prisoners.sheets.values import NOTHING, read_age, read_value, says_nothing, table_of
from prisoners.vocabulary import CustodyStatus, folded, read_code

MOST_LOOKED_AT = 400
"""Different texts of a column that are tried; a column of a list says the same few hundred times over."""
SEPARATORS = (";", "؛", "|", "\n", "،")
_OFTEN = 0.02
_NEARLY_ALL = 0.95
_ADDRESS = re.compile(r"https?://\S", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_]+(?:[\s.\-'’\u200c()«»]+[^\W\d_]+){0,6}[.)»]?")
_NUMBER = re.compile(r"[\w./#-]*\d[\w./#-]*")
_TELEPHONE = re.compile(r"[+(]?\d[\d\s()/-]{4,}")
_LONGEST_NUMBER = 40
_FIGURES_TOO = frozenset({"case.file_number", "judgment.branch", "event_status.ward", "source.title"})
_SOME_DAY = read_date("2020-01-01")
Facts = dict[str, str]


@dataclass(frozen=True)
class Column:
    """One column of a list: its heading, and every cell of it."""

    heading: str
    place: int
    cells: tuple[str, ...]

    @cached_property
    def counted(self) -> Counter[str]:
        """Every different text that says something, and how many cells have it."""
        said = (cell.strip() for cell in self.cells)
        return Counter(text for text in said if text and text.casefold() not in NOTHING)

    @property
    def filled(self) -> int:
        """How many cells say something."""
        return self.counted.total()

    @cached_property
    def separator(self) -> str:
        """What parts several values in one cell; empty where a cell has one."""
        parted = {
            sign: sum(number for text, number in self.counted.items() if sign in text) for sign in SEPARATORS
        }
        sign = max(SEPARATORS, key=lambda one: parted[one])
        return sign if parted[sign] > _OFTEN * max(self.filled, 1) else ""

    @property
    def script(self) -> str:
        """The letters in which most of its cells are written: `fa` or `en`."""
        return "fa" if self.share(lambda text: script_of(text) == "persian") > 1 / 2 else "en"

    def share(self, fits: Callable[[str], bool]) -> float:
        """The part of the filled cells that fit, 0 to 1, judged by the most frequent texts."""
        looked = self.counted.most_common(MOST_LOOKED_AT)
        return sum(number for text, number in looked if fits(text)) / max(
            sum(number for _, number in looked), 1
        )

    def examples(self, most: int = 3) -> list[str]:
        """Some of its texts, the most frequent first."""
        return [text for text, _ in self.counted.most_common(most)]

    @property
    def tells_apart(self) -> bool:
        """Whether every row has a text of its own, but for slips of the pen."""
        alone = sum(number == 1 for number in self.counted.values())
        return alone >= _NEARLY_ALL * len(self.cells)

    @property
    def counts_rows(self) -> bool:
        """Whether it only counts 1, 2, 3 …: the place of a row in this file, and in the next file another's."""
        return self.cells[:3] in (("1", "2", "3"), ("۱", "۲", "۳")) and self.tells_apart


def columns_of(sheet: ForeignSheet) -> list[Column]:
    """The columns of a sheet with their cells."""
    return [
        Column(heading, place, tuple(row.cells[place] for row in sheet.rows))
        for place, heading in enumerate(sheet.heading)
    ]


def is_address(text: str) -> bool:
    """Whether a text begins with an address."""
    return bool(_ADDRESS.match(text))


def is_name(text: str) -> bool:
    """Whether a text could be what somebody is called: some words of letters, and not a sentence."""
    return bool(_NAME.fullmatch(text))


def is_full_name(text: str) -> bool:
    """Whether it has more words than one."""
    return is_name(text) and len(text.split()) > 1


def is_number(text: str) -> bool:
    """Whether a text could be a number in a list: digits in it, and no blank."""
    return len(text) <= _LONGEST_NUMBER and bool(_NUMBER.fullmatch(text))


def is_telephone(text: str) -> bool:
    """Whether a text could be dialled."""
    return bool(_TELEPHONE.fullmatch(text))


def is_day(text: str) -> bool:
    """Whether a text can be read as a date, in any calendar, and is not a mere number."""
    return _is_read("events", "happened_on", text)


def is_age(text: str) -> bool:
    """Whether a text can be read as an age."""
    try:
        read_age(text, _SOME_DAY)
    except PrisonersError:
        return False
    return True


def fits_field(to: str, text: str, separator: str = "") -> bool:
    """Whether a text, or each of the values in it, can be read for a field; a field of words takes words."""
    slot, _, name = to.partition(".")
    table = table_of(slot)
    if not isinstance(column_of(table, name).type, Day | Choice | Flag | Count):
        return is_number(text) or has_letters(text) if to in _FIGURES_TOO else has_letters(text)
    parts = [part.strip() for part in (text.split(separator) if separator else [text])]
    return all(says_nothing(table, name, part) or _is_read(table, name, part) for part in parts)


def has_letters(text: str) -> bool:
    """Whether a text is in words, and no address."""
    return script_of(text) != "none" and not is_address(text)


def status_facts(text: str) -> Facts | None:
    """What a word of status says, field by field; None for a word that is not known."""
    key = folded(text)
    if key in _statuses():
        return dict(_statuses()[key])
    try:
        status = read_code(CustodyStatus, text)
    except PrisonersError:
        return None
    return {"event_status.kind": "status_reported", "event_status.status": str(status)}


def is_status(text: str) -> bool:
    """Whether a text is a word of status that is known."""
    return status_facts(text) is not None


def says_death(facts: Facts) -> bool:
    """Whether a status says that the person is dead."""
    return facts.get("event_status.kind") in ("death", "execution_carried_out")


def names_entry(catalogues: Catalogues, catalogue: str) -> Callable[[str], bool]:
    """A test whether a text names an entry of a reference list."""
    names = catalogues.names(catalogue)
    return lambda text: folded(text) in names


@cache
def _statuses() -> dict[str, tuple[tuple[str, str], ...]]:
    return {
        folded(word): extra_of(row["facts"])
        for row in reference_list("list_statuses")
        for language in ("words_en", "words_fa")
        for word in row[language].split(";")
        if word
    }


def _is_read(table: str, name: str, text: str) -> bool:
    try:
        read_value(table, name, text)
    except PrisonersError:
        return False
    return True
