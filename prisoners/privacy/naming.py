"""How a person is named outside: in full, by first name, initials, a pseudonym that nobody can guess, or not at all."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from prisoners.vocabulary import NamingRule

_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ"  # none that is read as a digit
_LENGTH = 8
_CODE_LENGTH = 5
_WORDS = re.compile(r"[^\W_]+")


class ShownName(NamedTuple):
    """What stands where the names of a person would stand."""

    latin: str
    persian: str
    others: str
    code: str
    """In the place of the reference; empty for a person who is named in full and keeps it."""


def pseudonym(key: str, prisoner_id: int) -> str:
    """The same word for the same person in every copy of one registry, and in no other registry."""
    word = _letters(key, str(prisoner_id), _LENGTH)
    return f"{word[:4]}-{word[4:]}"


def code_name(key: str, kind: str, of: object) -> str:
    """What colleagues call somebody whose name is sealed, such as “Source KMQTB”: the same for the same, everywhere."""
    return f"{kind} {_letters(key, f'{kind} {of}', _CODE_LENGTH)}"


def _letters(key: str, of: str, length: int) -> str:
    """Letters that only who holds the key can find out."""
    digest = hmac.new(key.encode(), of.encode(), hashlib.sha256).digest()
    number, word = int.from_bytes(digest[:8], "big"), ""
    for _ in range(length):
        number, letter = divmod(number, len(_LETTERS))
        word += _LETTERS[letter]
    return word


def shown_name(rule: NamingRule, names: Sequence[Mapping[str, Any]], code: str) -> ShownName:
    """The names of a person as the rule allows; `code` is the pseudonym, or the place of an anonymous person."""
    if rule is NamingRule.ANONYMOUS:
        return ShownName("Anonymous", "بی‌نام", "", code)
    if rule is NamingRule.PSEUDONYM:
        return ShownName(f"Person {code}", "", "", code)
    known = sorted(sorted(names, key=itemgetter("id")), key=itemgetter("is_primary"), reverse=True)
    latin, persian = _first(known, "latin"), _first(known, "persian")
    if rule is NamingRule.FULL:
        others = dict.fromkeys(name["text"] for name in known if name is not latin and name is not persian)
        return ShownName(_text(latin), _text(persian), "; ".join(others), "")
    shorten = _first_name if rule is NamingRule.FIRST_NAME else _initials
    return ShownName(shorten(latin), shorten(persian), "", code)


def _first(names: Sequence[Mapping[str, Any]], script: str) -> Mapping[str, Any] | None:
    for name in names:
        if name["script"] == script:
            return name
    return None


def _text(name: Mapping[str, Any] | None) -> str:
    return str(name["text"]) if name else ""


def _first_name(name: Mapping[str, Any] | None) -> str:
    """The first name alone; a single word may be the family name, so that its initial must do."""
    text, family = _text(name), str((name or {}).get("family") or "")
    if family:
        return text.rpartition(family)[0].strip()
    words = text.split()
    return words[0] if len(words) > 1 else _initials(name)


def _initials(name: Mapping[str, Any] | None) -> str:
    return " ".join(f"{word[0]}." for word in _WORDS.findall(_text(name)))
