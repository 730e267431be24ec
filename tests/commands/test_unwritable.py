"""What cannot be written is said before anything is replaced: a full disk, a cell too long, a sign no program reads."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from prisoners.commands import settings
from prisoners.records.events import Event
from prisoners.records.names import Name
from prisoners.store.reader import reading
from tests.builders import act
from tests.commands.conftest import type_command
from tests.commands.leavers import LEAVERS, OLD, Leaver, is_done, make_registry, state
from tests.sheets.pictures import JPEG
from tests.store.test_hardships import disk_of

MAKERS = [
    Leaver("export", ("export", "{}"), "made.xlsx"),
    Leaver("report", ("report", "women", "-o", "{}", "--population", "ever"), "made.xlsx"),
    Leaver("dossier", ("dossier", "P-0001", "{}"), "made.docx"),
    Leaver("un-form", ("un-form", "wgad", "P-0001", "{}"), "made.html"),
]


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    home = tmp_path_factory.mktemp("unwritable") / "home"
    make_registry(home)
    return home


@pytest.fixture
def places(filled, tmp_path, monkeypatch) -> tuple[Path, Path, Path]:
    """A home, a folder and a temporary folder of one's own."""
    home, folder, temp = (tmp_path / name for name in ("home", "out", "temp"))
    shutil.copytree(filled, home)
    for place in (folder, temp):
        place.mkdir()
    monkeypatch.setenv("PRISONERS_HOME", str(home))
    monkeypatch.setenv("TMPDIR", str(temp))
    monkeypatch.setattr(settings, "_chosen", [])
    return home, folder, temp


def refused(leaver: Leaver, places: tuple[Path, Path, Path], code: int) -> str:
    """What is said of a command that must leave the old file, and nothing else."""
    (places[1] / leaver.file).write_bytes(OLD)
    before = state(leaver, *places)
    done = type_command(*leaver.typed(places[1]))
    assert (done.exit_code, state(leaver, *places)) == (code, before), done.output
    return done.stderr


LEVELS = [
    *(pytest.param(one, 3, id=f"{one.name}, 3 levels") for one in LEAVERS if one.name == "dossier"),
    *(pytest.param(one, 200, id=f"{one.name}, 200 levels", marks=pytest.mark.trust) for one in LEAVERS),
]


@pytest.mark.parametrize(("leaver", "levels"), LEVELS)
def test_a_disk_that_is_full_at_any_byte_leaves_the_old_file_or_the_new_one(leaver, levels, places):
    target, registry = places[1] / leaver.file, places[0] / "registry.db"
    assert type_command("export", str(places[1] / "sent.csv")).exit_code == 0
    assert type_command(*leaver.typed(places[1])).exit_code == 0
    size = max(target.stat().st_size, registry.stat().st_size + 8192)
    outcomes = []
    for level in range(levels + 1):
        target.unlink(missing_ok=True)
        if leaver.over:
            target.write_bytes(OLD)
        before = state(leaver, *places)
        with disk_of(size * level // levels):
            ran = type_command(*leaver.typed(places[1]))
        outcomes.append(is_done(leaver, before, state(leaver, *places)))
        assert outcomes[-1] == (ran.exit_code == 0), (level, ran.output)
        assert outcomes[-1] or ran.exit_code == 8, (level, ran.output)
    assert (outcomes[0], outcomes[-1]) == (False, True)


@pytest.mark.parametrize("leaver", MAKERS, ids=lambda leaver: leaver.name)
def test_a_target_that_cannot_be_written_is_named(leaver, places, tmp_path):
    (places[1] / "no folder").write_text("a file")
    missing, below = tmp_path / "nowhere", places[1] / "no folder"
    for folder, named in ((missing, "nowhere: no such file or directory"), (below, "not a directory")):
        before = state(leaver, *places)
        done = type_command(*leaver.typed(folder))
        assert (done.exit_code, state(leaver, *places)) == (8, before), done.output
        assert named in done.stderr
        assert "Nothing was changed" in done.stderr
    (places[1] / leaver.file).mkdir()
    assert type_command(*leaver.typed(places[1])).exit_code == 8
    (places[1] / leaver.file).rmdir()
    for make in (lambda path: path.symlink_to("/dev/full"), os.mkfifo, lambda path: path.touch(0o400)):
        make(places[1] / leaver.file)
        before = (places[1] / leaver.file).lstat()
        assert type_command(*leaver.typed(places[1])).exit_code == 8
        assert (places[1] / leaver.file).lstat() == before
        (places[1] / leaver.file).unlink()


STRANGE = (
    "a b\tc\n",
    "-rf",
    "\x1b[31mred",
    "\u202egnp",
    "ندا‌ها",
    "'\"$(x)`;|&",
    "%s{0}",
    "#?&=",
    "CON",
    "a" * 240,
)


@pytest.mark.parametrize("name", STRANGE, ids=range(len(STRANGE)))
def test_a_file_of_a_strange_name_is_made_or_refused_in_words(places, name):
    target = places[1] / f"{name}.csv"
    done = type_command("export", str(target))
    assert done.exit_code in {0, 2, 4, 8}, done.output
    assert target.exists() == (done.exit_code == 0)
    assert not {"\x1b", "\u202e"} & set(done.output)
    with reading(places[0] / "registry.db") as reader:
        assert reader.value("SELECT count(*) FROM exports") == target.exists()
        assert reader.value("SELECT max(file_name) FROM exports") in {None, target.name}
    assert [path.name for path in places[1].iterdir()] == ([target.name] if target.exists() else [])


def test_a_name_that_is_no_text_is_refused_in_words(places):
    done = type_command("export", f"{places[1]}/made\udcff.csv")
    assert done.exit_code in {2, 4, 8}, done.output
    assert list(places[1].iterdir()) == []


def spoiled(home: Path, text: str) -> None:
    """Write a text into what leaves of a person in every format, past the forms that would refuse it."""
    with act(home / "registry.db") as unit:
        unit.add(Event, {"prisoner_id": 1, "kind": "other", "summary": "later", "happened_on": "2023-01-01"})
        unit.amend(unit.get(Name, 1), text="Neda Zarbaf Kuhi")
        connection = unit.session.connection()
        connection.exec_driver_sql("UPDATE events SET summary = ? WHERE summary = 'later'", (text,))
        connection.exec_driver_sql("UPDATE names SET text = ? WHERE id = 1", (text[:60],))


def test_a_cell_that_is_too_long_is_named_and_nothing_is_replaced(places):
    spoiled(places[0], "a" * 32_768)
    assert "32,767" in refused(MAKERS[0], places, 4)


@pytest.mark.parametrize("sign", ["\x1b[2J", "\x9b31m", "\ufffe", "\ud800"], ids=ascii)
def test_a_name_with_a_sign_that_no_program_reads_is_named_and_nothing_is_replaced(places, sign):
    try:
        spoiled(places[0], f"Neda{sign}Zarbaf")
    except UnicodeEncodeError:
        assert sign == "\ud800"
        return  # the registry itself cannot hold it
    for leaver in MAKERS:
        said = refused(leaver, places, 4)
        assert "\x1b" not in said
        assert "\x9b" not in said


def test_a_damaged_photograph_is_said_and_nothing_is_replaced(places, tmp_path):
    pytest.importorskip("typst")
    (photo := tmp_path / "neda.jpg").write_bytes(JPEG)
    added = type_command(
        "file", "add", "P-0001", str(photo), "--kind", "photo", "--level", "public", "-b", "a test"
    )
    assert added.exit_code == 0
    paper = Leaver("dossier", ("dossier", "P-0001", "{}"), "made.pdf")
    assert "cannot be drawn" in refused(paper, places, 4)
    assert type_command(*paper.typed(places[1]), "--no-photo").exit_code == 0
