"""One place in its many spellings: the town under a text, and the province it lies in."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from prisoners.names.words import names_in, words_of
from prisoners.reference import reference_list

_PARTS = re.compile(r"[,،;؛/()|]+|\s[-–]\s")
_KINDS = (
    "province county city town village district region state of near prison iran"
    " استان شهرستان شهر روستای روستا بخش منطقه نزدیک حومه زندان ایران"
)


def towns_in(text: str) -> frozenset[str]:
    """The places a text names, each as the consonants it has in every spelling; the larger ones with the smaller."""
    return frozenset(key for part in _PARTS.split(text) if (key := _key(part)))


@lru_cache(maxsize=65536)
def provinces_in(text: str) -> frozenset[str]:
    """The codes of the provinces in which the places named here lie, as far as the lists know them."""
    known = _provinces()
    return frozenset(known[town] for town in towns_in(text) if town in known)


@lru_cache(maxsize=65536)
def _key(place: str) -> str:
    return "".join(word.bones for word in names_in(words_of(place)) if word.text not in _kinds())


@cache
def _kinds() -> frozenset[str]:
    """What kind of place it is, which is no part of its name; Iran, which tells nobody apart."""
    return frozenset(word.text for word in words_of(_KINDS))


@cache
def _provinces() -> dict[str, str]:
    """Town or province → code of the province: provinces, their capitals, and the cities of the list of prisons."""
    known: dict[str, str] = {}
    for prison in reference_list("prisons"):
        known[_key(prison["city"])] = prison["province"]
    for province in reference_list("provinces"):
        called = [province[column] for column in ("capital_en", "capital_fa", "name_en", "name_fa")]
        called += (province["aliases_en"] + ";" + province["aliases_fa"]).split(";")
        known.update({_key(name): province["code"] for name in called if name})
    known.pop("", None)
    return known
