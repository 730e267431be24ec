"""People tried together: who they are, and what each of them is to serve."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any, NamedTuple

from prisoners.errors import CaseOfNoGroup, NobodyOfGroup
from prisoners.law.enforceable import Enforceable
from prisoners.law.group import group_sentence
from prisoners.queries.sentencing import CaseSentence, sentencing_of_each
from prisoners.store.reader import Reader
from prisoners.store.references import is_reference, read_reference
from prisoners.vocabulary.reading import folded
from prisoners.vocabulary.words import Language

_GROUPED = """
SELECT cases.id, cases.prisoner_id, cases.group_name, people.name_latin, people.name_persian FROM cases
JOIN people ON people.id = cases.prisoner_id AND people.withdrawn = 0 AND people.merged_into IS NULL
WHERE cases.withdrawn = 0 AND cases.group_name IS NOT NULL ORDER BY cases.prisoner_id, cases.id"""


class Member(NamedTuple):
    """One of the people tried together, with the case and what it comes to; None where nothing was judged."""

    person: int
    name_latin: str | None
    name_persian: str | None
    case: int
    come_to: CaseSentence | None


class Group(NamedTuple):
    """The people tried together, as their cases name the group."""

    name: str
    members: tuple[Member, ...]

    @property
    def people(self) -> int:
        """How many they are."""
        return len({one.person for one in self.members})

    @property
    def answers(self) -> list[Enforceable]:
        """What is enforceable for each of those who were judged."""
        return [one.come_to.enforceable for one in self.members if one.come_to]

    def sentence(self, language: Language = "en") -> str:
        """The group in a sentence that can be quoted; "" where nobody was judged."""
        return group_sentence(self.answers, language) if self.answers else ""


def group_meant(reader: Reader, text: str) -> Group:
    """The group of this name in any spelling, a part of the name that only one has, or that of a case (C-0007).

    Raises NobodyOfGroup, which names the nearest.
    """
    rows = [dict(row) for row in reader.each(_GROUPED)]
    names = _names(rows)
    if is_reference(text, "cases"):
        own = {folded(row["group_name"]) for row in rows if row["id"] == read_reference(text)[1]}
        if not own:
            raise CaseOfNoGroup(text)
    else:
        asked = folded(text)
        own = {asked} & names.keys() or {name for name in names if asked and asked in name}
    if len(own) != 1:
        near = sorted(own) or difflib.get_close_matches(folded(text), names, n=3, cutoff=0.5)
        raise NobodyOfGroup(text, [names[name] for name in near])
    return _group(reader, rows, own.pop())


def groups_of(reader: Reader, cases: Iterable[dict[str, Any]]) -> dict[int, Group]:
    """Case → the group it belongs to, where others do too."""
    grouped = [case for case in cases if case["group_name"]]
    if not grouped:
        return {}
    rows = [dict(row) for row in reader.each(_GROUPED)]
    found = {case["id"]: _group(reader, rows, folded(case["group_name"])) for case in grouped}
    return {case: group for case, group in found.items() if group.people > 1}


def _names(rows: list[dict[str, Any]]) -> dict[str, str]:
    """Folded name → the name as it was first written."""
    return {folded(row["group_name"]): row["group_name"] for row in reversed(rows)}


def _group(reader: Reader, rows: list[dict[str, Any]], asked: str) -> Group:
    own = [row for row in rows if folded(row["group_name"]) == asked]
    people = list(dict.fromkeys(row["prisoner_id"] for row in own))
    come_to = {
        case: one
        for _, each in sentencing_of_each(reader, people)
        for one in each
        for case in (one.case, *one.merged)
    }
    members = (
        Member(row["prisoner_id"], row["name_latin"], row["name_persian"], row["id"], come_to.get(row["id"]))
        for row in own
    )
    return Group(own[0]["group_name"] if own else "", tuple(members))
