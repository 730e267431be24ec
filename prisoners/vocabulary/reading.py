"""Reading a word of a closed list as people type it: the code, or what it is called in either language."""

from __future__ import annotations

import difflib
import unicodedata
from enum import StrEnum
from functools import cache, lru_cache
from typing import TypeVar

from prisoners.errors import UnknownWord
from prisoners.reference import reference_list
from prisoners.vocabulary.lists import list_name
from prisoners.vocabulary.words import label

Code = TypeVar("Code", bound=StrEnum)

_PERSIAN = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ە": "ه", "ـ": None})
_LISTS_WITH_ALIASES = {"activity": "activities", "authority": "authorities"}


@lru_cache(maxsize=16384)  # an import asks thousands of times for the few hundred names of the lists
def folded(text: str) -> str:
    """A spelling without what people type differently: case, spaces, joiners, yeh and kaf, marks, digits.

    Only for comparing; what was typed is never changed by it.
    """
    spread = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    letters = "".join(mark for mark in spread if mark.isalnum()).translate(_PERSIAN)
    return "".join(str(unicodedata.decimal(mark, mark)) for mark in letters)


@cache
def _words(enum: type[StrEnum]) -> dict[str, StrEnum]:
    """Folded spelling → code: aliases first, so that a label wins over them and a code over all."""
    name = list_name(enum.__name__)
    spellings = {folded(alias): enum(code) for alias, code in _aliases(name)}
    for language in ("fa", "en"):
        spellings |= {folded(label(name, code, language)): code for code in enum}
    return spellings | {folded(code): code for code in enum}


def _aliases(name: str) -> list[tuple[str, str]]:
    """What else the codes of a list are called, in the list of them all and in the two lists that keep such names."""
    rows = [
        (row["code"], row["also_en"], row["also_fa"])
        for row in reference_list("also_called")
        if row["list"] == name
    ]
    if name in _LISTS_WITH_ALIASES:
        kept = reference_list(_LISTS_WITH_ALIASES[name])
        rows += [(row["code"], row["aliases_en"], row["aliases_fa"]) for row in kept]
    return [
        (alias, code)
        for code, english, persian in rows
        for alias in (*english.split(";"), *persian.split(";"))
        if alias
    ]


def read_code(enum: type[Code], text: str) -> Code:
    """The code that somebody means by its code, its English or its Persian name; raises `UnknownWord`."""
    words = _words(enum)
    key = folded(text)
    if key in words:
        return enum(words[key])
    close = difflib.get_close_matches(key, words, n=3, cutoff=0.6)
    raise UnknownWord(list_name(enum.__name__), text, list(dict.fromkeys(str(words[word]) for word in close)))
