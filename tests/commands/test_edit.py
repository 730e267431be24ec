"""The whole case in an editor: what was changed is written as one update, and nothing of it is left on the disk."""

from __future__ import annotations

import json
import sqlite3
import stat
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from prisoners.commands.editor import PRIVATE_VIM, editor_command


@pytest.fixture
def neda(home, run):
    assert (
        run("add", "Neda Zarbaf", "--father", "Karim", "--born", "spring 1365", "-b", "a test").exit_code == 0
    )
    assert (
        run(
            "update", "Neda Zarbaf", "--kind", "arrest", "--on", "1401", "--prison", "Evin", "-b", "a test"
        ).exit_code
        == 0
    )
    return home


@pytest.fixture
def editor(monkeypatch, tmp_path):
    """An editor that replaces texts in the form it is given, and notes what it was given."""

    def set_to(*replacements, exit_code=0):
        script = tmp_path / "editor.py"
        script.write_text(
            "import os, pathlib, stat, sys\n"
            "path = pathlib.Path(sys.argv[-1])\n"
            "text = path.read_text(encoding='utf-8')\n"
            f"pathlib.Path({str(tmp_path / 'seen')!r}).write_text(text, encoding='utf-8')\n"
            f"pathlib.Path({str(tmp_path / 'mode')!r}).write_text(str(stat.S_IMODE(path.stat().st_mode) * 4096"
            " + stat.S_IMODE(path.parent.stat().st_mode)))\n"
            f"for old, new in {replacements!r}:\n"
            "    assert old in text, old\n"
            "    text = text.replace(old, new)\n"
            "path.write_text(text, encoding='utf-8')\n"
            "(path.parent / 'form.toml~').write_text(text)\n"
            f"sys.exit({exit_code})\n",
            encoding="utf-8",
        )
        monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")
        return tmp_path

    monkeypatch.setattr("prisoners.commands.door.at_terminal", lambda: True)
    return set_to


def rows(home, sql):
    with sqlite3.connect(home / "registry.db") as connection:
        return connection.execute(sql).fetchall()


def test_what_was_changed_is_shown_and_written_as_one_update(run, neda, editor):
    editor(('father = "Karim"', 'father = "Rahim"'), ('happened_on = "1401"', 'happened_on = "Mehr 1401"'))
    told = run("edit", "Neda Zarbaf", "-b", "a test", answers="y\n")
    assert (told.exit_code, told.stdout.splitlines()[-1]) == (0, "P-0001")
    assert '-father = "Karim"\n+father = "Rahim"' in told.stderr
    assert "Edited P-0001 in U-0004: 2 changes." in told.stderr
    assert rows(neda, "SELECT father FROM prisoners") == [("Rahim",)]
    assert rows(neda, "SELECT kind FROM updates WHERE id = 4") == [("edit",)]


def test_the_form_is_for_its_owner_alone_and_leaves_nothing_behind(run, neda, editor):
    seen = editor(('father = "Karim"', 'father = "Rahim"'))
    before = {path.name for path in neda.iterdir()}
    assert run("edit", "Neda Zarbaf", "-b", "a test", answers="y\n").exit_code == 0
    assert (seen / "mode").read_text() == str(0o600 * 4096 + 0o700)
    assert 'prison = "PR-0001"  # Evin' in (seen / "seen").read_text(encoding="utf-8")
    assert {path.name for path in neda.iterdir()} - before <= {"drafts"}
    assert list(neda.glob("drafts/*")) == []


def test_a_block_taken_out_is_withdrawn_and_a_new_one_is_added(run, neda, editor):
    editor(
        (
            "[[events]]",
            '[[cases]]\nfile_number = "7"\n\n[[events]]\nkind = "hearing"\ncase = "#1"\n\n[[gone]]',
        )
    )
    told = run("edit", "Neda Zarbaf", "-b", "a test", answers="n\n")
    assert (told.exit_code, "gone" in told.stderr) == (3, True)
    form = run("edit", "Neda Zarbaf", "--print").stdout
    assert tomllib.loads(form)["events"][0]["kind"] == "arrest"
    taken_out = form[: form.index("[[events]]")] + '[[cases]]\nfile_number = "7"\n'
    told = run("edit", "Neda Zarbaf", "--form", "-", "--yes", "-b", "a test", answers=taken_out)
    assert told.exit_code == 0, told.stderr
    assert rows(neda, "SELECT withdrawn FROM events") == [(1,)]
    assert rows(neda, "SELECT file_number FROM cases") == [("7",)]


def test_a_form_that_was_not_changed_writes_nothing(run, neda, editor):
    editor()
    told = run("edit", "Neda Zarbaf", "-b", "a test")
    assert (told.exit_code, "Nothing changed" in told.stderr) == (0, True)
    assert list(neda.glob("drafts/*")) == []


def test_a_form_that_is_refused_goes_back_to_the_editor_or_is_kept_and_offered_again(run, neda, editor):
    editor(('born = "spring 1365"', 'born = "31 Mehr 1365"'))
    told = run("edit", "Neda Zarbaf", "-b", "a test", answers="y\nn\n")
    assert (told.exit_code, "30 days" in told.stderr) == (4, True)
    draft = neda / "drafts" / "edit-P-0001.json"
    assert stat.S_IMODE(draft.stat().st_mode) == 0o600
    editor(('born = "31 Mehr 1365"', 'born = "30 Mehr 1365"'))
    assert run("edit", "Neda Zarbaf", "-b", "a test", answers="y\ny\n").exit_code == 0
    assert not draft.exists()
    assert "30 Mehr 1365" in rows(neda, "SELECT born FROM prisoners")[0][0]


def test_a_draft_of_an_older_version_does_not_undo_what_was_written_since(run, neda, editor):
    editor(('born = "spring 1365"', 'born = "31 Mehr 1365"'))
    run("edit", "Neda Zarbaf", "-b", "a test", answers="y\nn\n")
    assert run("amend", "Neda Zarbaf", "--father", "Rahim", "-b", "a test").exit_code == 0
    editor(('born = "31 Mehr 1365"', 'born = "30 Mehr 1365"'))
    told = run("edit", "Neda Zarbaf", "-b", "a test", answers="y\ny\n")
    assert (told.exit_code, "Rahim" in told.stderr) == (4, True)
    assert rows(neda, "SELECT father FROM prisoners") == [("Rahim",)]


def test_what_is_not_agreed_to_is_not_written(run, neda, editor):
    editor(('father = "Karim"', 'father = "Rahim"'))
    told = run("edit", "Neda Zarbaf", "-b", "a test", answers="n\nn\n")
    assert (told.exit_code, "Nothing was written" in told.stderr) == (5, True)
    assert rows(neda, "SELECT father FROM prisoners") == [("Karim",)]


def test_an_editor_that_fails_or_is_not_there_writes_nothing(run, neda, editor, monkeypatch):
    editor(exit_code=3)
    assert "ended with 3" in run("edit", "Neda Zarbaf", "-b", "a test").stderr
    monkeypatch.setenv("VISUAL", "no-such-editor-anywhere")
    told = run("edit", "Neda Zarbaf", "-b", "a test")
    assert (told.exit_code, "could not be started" in told.stderr) == (4, True)
    assert list(neda.glob(".edit-*")) == []


def test_what_was_saved_is_offered_again_after_the_editor_failed(run, neda, editor):
    editor(('father = "Karim"', 'father = "Rahim"'), exit_code=3)
    assert "private draft" in run("edit", "Neda Zarbaf", "-b", "a test", answers="n\n").stderr
    editor()
    told = run("edit", "Neda Zarbaf", "-b", "a test", answers="y\ny\n")
    assert "A draft of" in told.stderr
    assert rows(neda, "SELECT father FROM prisoners") == [("Rahim",)]


def test_a_form_that_was_open_when_the_program_was_killed_is_offered_again(run, neda, editor):
    seen = editor()
    run("edit", "Neda Zarbaf", "-b", "a test")
    form = (seen / "seen").read_text(encoding="utf-8")
    script = "\n".join(
        [
            "import json, os, pathlib, signal, sys",
            "from prisoners.commands import settings",
            "from prisoners.commands.editor import _private_file",
            f"settings._chosen.append(pathlib.Path({str(neda)!r}))",
            "typed = json.load(sys.stdin)",
            "with _private_file('edit-P-0001', typed) as path:",
            "    path.write_text(typed['form'].replace('Karim', 'Rahim'), encoding='utf-8')",
            "    os.kill(os.getpid(), signal.SIGKILL)",
        ]
    )
    typed = {"form": form, "base": form, "version": 3}
    subprocess.run(
        [sys.executable, "-c", script], input=json.dumps(typed), text=True, check=False, cwd=Path.cwd()
    )
    assert len(list(neda.glob(".edit-P-0001.*/form.toml"))) == 1
    told = run("edit", "Neda Zarbaf", "-b", "a test", answers="y\ny\n")
    assert (told.exit_code, "A draft of" in told.stderr) == (0, True)
    assert rows(neda, "SELECT father FROM prisoners") == [("Rahim",)]
    assert list(neda.glob(".edit-*")) == []


def test_without_a_terminal_a_form_is_printed_and_taken_back(run, neda):
    assert run("edit", "Neda Zarbaf", "-b", "a test").exit_code == 2
    form = run("edit", "Neda Zarbaf", "--print").stdout.replace('father = "Karim"', 'father = "Rahim"')
    assert run("edit", "Neda Zarbaf", "--form", "-", "-b", "a test", answers=form).exit_code == 5
    assert run("edit", "Neda Zarbaf", "--form", "-", "--yes", "-b", "a test", answers=form).exit_code == 0
    assert rows(neda, "SELECT father FROM prisoners") == [("Rahim",)]


@pytest.mark.parametrize(
    ("said", "used"),
    [("vim", ["vim", *PRIVATE_VIM]), ("nano -w", ["nano", "-w"]), ("", ["vi", *PRIVATE_VIM])],
)
def test_an_editor_that_keeps_copies_is_told_not_to(said, used, monkeypatch):
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", said)
    assert editor_command() == used
    assert Path(used[0]).name == used[0]
