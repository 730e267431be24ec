"""Recording a person: who they are, every name in either script, why they are targeted, numbers in foreign lists."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from prisoners.actions.facts import Typed, read_facts
from prisoners.actions.named import living
from prisoners.actions.rows import correct, enter
from prisoners.actions.rows import withdraw as withdraw_row
from prisoners.errors import LastName, NameNeeded, NotANumberOfAList, NumberTaken, RowWithdrawn
from prisoners.names.script import script_of
from prisoners.records.external_ids import ExternalId
from prisoners.records.form import Row
from prisoners.records.names import Name
from prisoners.records.prisoners import Prisoner
from prisoners.store.references import write_reference
from prisoners.store.unit import Unit
from prisoners.vocabulary import Script

_SCRIPTS = {"persian": Script.PERSIAN, "latin": Script.LATIN}


def add(unit: Unit, names: Iterable[str | Typed], typed: Typed) -> Prisoner:
    """Record a new person under one name or more; the first name in each script is the one shown.

    Raises NameNeeded without a name, FormNotRight for a name or a fact that could not be.
    """
    named = [{"text": name} if isinstance(name, str) else name for name in names]
    if not named:
        raise NameNeeded
    person = enter(unit, "prisoners", read_facts(unit, "prisoners", typed))
    for name in named:
        add_name(unit, person.id or 0, name)
    return unit.get(Prisoner, person.id or 0)


def amend(unit: Unit, number: int, typed: Typed) -> Row:
    """Correct what is recorded about a person."""
    living(unit, number)
    return correct(unit, "prisoners", number, read_facts(unit, "prisoners", typed))


def withdraw(unit: Unit, number: int) -> Row:
    """Mark a person as entered in error; the record is kept and no longer counts."""
    living(unit, number)
    return withdraw_row(unit, "prisoners", number)


def add_name(unit: Unit, prisoner_id: int, typed: Typed) -> Row:
    """Record another name, byte for byte; its script is seen from its letters.

    The first name in a script is the one shown in it, until another is recorded as primary.
    """
    living(unit, prisoner_id)
    facts = read_facts(unit, "names", typed)
    facts["script"] = _script(str(facts.get("text") or ""))
    shown = _primary(unit, prisoner_id, facts["script"])
    facts["is_primary"] = bool(facts.get("is_primary")) or not shown
    if facts["is_primary"]:
        _show_no_longer(unit, shown)
    return enter(unit, "names", facts | {"prisoner_id": prisoner_id})


def amend_name(unit: Unit, number: int, typed: Typed) -> Row:
    """Correct a name, as where a letter was typed wrongly; the history keeps what stood there."""
    name, facts = unit.get(Name, number), read_facts(unit, "names", typed)
    if name.withdrawn:
        raise RowWithdrawn(write_reference("names", number))
    facts["script"] = _script(facts.get("text") or name.text)
    others = [one for one in _primary(unit, name.prisoner_id, facts["script"]) if one != number]
    if facts["script"] != name.script:
        facts["is_primary"] = not others
    if facts.get("is_primary"):
        _show_no_longer(unit, others)
    return correct(unit, "names", number, facts)


def withdraw_name(unit: Unit, number: int) -> Row:
    """Mark a name as entered in error; the next name in its script is shown instead. Raises LastName."""
    name = unit.get(Name, number)
    if name.withdrawn:
        raise RowWithdrawn(write_reference("names", number))
    others = [row for row in _names(unit, name.prisoner_id) if row["id"] != number]
    if not others:
        raise LastName(write_reference("names", number))
    in_its_script = [row["id"] for row in others if row["script"] == name.script]
    if name.is_primary and in_its_script:
        unit.amend(unit.get(Name, in_its_script[0]), is_primary=True)
    return unit.amend(name, withdrawn=True, is_primary=False)


def add_activity(unit: Unit, prisoner_id: int, typed: Typed) -> Row:
    """Record why the person is really targeted; never mixed with the legal charge."""
    living(unit, prisoner_id)
    return enter(unit, "activities", read_facts(unit, "activities", typed) | {"prisoner_id": prisoner_id})


def add_number(unit: Unit, prisoner_id: int, typed: Typed) -> Row:
    """Record this person's number in somebody else's list; raises NumberTaken where it stands for another."""
    living(unit, prisoner_id)
    facts = read_facts(unit, "external_ids", typed)
    held = unit.rows(
        "SELECT id, prisoner_id FROM external_ids WHERE list_name = :list AND number = :number AND withdrawn = 0",
        list=facts.get("list_name"),
        number=facts.get("number"),
    )
    for row in held:
        if row["prisoner_id"] != prisoner_id:
            told = f"{facts['list_name']}:{facts['number']}"
            raise NumberTaken(told, write_reference("prisoners", row["prisoner_id"]))
        return unit.get(ExternalId, row["id"])
    return enter(unit, "external_ids", facts | {"prisoner_id": prisoner_id})


def read_number(text: str) -> dict[str, str]:
    """`hrana:5081` as the facts of a foreign number; raises NotANumberOfAList."""
    list_name, sign, number = (part.strip() for part in text.partition(":"))
    if not (list_name and sign and number):
        raise NotANumberOfAList(text)
    return {"list_name": list_name, "number": number}


def tell_apart(unit: Unit, one: int, typed: Typed) -> Row:
    """Remember that two people who were doubted to be one are not."""
    living(unit, one)
    facts = read_facts(unit, "not_the_same", typed)
    low, high = sorted((one, int(facts.get("other_id") or 0)))
    facts |= {"prisoner_id": low, "other_id": high}
    known = unit.rows(
        "SELECT id FROM not_the_same WHERE prisoner_id = :low AND other_id = :high AND withdrawn = 0",
        low=low,
        high=high,
    )
    return (
        correct(unit, "not_the_same", known[0]["id"], facts) if known else enter(unit, "not_the_same", facts)
    )


def _script(text: str) -> Script:
    return _SCRIPTS.get(script_of(text), Script.OTHER)


def _names(unit: Unit, prisoner_id: int) -> list[dict[str, Any]]:
    return unit.rows(
        "SELECT id, script, is_primary FROM names WHERE prisoner_id = :prisoner AND withdrawn = 0 ORDER BY id",
        prisoner=prisoner_id,
    )


def _primary(unit: Unit, prisoner_id: int, script: Script) -> list[int]:
    """The names shown in a script, of which there is one at most."""
    return [row["id"] for row in _names(unit, prisoner_id) if row["script"] == script and row["is_primary"]]


def _show_no_longer(unit: Unit, names: list[int]) -> None:
    for number in names:
        unit.amend(unit.get(Name, number), is_primary=False)
