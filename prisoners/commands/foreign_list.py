"""Taking in a foreign list: how its columns are read, the plan, the review of what is unclear, and one update."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from prisoners.commands import door, settings
from prisoners.commands.menu import complain
from prisoners.commands.safe import isolated, safe_text
from prisoners.commands.tables import show_json
from prisoners.commands.watching import watched
from prisoners.errors import NoColumnKnown, NothingChanged, ReviewIsNoList, UnknownFormat

if TYPE_CHECKING:
    from prisoners.commands.columns_asked import How
    from prisoners.sheets.apply import Decisions
    from prisoners.sheets.foreign import ForeignSheet
    from prisoners.sheets.plan import Answer, Plan

AT_ONCE = 100_000
"""Objects that are made before Python looks for garbage among them."""
_ONE = {
    "activities": "activity",
    "fields amended": "field amended",
    "rows left out": "row left out",
}
"""What one is called, where it is not the word for several without its s."""


@dataclass(frozen=True)
class Asked:
    """What was typed about a list."""

    file: Path
    named: str
    """The mapping; empty where the columns speak for themselves."""
    save_map: Path | None
    counted_on: str | None
    review: Path | None
    decisions: Decisions
    apply: bool
    because: str | None
    encoding: str | None
    page: str
    hidden: bool
    whole: bool
    as_json: bool


@contextmanager
def rare_collections() -> Iterator[None]:
    """Let Python look for garbage rarely: ten thousand rows leave none, and looking takes a sixth of the time."""
    usual = gc.get_threshold()
    gc.set_threshold(AT_ONCE, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@rare_collections()
def take_in(asked: Asked) -> None:
    """Show what importing a list would do, and do it where that was asked."""
    from prisoners.commands.columns_asked import how_read, keep_mapping
    from prisoners.sheets.apply import check_decided
    from prisoners.sheets.decide import plan_import

    if asked.review is not None and asked.review.suffix.lower() != ".xlsx":
        raise UnknownFormat(asked.review.name, [".xlsx"])
    sheet = _sheet(asked)
    with door.reading() as reader:
        how = how_read(sheet, reader, asked.named, asked.counted_on, ask=not asked.as_json)
        answers, told = _answers(asked.review, how.mapping.list_name)
        plan = plan_import(sheet, how.mapping, reader, answers, watched)
    numbers = {row.draft.number for row in plan.rows}
    if beside := sum(number.partition("\n")[0] not in numbers for number in answers):
        told.append(f"{beside:,} decisions of the review are about rows that are not in this file")
    plan.notices += [*how.told, *told]
    _tell(plan, how, asked)
    answered = asked.save_map or door.at_terminal()
    if how.proposed and answered:
        keep_mapping(how.proposed, asked.save_map)
    _write_review(plan, asked)
    if asked.apply:
        if how.proposed and not any(one.used for one in how.proposed.proposals):
            raise NoColumnKnown(asked.file.name)
        check_decided(plan, asked.decisions)
        _apply(plan, asked)
        if how.proposed and not answered:
            keep_mapping(how.proposed, None)
    else:
        complain("Nothing was written. `--apply` writes it.")


def _sheet(asked: Asked) -> ForeignSheet:
    """The list; asks which sheet of a workbook at a terminal, and raises ReviewIsNoList for a review."""
    from prisoners.sheets.read import read_sheet
    from prisoners.sheets.review import is_review

    sheet = read_sheet(asked.file, encoding=asked.encoding, page=asked.page, hidden=asked.hidden)
    if is_review(sheet):
        raise ReviewIsNoList(asked.file.name)
    if asked.page or len(sheet.pages) <= 1 or asked.as_json or not door.at_terminal():
        return sheet
    for number, page in enumerate(sheet.pages, start=1):
        complain(f"  {number}  {isolated(safe_text(page, one_line=True))}")
    answer = door.ask("Which sheet? (a number)", default=str(sheet.pages.index(sheet.page) + 1))
    chosen = (
        sheet.pages[int(answer) - 1] if answer.isdecimal() and 0 < int(answer) <= len(sheet.pages) else ""
    )
    if not chosen or chosen == sheet.page:
        return sheet
    return read_sheet(asked.file, page=chosen, hidden=asked.hidden)


def _answers(review: Path | None, list_name: str) -> tuple[dict[str, Answer], list[str]]:
    """What was decided in the review, where there is one already."""
    from prisoners.sheets.review import read_review

    if review is None or not review.exists():
        return {}, []
    return read_review(review, list_name)


def _tell(plan: Plan, how: How, asked: Asked) -> None:
    from prisoners.commands.plan_shown import show_columns, show_plan

    if asked.as_json:
        proposals = [one.as_json() for one in how.proposed.proposals] if how.proposed else []
        show_json(plan.as_json() | {"proposals": proposals})
        return
    if how.proposed:
        show_columns(how.proposed)
    show_plan(plan, whole=asked.whole)


def _write_review(plan: Plan, asked: Asked) -> None:
    """Write the unclear rows for somebody to decide; a review that is there is never written over."""
    from prisoners.sheets.child import counted
    from prisoners.sheets.plan import Verdict
    from prisoners.sheets.review import write_review

    unclear = len(plan.having(Verdict.UNCLEAR))
    if asked.review is None or not unclear:
        return
    if asked.review.exists():
        complain(f"{counted(unclear, 'row is', 'rows are')} still unclear: decide in {asked.review.name}.")
        return
    write_review(plan, asked.review)
    complain(f"{counted(unclear, 'unclear row is', 'unclear rows are')} in {asked.review.name}.")
    complain("→ Decide in its first column, save it, and type the same again.")


def _apply(plan: Plan, asked: Asked) -> None:
    """Back up, then write the plan as one update; where it would write nothing, not even a backup is made."""
    from prisoners.actions.because import act
    from prisoners.commands.plan_shown import left_where
    from prisoners.sheets.apply import apply_plan
    from prisoners.store.backup import automatic_backup
    from prisoners.store.references import write_reference
    from prisoners.vocabulary import UpdateKind

    taken = [row for row in plan.rows if asked.decisions.takes(row)]
    if not taken:
        _nothing_taken(list(left_where(plan, taken)))
        return
    registry, by = settings.registry_file(), door.writer()
    reason = door.reason(
        asked.because or plan.mapping.address or f"import of the list {plan.mapping.list_name}"
    )
    kept = automatic_backup(registry, settings.backups(), before="import")
    with act(registry, by=by, because=reason, kind=UpdateKind.IMPORT) as unit:
        done = apply_plan(unit, plan, asked.decisions, watched)
        update = write_reference("updates", unit.update.id or 0)
    told = ", ".join(_counted(what, number) for what, number in sorted(done.items()))
    complain(f"{told}. Backup: {kept.name}")
    for line in left_where(plan, taken):
        complain(line)
    complain(f"Written as {update}; `prisoners undo {update}` takes all of it back.")


def _nothing_taken(left: list[str]) -> None:
    """Say why nothing is written; raises NothingChanged where no row was left out."""
    if not left:
        raise NothingChanged
    for line in left:
        complain(line)
    complain("Nothing was written: what the registry does not say already was left out.")


def _counted(what: str, number: int) -> str:
    """How many records of a table were written, or rows left out: 1 case, 2 external ids."""
    from prisoners.sheets.child import counted

    return counted(number, _ONE.get(what, what.removesuffix("s")), what).replace("_", " ")
