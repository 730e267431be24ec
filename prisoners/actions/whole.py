"""A whole person as one form: names, cases with charges and sentences, events; read out, compared, and written back."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from prisoners.actions import prisoners
from prisoners.actions.facts import column_of
from prisoners.actions.rows import Rows, links_of, record_of
from prisoners.actions.verbs import verbs
from prisoners.dates.partial import PartialDate
from prisoners.errors import NotInForm, NotOfThisForm
from prisoners.records.columns import Day, Flag
from prisoners.records.form import Row
from prisoners.records.prisoners import Prisoner
from prisoners.store.references import read_reference, write_reference
from prisoners.store.unit import Unit

Block = dict[str, Any]
"""One record of a form: field → value, its reference under `ref`, and lists of blocks that belong to it."""

Children = dict[str, list[Block]]
Made = dict[str, list[int]]

REF = "ref"
CHILDREN: dict[str, tuple[str, ...]] = {
    "prisoners": (
        "names",
        "activities",
        "external_ids",
        "cases",
        "events",
        "consents",
        "relations",
        "contacts",
        "health",
        "follow_ups",
    ),
    "cases": ("charges", "judgments"),
    "judgments": ("sentences",),
}
"""Table → the tables of what belongs to one of its records, in the order of a form."""

ALSO = {"numbers": "external_ids"}
SHORT: dict[str, Callable[[str], Block]] = {
    "names": lambda text: {"text": text},
    "activities": lambda text: {"activity": text},
    "external_ids": lambda text: dict(prisoners.read_number(text)),
}
"""What may be written as a bare text in a form: `names = ["Neda Zarbaf", "ندا زرباف"]`."""

COUNTED = {
    "case": "cases",
    "charge": "charges",
    "after": "events",
    "instead_of": "charges",
    "changed_from": "charges",
}
COUNT = re.compile(r"#\d{1,4}", re.ASCII)

LEFT_OUT = frozenset({"withdrawn", "merged_into", "import_note", "script"})
"""Columns that are not typed in a form: they follow from verbs, or from the letters of a name."""


@dataclass(frozen=True)
class Step:
    """One thing that an edited form asks for."""

    verb: str
    """add, amend or withdraw."""
    table: str
    number: int
    """The record, or for what is added the record it belongs to."""
    block: Block


def fields_of(table: str) -> dict[str, str]:
    """The fields of a block and the columns that hold them: links by what they lead to, without what they belong to."""
    belongs_to = {f"{verbs(table).parent.removesuffix('s')}_id"}
    links = {field for field, _ in links_of(record_of(table))}
    columns = record_of(table).__table__.columns.keys()  # type: ignore[attr-defined]
    return {
        column.removesuffix("_id") if column in links else column: column
        for column in columns
        if column != "id" and column not in LEFT_OUT | belongs_to
    }


def form_of(rows: Rows, number: int, table: str = "prisoners") -> Block:
    """Everything that stands about a person, as a form; raises nothing where there is nobody, the form is empty."""
    found = rows(f"SELECT * FROM {table} WHERE id = :number", number=number)
    return _block(rows, table, found[0]) if found else {}


def _block(rows: Rows, table: str, row: Mapping[str, Any]) -> Block:
    block: Block = {REF: write_reference(table, row["id"])}
    for field, column in fields_of(table).items():
        value = _as_typed(record_of(table), column, row[column])
        if value is not None and (value is not False or _cleared(table, field) == ""):
            block[field] = value
    own = f"{table.removesuffix('s')}_id"
    for child in CHILDREN.get(table, ()):
        belonging = rows(
            f"SELECT * FROM {child} WHERE {own} = :number AND withdrawn = 0 ORDER BY id", number=row["id"]
        )
        if belonging:
            block[child] = [_block(rows, child, one) for one in belonging]
    return block


def _as_typed(record: type[Row], column: str, value: Any) -> Any:
    """A stored value as it would be typed: a date in its words, a link as a reference."""
    if value is None:
        return None
    kind: object = record.__table__.columns[column].type  # type: ignore[attr-defined]
    if isinstance(kind, Day):
        return PartialDate.from_stored(value).words
    if isinstance(kind, Flag):
        return bool(value)
    to = dict(links_of(record)).get(column)
    return write_reference(str(to.__tablename__), value) if to else value


def enter_whole(unit: Unit, form: Block) -> Prisoner:
    """Record a new person with all that a form says of them; `#2` names the second case or charge of the form."""
    children, facts = _parted(form)
    person = prisoners.add(unit, children.pop("names", []), facts)
    _enter_children(unit, "prisoners", person.id or 0, children, defaultdict(list))
    return person


def differences(before: Block, after: Block, table: str = "prisoners") -> Iterator[Step]:
    """What must be done so that a form that said `before` says `after`; raises NotOfThisForm."""
    number = read_reference(before[REF])[1]
    (old_children, old), (new_children, new) = _parted(before), _parted(after)
    changed = {
        field: new.get(field, _cleared(table, field))
        for field in old | new
        if old.get(field) != new.get(field)
    }
    if changed:
        yield Step("amend", table, number, changed)
    for child in CHILDREN.get(table, ()):
        yield from _differing(child, number, old_children.get(child, []), new_children.get(child, []))


def _differing(table: str, parent: int, before: list[Block], after: list[Block]) -> Iterator[Step]:
    known = {block[REF]: block for block in before}
    kept = {block[REF]: block for block in after if block.get(REF)}
    for reference in sorted(kept.keys() - known.keys()):
        raise NotOfThisForm(reference)
    for reference, block in known.items():
        if reference in kept:
            yield from differences(block, kept[reference], table)
        else:
            yield Step("withdraw", table, read_reference(reference)[1], {})
    for block in after:
        if not block.get(REF):
            yield Step("add", table, parent, block)


def take(unit: Unit, steps: Iterable[Step]) -> None:
    """Do what an edited form asks for: corrections, then what is new in the order of the form, then withdrawals."""
    made: Made = defaultdict(list)
    for step in sorted(steps, key=lambda step: ("amend", "add", "withdraw").index(step.verb)):
        if step.verb == "add":
            _enter(unit, step.table, step.number, step.block, made)
        elif step.verb == "amend":
            verbs(step.table).amend(unit, step.number, step.block)
        else:
            verbs(step.table).withdraw(unit, step.number)


def _enter(unit: Unit, table: str, parent: int, block: Block, made: Made) -> int:
    """Enter a new block and all that belongs to it; `made` is what `#1` counts."""
    children, facts = _parted(block)
    if table == "cases":
        made["charges"] = []
    counted = {field: _counted(field, value, made) for field, value in facts.items()}
    number = verbs(table).add(unit, parent, counted).id or 0
    made[table].append(number)
    _enter_children(unit, table, number, children, made)
    return number


def _enter_children(unit: Unit, table: str, number: int, children: Children, made: Made) -> None:
    for child in CHILDREN.get(table, ()):
        for block in children.get(child, []):
            _enter(unit, child, number, block, made)


def _parted(block: Block) -> tuple[Children, Block]:
    """What belongs to a block, and its own fields; a name, an activity or a foreign number may be a bare text."""
    children: Children = {}
    facts: Block = {}
    for field, value in block.items():
        table = ALSO.get(field, field)
        if table in SHORT or any(table in below for below in CHILDREN.values()):
            children[table] = [SHORT[table](one) if isinstance(one, str) else dict(one) for one in value]
        elif field != REF:
            facts[field] = value
    return children, facts


def _cleared(table: str, field: str) -> Any:
    """What a field becomes when its line is taken out of a form."""
    column = column_of(table, field)
    return False if isinstance(column.type, Flag) and not column.nullable else ""


def _counted(field: str, value: Any, made: Made) -> Any:
    """`#2` as the reference of the second case or charge that this form made; anything else as it is."""
    if not isinstance(value, str) or field not in COUNTED or not COUNT.fullmatch(value):
        return value
    table, place = COUNTED[field], int(value[1:])
    if not 1 <= place <= len(made[table]):
        raise NotInForm(field, value)
    return write_reference(table, made[table][place - 1])
