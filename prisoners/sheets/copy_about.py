"""The About sheet of a working copy: of which registry, made when, for whom; and how a copy is known by it again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from prisoners.store.reader import Reader
from prisoners.store.references import is_reference

NAME = "About"
TITLE = "Working copy of the registry of political prisoners"
_COPY, _REGISTRY, _MADE_FROM = "Working copy", "Registry", "Made from update"

HOW_TO: dict[str, str] = {
    "What it is": (
        "An internal document for the colleague named above. Do not pass it on, and delete it once it has come back."
    ),
    "Correct a cell": (
        "Type over it. Write dates as anywhere (25 Shahrivar 1401, spring 1401, 2022-09-16): they are texts here."
        " Where a list drops down, its English or Persian word or its code will do; the sheet Lists has them all."
    ),
    "Empty a field": "Type <clear>. A cell that is merely empty changes nothing.",
    "Add a row": (
        "Leave its Reference empty, and say in Person, Case or Judgment whom it belongs to. For something that belongs"
        " to a row which is itself new, type a mark such as #1 as the Reference of that row, and #1 again here."
    ),
    "Take something out": (
        "A deleted row withdraws nothing. Say so in its note; somebody at the registry will withdraw it."
    ),
    "Leave as they are": (
        "The references: by them the registry finds each row again. Columns marked (shown) or (as read) are for"
        " reading; what is typed there is not taken."
    ),
    "Sort, filter, move": "As you like: rows, columns and sheets may stand in any order.",
    "Bring it back": (
        "`prisoners import FILE` shows every cell that you changed, and what was changed at the registry meanwhile,"
        " before anything is written."
    ),
    "راهنما": (
        "برای اصلاح، متن هر خانه را عوض کنید. برای پاک کردن یک مقدار بنویسید <clear>؛ خانهٔ خالی چیزی را عوض نمی‌کند."
        " در ردیف تازه ستون Reference را خالی بگذارید. حذف یک ردیف چیزی را از پایگاه حذف نمی‌کند."
    ),
}
"""What to do with it, in the order in which it comes up."""


@dataclass(frozen=True)
class Made:
    """What a working copy says of itself."""

    reference: str
    """Its place in the list of exports: EX-0007."""
    registry: str
    """What tells this registry from another, the same in every copy of it."""
    update: str
    """The update of which it is the picture: U-0123."""
    day: str = ""
    recipient: str = ""
    selection: str = ""
    people: int = 0

    def lines(self) -> list[tuple[str, str]]:
        """The sheet: what, and its words."""
        return [
            (TITLE, ""),
            (_COPY, self.reference),
            (_REGISTRY, self.registry),
            (_MADE_FROM, self.update),
            ("As known on", self.day),
            ("Made for", self.recipient),
            ("People", f"{self.people:,} ({self.selection or 'everybody in the registry'})"),
            *HOW_TO.items(),
        ]


def made_of(rows: Iterable[Sequence[str]]) -> Made | None:
    """What the rows of a sheet say, if they are those of the About sheet of a working copy, wherever they stand."""
    told: dict[str, str] = {}
    for row in rows:
        words = [cell.strip() for cell in row if cell.strip()]
        if len(words) > 1:
            told.setdefault(words[0], words[1])
    found = Made(told.get(_COPY, ""), told.get(_REGISTRY, ""), told.get(_MADE_FROM, ""))
    if is_reference(found.reference, "exports") and is_reference(found.update, "updates") and found.registry:
        return found
    return None


def registry_mark(reader: Reader) -> str:
    """What tells this registry from another; made from its key, and gives nothing of the key away."""
    key = str(reader.value("SELECT pseudonym_key FROM registry"))
    digest = hashlib.sha256(f"working copy {key}".encode()).hexdigest()
    return "-".join(digest[place : place + 4] for place in range(0, 16, 4))
