"""`prisoners history` and `prisoners recent`: what was changed, by whom, when, why, and on whose word."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from prisoners.commands import door, settings
from prisoners.commands.safe import isolated, safe_text
from prisoners.commands.say import bold
from prisoners.commands.tables import screen_width, show_json, wrapped

if TYPE_CHECKING:
    from prisoners.commands.words import Words
    from prisoners.queries.history import Act, Asked, Line
    from prisoners.store.reader import Reader

NOTHING = "—"
"""How an empty field is written."""
RECENT = 10
MOST_RECORDS = 20
"""Records of one update that are shown field by field where nobody asked for this update or this person."""

Limit = Annotated[int | None, typer.Option(min=1, help="Show this many updates at most.")]


def history(
    who: Annotated[
        str | None,
        typer.Argument(help="Whose: a prisoner as always, or any record such as E-0133, S-0012 or U-0123."),
    ] = None,
    *,
    field: Annotated[str | None, typer.Option(help="Only this field, such as born.")] = None,
    by: Annotated[str | None, typer.Option(help="Only what this researcher did.")] = None,
    since: Annotated[str | None, typer.Option(help="Only since this day.")] = None,
    until: Annotated[str | None, typer.Option(help="Only until this day.")] = None,
    limit: Limit = None,
    sealed: door.Sealed = False,
    as_json: door.Json = False,
) -> None:
    """Show what was changed: what it was, what it became, who did it, when, why, and on whose word."""
    with door.reading() as reader:
        asked = _asked(reader, who, field, by, since, until)
    if sealed:
        door.unseal(asked.of or "everything")
    with door.reading() as reader:
        _show(reader, asked, limit, sealed=sealed, as_json=as_json)


def recent(
    everybody: Annotated[bool, typer.Option("--all", help="Of all researchers, not only mine.")] = False,
    limit: Limit = RECENT,
    *,
    as_json: door.Json = False,
) -> None:
    """Show my last updates, newest first."""
    from prisoners.queries.history import Asked

    by = None if everybody else settings.load().by or None
    with door.reading() as reader:
        _show(reader, Asked(by=by, looking=False), limit, sealed=False, as_json=as_json)


def _asked(
    reader: Reader, who: str | None, field: str | None, by: str | None, since: str | None, until: str | None
) -> Asked:
    from prisoners.queries.as_of import one_day
    from prisoners.queries.history import Asked, record_named
    from prisoners.store.references import is_reference, read_reference

    today = door.today()
    update = read_reference(who)[1] if who and is_reference(who, "updates") else None
    row = record_named(who) if who else None
    person = door.who(who, reader).id if who and row is None and update is None else None
    return Asked(
        prisoner=person,
        row=row,
        update=update,
        field=field,
        by=by,
        since=one_day(since, today) if since else None,
        until=one_day(until, today) if until else None,
    )


def _show(reader: Reader, asked: Asked, limit: int | None, *, sealed: bool, as_json: bool) -> None:
    from prisoners.queries.history import EVERYTHING, act_outward
    from prisoners.queries.history import history as acts

    found = acts(reader, asked, sealed=sealed, limit=limit or EVERYTHING)
    if as_json:
        show_json([act_outward(act) for act in found])
        return
    from prisoners.commands.menu import complain
    from prisoners.commands.words import Words

    words, shown = Words(door.today()), 0
    whole = bool(asked.update or asked.prisoner or asked.field)
    for shown, act in enumerate(found, start=1):  # noqa: B007 -- counted while they are printed
        sys.stdout.write("\n".join([*_headline(words, act), *_changed(words, act, whole=whole)]) + "\n\n")
    if not shown:
        complain("Nothing was changed that this asks for.")


def _headline(words: Words, act: Act) -> Iterator[str]:
    """An update: who, when, and why."""
    by, because = words.text(act.by_whom), words.text(act.because)
    source = f" ({words.text(act.source)})" if act.source else ""
    undoes = f", undoing U-{act.undoes:04d}" if act.undoes else ""
    yield (
        bold(f"{act.reference}  {act.at[:10]} {act.at[11:16]} UTC  {by}")
        + f"  {words.code('update_kind', act.kind)}{undoes}"
    )
    yield f"        {'of' if act.kind == 'unsealing' else 'because'}: {because}{source}"


def _changed(words: Words, act: Act, *, whole: bool) -> Iterator[str]:
    """Every field that an update changed, by record; of many records their totals, unless the `whole` was asked."""
    totals = {} if whole else act.totals()
    if sum(done.total() for done in totals.values()) > MOST_RECORDS:
        for table, done in totals.items():
            yield f"  {table}: {', '.join(f'{number:,} {what}' for what, number in sorted(done.items()))}"
        yield f"  `prisoners history {act.reference}` shows every line."
        return
    record = ""
    for line in act.lines:
        if line.field == "id" or _says_nothing(line):
            continue
        if line.reference != record:
            record = line.reference
            yield f"  {record} {_whose(line)}"
        yield _field(words, line)


def _says_nothing(line: Line) -> bool:
    """Whether a field of a new record only says whose it is, or that it is not so."""
    from prisoners.queries.outward import FLAGS

    return line.old is None and (
        (line.field == "prisoner_id" and line.prisoner is not None)
        or (line.field in FLAGS and line.new == "0")
    )


def _whose(line: Line) -> str:
    from prisoners.store.references import write_reference

    about = (
        f" of {write_reference('prisoners', line.prisoner)}"
        if line.prisoner and line.table != "prisoners"
        else ""
    )
    return f"{line.table}{about}"


def _field(words: Words, line: Line) -> str:
    caption = f"    {line.field}: "
    old, new = (_value(words, line.field, value) for value in (line.old, line.new))
    said = f"{old} → {new}" if line.old is not None else new
    return caption + wrapped(said, max(screen_width() - len(caption), 40), len(caption))


def _value(words: Words, field: str, value: Any) -> str:
    """An old or new value in words."""
    from prisoners.queries.history import ERASED
    from prisoners.queries.outward import DAYS, FLAGS, LINKS
    from prisoners.queries.sealed import SEALED
    from prisoners.store.references import write_reference

    if value is None:
        return NOTHING
    if value in {ERASED, SEALED}:
        return str(value)
    if field in DAYS:
        return words.date(value)
    if field in FLAGS:
        return "yes" if value == "1" else "no"
    if field in LINKS:
        return write_reference(LINKS[field], int(value))
    return isolated(safe_text(value, one_line=True))
