"""Files that hold who may no longer be shown there: said in words, also after the write that made it so."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from prisoners.commands import door
from prisoners.commands.safe import isolated, safe_text
from prisoners.commands.say import complain
from prisoners.store.references import read_reference, write_reference

if TYPE_CHECKING:
    from prisoners.reports.recall import Out, Recall
    from prisoners.store.reader import Reader

MOST_TOLD = 3
"""Files that are named before the others are only counted."""


def warn_of_files(update: str) -> None:
    """Say on stderr which files must be recalled because of what this update changed; nothing where there are none."""
    from prisoners.reports.recall import to_be_recalled, touched

    with door.reading() as reader:
        if reader.value("SELECT 1 FROM exports WHERE withdrawn = 0 LIMIT 1") is None:
            return
        people = touched(reader, read_reference(update)[1])
        files = to_be_recalled(reader, door.today(), people) if people else []
        names = names_of(reader, (one.person for out in files for one in out.people))
    for out in files[:MOST_TOLD]:
        for one in out.people[:MOST_TOLD]:
            complain(f"{names[one.person]} stands in {file_said(out)} and {why(one)}.")
    if files:
        more = f" ({len(files) - MOST_TOLD:,} more)" if len(files) > MOST_TOLD else ""
        complain(f"→ `prisoners exports --recall` lists what must be recalled{more}.")


def count_recalls(reader: Reader, people: Collection[int] | None) -> None:
    """Say on stderr how many files must be recalled, because of these people where some are meant."""
    if reader.value("SELECT 1 FROM exports WHERE withdrawn = 0 LIMIT 1") is None:
        return
    from prisoners.reports.recall import to_be_recalled

    if number := len(to_be_recalled(reader, door.today(), people)):
        files = "1 file must" if number == 1 else f"{number:,} files must"
        complain(f"{files} be recalled: `prisoners exports --recall` says which, and because of whom.")


def name_files(person: int) -> None:
    """Say on stderr in which files somebody stands of whom something was forgotten."""
    from prisoners.reports.recall import files_with

    with door.reading() as reader:
        files = files_with(reader, person)
    for out in files:
        who = write_reference("prisoners", person)
        complain(f"{who} stands in {file_said(out)}: what was erased may be remembered there.")


def file_said(out: Out) -> str:
    """A file by its reference, its name, to whom it went and when."""
    return f"{write_reference('exports', out.export)} ({file_name(out)}, {went_to(out)})"


def file_name(out: Out) -> str:
    """What a file was called, as the terminal may show it."""
    return isolated(safe_text(out.file_name, one_line=True))


def went_to(out: Out) -> str:
    """To whom a file was sent, and on which day it was made."""
    whom = f"sent to {isolated(safe_text(out.recipient, one_line=True))}" if out.recipient else "made"
    return f"{whom} on {out.made_at[:10]}"


def why(one: Recall) -> str:
    """Why a person may not stand in a file as they do."""
    if one.why_not:
        return f"may no longer be shown: {one.why_not}"
    return f"must be named less: {_rule(one.rule)} instead of {_rule(one.named)}"


def _rule(rule: str) -> str:
    from prisoners.vocabulary.words import label

    return label("naming_rule", rule)


def names_of(reader: Reader, people: Iterable[int]) -> Mapping[int, str]:
    """Reference and name of each, for the researcher alone; of who is not recorded any more the reference."""
    listed = sorted(set(people))
    marks = ", ".join(map(str, listed))
    named: dict[int, Any] = {
        row["id"]: row["name_latin"] or row["name_persian"]
        for row in reader.rows(f"SELECT id, name_latin, name_persian FROM people WHERE id IN ({marks})")
    }
    return {
        one: isolated(
            safe_text(f"{write_reference('prisoners', one)} {named.get(one) or ''}".strip(), one_line=True)
        )
        for one in listed
    }
