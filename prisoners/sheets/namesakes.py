"""Who in the registry each new row of a list could be: everybody looked through at once, however long the list is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping

from prisoners.queries.doubles import Pair, judge
from prisoners.queries.facts import Facts, all_facts, span_of
from prisoners.queries.namesakes import Namesakes
from prisoners.sheets.draft import Draft
from prisoners.sheets.values import stored, table_of
from prisoners.store.reader import Reader


def could_be(reader: Reader, drafts: Mapping[int, Draft], listed: Container[int]) -> dict[int, list[Pair]]:
    """Row → those of the registry who could be the person of it, likeliest first.

    `listed` are people of the list itself: whoever has another number in it is somebody else.
    """
    known = {number: facts for number, facts in all_facts(reader).items() if number not in listed}
    if not known or not drafts:
        return {}
    everybody = known | {-row: facts_of_draft(draft) for row, draft in drafts.items()}
    namesakes = Namesakes(everybody)
    found: dict[int, list[Pair]] = defaultdict(list)
    for one, other in namesakes.pairs():
        if one < 0 < other:
            sharing = min(namesakes.sharing(one), namesakes.sharing(other))
            if pair := judge(everybody[one], everybody[other], sharing):
                found[-one].append(pair)
    return {row: sorted(pairs, key=lambda pair: (-pair.score, pair.other_id)) for row, pairs in found.items()}


def facts_of_draft(draft: Draft) -> Facts:
    """The person of a row, as far as it takes to tell them from another."""
    person = draft.facts["prisoner"]
    facts = Facts(names=draft.names(), father=person.get("father"), gender=stored(person.get("gender")))
    facts.born = span_of(person.get("born"))
    facts.was_at(person.get("residence"))
    for slot, said in draft.facts.items():
        if table_of(slot) == "events":
            facts.was_at(said.get("place"))
            if said.get("kind") == "arrest" and (span := span_of(said.get("happened_on"))):
                facts.arrests.add(span)
        if table_of(slot) == "cases":
            facts.was_at(said.get("arrested_at"))
            if span := span_of(said.get("arrested_on")):
                facts.arrests.add(span)
    return facts
