"""Commands that keep the registry safe: verify, backup, restore, and what the file is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from prisoners.commands import door, settings
from prisoners.commands.menu import complain
from prisoners.commands.safe import safe_text
from prisoners.commands.tables import show_json
from prisoners.errors import FINDINGS, FileStands, NoSuchBackup

if TYPE_CHECKING:
    from prisoners.findings import Finding
    from prisoners.store.unload import Everything


def verify(
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="First write headlines and name keys anew.")
    ] = False,
    kept: Annotated[
        list[str] | None,
        typer.Option("--head", help="A head that you kept elsewhere; it must stand in the chain still."),
    ] = None,
    as_json: door.Json = False,
) -> None:
    """Prove that the registry is what its history says: rows, lines, seals, guards and the file itself."""
    if rebuild:
        from prisoners.store.derived import rebuild as write_anew

        write_anew(settings.registry_file())
    findings, heads = _proof(kept or [])
    if as_json:
        show_json({"findings": [finding.as_json() for finding in findings], "heads": heads})
    if findings:
        _tell_findings(findings, as_json=as_json)
        raise typer.Exit(FINDINGS)
    if not as_json:
        for last, number, sealed in heads:
            typer.echo(f"Proven up to {last}: {number} sealed updates, head {sealed}")
        complain(
            "Nothing before the head that you kept was rewritten or cut."
            if kept
            else "Keep the head elsewhere: only `prisoners verify --head …` sees a cut or wholly rewritten history."
        )


def _proof(kept: list[str]) -> tuple[list[Finding], list[tuple[str, int, str]]]:
    """What is wrong with the registry, and the heads of its chain."""
    from prisoners.store import verify as proof
    from prisoners.store.opening import connect
    from prisoners.store.schema import expected_shape, shape

    connection = connect(settings.registry_file(), reading=True)
    try:
        findings = proof.verify(connection, expected_shape(), shape(connection))
        if kept:
            findings += proof.not_of_this_chain(connection, kept)
        return findings, proof.head(connection)
    finally:
        connection.close()


def _tell_findings(findings: list[Finding], *, as_json: bool) -> None:
    """Every finding, unless a program has it already, then how many there are and what to do about them."""
    for finding in findings if not as_json else ():
        typer.echo(safe_text(f"{finding.name}  {finding.about}  {finding.sentence}", one_line=True))
    counted = "1 finding" if len(findings) == 1 else f"{len(findings)} findings"
    complain(f"{counted}: the registry is not what its history says.")
    for hint in dict.fromkeys(finding.hint for finding in findings if finding.hint):
        complain(f"→ {hint}")


def backup(
    target: Annotated[
        Path | None, typer.Argument(help="A new file; without it, in the registry's own folder.")
    ] = None,
    list_them: Annotated[bool, typer.Option("--list", help="List the backups there are.")] = False,
) -> None:
    """Make a copy that is examined before it gets its name, or list the copies there are."""
    from prisoners.store.backup import automatic_backup, back_up, content_digest_of_file

    if list_them:
        for file in sorted(settings.backups().glob("*.db"), reverse=True):
            typer.echo(safe_text(file.name, one_line=True))
        return
    if target:
        digest = back_up(settings.registry_file(), target)
    else:
        target = automatic_backup(settings.registry_file(), settings.backups(), before="asked")
        digest = content_digest_of_file(target)
    typer.echo(safe_text(f"{target.name}  {digest}", one_line=True))
    complain("The copy was opened and examined: it is whole.")


def restore(
    name: Annotated[str, typer.Argument(help="A backup by name (`prisoners backup --list`), or a file.")],
) -> None:
    """Bring back a backup; the registry that stands is kept beside it under another name."""
    from prisoners.store.backup import restore as bring_back

    kept = settings.backups() / name
    chosen = kept if kept.exists() else Path(name)
    if not chosen.exists():
        raise NoSuchBackup(name)
    digest = bring_back(chosen, settings.registry_file())
    typer.echo(f"{settings.registry_file().name}  {digest}")
    complain("Restored. What stood there before is kept in the same folder.")


db = typer.Typer(rich_markup_mode=None, no_args_is_help=True, help="The database file itself.")


@db.command()
def where() -> None:
    """Show where the registry lies."""
    typer.echo(safe_text(settings.registry_file(), one_line=True))


@db.command()
def schema() -> None:
    """Print the database on one page, every column explained."""
    from prisoners.store.schema import schema_page

    typer.echo(schema_page(), nl=False)


@db.command()
def migrate() -> None:
    """Bring a registry of an older version up to date, after a verified backup."""
    from prisoners.store.migrate import migrate as bring_up

    before, after, made = bring_up(settings.registry_file(), settings.backups())
    if made is None:
        complain(f"Nothing to do: the registry is at schema {after}.")
        return
    complain(f"From schema {before} to {after}. The registry as it was: {made.name} in the backups.")


@db.command()
def unload(
    target: Annotated[Path, typer.Argument(help="The file to write, such as everything.jsonl.")],
    replace: Annotated[bool, typer.Option("--replace", help="Write over a file that stands.")] = False,
) -> None:
    """Write everything into one text file that any program can read: for a successor, or to leave this program."""
    from prisoners.commands.watching import watched_lines
    from prisoners.sheets.save import saved
    from prisoners.store.opening import connect
    from prisoners.store.unload import unload as write_all
    from prisoners.store.unloaded import examine

    if target.exists() and not replace:
        raise FileStands(target.name)
    connection = connect(settings.registry_file(), reading=True)
    told: list[Everything] = []
    try:
        connection.execute("BEGIN")  # one moment of the registry, whoever writes meanwhile

        def write(out: BinaryIO) -> None:
            told.append(write_all(connection, settings.home(), out, watched_lines("writing everything")))

        with saved(target, write, examine):
            pass
    finally:
        connection.close()
    _tell_everything(target.name, told[0])
    for path in told[0].missing:
        complain(f"{path} is recorded and not in the registry's folder: it could not go along.")
    complain("It holds EVERYTHING, also who sources and families are: keep it as you keep the registry.")
    complain(
        "→ `prisoners --home NEW_FOLDER db load FILE` makes a registry of it; docs/everything.md explains it."
    )


@db.command()
def load(
    source: Annotated[Path, typer.Argument(help="A file that `prisoners db unload` wrote.")],
) -> None:
    """Make a registry from the file of everything, where none is; then prove that it is what its history says."""
    from prisoners.commands.watching import watched_lines
    from prisoners.store.load import load as make_all

    _tell_everything(
        source.name, make_all(source, settings.home(), watched=watched_lines("reading everything"))
    )
    verify()
    complain("→ `prisoners settings --by NAME` says who writes here.")


def _tell_everything(name: str, told: Everything) -> None:
    """How much is in the file of everything."""
    rows = f"{sum(told.rows.values()):,} rows of {len(told.rows)} tables"
    typer.echo(safe_text(f"{name}  {rows}, {told.files:,} kept files", one_line=True))
