"""An error is forced at any point of a command: nobody's secret is in what is said of it, and nothing is half done."""

from __future__ import annotations

import errno
import logging
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError, StatementError

from prisoners.commands import settings
from prisoners.records.tables import BY_NAME
from prisoners.store.backup import content_digest_of_file
from prisoners.store.engine import create_registry, engine_on, writing
from prisoners.store.opening import connect_new
from tests.builders import act, stopped
from tests.commands.conftest import type_command
from tests.sheets.canaries import CANARIES, Canaries, canary
from tests.sheets.hunter import hunted

SECRET = canary(95_000)
ROOMS = tuple(
    f"{os.sep}{room}{os.sep}" for room in ("prisoners", "sqlalchemy", "sqlmodel", "openpyxl", "pandas")
)
"""In whose code errors are forced, and in what SQLite and the system are asked for from there."""
TALKING = {"menu.py", "say.py", "safe.py"}
"""Where an error is turned into words; what fails there is no error of a command."""


NAME = {part for column in ("text", "family") for part in CANARIES["names", column]}
"""How the person is called, which the researcher who has just written is told."""


class Forced(Exception):
    """An error that nobody foresaw."""


ERRORS: tuple[Callable[[], Exception], ...] = (
    lambda: sqlite3.OperationalError(f"near “{SECRET}”: syntax error"),
    lambda: sqlite3.IntegrityError(f"NOT NULL: {SECRET}"),
    lambda: OperationalError(
        f"INSERT … {SECRET}", {"value": str(SECRET)}, sqlite3.OperationalError(str(SECRET))
    ),
    lambda: StatementError(str(SECRET), f"INSERT {SECRET}", (str(SECRET),), ValueError(str(SECRET))),
    lambda: OSError(errno.EIO, os.strerror(errno.EIO)),
    lambda: ValueError(f"could not read {SECRET}"),
    lambda: KeyError(str(SECRET)),
    lambda: UnicodeDecodeError("utf-8", str(SECRET).encode(), 3, 4, "invalid byte"),
    lambda: MemoryError(str(SECRET)),
    lambda: Forced(SECRET),
)

COMMANDS = {
    "amend": ["amend", "P-0001", "--occupation", str(SECRET), "-b", str(SECRET)],
    "update": ["update", "P-0001", "--kind", "other", "--summary", str(SECRET), "-b", str(SECRET)],
    "show": ["show", "P-0001"],
    "list": ["list", "--columns", "ref,name,note"],
    "export": ["export", "{}/made.xlsx", "--to", str(SECRET), "-b", str(SECRET)],
    "report": ["report", "urgent", "-o", "{}/made.html", "--to", str(SECRET)],
    "dossier": ["dossier", "P-0001", "{}/made.docx"],
    "working-copy": ["working-copy", "{}/made.xlsx", "--for", str(SECRET)],
    "import": ["import", "{}/list.csv", "--map", "{}/list.toml", "--because", str(SECRET), "--apply"],
}

LIST = """
title = "A list"
list = "list"
number = ["No"]
credibility = "possible"

[source]
kind = "hr_org_report"
outlet = "The List (invented)"

[columns."Name"]
to = "name.text"
"name.script" = "latin"

[columns."Job"]
to = "prisoner.occupation"
"""


class Counter:
    """Counts the calls of a command, and forces an error at one of them."""

    def __init__(self, at: int = 0, error: Callable[[], Exception] = Forced) -> None:
        self.calls, self.at, self.error = 0, at, error

    def __call__(self, frame: FrameType, event: str, argument: Any) -> None:
        if event not in {"call", "c_call"} or not _ours(frame, event, argument):
            return
        self.calls += 1
        if self.calls == self.at:
            raise self.error()


def _ours(frame: FrameType, event: str, argument: Any) -> bool:
    if not _is_in_a_room(frame.f_code):
        return False
    if event == "call":
        return True
    module = getattr(argument, "__module__", None) or type(getattr(argument, "__self__", None)).__module__
    return module in {"sqlite3", "posix", "_io", "zlib"}


@cache
def _is_in_a_room(code: CodeType) -> bool:
    path = Path(code.co_filename)
    ours = any(room in str(path) for room in ROOMS) and path.name not in TALKING
    return ours and code.co_name not in {"__del__", "<genexpr>"}


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A registry with a canary in every field."""
    home = tmp_path_factory.mktemp("forced") / "home"
    create_registry(home / "registry.db", clock=stopped).close()
    (home / "settings.toml").write_text('by = "Sara"\n', encoding="utf-8")
    with act(home / "registry.db") as unit:
        Canaries(unit)
    return home


@pytest.fixture
def forced(filled, tmp_path, monkeypatch) -> Callable[..., tuple[Any, Counter]]:
    """Run a command with a counter, in a home and a folder of their own."""
    home, folder, temp = (tmp_path / name for name in ("home", "out", "temp"))
    monkeypatch.setattr(settings, "_chosen", [])
    monkeypatch.setenv("PRISONERS_HOME", str(home))
    monkeypatch.setenv("TMPDIR", str(temp))

    def run(words: list[str], counter: Counter) -> Any:
        for place in (home, folder, temp):
            shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(filled, home)
        folder.mkdir()
        temp.mkdir()
        (folder / "list.csv").write_text(f"No,Name,Job\n17,Omid Sangi,{SECRET}\n", encoding="utf-8")
        (folder / "list.toml").write_text(LIST, encoding="utf-8")
        before = content_digest_of_file(home / "registry.db")
        sys.setprofile(counter)
        try:
            ran = type_command(*(word.replace("{}", str(folder)) for word in words))
        finally:
            sys.setprofile(None)
        after = content_digest_of_file(home / "registry.db")
        made = sorted(path.name for path in folder.iterdir() if path.stem != "list")
        return ran, after != before, made, sorted(temp.iterdir())

    return run


def points(number: int, *names: str) -> list[Any]:
    """So many points of commands, each as a share of its calls and with an error of its own."""
    return [
        pytest.param(
            name,
            [((place + 0.5) / number, ERRORS[place % len(ERRORS)]) for place in range(number)],
            id=f"{name}, {number} points",
            marks=[] if number < 10 else pytest.mark.trust,
        )
        for name in names
    ]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
@pytest.mark.parametrize(("name", "errors"), [*points(2, "amend", "show"), *points(100, *COMMANDS)])
def test_no_error_tells_what_is_confidential(forced, name, errors, capfd):
    writes = name not in {"show", "list"}
    makes = any("made" in word for word in COMMANDS[name])
    forced(COMMANDS[name], Counter())  # what is loaded once is loaded
    counted = Counter()
    ran, changed, made, left = forced(COMMANDS[name], counted)
    assert (ran.exit_code, changed, bool(made), left) == (0, writes, makes, []), ran.output
    for share, error in errors:
        ran, changed, made, left = forced(COMMANDS[name], Counter(1 + int(share * counted.calls), error))
        said = f"{ran.stderr}{capfd.readouterr()}{'' if ran.exit_code == 0 else ran.stdout}"
        told = (name, share, error(), ran.exit_code, said)
        assert ran.exception is None or isinstance(ran.exception, SystemExit), told
        assert ran.exit_code == 0 or not hunted(ran.stderr) - NAME, told
        assert "Traceback" not in said, told
        assert left == [], told
        if makes:
            assert changed == bool(made), told
        if ran.exit_code:
            assert not (changed and "Nothing was" in said), told
            assert ("do not type it again" in said) == changed, told


def test_no_row_tells_its_values_when_it_is_printed(filled, tmp_path):
    shutil.copytree(filled, tmp_path / "home")
    with writing(tmp_path / "home" / "registry.db") as session:
        rows = [row for table in BY_NAME if (row := session.get(BY_NAME[table], 1))]
        assert len(rows) > 20
        for row in rows:
            assert not hunted(repr(row), str(row), f"{row}"), type(row)


@pytest.fixture
def logged() -> Iterator[list[str]]:
    """Everything that any library writes into a log, at its most talkative."""
    lines: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage())  # type: ignore[method-assign]
    root, before = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield lines
    root.removeHandler(handler)
    root.setLevel(before)


def test_the_log_of_the_database_holds_no_values(forced, logged):
    for name in ("amend", "update"):
        assert forced(COMMANDS[name], Counter())[0].exit_code == 0
    engine = engine_on(connect_new(None))
    with engine.connect() as connection:
        connection.exec_driver_sql("CREATE TABLE t (a TEXT)")
        with pytest.raises(OperationalError) as refused:
            connection.exec_driver_sql("INSERT INTO nowhere VALUES (?)", (str(SECRET),))
    assert not hunted(str(refused.value), repr(refused.value), *logged)
