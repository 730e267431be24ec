"""Texts read together, at a small part of the cost: which of them certainly hold nothing that may not leave.

A text is parted at its spaces. Each part is read by itself, with all care, and remembered; what takes more than one
part, a number, a name, a value in several words, is then looked for in all texts at once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from prisoners.privacy.doors import leads_to_somebody
from prisoners.privacy.glance import ADDRESS, BETWEEN, STOPS, Glance, Name
from prisoners.privacy.spoken import FEWEST, WORDS
from prisoners.privacy.values import PIECES, Values, folded, without_numbers

KEPT = 20_000
"""Parts of texts of which is remembered what they are, and texts that are known to hold nothing."""
AT_ONCE = 1_000
"""Texts that are read together."""

_SIGN, _WORD, _SHORT, _LONG, _MUCH, _LETTER, _SAID, _ELSE, _BETWEEN = range(9)
"""Nothing to read, words, up to two digits, to four, more or letters, a letter, a number in words, other, no part."""
_STARTS = 16
"""Beside what it is: a value in several words may start with it."""
_MARKS = 8
"""Bits behind which the marks of its words follow, as `Glance` tells them."""
_FEWEST_DIGITS = 7
_SIMPLE = re.compile(r"[\w\u200c\u0654!\"#$&'()*+,./:;<=>?^`{|}~«»“”‘’،؛؟…·•–—-]+")
"""Parts of which the signs stand for nothing else."""
_NUMBER = re.compile(r"([0-9]+)[.,;:!?]?")
_AT = "(at)"
_SIGNS = {sign: None for sign in range(1, 128) if not chr(sign).isalnum()}


def _any(*forms: int) -> bytes:
    """A pattern for parts of these forms."""
    return b"[%b]" % b"".join(b"\\x%02x\\x%02x" % (form, form | _STARTS) for form in forms)


_BESIDE = {
    _LETTER: (_LETTER, _MUCH),
    _SHORT: (_MUCH,),
    _LONG: (_LONG, _MUCH),
    _MUCH: (_LETTER, _SHORT, _LONG, _MUCH),
}
"""Beside which parts a part may tell something, signs alone between them or nothing."""
_SIGNS_ALONE = _any(_SIGN) + b"*"
_DIGITS = _any(_SHORT, _LONG, _MUCH)
_TELLING = re.compile(
    b"%b(?:(?<=%b)|(?<=%b)(?=%b%b%b%b)|%b)"
    % (
        _any(_ELSE, *_BESIDE),
        _any(_ELSE),
        *(_DIGITS, _SIGNS_ALONE, _DIGITS, _SIGNS_ALONE, _DIGITS),
        b"|".join(
            b"(?<=%b)(?=%b%b)" % (_any(form), _SIGNS_ALONE, _any(*others)) for form, others in _BESIDE.items()
        ),
    )
)
"""A part that needs care, or two side by side that may be letters written apart or seven digits together."""
_STARTING = re.compile(b"[%b]" % bytes(range(_STARTS, 2 * _STARTS)))
_WITHOUT_STARTS = bytes(kind & ~_STARTS for kind in range(256))


class Plain(dict[str, str]):
    """The folded letters and digits of each part of a text, without any sign."""

    def __missing__(self, part: str) -> str:
        if len(self) >= KEPT:
            self.clear()
        plain = self[part] = BETWEEN if part == BETWEEN else "".join(PIECES.findall(folded(part)))
        return plain

    def of(self, text: str, parts: Sequence[str]) -> str:
        """Those of a text and its parts; in one that is all ASCII, a sign that stands for another is passed over."""
        if text.isascii():
            return text.lower().translate(_SIGNS)
        return "".join(map(self.__getitem__, parts))


class Known(NamedTuple):
    """Texts in which there is certainly nothing that may not leave, but for names."""

    nothing: set[str]
    """Those that name nobody either."""
    named: dict[str, frozenset[Name]]
    """Those that may name somebody, and whom."""


class Quiet(dict[str, str]):
    """What the parts of texts are, each looked at once and told by one character."""

    def __init__(
        self, glance: Glance, values: Values, tells: Callable[[str], bool], dials: Callable[[str], bool]
    ) -> None:
        """`tells`: whether a part tells something by itself, read with care; `dials`: whether a number does."""
        self._glance, self._values, self._tells, self._dials = glance, values, tells, dials
        self._plain = Plain()
        self._known = Known(set(), {})

    def read(self, texts: Iterable[str]) -> Known:
        """What is known of texts in which there is certainly nothing but names, of all of these among them."""
        if len(self._known.nothing) + len(self._known.named) >= KEPT:
            self._known = Known(set(), {})
        known = self._known
        others = [text for text in {*texts} - known.nothing - known.named.keys() if BETWEEN not in text]
        others.sort(key=str.isascii)
        for first in range(0, len(others), AT_ONCE):
            self._read_together(others[first : first + AT_ONCE])
        return known

    def _read_together(self, texts: Sequence[str]) -> None:
        joined = f" {BETWEEN} ".join((*texts, ""))
        parts = joined.split()
        told = "".join(map(self.__getitem__, parts)).encode("utf-16-le")
        kinds, marks = told[::2], told[1::2]
        loud = set(self._loud(joined, parts, kinds))
        named: dict[int, set[Name]] = defaultdict(set)
        for place, name in self._glance.named_in(parts, marks):
            named[kinds.count(_BETWEEN, 0, place)].add(name)
        self._known.nothing.update(
            text for number, text in enumerate(texts) if number not in loud and number not in named
        )
        self._known.named.update(
            (texts[number], frozenset(names)) for number, names in named.items() if number not in loud
        )

    def _loud(self, joined: str, parts: Sequence[str], kinds: bytes) -> Iterator[int]:
        """The numbers of the texts in which there may be something else."""
        for telling in _TELLING.finditer(kinds):
            yield kinds.count(_BETWEEN, 0, telling.start())
        for starting in _STARTING.finditer(kinds):
            place, end = starting.start(), kinds.find(_BETWEEN, starting.start())
            plains = list(map(self._plain.__getitem__, parts[place:end]))
            if self._values.starts("".join(plains), len(plains[0])):
                yield kinds.count(_BETWEEN, 0, place)
        plain = self._plain.of(joined, parts)
        for place in self._values.within(plain):
            yield plain.count(BETWEEN, 0, place)
        forms = kinds.translate(_WITHOUT_STARTS)
        if forms.count(_SAID) >= FEWEST:
            for number, text in enumerate(forms.split(bytes([_BETWEEN]))):
                if text.count(_SAID) >= FEWEST:
                    yield number

    def __missing__(self, text: str) -> str:
        if not self._glance.has_digits:  # few numbers, and few addresses with numbers, stand in a list twice
            if number := _NUMBER.fullmatch(text):
                return self._number(number[1])
            if ADDRESS.fullmatch(text) and (bare := without_numbers(text)) != text:
                return self._numbered(text, bare)
        if len(self) >= KEPT:
            self.clear()
        told = self[text] = chr(_BETWEEN | STOPS << _MARKS) if text == BETWEEN else self._part(text)
        return told

    def _number(self, digits: str) -> str:
        if len(digits) >= _FEWEST_DIGITS and self._dials(digits):
            return chr(_ELSE)
        return chr(_size(len(digits)) | _STARTS * self._values.may_start([digits]))

    def _numbered(self, address: str, bare: str) -> str:
        """An address with numbers: what it is with others in their place, if its own tell nothing."""
        digits = len(address) - len(bare) + bare.count("0")
        own = digits >= _FEWEST_DIGITS or leads_to_somebody(bare)
        if ord(self[bare]) & _ELSE == _ELSE or (own and self._tells(address)):
            return chr(_ELSE)
        starts = self._values.have_short and self._values.may_start(PIECES.findall(address.lower()))
        return chr(ord(self[bare]) & ~_STARTS | _STARTS * starts)

    def _part(self, text: str) -> str:
        plain, heard = folded(text), self._glance[text]
        words = PIECES.findall(plain)
        form = _form(text, plain, words)
        stands_for_others = ADDRESS.fullmatch(text) and self._values.may_have_numbers(
            without_numbers("".join(words))
        )
        if heard is None or form == _ELSE or stands_for_others or self._tells(text):
            return chr(_ELSE)
        return chr(form | _STARTS * self._values.may_start(words) | self._glance.marks_of(heard) << _MARKS)


def _size(digits: int) -> int:
    return _SHORT if digits <= 2 else _LONG if digits <= 4 else _MUCH  # noqa: PLR2004


def _form(text: str, plain: str, words: Sequence[str]) -> int:
    """What a part is, by its letters as they stand and as they are folded."""
    digits, said = sum(map(str.isdigit, plain)), sum(word in WORDS for word in words)
    letters = max(map(_letters_in, (words, PIECES.findall(text))))
    if not _SIMPLE.fullmatch(text) or _AT in plain or said > 1:
        return _ELSE
    if ADDRESS.fullmatch(text) or (digits and letters):
        return _ELSE if said else _MUCH
    if said:
        return _ELSE if digits or letters else _SAID
    return _size(digits) if digits else _LETTER if letters else _WORD if words else _SIGN


def _letters_in(words: Iterable[str]) -> int:
    """How many words are one sign alone that is no digit."""
    return sum(len(word) == 1 and not word.isdecimal() for word in words)
