"""Doors that were recorded, found as others write them: a street in the other script, a handle behind any sign."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import product

from prisoners.names.key import keys_meant, word_key
from prisoners.names.words import Word, words_of

_STREETS = (
    "street st str avenue ave alley lane blvd boulevard boulvar bolvar square sq highway district quarter"
    " khiaban khiyaban xiyaban kucheh kuche koocheh kooche koucheh kouche bonbast meydan meidan maydan bozorgrah"
    " shahrak mahalleh mahalle kuy kooy"
    " خیابان کوچه بلوار میدان بزرگراه شهرک محله کوی بنبست"
)
"""What a street is called beside its name."""
_BESIDE = (
    "no nr number unit flat floor apartment apt plaque pelak plak vahed tabagheh tabaqe first second third fourth"
    " left right north south east west the of"
    " شماره پلاک واحد طبقه اول دوم سوم چهارم شمالی جنوبی شرقی غربی"
)
"""What stands in an address beside the name of the street."""
STREET = frozenset(_STREETS.split())
_NO_NAME = STREET | frozenset(_BESIDE.split())
_NEAR = 3
"""Words around the name of a street among which a word for one must stand."""
_A_STREET = re.compile(rf"(?<![^\W_])(?:{'|'.join(sorted(STREET, key=len, reverse=True))})(?![^\W_])")
_SITES = r"(?:t|telegram)\.me/(?:s/)?|instagram\.com/|instagr\.am/|(?:twitter|x|facebook|fb)\.com/|linkedin\.com/in/"
_HANDLE = re.compile(rf"(?:(?<!\w)@|(?<!\w)(?:https?://)?(?:www\.)?(?:{_SITES})@?)([a-z0-9_.\-]{{3,}})")
_BARE = re.compile(r"(?=.*[a-z])[a-z0-9_.]{3,40}")


_SITE = re.compile(_SITES, re.IGNORECASE)


@lru_cache(maxsize=4096)
def leads_to_somebody(address: str) -> bool:
    """Whether an address is on a site where people have pages under a name of their own."""
    return bool(_SITE.search(address))


class Doors:
    """Streets and handles that stay inside."""

    def __init__(self) -> None:
        self._handles: set[str] = set()
        self._streets: dict[str, set[tuple[str, ...]]] = defaultdict(set)

    def guard(self, folded: str) -> None:
        """Take in what a folded line that stays inside says of streets and handles."""
        self._handles.update(handle.rstrip(".") for handle in _HANDLE.findall(folded))
        if _BARE.fullmatch(folded):
            self._handles.add(folded)
        words = _street_words(words_of(folded)) if _A_STREET.search(folded) else []
        for name in product(*map(keys_meant, words)) if words else ():
            self._streets[name[0]].add(name)

    def opened_by(self, folded: str) -> bool:
        """Whether a folded text tells one of them."""
        if any(handle.rstrip(".") in self._handles for handle in _HANDLE.findall(folded)):
            return True
        return bool(_A_STREET.search(folded)) and self._tells_a_street(words_of(folded))

    def may_open(self, folded: str) -> bool:
        """Whether a folded part of a text tells one of them where the name of a street stands beside it."""
        return bool(self._streets) and bool(_A_STREET.search(folded))

    def _tells_a_street(self, words: tuple[Word, ...]) -> bool:
        """Whether the name of a street stands beside a word for one, in either script."""
        keys = [word_key(word) for word in words]
        for place, key in enumerate(keys):
            for name in self._streets.get(key, ()):
                end = place + len(name)
                around = (*words[:place][-_NEAR:], *words[end:][:_NEAR])
                if tuple(keys[place:end]) == name and any(word.text in STREET for word in around):
                    return True
        return False


def _street_words(words: tuple[Word, ...]) -> list[Word]:
    """The words of an address that name the street."""
    return [
        word
        for word in words
        if word.role not in ("particle", "title")
        and word.text not in _NO_NAME
        and not any(char.isdigit() for char in word.text)
    ]
