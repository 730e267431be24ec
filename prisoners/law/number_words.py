"""The words in which terms are counted, in English and Persian."""

from __future__ import annotations

UNITS: dict[str, str] = {
    **dict.fromkeys(("y", "yr", "yrs", "year", "years", "سال", "ساله"), "year"),
    **dict.fromkeys(("m", "mo", "mos", "month", "months", "ماه", "ماهه"), "month"),
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks", "هفته"), "week"),
    **dict.fromkeys(("d", "day", "days", "روز", "روزه"), "day"),
}

HALVES = frozenset({"½", "half", "نیم"})

JOINERS = frozenset({"and", "و", "plus"})

IGNORED = frozenset({"of", "in", "prison", "imprisonment", "jail", "حبس", "زندان", "تعزیری"})
"""Words that say what kind of term it is and nothing about its length; *suspended* is not among them."""

ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
PERSIAN = "صفر یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده"

NUMBERS: dict[str, int] = {
    **{word: value for value, word in enumerate(ENGLISH.split())},
    **{word: value for value, word in enumerate(PERSIAN.split())},
    "a": 1,
    "an": 1,
    "هیجده": 18,
    "شانزده": 16,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
    "بیست": 20,
    "سی": 30,
    "چهل": 40,
    "پنجاه": 50,
    "شصت": 60,
    "هفتاد": 70,
    "هشتاد": 80,
    "نود": 90,
    "صد": 100,
}
