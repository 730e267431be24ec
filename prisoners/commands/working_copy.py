"""A working copy for a colleague, and taking it back: every cell that was changed is seen, every collision is shown."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prisoners.commands import door, settings
from prisoners.commands.leaving import UNASKED, Yes, check_anybody
from prisoners.commands.menu import complain
from prisoners.commands.recalling import warn_of_files
from prisoners.commands.safe import isolated, safe_text
from prisoners.commands.tables import screen_width, show_json, wrapped
from prisoners.errors import NobodyMeant, NobodyNamed, NotConfirmed, NothingChanged, UnknownFormat

if TYPE_CHECKING:
    from prisoners.sheets.copy_apply import CopyDecisions
    from prisoners.sheets.copy_plan import CellChange, CopyPlan
    from prisoners.sheets.copy_read import CopyBook
    from prisoners.sheets.copy_write import WorkingCopy
    from prisoners.store.reader import Reader

MOST_TOLD = 20
"""Rows and cells of one kind that are told before the rest is only counted."""


def working_copy(
    target: Annotated[Path, typer.Argument(help="The workbook to make: cases.xlsx.")],
    chosen: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILTER]", help="Whom: a filter as in `list`, or references."),
    ] = None,
    recipient: Annotated[
        str | None,
        typer.Option("--for", help="The colleague who will work in it; stands in it, and is kept here."),
    ] = None,
    because: door.Because = None,
    yes: Yes = False,
    as_json: door.Json = False,
) -> None:
    """Make a workbook in which a colleague corrects and adds, to be taken back with `import`.

    An internal document: what is sealed is not in it, nor contacts, relatives and health. Nothing in it is hidden.
    """
    from prisoners.sheets.copy_write import prepare_copy
    from prisoners.sheets.save import check_place

    if target.suffix.lower() != ".xlsx":
        raise UnknownFormat(target.name, [".xlsx"])
    door.writer()
    check_place(target)
    whom = recipient or (door.ask("For whom is it?") if door.at_terminal() else "")
    if not whom.strip():
        raise NobodyNamed
    selection = " ".join(chosen or [])
    with door.reading() as reader:
        people = _meant(reader, selection)
        copy = prepare_copy(reader, people, today=door.today(), selection=selection)
    shown = len(copy.people)
    if shown > UNASKED and not yes and not door.agree(f"{shown:,} people will be in {target.name}. Make it?"):
        raise NotConfirmed(f"a working copy of {shown:,} people")
    reference = _make(copy, target, whom.strip(), because)
    _say_made(copy, target, reference, as_json=as_json)


def _meant(reader: Reader, selection: str) -> list[int]:
    """Whom the copy is of; raises NobodyRecorded, NobodyMeant."""
    from prisoners.queries.selected import selected

    check_anybody(reader)
    people = selected(reader, selection, door.today())
    if not people:
        raise NobodyMeant(selection)
    return people


def _make(copy: WorkingCopy, target: Path, recipient: str, because: str | None) -> str:
    """Save the workbook and record the export: both, or neither."""
    from prisoners.actions.because import act
    from prisoners.records.exports import Export
    from prisoners.sheets.copy_write import written_copy
    from prisoners.store.clock import stamp
    from prisoners.store.named import write_named
    from prisoners.store.references import write_reference
    from prisoners.vocabulary.consent import Audience, NamingRule

    by, because = door.writer(), because or "a working copy"
    with ExitStack() as until_kept, act(settings.registry_file(), by=by, because=because) as unit:
        number = unit.numbers.next("exports")
        fresh = until_kept.enter_context(written_copy(copy, copy.made(number, recipient), target))
        facts = {
            "made_at": stamp(unit.moment),
            "recipient": recipient,
            "audience": Audience.INTERNAL,
            "file_name": target.name,
            "selection": copy.selection or None,
            "made_from": copy.update,
            "prisoners": len(copy.people),
            "people": write_named(dict.fromkeys(copy.people, NamingRule.FULL)),
            "sha256": fresh.sha256(),
            "manifest": json.dumps(copy.as_json(), ensure_ascii=False),
        }
        unit.add(Export, facts, number=number)
        fresh.take_name()
    return write_reference("exports", number)


def _say_made(copy: WorkingCopy, target: Path, reference: str, *, as_json: bool) -> None:
    rows = {page.sheet.name: len(page.rows) for page in copy.pages}
    if as_json:
        told = {"working_copy": reference, "file": target.name, "people": len(copy.people), "sheets": rows}
        show_json(told | {"kept_back": copy.kept_back})
    else:
        typer.echo(reference)
    counted = (
        f"{number:,} {name.lower() if number != 1 else name.lower()[:-1]}" for name, number in rows.items()
    )
    complain(f"{target.name}: {', '.join(counted)}.")
    if held := len(copy.kept_back):
        say = "cell says" if held == 1 else "cells say"
        complain(f"{held:,} {say} <kept back>: what stands there may not leave.")
    complain(f"It is for colleagues of this registry alone. `prisoners import {target.name}` takes it back.")


def take_back(
    book: CopyBook,
    decisions: CopyDecisions,
    *,
    apply: bool,
    theirs: Iterable[str],
    ours: Iterable[str],
    because: str | None,
    as_json: bool,
) -> None:
    """Show what a working copy that came back would do; with `apply` decide what is open, and write it."""
    from prisoners.sheets.copy_apply import check_decided, choose
    from prisoners.sheets.copy_decide import plan_copy

    plan = plan_copy(book, settings.registry_file())
    choose(plan, list(theirs), "theirs")
    choose(plan, list(ours), "ours")
    if as_json:
        show_json(plan.as_json())
    else:
        _tell(plan)
    if not apply:
        complain("Nothing was written. `--apply` writes it.")
        return
    if not decisions.leave_conflicts and door.at_terminal():
        _ask(plan.open_conflicts())
    check_decided(plan, decisions)
    _apply(plan, decisions, because)


def _tell(plan: CopyPlan) -> None:
    """Show the plan: what would be written, what is to be decided, and every total last."""
    from prisoners.sheets.plan import Verdict

    made = plan.book.made
    typer.echo(safe_text(f"{plan.book.file} is the working copy {made.reference}, made from {made.update}."))
    _tell_some("note", plan.book.notices + plan.findings)
    _tell_some("new", [row.told(_apart) for row in plan.having(Verdict.NEW)])
    _tell_some("theirs", [change.told(_apart) for change in plan.changes() if not change.conflict])
    _tell_some("in conflict", [change.told(_apart) for change in plan.conflicts()])
    _tell_some("unclear", [row.told(_apart) for row in plan.having(Verdict.UNCLEAR)])
    _tell_some("not read", [fault.told(_apart) for fault in plan.faults()])
    counted = plan.count()
    for verdict in (Verdict.SAME, Verdict.AMENDED, Verdict.CONFLICT, Verdict.UNCLEAR, Verdict.NEW):
        typer.echo(f"{'rows ' + verdict + ':':<18} {counted[verdict]:>7,}")
    typer.echo(f"{'cells not read:':<18} {len(plan.faults()):>7,}")


def _tell_some(kind: str, said: list[str]) -> None:
    for one in said[:MOST_TOLD]:
        typer.echo(f"  {_on_screen(f'{kind}: {one}', 4)}")
    if len(said) > MOST_TOLD:
        typer.echo(f"  and {len(said) - MOST_TOLD:,} more; `--json` tells them all")


def _apart(text: str) -> str:
    """What was typed, set apart where its letters run the other way."""
    return isolated(safe_text(text, one_line=True))


def _on_screen(text: str, indent: int) -> str:
    """One thing that is told, broken where the screen ends."""
    return wrapped(safe_text(text, one_line=True), max(screen_width() - indent, 40), indent)


def _ask(conflicts: list[CellChange]) -> None:
    """Have somebody decide each cell that both sides changed; what is left open stays as it is, and is told."""
    for place, change in enumerate(conflicts, start=1):
        complain(_on_screen(f"{place} of {len(conflicts)}: {change.told(_apart)}", 2))
        answer = door.ask("Take theirs (t), keep ours (o), or decide later (Enter)?", default="")
        change.choice = {"t": "theirs", "o": "ours"}.get(answer.strip().lower()[:1], "later")


def _apply(plan: CopyPlan, decisions: CopyDecisions, because: str | None) -> None:
    """Back up, then write the plan as one update, and say what was left where."""
    from prisoners.actions.because import act
    from prisoners.sheets.copy_apply import apply_copy, left_behind
    from prisoners.store.backup import automatic_backup
    from prisoners.store.references import write_reference
    from prisoners.vocabulary import UpdateKind

    registry, by = settings.registry_file(), door.writer()
    reason = because or f"corrections in the working copy {plan.book.made.reference}"
    kept = automatic_backup(registry, settings.backups(), before="import")
    left = [_on_screen(said, 2) for said in left_behind(plan, decisions, _apart)]
    try:
        with act(registry, by=by, because=door.reason(reason), kind=UpdateKind.IMPORT) as unit:
            done = apply_copy(unit, plan, decisions)
            update = write_reference("updates", unit.update.id or 0)
    except NothingChanged:
        complain("Nothing changed: the registry says already what the copy says.")
    else:
        told = ", ".join(f"{number:,} {what}" for what, number in sorted(done.items()))
        told = told.replace("1 cells taken", "1 cell taken") if done["cells taken"] == 1 else told
        complain(f"{told}, in {update}; `prisoners undo {update}` takes it back. Backup: {kept.name}")
        warn_of_files(update)
    for said in left:
        complain(said)
