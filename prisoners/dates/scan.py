"""Text into tokens: three kinds of digits, two scripts and the words of a date, whatever their spelling."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from prisoners.dates import words
from prisoners.dates.fold import fold
from prisoners.dates.partial import Calendar


class Token(NamedTuple):
    """One word, number, numeric date or sign of a date, with what it means."""

    kind: str
    value: Any = None
    persian: bool = False


Lexicon = dict[str, Token]

_TEN = 10
_UNKNOWN = r"\?{1,2}|xx?|dd|mm|__?|--"
_TOKEN = re.compile(
    rf"""
    (?P<clock>\d{{1,2}}:\d\d(?::\d\d(?:\.\d+)?)?(?:\s*[ap]m\b|z\b|\s*utc\b|[+-]\d\d:?\d\d)?)
  | (?P<masked>\d{{3}}x\b)
  | (?P<three>(?<!\d)(?P<a>\d{{1,4}}|{_UNKNOWN})(?P<sign>\s*/\s*|[-.])(?P<b>\d{{1,2}}|{_UNKNOWN})(?P=sign)
      (?P<c>\d{{1,4}}|{_UNKNOWN}|yyyy)(?!\d|(?P=sign)\d))
  | (?P<two>(?<!\d)(?:(?P<y1>\d{{4}})(?P<sign2>[-/.])(?P<m1>\d{{1,2}}|{_UNKNOWN})(?!\d|(?P=sign2)\d)
      |(?P<m2>\d{{1,2}}|{_UNKNOWN})(?P<sign3>[-/.])(?P<y2>\d{{4}})(?!\d|(?P=sign3)\d)))
  | (?P<number>\d+)
  | (?P<open_end>\.\.)
  | (?P<word>[^\W\d_]+)
  | (?P<sign1>[^\w\s]|_+)
    """,
    re.VERBOSE,
)  # fmt: skip
_SIGNS = {
    "-": "dash", "/": "slash", ",": "comma", ";": "comma", "?": "query", "~": "about", "%": "both", "(": "open",
    ")": "close",
    "[": "open", "]": "close", "=": "equals", "·": "equals", "|": "equals", "&": "and",
    ".": "dot", ":": "colon",
    "'": "skip", '"': "skip", "«": "skip", "»": "skip", "“": "skip", "”": "skip", "*": "skip", "!": "skip",
}  # fmt: skip


def scan(folded: str) -> list[Token]:
    """The tokens of folded text; a word that no table knows is a token of kind "strange"."""
    found: list[Token] = []
    lexicon, phrases = _lexicon(), _phrases()
    pieces = list(_TOKEN.finditer(folded))
    place = 0
    while place < len(pieces):
        piece = pieces[place]
        length = 1
        for phrase, meaning in phrases.get(piece[0], ()):
            if tuple(other[0] for other in pieces[place : place + len(phrase)]) == phrase:
                found.append(lexicon.get(meaning) or Token(*_SIGNS_OF[meaning]))
                length = len(phrase)
                break
        else:
            found.append(_token(piece, lexicon))
        place += length
    return _numbers_joined(found)


_SIGNS_OF = {"=": ("equals", None)}


def _token(piece: re.Match[str], lexicon: Lexicon) -> Token:
    kind = piece.lastgroup
    if kind == "word":
        return _word(piece["word"], lexicon)
    if kind in {"three", "two"}:
        return _three(piece) if kind == "three" else _two(piece)
    if kind in {"number", "open_end"}:
        return Token(kind, piece[0])
    if kind == "masked":  # 138X
        return Token("masked", piece["masked"][:3] + "0")
    return Token("skip") if kind == "clock" else Token(_SIGNS.get(piece[0], "strange"), piece[0])


def _three(piece: re.Match[str]) -> Token:
    if piece["sign"] == "/" and piece.string[: piece.start()].endswith("/"):  # 1/2/3/1404
        return Token("strange", piece["three"])
    return Token("three", (piece["a"], piece["b"], piece["c"], piece["sign"].strip()))


def _two(piece: re.Match[str]) -> Token:
    if piece["y1"]:
        return Token("two", (piece["y1"], piece["m1"], piece["sign2"], True))
    return Token("two", (piece["y2"], piece["m2"], piece["sign3"], False))


def _word(word: str, lexicon: Lexicon) -> Token:
    known = lexicon.get(word)
    if known:
        return known
    # "خردادماه", "Mehrmah", "خەزەڵوەری": a month with the word for month, or with the ending that ties it to its year.
    for ending in ("ماه", "mah", "ی"):
        stem = lexicon.get(word.removesuffix(ending)) if word.endswith(ending) else None
        if stem and stem.kind == "month":
            return stem
    return Token("strange", word)


def _numbers_joined(tokens: list[Token]) -> list[Token]:
    # "بیست و پنجم", "twenty-fifth": a ten, a joint and a unit are one number.
    joined: list[Token] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if token.kind == "ten":
            units, used = _units_after(tokens, place)
            token = Token("number", str(token.value + units))
            place += used
        joined.append(token)
        place += 1
    return joined


def _units_after(tokens: list[Token], place: int) -> tuple[int, int]:
    following = tokens[place + 1 : place + 3]
    if following and following[0].kind in {"and", "dash"}:
        unit, used = (following[1] if len(following) > 1 else None), 2
    else:
        unit, used = (following[0] if following else None), 1
    if unit and unit.kind == "spelled" and int(unit.value) < _TEN:
        return int(unit.value), used
    return 0, 0


@cache
def _lexicon() -> Lexicon:
    """Every word of the tables with what it means; later tables overrule earlier ones."""
    known: Lexicon = {}
    for calendar, months in (
        (Calendar.HIJRI, words.HIJRI_MONTHS),
        (Calendar.GREGORIAN, words.GREGORIAN_MONTHS),
        (Calendar.JALALI, words.JALALI_MONTHS),
    ):
        known |= _meaning("month", {(calendar, n): line for n, line in enumerate(months, 1)})
    known |= _meaning("season", dict(enumerate(words.SEASONS, 1)))
    known |= _meaning("weekday", dict(enumerate(words.WEEKDAYS)))
    known |= _meaning("spelled", {str(number): line for number, line in words.NUMBERS.items()})
    known |= _meaning("ten", words.TENS)
    known |= _meaning("part", words.PARTS)
    known |= _meaning("unit", words.UNITS)
    known |= _meaning("era", {Calendar(era): line for era, line in words.ERAS.items()})
    known |= _meaning("when", words.RELATIVE)
    known |= _meaning("meem", {None: "م"})
    known |= _meaning("skip", {None: words.FILLERS})
    known |= _meaning("happening", {None: words.HAPPENINGS})
    for role, line in words.ROLES.items():
        known |= _meaning(role, {None: line})
    return known


def _meaning(kind: str, table: Mapping[Any, str]) -> Lexicon:
    return {
        word: Token(kind, value, persian=not word.isascii())
        for value, line in table.items()
        for word in fold(line).split()
    }


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    known: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for meaning, lines in words.PHRASES.items():
        for line in lines:
            phrase = tuple(piece[0] for piece in _TOKEN.finditer(fold(line)))
            known.setdefault(phrase[0], []).append((phrase, fold(meaning)))
    for phrases in known.values():
        phrases.sort(key=lambda phrase: -len(phrase[0]))
    return known
