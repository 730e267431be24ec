"""The plan of an import on the screen: what is doubtful row by row, what was not read cell by cell, the totals last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prisoners.commands.safe import isolated, safe_text
from prisoners.commands.say import say
from prisoners.commands.tables import screen_width, wrapped
from prisoners.sheets.child import counted
from prisoners.sheets.mapping_file import Proposed
from prisoners.sheets.plan import Plan, RowPlan, Verdict
from prisoners.store.references import write_reference

MOST_TOLD = 20
"""Rows and cells of one kind that are told before the rest is only counted."""
_MOST_NEW = 3
_INDENT = 6
_LONGEST_WORDS = 3
_LONGEST_CELL = 60
_DOUBTFUL = (Verdict.AMENDED, Verdict.CONFLICT, Verdict.UNCLEAR, Verdict.LEFT_OUT)


def show_columns(proposed: Proposed) -> None:
    """What every column is taken for, how sure that is, and why."""
    say("Columns, as their headings and cells say:")
    for one in proposed.proposals:
        to = one.to if one.used else "import note"
        kind = next(
            (f" ({value})" for key, value in one.more.items() if key.endswith(".kind") and one.used), ""
        )
        sure = "" if one.settled else f" [{one.sure}{f': {one.to}?' if one.to else ''}]"
        _line(f"{one.heading} → {to or 'import note'}{kind}{sure}: {one.reason}", 2)


def show_plan(plan: Plan, *, whole: bool = False) -> None:
    """The plan: notes about the file, then what is doubtful, then every total."""
    most = len(plan.rows) if whole else MOST_TOLD
    say(safe_text(f"{plan.mapping.title}: {len(plan.rows):,} rows of {plan.sheet.file}", one_line=True))
    for notice in plan.notices:
        _line(f"note: {notice}", 2)
    _rows(plan.having(Verdict.NEW), most if whole else _MOST_NEW)
    if whole:
        _rows(plan.having(Verdict.SAME), most)
    for verdict in _DOUBTFUL:
        _rows(plan.having(verdict), most)
    _contradicted(plan)
    _gone(plan, most)
    _faults(plan, most)
    _links(plan)
    _totals(plan)


def _rows(rows: list[RowPlan], most: int) -> None:
    for row in rows[:most]:
        who = f"{write_reference('prisoners', row.person)} " if row.person else ""
        reason = f": {row.reason}" if row.reason else ""
        _line(f"row {row.row} {who}{isolated(row.draft.name or '(no name)')}: {row.verdict}{reason}", 2)
        for part in _parts(row):
            _line(part, _INDENT)
    _rest(len(rows), most)


def _parts(row: RowPlan) -> Iterator[str]:
    """What changes with a row of somebody who stands, one thing a line."""
    if not row.person:
        return
    if row.contradicts:
        yield f"contradicted: {row.contradicts}"
    for change in row.changes:
        yield f"{change.told()}{' (they differ: who is right?)' if change.conflict else ''}"
    if row.joins:
        yield f"+ number {row.draft.number}"
    yield from (f"+ {slot}" for slot in row.adds)
    yield from dict.fromkeys(f"+ {place}" for place, _, _ in row.addresses)
    if row.note is not None:
        yield "import note"


def _contradicted(plan: Plan) -> None:
    if rows := plan.contradicted():
        say("Contradicted: a death on record, of somebody whom the list calls alive. Both stay on record.")
        for row in rows:
            who = write_reference("prisoners", row.person) if row.person else ""
            _line(f"row {row.row} {who} {isolated(row.draft.name)}: {row.contradicts}", 2)


def _gone(plan: Plan, most: int) -> None:
    if plan.gone:
        say("Gone from the list, and kept in the registry:")
        for number, person in plan.gone[:most]:
            _line(f"{write_reference('prisoners', person)} (number {number})", 2)
        _rest(len(plan.gone), most)


def _faults(plan: Plan, most: int) -> None:
    faults = plan.faults()
    if faults:
        say("Cells that were not read; they stay in the import note:")
    for fault in faults[:most]:
        text = fault.text if len(fault.text) <= _LONGEST_CELL else f"{fault.text[:_LONGEST_CELL]}…"
        _line(f"{fault.cell} {fault.heading}: {isolated(text)} ({fault.why})", 2)
    _rest(len(faults), most)


def _links(plan: Plan) -> None:
    for catalogue, (tied, words) in plan.links().items():
        often = ", ".join(f"“{text}”" for text, _ in words.most_common(_LONGEST_WORDS))
        stays = f"; {words.total():,} stay words, such as {often}" if words else ""
        _line(f"{catalogue}: {tied:,} texts name one{stays}", 0)


def _totals(plan: Plan) -> None:
    counted = plan.count()
    shown = [verdict for verdict in Verdict if verdict is not Verdict.LEFT_OUT or counted[verdict]]
    totals: list[tuple[str, int]] = [(str(verdict), counted[verdict]) for verdict in shown]
    totals += [("contradicted", len(plan.contradicted()))] if plan.contradicted() else []
    totals += [("gone", len(plan.gone))] if plan.gone else []
    for what, number in [*totals, ("cells not read", len(plan.faults()))]:
        say(f"{what + ':':<16} {number:>7,}")


def _rest(number: int, most: int) -> None:
    if number > most:
        say(f"  and {number - most:,} more; `--all` tells them all")


def _line(text: str, indent: int) -> None:
    """One line, safe to be shown, and broken where the screen ends."""
    shown = safe_text(text, one_line=True)
    room = max(screen_width() - indent - 2, 20)
    say(" " * indent + wrapped(shown, room, indent + 2))


def left_where(plan: Plan, takes: Iterable[RowPlan]) -> Iterator[str]:
    """What of a list is not in the registry's fields after it was written, and where it is."""
    taken = {row.row for row in takes}
    cells = sum(len(row.draft.faults) for row in plan.rows if row.row in taken)
    conflicts = sum(len(row.conflicts) for row in plan.rows if row.row in taken)
    out = [
        row
        for row in plan.rows
        if row.row not in taken and row.verdict in (Verdict.UNCLEAR, Verdict.LEFT_OUT)
    ]
    if cells:
        told = counted(cells, "cell that was not read is", "cells that were not read are")
        yield f"{told} in the import notes of their people."
    if conflicts:
        stay, them = counted(conflicts, "field stays", "fields stay"), "it" if conflicts == 1 else "them"
        yield f"{stay} ours; what the list says is on record beside {them} (`prisoners check`)."
    if out:
        told = ", ".join(str(row.row) for row in out[:MOST_TOLD])
        more = " …" if len(out) > MOST_TOLD else ""
        yield f"{counted(len(out), 'row is', 'rows are')} left out, in the file alone: row {told}{more}."
