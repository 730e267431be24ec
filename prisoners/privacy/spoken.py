"""Numbers in words, as people say a telephone number: "zero nine one two …", «صفر نهصد و دوازده …»."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ENGLISH = (
    ("zero nought oh", 0), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7),
    ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14),
    ("fifteen", 15), ("sixteen", 16), ("seventeen", 17), ("eighteen", 18), ("nineteen", 19), ("twenty", 20),
    ("thirty", 30), ("forty fourty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80),
    ("ninety", 90),
)  # fmt: skip
_PERSIAN = (
    ("صفر", 0), ("یک", 1), ("دو", 2), ("سه", 3), ("چهار", 4), ("پنج", 5), ("شش شیش", 6), ("هفت", 7), ("هشت", 8),
    ("نه", 9), ("ده", 10), ("یازده", 11), ("دوازده", 12), ("سیزده", 13), ("چهارده", 14), ("پانزده پونزده", 15),
    ("شانزده شونزده", 16), ("هفده", 17), ("هجده هیجده", 18), ("نوزده", 19), ("بیست", 20), ("سی", 30), ("چهل", 40),
    ("پنجاه", 50), ("شصت", 60), ("هفتاد", 70), ("هشتاد", 80), ("نود", 90), ("صد", 100), ("دویست", 200),
    ("سیصد", 300), ("چهارصد", 400), ("پانصد پونصد", 500), ("ششصد شیشصد", 600), ("هفتصد", 700), ("هشتصد", 800),
    ("نهصد", 900),
)  # fmt: skip
_VALUES = {word: value for words, value in (*_ENGLISH, *_PERSIAN) for word in words.split()}
_TIMES = {"double": 2, "triple": 3}
_HUNDRED = "hundred"
WORDS = frozenset((*_VALUES, *_TIMES, _HUNDRED))
"""Every word with which a number can be told."""
_NUMBER = "|".join(sorted(WORDS, key=lambda word: (-len(word), word)))
_WORD = re.compile(rf"(?<![^\W_])(?:{_NUMBER})(?![^\W_])")
_RUN = re.compile(
    rf"(?<![^\W_])(?:{_NUMBER}|\d+)(?:(?:\W|_|(?<=\W)(?:and|و)(?=\W)){{1,5}}(?:{_NUMBER}|\d+)(?![^\W_]))+"
)
_TOKEN = re.compile(r"[^\W_]+")
FEWEST = 3
"""Words from which on a number is told in them; what has fewer is told in digits."""


def spoken_numbers(folded: str) -> list[str]:
    """The digits of every number that is told in words, or partly so, one after the other as they are dialled."""
    if len(_WORD.findall(folded)) < FEWEST:
        return []
    return [_digits(_TOKEN.findall(run[0])) for run in _RUN.finditer(folded)]


def _digits(words: Iterable[str]) -> str:
    """The digits that these words say: "twenty one" is 21, "two one" is 2 and 1."""
    said: list[int | str] = []
    room, times = 1, 1
    for word in words:
        if word in _TIMES:
            room, times = 1, _TIMES[word]
        elif word == _HUNDRED and said and said[-1] in range(1, 10):
            said[-1] = int(said[-1]) * 100
            room = 100
        elif word in _VALUES:
            value = _VALUES[word]
            if 0 < value < room:
                said[-1] = int(said[-1]) + value
            else:
                said += [value] * times
            room, times = _room_behind(value), 1
        elif word.isdigit():
            said.append(word)
            room = 1
    return "".join(map(str, said))


def _room_behind(value: int) -> int:
    """Below what a word must be to belong to the number before it: behind ninety a unit, behind nine nothing."""
    if value >= 100:  # noqa: PLR2004 -- hundreds, and behind them whatever is smaller
        return 100
    return 10 if value >= 20 and value % 10 == 0 else 1  # noqa: PLR2004 -- tens, and behind them a unit
