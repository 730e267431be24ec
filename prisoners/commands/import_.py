"""Taking in a foreign list: what it would do is always shown first, and then done as one update."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prisoners.commands import door

if TYPE_CHECKING:
    from prisoners.sheets.copy_read import CopyBook

File = Annotated[Path, typer.Argument(help="The list: .csv, .tsv, .json, .jsonl or .xlsx.")]
Map = Annotated[
    str,
    typer.Option(
        "--map", help="How its columns are read: a mapping file, or the name of one; else they are proposed."
    ),
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
Theirs = Annotated[
    list[str] | None,
    typer.Option(metavar="CELL", help="Of a working copy: take theirs in a conflict, Events!F12 or all."),
]
Ours = Annotated[
    list[str] | None,
    typer.Option(metavar="CELL", help="Of a working copy: keep ours in a conflict, Events!F12 or all."),
]
Encoding = Annotated[
    str | None, typer.Option(help="Letters of an old csv file, such as windows-1256; never guessed.")
]
Page = Annotated[
    str, typer.Option("--sheet", "--page", help="Which sheet of a workbook; else the first that can be seen.")
]
Hidden = Annotated[bool, typer.Option("--hidden", help="Also read hidden sheets and rows.")]
Review = Annotated[
    Path | None,
    typer.Option(help="Unclear rows as a workbook to decide in; written first, taken back the next time."),
]
SaveMap = Annotated[
    Path | None,
    typer.Option("--save-map", help="Keep how the columns are read in this mapping file (.toml)."),
]
CountedOn = Annotated[
    str | None,
    typer.Option(
        "--counted-on", metavar="DAY", help="The day of the release: ages and statuses count from it."
    ),
]
Whole = Annotated[bool, typer.Option("--all", help="Tell every row, not only what is doubtful.")]


def import_(
    file: File,
    *,
    map_: Map = "",
    apply: Apply = False,
    because: door.Because = None,
    skip_unclear: SkipUnclear = False,
    unclear_as_new: UnclearAsNew = False,
    leave_conflicts: LeaveConflicts = False,
    skip_unread: SkipUnread = False,
    theirs: Theirs = None,
    ours: Ours = None,
    review: Review = None,
    save_map: SaveMap = None,
    counted_on: CountedOn = None,
    encoding: Encoding = None,
    page: Page = "",
    hidden: Hidden = False,
    whole: Whole = False,
    as_json: door.Json = False,
) -> None:
    """Take in a foreign list: shows row by row what is new, the same, amended or unclear; --apply writes it.

    One import is one update, made wholly or not at all, after a backup. The same file again changes nothing.
    A working copy that comes back is known by its About sheet, and compared cell by cell.
    """
    from prisoners.commands.foreign_list import Asked, take_in
    from prisoners.sheets.apply import Decisions
    from prisoners.sheets.copy_read import read_copy

    choices = (skip_unclear, unclear_as_new, leave_conflicts, skip_unread)
    if copy := read_copy(file):
        _take_back(copy, choices, (theirs or (), ours or ()), apply=apply, because=because, as_json=as_json)
        return
    ways, written = (map_, save_map, counted_on, review), (apply, because)
    take_in(Asked(file, *ways, Decisions(*choices), *written, encoding, page, hidden, whole, as_json))


def _take_back(
    copy: CopyBook,
    choices: tuple[bool, bool, bool, bool],
    sides: tuple[Iterable[str], Iterable[str]],
    *,
    apply: bool,
    because: str | None,
    as_json: bool,
) -> None:
    """A working copy that came back: what was decided about cells is said cell by cell."""
    from prisoners.commands.working_copy import take_back
    from prisoners.sheets.copy_apply import CopyDecisions

    theirs, ours = sides
    take_back(
        copy, CopyDecisions(*choices), apply=apply, theirs=theirs, ours=ours, because=because, as_json=as_json
    )
