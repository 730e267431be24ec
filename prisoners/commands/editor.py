"""The person's own editor on a private file: nothing of it stays on the disk, nothing is lost with the program."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from prisoners.commands import drafts, settings
from prisoners.errors import EditorFailed

PRIVATE_VIM = ("-n", "-i", "NONE", "--cmd", "set nobackup nowritebackup noundofile")
"""No swap file, no viminfo, no backup: nothing of a case is left beside the form."""

FORM, ABOUT = "form.toml", "about.json"


def edit_form(name: str, typed: drafts.Typed) -> str:
    """The form as the person leaves it; also where the editor fails or is stopped, `typed` has what was saved in it.

    `name`: as of the draft, so that a form that was open when the program was killed is found by it again.
    """
    with _private_file(name, typed) as path:
        command = [*editor_command(), str(path)]
        try:
            finished = subprocess.run(command, check=False)  # noqa: S603 - the editor that the person chose
        except OSError:
            raise EditorFailed(command[0], "could not be started") from None
        finally:
            if path.exists():
                typed["form"] = path.read_text(encoding="utf-8")
        if finished.returncode != 0:
            raise EditorFailed(command[0], f"ended with {finished.returncode}")
    return str(typed["form"])


def keep_what_was_open(name: str) -> None:
    """Make drafts of forms that were open in an editor when the program was killed."""
    for folder in settings.home().glob(f".{name}.*"):
        process = int(folder.suffix[1:])
        if process != os.getpid() and drafts.runs(process):
            continue
        form, about = folder / FORM, folder / ABOUT
        if form.exists():
            typed = json.loads(about.read_text(encoding="utf-8"))
            typed["form"] = form.read_text(encoding="utf-8")
            if typed["form"] != typed["base"]:
                drafts.keep_of_killed(name, process, typed)
        shutil.rmtree(folder)


@contextmanager
def _private_file(name: str, typed: drafts.Typed) -> Iterator[Path]:
    """The form, 0600 in a folder 0700 of the registry's home, removed with everything an editor left beside it."""
    folder = settings.home() / f".{name}.{os.getpid()}"
    folder.mkdir(mode=0o700)
    try:
        _write(folder / ABOUT, json.dumps(typed, ensure_ascii=False))
        _write(folder / FORM, str(typed["form"]))
        yield folder / FORM
    finally:
        shutil.rmtree(folder)


def _write(path: Path, text: str) -> None:
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)


def editor_command() -> list[str]:
    """The person's editor, told to leave no copies where it is one that would."""
    command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
    name = Path(command[0]).name
    return [*command, *PRIVATE_VIM] if name in ("vi", "vim", "nvim", "view") else command
