"""Taking in a foreign list: what it would do is always shown first, and then done as one update."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prisoners.commands import door, settings
from prisoners.commands.menu import complain
from prisoners.commands.safe import safe_text
from prisoners.commands.tables import show_json

if TYPE_CHECKING:
    from prisoners.sheets.apply import Decisions
    from prisoners.sheets.plan import Plan, RowPlan

MOST_TOLD = 20
"""Rows and cells of one kind that are told before the rest is only counted."""


File = Annotated[Path, typer.Argument(help="The list: .csv, .tsv or .xlsx.")]
Map = Annotated[
    str, typer.Option("--map", help="How its columns are read: a mapping file, or the name of one.")
]
Apply = Annotated[
    bool, typer.Option("--apply", help="Write what the plan says; without it nothing is written.")
]
SkipUnclear = Annotated[
    bool, typer.Option("--skip-unclear", help="Leave out rows that could be somebody already recorded.")
]
UnclearAsNew = Annotated[bool, typer.Option("--unclear-as-new", help="Record such rows as new people.")]
LeaveConflicts = Annotated[
    bool,
    typer.Option("--leave-conflicts", help="Keep what we say, with what the list says on record beside it."),
]
SkipUnread = Annotated[
    bool, typer.Option("--skip-unread", help="Keep cells that were not read in the import note alone.")
]
Encoding = Annotated[
    str | None, typer.Option(help="Letters of an old csv file, such as windows-1256; never guessed.")
]
Page = Annotated[str, typer.Option(help="Which sheet of a workbook; else the first that can be seen.")]
Hidden = Annotated[bool, typer.Option("--hidden", help="Also read hidden sheets and rows.")]


def import_(
    file: File,
    map_: Map,
    apply: Apply = False,
    because: door.Because = None,
    skip_unclear: SkipUnclear = False,
    unclear_as_new: UnclearAsNew = False,
    leave_conflicts: LeaveConflicts = False,
    skip_unread: SkipUnread = False,
    encoding: Encoding = None,
    page: Page = "",
    hidden: Hidden = False,
    as_json: door.Json = False,
) -> None:
    """Take in a foreign list: shows row by row what is new, the same, amended or unclear; --apply writes it.

    One import is one update, made wholly or not at all, after a backup. The same file again changes nothing.
    """
    from prisoners.sheets.apply import Decisions, check_decided
    from prisoners.sheets.decide import plan_import
    from prisoners.sheets.mapping import load_mapping
    from prisoners.sheets.read import read_sheet

    mapping = load_mapping(map_)
    sheet = read_sheet(file, encoding=encoding, page=page, hidden=hidden)
    with door.reading() as reader:
        plan = plan_import(sheet, mapping, reader)
    _tell(plan, as_json=as_json)
    decisions = Decisions(skip_unclear, unclear_as_new, leave_conflicts, skip_unread)
    if apply:
        check_decided(plan, decisions)
        _apply(plan, decisions, because)
    else:
        complain("Nothing was written. `--apply` writes it.")


def _tell(plan: Plan, *, as_json: bool) -> None:
    """Show the plan: every total, and the first rows of each kind."""
    from prisoners.sheets.plan import Verdict

    if as_json:
        show_json(plan.as_json())
        return
    typer.echo(safe_text(f"{plan.mapping.title}: {len(plan.rows):,} rows of {plan.sheet.file}"))
    for notice in plan.notices:
        typer.echo(safe_text(f"  note: {notice}", one_line=True))
    counted = plan.count()
    for verdict in Verdict:
        typer.echo(f"{verdict + ':':<14} {counted[verdict]:>7,}")
    for verdict in (Verdict.AMENDED, Verdict.CONFLICT, Verdict.UNCLEAR):
        _tell_rows(plan.having(verdict), str(verdict))
    faults = plan.faults()
    typer.echo(f"{'cells not read:':<14} {len(faults):>6,}")
    for fault in faults[:MOST_TOLD]:
        typer.echo(
            safe_text(f"  {fault.cell} {fault.heading}: {fault.text[:60]} ({fault.why})", one_line=True)
        )
    _tell_rest(len(faults))


def _tell_rows(rows: list[RowPlan], verdict: str) -> None:
    from prisoners.store.references import write_reference

    for row in rows[:MOST_TOLD]:
        who = write_reference("prisoners", row.person) if row.person else ""
        parts = [row.reason, *(change.told() for change in row.changes)]
        parts += [f"+ {slot}" for slot in row.adds] if row.person else []
        parts += [f"+ {url}" for url, _, _ in row.addresses] if row.person else []
        told = "; ".join(part for part in parts if part) or "import note"
        typer.echo(safe_text(f"  row {row.row} {who} {row.draft.name}: {verdict}: {told}", one_line=True))
    _tell_rest(len(rows))


def _tell_rest(number: int) -> None:
    if number > MOST_TOLD:
        typer.echo(f"  and {number - MOST_TOLD:,} more; `--json` tells them all")


def _apply(plan: Plan, decisions: Decisions, because: str | None) -> None:
    """Back up, then write the plan as one update."""
    from prisoners.actions.because import act
    from prisoners.sheets.apply import apply_plan
    from prisoners.store.backup import automatic_backup
    from prisoners.vocabulary import UpdateKind

    registry, by = settings.registry_file(), door.writer()
    reason = because or plan.mapping.address or f"import of the list {plan.mapping.list_name}"
    kept = automatic_backup(registry, settings.backups(), before="import")
    with act(registry, by=by, because=door.reason(reason), kind=UpdateKind.IMPORT) as unit:
        done = apply_plan(unit, plan, decisions)
    complain(
        ", ".join(f"{number:,} {what}" for what, number in sorted(done.items())) + f". Backup: {kept.name}"
    )
