"""What is asked about a person beside the name: whoever agrees comes first, whoever differs last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prisoners.dates.partial import PartialDate
from prisoners.names.likeness import likeness
from prisoners.names.places import provinces_in, towns_in
from prisoners.queries.evidence import ALIKE, UNLIKE, days_apart
from prisoners.queries.facts import Facts, Span, facts_of, span_of
from prisoners.store.reader import Reader
from prisoners.vocabulary.catalogue import resolve

Answer = tuple[float, str]
"""What a score is multiplied with, and the reason in words."""

_AGREES, _NEARLY, _NOT_RECORDED, _DIFFERS = 1.0, 0.97, 0.93, 0.7
_PRISONS = "SELECT id, name_en, name_fa, aliases_en, aliases_fa FROM prisons WHERE withdrawn = 0"


@dataclass(frozen=True)
class Asked:
    """What is asked beside the name; what is None is not asked."""

    father: str | None = None
    born: PartialDate | None = None
    city: str | None = None
    prison: str | None = None


def answers(reader: Reader, numbers: list[int], asked: Asked) -> dict[int, list[Answer]]:
    """For each of these people what the registry answers to each thing asked."""
    prisons = _prisons_called(reader, asked.prison) if asked.prison else frozenset()
    return {
        number: list(_answers(known, asked, prisons)) for number, known in facts_of(reader, numbers).items()
    }


def _answers(known: Facts, asked: Asked, prisons: frozenset[int]) -> Iterator[Answer]:
    if asked.father:
        yield _father(known.father, asked.father)
    if asked.born:
        yield _born(known.born, asked.born)
    if asked.city:
        yield _city(known, asked.city)
    if asked.prison:
        yield _prison(known, asked.prison, prisons)


def _father(known: str | None, asked: str) -> Answer:
    if known is None:
        return _NOT_RECORDED, "father not recorded"
    alike = likeness(known, asked).score
    if alike >= ALIKE:
        return _AGREES, f"father agrees ({known})"
    return (_DIFFERS if alike < UNLIKE else _NOT_RECORDED), f"father is “{known}”"


def _born(known: Span | None, asked: PartialDate) -> Answer:
    span = span_of(asked)
    if known is None or span is None:
        return _NOT_RECORDED, "birth not recorded"
    if days_apart(known, span) == 0:
        return _AGREES, f"birth agrees ({known[0]}/{known[1]})"
    return _DIFFERS, f"born {known[0]}/{known[1]}"


def _city(known: Facts, asked: str) -> Answer:
    if not known.towns and not known.provinces:
        return _NOT_RECORDED, "no place recorded"
    if known.towns & towns_in(asked):
        return _AGREES, "place agrees"
    if known.provinces & provinces_in(asked):
        return _NEARLY, "the same province"
    return _DIFFERS, "other places recorded"


def _prison(known: Facts, asked: str, meant: frozenset[int]) -> Answer:
    if not known.prisons:
        return _NOT_RECORDED, "no prison recorded"
    if known.prisons & meant:
        return _AGREES, "was held there"
    return _DIFFERS, "held elsewhere" if meant else f"no prison is called “{asked}”"


def _prisons_called(reader: Reader, text: str) -> frozenset[int]:
    return frozenset(row["id"] for row in resolve([dict(row) for row in reader.rows(_PRISONS)], text))
