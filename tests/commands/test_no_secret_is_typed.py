"""Nothing confidential is typed as an option, where every program of the machine reads it, or handed to a program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from prisoners.commands.menu import COMMANDS, load
from prisoners.records.tables import RECORDED
from tests.builders import act, empty_registry_file
from tests.commands.leavers import LEAVERS
from tests.house.tree import HOUSE
from tests.sheets.canaries import Canaries
from tests.sheets.hunter import hunted

SECRET_WORDS = ("password", "passphrase", "secret", "token", "pin")


def options() -> Iterator[tuple[str, str]]:
    """Every option of every command, with the command."""
    for name, entry in COMMANDS.items():
        command = load(entry)
        for sub, one in (getattr(command, "commands", None) or {"": command}).items():
            for param in one.params:
                for typed in (*param.opts, *param.secondary_opts):
                    if typed.startswith("--"):
                        yield f"{name} {sub}".strip(), typed


def test_no_command_has_an_option_for_a_secret():
    known = list(options())
    assert len(known) > 300
    assert [one for one in known if any(word in one[1].strip("-").split("-") for word in SECRET_WORDS)] == []


def in_the_process_list(stop: threading.Event, seen: set[bytes], own: int) -> None:
    """Read what everybody may read of the processes that a process started, until told to stop."""
    while not stop.is_set():
        for place in Path("/proc").glob("[0-9]*"):
            try:
                parent = (place / "stat").read_text().rpartition(")")[2].split()[1]
                if int(parent) == own or (place / "environ").read_bytes().find(b"WATCHED=yes") >= 0:
                    seen.add((place / "cmdline").read_bytes() + b"\n" + (place / "environ").read_bytes())
            except (OSError, IndexError):
                continue
        time.sleep(0.01)


@pytest.mark.trust
@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_no_process_shows_what_is_confidential(tmp_path):
    path = empty_registry_file(tmp_path / "home" / "registry.db")
    (path.parent / "settings.toml").write_text('by = "Sara"\n', encoding="utf-8")
    with act(path) as unit:
        canaries = Canaries(unit)
    assert len({table for table, _ in canaries.words}) > len(RECORDED) / 2
    contact = {"kind": "mobile", "value": canaries.words["contacts", "value"][2], "name": "Qanaribcdf"}
    commands = [
        (one.typed(tmp_path), b"") for one in LEAVERS if one.name not in {"un-form", "export, as it was sent"}
    ]
    commands += [
        (["show", "P-0001", "--sealed"], b""),
        (["edit", "P-0001", "--print"], b""),
        (["contact", "add", "P-0001", "--form", "-", "-b", "a test"], json.dumps(contact).encode()),
        (["check"], b""),
        (["verify"], b""),
    ]
    stop, seen = threading.Event(), set[bytes]()
    watching = threading.Thread(target=in_the_process_list, args=(stop, seen, os.getpid()))
    watching.start()
    said = []
    for words, typed in commands:
        ran = subprocess.run(
            [sys.executable, "-m", "prisoners", *words],
            input=typed, capture_output=True, check=False, cwd=HOUSE,
            env={**os.environ, "PRISONERS_HOME": str(path.parent), "WATCHED": "yes"},
        )  # fmt: skip
        said.append((words, ran.returncode, ran.stderr))
    stop.set()
    watching.join()
    assert [one for one in said if one[1] not in {0, 6}] == []
    assert len(seen) >= len(commands)
    assert not hunted(*seen)
