"""What a written date says, piece by piece, with whatever it leaves unsaid left empty."""

from __future__ import annotations

from dataclasses import dataclass, field

from prisoners.dates.partial import Calendar
from prisoners.dates.scan import Token

Three = tuple[str, str, str, str]
When = tuple[str, int, Calendar | None]

YEAR_DIGITS = 4


class Unclear(Exception):
    """The words do not make a date; carries the reason in words."""


@dataclass(slots=True)
class Piece:
    """One date inside a text, as written, with what it leaves unsaid left empty."""

    day: int | None = None
    month: int | None = None
    names_month_first: bool = False
    year: str = ""
    is_said_to_be_a_year: bool = False
    in_persian: bool = False
    calendar: Calendar | None = None
    era: Calendar | None = None
    season: int | None = None
    decade: str = ""
    three: Three | None = None
    two_years: bool = False
    cut: tuple[int, int] | None = None
    week: int | None = None
    week_of: bool = False
    when: When | None = None
    weekday: int | None = None
    # "~" about, "?" in doubt: said before it, of it alone, or after it in brackets.
    before: str = ""
    here: str = ""
    after: str = ""
    bound: str = ""
    joint: str = ""
    joined_by_sign: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing yet says when."""
        return not (
            self.day or self.month or self.year or self.season or self.decade or self.three or self.when
        )

    @property
    def lacks_year(self) -> bool:
        """Whether its year must come from a neighbour or from what the reader was told."""
        return not (self.year or self.decade or self.three or self.when)


@dataclass(slots=True)
class Phrase:
    """The pieces of one side of a text, how the last one ends, and the remarks in brackets beside them."""

    pieces: list[Piece] = field(default_factory=list)
    between: bool = False
    unknown_start: bool = False
    unknown_end: bool = False
    onwards: bool = False
    remarks: list[list[Token]] = field(default_factory=list)


def sides_of(tokens: list[Token]) -> list[list[Token]]:
    """The same date said twice, "25 Shahrivar 1401 · 16 Sep 2022", as its two halves."""
    sides: list[list[Token]] = [[]]
    depth = 0
    for token in tokens:
        depth += {"open": 1, "close": -1}.get(token.kind, 0)
        if token.kind == "equals" and depth == 0:
            sides.append([])
        elif token.kind not in {"skip", "dot"}:
            sides[-1].append(token)
    told = [_without_happenings(_unwrapped(side)) for side in sides if side]
    return [side for side in told if side]


def _unwrapped(side: list[Token]) -> list[Token]:
    # "(1402)": brackets around the whole say nothing.
    closings = [place for place, token in enumerate(side) if token.kind == "close"]
    return side[1:-1] if side[0].kind == "open" and closings == [len(side) - 1] else side


def _without_happenings(side: list[Token]) -> list[Token]:
    # "Died 5 Mehr 1402", "۵ مهر ۱۴۰۲ بازداشت شد": what happened may stand at either end; between two dates it parts
    # two events.
    first, last = 0, len(side)
    while first < last and side[first].kind in {"happening", "colon"}:
        first += 1
    while first < last and side[last - 1].kind == "happening":
        last -= 1
    return side[first:last]
