"""Making a registry: the file, its folder, who writes in it, and the reference lists."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from prisoners.commands import door, settings
from prisoners.commands.menu import complain
from prisoners.errors import NobodyWrites, RegistryExists


def init(
    by: Annotated[
        str | None, typer.Option(help="Who is writing on this computer; signs every update.")
    ] = None,
    example: Annotated[bool, typer.Option("--example", help="Fill it with 500 invented prisoners.")] = False,
    copy: Annotated[
        int, typer.Option(min=0, help="Which copy of a shared registry this is (0 is the first).")
    ] = 0,
) -> None:
    """Make a registry, or one with invented people to try things out."""
    path = settings.registry_file()
    if path.exists():
        raise RegistryExists(path.name)
    if by is None and door.at_terminal():
        by = door.ask("Who is writing on this computer? The name signs every update")
    if not by or not by.strip():
        raise NobodyWrites
    make(path, by.strip(), example=example, copy=copy)
    settings.save(settings.Settings(by=by.strip()))
    complain(f"The registry is made: {path.name} in {path.parent.name}, readable by you alone.")
    complain(
        "→ `prisoners list` shows who is in it."
        if example
        else "→ `prisoners add` records the first prisoner."
    )


def make(path: Path, by: str, *, example: bool, copy: int) -> None:
    """Make the file under another name, fill it, and give it its name when it is whole."""
    from prisoners.actions.seeding import BECAUSE, seed
    from prisoners.store.engine import create_registry, writing
    from prisoners.store.unit import unit_of_work
    from prisoners.vocabulary import UpdateKind

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.parent.chmod(0o700)
    unfinished = path.with_name(f".{path.name}.part")
    unfinished.unlink(missing_ok=True)
    try:
        create_registry(unfinished, copy=copy).close()
        with writing(unfinished) as session:
            if example:
                from prisoners.actions.example import load_example

                load_example(session)
            else:
                with unit_of_work(session, by=by, because=BECAUSE, kind=UpdateKind.SEED) as unit:
                    seed(unit)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
