"""Who may stand in the registry twice: pairs with a score, what speaks for and against, and a verdict."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from prisoners.names.candidates import candidates
from prisoners.names.key import is_unknown
from prisoners.names.likeness import ALIKE, SAME, Likeness, likeness
from prisoners.names.script import script_of
from prisoners.queries.evidence import evidence
from prisoners.queries.facts import Facts, all_facts, facts_of
from prisoners.queries.namesakes import Namesakes
from prisoners.queries.search import NameKeys, rows_numbered
from prisoners.store.reader import Reader
from prisoners.store.references import write_reference


class Verdict(StrEnum):
    """What a researcher should think of a pair; it is never merged without one."""

    LIKELY = "likely"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be one person."""

    one_id: int
    """0 for somebody who is not in the registry yet."""
    other_id: int
    score: float
    verdict: Verdict
    name: str
    """Why the names are alike."""
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]

    @property
    def one(self) -> str:
        """The reference of the first; nothing for somebody who is not in the registry yet."""
        return write_reference("prisoners", self.one_id) if self.one_id else ""

    @property
    def other(self) -> str:
        """The reference of the second."""
        return write_reference("prisoners", self.other_id)


_APART = "SELECT prisoner_id, other_id FROM not_the_same WHERE withdrawn = 0"
_NUMBERED = "SELECT prisoner_id, list_name FROM external_ids WHERE withdrawn = 0 AND number = :number"
_NAMES = "SELECT DISTINCT prisoner_id FROM names WHERE id IN"
_LIKELY, _POSSIBLE = 6.0, 4.0
_SAME_NAME = 3.0
_UNDER_ONE_NUMBER = 0.3


def doubles(reader: Reader) -> list[Pair]:
    """Every pair of the registry that may be one person, likeliest first.

    Pairs that somebody told apart never come back; people whose name is not known are nobody's doubles.
    """
    people = all_facts(reader)
    namesakes = Namesakes(people)
    apart = {frozenset((row["prisoner_id"], row["other_id"])) for row in reader.each(_APART)}
    sharing = {number: namesakes.sharing(number) for number in people}
    found = [
        judged
        for one, other in namesakes.pairs()
        if frozenset((one, other)) not in apart
        and (judged := judge(people[one], people[other], min(sharing[one], sharing[other])))
    ]
    return sorted(found, key=lambda pair: (-pair.score, pair.one_id, pair.other_id))


def likely_doubles_of(reader: Reader, person: Facts) -> list[Pair]:
    """Who in the registry may be this person, who is about to be entered; likeliest first."""
    named = {
        row["prisoner_id"]
        for name in person.names
        for row in rows_numbered(reader, _NAMES, candidates(name, NameKeys(reader)))
    }
    for list_name, number in person.numbers:
        rows = reader.rows(_NUMBERED, number=number)
        named |= {row["prisoner_id"] for row in rows if row["list_name"].casefold() == list_name.casefold()}
    known = facts_of(reader, sorted(named - {person.id}))
    alike = {number: names_alike(person, other) for number, other in known.items()}
    sharing = 1 + sum(found.score >= SAME for found in alike.values())
    found = [judged for other in known.values() if (judged := judge(person, other, sharing, alike[other.id]))]
    return sorted(found, key=lambda pair: (-pair.score, pair.other_id))


def judge(one: Facts, other: Facts, sharing: int, name: Likeness | None = None) -> Pair | None:
    """Whether two people may be one, where `sharing` people bear the name; None where nothing suggests it."""
    found = evidence(one, other)
    weight = sum(fact.weight for fact in found)
    if weight + _name_weight(1.0, sharing) < _POSSIBLE:
        return None
    name = name or names_alike(one, other)
    if name.score < ALIKE and not (name.score >= _UNDER_ONE_NUMBER and one.numbers & other.numbers):
        return None
    points = weight + _name_weight(name.score, sharing)
    if points < _POSSIBLE:
        return None
    speaks_for = tuple(fact.words for fact in found if fact.weight > 0)
    speaks_against = tuple(fact.words for fact in found if fact.weight < 0)
    likely = points >= _LIKELY and not speaks_against and len(speaks_for) >= (1 if name.score >= SAME else 3)
    verdict = Verdict.LIKELY if likely else Verdict.POSSIBLE
    score = round(1 / (1 + math.exp(_POSSIBLE - points)), 3)
    return Pair(one.id, other.id, score, verdict, name.reason, speaks_for, speaks_against)


def names_alike(one: Facts, other: Facts) -> Likeness:
    """How alike two people's names are; where both have a Persian name, that decides, since it leaves least open."""
    mine, theirs = ([name for name in facts.names if not is_unknown(name)] for facts in (one, other))
    for script in ("persian", "latin"):
        my_own = [name for name in mine if script_of(name) == script]
        their_own = [name for name in theirs if script_of(name) == script]
        if my_own and their_own:
            return _best(my_own, their_own)
    return _best(mine, theirs)


def _best(mine: list[str], theirs: list[str]) -> Likeness:
    return max(
        (likeness(name, other) for name in mine for other in theirs),
        key=lambda found: found.score,
        default=Likeness(0.0, "a name is not known"),
    )


def _name_weight(alike: float, sharing: int) -> float:
    """What a name says: most when it is the same and few bear it, nothing when a hundred do."""
    likely = _SAME_NAME * min(max(alike - ALIKE, 0.0) / (SAME - ALIKE), 1.0)
    return likely + 2 - 2 * math.log10(max(sharing, 1))
