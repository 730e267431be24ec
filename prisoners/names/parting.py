"""Where a word of a name may be parted: Mohammadreza, Abdolnaser, میرباقری, whether spelled together or apart."""

from __future__ import annotations

import re
from functools import lru_cache

from prisoners.names.titles import PARTICLES

_AFTER_THE = (
    r"dd?[ie]+n$|d[aou]+[wv]?le?h?$|reza|rahm|rahi|zahra|sadat|nesa|saltan|zaman|molk$|mulk$|mol[ou]+k$"
)
_SECOND = (
    "hos|hus|hass?an|ali$|moham|muham|m[ae]hdi$|reza$|abbas|arsalan|sadegh|bagher|kazem|masoud|sa[ie]e?d$"
)
_BEFORE_ALI = "hoss?ein|hass?an|[gq]h?orban|najaf|he[iy]dar|rajab|safar|sh[ai]r"

_LATIN: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"^(s[aei]+y+[aei]d(?:eh)?)(?=..)"), r"\1 "),
    (re.compile(r"^abd(?:[aeou]l|[ou](?=[rnsztd]))(?!l?a+h)(?=.{3})"), "abd "),
    (re.compile(r"^ab(?:[ou]+l|oo|ou|u)(?=.{4})"), "abo "),
    (re.compile(r"^(m[ou]h?amm?[ae]d)(?=[^i].{2})"), r"\1 "),
    (re.compile(r"^mir(?=[^z].{4})"), "mir "),
    (re.compile(rf"^(am[ie]+r|[gq]h?olam)(?={_SECOND})"), r"\1 "),
    (re.compile(r"^(.{3,})(?=r[ei](?:z|dh)a$)"), r"\1 "),
    (re.compile(rf"^({_BEFORE_ALI})(?=ali$)"), r"\1 "),
    (re.compile(rf"(?<=..)[aeiou]l(?={_AFTER_THE})"), ""),
)
_PERSIAN: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("^(سیده?)(?=..)"), r"\1 "),
    (re.compile("^عبدال(?!له|لاه|هی$|هیان)(?=..)"), "عبد "),
    (re.compile("^ابوال?(?=..)"), "ابو "),
    (re.compile("^محمد(?=[^ی]..)"), "محمد "),
    (re.compile("^میر(?=[^ز]...)"), "میر "),
    (re.compile("^(امیر|غلام)(?=حسین|حسن|علی$|محمد|مهدی$|رضا$|عباس|ارسلان|صادق|باقر|کاظم|مسعود)"), r"\1 "),
    (re.compile("^(.{3,})(?=رضا$)"), r"\1 "),
    (re.compile("^(حسین|حسن|قربان|نجف|حیدر|رجب|صفر|شیر)(?=علی$)"), r"\1 "),
    (re.compile("(?<=..)ال(?=دین$|رحمن|رحمان|رحیم|رضا|زهرا|سادات|نسا|سلطنه|سلطان|دوله|زمان|ملک$|ملوک$)"), ""),
)
_ARTICLE_FIRST = re.compile(
    rf"^(?:[aeo]l?d(?=d[ie]+n$)|[aeou]l(?={_AFTER_THE})|ال(?=دین$|رحم|رضا|زهرا|سادات|نسا|سلط|دوله))"
)
_HALVES = frozenset(["abd", "عبد", "abo", "ابو"])
_SERVANT = re.compile(r"^(?:abd[aeou]?[lrnsztd]?|عبدال)$")
_FATHER = re.compile(r"^(?:ab[ou]+l|ابوال|ابل)$")
_GOD = re.compile(r"^(?:[aou]ll?ah?|الله?)$")


def parted(pieces: list[str]) -> list[str]:
    """The words of a name, parted and joined so that every way of spacing gives the same words."""
    words: list[str] = []
    for piece in pieces:
        for word in _parts(piece):
            if words and _GOD.match(word):
                words.append(words.pop() + ("ollah" if word.isascii() else "الله"))
            elif words and words[-1] in _HALVES and (word in PARTICLES or word.startswith("ال")):
                words.append(word.removeprefix("ال"))
            else:
                words.append(_ARTICLE_FIRST.sub("", word) if words else word)
    return [word for word in words if word]


def parted_anywhere(pieces: list[str]) -> list[str] | None:
    """The words, where they are the same whatever stands before and behind them; None where they are not."""
    words = parted(pieces)
    leans = words and (words[-1] in _HALVES or _GOD.match(words[0]) or _ARTICLE_FIRST.match(words[0]))
    return None if leans else words


@lru_cache(maxsize=65536)
def _parts(piece: str) -> tuple[str, ...]:
    if _SERVANT.match(piece):
        return ("abd",) if piece.isascii() else ("عبد",)
    if _FATHER.match(piece):
        return ("abo",) if piece.isascii() else ("ابو",)
    for pattern, with_space in _LATIN if piece.isascii() else _PERSIAN:
        piece = pattern.sub(with_space, piece)
    first, *rest = piece.split(" ")
    return (first, *(part for word in rest for part in _parts(word)))
