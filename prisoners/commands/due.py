"""`prisoners due`: what needs somebody today, the most urgent first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from prisoners.commands import door, settings
from prisoners.commands.list_ import filtered
from prisoners.commands.recalling import count_recalls
from prisoners.commands.safe import isolated, safe_text
from prisoners.commands.say import bold
from prisoners.commands.tables import screen_width, show_json, wrapped
from prisoners.store.references import write_reference

if TYPE_CHECKING:
    from prisoners.queries.dues import Due, DueKind
    from prisoners.store.reader import Reader

INDENT = 8


def due(
    filter_: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILTER]", help="Only people like these: 'prison:evin'; `list --fields` explains it."
        ),
    ] = None,
    *,
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", help="Only this kind, such as appeal or furlough; may be repeated."),
    ] = None,
    within: Annotated[int, typer.Option(min=0, max=3650, help="How many days ahead to look.")] = 14,
    limit: Annotated[int | None, typer.Option(min=1, help="Show this many at most.")] = None,
    ics: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write a calendar file as well, with references, not facts."),
    ] = None,
    as_json: door.Json = False,
) -> None:
    """Show what is due: executions, hunger strikes, times to appeal, furloughs, releases without news, verification."""
    from prisoners.queries.due import due as everything
    from prisoners.queries.dues import Asked

    kinds = [_kind(one) for one in kind or ()]
    with door.reading() as reader:
        asked = Asked(door.today(), within, _people(reader, filter_), settings.load().verify_every())
        found = everything(reader, asked, kinds=kinds)[:limit]
        names = _names(reader, found)
        if ics:
            _write_calendar(ics, found, reader)
        if not kinds:
            count_recalls(reader, asked.people)
    if as_json:
        show_json([_in_json(one, names) for one in found])
    else:
        _print(found, names)


def _kind(text: str) -> DueKind:
    """The kind that was typed, or the only one that begins so; raises NoSuchDue, naming the nearest."""
    import difflib

    from prisoners.errors import NoSuchDue
    from prisoners.queries.dues import DueKind

    said = text.strip().lower().replace("-", "_")
    begins = [kind for kind in DueKind if said and kind.startswith(said)]
    if said in begins or len(begins) == 1:
        return DueKind(said) if said in begins else begins[0]
    near = [str(kind) for kind in begins] or difflib.get_close_matches(said, DueKind, n=2, cutoff=0.5)
    raise NoSuchDue(text, near, list(DueKind))


def _people(reader: Reader, words: list[str] | None) -> frozenset[int] | None:
    """The people a filter means; None where nothing was typed."""
    if not words:
        return None
    from prisoners.queries.meaning import selection

    meant = selection(reader, filtered(words, {}), door.today())
    return frozenset(
        row[0] for row in reader.each(f"SELECT people.id FROM people WHERE {meant.sql}", **meant.values)
    )


def _names(reader: Reader, found: Sequence[Due]) -> dict[int, tuple[str, str]]:
    """Person → names in both scripts, for those who are on the list."""
    wanted = {one.person for one in found if one.person}
    rows = reader.each("SELECT prisoner_id, name_latin, name_persian FROM headlines") if wanted else ()
    return {row[0]: (row[1] or "", row[2] or "") for row in rows if row[0] in wanted}


def _in_json(one: Due, names: dict[int, tuple[str, str]]) -> dict[str, Any]:
    from prisoners.dates.partial import OPEN_EARLY, OPEN_LATE

    latin, persian = names.get(one.person or 0, ("", ""))
    days = one.last_day
    return {
        "kind": one.kind,
        "state": one.state,
        "flag": one.flag or None,
        "person": write_reference("prisoners", one.person) if one.person else None,
        "name_latin": latin or None,
        "name_persian": persian or None,
        "about": one.about,
        "earliest": str(days.earliest) if days and days.earliest != OPEN_EARLY else None,
        "latest": str(days.latest) if days and days.latest != OPEN_LATE else None,
        "days": one.days,
        "sentence": one.sentence,
        "sentence_fa": one.sentence_fa,
        "hint": one.hint,
    }


def _print(found: Sequence[Due], names: dict[int, tuple[str, str]]) -> None:
    from prisoners.commands.menu import complain
    from prisoners.commands.words import Words

    words = Words(door.today())
    lines = []
    for one in found:
        latin, persian = names.get(one.person or 0, ("", ""))
        person = write_reference("prisoners", one.person) if one.person else one.about
        who = isolated(safe_text(latin or persian, one_line=True))
        lines.append(bold(f"{one.kind:<17}{when(one):<15}{person}  {who}".rstrip()))
        told = words.text(one.told(words.language))
        said = f"{one.about}: {told}" if one.person else told
        lines.append(" " * INDENT + wrapped(said, screen_width() - INDENT, INDENT))
        lines.append(" " * INDENT + "→ " + safe_text(one.hint, one_line=True))
    if lines:
        typer.echo("\n".join(lines))
    complain(
        f"{len(found)} {'thing is' if len(found) == 1 else 'things are'} due." if found else "Nothing is due."
    )


def when(one: Due) -> str:
    """How near it is, in few words."""
    from prisoners.queries.dues import DueState

    if one.state is DueState.RUNNING:
        return "today" if one.days is None else f"day {-one.days}" if one.kind == "hunger_strike" else "open"
    if one.days is None:
        return "no day known"
    if one.state is DueState.AHEAD:
        return "today" if one.days == 0 else f"in {one.days} d"
    return "may be over" if one.state is DueState.MAY_BE_OVER else f"{-one.days} d over"


def _write_calendar(target: Path, found: Sequence[Due], reader: Reader) -> None:
    """The calendar file, whole or not at all, readable by its owner alone.

    It is read on telephones and kept by others: it names only whom an advocate may see, as the advocate would.
    """
    from prisoners.commands.calendar_file import shown_names, write_calendar
    from prisoners.sheets.gather import verdicts_on
    from prisoners.sheets.save import saved
    from prisoners.vocabulary import Audience

    verdicts = verdicts_on(reader, Audience.ADVOCATES, door.today())
    named = {one.person for one in found if one.person and verdicts[one.person].leaves}
    rows = [
        dict(row) | {"naming": verdicts[row["prisoner_id"]].naming}
        for row in reader.each("SELECT * FROM names WHERE withdrawn = 0")
        if row["prisoner_id"] in named
    ]
    text = write_calendar(found, shown_names(rows), dt.datetime.now(dt.UTC)).encode()
    with saved(target, lambda file: _put(file, text), lambda _: None):
        pass


def _put(file: Any, text: bytes) -> None:
    file.write(text)
