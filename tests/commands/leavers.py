"""Every command that makes a file, a small registry to make it of, and what must be true of both afterwards."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import NamedTuple

from prisoners.records.consents import Consent
from prisoners.store.engine import create_registry
from prisoners.store.reader import reading
from tests.builders import act, make_event, make_prisoner, stopped

OLD = b"the old file"


class Leaver(NamedTuple):
    """A command that makes a file."""

    name: str
    words: tuple[str, ...]
    """What is typed; `{}` stands for the file."""
    file: str = "made.csv"
    kept: bool = True
    """Whether the registry keeps that the file was made."""
    over: bool = True
    """Whether it takes the place of an old file."""

    def typed(self, folder: Path) -> list[str]:
        """What is typed to make the file in a folder."""
        return [word.replace("{}", str(folder / self.file)) for word in self.words]


LEAVERS = (
    Leaver("export", ("export", "{}", "--to", "A parliament")),
    Leaver("export, a workbook", ("export", "{}", "--lang", "both"), "made.xlsx"),
    Leaver("export, as it was sent", ("export", "{}", "--same-as", "EX-0001"), kept=False),
    Leaver("report", ("report", "situation", "-o", "{}"), "made.html"),
    Leaver("dossier", ("dossier", "P-0001", "{}"), "made.docx"),
    Leaver("un-form", ("un-form", "wgad", "P-0001", "{}"), "made.md"),
    Leaver("working-copy", ("working-copy", "{}", "--for", "Lida"), "made.xlsx"),
    Leaver("due", ("due", "--ics", "{}"), "made.ics", kept=False),
    Leaver("backup", ("backup", "{}"), "made.db", kept=False, over=False),
)


def make_registry(home: Path) -> None:
    """A home with one person about whom everything may be made, and one who may not be shown."""
    path = home / "registry.db"
    create_registry(path, clock=stopped).close()
    (home / "settings.toml").write_text('by = "Sara"\n', encoding="utf-8")
    with act(path) as unit:
        neda = make_prisoner(unit, "Neda Zarbaf", "ندا زرباف", basis="already_public", gender="female")
        make_event(unit, neda, "arrest", "1401/06/25", status="detained_investigation")
        for scope in ("send_to_un", "use_name", "publish"):
            unit.add(Consent, {"prisoner_id": neda, "subject": "family", "scope": scope})
        make_prisoner(unit, "Roya Sahraei")


class State(NamedTuple):
    """What a command could change."""

    file: bytes | None
    beside: tuple[str, ...]
    """Everything else in the folder of the file, in the home folder and in the temporary one."""
    records: int
    updates: int
    sha256: str | None


def state(leaver: Leaver, home: Path, folder: Path, *others: Path) -> State:
    """What stands now."""
    target = folder / leaver.file
    with reading(home / "registry.db") as reader:  # which takes back what was begun and not kept
        kept = reader.rows(
            "SELECT (SELECT count(*) FROM exports), (SELECT count(*) FROM updates),"
            " (SELECT sha256 FROM exports ORDER BY id DESC LIMIT 1)"
        )
    places = [path for place in (folder, home, *others) for path in place.rglob("*")]
    beside = tuple(sorted(os.fsdecode(path) for path in places if path != target))
    return State(target.read_bytes() if target.exists() else None, beside, *kept[0])


def is_done(leaver: Leaver, before: State, after: State) -> bool:
    """Whether the file was made and kept, wholly; False where nothing at all was done. Anything between is a fault."""
    if after == before:
        return False
    assert after.file not in (None, b"", OLD)
    assert after.beside == before.beside
    grown = 1 if leaver.kept else 0
    assert (after.records, after.updates) == (before.records + grown, before.updates + grown)
    assert not leaver.kept or after.sha256 == hashlib.sha256(after.file or b"").hexdigest()
    return True
